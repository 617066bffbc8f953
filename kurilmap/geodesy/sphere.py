"""Gauss's sphere: the ellipsoid as a sphere on which circles stay circles."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kurilmap.geodesy.measure import geod

Array = NDArray[np.float64]
_ROUNDS = 6


@dataclass(frozen=True)
class GaussSphere:
    """The conformal sphere that fits the ellipsoid best along a parallel.

    Distances on it are true to some millionths within a thousand kilometres, so Voronoi cells that
    are made on it have their nodes in the right place to metres.

    Parameters
    ----------
    lon, lat : float
        Where it fits best, in degrees.

    Notes
    -----
    Gauss (1844); the first half of PROJ's ``sterea``.

    Examples
    --------
    >>> sphere = GaussSphere(147, 45)
    >>> sphere.globe(sphere.units(np.array([[150.0, 43.0]]))).round(9).tolist()
    [[150.0, 43.0]]
    """

    lon: float
    lat: float

    @cached_property
    def radius(self) -> float:
        """Radius in metres."""
        bent = 1 - geod().es * math.sin(math.radians(self.lat)) ** 2
        return float(geod().a * math.sqrt(1 - geod().es) / bent)

    def units(self, points: Array) -> Array:
        """Return points as unit vectors; the third axis leads to the sphere's own pole.

        Parameters
        ----------
        points : array of shape (n, 2)
            Degrees.

        Returns
        -------
        array of shape (n, 3)
        """
        lon = self._stretch * np.radians(points[:, 0] - self.lon)
        lat = np.arctan(np.sinh(self._stretch * _isometric(np.radians(points[:, 1])) + self._shift))
        return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])

    def globe(self, units: Array) -> Array:
        """Return unit vectors as points of the ellipsoid.

        Parameters
        ----------
        units : array of shape (n, 3)

        Returns
        -------
        array of shape (n, 2)
            Degrees.
        """
        x, y, z = units.T
        lon = self.lon + np.degrees(np.arctan2(y, x)) / self._stretch
        wanted = (np.arctanh(np.clip(z, -0.999999, 0.999999)) - self._shift) / self._stretch
        excentric = math.sqrt(geod().es)
        lat = np.arctan(np.sinh(wanted))
        for _ in range(_ROUNDS):
            lat = np.arctan(np.sinh(wanted + excentric * np.arctanh(excentric * np.sin(lat))))
        return np.column_stack([lon, np.degrees(lat)])

    def flat(self, units: Array) -> Array:
        """Return unit vectors on the stereographic plane, where circles are circles.

        Parameters
        ----------
        units : array of shape (n, 3)

        Returns
        -------
        array of shape (n, 2)
            East and north of the centre; one is the sphere's radius.
        """
        up = self.units(np.array([[self.lon, self.lat]]))[0]
        east, north = compass(up[None])
        flat = np.column_stack([units @ east[0], units @ north[0]])
        return np.asarray(2 * flat / (1 + units @ up)[:, None])

    @cached_property
    def _stretch(self) -> float:
        cosine = math.cos(math.radians(self.lat))
        return math.sqrt(1 + geod().es * cosine**4 / (1 - geod().es))

    @cached_property
    def _shift(self) -> float:
        lat = math.radians(self.lat)
        on_sphere = math.atanh(math.sin(lat) / self._stretch)
        return on_sphere - self._stretch * float(_isometric(np.array([lat]))[0])


def compass(units: Array) -> tuple[Array, Array]:
    """Return the directions east and north at unit vectors.

    Parameters
    ----------
    units : array of shape (n, 3)

    Returns
    -------
    east, north : array of shape (n, 3)
    """
    east = np.column_stack([-units[:, 1], units[:, 0], np.zeros(len(units))])
    east /= np.hypot(units[:, 0], units[:, 1])[:, None]
    return east, np.cross(units, east)


def _isometric(lat: Array) -> Array:
    excentric = math.sqrt(geod().es)
    return np.asarray(np.arctanh(np.sin(lat)) - excentric * np.arctanh(excentric * np.sin(lat)))
