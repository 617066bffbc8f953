"""Two scenarios on two maps that move together, with one panel."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from kurilmap import layers
from kurilmap.errors import ScenarioError
from kurilmap.maps.base import Map
from kurilmap.maps.numbers import all_numbers
from kurilmap.measures.registry import Named
from kurilmap.scenarios import Scenario, scenario
from kurilmap.words import check_lang, parties, say

PAIR_VIEW = ((43.25, 145.25), (45.65, 149.05))
"""The first view of both: the four groups alone, as each map has half the room."""


class ComparedMap(Map):
    """A map whose panel tells of several scenarios; of two, with a second map beside it.

    What is added to it with folium lands on the first map; layers of kurilmap stand on both. The
    geometry is in the page once.

    Parameters
    ----------
    title : str or callable
    scenarios : sequence of Scenario
    lang : {"en", "ja", "ru"}
    measures : iterable of str or callable, optional
        What the panel's table tells; as for :func:`kurilmap.measures.wanted`.
    """

    def __init__(
        self,
        title: layers.Text,
        scenarios: Sequence[Scenario],
        lang: str,
        measures: Iterable[Named] | None = None,
    ) -> None:
        self._two = len(scenarios) == 2
        self._both = list(scenarios) if self._two else []
        super().__init__(title, lang, bounds=PAIR_VIEW if self._two else None)
        self._ground = layers.partition(scenarios, lang)
        self.add_child(layers.land(lang))
        self.add_child(self._ground)
        # Beside fills the hatches of the claims are not seen, and two maps are small.
        for party in parties(lang)[:2]:
            self.add_child(layers.claim(party, self._ground, lang, show=False))
        self.add_child(layers.lines("control", lang))
        if self._two:
            self.add_child(layers.differ(self._ground, lang))
        self.add_child(layers.settlements(lang))
        self.add_child(layers.straits(lang, show=not self._two))
        self.panel = layers.Panel(title, scenarios, self._ground, scenarios[0].id, lang)
        self.panel.pair = self._two
        named = None if measures is None else list(measures)
        if not self._two:
            self.panel.add(lambda lang: {"beside": {"words": layers.beside(lang)}})
        self._told = lambda lang: {
            "shown": scenarios[-1].id,
            "fixed": True,
            "words": layers.beside(lang),
            "numbers": all_numbers(scenarios, named, lang),
        }

    def _pictured(self) -> list[Scenario]:
        return self._both or super()._pictured()

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]
        """Write the map, or both maps, into the figure."""
        super().render(**kwargs)
        figure = layers.figure_with_assets(self)
        data = layers.shared_in(figure).packed(layers.in_each(self._told))
        name, told = self.get_name(), layers.to_script_json(data)
        script = layers.step(
            f"kurilmap.beside({name}, {self._ground.get_name()}, {told});"
            if self._two
            else f"kurilmap.several({name}, {told});"
        )
        figure.script.add_child(layers.Verbatim(script), name=f"{name}_compared")


def comparison_map(
    a: Scenario | str,
    b: Scenario | str,
    lang: str = "en",
    *,
    measures: Iterable[Named] | None = None,
) -> Map:
    """Return two maps that move together: one legend and panel, what differs outlined.

    Parameters
    ----------
    a, b : Scenario or str
        Scenarios, or ids of the catalogue: what the first map shows, and what the second.
    lang : {"en", "ja", "ru"}, default "en"
    measures : iterable of str or callable, optional
        What the table of measures tells; as for :func:`kurilmap.compare`.

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

    def title(lang: str) -> str:
        return say("compare.title", lang, a=first.title[lang], b=second.title[lang])

    return ComparedMap(title, [first, second], lang, measures)


def several_map(
    scenarios: Sequence[Scenario], lang: str = "en", *, measures: Iterable[Named] | None = None
) -> Map:
    """Return one map of several scenarios, with a choice, and a panel that compares them all.

    Parameters
    ----------
    scenarios : sequence of Scenario
        With ids that differ; the first is chosen at first.
    lang : {"en", "ja", "ru"}, default "en"
    measures : iterable of str or callable, optional
        What the table of measures tells; as for :func:`kurilmap.compare`.

    Returns
    -------
    Map
    """
    title = partial(say, "compare.title-several", count=len(scenarios))
    return ComparedMap(title, scenarios, lang, measures)
