"""The overview, and the map of one scenario: layers put together."""

from collections.abc import Iterable
from functools import partial

from kurilmap import layers
from kurilmap.errors import UnknownScenario
from kurilmap.maps.base import Map
from kurilmap.maps.numbers import choice_numbers
from kurilmap.scenarios import Scenario, scenario
from kurilmap.scenarios import scenarios as catalogue
from kurilmap.scenarios.refusal import shown
from kurilmap.words import parties, say


def overview_map(
    lang: str = "en",
    scenarios: Iterable[Scenario | str] | None = None,
    chosen: str | None = None,
) -> Map:
    """Return the map of everything: claims, lines, and all scenarios as one choice.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"
    scenarios : iterable of Scenario or str, optional
        What can be chosen, in this order; the whole catalogue where none are given.
    chosen : str, optional
        Id of the scenario that the page begins with; the claims alone where none is given. The
        page's title names what is chosen, and follows the choice; the heading stays.

    Returns
    -------
    Map

    Raises
    ------
    kurilmap.errors.UnknownScenario
        If no scenario has one of the ids, or `chosen` is none of the choice.
    kurilmap.errors.ScenarioError
        If two scenarios have the same id, or a cut cannot be made.
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> overview_map("ru").page_lang
    'ru'
    >>> overview_map(chosen="two-islands-1956").page_title[:31]
    'Two islands after a peace treat'
    """
    choice = list(catalogue().values() if scenarios is None else map(_scenario, scenarios))
    begun = None if chosen is None else _among(choice, chosen)
    composed = _compose(
        partial(say, "map.title"), choice, None, lang, lines=True, whole=scenarios is None
    )
    if begun:
        begin_with(composed, begun)
    return composed


def begin_with(overview: Map, one: Scenario) -> None:
    """Let an overview begin with a scenario, and with another than before.

    Parameters
    ----------
    overview : Map
        As :func:`overview_map` returns it; changed in place.
    one : Scenario
        Of those that can be chosen there.

    Examples
    --------
    >>> page = overview_map("ru")
    >>> begin_with(page, scenario("equal-area"))
    >>> page.page_title.split(" — ")[0]
    'Раздел площади поровну'
    """

    def tab(lang: str, name: str = "{scenario}") -> str:
        return say("map.title-chosen", lang, scenario=name, title=say("map.title", lang))

    overview.page_title = tab(overview.page_lang, one.title[overview.page_lang])
    # The page fills in what its reader has chosen.
    overview.panel.begin(one.id, tab)


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
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> scenario_map("two-islands-1956").page_title
    'Two islands after a peace treaty, Joint Declaration, 1956'
    """
    one = _scenario(which)
    return _compose(one.title.__getitem__, [one], one.id, lang, lines=False)


def _compose(
    title: layers.Text,
    choice: list[Scenario],
    chosen: str | None,
    lang: str,
    *,
    lines: bool,
    whole: bool = False,
) -> Map:
    """Put the layers together; `lines` adds the treaty lines, which start switched off.

    `whole` adds what the record tells in words only.
    """
    composed = Map(title, lang)
    ground = layers.partition(choice, lang)
    present = [
        *(layers.claim(party, ground, lang) for party in parties(lang)[:2]),
        layers.lines("control", lang),
    ]
    composed.add_child(layers.land(lang, without=layers.PAST_COAST if lines else ()))
    composed.add_child(ground)
    for layer in present:
        composed.add_child(layer)
    for layer in layers.sea(choice, ground, lang):
        composed.add_child(layer)
    if lines:
        seen = layers.views(ground, present, lang)
        composed.add_child(seen)
        composed.add_child(layers.readings(lang))
        for key in layers.LINE_LAYERS:
            if key != "control":
                composed.add_child(layers.lines(key, lang, show=False))
    composed.add_child(layers.settlements(lang))
    composed.add_child(layers.landmarks(lang))
    composed.add_child(layers.straits(lang))
    if lines:
        composed.add_child(layers.timeline(lang, show=False, over=seen))
    composed.panel = layers.Panel(title, choice, ground, chosen, lang, proposals=whole)
    composed.panel.add(
        lambda lang: {"tools": layers.tools(choice, lang), "numbers": choice_numbers(choice, lang)}
    )
    if len(choice) > 1:
        composed.panel.add(lambda lang: {"beside": {"words": layers.beside(lang)}})
    return composed


def _among(choice: list[Scenario], chosen: str) -> Scenario:
    """Return the scenario that a page begins with."""
    for one in choice:
        if one.id == chosen:
            return one
    raise UnknownScenario(
        f"overview_map(chosen={shown(chosen, 80)}) was given, which is no id among the scenarios "
        f"to choose from: {', '.join(one.id for one in choice) or 'none'}."
    )


def _scenario(which: Scenario | str) -> Scenario:
    return which if isinstance(which, Scenario) else scenario(which)
