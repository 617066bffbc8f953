"""The line of equal distance from two shores, by Voronoi and then exact."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import Voronoi
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

from .measure import Frame

SPACING_M = 50.0  # of points on the shores
STRAIGHT_M = 10.0  # what simplifying may move the line by
STEP_M = 450.0  # between vertices: under the 500 m that everything given out keeps to
STEPS = 25
CLOSE_M = 0.01


def median(left: BaseGeometry, right: BaseGeometry, frame: Frame) -> LineString:
    """Return the longest line of equal distance from two shores, in metres of the frame."""
    one, other = frame.flat(left), frame.flat(right)
    points = [shapely.get_coordinates(shapely.segmentize(s, SPACING_M)) for s in (one, other)]
    side = np.repeat([0, 1], [len(p) for p in points])
    cells = Voronoi(np.vstack(points))
    shared = side[cells.ridge_points]
    ridges = np.asarray(cells.ridge_vertices)
    between = (shared[:, 0] != shared[:, 1]) & (ridges >= 0).all(axis=1)
    merged = shapely.line_merge(MultiLineString(list(cells.vertices[ridges[between]])))
    rough = max(shapely.get_parts(merged), key=lambda line: line.length)
    return _even(_even(rough.simplify(STRAIGHT_M), one, other), one, other)


def distances(points: NDArray[np.float64], shore: BaseGeometry) -> NDArray[np.float64]:
    """Return how far each point is from a shore."""
    shapely.prepare(shore)
    return shapely.distance(shore, shapely.points(points))


def narrows(line: LineString, shore: BaseGeometry, widest: float) -> LineString:
    """Keep the part about the narrowest place where the water is at most so much wider."""
    points = np.asarray(line.coords)
    reach = distances(points, shore)
    best = int(np.argmin(reach))
    wide = np.flatnonzero(reach > widest * reach[best])
    first = int(wide[wide < best].max(initial=-1)) + 1
    last = int(wide[wide > best].min(initial=len(points)))
    return LineString(points[first:last])


def _even(line: LineString, one: BaseGeometry, other: BaseGeometry) -> LineString:
    """Place vertices every step and move each till its two distances are equal."""
    points = shapely.get_coordinates(shapely.segmentize(line, STEP_M))
    for _ in range(STEPS):
        to_one, away_one = _reach(points, one)
        to_other, away_other = _reach(points, other)
        gap = to_one - to_other
        if np.abs(gap).max() < CLOSE_M:
            break
        slope = away_one - away_other
        points = points - (gap / (slope**2).sum(axis=1))[:, None] * slope
    return LineString(points)


def _reach(
    points: NDArray[np.float64], shore: BaseGeometry
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the distance from a shore and the unit vector away from it."""
    shortest = shapely.get_coordinates(shapely.shortest_line(shore, shapely.points(points)))
    away = shortest[1::2] - shortest[::2]
    length = np.hypot(*away.T)
    return length, away / length[:, None]
