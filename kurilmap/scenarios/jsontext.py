"""Read JSON that a stranger wrote: strictly, and with the lines on which its parts stand."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, NoReturn

from kurilmap.scenarios.refusal import Mistake, Path, shown, spelled

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[][{}:,\n]|[^][{}:,"\s]+', re.DOTALL)


def loads(content: str | bytes) -> tuple[Any, Mistake | None]:
    r"""Return the data of a JSON text, or why it is none.

    Parameters
    ----------
    content : str or bytes
        UTF-8, with or without a byte order mark.

    Returns
    -------
    data : object
        None beside a mistake.
    mistake : Mistake or None

    Examples
    --------
    >>> loads('{"a": 1,\n "a": 2}')[1].line
    2
    """
    try:
        text = content if isinstance(content, str) else content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = error.object.count(b"\n", 0, error.start) + 1
        return None, Mistake((), f"the byte 0x{error.object[error.start]:02x}", "UTF-8", place)
    doubled: list[str] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            counted = Counter(key for key, _ in pairs)
            doubled.extend(key for key, times in counted.items() if times > 1)
        return found

    try:
        data = json.loads(text, object_pairs_hook=unique, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        given = f"no JSON ({spelled(error.msg)}, column {error.colno})"
        return None, Mistake((), given, "JSON, see https://www.json.org", error.lineno)
    except RecursionError:
        return None, Mistake((), "arrays or objects nested too deep", "what GeoJSON needs")
    except ValueError as error:
        return None, Mistake((), f"no JSON ({spelled(str(error)[:200])})", "finite numbers")
    if doubled:
        given, line = f"the key {shown(doubled[0])} twice in one object", _second(text, doubled[0])
        return None, Mistake((), given, "each key once", line)
    return data, None


def lines_of(text: str, paths: Iterable[Path]) -> dict[Path, int]:
    r"""Return the lines on which some parts of a JSON text stand.

    Parameters
    ----------
    text : str
        Sound JSON.
    paths : iterable of path
        Keys, and positions in arrays: ``("features", 0, "type")``.

    Returns
    -------
    dict of path to int
        Counted from 1; for a part that is not there, the line of the nearest thing around it.

    Examples
    --------
    >>> lines_of('{"a":\n [1,\n 2]}', [("a", 1), ("b",)])
    {('a', 1): 3, ('b',): 1}
    """
    asked = list(paths)
    wanted = {path[:length] for path in asked for length in range(len(path) + 1)}
    places: dict[Path, int] = {(): 1}
    for path, line in _places(text):
        if path in wanted:
            places.setdefault(path, line)
    nearest = (
        next(path[:length] for length in range(len(path), -1, -1) if path[:length] in places)
        for path in asked
    )
    return {path: places[near] for path, near in zip(asked, nearest, strict=True)}


def _places(text: str) -> Iterable[tuple[Path, int]]:
    """Yield each key, and each thing in an array, with its line."""
    path: list[str | int] = []
    line, is_key = 1, False
    for match in _TOKEN.finditer(text):
        bit = match[0]
        if bit == "\n":
            line += 1
        elif bit == ",":
            is_key = isinstance(path[-1], str)
            path[-1] = at if isinstance(at := path[-1], str) else at + 1
        elif bit in "]}":
            path.pop()
        elif is_key:
            path[-1] = str(json.loads(bit, strict=False))
            is_key = False
            yield tuple(path), line
        elif bit != ":":
            if path and isinstance(path[-1], int):
                yield tuple(path), line
            is_key = bit == "{"
            if bit in "{[":
                path.append("" if is_key else 0)


def _second(text: str, key: str) -> int | None:
    seen: set[Path] = set()
    for path, line in _places(text):
        if path[-1] == key and path in seen:
            return line
        seen.add(path)
    return None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
