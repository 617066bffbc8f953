"""A local map plane in which every geodesic is a straight line."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from kurilmap.geodesy.measure import geod

G = TypeVar("G", bound=BaseGeometry)


@dataclass(frozen=True)
class Frame:
    """An ellipsoidal gnomonic plane around a point, in metres.

    Over the islands a straight line of the plane keeps to the geodesic within a tenth of a
    millimetre, and azimuths are true at the centre.

    Parameters
    ----------
    lon, lat : float
        The centre, in degrees, WGS84.

    Notes
    -----
    Karney, C. F. F. (2013), Algorithms for geodesics, J. Geodesy 87, section 8; computed by
    PROJ's ``gnom``.

    Examples
    --------
    >>> frame = Frame(147, 45)
    >>> frame.project(shapely.Point(147, 45)).wkt
    'POINT (0 0)'
    """

    lon: float
    lat: float

    @classmethod
    def around(cls, geometry: BaseGeometry) -> "Frame":
        """Return the frame at the middle of a geometry's bounds.

        Parameters
        ----------
        geometry : shapely geometry
            EPSG:4326.

        Returns
        -------
        Frame

        Examples
        --------
        >>> Frame.around(shapely.box(146, 44, 148, 46))
        Frame(lon=147.0, lat=45.0)
        """
        west, south, east, north = geometry.bounds
        return cls((west + east) / 2, (south + north) / 2)

    @property
    def radius(self) -> float:
        """Radius in metres of the sphere that fits the ellipsoid best at the centre."""
        squared = geod().es
        sine = math.sin(math.radians(self.lat))
        return float(geod().a * math.sqrt(1 - squared) / (1 - squared * sine**2))

    def project(self, geometry: G) -> G:
        """Return a geometry of EPSG:4326 in the plane.

        Parameters
        ----------
        geometry : shapely geometry

        Returns
        -------
        shapely geometry
            Coordinates in metres east and north of the centre.
        """
        return _transformed(geometry, lambda points: self._moved(points, "FORWARD"))

    def unproject(self, geometry: G) -> G:
        """Return a geometry of the plane in EPSG:4326.

        Parameters
        ----------
        geometry : shapely geometry

        Returns
        -------
        shapely geometry
        """
        return _transformed(geometry, self.unproject_points)

    def unproject_points(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return points of the plane as longitudes and latitudes.

        Parameters
        ----------
        points : array of shape (n, 2)
            Metres.

        Returns
        -------
        array of shape (n, 2)
            Degrees, longitude first.
        """
        return self._moved(points, "INVERSE")

    def _moved(self, points: NDArray[np.float64], direction: str) -> NDArray[np.float64]:
        east, north = points.T
        x, y = _transformer(self.lon, self.lat).transform(east, north, direction=direction)
        return np.column_stack([x, y])


def _transformed(geometry: G, function: Callable[[NDArray[np.float64]], NDArray[np.float64]]) -> G:
    moved: G = shapely.transform(geometry, function)
    return moved


@cache
def _transformer(lon: float, lat: float) -> Transformer:
    return Transformer.from_pipeline(
        "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
        f"+step +proj=gnom +lon_0={lon!r} +lat_0={lat!r} +ellps=WGS84"
    )
