"""Lines of equal distance: the cells' edges as a first guess, then true to the geodesic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.geodesy.globe import Tangents, arc_lengths, to_space
from kurilmap.sea.diagram import Diagram
from kurilmap.sea.limits import thinned
from kurilmap.sea.shores import Reach, Shore

Array = NDArray[np.float64]
Ints = NDArray[np.intp]

MIDDLE_M = 0.25
"""The most by which two distances may differ along an edge."""

_CLOSE_M = 0.001
_THIN_M = 3.0
_NEWTON = 25
_ROUNDS = 24
_WINDOW = 6  # edges to both sides of a foot that count as the same branch of the shore
_SHORT_M = 1.0
_CHECKED = (0.25, 0.5, 0.75)  # where along an edge its two distances are compared
_LONGEST_STEP_M = 2000.0
_FLAT = 1e-5  # slope below which two shores meet in one foot, and a point stays where it is


@dataclass(frozen=True, eq=False)
class Arc:
    """A line on which two pieces of land are equally far, and none is nearer.

    Attributes
    ----------
    between : tuple of str
        The two pieces.
    points : array of shape (n, 2)
        Degrees.
    """

    between: tuple[str, str]
    points: Array


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


def rough_arcs(
    diagram: Diagram, owners: Ints, names: Sequence[str], metres: float, within: shapely.Polygon
) -> list[Arc]:
    """Return the edges between cells of different owners, joined to lines.

    Parameters
    ----------
    diagram : Diagram
    owners : array of int
        Whose land each point of the diagram is, as a number of `names`.
    names : sequence of str
    metres : float
        Edges farther from land than this are left out.
    within : shapely.Polygon
        Where they are wanted, in degrees.

    Returns
    -------
    list of Arc
        From one place where three owners meet to the next, or to where they are left out.
    """
    count = len(diagram.points)
    inner = np.flatnonzero((diagram.first < count) & (diagram.second < count))
    one, other = owners[diagram.first[inner]], owners[diagram.second[inner]]
    mixed = inner[one != other]
    pairs = np.sort(np.column_stack([one, other])[one != other], axis=1)
    far = diagram.angle_at(metres)[mixed]
    lows, highs = np.maximum(diagram.lows[mixed], -far), np.minimum(diagram.highs[mixed], far)
    kept = lows < highs
    mixed, pairs, lows, highs = mixed[kept], pairs[kept], lows[kept], highs[kept]
    places = [diagram.sphere.globe(diagram.at(mixed, angles)) for angles in (lows, highs)]
    near = shapely.contains_xy(within, *places[0].T) | shapely.contains_xy(within, *places[1].T)
    # A node that two edges share is the same to the last bit, whichever edge it is worked out on.
    for side, (angles, ends) in enumerate(((lows, diagram.lows), (highs, diagram.highs))):
        whole = angles == ends[mixed]
        nodes = diagram.sphere.globe(diagram.nodes[diagram.ends[mixed, side]])
        places[side] = np.where(whole[:, None], nodes, places[side])
    arcs = []
    for pair in np.unique(pairs[near], axis=0).tolist():
        chosen = near & (pairs == pair).all(axis=1)
        pieces = shapely.linestrings(np.stack([side[chosen] for side in places], axis=1))
        merged = shapely.line_merge(shapely.MultiLineString(list(pieces)))
        arcs += [
            Arc((names[pair[0]], names[pair[1]]), shapely.get_coordinates(line))
            for line in shapely.get_parts(merged)
        ]
    return arcs


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
        pair = _Pair(shores[one], shores[other])
        found, worst, missed = pair.refine(
            [lines[number] for number in numbers], fixed | set(ends.values())
        )
        residual = max(residual, worst)
        failed += missed
        for number, line in zip(numbers, found, strict=True):
            lines[number] = line
    return Lines(
        [Arc(arc.between, line) for arc, line in zip(arcs, lines, strict=True)], residual, failed
    )


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
        for _ in range(_NEWTON):
            here = Tangents.at(place)
            reaches = [shores[name].reach(place) for name in names]
            gaps = np.array([[reaches[0].metres[0] - r.metres[0] for r in reaches[1:]]])
            if np.abs(gaps).max() < _CLOSE_M:
                break
            away = [here.away_from(reach.feet) for reach in reaches]
            slopes = np.stack([away[0] - other for other in away[1:]], axis=1)
            place = here.moved(_steps(slopes, gaps))
        else:
            failed.append((float(place[0, 0]), float(place[0, 1])))
        found[point] = (float(place[0, 0]), float(place[0, 1]))
    return found, failed


def _steps(slopes: Array, gaps: Array) -> Array:
    """Return Newton's steps, the shortest where the slopes leave a choice, and clamped."""
    steps = -np.einsum("nij,nj->ni", np.linalg.pinv(slopes, rcond=1e-6), gaps)
    length = np.hypot(*steps.T)
    return np.asarray(steps * np.minimum(1, _LONGEST_STEP_M / np.maximum(length, 1))[:, None])


