"""One island on the plane, split into pieces whose shared edges are the same to the last bit."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from kurilmap.geodesy.frame import Frame
from kurilmap.geodesy.measure import area, densify, polygons_of
from kurilmap.geodesy.snapping import noded

# A piece smaller than this (m²) is an artefact of arithmetic, where a line grazes the shore.
_SLIVER_M2 = 0.01

Point = tuple[float, float]
Segment = tuple[Point, Point]


@dataclass(frozen=True, eq=False)
class Plot:
    """A polygon of EPSG:4326 with its image in a gnomonic frame.

    Attributes
    ----------
    polygon : shapely.Polygon
        Longitudes and latitudes.
    frame : Frame
    """

    polygon: shapely.Polygon
    frame: Frame

    @cached_property
    def flat(self) -> shapely.Polygon:
        """The polygon in the frame, in metres."""
        return self.frame.project(shapely.force_2d(self.polygon))

    @cached_property
    def area(self) -> float:
        """Geodesic area in square metres."""
        return area(self.polygon)

    @cached_property
    def _originals(self) -> dict[Point, Point]:
        flat, degrees = (
            shapely.get_coordinates([self.flat, self.polygon]).reshape(2, -1, 2).tolist()
        )
        return {(x, y): (lon, lat) for (x, y), (lon, lat) in zip(flat, degrees, strict=True)}

    def restore(self, points: NDArray[np.float64]) -> list[Point]:
        """Return points of the frame in degrees; the outline's own vertices exactly as they were.

        Parameters
        ----------
        points : array of shape (n, 2)

        Returns
        -------
        list of (lon, lat)
        """
        moved = self.frame.unproject_points(points).tolist()
        return [
            self._originals.get((x, y), (lon, lat))
            for (x, y), (lon, lat) in zip(points.tolist(), moved, strict=True)
        ]


@dataclass(frozen=True, eq=False)
class Piece:
    """A piece of a plot, ready to be given out.

    Attributes
    ----------
    polygon : shapely.Polygon
        EPSG:4326, shell counter-clockwise, cut edges densified to 500 m or less.
    cut_edges : tuple of shapely.LineString
        The stretches of its boundary that are no shore.
    """

    polygon: shapely.Polygon
    cut_edges: tuple[shapely.LineString, ...]


def split(
    polygon: shapely.Polygon, lines: Sequence[shapely.LineString | shapely.MultiLineString]
) -> list[shapely.Polygon]:
    """Split a polygon of the plane by lines that go through it, or are closed inside it.

    Parameters
    ----------
    polygon : shapely.Polygon
    lines : sequence of shapely.LineString or shapely.MultiLineString

    Returns
    -------
    list of shapely.Polygon
        They cover `polygon` and share every vertex of their common edges. Where a line only
        touches, the points and lines that come of it are left out.

    Examples
    --------
    >>> halves = split(shapely.box(0, 0, 2, 1), [shapely.LineString([(1, -1), (1, 2)])])
    >>> [half.area for half in halves]
    [1.0, 1.0]
    """
    through = [line for line in lines if line.intersects(polygon)]
    if not through:
        return [polygon]
    edges = shapely.union_all(noded([*_rings(polygon), *through]))
    shapely.prepare(polygon)
    parts = [
        part
        for part in polygons_of(shapely.polygonize([edges]))
        if part.area > _SLIVER_M2 and polygon.contains(part.representative_point())
    ]
    # The untouched polygon keeps its own vertices: a line that grazes it adds no node.
    return parts if len(parts) > 1 else [polygon]


def merge(polygons: Sequence[shapely.Polygon]) -> list[shapely.Polygon]:
    """Join pieces of one split where they share an edge.

    Parameters
    ----------
    polygons : sequence of shapely.Polygon
        As :func:`split` gives them.

    Returns
    -------
    list of shapely.Polygon
    """
    if len(polygons) < 2:
        return list(polygons)
    return list(polygons_of(shapely.coverage_union_all(list(polygons))))


def finish(plot: Plot, polygons: Sequence[shapely.Polygon]) -> list[Piece]:
    """Bring the pieces of a plot back to EPSG:4326, their common edges densified.

    Parameters
    ----------
    plot : Plot
    polygons : sequence of shapely.Polygon
        In the frame; together the whole plot.

    Returns
    -------
    list of Piece
        In the order given.
    """
    if len(polygons) == 1:
        return [Piece(orient(shapely.force_2d(plot.polygon)), ())]
    # An edge of two pieces is a cut; one of a single piece is shore.
    counted = Counter(segment for polygon in polygons for segment in _segments(polygon))
    cuts = {segment for segment, pieces in counted.items() if pieces == 2}
    return [_finished(plot, polygon, cuts) for polygon in polygons]


def _finished(plot: Plot, polygon: shapely.Polygon, cuts: set[Segment]) -> Piece:
    rings: list[list[Point]] = []
    edges: list[shapely.LineString] = []
    for ring in _rings(polygon):
        flat = _points(ring)
        points = plot.restore(np.array(flat))
        dense = points[:1]
        for number, edge in enumerate(pairwise(flat)):
            start, end = points[number : number + 2]
            if _sorted(*edge) in cuts:
                way = _geodesic(start, end)
                edges.append(shapely.LineString(way))
                dense += way[1:]
            else:
                dense.append(end)
        rings.append(dense)
    merged = shapely.line_merge(shapely.MultiLineString(edges)) if edges else None
    lines = tuple(shapely.get_parts(merged).tolist()) if merged is not None else ()
    return Piece(orient(shapely.Polygon(rings[0], rings[1:])), lines)


def _geodesic(start: Point, end: Point) -> list[Point]:
    """Return the densified edge: the same points whichever way it is walked."""
    way = _points(densify(shapely.LineString(_sorted(start, end))))
    return way if start <= end else way[::-1]


def _segments(polygon: shapely.Polygon) -> Iterable[Segment]:
    for ring in _rings(polygon):
        points = _points(ring)
        yield from (_sorted(start, end) for start, end in pairwise(points))


def _rings(polygon: shapely.Polygon) -> list[shapely.LineString]:
    return [polygon.exterior, *polygon.interiors]


def _points(ring: BaseGeometry) -> list[Point]:
    return [(x, y) for x, y in shapely.get_coordinates(ring).tolist()]


def _sorted(start: Point, end: Point) -> Segment:
    return (start, end) if start <= end else (end, start)
