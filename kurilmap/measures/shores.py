"""Measures along the edge of the land: coast, and the boundary between two holders."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

import numpy as np
import shapely

from kurilmap.geodesy.measure import geod
from kurilmap.measures.land import holders
from kurilmap.measures.registry import measure
from kurilmap.scenarios import Piece, Scenario

Segment = tuple[tuple[float, float], tuple[float, float]]


@measure("coastline", unit="km")
def coastline(scenario: Scenario) -> dict[str, float]:
    """Return the length of the coast that each party holds, in km.

    Geodesic on WGS84, along the OpenStreetMap outlines, without the edges that cuts make. A coast
    has no length of its own: it grows as the outline gets finer, so :func:`coastline_scale` tells
    the scale at which this one holds. A published length at another scale is no check of it.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> coastline(scenario("status-quo"))["JP"]
    0.0
    """
    shores = _shores(scenario)
    return {holder: sum(shores.get(holder, []), 0.0) / 1000 for holder in holders(scenario)}


@measure("coastline scale", unit="m")
def coastline_scale(scenario: Scenario) -> dict[str, float]:
    """Return the scale at which :func:`coastline` holds, in metres.

    The median distance between neighbouring vertices of the coast that the party holds: bays and
    points smaller than this are not drawn, and so not measured. 0 where it holds no coast.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> 100 < coastline_scale(scenario("status-quo"))["RU"] < 400
    True
    """
    shores = _shores(scenario)
    return {
        holder: median(shores[holder]) if holder in shores else 0.0 for holder in holders(scenario)
    }


@measure("land boundary", unit="km")
def land_boundary(scenario: Scenario) -> dict[str, float]:
    """Return the length of the boundary on land that each party has with another, in km.

    Geodesic on WGS84, along the cuts where they run on land and part two holders. Where a cut
    runs is this kit's construction, and so is its length.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> land_boundary(scenario("two-islands-1956"))
    {'JP': 0.0, 'RU': 0.0}
    """
    sides: dict[Segment, set[str]] = {}
    for piece in scenario.pieces():
        for segment in _cut_segments(piece):
            sides.setdefault(segment, set()).add(piece.holders[scenario.id])
    parting = [segment for segment, held in sides.items() if len(held) > 1]
    metres = dict(zip(parting, _lengths(parting), strict=True))
    return {
        holder: sum((metres[s] for s in parting if holder in sides[s]), 0.0) / 1000
        for holder in holders(scenario)
    }


def _shores(scenario: Scenario) -> dict[str, list[float]]:
    """Return the lengths in metres of the edges of each holder's coast, low to high."""
    if "shores" in scenario.kept:
        found: dict[str, list[float]] = scenario.kept["shores"]
        return found
    edges: dict[str, list[Segment]] = {}
    for piece in scenario.pieces():
        cut = set(_cut_segments(piece))
        shore = (segment for segment in _ring_segments(piece.geometry) if segment not in cut)
        edges.setdefault(piece.holders[scenario.id], []).extend(shore)
    found = {holder: sorted(_lengths(segments)) for holder, segments in edges.items()}
    scenario.kept["shores"] = found
    return found


def _lengths(segments: list[Segment]) -> list[float]:
    if not segments:
        return []
    lon1, lat1, lon2, lat2 = np.array(segments).reshape(-1, 4).T
    metres: list[float] = geod().inv(lon1, lat1, lon2, lat2)[2].tolist()
    return metres


def _cut_segments(piece: Piece) -> Iterator[Segment]:
    for line in piece.cut_edges:
        yield from _segments(line.coords)


def _ring_segments(polygon: shapely.Polygon) -> Iterator[Segment]:
    for ring in (polygon.exterior, *polygon.interiors):
        yield from _segments(ring.coords)


def _segments(points: Iterable[tuple[float, ...]]) -> Iterator[Segment]:
    for a, b in pairwise((x, y) for x, y, *_ in points):
        yield (a, b) if a <= b else (b, a)
