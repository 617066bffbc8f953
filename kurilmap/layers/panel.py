"""The panel beside the map: choice, result, legend, layers, sources, foot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from branca.element import Element
from folium.map import Layer

from kurilmap import telling
from kurilmap.layers import look
from kurilmap.layers.base import InertLayer, step
from kurilmap.layers.citing import citing
from kurilmap.layers.find import finder
from kurilmap.layers.lines import line_look
from kurilmap.layers.panel_texts import foot, panel_words, published
from kurilmap.layers.script import Verbatim, to_script_json
from kurilmap.layers.shared import Shared
from kurilmap.layers.still.page import plain
from kurilmap.layers.tongues import Text, in_each, in_lang
from kurilmap.scenarios import KINDS, Scenario
from kurilmap.words import LANGS, parties, say, wordlist


class Panel:
    """The panel of one map; the map renders it last, when every layer is known.

    Parameters
    ----------
    title : str or callable
        The page's heading, or what gives it for a language. May be hostile.
    scenarios : sequence of Scenario
        What can be chosen, beside "none".
    partition : InertLayer or None
        The layer that the choice recolours.
    chosen : str or None
        Id of the scenario that is chosen at first.
    lang : {"en", "ja", "ru"}
        The page's first language; the panel is written in all.
    proposals : bool, default False
        Whether the proposals that are told in words only are listed.
    """

    def __init__(
        self,
        title: Text,
        scenarios: Sequence[Scenario] = (),
        partition: InertLayer | None = None,
        chosen: str | None = None,
        lang: str = "en",
        *,
        proposals: bool = False,
    ) -> None:
        self.partition = partition
        self.lang = lang
        self.title = title
        self.scenarios = scenarios
        self.chosen = chosen
        self.pair = False
        self._proposals = proposals
        self._tab: Text | None = None
        self._more: list[Callable[[str], Mapping[str, Any]]] = []

    def begin(self, chosen: str, tab: Text) -> None:
        """Let the page begin with a scenario.

        Parameters
        ----------
        chosen : str
            Id of one that can be chosen.
        tab : str or callable
            The document's title where a scenario is chosen, with ``{scenario}`` in it for which;
            or what gives it for a language.
        """
        self.chosen, self._tab = chosen, tab

    def add(self, tell: Callable[[str], Mapping[str, Any]]) -> None:
        """Let the panel tell more, or something else.

        Parameters
        ----------
        tell : callable
            Gives parts of the panel's data in one language.
        """
        self._more.append(tell)

    def told(self, lang: str) -> dict[str, Any]:
        """Return what the panel holds, in one language.

        Parameters
        ----------
        lang : {"en", "ja", "ru"}

        Returns
        -------
        dict
        """
        untold = telling.proposals(lang) if self._proposals else []
        cited = [source for one in self.scenarios for source in one.sources]
        cited += [source for row in untold for source in row["sources"]]
        data: dict[str, Any] = {
            "title": in_lang(self.title, lang),
            "scenarios": [telling.told(scenario, lang) for scenario in self.scenarios],
            "kinds": [say(f"kind.{kind}", lang) for kind in KINDS],
            "chosen": self.chosen,
            "words": panel_words(lang),
            "looks": {holder: asdict(style) for holder, style in look.HOLDERS.items()},
            "cutLook": line_look("constructed", None),
            "published": published(lang) if self.partition else None,
            "proposals": untold,
            "find": finder(lang) if self.partition else None,
            "sources": telling.sources(cited, lang),
            "languages": {
                "label": say("language.choice", lang),
                "all": [[each, say("language.name", each)] for each in LANGS],
            },
            "foot": foot(lang),
            "cite": citing(lang),
        }
        if self._tab:
            data["tab"] = in_lang(self._tab, lang)
        for tell in self._more:
            data |= tell(lang)
        return data

    def begun(self) -> list[Scenario]:
        """Return the scenario that is chosen at first, in a list that is empty where none is.

        Returns
        -------
        list of Scenario
        """
        return [one for one in self.scenarios if one.id == self.chosen]

    def plain(self, shown: Sequence[Scenario], stops: Sequence[Mapping[str, Any]]) -> str:
        """Return what stands in the panel's place where no scripts run.

        Parameters
        ----------
        shown : sequence of Scenario
            Those of the still picture.
        stops : sequence of mapping
            Of a timeline.

        Returns
        -------
        str
            HTML, every text in it escaped.
        """
        title = in_lang(self.title, self.lang)
        return plain(title, self.scenarios, shown, stops, foot(self.lang), self.lang)

    def write(
        self,
        map_name: str,
        layers: Sequence[Layer],
        shared: Shared,
        fixed: Sequence[Layer] = (),
    ) -> Element:
        """Return the script that fills the panel.

        Parameters
        ----------
        map_name : str
            The map's JavaScript name.
        layers : sequence of folium.map.Layer
            What the reader can switch, ours and the user's own.
        shared : Shared
            What the layers of the page share; the panel's sources are among it.
        fixed : sequence of folium.map.Layer
            What is always on the map; the panel tells of those that have something to tell.

        Returns
        -------
        branca.element.Element
        """
        about = [one for one in fixed if isinstance(one, InertLayer) and one.about]

        def tell(lang: str) -> dict[str, Any]:
            told = [
                layer.told(lang) if isinstance(layer, InertLayer) else layer for layer in layers
            ]
            always = [layer.told(lang) for layer in about]
            data = self.told(lang)
            for layer in (*told, *always):
                if isinstance(layer, InertLayer):
                    data["sources"] = data["sources"] | layer.data["sources"]
            keys = [layer_key(layer, self.lang) for layer in layers]
            data["layers"] = [_entry(told[at], keys[at], at) for at in _order(layers, lang)]
            data["fixed"] = [{"name": layer.title, "about": layer.about} for layer in always]
            return data

        data = to_script_json(shared.packed(in_each(tell)))
        listed = ",".join(layer.get_name() for layer in layers)
        partition = self.partition.get_name() if self.partition else "null"
        place = f'"{map_name}_panel"'
        called = f"kurilmap.panel({map_name}, {place}, {data}, {partition}, [{listed}]);"
        return Verbatim(step(called))


def _entry(layer: Layer, key: str, at: int) -> dict[str, Any]:
    about = getattr(layer, "about", None)
    return {"name": _title(layer), "key": key, "about": about, "at": at}


def _order(layers: Sequence[Layer], lang: str) -> list[int]:
    """Return the order in which layers are listed: each party's stand in that of the language."""
    whose = [(getattr(layer, "about", None) or {}).get("claim") for layer in layers]
    turn = {party: number for number, party in enumerate(parties(lang))}
    of_parties = [at for at, party in enumerate(whose) if party in turn]
    ordered = iter(sorted(of_parties, key=lambda at: turn[str(whose[at])]))
    return [next(ordered) if at in of_parties else at for at in range(len(layers))]


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
