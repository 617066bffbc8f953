"""Writes files whole or not at all."""

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kurilmap.errors import WriteError

PathLike = str | os.PathLike[str]
_NOT_PERMITTED = (errno.EACCES, errno.EPERM, errno.EROFS)
_LEFT_S = 3600
_NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_text(path: PathLike, text: str) -> Path:
    """Write `text` to `path` as UTF-8.

    The text is written beside its goal and then renamed: a file that is there already stays as it
    was until the new one is whole, and nothing half-written is left behind. The permissions of a
    file that is there are kept; a new one follows the umask.

    Parameters
    ----------
    path : str or path
        Its folder must be there. A link is followed: the file behind it is replaced.
    text : str

    Returns
    -------
    pathlib.Path
        The path that was given.

    Raises
    ------
    kurilmap.errors.WriteError
        In one line: no name, no such folder, a folder in the file's place, not permitted, no space,
        or text that UTF-8 has no form for.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_text(folder + "/note.txt", "Shikotan").read_text(encoding="utf-8")
    'Shikotan'
    """
    return write_all({path: text})[0]


def write_bytes(path: PathLike, content: bytes) -> Path:
    r"""Write what is no text as `write_text` does.

    Parameters
    ----------
    path : str or path
    content : bytes

    Returns
    -------
    pathlib.Path
        The path that was given.

    Raises
    ------
    kurilmap.errors.WriteError
        As `write_text`.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_bytes(folder + "/a.png", b"\x89PNG").read_bytes()
    b'\x89PNG'
    """
    return write_all({path: content})[0]


def write_all(texts: Mapping[PathLike, str | bytes]) -> list[Path]:
    """Write several files as `write_text` does, and none where one of them cannot be written.

    All are written beside their goals before the first is renamed, in the order that is given.
    What a process that was killed left half-written beside them goes after an hour.

    Parameters
    ----------
    texts : mapping of path to str or bytes

    Returns
    -------
    list of pathlib.Path
        The paths that were given.

    Raises
    ------
    kurilmap.errors.WriteError
        As `write_text`, for the first path that fails.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in write_all({folder + "/a": "1", folder + "/b": "2"})]
    ['a', 'b']
    """
    goals = [(_goal(path), _encoded(path, text)) for path, text in texts.items()]
    for folder in {goal.file.parent for goal, _ in goals}:
        _sweep(folder)
    staged: list[tuple[_Goal, Path]] = []
    try:
        for goal, data in goals:
            beside = goal.file.parent / f".kurilmap-{secrets.token_hex(6)}.tmp"
            staged.append((goal, beside))
            with _told(goal.given):
                _write(beside, data, goal.mode)
        for goal, beside in staged:
            with _told(goal.given):
                beside.replace(goal.file)
    except BaseException:  # Ctrl-C as well leaves nothing behind
        for _, beside in staged:
            with contextlib.suppress(OSError):
                beside.unlink()
        raise
    return [goal.given for goal, _ in goals]


def check_folder(path: PathLike) -> Path:
    """Refuse a name under which no folder is and none can be made.

    Parameters
    ----------
    path : str or path

    Returns
    -------
    pathlib.Path

    Raises
    ------
    kurilmap.errors.WriteError
        No name, or a file in the folder's place.

    Examples
    --------
    >>> check_folder("")
    Traceback (most recent call last):
    kurilmap.errors.WriteError: Cannot write to '': it is no name. Give that of a folder.
    """
    folder = _path(path, "to ", "a folder")
    with _told(folder):
        above = next(place for place in (folder, *folder.absolute().parents) if place.exists())
        if not above.is_dir():
            raise WriteError(f"Cannot write to {folder}: {above} is a file, not a folder.")
    return folder


def check_files(paths: Iterable[PathLike]) -> None:
    """Refuse names under which no file can be written, before there is anything to write.

    Parameters
    ----------
    paths : iterable of str or path

    Raises
    ------
    kurilmap.errors.WriteError
        As `write_text`, for the first that fails.

    Examples
    --------
    >>> check_files(["."])
    Traceback (most recent call last):
    kurilmap.errors.WriteError: Cannot write .: it is a folder. Name a file in it.
    """
    for path in paths:
        _goal(path)


def _sweep(folder: Path) -> None:
    """Take away what a process that was killed an hour ago or more has left half-written."""
    for path in folder.glob(".kurilmap-????????????.tmp"):
        with contextlib.suppress(OSError):  # another process may have been faster
            if time.time() - path.stat().st_mtime > _LEFT_S:
                path.unlink()


@dataclass(frozen=True)
class _Goal:
    given: Path
    file: Path
    mode: int | None


def _path(path: object, to: str = "", kind: str = "a file") -> Path:
    """Return what was given as a path, where it can be one."""
    if not isinstance(path, str | os.PathLike) or not isinstance(name := os.fspath(path), str):
        raise WriteError(f"Cannot write {to}{path!r:.80}: a path is text or a pathlib.Path.")
    if not name.strip():
        raise WriteError(f"Cannot write {to}{name!r}: it is no name. Give that of {kind}.")
    try:
        os.fsencode(name)
    except UnicodeEncodeError as error:
        raise WriteError(f"Cannot write {to}{name!a}: no file can have that name.") from error
    if "\0" in name:
        raise WriteError(f"Cannot write {to}{name!r}: a name cannot hold a null character.")
    return Path(name)


def _goal(path: object) -> _Goal:
    """Refuse a goal that no file can stand at."""
    given = _path(path)
    with _told(given):
        # The file behind a link is the one to replace, not the link.
        goal = Path(os.path.realpath(given))
        if goal.is_dir() or (isinstance(path, str) and path.endswith(("/", os.sep))):
            raise WriteError(f"Cannot write {given}: it is a folder. Name a file in it.")
        if not goal.parent.is_dir():
            kind = "is no folder" if goal.parent.exists() else "does not exist. Make it first"
            raise WriteError(f"Cannot write {given}: the folder {given.parent} {kind}.")
        if not os.access(goal.parent, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if not goal.exists():
            return _Goal(given, goal, None)
        if not goal.is_file():
            raise WriteError(f"Cannot write {given}: it is a device or a pipe, not a file.")
        if not os.access(goal, os.W_OK):
            raise WriteError(f"Cannot write {given}: you may not write to it (it is read-only).")
        return _Goal(given, goal, goal.stat().st_mode & 0o7777)


def _encoded(path: PathLike, text: str | bytes) -> bytes:
    if isinstance(text, bytes):
        return text
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise WriteError(
            f"Cannot write {path}: the text holds half of a surrogate pair "
            f"({text[error.start : error.end]!a}), which UTF-8 has no form for."
        ) from error


def _write(beside: Path, data: bytes, mode: int | None) -> None:
    descriptor = os.open(
        beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666
    )
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        file.write(data)
        file.flush()
        os.fsync(descriptor)
    if mode is not None:
        beside.chmod(mode)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell in one line of ours what the system has against a path."""
    try:
        yield
    except WriteError:
        raise
    except OSError as error:
        raise WriteError(_reason(path, error)) from error


def _reason(path: Path, error: OSError) -> str:
    if error.errno in _NOT_PERMITTED:
        return f"Cannot write {path}: you may not write to the folder {path.parent}."
    if error.errno in _NO_SPACE:
        return f"Cannot write {path}: there is no space left in {path.parent}."
    return f"Cannot write {path}: {(error.strerror or str(error)).lower()}."
