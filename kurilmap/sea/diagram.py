"""Voronoi's cells of points of the shore, on a sphere where circles are circles."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kurilmap.geodesy.sphere import GaussSphere

Array = NDArray[np.float64]
Ints = NDArray[np.intp]

_RIM_DEG = 24.0  # how far off points stand that close every cell; nothing reaches half as far
_RIM_POINTS = 48


@dataclass(frozen=True, eq=False)
class Diagram:
    """The edges between cells. All arrays of one length hold one entry an edge.

    Each edge is a stretch of the great circle on which its two points are equally far; places on
    it are told by the angle from the point midway between the two.

    Attributes
    ----------
    sphere : GaussSphere
    points : array of shape (n, 2)
        Degrees; the points of the shore.
    first, second : array of int
        The points whose cells the edge parts; numbers from n on are the rim.
    lows, highs : array of float
        Where the edge begins and ends, as angles.
    ends : array of shape (m, 2)
        Numbers of the nodes at its two ends.
    nodes : array of shape (k, 3)
        Where three cells or more meet, as unit vectors.
    units : array of shape (n + rim, 3)
        The points, and the rim, as unit vectors.
    """

    sphere: GaussSphere
    points: Array
    first: Ints
    second: Ints
    lows: Array
    highs: Array
    ends: Ints
    nodes: Array
    units: Array

    @classmethod
    def of(cls, points: Array, sphere: GaussSphere) -> "Diagram":
        """Return the diagram of some points.

        Parameters
        ----------
        points : array of shape (n, 2)
            Degrees, no two the same.
        sphere : GaussSphere

        Returns
        -------
        Diagram
        """
        from scipy.spatial import Delaunay

        own = sphere.units(points)
        units = np.vstack([own, _rim(sphere)])
        mesh = Delaunay(sphere.flat(units))
        corners, beside = mesh.simplices.astype(np.intp), mesh.neighbors.astype(np.intp)
        a, b, c = (units[corners[:, side]] for side in range(3))
        nodes = np.cross(b - a, c - a)
        nodes /= np.linalg.norm(nodes, axis=1)[:, None]
        nodes *= np.sign((nodes * a).sum(axis=1))[:, None]
        triangle, side = np.nonzero((beside > np.arange(len(beside))[:, None]) & (beside >= 0))
        other = beside[triangle, side]
        first = corners[triangle, (side + 1) % 3]
        second = corners[triangle, (side + 2) % 3]
        middle, along = _axes(units[first], units[second])
        angles = np.column_stack(
            [
                np.arctan2((nodes[node] * along).sum(1), (nodes[node] * middle).sum(1))
                for node in (triangle, other)
            ]
        )
        turned = angles[:, 0] > angles[:, 1]
        ends = np.column_stack([triangle, other])
        ends[turned] = ends[turned, ::-1]
        angles.sort(axis=1)
        return cls(sphere, points, first, second, angles[:, 0], angles[:, 1], ends, nodes, units)

    def at(self, edges: Ints, angles: Array) -> Array:
        """Return places on edges.

        Parameters
        ----------
        edges : array of int
        angles : array of float

        Returns
        -------
        array of shape (n, 3)
            Unit vectors.
        """
        middle, along = _axes(self.units[self.first[edges]], self.units[self.second[edges]])
        return np.asarray(np.cos(angles)[:, None] * middle + np.sin(angles)[:, None] * along)

    def angle_at(self, metres: float) -> Array:
        """Return where each edge is so far from its two points, as an angle; nan if nowhere.

        Parameters
        ----------
        metres : float

        Returns
        -------
        array of float
        """
        cosine = np.cos(metres / self.sphere.radius) / self._midway
        return np.asarray(np.arccos(cosine, out=np.full(len(cosine), np.nan), where=cosine <= 1))

    @cached_property
    def _midway(self) -> Array:
        total = self.units[self.first] + self.units[self.second]
        return np.asarray(np.linalg.norm(total, axis=1) / 2)


def _axes(first: Array, second: Array) -> tuple[Array, Array]:
    middle, along = first + second, np.cross(first, second)
    middle /= np.linalg.norm(middle, axis=1)[:, None]
    along /= np.linalg.norm(along, axis=1)[:, None]
    return middle, along


def _rim(sphere: GaussSphere) -> Array:
    turns = np.linspace(0, 2 * np.pi, _RIM_POINTS, endpoint=False)
    up = sphere.units(np.array([[sphere.lon, sphere.lat]]))[0]
    east = np.array([-up[1], up[0], 0]) / np.hypot(up[0], up[1])
    north = np.cross(up, east)
    far = np.radians(_RIM_DEG)
    ring = np.sin(turns)[:, None] * east + np.cos(turns)[:, None] * north
    return np.asarray(np.cos(far) * up + np.sin(far) * ring)
