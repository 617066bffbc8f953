"""Make edges that are meant to be the same the same: a file's rounding moves them apart."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

Line = shapely.LineString | shapely.MultiLineString

# A vertex this near to the shore is meant to be on it: six decimals of a degree are 0.1 m.
_SHORE_M = 0.1

# So near to a line, a vertex is on it but for arithmetic; land that moves by it is no matter.
_NODE_M = 1e-4


def to_shore(polygon: shapely.Polygon, land: Sequence[shapely.Polygon]) -> shapely.Polygon:
    """Return a polygon whose vertices beside the shore lie on it, on its own vertices first.

    Parameters
    ----------
    polygon : shapely.Polygon
        On a plane, in metres.
    land : sequence of shapely.Polygon

    Returns
    -------
    shapely.Polygon
        As it was, if it would cross itself so.

    Examples
    --------
    >>> land = shapely.box(0, 0, 10, 10)
    >>> drawn = shapely.Polygon([(0.01, 0), (10, 0.02), (10.03, 5), (0, 5)])
    >>> to_shore(drawn, [land]).wkt
    'POLYGON ((0 0, 10 0, 10 5, 0 5, 0 0))'
    """
    if not len(land):
        return polygon
    points = shapely.get_coordinates(polygon)
    west, south, east, north = polygon.bounds
    box = shapely.box(west - _SHORE_M, south - _SHORE_M, east + _SHORE_M, north + _SHORE_M)
    shores = [_beside(each, points) for each in np.array(land)[shapely.intersects(box, land)]]
    moved = points.copy()
    for shore in (shore for shore in shores if shore is not None):
        near = np.flatnonzero(shapely.dwithin(shore, _points(points), _SHORE_M))
        drawn = _points(points[near])
        foot = shapely.line_interpolate_point(shore, shapely.line_locate_point(shore, drawn))
        moved[near] = shapely.get_coordinates(foot)
        corners = shapely.get_coordinates(shore)
        of, corner = shapely.STRtree(_points(corners)).query_nearest(
            drawn, max_distance=_SHORE_M, all_matches=False
        )
        moved[near[of]] = corners[corner]
    snapped: shapely.Polygon = shapely.transform(polygon, lambda _: moved)
    return snapped if snapped.is_valid else polygon


def _beside(land: shapely.Polygon, points: NDArray[np.float64]) -> shapely.MultiLineString | None:
    """Return the shore of an island, if a vertex lies on it."""
    low, high = np.array(land.bounds).reshape(2, 2)
    inside = ((points >= low - _SHORE_M) & (points <= high + _SHORE_M)).all(axis=1)
    if not inside.any():
        return None
    rings = (land.exterior, *land.interiors)
    shore = shapely.MultiLineString([ring.coords for ring in rings])
    shapely.prepare(shore)
    return shore if shapely.dwithin(shore, _points(points[inside]), _SHORE_M).any() else None


def noded(lines: Sequence[Line]) -> list[Line]:
    """Return lines that have each vertex of a ring among them which lies on them.

    Parameters
    ----------
    lines : sequence of shapely.LineString or shapely.MultiLineString
        The latter are the rings that somebody drew.

    Returns
    -------
    list of shapely.LineString or shapely.MultiLineString

    Examples
    --------
    >>> edge = shapely.LineString([(0, 0), (10, 0)])
    >>> ring = shapely.MultiLineString([[(2, 1e-9), (5, 1e-9), (5, 5), (2, 1e-9)]])
    >>> noded([edge, ring])[0].wkt
    'LINESTRING (0 0, 2 1e-9, 5 1e-9, 10 0)'
    """
    drawn = [line for line in lines if isinstance(line, shapely.MultiLineString)]
    if not drawn:
        return list(lines)
    corners = np.unique(shapely.get_coordinates(drawn), axis=0)
    points = _points(corners)
    return [_with(line, corners, points) for line in lines]


def _with(line: Line, corners: NDArray[np.float64], points: NDArray[np.object_]) -> Line:
    if isinstance(line, shapely.MultiLineString):
        parts = [_with(part, corners, points) for part in line.geoms]
        return shapely.MultiLineString([part.coords for part in parts])
    shapely.prepare(line)
    near = shapely.dwithin(line, points, _NODE_M)
    own = shapely.get_coordinates(line)
    taken = set(map(tuple, own.tolist()))
    new = near & [tuple(corner) not in taken for corner in corners.tolist()]
    if not new.any():
        return line
    lengths = np.hypot(*np.diff(own, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    at = np.concatenate([along, shapely.line_locate_point(line, points[new])])
    order = np.argsort(at, kind="stable")
    return shapely.LineString(np.concatenate([own, corners[new]])[order])


def _points(corners: NDArray[np.float64]) -> NDArray[np.object_]:
    return np.asarray(shapely.points(corners), dtype=object)
