"""The page that a panel holds in its frame."""

from collections.abc import Mapping
from typing import Any

from kurilmap import layers
from kurilmap.geodata import UNITS
from kurilmap.maps import Map, overview_map
from kurilmap.page import to_html
from kurilmap.scenarios import Scenario
from kurilmap.scenarios.values import HOLDERS
from kurilmap.words import say


def explored_map(choice: Mapping[str, Scenario], chosen: str | None, lang: str) -> Map:
    """Return the overview in which any unit can be cut, and which tells its frame what is chosen.

    Parameters
    ----------
    choice : mapping of str to Scenario
        By id.
    chosen : str or None
        Id of the scenario that is chosen at first.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    Map
    """
    composed = overview_map(lang, choice.values())

    def tell(lang: str) -> dict[str, Any]:
        tools = layers.tools(list(choice.values()), lang, any_unit=True)
        cuts = {id_: told["cuts"] for id_, told in tools["scenarios"].items()}
        # The first unit is the one that is meant where none is named.
        units = {id_: units_of(each) for id_, each in cuts.items()}
        return {
            "title": say("explore.title", lang),
            "chosen": chosen,
            "tools": tools,
            "bridge": {"units": units, "groups": UNITS, "holders": HOLDERS},
        }

    composed.panel.add(tell)
    return composed


def units_of(cuts: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Return the units that can be cut, that first which a scenario cuts itself.

    Parameters
    ----------
    cuts : mapping
        By unit, as :func:`kurilmap.layers.tools` tells them.

    Returns
    -------
    list of str

    Examples
    --------
    >>> units_of({"habomai": {"documented": False}, "etorofu": {"documented": False}})
    ['etorofu', 'habomai']
    """
    return sorted(cuts, key=lambda unit: (not cuts[unit]["documented"], unit != UNITS[-1]))


def page_of(choice: Mapping[str, Scenario], chosen: str | None, lang: str) -> str:
    """Return the text of that page.

    Parameters
    ----------
    choice : mapping of str to Scenario
    chosen : str or None
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str
    """
    return to_html(explored_map(choice, chosen, lang))
