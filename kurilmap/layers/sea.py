"""The sea under every scenario: boundary, territorial sea and 200-mile zone, each line once."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from kurilmap import geodata, telling
from kurilmap.layers import look
from kurilmap.layers.base import InertLayer
from kurilmap.layers.lines import line_look
from kurilmap.scenarios import Scenario, scenario
from kurilmap.sea import Overlay, drawn
from kurilmap.words import pick, say

BASE = "status-quo"
"""What waters change against."""

_SCALE = 10_000
_NOTES = ("provisional", "baseline", "designated", "third-states")
_ZONES = {"territorial": "territorial sea", "zone": "EEZ"}


def sea(
    scenarios: Sequence[Scenario],
    partition: InertLayer,
    lang: str = "en",
    *,
    show: bool = True,
) -> list[InertLayer]:
    """Return the layers of the sea, which follow the choice of scenario.

    Parameters
    ----------
    scenarios : sequence of Scenario
        In the order of the choice.
    partition : InertLayer
        The layer of the islands, which tells what is chosen.
    lang : {"en", "ja", "ru"}, default "en"
    show : bool, default True
        Whether the boundary and the zones are on at first.

    Returns
    -------
    list of InertLayer
        What the others share, then boundary, territorial sea and 200-mile zone.
    """
    cited = _cited()
    data = {
        **_lines(scenarios),
        "cases": {one.id: _case(one, lang) for one in scenarios},
        **telling.sea_notes(lang),
        "cited": cited,
        "sources": telling.sources(cited, lang),
        "words": {
            "sources": say("panel.sources", lang),
            "inScenario": say("popup.in-scenario", lang),
            "change": say("waters.change", lang),
        },
    }
    shared = InertLayer("sea", data, say("waters.zone", lang), control=False, needs=[partition])
    return [
        shared,
        _boundary(shared, lang, show=show),
        *(_zone(kind, shared, lang, show=show) for kind in _ZONES),
    ]
