"""How far one sees over the sea: the curved earth, and light that bends with it."""

import math

REFRACTION = 0.13
"""The earth's radius over that of a ray of light: Gauss's value of 1826, still the usual one."""

EARTH_M = 6_371_008.8
"""Mean radius of the earth (IUGG), in metres."""


def horizon(height_m: float, refraction: float = REFRACTION) -> float:
    """Return how far the sea's horizon is from an eye, or from a summit.

    Parameters
    ----------
    height_m : float
        Above the sea, in metres; below it counts as 0.
    refraction : float, default 0.13
        From 0 (rays are straight) to below 1 (rays follow the earth).

    Returns
    -------
    float
        Metres along the surface.

    Notes
    -----
    Light that bends along a circle sees an earth of radius R / (1 - k) by straight rays. The real
    bending changes with the hour: 0.13 is an average, and low over the water it is often far off.

    Examples
    --------
    A summit of 1,772 m stands on the horizon of an eye at the water 161 km away:

    >>> round(horizon(1772) / 1000)
    161
    """
    radius = _bent(refraction)
    return radius * math.acos(radius / (radius + max(height_m, 0.0)))


def hidden_height(distance_m: float, eye_m: float, refraction: float = REFRACTION) -> float:
    """Return how much of what stands in the sea the horizon hides from an eye.

    Parameters
    ----------
    distance_m : float
        From the eye to what it looks at, along the surface.
    eye_m : float
        Height of the eye above the sea.
    refraction : float, default 0.13

    Returns
    -------
    float
        Metres above the sea; 0 for what is nearer than the horizon.

    Examples
    --------
    >>> round(hidden_height(16_000, 2), 1)
    7.7
    """
    beyond = distance_m - horizon(eye_m, refraction)
    if beyond <= 0:
        return 0.0
    radius = _bent(refraction)
    angle = beyond / radius
    return math.inf if angle >= math.pi / 2 else radius * (1 / math.cos(angle) - 1)


def reach(eye_m: float, summit_m: float, refraction: float = REFRACTION) -> float:
    """Return the distance at which a summit goes below the sea's horizon.

    Parameters
    ----------
    eye_m, summit_m : float
        Heights above the sea.
    refraction : float, default 0.13

    Returns
    -------
    float
        Metres along the surface. Land between the two is not looked at.

    Examples
    --------
    >>> reach(2, 1772) == horizon(2) + horizon(1772)
    True
    """
    return horizon(eye_m, refraction) + horizon(summit_m, refraction)


def _bent(refraction: float) -> float:
    if not 0 <= refraction < 1:
        raise ValueError(f"refraction={refraction!r} was given; allowed is 0 up to below 1.")
    return EARTH_M / (1 - refraction)
