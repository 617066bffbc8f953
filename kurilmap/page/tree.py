"""The elements of a map: finding all of them, and putting them back as they were."""

import copy
import re
from collections.abc import Iterable, Iterator
from typing import Any

from branca.element import Div, Element, Figure

_RENDERED_FOR = re.compile(r"_[0-9a-f]{32}\Z")


def figure_of(thing: Element) -> Figure | None:
    """Return the outermost figure that holds `thing`, or None where it stands in none."""
    root = thing.get_root()
    # A Div calls itself a root, but is drawn by the figure around it.
    while isinstance(root, Div) and root._parent is not None:
        root = root._parent.get_root()
    return root if isinstance(root, Figure) and not isinstance(root, Div) else None


def elements(root: Element) -> list[Element]:
    """Return every element within `root`, each once, in an order that depends on the map alone."""
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
    """Let TopoJson work on a copy: it writes a style into each geometry of what it was given."""
    for part in parts:
        if hasattr(part, "object_path") and hasattr(part, "data"):
            part.data = copy.deepcopy(part.data)


def drop_rendered(figure: Figure) -> None:
    """Take out what an earlier render left in the figure: rendering makes it anew.

    Such leftovers stand under the name of the element that they were rendered for, and branca would
    read them as templates.
    """
    for region in (figure.header, figure.html, figure.script):
        for name, child in list(region._children.items()):
            if _RENDERED_FOR.search(name) and name != child.get_name():
                del region._children[name]
