"""Where the sea is worked out, and why no farther."""

from functools import cache

import numpy as np
import shapely

MILE_M = 1852.0
"""The nautical mile (M)."""

TERRITORIAL_M = 12 * MILE_M
NARROW_M = 3 * MILE_M
EEZ_M = 200 * MILE_M

_CORNERS = ((143, 40), (154, 40), (154, 50), (139.5, 50), (139.5, 40.25), (143, 40.25))
_STEP_DEG = 0.05


@cache
def window() -> shapely.Polygon:
    """Return the study window: 139.5-154°E, 40-50°N, without the corner below Honshu's end.

    It holds all waters that any scenario can give to another holder: those nearest to the four
    groups, out to 200 M. The coast data ends at 138°E, 40°N, 53°N and 158°E, and the
    window keeps so far from those edges that land beyond them (Honshu south of 40°N, the mainland
    west of 138°E, Kamchatka) changes neither the nearest holder nor the zone of any place in it.
    That was checked against OpenStreetMap's land between 130-168°E and 36-60°N, every 0.05 degrees.
    West of 143°E it begins at 40.25°N, for the twelve miles of Honshu's next stretch of shore
    reach past 40°N.

    Returns
    -------
    shapely.Polygon
        EPSG:4326; its edges are parallels and meridians, with a point every 0.05 degrees.

    Examples
    --------
    >>> window().bounds
    (139.5, 40.0, 154.0, 50.0)
    """
    return shapely.Polygon(shapely.segmentize(shapely.LinearRing(_CORNERS), _STEP_DEG))


def margin(area: shapely.Polygon, metres: float) -> shapely.Polygon:
    """Return an area and what lies around it, in degrees.

    Parameters
    ----------
    area : shapely.Polygon
    metres : float

    Returns
    -------
    shapely.Polygon
        A box.
    """
    west, south, east, north = area.bounds
    high = metres / 111_000
    wide = high / float(np.cos(np.radians(north)))
    return shapely.box(west - wide, south - high, east + wide, north + high)
