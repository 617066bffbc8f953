"""The panel beside the map: choice, result, legend, layers, sources, foot."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from branca.element import Element
from folium.map import Layer

from kurilmap import geodata, telling
from kurilmap._version import __version__
from kurilmap.geodesy import area as area_m2
from kurilmap.layers import look
from kurilmap.layers.base import InertLayer
from kurilmap.layers.find import finder
from kurilmap.layers.lines import line_look
from kurilmap.layers.script import Verbatim, to_script_json
from kurilmap.layers.shared import Shared
from kurilmap.scenarios import KINDS, Scenario
from kurilmap.words import say, wordlist


class Panel:
    """The panel of one map; the map renders it last, when every layer is known.

    Parameters
    ----------
    title : str
        The page's heading. May be hostile.
    scenarios : sequence of Scenario
        What can be chosen, beside "none".
    partition : InertLayer or None
        The layer that the choice recolours.
    chosen : str or None
        Id of the scenario that is chosen at first.
    lang : {"en", "ja", "ru"}
    proposals : bool, default False
        Whether the proposals that are told in words only are listed.
    """

    def __init__(
        self,
        title: str,
        scenarios: Sequence[Scenario] = (),
        partition: InertLayer | None = None,
        chosen: str | None = None,
        lang: str = "en",
        *,
        proposals: bool = False,
    ) -> None:
        self.partition = partition
        self.lang = lang
        untold = telling.proposals(lang) if proposals else []
        cited = [source for one in scenarios for source in one.sources]
        cited += [source for row in untold for source in row["sources"]]
        self.data: dict[str, Any] = {
            "title": title,
            "scenarios": [telling.told(scenario, lang) for scenario in scenarios],
            "kinds": [say(f"kind.{kind}", lang) for kind in KINDS],
            "chosen": chosen,
            "words": _words(lang),
            "looks": {holder: asdict(style) for holder, style in look.HOLDERS.items()},
            "cutLook": line_look("constructed", None),
            "published": _published(lang) if partition else None,
            "proposals": untold,
            "find": finder(lang) if partition else None,
            "sources": telling.sources(cited, lang),
            "foot": foot(lang),
        }

    def write(self, map_name: str, layers: Sequence[Layer], shared: Shared) -> Element:
        """Return the script that fills the panel.

        Parameters
        ----------
        map_name : str
            The map's JavaScript name.
        layers : sequence of folium.map.Layer
            What the reader can switch, ours and the user's own.
        shared : Shared
            What the layers of the page share; the panel's sources are among it.

        Returns
        -------
        branca.element.Element
        """
        ours = [layer for layer in layers if isinstance(layer, InertLayer)]
        cited = {key: source for layer in ours for key, source in layer.data["sources"].items()}
        data = shared.packed({**self.data, "sources": self.data["sources"] | cited})
        listed = ",".join(
            f"{{name:{to_script_json(_title(layer))},layer:{layer.get_name()},"
            f"key:{to_script_json(layer_key(layer, self.lang))},"
            f"about:{to_script_json(getattr(layer, 'about', None))}}}"
            for layer in layers
        )
        partition = self.partition.get_name() if self.partition else "null"
        return Verbatim(
            f'kurilmap.panel({map_name}, "{map_name}_panel", {to_script_json(data)}, '
            f"{partition}, [{listed}]);"
        )


def _title(layer: Layer) -> str:
    return layer.title if isinstance(layer, InertLayer) else layer.layer_name


def layer_key(layer: Layer, lang: str) -> str:
    """Return what a layer is called whatever the page's language.

    Parameters
    ----------
    layer : folium.map.Layer
    lang : {"en", "ja", "ru"}
        Of the page.

    Returns
    -------
    str
        For a layer of ours the key of its name in the word lists, or what it is made by; else the
        name itself.
    """
    title = _title(layer)
    names = {text: key for key, text in wordlist(lang).items() if key.startswith("layer.")}
    if title in names:
        return names[title].removeprefix("layer.")
    return layer.factory if isinstance(layer, InertLayer) else title


def foot(lang: str) -> list[str]:
    """Return the lines that stand under every page.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of str
    """
    keys = ("panel.foot", "panel.licence")
    return [*(say(key, lang) for key in keys), say("panel.version", lang, version=__version__)]


def _published(lang: str) -> dict[str, Any]:
    figures = {unit: telling.published_area(unit) for unit in geodata.UNITS}
    rows = []
    for unit, figure in figures.items():
        land = sum(area_m2(island.geometry) for island in _covered(unit, figure["covers"]))
        name, published = say(f"unit.{unit}", lang), telling.published(unit, lang)
        rows.append([name, telling.area(land, lang), published])
    gsi = say("panel.gsi", lang, vintage=figures["etorofu"]["vintage"])
    return {
        "rows": rows,
        "note": say("panel.published-note", lang, source=gsi),
        "sources": list(dict.fromkeys(figure["source"] for figure in figures.values())),
    }


def _covered(unit: str, covers: str) -> list[geodata.Island]:
    """Return the land that a published figure covers, to compute the same."""
    land = [i for i in geodata.island_shapes() if i.group == unit and i.is_land]
    return land if covers == "with islets" else [i for i in land if i.unit == f"{unit}/{unit}"]


def _words(lang: str) -> dict[str, str]:
    keys = {
        "scenarios": "panel.scenarios",
        "none": "panel.none",
        "noneNote": "panel.none-note",
        "result": "panel.result",
        "summary": "panel.summary",
        "holder": "panel.holder",
        "area": "panel.area",
        "share": "panel.share",
        "total": "panel.total",
        "rounding": "panel.rounding",
        "publishedCaption": "panel.published-caption",
        "published": "panel.published",
        "areaPublished": "popup.area-published-main",
        "by": "panel.by",
        "date": "panel.date",
        "conditions": "panel.conditions",
        "kind": "panel.kind",
        "layers": "panel.layers",
        "about": "panel.about",
        "legend": "panel.legend",
        "details": "panel.details",
        "sources": "panel.sources",
        "hatchNote": "panel.hatch-note",
        "course": "panel.course",
        "undecided": "popup.holder-none",
        "constructed": "standing.constructed",
        "rights": "right.heading",
        "proposals": "proposal.heading",
        "proposalsLead": "proposal.lead",
        "why": "proposal.why",
        "order": "beside.order",
        "byDate": "beside.by-date",
        "byKind": "beside.by-kind",
        "ownOnly": "beside.own-only",
    }
    return {key: say(word, lang) for key, word in keys.items()}
