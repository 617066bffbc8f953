"""The sea under every scenario: boundary, territorial sea and 200-mile zone, each line once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap import telling
from kurilmap.layers import look
from kurilmap.layers.base import InertLayer
from kurilmap.layers.lines import line_look
from kurilmap.layers.tongues import spoken
from kurilmap.scenarios import Scenario, scenario
from kurilmap.sea import LinePiece, WaterPiece, cache, drawn
from kurilmap.sea.tables import TODAY
from kurilmap.telling.sea import ZONES, sea_notes, sea_told
from kurilmap.words import say

Array = NDArray[np.float64]

_SCALE = 10_000  # coordinates are written in steps of a ten-thousandth of a degree: 11 m
_HALF_PIXEL_M = 55.0  # half of what a pixel shows at zoom 10 and 44°N
_DEGREE_M = 111_195.0
_BEYOND = {"territorial": ZONES["zone"]}
_OPACITY = {"territorial": 0.2, "zone": 0.09}


@spoken
def sea(
    scenarios: Sequence[Scenario], partition: InertLayer, lang: str = "en", *, show: bool = True
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
        Whether they are on at first.

    Returns
    -------
    list of InertLayer
        What the others share (not among the layers that a reader switches), then the boundary,
        the territorial sea and the 200-mile zone.
    """
    told = sea_notes(lang)
    drawing = _drawing(tuple(scenarios))
    faces = drawing["faces"]
    cases = {
        one.id: {**sea_told(one, lang), "faces": faces[number]}
        for number, one in enumerate(scenarios)
    }
    words = {"sources": "panel.sources", "inScenario": "popup.in-scenario"}
    words |= {"change": "waters.change"}
    data = {
        "arcs": drawing["arcs"],
        "statuses": drawing["statuses"],
        "base": faces[-1],
        "cases": cases,
        **told,
        "sources": telling.sources(told["cited"], lang) | telling.outline_source(lang),
        "words": {key: say(word, lang) for key, word in words.items()},
    }
    shared = InertLayer("sea", data, say("waters.section", lang), control=False, needs=[partition])
    about = {"sources": [telling.SOURCE, *told["cited"]]}
    zones = [_zone(kind, shared, about, lang, show=show) for kind in ZONES]
    return [shared, _boundary(shared, {**about, "text": told["notes"]}, lang, show=show), *zones]


def _boundary(shared: InertLayer, about: dict[str, Any], lang: str, *, show: bool) -> InertLayer:
    keys = {
        "boundary": "layer.sea-boundary",
        "sea": "waters.sea",
        "section": "waters.section",
        "straits": "waters.straits",
        "same": "waters.same",
    }
    style = line_look("constructed", None)
    head = [say("waters.change-head", lang), *(say(f"layer.sea-{kind}", lang) for kind in ZONES)]
    words = {key: say(word, lang) for key, word in keys.items()}
    holders = {holder: say(f"holder.{holder}", lang) for holder in look.HOLDERS}
    data = {
        "look": style,
        "words": {**words, "head": head, "holders": holders},
        "sources": shared.data["sources"],
    }
    about = {
        **about,
        "text": [say("waters.about-boundary", lang), say("cite.about-sea", lang), *about["text"]],
        "legend": [{"line": style, "label": words["boundary"]}],
    }
    name = words["boundary"]
    return InertLayer("seaBoundary", data, name, show=show, needs=[shared], about=about)


