"""The elements of a map: finding all of them, and putting them back as they were."""

import copy
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import folium
from branca.element import Div, Element, Figure

from kurilmap.errors import MapError

_ALLOWED = (
    "allowed are a folium.Map (kurilmap.Map is one), a folium.plugins.DualMap, or the "
    "branca.element.Figure that holds one. Add a layer or marker to a map, and give that."
)


def figure_of(thing: Element) -> Figure | None:
    """Return the outermost figure that holds an element.

    Parameters
    ----------
    thing : branca.element.Element

    Returns
    -------
    branca.element.Figure or None
        None where it stands in none.
    """
    root = thing.get_root()
    # A Div calls itself a root, but is drawn by the figure around it.
    while isinstance(root, Div) and root._parent is not None:
        root = root._parent.get_root()
    return root if isinstance(root, Figure) and not isinstance(root, Div) else None


@contextmanager
def placed(map: Element) -> Iterator[Figure]:
    """Give the figure that a map stands in: one for the time being where it was taken out of it.

    Parameters
    ----------
    map : folium.Map, folium.plugins.DualMap or branca.element.Figure

    Yields
    ------
    branca.element.Figure

    Raises
    ------
    kurilmap.errors.MapError
        What was given is no map.
    """
    kind = type(map).__name__
    if not isinstance(map, folium.Map | Figure) and kind != "DualMap":
        given = f"A {kind}" if isinstance(map, Element) else f"{map!r:.80}"
        raise MapError(f"{given} was given, which is no map; {_ALLOWED}")
    root = figure_of(map)
    figure = root or Figure()
    if isinstance(map, Figure) and not any(isinstance(e, folium.Map) for e in elements(figure)):
        raise MapError(f"A {kind} that holds no map was given; {_ALLOWED}")
    top = map.get_root()
    try:
        if root is None:
            figure.add_child(top)
        yield figure
    finally:
        if root is None:
            top._parent = None


def elements(root: Element) -> list[Element]:
    """Return every element within one, itself first and each once.

    Parameters
    ----------
    root : branca.element.Element

    Returns
    -------
    list of branca.element.Element
        In an order that depends on the map alone.
    """
    found: dict[int, Element] = {}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if id(element) in found:
            continue
        found[id(element)] = element
        waiting.extend(reversed(list(_parts(element))))
    return list(found.values())


def _parts(element: Element) -> Iterator[Element]:
    yield from element._children.values()
    for name, value in vars(element).items():
        if name not in ("_children", "_parent"):
            yield from _elements_in(value)


def _elements_in(value: object) -> Iterator[Element]:
    if isinstance(value, Element):
        yield value
        return
    items: Iterable[Any] = ()
    if isinstance(value, dict):
        items = value.values()
    elif isinstance(value, list | tuple):
        items = value
    for item in items:
        if isinstance(item, Element):
            yield item
        elif isinstance(item, tuple):  # DualMap: (child, name, index)
            yield from (part for part in item if isinstance(part, Element))


class Snapshot:
    """The state of elements, to be given back when a page has been made of them."""

    def __init__(self, parts: Iterable[Element]) -> None:
        self._saved = [(part, dict(vars(part)), _contents(part)) for part in parts]

    def restore(self) -> None:
        """Put every element back: its attributes, and what its lists and dicts held."""
        for part, attributes, contents in self._saved:
            vars(part).clear()
            vars(part).update(attributes)
            for container, content in contents:
                container.clear()
                if isinstance(container, list):
                    container.extend(content)
                else:
                    container.update(content)


def _contents(part: Element) -> list[tuple[Any, Any]]:
    values = vars(part).values()
    return [(value, copy.copy(value)) for value in values if isinstance(value, dict | list | set)]


def spare_data(parts: Iterable[Element]) -> None:
    """Let TopoJson work on a copy: it writes a style into each geometry of what it was given.

    Parameters
    ----------
    parts : iterable of branca.element.Element
        All that a page is made of.
    """
    for part in parts:
        if hasattr(part, "object_path") and hasattr(part, "data"):
            part.data = copy.deepcopy(part.data)
