"""The timeline: one geometry, recoloured by the dated states, and the events that mark it."""

from dataclasses import asdict
from typing import Any

from kurilmap import geodata, history, telling
from kurilmap.layers import look, outline
from kurilmap.layers.base import InertLayer
from kurilmap.layers.lines import line_data
from kurilmap.layers.tongues import spoken
from kurilmap.words import dated, pick, say

COAST_UNITS = ("sakhalin-north", "sakhalin-south", "kurils-north")
"""The units of the coast that the timeline draws itself."""

WHOLE = ((43.0, 139.0), (52.2, 157.9))
"""From Sakhalin to Kamchatka: south-west and north-east corner, latitude first."""

# Of a degree: 50 m, with islets from about 0.02 km². The timeline is read from far off.
_TOLERANCE, _SMALLEST = 0.0006, 2e-6
_GROUPS = tuple(reversed(geodata.UNITS))
_SAKHALIN = ("sakhalin-north", "sakhalin-south")
# In the alphabetical order of each language; in Japanese by reading, the Soviet Union first.
_PARTIES = {"en": ("JP", "RU", "SU"), "ja": ("SU", "JP", "RU"), "ru": ("RU", "SU", "JP")}


@spoken
def timeline(lang: str = "en", *, show: bool = True, over: InertLayer | None = None) -> InertLayer:
    """Return the layer of the dated states, with its slider in the panel.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"
    show : bool, default True
    over : InertLayer, optional
        The views of a map of the present that it lies over, and then hides: their coast is its own.

    Returns
    -------
    InertLayer

    Examples
    --------
    >>> timeline().data["stops"][1]["year"]
    1789
    """
    lines = _lines(lang)
    states = [_state(state, lang) for state in history.states()]
    stops = [_stop(stop, lang) for stop in history.stops()]
    cited = [s for row in (*states, *stops) for s in row["sources"]]
    data = {
        **lines,
        "units": [*([] if over else _coast()), *_groups()],
        "places": {unit: _place(unit, lang) for unit in history.UNITS},
        "states": states,
        "stops": stops,
        "names": [] if over else _names(lang),
        "looks": {holder: asdict(style) for holder, style in look.PAST.items()},
        "shore": look.ISLAND_SHORE,
        "whole": WHOLE if over else None,
        "sources": lines["sources"] | telling.sources(cited, lang),
        "words": _words(lang),
    }
    about = {
        "text": [say("timeline.about", lang), say("cite.about-timeline", lang)],
        "sources": list(data["sources"]),
    }
    name = say("timeline.layer", lang)
    needs = [over] if over else []
    return InertLayer("timeline", data, name, show=show, needs=needs, about=about)


def _lines(lang: str) -> dict[str, Any]:
    """Return the lines of all states, each with the label that comes and goes with it."""
    ids = dict.fromkeys(line for state in history.states() for line in state.lines)
    each = [line_data((key,), lang) for key in ids]
    return {
        "lines": [{**one["lines"][0], "label": next(iter(one["labels"]), None)} for one in each],
        "sources": {key: source for one in each for key, source in one["sources"].items()},
    }


def _coast() -> list[dict[str, Any]]:
    coast = {
        f["properties"]["unit"]: f["geometry"]["coordinates"]
        for f in geodata.features("coast-light.geojson")
    }
    return [{"unit": unit, "g": coast[unit]} for unit in COAST_UNITS]


def _groups() -> list[dict[str, Any]]:
    return [{"unit": unit, "g": _group(unit)} for unit in _GROUPS]


def _group(unit: str) -> list[list[outline.Ring]]:
    land = (i.geometry for i in geodata.island_shapes() if i.group == unit and i.is_land)
    simpler: Any = (shape.simplify(_TOLERANCE) for shape in land if shape.area > _SMALLEST)
    return [
        [[[round(x, 4), round(y, 4)] for x, y in ring] for ring in outline.rings(shape)]
        for shape in simpler
    ]


def _state(state: history.State, lang: str) -> dict[str, Any]:
    return {
        "id": state.id,
        "title": state.title[lang],
        "text": state.text[lang],
        "note": pick(state.note, lang),
        "border": say("timeline.agreed" if state.border == "agreed" else _border(state), lang),
        "holders": dict(state.holders),
        "fills": {unit: _fill(state, unit) for unit in history.UNITS},
        "promised": state.promised,
        "lines": state.lines,
        "rows": _rows(state, lang),
        "legend": _legend(state, lang),
        "sources": list(state.sources),
    }


