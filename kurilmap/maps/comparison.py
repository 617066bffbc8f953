"""Two scenarios on two maps that move together, with one panel."""

from typing import Any

from kurilmap import layers, measures, telling
from kurilmap.errors import ScenarioError
from kurilmap.maps.base import Map
from kurilmap.scenarios import Scenario, scenario
from kurilmap.words import check_lang, decimal_marks, parties, say


class PairMap(Map):
    """A map with a second one beside it, which shows another scenario and moves with it.

    What is added to it with folium lands on the first map; layers of kurilmap stand on both. The
    geometry is in the page once.

    Parameters
    ----------
    a, b : Scenario
        What the first map shows, and what the second.
    lang : {"en", "ja", "ru"}, default "en"
    """

    def __init__(self, a: Scenario, b: Scenario, lang: str = "en") -> None:
        title = say("compare.title", lang, a=a.title[lang], b=b.title[lang])
        super().__init__(title, lang)
        self._ground = layers.partition([a, b], lang)
        self.add_child(layers.land(lang))
        self.add_child(self._ground)
        # Beside fills the hatches of the claims would not be seen, and the maps are small.
        for party in parties(lang)[:2]:
            self.add_child(layers.claim(party, self._ground, lang, show=False))
        self.add_child(layers.lines("control", lang))
        self.add_child(layers.differ(self._ground, lang))
        self.add_child(layers.settlements(lang))
        self.add_child(layers.straits(lang, show=False))
        self.panel = layers.Panel(title, [a, b], self._ground, a.id, lang)
        self._beside = {
            "shown": b.id,
            "fixed": True,
            "words": _words(lang),
            "numbers": _numbers(a, b, lang),
        }

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]
        """Write both maps into the figure."""
        super().render(**kwargs)
        told = layers.to_script_json(self._beside)
        script = f"kurilmap.beside({self.get_name()}, {self._ground.get_name()}, {told});"
        figure = layers.figure_with_assets(self)
        figure.script.add_child(layers.Verbatim(script), name=f"{self.get_name()}_beside")


def comparison_map(a: Scenario | str, b: Scenario | str, lang: str = "en") -> Map:
    """Return two maps that move together: one legend and panel, what differs outlined.

    Parameters
    ----------
    a, b : Scenario or str
        Scenarios, or ids of the catalogue: what the first map shows, and what the second.
    lang : {"en", "ja", "ru"}, default "en"

    Returns
    -------
    Map
        A folium map. What you add to it with folium stands on the first map; layers of
        :mod:`kurilmap.layers` stand on both.

    Raises
    ------
    kurilmap.errors.UnknownScenario
        If no scenario has one of the ids.
    kurilmap.errors.ScenarioError
        If both have one id, or a cut cannot be made.
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> comparison_map("two-islands-1956", "equal-area", lang="ja").page_lang
    'ja'
    """
    check_lang(lang)
    first, second = (one if isinstance(one, Scenario) else scenario(one) for one in (a, b))
    if first.id == second.id:
        raise ScenarioError(
            f"comparison_map() was given two scenarios with the id {first.id!r}; allowed are two "
            "that differ. Give yours an id of its own: scenario.named(id=…)."
        )
    return PairMap(first, second, lang)


def _words(lang: str) -> dict[str, Any]:
    group, point = decimal_marks(lang)
    keys = ("changes", "same", "unit", "change", "area", "shares")
    return {
        **{key: say(f"compare.{key}", lang) for key in keys},
        "holders": {holder: say(f"holder.{holder}", lang) for holder in parties(lang)},
        "km2": say("unit-of.km2", lang),
        "group": group,
        "point": point,
    }


def _numbers(a: Scenario, b: Scenario, lang: str) -> dict[str, Any]:
    """Return every measure of both as the page folds it out."""
    computed, gather = measures.wanted()
    cited = list(dict.fromkeys(measures.published_table([a, b], gather)["source"]))
    rows = {
        "computed": measures.computed_rows([a, b], computed, lang),
        "published": measures.published_rows([a, b], gather, lang),
    }
    notes = {
        "computed": say("compare.computed-note", lang),
        "published": say("compare.published-note", lang),
    }
    return {
        "title": say("compare.numbers", lang),
        "tables": [
            {
                "caption": say(f"compare.{key}", lang),
                "heads": [say("compare.measure", lang), "A", "B"],
                "rows": [[row.measure, row.holder, *row.cells] for row in rows[key]],
                "note": notes[key],
            }
            for key in rows
        ],
        "cited": cited,
        "sources": telling.sources(cited, lang),
    }
