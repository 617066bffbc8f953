"""What goes to a terminal, a pipe or a log: text as it stands, and errors in one line."""

import contextlib
import io
import os
import sys
import unicodedata
from pathlib import Path

from rich.console import Console, RenderableType

PIPED_WIDTH = 160
"""Of what goes to a pipe or a file."""

# Joiners shape letters (and emoji); every other formatting character reorders or hides them.
_JOINERS = "\u200c\u200d"


def plain(text: str) -> str:
    r"""Return text that a terminal shows as it stands.

    Texts of a scenario file come from anyone: control characters would drive the terminal.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> plain("two\x1b[31m is\u200blands\n1956")
    'two[31m islands 1956'
    """
    return " ".join("".join(map(_plain, text)).split())


def _plain(char: str) -> str:
    if char.isspace():
        return " "
    hidden = unicodedata.category(char) in ("Cc", "Cf") and char not in _JOINERS
    return "" if hidden else char


def say(text: str) -> None:
    """Print one line.

    Parameters
    ----------
    text : str
    """
    sys.stdout.write(f"{plain(text)}\n")


def say_written(path: Path) -> None:
    """Print which file was written, and how large it is."""
    say(f"Wrote {path} ({path.stat().st_size / 1000:,.0f} kB)")


def complain(message: str) -> int:
    """Print one line on stderr, and return the exit status of a failure.

    Parameters
    ----------
    message : str

    Returns
    -------
    int
        2.
    """
    with contextlib.suppress(OSError):
        sys.stderr.write(f"kurilmap: {plain(message)}\n")
        sys.stderr.flush()
    return 2


def console() -> Console:
    """Return stdout for tables; a pipe has no width of its own, so lines stay whole there.

    Returns
    -------
    rich.console.Console
    """
    made = Console(highlight=False, markup=False, emoji=False)
    if not made.is_terminal:
        made.width = PIPED_WIDTH
    return made


def as_text(table: RenderableType) -> str:
    """Return a table as the lines of a file.

    Parameters
    ----------
    table : rich renderable

    Returns
    -------
    str
    """
    lines = io.StringIO()
    wide = Console(file=lines, width=PIPED_WIDTH, highlight=False, markup=False, emoji=False)
    wide.print(table, crop=False)
    return lines.getvalue()


def take_any_text() -> None:
    """Let letters that an encoding lacks (a Japanese title in cp1252) come out as escapes."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def forget_output() -> None:
    """Send what is still to be written nowhere, or Python would fail over it once more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
