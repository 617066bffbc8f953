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
_ROUNDS = 60
_WINDOW = 6  # edges to both sides of a foot that count as the same branch of the shore
_SHORT_M = 1.0
_BESIDE = (0.1, 1.0)  # how far from the ends of its edge, in edges, a new point may be
_ASIDE = 1.2  # the same for one that lies square to its middle
_REACH = 2.0  # an edge is at most so many times as long as it is far from the shore …
_SPARE_M = 50.0  # … and so much more
_LOOKS = 8
_BISECTIONS = 40
_PLACES = (np.linspace(0, 1, 5)[1:-1], np.linspace(0, 1, 12)[1:-1])
"""Where along an edge its two distances are compared, first and, if they agree, for good."""

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
        # Of the edge from each point on: how closely it has still to be looked at.
        closer = np.full(len(points), len(_PLACES))
        closer[np.append(line[1:] != line[:-1], True)] = 0
        worst, lost = 0.0, []
        for _ in range(_ROUNDS):
            open_ = np.flatnonzero(closer == closer.max())
            if not closer[open_].any():
                break
            spread = points[open_ + 1] - points[open_]
            spots = _PLACES[-closer[open_[0]]][:, None, None] * spread + points[open_]
            gaps = np.abs(self.gap(spots.reshape(-1, 2))).reshape(spots.shape[:2]).max(axis=0)
            length = lengths(points[open_], points[open_ + 1])
            reach = self.one.reach(points[open_]).metres
            near = np.minimum(reach, self.one.reach(points[open_ + 1]).metres)
            good = (gaps <= ALONG_M) & (length <= _REACH * near + _SPARE_M)
            good |= length < _SHORT_M
            worst = max(worst, float(gaps[good].max(initial=0)))
            closer[open_[good]] -= 1
            split = open_[~good]
            if not len(split):
                continue
            starts, ends = points[split], points[split + 1]
            new = self.between(starts, ends)
            # A point that leaves its edge belongs to another line: told of, and not put in.
            step = lengths(starts, ends)
            stays = np.maximum(lengths(new, starts), lengths(new, ends)) < _ASIDE * step
            closer[split[~stays]] = 0
            lost.append(points[split[~stays]])
            split, new = split[stays], new[stays]
            closer[split] = len(_PLACES)
            points = np.insert(points, split + 1, new, axis=0)
            line = np.insert(line, split + 1, line[split])
            closer = np.insert(closer, split + 1, len(_PLACES))
        gaps = np.abs(self.gap(points))
        worst = max(worst, float(gaps.max(initial=0)))
        unsure = np.vstack([points[(gaps > 10 * CLOSE_M) | (closer > 0)], *lost])
        missed = [(float(lon), float(lat)) for lon, lat in unsure]
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

    def across(self, starts: Array, ends: Array) -> Array:
        """Return where lines square to edges, at their middles, are equally far from both shores.

        Newton's steps may lead along a line to the end of its edge; this does not. A place
        where there is none comes back as the middle.
        """
        middle = Tangents.at((starts + ends) / 2)
        way = lengths(starts, ends)[:, None] * middle.away_from(to_space(starts))
        square = np.column_stack([-way[:, 1], way[:, 0]])
        shares = np.linspace(-1, 1, 2 * _LOOKS + 1)
        signs = np.array([np.sign(self.gap(middle.moved(share * square))) for share in shares])
        turns = signs[1:] * signs[:-1] <= 0
        # Of the turns, the one that is nearest to the edge.
        far = np.where(turns, np.abs(shares[1:] + shares[:-1])[:, None], np.inf)
        place = far.argmin(axis=0)
        low, high = shares[place], shares[place + 1]
        sign = signs[place, np.arange(len(place))]
        for _ in range(_BISECTIONS):
            half = (low + high) / 2
            same = np.sign(self.gap(middle.moved(half[:, None] * square))) == sign
            low, high = np.where(same, half, low), np.where(same, high, half)
        found = np.where(turns.any(axis=0), (low + high) / 2, 0)
        return middle.moved(found[:, None] * square)

    def between(self, starts: Array, ends: Array) -> Array:
        """Return a point for each edge: where three feet are, if they are on it, or its middle."""
        middles = (starts + ends) / 2
        new = self.even(middles)
        ways = np.column_stack([lengths(new, starts), lengths(new, ends)])
        step = lengths(starts, ends)
        least, most = _BESIDE
        astray = (ways.min(axis=1) < least * step) | (ways.max(axis=1) > most * step)
        if astray.any():
            new[astray] = self.across(starts[astray], ends[astray])
        for shore, facing in ((self.one, self.other), (self.other, self.one)):
            first, second = shore.reach(starts), shore.reach(ends)
            jump = np.flatnonzero(
                np.linalg.norm(first.feet - second.feet, axis=1) > 1.05 * step + _SHORT_M
            )
            if not len(jump):
                continue
            corners = _three_feet(
                shore, facing, middles[jump], first.edges[jump], second.edges[jump]
            )
            true = np.abs(self.gap(corners)) < CLOSE_M
            for side in (starts, ends):
                away = lengths(corners, side[jump])
                true &= (away > _SHORT_M) & (away < step[jump])
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


def lengths(starts: Array, ends: Array) -> Array:
    """Return geodesic distances in metres between points in degrees.

    Parameters
    ----------
    starts, ends : array of shape (n, 2)

    Returns
    -------
    array of shape (n,)
    """
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
