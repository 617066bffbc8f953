"""Writes the styles of a GeoJson layer as data, and draws the fill patterns that they name."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from branca.element import MacroElement

from kurilmap.page.tree import Snapshot


class _Name(str):
    """The name of an object in the page's script."""

    __slots__ = ()


def style_key(style: Mapping[str, object]) -> str:
    """Return a style as JavaScript: JSON, and the names of patterns.

    folium writes a name as ``{{'...'}}``, for a second reading as a template, and would let any
    text that begins so pass as one.

    Parameters
    ----------
    style : mapping

    Returns
    -------
    str

    Examples
    --------
    >>> style_key({"color": "{{ 7*7 }}"})
    '{"color": "{{ 7*7 }}"}'
    """
    values = (
        f"{json.dumps(key)}: {value if isinstance(value, _Name) else json.dumps(value)}"
        for key, value in sorted(style.items())
    )
    return f"{{{', '.join(values)}}}"


def naming(
    style: Callable[[Any], Mapping[str, object]],
    layer: MacroElement,
    drawn: set[int],
    stable_id: Callable[[str], str],
) -> Callable[[Any], dict[str, object]]:
    """Return a style function that gives the names of patterns in place of them.

    Parameters
    ----------
    style : callable
        folium's: a feature's style, which may hold elements that are in no map.
    layer : folium.GeoJson
        Stands for the parent of such an element while it is rendered.
    drawn : set of int
        ``id()`` of the elements that are rendered without our doing.
    stable_id : callable
        Gives an element's id for the page.

    Returns
    -------
    callable
    """
    names: dict[int, _Name] = {}

    def name_of(pattern: MacroElement) -> _Name:
        if id(pattern) not in names:
            before = Snapshot([pattern])
            try:
                if id(pattern) not in drawn:
                    pattern._parent = layer
                    pattern._id = stable_id(pattern._id)
                    pattern.render()  # type: ignore[no-untyped-call]
                names[id(pattern)] = _Name(pattern.get_name())
            finally:
                before.restore()
        return names[id(pattern)]

    def named(feature: Any) -> dict[str, object]:
        return {
            key: name_of(value) if isinstance(value, MacroElement) else value
            for key, value in style(feature).items()
        }

    return named
