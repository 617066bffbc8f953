"""Find the line of a TOML file on which a key stands."""

import re

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*[^=\s]+)*)\s*=""")


def line_of(text: str, path: tuple[str | int, ...]) -> int | None:
    r"""Return the line of a key, or of the nearest thing above it.

    Parameters
    ----------
    text : str
        Valid TOML.
    path : tuple of str and int
        Keys, and positions in arrays: ``("cut", 0, "share")``.

    Returns
    -------
    int or None
        Counted from 1; None where neither the key nor a table around it is written out.

    Examples
    --------
    >>> line_of('id = "x"\n[[cut]]\nshare = 2', ("cut", 0, "share"))
    3
    """
    places = _places(text)
    for end in range(len(path), 0, -1):
        if path[:end] in places:
            return places[path[:end]]
    return None


def _places(text: str) -> dict[tuple[str | int, ...], int]:
    places: dict[tuple[str | int, ...], int] = {}
    counts: dict[str, int] = {}
    table: tuple[str | int, ...] = ()
    closing = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if closing:
            # Inside a text of several lines, what looks like a key is none.
            closing = "" if closing in line else closing
            continue
        if header := _HEADER.match(line):
            name = tuple(_unquoted(part) for part in _parts(header[2]))
            table = name
            if header[1] == "[[":
                counts[header[2]] = counts.get(header[2], -1) + 1
                table = (*name, counts[header[2]])
                places.setdefault(name, number)
            places.setdefault(table, number)
        elif key := _KEY.match(line):
            whole = (*table, *(_unquoted(part) for part in _parts(key[1])))
            for end in range(len(table) + 1, len(whole) + 1):
                places.setdefault(whole[:end], number)
            closing = _opened(line[key.end() :])
    return places


def _parts(name: str) -> list[str]:
    return re.findall(r""""[^"]*"|'[^']*'|[A-Za-z0-9_-]+""", name)


def _unquoted(part: str) -> str:
    return part[1:-1] if part[:1] in ("'", '"') else part


def _opened(value: str) -> str:
    for quotes in ('"""', "'''"):
        if value.count(quotes) % 2:
            return quotes
    return ""
