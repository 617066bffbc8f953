"""``kurilmap notebooks``: the notebooks of the package, as files of your own."""

import shlex
from collections.abc import Iterator
from importlib.util import find_spec
from os import PathLike
from pathlib import Path

from kurilmap.errors import WriteError
from kurilmap.files import check_folder, write_all
from kurilmap.geodata.store import notebooks_dir

# What the extra `notebook` brings, by the names under which Python finds it.
_NEEDED = ("jupyterlab", "ipykernel", "anywidget", "ipywidgets", "matplotlib")


def copied(directory: str, *, force: bool = False) -> Iterator[str]:
    """Copy the notebooks into a folder, all of them or none.

    Parameters
    ----------
    directory : str
        Made where it is missing. A notebook that is there already, byte for byte, is left alone.
    force : bool, default False
        Replace notebooks of the same names that differ.

    Yields
    ------
    str
        What was done, and what to do next, a line each.

    Raises
    ------
    kurilmap.errors.WriteError
        If a notebook of the same name is there and differs, or the folder cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     next(copied(folder)), next(copied(folder))
    ('Wrote 6 notebooks to ...', '6 notebooks are in ... already, as they came')
    """
    folder = check_folder(directory)
    ours = {folder / path.name: path.read_bytes() for path in notebooks_dir().glob("*.ipynb")}
    new = {path: data for path, data in ours.items() if not path.exists()}
    changed = {
        path: data for path, data in ours.items() if path not in new and _differs(path, data)
    }
    if changed and not force:
        told = ", ".join(sorted(path.name for path in changed))
        raise WriteError(
            f"{folder} holds notebooks that differ from ours: {told}. Nothing was written. Name "
            "another folder, or use --force to replace them."
        )
    texts: dict[str | PathLike[str], str] = {
        path: data.decode("utf-8") for path, data in sorted((new | changed).items())
    }
    folder.mkdir(parents=True, exist_ok=True)
    write_all(texts)
    if texts:
        yield f"Wrote {_notebooks(len(texts))} to {folder}"
    if same := len(ours) - len(texts):
        yield f"{_notebooks(same)} {'is' if same == 1 else 'are'} in {folder} already, as they came"
    yield _next(folder)


def _differs(path: Path, data: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != data


def _notebooks(count: int) -> str:
    return f"{count} notebook{'s' * (count != 1)}"


def _next(folder: Path) -> str:
    """Return the command that opens the notebooks, and before it what it still wants."""
    command = f"jupyter lab {shlex.quote(str(folder))}"
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if not missing:
        return f"Open them: {command}"
    return (
        f"They need {', '.join(missing)}: pip install 'kurilmap[notebook]', then open them: "
        f"{command}"
    )
