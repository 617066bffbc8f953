"""A folium map that needs no tiles, in a page with a panel beside it."""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, cast

import folium
from branca.element import Element, Figure
from folium.elements import ElementAddToElement
from folium.map import FitBounds, Layer

from kurilmap import layers
from kurilmap.errors import MapError
from kurilmap.page import km_iframe
from kurilmap.scenarios import Scenario
from kurilmap.words import check_lang, decimal_marks, say

VIEW = ((43.2, 144.85), (45.75, 149.9))
"""The first view, south-west and north-east corner: the four groups, the end of Hokkaido
and that of Urup."""

_Link = tuple[str, str]
_WEST, _SOUTH, _EAST, _NORTH = layers.BOX
# How far a reader can drag: the data's edge, and a margin in which it can be seen to end. The page
# zooms out no farther than it fits, for Leaflet would then move the map to the middle of this.
_REACH = [[_SOUTH - 9, _WEST - 24], [_NORTH + 7, _EAST + 24]]


class Map(folium.Map):
    """A folium map without tiles, to which any folium layer can be added.

    Parameters
    ----------
    title : str or callable, optional
        Heading of the page and of the panel, or what gives it for a language. May be hostile: it
        is only ever text.
    lang : {"en", "ja", "ru"}, default "en"
        The language that the page shows first; its reader can switch to any.
    bounds : sequence, optional
        South-west and north-east corner of the first view, latitude first; :data:`VIEW` where
        neither they nor folium's `location`, `zoom_start` or ``fit_bounds`` are given.
    tiles : str, xyzservices.TileProvider or None, default None
        A tile set, if one is wanted; such a map needs a network and cannot be saved offline.
    **kwargs
        As for :class:`folium.Map`.

    Raises
    ------
    kurilmap.errors.MapError
        If `bounds` are no two corners.
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> import folium
    >>> km_map = Map(title="A map of my own")
    >>> _ = folium.Marker([44.03, 145.86]).add_to(km_map)
    """

    def __init__(
        self,
        title: layers.Text | None = None,
        lang: str = "en",
        *,
        bounds: Sequence[Sequence[float]] | None = None,
        tiles: Any = None,
        **kwargs: Any,
    ) -> None:
        (south, west), (north, east) = corners = _corners(VIEW if bounds is None else bounds)
        self.page_lang = check_lang(lang)
        told: layers.Text = title or partial(say, "map.title-own")
        self.page_title = layers.in_lang(told, lang)
        # A caller who says where the map opens is not overruled.
        placed = bounds is None and not {"location", "zoom_start"}.isdisjoint(kwargs)
        self.bounds = None if placed else corners
        self.panel = layers.Panel(told, lang=lang)
        options: dict[str, Any] = {
            "location": [(south + north) / 2, (west + east) / 2],
            "zoom_start": 7,
            "zoom_snap": 0.25,
            "min_zoom": 4,
            "max_zoom": 18,
        } | kwargs
        super().__init__(tiles=tiles, **options)
        # folium keeps these two for its tiles; a map without tiles needs them as well.
        self.options.update(minZoom=options["min_zoom"], maxZoom=options["max_zoom"])
        self.options.setdefault("maxBounds", _REACH)
        self.default_js = [link for link in folium.Map.default_js if link[0] == "leaflet"]
        self.default_css = [link for link in folium.Map.default_css if link[0] == "leaflet_css"]

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]
        """Write the map into its figure: as folium does, with our frame and panel around it."""
        name = self.get_name()
        # What is shared comes first in the script: the map's own words are among it.
        figure = cast("Figure", self.get_root())
        shared = layers.shared_in(figure, self.page_lang)
        own = self.default_js, self.default_css
        self.default_js, self.default_css = self._needed(own)
        try:
            super().render(**kwargs)  # type: ignore[no-untyped-call]
        finally:
            self.default_js, self.default_css = own
        layers.figure_with_assets(self)
        fitted = any(isinstance(child, FitBounds) for child in self._children.values())
        words = shared.packed({"words": layers.in_each(_words)})
        dress = (words, None if fitted else self.bounds)
        figure.header.add_child(layers.Verbatim(_HEAD), name=name)
        body = _BODY.format(
            name=name,
            skip=say("map.skip", self.page_lang),
            size=self._size(),
            sketch=self._sketch(),
            plain=self.panel.plain(self._pictured(), self._stops()),
        )
        figure.html.add_child(layers.Verbatim(body), name=name)
        layers.scripts_last(figure)
        # Right after the map itself: layers that come later are drawn once, in the first view.
        script = figure.script._children[name].render()
        told = ", ".join(map(layers.to_script_json, dress))
        script = f"{script}\n{layers.step(f'kurilmap.dress({name}, {told});')}"
        figure.script.add_child(layers.Verbatim(script), name=name)
        every = [child for child in self._children.values() if isinstance(child, Layer)]
        listed = [layer for layer in every if layer.control]
        fixed = [layer for layer in every if not layer.control]
        panel = self.panel.write(name, listed, shared, fixed)
        figure.script.add_child(panel, name=f"{name}_panel")

    def _needed(self, own: tuple[list[_Link], list[_Link]]) -> tuple[list[_Link], list[_Link]]:
        """Return the libraries that what the user has added needs, and no other."""
        # folium adds an ElementAddToElement to each layer while it renders.
        known = (layers.InertLayer, ElementAddToElement)
        foreign = [e for e in _descendants(self) if not isinstance(e, known)]
        icons = any(isinstance(element, folium.Icon) for element in foreign)
        wanted = [
            [
                link
                for link in everything
                if link not in kept and (icons or (foreign and link[0] == "jquery"))
            ]
            for kept, everything in zip(
                own, (folium.Map.default_js, folium.Map.default_css), strict=True
            )
        ]
        return own[0] + wanted[0], own[1] + wanted[1]

    def _pictured(self) -> list[Scenario]:
        """Return the scenarios that the map begins with."""
        return self.panel.begun()

    def _stops(self) -> list[dict[str, Any]]:
        """Return what a timeline on the map tells of, where it shows one at first."""
        told = (
            layer.told(self.page_lang).data["stops"]
            for layer in self._children.values()
            if isinstance(layer, layers.InertLayer) and layer.factory == "timeline" and layer.show
        )
        return next(told, [])

    def _sketch(self) -> str:
        """Return the still picture of our own ground; nothing can be said of another's layers."""
        children = self._children.values()
        ours = {child.factory for child in children if isinstance(child, layers.InertLayer)}
        if ours.isdisjoint({"partition", "timeline"}):
            return ""
        drawn = layers.sketch(
            self._pictured(),
            self.page_title,
            self.bounds or VIEW,
            self.page_lang,
            claimed="partition" in ours,
        )
        return f"{drawn}<script>{layers.asset('sketch.js')}</script>"

    def _size(self) -> str:
        """Return the style of a map that is not to fill its page: folium's width and height."""
        sides = {"width": self.width, "height": self.height}
        return "".join(
            f"{k}:{v}{unit};" for k, (v, unit) in sides.items() if (v, unit) != (100, "%")
        )

    def _repr_html_(self, **_: Any) -> str:
        """Show the map in a notebook, offline, in a frame of its own."""
        return km_iframe(self)