def _border(state: history.State) -> str:
    return "timeline.control" if state.lines else "timeline.none"


def _fill(state: history.State, unit: str) -> str:
    holder = state.holders[unit].replace(" ", "-")
    return f"{holder}-open" if unit in state.left_open else holder


def _rows(state: history.State, lang: str) -> list[list[str]]:
    """Return who holds what, with what belongs together told as one where it is held as one."""
    rows = []
    for key, units in (("sakhalin", _SAKHALIN), ("", ("kurils-north",)), ("groups", _GROUPS)):
        told = {_fill(state, unit) for unit in units}
        if key and len(told) == 1:
            rows.append([say(f"timeline.{key}", lang), _held(state, units[0], lang)])
        else:
            rows += [[_place(unit, lang), _held(state, unit, lang)] for unit in units]
    return rows


def _place(unit: str, lang: str) -> str:
    return say(f"unit.{unit}" if unit in _GROUPS else f"timeline.{unit}", lang)


def _held(state: history.State, unit: str, lang: str) -> str:
    return say(f"past.{state.holders[unit].replace(' ', '-')}", lang)


def _legend(state: history.State, lang: str) -> list[dict[str, Any]]:
    order = _PARTIES[lang]
    units = [u for u in history.UNITS if state.holders[u] in order]
    units.sort(key=lambda unit: order.index(state.holders[unit]))
    # The states first, in the order of the page's language; then what is no state's.
    units += [u for u in history.UNITS if u not in units]
    fills = dict.fromkeys(_fill(state, unit) for unit in units)
    items: list[dict[str, Any]] = []
    for fill in fills:
        holder = fill.removesuffix("-open")
        label = say(f"past.{holder}", lang)
        if fill != holder:
            treaty = "open" if _after_treaty(state) else "unsettled"
            label = say(f"timeline.{treaty}", lang, holder=label)
        items.append({"fill": f"url(#km-past-{fill})", "label": label})
    if state.promised:
        items.append({"fill": "url(#km-past-promised)", "label": say("timeline.promised", lang)})
    return items


def _after_treaty(state: history.State) -> bool:
    return "unts-1832" in state.sources


def _stop(stop: history.Stop, lang: str) -> dict[str, Any]:
    number = {state.id: k for k, state in enumerate(history.states())}
    told = stop.event or {"title": stop.state.title, "text": {}, "sources": ()}
    return {
        "id": stop.id,
        "year": stop.day.year if stop.day else None,
        "date": _date(stop, lang),
        "title": told["title"][lang],
        "text": "" if stop.begins else told["text"][lang],
        "state": number[stop.state.id],
        "begins": stop.begins,
        "sources": list(dict.fromkeys([*told["sources"], *(stop.state.sources * stop.begins)])),
    }


def _date(stop: history.Stop, lang: str) -> str:
    if stop.day is None:
        return say("timeline.before", lang)
    return dated(stop.day, stop.precision, lang)


def _names(lang: str) -> list[dict[str, Any]]:
    """Name the four groups, each by itself where there is room, else all as one."""
    at = {"habomai": (146.15, 43.5), "shikotan": (146.75, 43.8)}
    at |= {"kunashiri": (145.85, 44.1), "etorofu": (147.8, 45.0)}
    shared = {"kind": "islet", "leader": True, "rank": 12}
    each = [{**shared, "at": at[unit], "text": say(f"unit.{unit}", lang), "from": 5} for unit in at]
    groups = say("timeline.groups", lang)
    return [*each, {**shared, "at": (147.2, 44.4), "text": groups, "from": 4, "to": 4.99}]


def _words(lang: str) -> dict[str, str]:
    keys = (
        "heading",
        "slider",
        "play",
        "pause",
        "previous",
        "next",
        "year",
        "who",
        "map-shows",
        "no-change",
        "over",
        "all",
        "keys",
    )
    words = {key.replace("-", ""): say(f"timeline.{key}", lang) for key in keys}
    return {
        **words,
        "sources": say("panel.sources", lang),
        "legend": say("panel.legend", lang),
        "course": say("panel.course", lang),
    }