@dataclass(frozen=True, eq=False)
class _Pair:
    """Two shores, and the work on the lines between them."""

    one: Shore
    other: Shore

    def refine(
        self, lines: list[Array], fixed: frozenset[tuple[float, ...]]
    ) -> tuple[list[Array], float, list[tuple[float, float]]]:
        points = np.vstack(lines)
        line = np.repeat(np.arange(len(lines)), [len(part) for part in lines])
        still = np.array([tuple(point) in fixed for point in points.tolist()])
        points[~still] = self.even(points[~still])
        checked = np.zeros(len(points), dtype=bool)  # the edge from each point on
        last = np.append(line[1:] != line[:-1], True)
        checked[last] = True
        worst = 0.0
        for _ in range(_ROUNDS):
            open_ = np.flatnonzero(~checked)
            if not len(open_):
                break
            spread = points[open_ + 1] - points[open_]
            spots = [points[open_] + share * spread for share in _CHECKED]
            gaps = np.abs([self.gap(spot) for spot in spots]).max(axis=0)
            short = _lengths(points[open_], points[open_ + 1]) < _SHORT_M
            good = (gaps <= MIDDLE_M) | short
            worst = max(worst, float(gaps[good].max(initial=0)))
            checked[open_[good]] = True
            split = open_[~good]
            if not len(split):
                break
            new = self.between(points[split], points[split + 1])
            points = np.insert(points, split + 1, new, axis=0)
            line = np.insert(line, split + 1, line[split])
            checked = np.insert(checked, split + 1, False)
        gaps = np.abs(self.gap(points))
        worst = max(worst, float(gaps.max(initial=0)))
        missed = [(float(lon), float(lat)) for lon, lat in points[gaps > 10 * _CLOSE_M]]
        return np.split(points, np.flatnonzero(np.diff(line)) + 1), worst, missed

    def gap(self, points: Array) -> Array:
        return self.one.reach(points).metres - self.other.reach(points).metres

    def even(self, points: Array) -> Array:
        """Move points till the two distances are the same."""
        points = points.copy()
        left = np.arange(len(points))
        for _ in range(_NEWTON):
            near, far = self.one.reach(points[left]), self.other.reach(points[left])
            gaps = near.metres - far.metres
            wrong = np.abs(gaps) > _CLOSE_M
            left = left[wrong]
            if not len(left):
                break
            here = Tangents.at(points[left])
            slopes = here.away_from(near.feet[wrong]) - here.away_from(far.feet[wrong])
            flat = (slopes**2).sum(axis=1) < _FLAT**2
            slopes[flat] = 0
            points[left] = here.moved(_steps(slopes[:, None], gaps[wrong][:, None]))
        return points

    def between(self, starts: Array, ends: Array) -> Array:
        """Return a point for each edge: where three feet are, if they are on it, or its middle."""
        middles = (starts + ends) / 2
        new = self.even(middles)
        for shore, facing in ((self.one, self.other), (self.other, self.one)):
            first, second = shore.reach(starts), shore.reach(ends)
            step = _lengths(starts, ends)
            jump = np.flatnonzero(
                np.linalg.norm(first.feet - second.feet, axis=1) > 1.05 * step + _SHORT_M
            )
            if not len(jump):
                continue
            corners = _three_feet(
                shore, facing, middles[jump], first.edges[jump], second.edges[jump]
            )
            true = np.abs(self.gap(corners)) < _CLOSE_M
            true &= _lengths(corners, middles[jump]) < step[jump]
            for side in (starts, ends):
                true &= _lengths(corners, side[jump]) > _SHORT_M
            new[jump[true]] = corners[true]
        return new


def _three_feet(shore: Shore, facing: Shore, points: Array, first: Ints, second: Ints) -> Array:
    """Solve where two branches of one shore are as far as the other shore."""
    windows = [shore.around(edges, _WINDOW) for edges in (first, second)]
    near = np.abs(first - second) <= 2 * _WINDOW
    middle = (first + second)[:, None] / 2
    ahead = (first < second)[:, None]
    for window, edges, low in zip(windows, (first, second), (ahead, ~ahead), strict=True):
        beyond = near[:, None] & np.where(low, window > middle, window < middle)
        window[beyond] = np.broadcast_to(edges[:, None], window.shape)[beyond]
    for _ in range(_NEWTON):
        here = Tangents.at(points)
        across: Reach = facing.reach(points)
        away, gaps = [], []
        for window in windows:
            branch = shore.reach_of(here.places, window)
            away.append(here.away_from(branch.feet) - here.away_from(across.feet))
            gaps.append(branch.metres - across.metres)
        gap = np.column_stack(gaps)
        if np.abs(gap).max() < _CLOSE_M:
            break
        points = here.moved(_steps(np.stack(away, axis=1), gap))
    return points


def _lengths(starts: Array, ends: Array) -> Array:
    return arc_lengths(to_space(starts), to_space(ends))
