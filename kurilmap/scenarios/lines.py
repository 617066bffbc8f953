"""Where the keys of a TOML file stand, and whether it nests too deep to be read."""

import re
import tomllib
from collections.abc import Iterator

from kurilmap.scenarios.refusal import Path

MAX_DEPTH = 8
"""Parts of a key, and arrays and inline tables in one another; a scenario needs four."""

# No two parts of a pattern can take the same character, so that each is looked at once, whatever
# a stranger writes. (Possessive repeats would say so, but Python before 3.11.5 gets them wrong.)
_TOKEN = re.compile(
    r"""
      (?P<text> \"{3}[^"\\]*(?:(?:\\.|"{1,2}(?!"))[^"\\]*)*"{3,5}
              | '{3}[^']*(?:'{1,2}(?!')[^']*)*'{3,5}
              | "[^"\\\n]*(?:\\.[^"\\\n]*)*" | '[^'\n]*' )
    | (?P<word> [A-Za-z0-9_+:-]+ )
    | (?P<gap>  [ \t\r]+ | \#[^\n]* )
    | (?P<mark> [][{}=.,\n] )
    """,
    re.VERBOSE | re.DOTALL,
)
_NESTS = {"[": 1, "{": 1, "]": -1, "}": -1}

Token = tuple[str, str]


class Layout:
    r"""A look at the text of a TOML file, before it is read.

    Parameters
    ----------
    text : str
        Of what is no TOML, the part before the first error is looked at.

    Attributes
    ----------
    too_deep : (str, int) or None
        What nests too deep, and its line; the look ends there.

    Examples
    --------
    >>> Layout('id = "x"\n[[cut]]\nshare = 2').line_of(("cut", 0, "share"))
    3
    >>> Layout("a = " + "[" * 50_000).too_deep
    ('arrays or tables nested more than 8 deep', 1)
    """

    def __init__(self, text: str) -> None:
        self.too_deep: tuple[str, int] | None = None
        self._places: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        for line, tokens in _statements(text):
            if fault := _too_deep(tokens):
                self.too_deep = (fault, line)
                break
            self._note(line, tokens)

    def line_of(self, path: Path) -> int | None:
        """Return the line of a key, or of the nearest thing above it.

        Parameters
        ----------
        path : tuple of str and int
            Keys, and positions in arrays: ``("cut", 0, "share")``.

        Returns
        -------
        int or None
            Counted from 1; None where neither the key nor a table around it is written out.
        """
        for end in range(len(path), 0, -1):
            if path[:end] in self._places:
                return self._places[path[:end]]
        return None

    def _note(self, line: int, tokens: list[Token]) -> None:
        marks = [token if kind == "mark" else "" for kind, token in tokens]
        end = next((at for at, mark in enumerate(marks) if mark in ("=", "]")), len(marks))
        name: Path = tuple(
            _unquoted(token) if kind == "text" else token
            for kind, token in tokens[:end]
            if kind != "mark"
        )[:MAX_DEPTH]  # what has more words without a dot between them is no key
        above: Path = ()
        if marks[:1] != ["["]:
            above, name = self._table, (*self._table, *name)
        elif marks[:2] == ["[", "["]:
            name = self._within(name)
            self._counts[name] = self._counts.get(name, -1) + 1
            self._places.setdefault(name, line)
            name = self._table = (*name, self._counts[name])
        else:
            name = self._table = self._within(name)
        for length in range(len(above) + 1, len(name) + 1):
            self._places.setdefault(name[:length], line)

    def _within(self, name: Path) -> Path:
        """Return the path of a header; what it names in an array is in its last table."""
        path: Path = ()
        for part in name:
            last = self._counts.get(path)
            path = (*path, part) if last is None else (*path, last, part)
        return path


def _unquoted(token: str) -> str:
    if token[0] == "'" or "\\" not in token:
        return token[1:-1]
    try:
        return str(tomllib.loads(f"text = {token}")["text"])
    except ValueError:  # reading the file will tell of it
        return token


def _statements(text: str) -> Iterator[tuple[int, list[Token]]]:
    """Yield each key with its value, and each header, with the line on which it begins."""
    line, at, depth, begun = 1, 0, 0, 1
    tokens: list[Token] = []
    while match := _TOKEN.match(text, at):
        at = match.end()
        kind, bit = str(match.lastgroup), match[0]
        if bit == "\n" and depth <= 0:
            if tokens:
                yield begun, tokens
            tokens, depth = [], 0
        elif kind != "gap" and bit != "\n":
            begun = begun if tokens else line
            tokens.append((kind, bit))
            depth += _NESTS.get(bit, 0)
        line += bit.count("\n")
    if tokens:
        yield begun, tokens


def _too_deep(tokens: list[Token]) -> str | None:
    parts = depth = 0
    before = ""
    for kind, token in tokens:
        if kind != "mark":
            parts = parts + 1 if before == "." else 1
        depth += _NESTS.get(token, 0)
        before = token
        if parts > MAX_DEPTH:
            return f"a key of more than {MAX_DEPTH} parts"
        if depth > MAX_DEPTH:
            return f"arrays or tables nested more than {MAX_DEPTH} deep"
    return None
