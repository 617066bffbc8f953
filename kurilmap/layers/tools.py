"""What the page needs for partitions of the reader's own: a moving cut, a drawn shape."""

from collections.abc import Sequence
from typing import Any

from kurilmap import telling
from kurilmap.geodata import UNITS
from kurilmap.geodesy.sides import SIDES
from kurilmap.scenarios import Scenario
from kurilmap.scenarios.document import plain
from kurilmap.scenarios.land import land
from kurilmap.scenarios.moved import Movable, movable, moved
from kurilmap.scenarios.parts import Parts, derived
from kurilmap.words import decimal_marks, parties, say

_WORDS = {
    "heading": "own.heading",
    "unit": "own.unit",
    "share": "own.share",
    "bearing": "own.bearing",
    "equal": "own.equal",
    "degrees": "own.degrees",
    "shareText": "own.share-text",
    "reset": "own.reset",
    "leaves": "own.leaves",
    "note": "own.note",
    "noteDrawn": "own.note-drawn",
    "impossible": "own.impossible",
    "file": "own.file",
    "fileNote": "own.file-note",
    "copy": "own.copy",
    "copied": "own.copied",
    "selected": "cite.selected",
    "download": "own.download",
    "drawHeading": "draw.heading",
    "drawLead": "draw.lead",
    "line": "draw.line",
    "polygon": "draw.polygon",
    "helpLine": "draw.help-line",
    "helpPolygon": "draw.help-polygon",
    "centre": "draw.centre",
    "undo": "draw.undo",
    "finish": "draw.finish",
    "cancel": "draw.cancel",
    "count": "draw.count",
    "remove": "draw.remove",
    "holder": "draw.holder",
    "rest": "draw.rest",
    "side": "draw.side",
    "sideOption": "draw.side-option",
    "shapeOnly": "draw.shape-only",
    "lineShown": "draw.line-shown",
    "notThrough": "draw.not-through",
    "geojson": "draw.geojson",
    "geojsonNote": "draw.geojson-note",
    "sentence": "panel.sentence",
    "constructed": "standing.constructed",
    "kind": "kind.constructed",
    "inScenario": "popup.in-scenario",
    "part": "popup.part",
    "km2": "unit-of.km2",
}


def tools(
    scenarios: Sequence[Scenario], lang: str = "en", *, any_unit: bool = False
) -> dict[str, Any]:
    """Return what ``tools.js`` gets.

    Parameters
    ----------
    scenarios : sequence of Scenario
        Those of the page's choice.
    lang : {"en", "ja", "ru"}, default "en"
    any_unit : bool, default False
        Whether the reader picks the unit that is cut; else only a cut that a scenario makes by
        share can be moved.

    Returns
    -------
    dict

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> list(tools([scenario("aso-quarter")])["scenarios"]["aso-quarter"]["cuts"])
    ['etorofu']
    """
    group, point = decimal_marks(lang)
    told = {scenario.id: _scenario(scenario, lang, any_unit=any_unit) for scenario in scenarios}
    cut = [unit for one in told.values() for unit in one["cuts"]]
    return {
        "any": any_unit,
        "order": parties(lang),
        "holders": {holder: say(f"holder.{holder}", lang) for holder in parties(lang)},
        "verbs": {holder: say(f"holder.would-{holder}", lang) for holder in parties(lang)},
        "sides": {side: say(f"side.{side}", lang) for side in SIDES},
        "units": {unit: _unit(unit, lang) for unit in dict.fromkeys([*UNITS, *cut])},
        "scenarios": told,
        "words": {
            **{key: say(word, lang) for key, word in _WORDS.items()},
            "group": group,
            "point": point,
            "percent": "\u00a0%" if lang == "ru" else "%",
        },
    }


def _unit(unit: str, lang: str) -> dict[str, Any]:
    on = land()
    frame = next(plot.frame for island, plot in on.plots.items() if unit.startswith(_group(island)))
    return {"name": telling.unit_name(unit, lang), "at": [frame.lon, frame.lat]}


def _group(island: str) -> str:
    return island.partition("/")[0]


def _scenario(scenario: Scenario, lang: str, *, any_unit: bool) -> dict[str, Any]:
    own = derived(scenario, Parts.of(scenario))
    file = plain(own)
    given = {rule.unit for rule in scenario.cuts}
    units = [*given, *(unit for unit in UNITS if any_unit and unit not in given)]
    cuts = {unit: cut for unit in units if (cut := movable(scenario, unit))}
    return {
        "file": {**file, "date": own.date.isoformat()},
        "title": own.title[lang],
        "cuts": {
            unit: _cut(scenario, cut, lang)
            for unit, cut in cuts.items()
            if any_unit or cut.documented
        },
    }


def _cut_anew(scenario: Scenario, unit: str) -> Scenario:
    """Return the scenario with its cut of a unit moved; made once for all languages."""
    if (key := ("cut anew", unit)) not in scenario.kept:
        scenario.kept[key] = moved(scenario, unit)
    own: Scenario = scenario.kept[key]
    return own


def _cut(scenario: Scenario, cut: Movable, lang: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "share": cut.share,
        "solved": cut.solved,
        "bearing": cut.bearing,
        "azimuth": cut.azimuth,
        "side": cut.side,
        "holder": cut.holder,
        "rest": cut.rest,
        "documented": cut.documented,
    }
    if scenario.rights or scenario.administers:
        # What is left of rights and administration once this unit is cut.
        own = _cut_anew(scenario, cut.unit)
        told |= {
            "rights": telling.rights(own, lang),
            "verbs": {row["holder"] + row["mark"]: row["label"] for row in telling.key(own, lang)},
        }
    return told
