"""Distances on the ellipsoid between coasts, and the length of the Kuril chain."""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kurilmap import geodata

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

LARGE_KM2 = 300.0
"""Islands of this size and more are stations of the way along the chain."""


@cache
def coast(unit: str) -> "BaseGeometry":
    """Return a unit of the coast around, as fine as it is kept.

    Parameters
    ----------
    unit : str
        ``"hokkaido"``, ``"mainland"`` …

    Returns
    -------
    shapely geometry
        EPSG:4326.
    """
    from shapely.geometry import shape

    found = (f for f in geodata.features("coast.geojson") if f["properties"]["unit"] == unit)
    return shape(next(found)["geometry"])


@cache
def to_coasts_km(group: str | None) -> Mapping[str, float]:
    """Return how far a group is from each coast around.

    Parameters
    ----------
    group : str or None
        One of :data:`kurilmap.geodata.UNITS`; None for all four.

    Returns
    -------
    mapping of str to float
        By unit of the coast, in km: the shortest geodesic between two vertices. The vertices of
        the four groups are some tens of metres apart, so that it is too long by metres at most.

    Examples
    --------
    >>> round(to_coasts_km("kunashiri")["hokkaido"])
    16
    """
    from shapely import MultiPolygon

    shapes = (i for i in geodata.island_shapes() if i.is_land and group in (None, i.group))
    land = MultiPolygon([i.geometry for i in shapes])
    units = (f["properties"]["unit"] for f in geodata.features("coast.geojson"))
    return {unit: nearest_km(land, coast(unit)) for unit in units}


def nearest_km(one: "BaseGeometry", other: "BaseGeometry") -> float:
    """Return the shortest geodesic between a vertex of one geometry and a vertex of another.

    Parameters
    ----------
    one, other : shapely geometry
        EPSG:4326.

    Returns
    -------
    float
        Kilometres.

    Examples
    --------
    A degree of the equator:

    >>> from shapely import Point
    >>> round(nearest_km(Point(0, 0), Point(1, 0)), 3)
    111.319
    """
    return _nearest(one, other)[0]


def chain_km() -> tuple[float, float]:
    """Return how long the Kuril chain is, from Cape Lopatka to Hokkaido.

    Returns
    -------
    straight : float
        Geodesic to the nearest point of Hokkaido, in km.
    along : float
        By the centres of the islands of :data:`LARGE_KM2` and more, and on to the point of
        Hokkaido that is nearest to Kunashir / Kunashiri.

    Examples
    --------
    >>> straight, along = chain_km()
    >>> straight < along
    True
    """
    import shapely

    from kurilmap.geodesy import area
    from kurilmap.geodesy.measure import geod

    tip = min(shapely.get_coordinates(coast("kamchatka")).tolist(), key=lambda point: point[1])
    hokkaido = coast("hokkaido")
    kunashiri = next(i.geometry for i in geodata.island_shapes() if i.unit == "kunashiri/kunashiri")
    land = [*shapely.get_parts(coast("kurils-north"))]
    land += [i.geometry for i in geodata.island_shapes() if i.is_land]
    centres = [p.centroid for p in land if area(p) >= 1e6 * LARGE_KM2]
    stations = sorted(((p.x, p.y) for p in centres), reverse=True)
    way = [tuple(tip), *stations, _nearest(kunashiri, hokkaido)[1]]
    along = sum(geod().inv(*start, *end)[2] for start, end in pairwise(way))
    return nearest_km(shapely.Point(tip), hokkaido), along / 1000


def _nearest(one: "BaseGeometry", other: "BaseGeometry") -> tuple[float, tuple[float, float]]:
    """Return the distance in km, and the vertex of the other geometry."""
    import numpy as np
    import shapely
    from scipy.spatial import cKDTree

    from kurilmap.geodesy.measure import geod

    near, far = shapely.get_coordinates(one), shapely.get_coordinates(other)
    # The ball finds a few candidates, the ellipsoid chooses among them.
    apart, index = map(np.asarray, cKDTree(_on_the_globe(far)).query(_on_the_globe(near)))
    close = np.flatnonzero(apart <= apart.min() * 1.01)
    metres = geod().inv(*near[close].T, *far[index[close]].T)[2]
    best = int(np.argmin(metres))
    lon, lat = far[index[close[best]]].tolist()
    return float(metres[best]) / 1000, (lon, lat)


def _on_the_globe(points: "NDArray[np.float64]") -> "NDArray[np.float64]":
    import numpy as np

    lon, lat = np.radians(points).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
