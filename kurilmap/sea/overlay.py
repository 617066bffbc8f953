"""The lines of many scenarios at once: each is kept once, with what lies to its left and right.

A map that follows a choice of scenario needs one geometry for all of them. Lines that part the
waters of any scenario are laid over each other; the faces between them are divided by none, so
that a scenario is but a list of who has which face.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.polygon import orient

Array = NDArray[np.float64]
Status = tuple[str, str] | None
"""Holder and zone; None where no state has a zone."""

_GRID_DEG = 1e-7
_DEGREE_M = 111_195.0


@dataclass(frozen=True, eq=False)
class Overlay:
    """Lines that are there once, and whose the faces between them are.

    Attributes
    ----------
    arcs : tuple of array of shape (n, 2)
        Degrees, from branching to branching.
    sides : tuple of (int, int)
        The faces to the left and to the right of each arc; -1 is none.
    statuses : tuple of tuple of (str, str) or None
        Holder and zone of each face, a scenario each.
    """

    arcs: tuple[Array, ...]
    sides: tuple[tuple[int, int], ...]
    statuses: tuple[tuple[Status, ...], ...]


def overlay(
    lines: Iterable[Array],
    locate: Callable[[Array], Sequence[tuple[Status, ...]]],
    tolerance_m: float,
    shores: Iterable[Array] = (),
) -> Overlay:
    """Lay lines over each other and tell whose the faces between them are.

    Parameters
    ----------
    lines : iterable of array of shape (n, 2)
        Degrees.
    locate : callable
        From points, degrees, to the statuses of each, a scenario each.
    tolerance_m : float
        How far a line may move to be lighter.
    shores : iterable of array of shape (n, 2), optional
        Lines to leave out at once, where they run over the same points: they tell nothing where
        land counts as the water beside it, and are most of what there is.

    Returns
    -------
    Overlay
        Without the lines that have the same to both sides in every scenario.
    """
    steps = _stretches(lines)
    wet = steps[~_among(steps, _stretches(shores))] * _GRID_DEG
    arcs = _arcs(shapely.union_all(shapely.linestrings(wet.reshape(-1, 2, 2)), grid_size=_GRID_DEG))
    faces = _faces(arcs)
    known = [*locate(_inside(faces)), ()]
    telling = [
        arc
        for arc, (left, right) in zip(arcs, _sides(arcs, faces), strict=True)
        if _told(known[left]) != _told(known[right])
    ]
    arcs = _arcs(shapely.MultiLineString([shapely.LineString(arc) for arc in telling]))
    faces = _faces(arcs)
    found = locate(_inside(faces))
    held = [number for number, statuses in enumerate(found) if _told(statuses)]
    return Overlay(
        tuple(lighter(arc, tolerance_m) for arc in arcs),
        tuple(_sides(arcs, faces[held])),
        tuple(tuple(found[number]) for number in held),
    )


def lighter(line: Array, tolerance_m: float) -> Array:
    """Return a line with the fewer points that it can be drawn with.

    Parameters
    ----------
    line : array of shape (n, 2)
        Degrees.
    tolerance_m : float

    Returns
    -------
    array of shape (m, 2)
        The ends stay; a closed line stays one that has an inside.

    Examples
    --------
    >>> lighter(np.array([[146.0, 44.0], [146.1, 44.0001], [146.2, 44.0]]), 50).tolist()
    [[146.0, 44.0], [146.2, 44.0]]
    """
    scale = np.array([math.cos(math.radians(float(line[:, 1].mean()))), 1.0]) * _DEGREE_M
    closed = bool((line[0] == line[-1]).all())
    flat = shapely.LineString(line * scale).simplify(tolerance_m, preserve_topology=closed)
    kept = np.asarray(shapely.get_coordinates(flat) / scale)
    kept[[0, -1]] = line[[0, -1]]
    return kept


def _told(statuses: tuple[Status, ...]) -> tuple[Status, ...]:
    """Return nothing for a face that no state has in any scenario, as beyond all faces."""
    return statuses if any(statuses) else ()


def _stretches(lines: Iterable[Array]) -> NDArray[np.int64]:
    """Return the stretches from point to point, each once, whichever way it was drawn."""
    steps = [np.round(line / _GRID_DEG).astype(np.int64) for line in lines]
    if not steps:
        return np.empty((0, 4), dtype=np.int64)
    pairs = np.concatenate([np.hstack([step[:-1], step[1:]]) for step in steps])
    turned = np.where(
        pairs[:, 0] == pairs[:, 2], pairs[:, 1] > pairs[:, 3], pairs[:, 0] > pairs[:, 2]
    )
    pairs[turned] = pairs[turned][:, [2, 3, 0, 1]]
    moves = (pairs[:, :2] != pairs[:, 2:]).any(axis=1)
    return np.unique(pairs[moves], axis=0)


def _among(some: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which rows of the one are rows of the other; neither has a row twice."""
    _, place, count = np.unique(
        np.vstack([some, others]), axis=0, return_inverse=True, return_counts=True
    )
    return np.asarray(count[place.reshape(-1)[: len(some)]] > 1)


def _arcs(noded: shapely.Geometry) -> list[Array]:
    """Return noded lines from branching to branching."""
    parts = shapely.get_parts(shapely.line_merge(noded))
    return [shapely.get_coordinates(part) for part in parts]


def _faces(arcs: Sequence[Array]) -> NDArray[np.object_]:
    """Return the areas between lines, shells counter-clockwise."""
    found = shapely.polygonize([shapely.LineString(arc) for arc in arcs])
    return np.array([orient(face) for face in shapely.get_parts(found)], dtype=object)


def _inside(faces: NDArray[np.object_]) -> Array:
    return np.asarray(shapely.get_coordinates(shapely.point_on_surface(faces)))


def _sides(arcs: Sequence[Array], faces: Iterable[shapely.Polygon]) -> list[tuple[int, int]]:
    """Return the faces to the left and right of each arc."""
    starts: dict[tuple[float, ...], tuple[int, int]] = {}
    for number, arc in enumerate(arcs):
        starts[(*arc[0], *arc[1])] = number, 0
        starts[(*arc[-1], *arc[-2])] = number, 1
    sides = [[-1, -1] for _ in arcs]
    for number, face in enumerate(faces):
        for ring in (face.exterior, *face.interiors):
            points = shapely.get_coordinates(ring)
            # An arc's first stretch tells which one it is, and which way it is walked.
            for key in np.hstack([points[:-1], points[1:]]).tolist():
                if met := starts.get(tuple(key)):
                    sides[met[0]][met[1]] = number
    return [(left, right) for left, right in sides]
