"""Read a file that somebody gave, and never more of it than a scenario can be."""

import os
from pathlib import Path

from kurilmap.errors import ScenarioError
from kurilmap.scenarios.refusal import shown, spelled


def contents(path: str | os.PathLike[str], most: int, what: str) -> bytes:
    """Return what is in a file.

    Parameters
    ----------
    path : str or path-like
    most : int
        A larger file is refused unread.
    what : str
        The format, for the error.

    Returns
    -------
    bytes

    Raises
    ------
    kurilmap.errors.ScenarioError
        If it is too large, or cannot be read; the message names the file.
    """
    name = spelled(str(path))
    try:
        file = Path(path)
        # Opening a pipe would wait for whoever writes to it.
        if file.exists() and not file.is_file() and not file.is_dir():
            raise ScenarioError(f"{name} cannot be read: it is a device or a pipe, not a file.")
        with file.open("rb") as opened:
            size = os.fstat(opened.fileno()).st_size
            content = b"" if size > most else opened.read(most + 1)
    except OSError as error:
        raise ScenarioError(f"{name} cannot be read: {error.strerror or error}.") from error
    except TypeError as error:
        raise ScenarioError(f"{shown(path)} was given; allowed: the path of a file.") from error
    except ValueError as error:
        if isinstance(error, ScenarioError):
            raise
        raise ScenarioError(f"{name} cannot be read: {error}.") from error
    if max(size, len(content)) > most:
        raise ScenarioError(
            f"{name} is no scenario: {max(size, len(content)):,} bytes were given; allowed are at "
            f"most {most:,} bytes of {what}."
        )
    return content
