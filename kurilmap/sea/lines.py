"""Lines of equal distance, true to the geodesic, and how true they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kurilmap.geodesy.globe import Tangents
from kurilmap.sea.limits import thinned
from kurilmap.sea.pair import CLOSE_M, NEWTON, Pair, lengths, newton_steps
from kurilmap.sea.rough import Arc
from kurilmap.sea.shores import Shore

Array = NDArray[np.float64]

_THIN_M = 3.0


@dataclass(frozen=True, eq=False)
class Lines:
    """Arcs, and how true they are.

    Attributes
    ----------
    arcs : list of Arc
    residual_m : float
        The largest difference of two distances, at the points and in the middles of edges.
    failed : list of (lon, lat)
        Points that did not come within a millimetre, each told of.
    """

    arcs: list[Arc] = field(default_factory=list)
    residual_m: float = 0.0
    failed: list[tuple[float, float]] = field(default_factory=list)


def refined(
    arcs: Sequence[Arc],
    shores: Mapping[str, Shore],
    fixed: frozenset[tuple[float, ...]] = frozenset(),
) -> Lines:
    """Make lines true: each point, each place where three feet are, each middle of an edge.

    Parameters
    ----------
    arcs : sequence of Arc
        As :func:`rough_arcs` gives them.
    shores : mapping of str to Shore
        By piece of land.
    fixed : frozenset of (lon, lat)
        Ends that stay: those of cuts, on the shore.

    Returns
    -------
    Lines
    """
    if not arcs:
        return Lines()
    ends, failed = _meetings(arcs, shores, fixed)
    lines = []
    for arc in arcs:
        points = thinned(arc.points, _THIN_M)
        for side in (0, -1):
            points[side] = ends.get(tuple(arc.points[side].tolist()), points[side])
        lines.append(points)
    done: dict[tuple[str, str], list[int]] = {}
    for number, arc in enumerate(arcs):
        done.setdefault(arc.between, []).append(number)
    residual = 0.0
    for (one, other), numbers in done.items():
        pair = Pair(shores[one], shores[other])
        found, worst, missed = pair.refine(
            [lines[number] for number in numbers], fixed | set(ends.values())
        )
        residual = max(residual, worst)
        failed += missed
        for number, line in zip(numbers, found, strict=True):
            lines[number] = spaced(line)
    return Lines(
        [Arc(arc.between, line) for arc, line in zip(arcs, lines, strict=True)], residual, failed
    )


def spaced(line: Array, metres: float = 500.0) -> Array:
    """Return a line with points added on its own straight edges, in degrees.

    Parameters
    ----------
    line : array of shape (n, 2)
    metres : float, default 500
        About the longest edge that stays.

    Returns
    -------
    array of shape (m, 2)
    """
    steps = np.maximum(np.ceil(lengths(line[:-1], line[1:]) / metres), 1).astype(np.intp)
    edge = np.repeat(np.arange(len(steps)), steps)
    share = (np.arange(len(edge)) - np.repeat(np.cumsum(steps) - steps, steps)) / steps[edge]
    between = line[edge] + share[:, None] * (line[edge + 1] - line[edge])
    return np.vstack([between, line[-1:]])


def _meetings(
    arcs: Sequence[Arc], shores: Mapping[str, Shore], fixed: frozenset[tuple[float, ...]]
) -> tuple[dict[tuple[float, ...], tuple[float, float]], list[tuple[float, float]]]:
    """Solve the points where three pieces of land are equally far."""
    owners: dict[tuple[float, ...], list[str]] = {}
    for arc in arcs:
        for side in (0, -1):
            owners.setdefault(tuple(arc.points[side].tolist()), []).extend(arc.between)
    found: dict[tuple[float, ...], tuple[float, float]] = {}
    failed = []
    for point, all_names in owners.items():
        names = list(dict.fromkeys(all_names))
        if len(names) < 3 or point in fixed:
            continue
        place = np.array([point])
        for _ in range(NEWTON):
            here = Tangents.at(place)
            reaches = [shores[name].reach(place) for name in names]
            gaps = np.array([[reaches[0].metres[0] - r.metres[0] for r in reaches[1:]]])
            if np.abs(gaps).max() < CLOSE_M:
                break
            away = [here.away_from(reach.feet) for reach in reaches]
            slopes = np.stack([away[0] - other for other in away[1:]], axis=1)
            place = here.moved(newton_steps(slopes, gaps))
        else:
            failed.append((float(place[0, 0]), float(place[0, 1])))
        found[point] = (float(place[0, 0]), float(place[0, 1]))
    return found, failed
