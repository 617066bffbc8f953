"""Find the files of ``geo/`` and read them, each against its checksum."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kurilmap.errors import DataError

CHECKSUMS = "checksums.txt"
_PACKAGE = Path(__file__).resolve().parent.parent


def data_dir() -> Path:
    """Return the folder that holds the data.

    A wheel carries ``geo/`` beside the package; an editable install, or a
    Python started in the checkout's root, uses the checkout's own.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    kurilmap.errors.DataError
        If neither place holds the data.

    Examples
    --------
    >>> (data_dir() / "islands.geojson").is_file()
    True
    """
    return _beside_package_or_checkout("geo")


def notebooks_dir() -> Path:
    """Return the folder that holds the notebooks, found as :func:`data_dir` finds the data.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    kurilmap.errors.DataError
        If neither place holds the notebooks.
    """
    return _beside_package_or_checkout("notebooks")


def _beside_package_or_checkout(name: str) -> Path:
    bundled, checkout = _PACKAGE / "_bundled" / name, _PACKAGE.parent / name
    for folder in (bundled, checkout):
        if folder.is_dir():
            return folder
    raise DataError(
        f"The folder {name}/ is missing: looked for {bundled} and {checkout}. "
        "Install kurilmap again, or work in a whole checkout."
    )


def read_text(name: str) -> str:
    """Return the text of a data file that is as it was published.

    Parameters
    ----------
    name : str
        Path below ``geo/``, with forward slashes: ``"scenarios/status-quo.toml"``.

    Returns
    -------
    str

    Raises
    ------
    kurilmap.errors.DataError
        If the file is missing, unknown or differs from its checksum; the message names it.

    Examples
    --------
    >>> read_text("islands.geojson")[:29]
    '{"type": "FeatureCollection",'
    """
    folder = data_dir()
    expected = _checksums(folder).get(name)
    if expected is None:
        raise DataError(
            f"geo/{name} is no data file of kurilmap: {CHECKSUMS} does not list it. "
            "After adding a file, run 'make checksums'."
        )
    content = _read_bytes(folder, name)
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        raise DataError(
            f"geo/{name} has changed: its sha256 is {found[:12]}…, {CHECKSUMS} says "
            f"{expected[:12]}…. Restore the file, or run 'make checksums' if the change is yours."
        )
    return content.decode("utf-8")


def names(folder: str) -> tuple[str, ...]:
    """Return the data files below a folder of ``geo/``, sorted.

    Parameters
    ----------
    folder : str
        For example ``"scenarios"``.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> "scenarios/status-quo.toml" in names("scenarios")
    True
    """
    return tuple(sorted(n for n in _checksums(data_dir()) if n.startswith(f"{folder}/")))


@cache
def _checksums(folder: Path) -> Mapping[str, str]:
    # Whatever bytes stand there, they are a line of names or they are none.
    lines = _read_bytes(folder, CHECKSUMS).decode("utf-8", "replace").splitlines()
    pairs = [line.split(maxsplit=1) for line in lines if line.strip()]
    if any(len(pair) != 2 for pair in pairs):
        raise DataError(
            f"geo/{CHECKSUMS} has changed: a line is not a sha256 and a name. Restore the file, or "
            "run 'make checksums' if the change is yours."
        )
    return MappingProxyType({name: digest for digest, name in pairs})


def _read_bytes(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise DataError(
            f"geo/{name} cannot be read from {folder}: {error.strerror or error}. "
            "Install kurilmap again, or restore the file."
        ) from error
