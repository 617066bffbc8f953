"""Area and edges on the WGS84 ellipsoid, and what an outline's precision lets one say."""

import math
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry

OUTLINE_ERROR = 0.005
"""Relative error of an area that follows from an outline good to ±0.5 %."""

_MAX_M = 500.0


@cache
def geod() -> Geod:
    """Return the WGS84 ellipsoid that everything here is measured on.

    Returns
    -------
    pyproj.Geod
    """
    return Geod(ellps="WGS84")


def area(geometry: BaseGeometry) -> float:
    """Return the geodesic area of a geometry, its edges taken as geodesics.

    Parameters
    ----------
    geometry : shapely geometry
        EPSG:4326, longitude first. Points and lines have no area.

    Returns
    -------
    float
        Square metres, never negative, whatever way the rings run.

    Notes
    -----
    Karney, C. F. F. (2013), Algorithms for geodesics, J. Geodesy 87, section 6.

    Examples
    --------
    An eighth of the ellipsoid, whose surface is 510,065,621.724 km²:

    >>> round(area(shapely.Polygon([(0, 0), (90, 0), (0, 90)])) / 1e6 * 8, 3)
    510065621.724
    """
    return sum(
        _ring_area(polygon.exterior) - sum(map(_ring_area, polygon.interiors))
        for polygon in polygons_of(geometry)
    )


def densify(geometry: BaseGeometry, max_m: float = _MAX_M) -> BaseGeometry:
    """Return a geometry with vertices added along its geodesic edges.

    Drawn straight in longitude and latitude, a long edge leaves its geodesic; one of at most
    500 m does not, to less than a millimetre here.

    Parameters
    ----------
    geometry : shapely geometry
        EPSG:4326: line, ring or polygon, or several.
    max_m : float, default 500
        The longest edge that stays, in metres.

    Returns
    -------
    shapely geometry
        Of the same type; every vertex of `geometry` is kept as it is.

    Examples
    --------
    >>> line = shapely.LineString([(147, 45), (147, 45.01)])
    >>> len(densify(line).coords)
    4
    """
    if isinstance(geometry, shapely.LinearRing | shapely.LineString):
        return type(geometry)(_densified(shapely.get_coordinates(geometry), max_m))
    if isinstance(geometry, shapely.Polygon):
        return shapely.Polygon(
            _densified(shapely.get_coordinates(geometry.exterior), max_m),
            [_densified(shapely.get_coordinates(ring), max_m) for ring in geometry.interiors],
        )
    if isinstance(geometry, BaseMultipartGeometry):
        several: Callable[[list[BaseGeometry]], BaseGeometry] = type(geometry)
        return several([densify(part, max_m) for part in geometry.geoms])
    return geometry


def round_area(km2: float) -> tuple[float, int]:
    """Round an area to the figures that an outline of ±0.5 % supports.

    The last digit kept is the one nearest to the error: tens for 3,150 km² and 1,489 km² (16 and
    7 km²), whole square kilometres for 248 km², tenths for 12.1 km².

    Parameters
    ----------
    km2 : float
        Square kilometres (or any unit: the rule is relative).

    Returns
    -------
    value : float
    digits : int
        Decimals, as :func:`round` takes them; negative for tens and hundreds.

    Examples
    --------
    >>> round_area(3150.4), round_area(247.65), round_area(12.08)
    ((3150.0, -1), (248.0, 0), (12.1, 1))
    """
    if km2 == 0:
        return 0.0, 0
    digits = -round(math.log10(OUTLINE_ERROR * abs(km2)))
    return round(float(km2), digits), digits


def polygons_of(geometry: BaseGeometry) -> Iterator[shapely.Polygon]:
    """Yield the polygons of a geometry; points and lines beside them are dropped.

    Parameters
    ----------
    geometry : shapely geometry

    Yields
    ------
    shapely.Polygon
    """
    if isinstance(geometry, BaseMultipartGeometry):
        for part in geometry.geoms:
            yield from polygons_of(part)
    elif isinstance(geometry, shapely.Polygon) and not geometry.is_empty:
        yield geometry


def _ring_area(ring: shapely.LinearRing) -> float:
    lons, lats = shapely.get_coordinates(ring).T
    return abs(float(geod().polygon_area_perimeter(lons, lats)[0]))


def _densified(coords: NDArray[np.float64], max_m: float) -> list[tuple[float, float]]:
    lons, lats = coords.T
    _, _, lengths = geod().inv(lons[:-1], lats[:-1], lons[1:], lats[1:])
    dense: list[tuple[float, float]] = []
    points = [(lon, lat) for lon, lat in coords.tolist()]
    for (start, end), metres in zip(pairwise(points), lengths, strict=True):
        dense.append(start)
        steps = math.ceil(metres / max_m)
        if steps > 1:
            dense.extend(geod().npts(start[0], start[1], end[0], end[1], steps - 1))
    dense.append(points[-1])
    return dense
