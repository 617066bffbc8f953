"""The maps: a folium map that needs no tiles, the overview, and one scenario."""

from collections.abc import Iterator, Sequence
from typing import Any

import folium
from branca.element import Element
from folium.map import Layer

from kurilmap import layers
from kurilmap.page import km_iframe
from kurilmap.scenarios import Scenario, scenario, scenarios
from kurilmap.words import check_lang, parties, say

VIEW = ((43.2, 144.9), (45.65, 149.05))
"""The first view, south-west and north-east corner: the four groups and the end of Hokkaido."""

_LEAFLET = "leaflet"
_ICON_ASSETS = ("bootstrap", "awesome_markers")


class Map(folium.Map):  # type: ignore[misc]
    """A folium map without tiles, to which any folium layer can be added.

    Parameters
    ----------
    title : str, optional
        Heading of the page and of the panel. May be hostile: it is only ever text.
    lang : {"en", "ja", "ru"}, default "en"
    bounds : sequence, default :data:`VIEW`
        South-west and north-east corner of the first view, latitude first.
    tiles : str, xyzservices.TileProvider or None, default None
        A tile set, if one is wanted; such a map needs a network and cannot be saved offline.
    **kwargs
        As for :class:`folium.Map`.

    Raises
    ------
    kurilmap.words.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> import folium
    >>> km_map = Map(title="A map of my own")
    >>> _ = folium.Marker([44.03, 145.86]).add_to(km_map)
    """

    def __init__(
        self,
        title: str | None = None,
        lang: str = "en",
        *,
        bounds: Sequence[Sequence[float]] = VIEW,
        tiles: Any = None,
        **kwargs: Any,
    ) -> None:
        self.page_lang = check_lang(lang)
        self.page_title = title or say("map.title-own", lang)
        self.bounds = bounds
        (south, west), (north, east) = bounds
        box_west, box_south, box_east, box_north = layers.BOX
        kwargs.setdefault("location", [(south + north) / 2, (west + east) / 2])
        kwargs.setdefault("zoom_start", 7)
        kwargs.setdefault("min_zoom", 4)
        options = {
            "zoom_snap": 0.25,
            "max_bounds": [[box_south - 6, box_west - 12], [box_north + 5, box_east + 12]],
        } | kwargs
        max_bounds = options.pop("max_bounds")
        super().__init__(tiles=tiles, **options)
        self.options["maxBounds"] = max_bounds
        self.options["minZoom"] = options["min_zoom"]
        self.panel = layers.Panel(self.page_title, lang=lang)
        self.default_js = [link for link in folium.Map.default_js if link[0] == _LEAFLET]
        self.default_css = [link for link in folium.Map.default_css if link[0] == "leaflet_css"]

    def set_panel(self, panel: layers.Panel) -> None:
        """Give the map the panel that stands beside it.

        Parameters
        ----------
        panel : kurilmap.layers.Panel
        """
        self.panel = panel

    def render(self, **kwargs: Any) -> None:
        """Write the map into its figure: as folium does, with our frame and panel around it."""
        figure = self.get_root()
        name = self.get_name()
        self._ask_for_assets()
        super().render(**kwargs)
        layers.add_assets(figure)
        figure.header.add_child(layers.Verbatim(_HEAD.format(name=name)), name=name)
        label = layers.to_script_json(say("map.label", self.page_lang))
        figure.html.add_child(layers.Verbatim(_BODY.format(name=name, skip=say("map.skip", self.page_lang))), name=name)
        attribution = layers.to_script_json(say("map.attribution", self.page_lang))
        bounds = layers.to_script_json(self.bounds)
        figure.script.add_child(
            layers.Verbatim(f"kurilmap.dress({name}, {label}, {attribution}, {bounds});"),
            name=f"{name}_dress",
        )
        listed = [c for c in self._children.values() if isinstance(c, Layer) and c.control]
        figure.script.add_child(self.panel.write(name, listed), name=f"{name}_panel")

    def _ask_for_assets(self) -> None:
        """Ask for the libraries that what the user has added needs, and for no other."""
        foreign = [e for e in _descendants(self) if not isinstance(e, layers.InertLayer)]
        wanted = set()
        if foreign:
            wanted.add("jquery")
        if any(isinstance(element, folium.Icon) for element in foreign):
            wanted.update(name for name, _ in folium.Map.default_js if name != _LEAFLET)
            wanted.update(name for name, _ in folium.Map.default_css if name != "leaflet_css")
        for own, everything in (
            (self.default_js, folium.Map.default_js),
            (self.default_css, folium.Map.default_css),
        ):
            own.extend(link for link in everything if link[0] in wanted and link not in own)

    def _repr_html_(self, **_: Any) -> str:
        """Show the map in a notebook, offline, in a frame of its own."""
        return km_iframe(self)


def overview_map(lang: str = "en") -> Map:
    """Return the map of everything: claims, lines, and all scenarios as one choice.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"

    Returns
    -------
    Map

    Raises
    ------
    kurilmap.words.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> overview_map().page_title
    'Etorofu / Iturup, Kunashir / Kunashiri, Shikotan and Habomai: claims and proposals'
    """
    return _compose(say("map.title", lang), list(scenarios().values()), None, lang, lines=True)


def scenario_map(which: Scenario | str, lang: str = "en") -> Map:
    """Return the map of one scenario, which is chosen at first.

    Parameters
    ----------
    which : Scenario or str
        A scenario, or the id of one in the catalogue.
    lang : {"en", "ja", "ru"}, default "en"

    Returns
    -------
    Map

    Raises
    ------
    kurilmap.errors.UnknownScenario
        If no scenario has that id.
    kurilmap.words.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> scenario_map("two-islands-1956").page_title
    'Two islands after a peace treaty, Joint Declaration, 1956'
    """
    one = which if isinstance(which, Scenario) else scenario(which)
    return _compose(one.title[check_lang(lang)], [one], one.id, lang, lines=False)


def _compose(
    title: str, choice: list[Scenario], chosen: str | None, lang: str, *, lines: bool
) -> Map:
    """Put the layers together; `lines` adds the treaty lines, which start switched off."""
    composed = Map(title, lang)
    ground = layers.partition(choice, lang)
    composed.add_child(layers.land(lang))
    composed.add_child(ground)
    for party in parties(lang)[:2]:
        composed.add_child(layers.claim(party, ground, lang))
    composed.add_child(layers.lines("control", lang))
    if lines:
        for key in layers.LINE_LAYERS:
            if key != "control":
                composed.add_child(layers.lines(key, lang, show=False))
    composed.add_child(layers.settlements(lang))
    composed.add_child(layers.landmarks(lang))
    composed.add_child(layers.straits(lang))
    composed.set_panel(layers.Panel(title, choice, ground, chosen, lang))
    return composed


def _descendants(element: Element) -> Iterator[Element]:
    for child in element._children.values():
        yield child
        yield from _descendants(child)


_HEAD = """<meta name="viewport" content="width=device-width, initial-scale=1">
<script>L_NO_TOUCH = false; L_DISABLE_3D = false;</script>"""
_BODY = """<a class="km-skip" href="#{name}_panel">{skip}</a>
<main class="km-page"><div class="folium-map" id="{name}"></div>\
<aside class="km-panel" id="{name}_panel" tabindex="-1"></aside></main>"""
