"""A polygon on a plane, and the land inside it that it takes."""

from collections.abc import Sequence

import numpy as np
import shapely

from kurilmap.errors import ScenarioError
from kurilmap.geodesy.divider import Divider
from kurilmap.geodesy.frame import Frame
from kurilmap.geodesy.snapping import to_shore

# Beyond this a gnomonic plane stretches too much to be worked in.
_FARTHEST_M = 2e6


def enclosing(
    polygon: shapely.Polygon, frame: Frame, land: Sequence[shapely.Polygon] = ()
) -> Divider:
    """Return the divider that takes what lies in a polygon.

    Parameters
    ----------
    polygon : shapely.Polygon
        EPSG:4326, valid; its edges are taken as geodesics.
    frame : Frame
    land : sequence of shapely.Polygon
        In the frame. A vertex of `polygon` that lies on the shore but for the rounding of a file
        is moved onto it, so that a polygon which follows the shore leaves no slivers along it.

    Returns
    -------
    Divider
        Its line is the polygon's boundary.

    Raises
    ------
    kurilmap.errors.ScenarioError
        If the polygon runs too far away, or crosses itself once its edges are geodesics.

    Examples
    --------
    >>> frame = Frame(147, 45)
    >>> divider = enclosing(shapely.box(146.9, 44.9, 147.1, 45.1), frame)
    >>> divider.takes(np.array([[0.0, 0.0], [50_000.0, 0.0]])).tolist()
    [True, False]
    """
    flat = frame.project(shapely.force_2d(polygon))
    points = shapely.get_coordinates(flat)
    if not (np.isfinite(points).all() and np.abs(points).max() <= _FARTHEST_M):
        raise ScenarioError(
            "the polygon given runs farther than 2,000 km from the islands; draw it around the "
            "land that it is to take."
        )
    flat = to_shore(flat, land)
    if not flat.is_valid:
        raise ScenarioError(
            "the polygon given crosses itself once its edges are geodesics; draw its long edges "
            "with more points."
        )
    rings = [ring.coords for ring in (flat.exterior, *flat.interiors)]
    return Divider(shapely.MultiLineString(rings), flat)


def shared(one: shapely.Polygon, other: shapely.Polygon, land: Sequence[shapely.Polygon]) -> float:
    """Return how much land two polygons both cover.

    Parameters
    ----------
    one, other : shapely.Polygon
        In a frame.
    land : sequence of shapely.Polygon
        In the frame.

    Returns
    -------
    float
        Square metres of the plane, which here are those of the ground to a thousandth.

    Examples
    --------
    >>> square = shapely.box(0, 0, 10, 10)
    >>> shared(square, shapely.box(5, 0, 15, 10), [shapely.box(0, 0, 20, 2)])
    10.0
    """
    if not one.intersects(other):
        return 0.0
    both = shapely.intersection(one, other)
    return float(shapely.area(shapely.intersection(both, list(land))).sum())
