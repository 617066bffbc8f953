"""Unpacking, rounding and simplifying polygons without losing any."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

Tolerance = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def polygons_of(geometry: BaseGeometry) -> list[Polygon]:
    """Return every polygon with an area in a geometry, however deep it is nested.

    Repairing a coast gives collections of collections, with lines and points between the
    land. Taking only the top floor of those would lose whole islands.
    """
    if isinstance(geometry, Polygon):
        return [geometry] if geometry.area > 0 else []
    return [polygon for part in getattr(geometry, "geoms", ()) for polygon in polygons_of(part)]


def rounded(geometry: BaseGeometry, decimals: int) -> list[Polygon]:
    """Round to so many decimals; the polygons that come back are valid as rounded."""
    return polygons_of(shapely.set_precision(geometry, 10.0**-decimals))


def canonical(polygon: Polygon) -> Polygon:
    """Return the same polygon with a fixed start, shell counter-clockwise (RFC 7946)."""
    return shapely.orient_polygons(polygon.normalize())


def simplified(polygon: Polygon, tolerance: Tolerance) -> list[Polygon]:
    """Simplify by Douglas and Peucker with a tolerance that may differ from place to place.

    The method minds no topology, so the outcome is repaired, and every part of the repair kept.
    """
    shell = _thin(np.asarray(polygon.exterior.coords), tolerance)
    if len(shell) < 4:
        return []
    rings = (_thin(np.asarray(ring.coords), tolerance) for ring in polygon.interiors)
    thin = Polygon(shell, [ring for ring in rings if len(ring) >= 4])
    if thin.is_valid:
        return polygons_of(thin)
    return polygons_of(shapely.make_valid(thin, method="structure", keep_collapsed=False))


def merged(polygons: list[Polygon]) -> MultiPolygon:
    """Unite polygons that may overlap a little after simplifying."""
    return MultiPolygon(polygons_of(shapely.union_all(polygons)))


def _thin(ring: NDArray[np.float64], tolerance: Tolerance) -> NDArray[np.float64]:
    """Drop each vertex that is nearer to the thinned ring than the tolerance at its place."""
    limit = tolerance(ring)
    far = int(np.argmax(np.hypot(*(ring - ring[0]).T)))
    keep = np.zeros(len(ring), dtype=bool)
    keep[[0, far, -1]] = True
    spans = [(0, far), (far, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        between = slice(first + 1, last)
        excess = _distance(ring[between], ring[first], ring[last]) / limit[between]
        worst = int(np.argmax(excess))
        if excess[worst] > 1:
            middle = first + 1 + worst
            keep[middle] = True
            spans += [(first, middle), (middle, last)]
    return ring[keep]


def _distance(
    points: NDArray[np.float64], start: NDArray[np.float64], end: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the distances of points from the segment between two others."""
    along = end - start
    length = float(along @ along)
    share = np.clip((points - start) @ along / length, 0, 1) if length else np.zeros(len(points))
    return np.hypot(*(points - start - share[:, None] * along).T)
