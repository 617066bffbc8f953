"""What a render leaves in a map and its figure, to be taken out before the next."""

import re
from collections.abc import Iterable
from typing import Any

from branca.element import Element, Figure

# folium's GeoJsonTooltip and GeoJsonPopup, and our panel, write a second part under such a name.
_RENDERED_FOR = re.compile(r"_[0-9a-f]{32}(?:tablestyle|_panel)?\Z")
_OURS = "kurilmap_"


def drop_rendered(parts: Iterable[Element]) -> None:
    """Take out what an earlier render left behind: rendering makes it anew.

    Leftovers stand in a figure under the name of the element that they were rendered for, and
    branca would read them as templates. folium also gives some elements a child at every render.

    Parameters
    ----------
    parts : iterable of branca.element.Element
        All that a page is made of.
    """
    for part in parts:
        if isinstance(part, Figure):
            for region in _regions(part):
                for name, child in list(region._children.items()):
                    ours = name.startswith(_OURS)
                    if ours or (_RENDERED_FOR.search(name) and name != child.get_name()):
                        del region._children[name]
            continue
        for name, child in list(part._children.items()):
            if _made_by_render(part, name, child):
                del part._children[name]
        if hasattr(part, "children_for_m2_copied"):
            _drop_copies(part)


def _made_by_render(part: Element, name: str, child: Element) -> bool:
    kind = type(child).__name__
    if kind == "ElementAddToElement":  # a layer's own entry on its map
        return name == f"{part.get_name()}_add"
    icon = getattr(part, "icon", None)  # a marker sets its icon after both are there
    return kind == "SetIcon" and icon is not None and getattr(child, "icon", None) is icon


def _drop_copies(pair: Any) -> None:
    """Take out what a DualMap has copied to its second map: each shares lists or dicts."""
    originals = [child for child, *_ in pair.children_for_m2]
    shared = {id(v) for o in originals for v in vars(o).values() if isinstance(v, dict | list)}
    for name, child in list(pair.m2._children.items()):
        if child not in originals and any(id(value) in shared for value in vars(child).values()):
            del pair.m2._children[name]
    pair.children_for_m2_copied.clear()


def named_parts(parts: Iterable[Element]) -> dict[tuple[Element, str], Element]:
    """Return what stands in the regions of figures under a name that is not its own.

    Parameters
    ----------
    parts : iterable of branca.element.Element

    Returns
    -------
    dict
        By region and name. A figure that was never rendered has none, unless its author chose one.
    """
    return {
        (region, name): child
        for figure in parts
        if isinstance(figure, Figure)
        for region in _regions(figure)
        for name, child in region._children.items()
        if name not in (child.get_name(), "meta_http")
    }


def _regions(figure: Figure) -> tuple[Element, Element, Element]:
    return figure.header, figure.html, figure.script
