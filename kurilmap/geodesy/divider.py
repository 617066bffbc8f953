"""A line across a plane, and the part of the plane that it takes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import ops

from kurilmap.errors import ScenarioError
from kurilmap.geodesy.compass import away_from
from kurilmap.geodesy.frame import Frame
from kurilmap.geodesy.measure import polygons_of

# How far a line is carried on to both sides: beyond all land that a frame holds.
_REACH = 2e6
_HALF_BOX = 1e6


@dataclass(frozen=True, eq=False)
class Divider:
    """What parts a plane in two: the line, and the area on the side that is taken.

    Attributes
    ----------
    line : shapely.LineString, or shapely.MultiLineString of rings
        In the plane: carried on far beyond the land at both ends, or closed around what is taken.
    taken : shapely.Polygon
        In the plane: one side of `line`, or what it encloses.
    """

    line: shapely.LineString | shapely.MultiLineString
    taken: shapely.Polygon

    def takes(self, points: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell of each point of the plane whether it lies on the side taken.

        Parameters
        ----------
        points : array of shape (n, 2)

        Returns
        -------
        array of bool of shape (n,)
        """
        return np.asarray(shapely.contains_xy(self.taken, *points.T), dtype=bool)


def straight(normal: NDArray[np.float64], offset: float) -> Divider:
    """Return a straight divider.

    Parameters
    ----------
    normal : array of shape (2,)
        Unit vector across the line, away from the side taken.
    offset : float
        The line's distance from the centre along `normal`, in metres.

    Returns
    -------
    Divider

    Examples
    --------
    >>> straight(np.array([1.0, 0.0]), 5.0).takes(np.array([[4.0, 0.0], [6.0, 0.0]])).tolist()
    [True, False]
    """
    along = np.array([-normal[1], normal[0]]) * _REACH
    foot = normal * offset
    start, end, back = foot - along, foot + along, -normal * _REACH
    return Divider(
        shapely.LineString([start, end]), shapely.Polygon([start, end, end + back, start + back])
    )


def bent(
    line: shapely.LineString, side: str, frame: Frame, land: Sequence[shapely.Polygon]
) -> Divider:
    """Return the divider along a line that someone drew.

    Parameters
    ----------
    line : shapely.LineString
        EPSG:4326, of two different points or more; its edges are taken as geodesics.
    side : str
        The side of the line that is taken: one of :data:`kurilmap.geodesy.sides.SIDES`,
        against the line from its first end to its last.
    frame : Frame
    land : sequence of shapely.Polygon
        In the frame; the line has to go all the way through it.

    Returns
    -------
    Divider

    Raises
    ------
    kurilmap.errors.ScenarioError
        If the line misses the land, ends on it or before more of it, crosses itself, or runs
        along `side`.
    """
    drawn = shapely.remove_repeated_points(frame.project(shapely.force_2d(line)))
    points = shapely.get_coordinates(drawn)
    if np.abs(points).max() > _HALF_BOX / 2:
        raise ScenarioError(
            "the line given runs farther than 500 km from the islands; draw it across the land "
            "that it is to cut."
        )
    if not any(drawn.intersection(polygon).length > 0 for polygon in land):
        raise ScenarioError(
            "the line given misses the island: it crosses no land of the unit. Draw it from "
            "shore to shore, or assign whole islands by their ids."
        )
    first, last = _ray(points[1], points[0]), _ray(points[-2], points[-1])
    for end, ray in ((0, first), (-1, last)):
        if any(shapely.LineString(ray).intersects(polygon) for polygon in land):
            lon, lat = shapely.get_coordinates(line)[end][:2]
            raise ScenarioError(
                f"the line given does not go all the way through the island: it ends at "
                f"{lon:.4f}, {lat:.4f}, with land still ahead. Draw it on to the open sea."
            )
    whole = shapely.LineString([first[1], *points, last[1]])
    if not whole.is_simple:
        raise ScenarioError(
            "the line given crosses itself, or would if carried on: it has no two sides. "
            "Draw it without a loop."
        )
    return Divider(whole, _side_of(whole, points, side))


def _ray(behind: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    onward = (end - behind) / math.dist(end, behind)
    # Begin a hair beyond the end, so that an end drawn on the shore itself counts as through.
    return np.array([end + onward * 1e-3, end + onward * _REACH])


def _side_of(whole: shapely.LineString, points: NDArray[np.float64], side: str) -> shapely.Polygon:
    east, north = points[-1] - points[0]
    if math.hypot(east, north) == 0:
        raise ScenarioError("the line given ends where it begins; draw it from shore to shore.")
    normal = away_from(side, math.degrees(math.atan2(east, north)))
    # Left of the way from first to last: where the ray at the last end has it on its left.
    onward = points[-1] - points[-2]
    left = np.array([-onward[1], onward[0]]) / math.hypot(*onward)
    wanted = left if normal @ np.array([-north, east]) < 0 else -left
    probe = points[-1] + onward / math.hypot(*onward) * _HALF_BOX / 4 + wanted
    box = shapely.box(-_HALF_BOX, -_HALF_BOX, _HALF_BOX, _HALF_BOX)
    parts = polygons_of(ops.split(box, whole))
    return next(part for part in parts if part.contains(shapely.Point(probe)))
