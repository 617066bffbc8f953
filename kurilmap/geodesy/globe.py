"""Points of the ellipsoid in space: distances by chord, directions, and small moves."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kurilmap.geodesy.measure import geod

Array = NDArray[np.float64]


def to_space(points: Array) -> Array:
    """Return points of the ellipsoid in space.

    Parameters
    ----------
    points : array of shape (n, 2)
        Longitudes and latitudes in degrees, WGS84.

    Returns
    -------
    array of shape (n, 3)
        Metres from the centre of the earth.

    Examples
    --------
    >>> to_space(np.array([[0.0, 0.0]])).tolist()
    [[6378137.0, 0.0, 0.0]]
    """
    lon, lat = np.radians(points).T
    prime = geod().a / np.sqrt(1 - geod().es * np.sin(lat) ** 2)
    level = prime * np.cos(lat)
    return np.column_stack(
        [level * np.cos(lon), level * np.sin(lon), prime * (1 - geod().es) * np.sin(lat)]
    )


def to_globe(places: Array) -> Array:
    """Return the points of the ellipsoid that are nearest to points in space.

    Parameters
    ----------
    places : array of shape (n, 3)
        Within some kilometres of the ellipsoid.

    Returns
    -------
    array of shape (n, 2)
        Longitudes and latitudes in degrees.

    Notes
    -----
    Bowring, B. R. (1976), Survey Review 23: one step is exact to well under a micrometre here.
    """
    x, y, z = places.T
    level = np.hypot(x, y)
    second = geod().es / (1 - geod().es)
    reduced = np.arctan2(z * geod().a, level * geod().b)
    lat = np.arctan2(
        z + second * geod().b * np.sin(reduced) ** 3,
        level - geod().es * geod().a * np.cos(reduced) ** 3,
    )
    return np.asarray(np.degrees(np.column_stack([np.arctan2(y, x), lat])))


def arc_lengths(starts: Array, ends: Array) -> Array:
    """Return geodesic distances between points in space.

    Parameters
    ----------
    starts, ends : array of shape (…, 3)
        Points of the ellipsoid, as :func:`to_space` gives them.

    Returns
    -------
    array of shape (…)
        Metres.

    Notes
    -----
    The chord is bent to the curvature that the ellipsoid has midway in its direction (Euler's
    formula). Up to 500 km that keeps to Karney's geodesic within a few millimetres.

    Examples
    --------
    >>> ends = to_space(np.array([[147.0, 45.0], [150.0, 43.0]]))
    >>> abs(float(arc_lengths(ends[0], ends[1])) - geod().inv(147, 45, 150, 43)[2]) < 0.005
    True
    """
    across = ends - starts
    chord2 = (across**2).sum(axis=-1)
    middle = starts + ends
    level2 = middle[..., 0] ** 2 + middle[..., 1] ** 2
    # The ellipsoid's normal midway, and how far the chord leans to the east there.
    tall = middle[..., 2] / (1 - geod().es)
    sine2 = tall**2 / (level2 + tall**2)
    east2 = (across[..., 1] * middle[..., 0] - across[..., 0] * middle[..., 1]) ** 2
    lean = np.divide(east2, level2 * chord2, out=np.zeros_like(chord2), where=chord2 > 0)
    bent = 1 - geod().es * sine2
    # 1/N and 1/M, the curvatures to the east and to the north.
    curve = np.sqrt(bent) / geod().a * (lean + (1 - lean) * bent / (1 - geod().es))
    half2 = chord2 * curve**2 / 4
    return np.asarray(np.sqrt(chord2) * (1 + half2 / 6 + 3 * half2**2 / 40))


@dataclass(frozen=True, eq=False)
class Tangents:
    """The level planes at points of the ellipsoid.

    Attributes
    ----------
    points : array of shape (n, 2)
        Degrees.
    places : array of shape (n, 3)
        The same in space.
    """

    points: Array
    places: Array

    @classmethod
    def at(cls, points: Array) -> "Tangents":
        """Return the planes at some points.

        Parameters
        ----------
        points : array of shape (n, 2)

        Returns
        -------
        Tangents
        """
        return cls(points, to_space(points))

    def away_from(self, feet: Array) -> Array:
        """Return unit vectors east and north that lead straight away from other points.

        Parameters
        ----------
        feet : array of shape (n, 3)
            In space; where one is the point itself the vector is zero.

        Returns
        -------
        array of shape (n, 2)
        """
        lon, lat = np.radians(self.points).T
        x, y, z = (self.places - feet).T
        outward = np.cos(lon) * x + np.sin(lon) * y
        flat = np.column_stack(
            [
                np.cos(lon) * y - np.sin(lon) * x,
                np.cos(lat) * z - np.sin(lat) * outward,
            ]
        )
        length = np.hypot(*flat.T)[:, None]
        return np.asarray(np.divide(flat, length, out=np.zeros_like(flat), where=length > 0))

    def moved(self, steps: Array) -> Array:
        """Return the points moved by metres east and north.

        Parameters
        ----------
        steps : array of shape (n, 2)
            Small beside the earth: the rest of a Newton step takes what is left over.

        Returns
        -------
        array of shape (n, 2)
            Degrees.
        """
        lat = np.radians(self.points[:, 1])
        bent = 1 - geod().es * np.sin(lat) ** 2
        prime = geod().a / np.sqrt(bent)
        meridian = prime * (1 - geod().es) / bent
        turned = np.column_stack([steps[:, 0] / (prime * np.cos(lat)), steps[:, 1] / meridian])
        return np.asarray(self.points + np.degrees(turned))
