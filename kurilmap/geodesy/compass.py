"""Directions: where the sides of a cut lie, and the azimuth of a cut."""

import math

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.errors import ScenarioError
from kurilmap.geodesy.sides import SIDES

# Nearer than this to the cut's own direction, a side no longer says which part is meant.
_LEAST_ANGLE = 10.0


def heading(bearing: float) -> NDArray[np.float64]:
    """Return the unit vector (east, north) of an azimuth.

    Parameters
    ----------
    bearing : float
        Degrees clockwise from north.

    Returns
    -------
    array of shape (2,)

    Examples
    --------
    >>> heading(90).round(6).tolist()
    [1.0, 0.0]
    """
    angle = math.radians(bearing)
    return np.array([math.sin(angle), math.cos(angle)])


def away_from(side: str, bearing: float) -> NDArray[np.float64]:
    """Return the unit vector square to a cut that points away from a side.

    Parameters
    ----------
    side : str
        One of :data:`kurilmap.geodesy.sides.SIDES`.
    bearing : float
        Azimuth of the cut, in degrees.

    Returns
    -------
    array of shape (2,)
        East and north.

    Raises
    ------
    kurilmap.errors.ScenarioError
        If `side` is no side, or the cut runs within 10 degrees of it.

    Examples
    --------
    >>> away_from("west", 0).round(6).tolist()
    [1.0, 0.0]
    """
    if side not in SIDES:
        raise ScenarioError(f"side={side!r} was given; allowed are {', '.join(SIDES)}.")
    azimuth = SIDES.index(side) * 45.0
    normal = heading(bearing + 90)
    towards = float(normal @ heading(azimuth))
    if abs(towards) < math.sin(math.radians(_LEAST_ANGLE)):
        square = [s for s in SIDES if _is_square(s, bearing)]
        raise ScenarioError(
            f"side={side!r} was given for a cut that runs nearly along it, at {bearing % 180:.0f} "
            f"degrees from north; give the side across the cut: {' or '.join(square)}."
        )
    return -normal if towards > 0 else normal


def across(polygon: shapely.Polygon) -> float:
    """Return the azimuth square to a polygon's long axis.

    Parameters
    ----------
    polygon : shapely.Polygon
        In a plane with the y axis to the north.

    Returns
    -------
    float
        Degrees from north, 0 up to 180.

    Notes
    -----
    The long axis is the long side of the smallest rectangle, of any rotation, around the
    polygon.

    Examples
    --------
    >>> across(shapely.box(0, 0, 3, 1))
    0.0
    """
    corners = shapely.get_coordinates(polygon.minimum_rotated_rectangle)
    sides = np.diff(corners, axis=0)[:2]
    east, north = sides[np.argmax(np.hypot(*sides.T))]
    return round(math.degrees(math.atan2(east, north)) + 90, 9) % 180


def _is_square(side: str, bearing: float) -> bool:
    return abs(float(heading(bearing + 90) @ heading(SIDES.index(side) * 45.0))) > 0.92
