"""Lines between two shores, made true to the geodesic."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kurilmap.geodesy.globe import Tangents, arc_lengths, to_space
from kurilmap.sea.shores import Reach, Shore

Array = NDArray[np.float64]
Ints = NDArray[np.intp]

ALONG_M = 0.25
"""The most by which two distances may differ along an edge."""

CLOSE_M = 0.001
NEWTON = 25
_ROUNDS = 24
_WINDOW = 6  # edges to both sides of a foot that count as the same branch of the shore
_SHORT_M = 1.0
_CHECKED = (0.25, 0.5, 0.75)  # where along an edge its two distances are compared
_LONGEST_STEP_M = 2000.0
_FLAT = 1e-5  # slope below which two shores meet in one foot, and a point stays where it is


@dataclass(frozen=True, eq=False)
class Pair:
    """Two shores, and the work on the lines between them.

    Attributes
    ----------
    one, other : Shore
    """

    one: Shore
    other: Shore

    def refine(
        self, lines: list[Array], fixed: frozenset[tuple[float, ...]]
    ) -> tuple[list[Array], float, list[tuple[float, float]]]:
        """Make lines true: each point, each place with three feet, each edge along its way.

        Parameters
        ----------
        lines : list of array of shape (n, 2)
        fixed : frozenset of (lon, lat)
            Ends that stay.

        Returns
        -------
        lines : list of array
        worst : float
            The largest difference of the two distances.
        missed : list of (lon, lat)
            Points that did not settle.
        """
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
            good = (gaps <= ALONG_M) | short
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
        missed = [(float(lon), float(lat)) for lon, lat in points[gaps > 10 * CLOSE_M]]
        return np.split(points, np.flatnonzero(np.diff(line)) + 1), worst, missed

    def gap(self, points: Array) -> Array:
        """Return how much farther the one shore is than the other."""
        return self.one.reach(points).metres - self.other.reach(points).metres

    def even(self, points: Array) -> Array:
        """Move points till the two distances are the same."""
        points = points.copy()
        left = np.arange(len(points))
        for _ in range(NEWTON):
            near, far = self.one.reach(points[left]), self.other.reach(points[left])
            gaps = near.metres - far.metres
            wrong = np.abs(gaps) > CLOSE_M
            left = left[wrong]
            if not len(left):
                break
            here = Tangents.at(points[left])
            slopes = here.away_from(near.feet[wrong]) - here.away_from(far.feet[wrong])
            flat = (slopes**2).sum(axis=1) < _FLAT**2
            slopes[flat] = 0
            points[left] = here.moved(newton_steps(slopes[:, None], gaps[wrong][:, None]))
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
            true = np.abs(self.gap(corners)) < CLOSE_M
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
    for _ in range(NEWTON):
        here = Tangents.at(points)
        across: Reach = facing.reach(points)
        away, gaps = [], []
        for window in windows:
            branch = shore.reach_of(here.places, window)
            away.append(here.away_from(branch.feet) - here.away_from(across.feet))
            gaps.append(branch.metres - across.metres)
        gap = np.column_stack(gaps)
        if np.abs(gap).max() < CLOSE_M:
            break
        points = here.moved(newton_steps(np.stack(away, axis=1), gap))
    return points


def _lengths(starts: Array, ends: Array) -> Array:
    return arc_lengths(to_space(starts), to_space(ends))


def newton_steps(slopes: Array, gaps: Array) -> Array:
    """Return Newton's steps, the shortest where the slopes leave a choice, and clamped.

    Parameters
    ----------
    slopes : array of shape (n, k, 2)
        How each gap grows to the east and north.
    gaps : array of shape (n, k)

    Returns
    -------
    array of shape (n, 2)
        Metres.
    """
    steps = -np.einsum("nij,nj->ni", np.linalg.pinv(slopes, rcond=1e-6), gaps)
    length = np.hypot(*steps.T)
    return np.asarray(steps * np.minimum(1, _LONGEST_STEP_M / np.maximum(length, 1))[:, None])