def _zone(
    kind: str, shared: InertLayer, about: dict[str, Any], lang: str, *, show: bool
) -> InertLayer:
    line = {**asdict(look.LIMITS[kind]), "cap": "butt"}
    data = {
        "zone": ZONES[kind],
        "beyond": _BEYOND.get(kind),
        "opacity": _OPACITY[kind],
        "looks": {holder: asdict(style) for holder, style in look.HOLDERS.items()},
        "line": line,
        "words": {
            "zone": say(f"layer.sea-{kind}", lang),
            "changes": say("waters.changes", lang),
            "limit": say(f"waters.limit-{kind}", lang),
            "gained": {holder: say(f"waters.gained-{holder}", lang) for holder in look.HOLDERS},
        },
        "sources": shared.data["sources"],
    }
    about = {
        **about,
        "text": [say("waters.about-zones", lang), say("cite.about-zone", lang)],
        "legend": [{"line": line, "label": say(f"waters.limit-{kind}", lang)}],
    }
    name = say(f"layer.sea-{kind}", lang)
    return InertLayer("seaZone", data, name, show=show, needs=[shared], about=about)


@lru_cache(maxsize=16)
def _drawing(scenarios: tuple[Scenario, ...]) -> Mapping[str, Any]:
    """Return the lines, and by scenario (today last) whose the faces between them are."""
    every = [*scenarios, scenario(TODAY)]
    answer: Mapping[str, Any] = cache.remembered(
        ["drawing", _SCALE, [cache.partition_of(one) for one in every]], lambda: _worked(every)
    )
    return answer


def _worked(every: Sequence[Scenario]) -> dict[str, Any]:
    pieces, lines = drawn(every)
    arcs = [
        {"g": steps, "l": sides[0], "r": sides[1], **({"e": 1} if edge else {})}
        for sides, line, edge in _arcs(pieces, lines)
        if len(steps := _steps(line)) > 2
    ]
    statuses = list(dict.fromkeys((h, piece.zone) for piece in pieces for h in piece.holders))
    return {
        "arcs": arcs,
        "statuses": [{"holder": holder, "zone": zone} for holder, zone in statuses],
        "faces": [
            [statuses.index((piece.holders[number], piece.zone)) for piece in pieces]
            for number in range(len(every))
        ],
    }


def _arcs(
    pieces: Sequence[WaterPiece], lines: Sequence[LinePiece]
) -> Iterator[tuple[tuple[int, int], Array, bool]]:
    """Give out each line with the faces beside it, and whether it is but the window's edge."""
    inner = [
        (line.sides, shapely.get_coordinates(part))
        for line in lines
        for part in shapely.get_parts(line.geometry)
    ]
    known = {key for _, points in inner for key in _keys(points)}
    yield from ((sides, line, False) for sides, line in inner)
    for number, piece in enumerate(pieces):
        edges = [
            (a, b)
            for polygon in shapely.get_parts(piece.geometry)
            for ring in (polygon.exterior, *polygon.interiors)
            for a, b, key in _edges(shapely.get_coordinates(ring))
            if key not in known
        ]
        if edges:
            merged = shapely.line_merge(shapely.MultiLineString(edges))
            for part in shapely.get_parts(merged):
                yield (number, -1), shapely.get_coordinates(part), True


def _edges(points: Array) -> Iterator[tuple[Any, Any, frozenset[tuple[float, float]]]]:
    places = [(x, y) for x, y in points.tolist()]
    for a, b in pairwise(places):
        yield a, b, frozenset((a, b))


def _keys(points: Array) -> Iterator[frozenset[tuple[float, float]]]:
    return (key for *_, key in _edges(points))


def _steps(line: Array) -> list[int]:
    """Return a line, made lighter, as its first point and the steps from point to point."""
    scale = np.array([np.cos(np.radians(line[:, 1].mean())), 1.0]) * _DEGREE_M
    closed = bool((line[0] == line[-1]).all())
    light = shapely.LineString(line * scale).simplify(_HALF_PIXEL_M, preserve_topology=closed)
    whole = np.round(shapely.get_coordinates(light) / scale * _SCALE).astype(int)
    moves = np.append(True, (np.diff(whole, axis=0) != 0).any(axis=1))
    flat: list[int] = np.diff(whole[moves], axis=0, prepend=[[0, 0]]).ravel().tolist()
    return flat
