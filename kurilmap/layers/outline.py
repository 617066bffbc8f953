"""Outlines as the page draws them: rings, and the shore without the edges that a cut made."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely import LineString, Polygon

DECIMALS = 6
"""Of a degree: 0.1 m."""

Ring = list[list[float]]


def rounded(points: Iterable[Sequence[float]]) -> Ring:
    """Return points with as many decimals as the data has.

    Parameters
    ----------
    points : iterable of pairs
        Longitude and latitude, degrees.

    Returns
    -------
    list of list of float

    Examples
    --------
    >>> rounded([(146.12345678, 43.5)])
    [[146.123457, 43.5]]
    """
    return [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in points]


def rings(polygon: "Polygon") -> list[Ring]:
    """Return a polygon's rings, shell first, without the closing vertex, which Leaflet adds.

    Parameters
    ----------
    polygon : shapely.Polygon
        EPSG:4326.

    Returns
    -------
    list of rings

    Examples
    --------
    >>> from shapely import box
    >>> rings(box(0, 0, 1, 1))
    [[[1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]]
    """
    return [rounded(ring.coords[:-1]) for ring in (polygon.exterior, *polygon.interiors)]


def shore(polygon: "Polygon", cut_edges: Iterable["LineString"]) -> list[Ring]:
    """Return a polygon's boundary without the edges that cuts made, as open lines.

    Parameters
    ----------
    polygon : shapely.Polygon
        EPSG:4326.
    cut_edges : iterable of shapely.LineString
        Stretches of its boundary, vertex by vertex.

    Returns
    -------
    list of lines

    Examples
    --------
    >>> from shapely import LineString, box
    >>> shore(box(0, 0, 1, 1), [LineString([(1, 0), (1, 1)])])
    [[[1.0, 1.0], [0.0, 1.0], [0.0, 0.0], [1.0, 0.0]]]
    """
    cut = {
        frozenset(map(tuple, pair)) for edge in cut_edges for pair in pairwise(rounded(edge.coords))
    }
    return [run for ring in rings(polygon) for run in _runs([*ring, ring[0]], cut)]


def _runs(closed: Ring, cut: set[frozenset[tuple[float, ...]]]) -> Iterator[Ring]:
    runs: list[Ring] = [[closed[0]]]
    for a, b in pairwise(closed):
        if frozenset((tuple(a), tuple(b))) in cut:
            runs.append([b])
        else:
            runs[-1].append(b)
    if len(runs) > 1 and runs[-1][-1] == runs[0][0]:
        # The ring began in the middle of a stretch of shore: join its two ends.
        runs[0] = runs.pop() + runs[0][1:]
    return (run for run in runs if len(run) > 1)
