"""A shore to measure from: the edges of some land, and the nearest of them to any point."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kurilmap.geodesy.globe import arc_lengths, to_globe, to_space

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

Array = NDArray[np.float64]
Ints = NDArray[np.intp]

EDGE_M = 100.0
"""Longest edge that is measured to: geodesics so short are straight to a tenth of a millimetre."""

_NEAR = 4  # corners to look at first, and how many times more where that is not sure
_WIDER = 6


@dataclass(frozen=True, eq=False)
class Reach:
    """How far points are from a shore.

    Attributes
    ----------
    metres : array of shape (n,)
        Geodesic distances.
    feet : array of shape (n, 3)
        The nearest points of the shore, in space.
    edges : array of shape (n,)
        The edges that they are on.
    """

    metres: Array
    feet: Array
    edges: Ints


@dataclass(frozen=True, eq=False)
class Shore:
    """The edges of some land, as geodesics.

    Attributes
    ----------
    starts, ends : array of shape (m, 3)
        In space, none longer than :data:`EDGE_M`, in order along the shore.
    runs : array of shape (m,)
        Number of the ring that each belongs to.
    """

    starts: Array
    ends: Array
    runs: Ints

    @classmethod
    def of(cls, lines: Iterable[Array]) -> "Shore":
        """Return the shore of some lines.

        Parameters
        ----------
        lines : iterable of array of shape (n, 2)
            Degrees; a closed one ends where it begins.

        Returns
        -------
        Shore
        """
        given = list(lines)
        if not given:
            empty = np.empty((0, 3))
            return cls(empty, empty, np.empty(0, dtype=np.intp))
        dense = all_divided(given, EDGE_M)
        places = to_space(np.vstack(dense))
        counts = np.array([len(line) for line in dense])
        edges = np.delete(np.arange(len(places)), np.cumsum(counts) - 1)
        return cls(places[edges], places[edges + 1], np.repeat(np.arange(len(dense)), counts - 1))

    @classmethod
    def joined(cls, shores: Sequence["Shore"]) -> "Shore":
        """Return several shores as one.

        Parameters
        ----------
        shores : sequence of Shore

        Returns
        -------
        Shore
        """
        before = np.cumsum([0, *(shore.count for shore in shores)])
        return cls(
            np.concatenate([shore.starts for shore in shores]),
            np.concatenate([shore.ends for shore in shores]),
            np.concatenate(
                [shore.runs + first for shore, first in zip(shores, before, strict=False)]
            ),
        )

    @property
    def count(self) -> int:
        """Number of rings."""
        return int(self.runs[-1]) + 1 if len(self.runs) else 0

    def reach(self, points: Array) -> Reach:
        """Return how far points are from this shore.

        Parameters
        ----------
        points : array of shape (n, 2)
            Degrees.

        Returns
        -------
        Reach
        """
        places = to_space(points)
        metres = np.empty(len(points))
        feet = np.empty((len(points), 3))
        edges = np.empty(len(points), dtype=np.intp)
        left = np.arange(len(points))
        near = min(_NEAR, len(self._beside))
        while len(left):
            away, corners = self._tree.query(places[left], k=near)
            beside = self._beside[np.asarray(corners, dtype=np.intp).reshape(len(left), near)]
            found = self.reach_of(places[left], beside.reshape(len(left), -1))
            metres[left], feet[left], edges[left] = found.metres, found.feet, found.edges
            if near == len(self._beside):
                break
            # An edge that was not looked at has both its ends beyond the last corner found.
            beyond = np.asarray(away).reshape(len(left), near)[:, -1] ** 2 - (EDGE_M / 2) ** 2
            chord2 = ((places[left] - found.feet) ** 2).sum(axis=1)
            left = left[chord2 > beyond]
            near = min(_WIDER * near, len(self._beside))
        return Reach(metres, feet, edges)

    def reach_of(self, places: Array, edges: Ints) -> Reach:
        """Return how far points are from the nearest of some edges.

        Parameters
        ----------
        places : array of shape (n, 3)
            In space.
        edges : array of shape (n, k)
            The edges to look at, for each point.

        Returns
        -------
        Reach
        """
        start, along = self.starts[edges], self.ends[edges] - self.starts[edges]
        share = ((places[:, None] - start) * along).sum(-1) / (along**2).sum(-1)
        feet = start + np.clip(share, 0, 1)[..., None] * along
        metres = arc_lengths(feet, places[:, None])
        rows, best = np.arange(len(places)), metres.argmin(axis=1)
        return Reach(metres[rows, best], feet[rows, best], edges[rows, best])

    def around(self, edges: Ints, width: int) -> Ints:
        """Return the edges to both sides of some, along their own rings.

        Parameters
        ----------
        edges : array of shape (n,)
        width : int

        Returns
        -------
        array of shape (n, 2 * width + 1)
        """
        beside = edges[:, None] + np.arange(-width, width + 1)
        beside = np.clip(beside, 0, len(self.runs) - 1)
        return np.where(self.runs[beside] == self.runs[edges][:, None], beside, edges[:, None])

    @cached_property
    def _tree(self) -> "cKDTree[Any]":
        from scipy.spatial import cKDTree

        corners = np.vstack([self.starts, self.ends[self._free]])
        return cKDTree(corners, balanced_tree=False, compact_nodes=False)

    @cached_property
    def _beside(self) -> Ints:
        """The two edges at each corner of the tree; one twice at the free ends of open lines."""
        numbers = np.arange(len(self.runs))
        before = numbers - 1
        before[self._first] = np.where(self._closed, self._last, self._first)
        free = np.column_stack([self._free, self._free])
        return np.vstack([np.column_stack([numbers, before]), free])

    @cached_property
    def _first(self) -> Ints:
        return np.flatnonzero(np.diff(self.runs, prepend=-1))

    @cached_property
    def _last(self) -> Ints:
        return np.append(self._first[1:], len(self.runs)) - 1

    @cached_property
    def _closed(self) -> NDArray[np.bool_]:
        return np.asarray((self.starts[self._first] == self.ends[self._last]).all(axis=1))

    @cached_property
    def _free(self) -> Ints:
        """The last edges of open lines: where they end no other begins."""
        return np.asarray(self._last[~self._closed])


def divided(line: Array, longest: float | Array) -> Array:
    """Return a line with points added along its geodesics.

    Parameters
    ----------
    line : array of shape (n, 2)
        Degrees.
    longest : float or array of shape (n - 1,)
        Metres, for all edges or for each.

    Returns
    -------
    array of shape (m, 2)
        The points given stay as they are.
    """
    return all_divided([line], longest)[0]


def all_divided(lines: Sequence[Array], longest: float | Array) -> list[Array]:
    """Return lines with points added along their geodesics, all at once.

    Parameters
    ----------
    lines : sequence of array of shape (n, 2)
        Degrees.
    longest : float or array
        Metres, for all edges or, where there is one line, for each.

    Returns
    -------
    list of array
        The points given stay as they are.
    """
    points = np.vstack(lines)
    last = np.cumsum([len(line) for line in lines]) - 1
    places = to_space(points)
    steps = np.ones(len(points), dtype=np.intp)
    steps[:-1] = np.maximum(np.ceil(arc_lengths(places[:-1], places[1:]) / longest), 1)
    steps[last] = 1  # no edge leads from one line to the next
    origin = np.repeat(np.arange(len(steps)), steps)
    number = np.arange(len(origin)) - np.repeat(np.cumsum(steps) - steps, steps)
    added = np.flatnonzero(number)
    share = (number[added] / steps[origin[added]])[:, None]
    start = origin[added]
    dense = points[origin]
    dense[added] = to_globe(places[start] * (1 - share) + places[start + 1] * share)
    return np.split(dense, np.cumsum(steps)[last[:-1]])
