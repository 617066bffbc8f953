"""The lines inside a group of islands that is divided: between islets, and off the ends of cuts."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from kurilmap.geodesy.globe import arc_lengths, to_globe, to_space
from kurilmap.sea.diagram import Diagram
from kurilmap.sea.lines import Lines, refined
from kurilmap.sea.rough import Arc, rough_arcs
from kurilmap.sea.shores import Shore, divided
from kurilmap.sea.waters import BEYOND_M, MARGIN_M, Waters, sampled
from kurilmap.sea.window import EEZ_M, margin

Array = NDArray[np.float64]

SAMPLE_M = 40.0
NEAR_M, NEAR_DEG = 5.0, 0.02
"""Spacing near the ends of cuts, and how near that is: both shores of an inlet may have one."""

_TO_CUT_M = 2.0 ** np.arange(8)  # spacing of points beside the end of a cut: 1 m, 2 m, 4 m …
_AT_CUT_M = 2.0


def inner_lines(
    waters: Waters, names: Mapping[str, list[Array]], land: Sequence[shapely.Polygon]
) -> Lines:
    """Return the lines of equal distance between the shores of one group.

    Parameters
    ----------
    waters : Waters
    names : mapping of str to list of array
        The shores of the group by what becomes of them; where a cut ends, a line does.
    land : sequence of shapely.Polygon
        Where no line of the sea is.

    Returns
    -------
    Lines
        They begin at the very ends of cuts, and run on beyond the group's own waters.
    """
    ends = [
        point
        for held in names.values()
        for line in held
        if not (line[0] == line[-1]).all()
        for point in (line[0], line[-1])
    ]
    close = shapely.union_all(shapely.points(ends)).buffer(NEAR_DEG) if ends else shapely.Point()
    points, owners = sampled([_to_the_cut(held, close) for held in names.values()], SAMPLE_M)
    at_cut = {tuple(end.tolist()) for end in ends}
    free = np.array([tuple(point) not in at_cut for point in points.tolist()])
    diagram = Diagram.of(points[free], waters.sphere)
    around = margin(waters.window, MARGIN_M)
    rough = rough_arcs(diagram, owners[free], list(names), EEZ_M + BEYOND_M, around)
    solid = shapely.union_all(land)
    wet = [
        Arc(arc.between, _to_ends(shapely.get_coordinates(part), ends))
        for arc in rough
        for part in shapely.get_parts(shapely.difference(shapely.LineString(arc.points), solid))
    ]
    wet = [arc for arc in wet if len(arc.points) > 1]
    shores = {name: Shore.of(held) for name, held in names.items()}
    return refined(wet, shores, frozenset(at_cut))


def _to_the_cut(lines: Sequence[Array], close: BaseGeometry) -> list[Array]:
    """Add points near the ends of open lines, so that cells begin where a cut ends."""
    found = []
    for line in lines:
        near = shapely.intersects(shapely.linestrings(np.stack([line[:-1], line[1:]], 1)), close)
        dense = divided(line, np.where(near, NEAR_M, SAMPLE_M))
        closed = (line[0] == line[-1]).all()
        found.append(dense if closed else _graded(_graded(dense)[::-1])[::-1])
    return found


def _graded(line: Array) -> Array:
    places = to_space(line)
    ways = np.concatenate([[0], np.cumsum(arc_lengths(places[:-1], places[1:]))])
    wanted = _TO_CUT_M[ways[-1] / 2 > _TO_CUT_M]
    between = np.column_stack([np.interp(wanted, ways, axis) for axis in places.T])
    order = np.argsort(np.concatenate([ways, wanted]), kind="stable")
    return np.asarray(np.vstack([line, to_globe(between)])[order])


def _to_ends(line: Array, ends: Sequence[Array]) -> Array:
    """Let a line begin and end where a cut does, if that is where it meets the shore."""
    if not ends or not len(line):
        return line
    places = to_space(np.array(ends))
    for side in (0, -1):
        away = arc_lengths(to_space(line[[side]]), places)
        if away.min() < _AT_CUT_M:
            line[side] = ends[int(away.argmin())]
    return line
