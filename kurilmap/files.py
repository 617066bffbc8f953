"""Writes a text file whole or not at all."""

import contextlib
import errno
import os
import secrets
from pathlib import Path

from kurilmap.errors import WriteError

_NOT_PERMITTED = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_text(path: str | os.PathLike[str], text: str) -> Path:
    """Write `text` to `path` as UTF-8, and return the path.

    The text is written beside its goal and then renamed: a file that is there already stays as it
    was until the new one is whole, and nothing half-written is left behind. The permissions of a
    file that is there are kept; a new one follows the umask.

    Raises
    ------
    WriteError
        In one line: no such folder, a folder in the file's place, not permitted, no space.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_text(folder + "/note.txt", "Shikotan").read_text(encoding="utf-8")
    'Shikotan'
    """
    given = Path(path)
    try:
        # The file behind a link is the one to replace, not the link.
        goal = Path(os.path.realpath(given))
        mode = _check(given, goal)
        _write_beside(goal, text.encode("utf-8"), mode)
    except WriteError:
        raise
    except OSError as error:
        raise WriteError(_reason(given, error)) from error
    except UnicodeEncodeError as error:
        raise WriteError(
            f"Cannot write {given}: the text holds half of a surrogate pair "
            f"({text[error.start : error.end]!a}), which UTF-8 has no form for."
        ) from error
    except ValueError as error:  # a NUL in the name
        raise WriteError(f"Cannot write {str(given)!r}: {error}.") from error
    return given


def _check(given: Path, goal: Path) -> int | None:
    """Refuse a goal that no file can stand at; return the mode of the file that is there."""
    if goal.is_dir():
        raise WriteError(f"Cannot write {given}: it is a folder. Name a file in it.")
    if not goal.parent.is_dir():
        kind = "is no folder" if goal.parent.exists() else "does not exist. Make it first"
        raise WriteError(f"Cannot write {given}: the folder {given.parent} {kind}.")
    if not goal.exists():
        return None
    if not goal.is_file():
        raise WriteError(f"Cannot write {given}: it is a device or a pipe, not a file.")
    if not os.access(goal, os.W_OK):
        raise WriteError(f"Cannot write {given}: you may not write to it (it is read-only).")
    return goal.stat().st_mode & 0o7777


def _write_beside(goal: Path, data: bytes, mode: int | None) -> None:
    beside = goal.parent / f".kurilmap-{secrets.token_hex(6)}.tmp"
    try:
        descriptor = os.open(
            beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666
        )
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        if mode is not None:
            beside.chmod(mode)
        beside.replace(goal)
    except BaseException:  # Ctrl-C as well leaves nothing behind
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _reason(path: Path, error: OSError) -> str:
    if error.errno in _NOT_PERMITTED:
        return f"Cannot write {path}: you may not write to the folder {path.parent}."
    if error.errno in _NO_SPACE:
        return f"Cannot write {path}: there is no space left in {path.parent}."
    return f"Cannot write {path}: {(error.strerror or str(error)).lower()}."
