"""What the layers of a page share: each outline and each source stands in the page once, packed.

A layer's data is plain lists and mappings. When it is written, a list of points becomes a short
text of printable characters, and the same list or source in another layer becomes a reference to
it; ``assets/shared.js`` turns both back before any other script sees them. Nothing is lost: every
number comes back as it was, and text from users is never read as anything but text.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby, pairwise
from typing import Any, TypeGuard, cast

from branca.element import Figure

from kurilmap.layers.script import Verbatim, to_script_json
from kurilmap.layers.tongues import Spoken
from kurilmap.words import LANGS

REFERENCE, RUNS, SPOKEN = "~", "~r", "~l"
"""Keys of the objects that stand for something else; a key of the data's own that begins with
the sign gets one more. What is spoken is the number of a text, or holds a value a language."""

# No character that JSON, HTML, JavaScript or Jinja could read as anything, and no round bracket.
ALPHABET = "".join(chr(code) for code in range(33, 127) if chr(code) not in "\"'\\`<>&$%#{}()")
_LAST, _MORE = 64, 16  # letters that end a number, and letters that go before
_DECIMALS = 6
_LEAST_POINTS, _LEAST_ITEMS = 4, 16
_HUGE = 2**31
_PLAIN = 2 * (_DECIMALS + 1)  # the first letter of a text that holds numbers as they are

Point = tuple[float, float]


class Shared(Verbatim):
    """The part of a page's script that holds what its layers share.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}
        The language that the page shows first.
    """

    def __init__(self, lang: str = "en") -> None:
        super().__init__("")
        self._lang = lang
        self._places: dict[str, int] = {}
        self._points: dict[Point, tuple[int, int]] = {}
        self._lines: dict[int, list[Point]] = {}
        self._texts: dict[Spoken, int] = {}

    def packed(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """Return data as it is written, and keep what it refers to.

        Parameters
        ----------
        value : mapping
            What a script of ours is to get.

        Returns
        -------
        dict

        Examples
        --------
        >>> shared = Shared()
        >>> line = [[145.0, 43.0], [145.5, 43.0], [145.5, 43.5], [145.0, 43.5]]
        >>> shared.packed({"name": "a line", "g": line})
        {'name': 'a line', 'g': {'~': 0}}
        """
        done = self._mapping(value)
        # Each language's texts stand together: so they pack best.
        columns = dict(zip(LANGS, zip(*self._texts, strict=True), strict=False))
        texts = to_script_json({lang: columns.get(lang, ()) for lang in LANGS})
        self.text = f'kurilmap.share([{",".join(self._places)}],{texts},"{self._lang}");'
        return done

    def _pack(self, value: object) -> object:
        if isinstance(value, Mapping):
            return self._mapping(value)
        if isinstance(value, Spoken):
            return self._spoken(value)
        return self._items(value) if isinstance(value, list | tuple) else value

    def _spoken(self, value: Spoken) -> dict[str, Any]:
        if all(isinstance(each, str) for each in value):
            return {SPOKEN: self._texts.setdefault(value, len(self._texts))}
        return {SPOKEN: [self._pack(each) for each in value]}

    def _items(self, value: list[Any] | tuple[Any, ...]) -> object:
        if _are_points(value) and (text := _point_text(value)):
            return self._line(value, text)
        if len(value) >= _LEAST_ITEMS:
            if all(type(item) is int and abs(item) < _HUGE for item in value):
                return {REFERENCE: self._place(ALPHABET[_PLAIN] + _written(value))}
            if all(isinstance(item, str) for item in value):
                runs = [[item, len(list(same))] for item, same in groupby(value)]
                if len(runs) * 4 < len(value):
                    return {RUNS: list(chain.from_iterable(runs))}
        return [self._pack(item) for item in value]

    def _mapping(self, value: Mapping[Any, Any]) -> dict[str, Any]:
        return {
            _escaped(key): self._sources(each)
            if key == "sources" and isinstance(each, Mapping)
            else self._pack(each)
            for key, each in value.items()
        }

    def _sources(self, table: Mapping[str, Any]) -> dict[str, Any]:
        return {
            _escaped(key): {REFERENCE: self._place(self._mapping(source))}
            if isinstance(source, Mapping)
            else self._pack(source)
            for key, source in table.items()
        }

    def _line(self, value: Iterable[Any], text: str) -> dict[str, Any]:
        """Refer to a line: to a stretch of one that is known, which may run past that one's end."""
        points: list[Point] = [(x, y) for x, y in value]
        number, start = self._points.get(points[0], (-1, 0))
        known = self._lines.get(number, [])
        if len(known) >= len(points):
            turned = known[start:] + known[:start]
            if turned[: len(points)] == points:
                whole = start == 0 and len(known) == len(points)
                return {REFERENCE: number if whole else [number, start, len(points)]}
        place = self._place(text)
        self._lines[place] = points
        for index, point in enumerate(points):
            self._points.setdefault(point, (place, index))
        return {REFERENCE: place}

    def _place(self, value: object) -> int:
        return self._places.setdefault(to_script_json(value), len(self._places))


def shared_in(figure: Figure, lang: str = "en") -> Shared:
    """Return what the layers of a figure share, made where there is none yet.

    Parameters
    ----------
    figure : branca.element.Figure
        Being rendered; its script is added to.
    lang : {"en", "ja", "ru"}, default "en"
        The language of a page that has none yet.

    Returns
    -------
    Shared
    """
    name = "kurilmap_shared"
    if name not in figure.script._children:
        figure.script.add_child(Shared(lang), name=name)
    return cast("Shared", figure.script._children[name])


def _escaped(key: Any) -> Any:
    return REFERENCE + key if isinstance(key, str) and key.startswith(REFERENCE) else key


def _are_points(value: list[Any] | tuple[Any, ...]) -> TypeGuard[list[Point]]:
    return len(value) >= _LEAST_POINTS and all(
        isinstance(point, list | tuple)
        and len(point) == 2
        and all(isinstance(each, int | float) and not isinstance(each, bool) for each in point)
        for point in value
    )


def _point_text(points: list[Point]) -> str | None:
    """Return points as letters, each as its step from the last; None where decimals would be lost.

    Where a line goes straight on, the steps are alike: then the change of the step is shorter.
    """
    flat = list(chain.from_iterable(points))
    if not all(math.isfinite(value) and abs(value) < _HUGE / 10**_DECIMALS for value in flat):
        return None
    for decimals in range(_DECIMALS + 1):
        scale = 10**decimals
        whole = [round(value * scale) for value in flat]
        if all(number / scale == value for number, value in zip(whole, flat, strict=True)):
            break
    else:
        return None
    steps = _steps(whole)
    told = _written(steps), _written(_steps(steps))
    kind = int(len(told[1]) < len(told[0]))
    return ALPHABET[2 * decimals + kind] + told[kind]


def _steps(flat: list[int]) -> list[int]:
    axes = ([axis[0], *(b - a for a, b in pairwise(axis))] for axis in (flat[::2], flat[1::2]))
    return list(chain.from_iterable(zip(*axes, strict=True)))


def _written(numbers: Iterable[int]) -> str:
    return "".join(chain.from_iterable(map(_letters, numbers)))


def _letters(number: int) -> Iterator[str]:
    """Return a number's letters: small ones, of either sign, take one."""
    rest, last = divmod(2 * number if number >= 0 else -2 * number - 1, _LAST)
    digits = [last]
    while rest:
        rest, more = divmod(rest - 1, _MORE)
        digits.append(_LAST + more)
    return (ALPHABET[digit] for digit in reversed(digits))