def _corners(bounds: Sequence[Sequence[float]]) -> list[list[float]]:
    try:
        (south, west), (north, east) = [[float(value) for value in corner] for corner in bounds]
    except (TypeError, ValueError):
        south = north = math.nan
    if not -90 <= south < north <= 90:
        raise MapError(
            f"bounds={bounds!r} was given; allowed are the south-west and the north-east corner, "
            "latitude first: ((43.2, 144.9), (45.7, 149.9))."
        )
    return [[south, west], [north, east]]


def _descendants(element: Element) -> Iterator[Element]:
    for child in element._children.values():
        yield child
        yield from _descendants(child)


def _words(lang: str) -> dict[str, Any]:
    """Return what stands on the map itself."""
    words: dict[str, Any] = {key: say(f"map.{key}", lang) for key in _WORDS}
    words["units"] = {unit: say(f"unit-of.{unit}", lang) for unit in ("km2", "km", "m", "nm")}
    words["tool"] = {key: say(f"tool.{key}", lang) for key in _TOOL_WORDS}
    words["group"], words["point"] = decimal_marks(lang)
    return words


_WORDS = ("label", "attribution", "zoom-in", "zoom-out", "close", "skip")
_TOOL_WORDS = (
    *("measure", "what", "line", "polygon", "help", "centre", "undo", "again", "end"),
    *("first", "second", "third", "knotted", "inside", "around", "total", "leg", "bearing"),
    *("full", "leave", "north", "south", "east", "west", "and"),
)
_HEAD = """<meta name="viewport" content="width=device-width, initial-scale=1">
<script>L_NO_TOUCH = false; L_DISABLE_3D = false;</script>"""
_BODY = """<a class="km-skip" href="#{name}_panel">{skip}</a>
<main class="km-page" style="{size}"><div class="folium-map" id="{name}">{sketch}</div>\
<aside class="km-panel" id="{name}_panel" tabindex="-1">{plain}</aside></main>"""
