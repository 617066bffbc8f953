"""How much land lies to one side of a line, as the line moves across it."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

# Nodes and weights of Gauss-Legendre quadrature on 0..1: exact for our edges, as they are short.
_NODES = np.array([0.5 - 0.15**0.5, 0.5, 0.5 + 0.15**0.5])
_WEIGHTS = np.array([5.0, 8.0, 5.0]) / 18.0

_ALONG_M = 1e-7


class Profile:
    """The area on the near side of a line, by the line's offset, on the sphere that fits best.

    One pass over the outline serves every offset: by Green's theorem the area is an integral
    along the shore alone, as a form is chosen that vanishes along the line. The sphere differs
    from the ellipsoid by about a millionth here, which
    :func:`kurilmap.geodesy.parcels.at_area` takes out against geodesic areas.

    Parameters
    ----------
    polygons : sequence of shapely.Polygon
        In a gnomonic plane, metres.
    normal : array of shape (2,)
        Unit vector across the line; the near side lies against it.
    radius : float
        Of the sphere, in metres.

    Examples
    --------
    >>> square = shapely.box(0, 0, 1000, 1000)
    >>> profile = Profile([square], np.array([1.0, 0.0]), 6.38e6)
    >>> round(profile.area(250.0)), round(profile.offset(750_000.0), 3)
    (250000, 750.0)
    """

    def __init__(
        self, polygons: Sequence[shapely.Polygon], normal: NDArray[np.float64], radius: float
    ) -> None:
        edges = np.concatenate([_edges(polygon) for polygon in polygons])
        axes = np.column_stack([normal, [-normal[1], normal[0]]])
        starts, ends = edges[:, 0] @ axes, edges[:, 1] @ axes
        # An edge along the line adds nothing, for the form vanishes on it; an edge that an earlier
        # cut left is along it but for rounding, and has no slope to divide by.
        leaning = np.abs(starts[:, 0] - ends[:, 0]) > _ALONG_M
        self._starts, self._ends = starts[leaning] / radius, ends[leaning] / radius
        self._radius = radius
        self.nearest = float(min(starts[:, 0].min(), ends[:, 0].min()))
        self.farthest = float(max(starts[:, 0].max(), ends[:, 0].max()))
        self.total = self.area(self.farthest)

    def area(self, offset: float) -> float:
        """Return the area nearer than an offset.

        Parameters
        ----------
        offset : float
            Metres along the normal, from the plane's centre.

        Returns
        -------
        float
            Square metres on the sphere.
        """
        u1, v1 = self._starts.T
        u2, v2 = self._ends.T
        line = offset / self._radius
        slope = (v2 - v1) / (u2 - u1)
        near1, near2 = np.minimum(u1, line), np.minimum(u2, line)
        u = near1[:, None] + (near2 - near1)[:, None] * _NODES
        v = v1[:, None] + slope[:, None] * (u - u1[:, None])
        return float(-(_form(u, v) @ _WEIGHTS) @ (near2 - near1)) * self._radius**2

    def chord(self, offset: float) -> float:
        """Return how much area a metre's move of the line takes in.

        Parameters
        ----------
        offset : float
            Metres along the normal.

        Returns
        -------
        float
            Metres: nearly the length of the line on land.
        """
        u1, v1 = self._starts.T
        u2, v2 = self._ends.T
        line = offset / self._radius
        crossed = (u1 < line) != (u2 < line)
        u1, v1, u2, v2 = u1[crossed], v1[crossed], u2[crossed], v2[crossed]
        v = v1 + (v2 - v1) * (line - u1) / (u2 - u1)
        return float(np.sum(np.sign(u1 - u2) * _form(np.full_like(v, line), v))) * self._radius

    def crossings(self, offset: float) -> NDArray[np.float64]:
        """Return where the line at an offset enters and leaves the land.

        Parameters
        ----------
        offset : float
            Metres along the normal.

        Returns
        -------
        array of shape (n, 2)
            From where to where, in metres along the line to the left of the normal.

        Examples
        --------
        >>> profile = Profile([shapely.box(0, 0, 9, 5)], np.array([1.0, 0.0]), 6.38e6)
        >>> profile.crossings(4.0).round(6).tolist()
        [[0.0, 5.0]]
        """
        u1, v1 = self._starts.T
        u2, v2 = self._ends.T
        line = offset / self._radius
        crossed = (u1 < line) != (u2 < line)
        u1, v1, u2, v2 = u1[crossed], v1[crossed], u2[crossed], v2[crossed]
        found = np.sort(v1 + (v2 - v1) * (line - u1) / (u2 - u1)) * self._radius
        return found.reshape(-1, 2)

    def offset(self, area: float) -> float:
        """Return the offset of the line that has an area on its near side.

        Parameters
        ----------
        area : float
            Square metres on the sphere, between 0 and :attr:`total`.

        Returns
        -------
        float
            Metres along the normal.

        Notes
        -----
        Newton's steps, with the bracket halved wherever one would leave it: where the line
        touches little land, between islets or at a cape, a step alone would run off.
        """
        low, high = self.nearest, self.farthest
        at = low + (high - low) * area / self.total
        for _ in range(200):
            missing = area - self.area(at)
            if missing > 0:
                low = at
            else:
                high = at
            slope = self.chord(at)
            following = at + missing / slope if slope > 0 else low
            if not low < following < high:
                following = (low + high) / 2
            if abs(following - at) < 1e-9:
                break
            at = following
        return at


def _form(u: NDArray[np.float64], v: NDArray[np.float64]) -> NDArray[np.float64]:
    """Integrate the gnomonic plane's area density (1 + u² + v²)^(-3/2) over v, from 0."""
    return v / ((1 + u**2) * np.sqrt(1 + u**2 + v**2))


def _edges(polygon: shapely.Polygon) -> NDArray[np.float64]:
    rings = [np.asarray(polygon.exterior.coords)[:, :2]]
    rings += [np.asarray(ring.coords)[:, :2] for ring in polygon.interiors]
    turned = [
        ring if shapely.is_ccw(shapely.LinearRing(ring)) == (index == 0) else ring[::-1]
        for index, ring in enumerate(rings)
    ]
    return np.concatenate([np.stack([ring[:-1], ring[1:]], axis=1) for ring in turned])
