"""What no scenario changes: the cells of each part of the land, and the limits of all of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.geodesy.sphere import GaussSphere
from kurilmap.sea.country import Country
from kurilmap.sea.diagram import Diagram
from kurilmap.sea.faces import Faces
from kurilmap.sea.limits import Limit, limit
from kurilmap.sea.lines import Lines, refined, spaced
from kurilmap.sea.narrows import Narrows, fairway, narrow_areas
from kurilmap.sea.rough import Arc, rough_arcs
from kurilmap.sea.shores import Shore, all_divided
from kurilmap.sea.window import EEZ_M, NARROW_M, TERRITORIAL_M, margin

Array = NDArray[np.float64]

SAMPLE_M = 400.0
"""Spacing of the points that the first guess is made of; every corner is one as well."""

OUTPUT_M = 500.0
BEYOND_M = 1000.0  # how far lines go on past 200 M and the window, to be cut there
MARGIN_M = (
    150_000.0  # longer than an arc of 200 M about one cape, lest one that leaves the window be lost
)

Tell = Callable[[str], None]


@dataclass(frozen=True, eq=False)
class Waters:
    """The sea in a window, cut up by what does not hang on who holds the land.

    Attributes
    ----------
    window : shapely.Polygon
    shores : mapping of str to Shore
        By part of the land.
    lines : Lines
        Between the parts.
    edges : list of shapely.LineString
        Limits, and the areas of narrow straits.
    land : mapping of str to list of shapely.Polygon
        By part; what of it meets the window.
    areas : list of (Narrows, shapely.Polygon)
        The fairways of narrow straits.
    limits : list of Limit
        At 12 M and 200 M.
    """

    window: shapely.Polygon
    sphere: GaussSphere
    shores: Mapping[str, Shore]
    lines: Lines
    edges: list[shapely.LineString]
    land: Mapping[str, Sequence[shapely.Polygon]]
    areas: list[tuple[Narrows, shapely.Polygon]]
    limits: list[Limit]

    @classmethod
    def of(
        cls,
        country: Country,
        window: shapely.Polygon,
        narrows: Sequence[Narrows] = (),
        tell: Tell = lambda _: None,
    ) -> "Waters":
        """Work out the waters around some land.

        Parameters
        ----------
        country : Country
        window : shapely.Polygon
            EPSG:4326.
        narrows : sequence of Narrows, optional
        tell : callable, optional
            Is told each step before it is taken.

        Returns
        -------
        Waters
        """
        tell("shores")
        around = margin(window, MARGIN_M)
        west, south, east, north = window.bounds
        sphere = GaussSphere((west + east) / 2, (south + north) / 2)
        units = {unit: Shore.of(lines) for unit, lines in country.lines.items()}
        shores = {
            part: Shore.joined([units[unit] for unit in names])
            for part, names in country.parts.items()
        }
        points, owners = sampled(
            [
                [line for unit in names for line in country.lines[unit]]
                for names in country.parts.values()
            ],
            SAMPLE_M,
        )
        tell("cells")
        diagram = Diagram.of(points, sphere)
        tell("lines")
        rough = rough_arcs(diagram, owners, list(shores), EEZ_M + BEYOND_M, around)
        lines = refined(rough, shores)
        tell("limits")
        everything = Shore.joined(list(shores.values()))
        limits = [
            limit(diagram, everything, metres, margin(window, 2.1 * metres))
            for metres in (TERRITORIAL_M, EEZ_M)
        ]
        edges = [spaced(line) for each in limits for line in each.lines]
        areas = []
        for strait in narrows:
            for area in narrow_areas(units, [strait]):
                near = limit(diagram, everything, NARROW_M, margin(area, 2.1 * NARROW_M))
                way = fairway(area, near.lines, everything)
                areas.append((strait, way))
                edges += [shapely.get_coordinates(ring) for ring in (way.exterior, *way.interiors)]
        land = {
            part: [polygon for polygon in polygons if polygon.intersects(window)]
            for part, polygons in country.land.items()
        }
        return cls(
            window,
            sphere,
            shores,
            lines,
            [shapely.LineString(line) for line in edges if len(line)],
            land,
            areas,
            limits,
        )

    @property
    def limit_residual_m(self) -> float:
        """The most by which a point of a limit, or the middle of its edge, is off."""
        return max(each.residual_m for each in self.limits)

    @cached_property
    def _coast(self) -> dict[str, list[shapely.Polygon]]:
        """The land with no edge longer than 500 m; a lake is no sea, and left out."""
        return {part: dense(polygons) for part, polygons in self.land.items()}

    @cached_property
    def whole(self) -> Faces:
        """The window, cut up by what is the same for all alone."""
        return self.split((), {})

    def split(self, arcs: Sequence[Arc], land: Mapping[str, Sequence[shapely.Polygon]]) -> Faces:
        """Cut the window up by the lines that are the same for all, and by some more.

        Parameters
        ----------
        arcs : sequence of Arc
        land : mapping of str to sequence of shapely.Polygon
            By divided part, its pieces: their outlines stand in for the whole.

        Returns
        -------
        Faces
        """
        solid = [polygon for each in {**self._coast, **land}.values() for polygon in each]
        lines = [
            *self.edges,
            *map(shapely.boundary, solid),
            *(shapely.LineString(a.points) for a in (*self.lines.arcs, *arcs)),
        ]
        clipped = shapely.intersection(shapely.multilinestrings(lines), self.window)
        pieces = [part for part in shapely.get_parts(clipped) if part.geom_type == "LineString"]
        noded = shapely.node(shapely.multilinestrings([*pieces, self.window.exterior]))
        polygons = shapely.get_parts(shapely.polygonize([noded]))
        spots = shapely.point_on_surface(polygons)
        points = shapely.get_coordinates(spots)
        dry = np.zeros(len(points), dtype=bool)
        dry[shapely.STRtree(spots).query(solid, predicate="contains")[1]] = True
        reaches = np.column_stack([shore.reach(points).metres for shore in self.shores.values()])
        names = np.array(list(self.shores))
        narrow = [
            (strait.holder, np.asarray(shapely.contains_xy(area, *points.T)))
            for strait, area in self.areas
        ]
        return Faces(polygons, points, dry, names[reaches.argmin(axis=1)], reaches.min(1), narrow)


def dense(polygons: Sequence[shapely.Polygon]) -> list[shapely.Polygon]:
    """Return polygons without their lakes, and with no edge longer than 500 m.

    Parameters
    ----------
    polygons : sequence of shapely.Polygon

    Returns
    -------
    list of shapely.Polygon
    """
    if not polygons:
        return []
    rings = [shapely.get_coordinates(polygon.exterior) for polygon in polygons]
    return [shapely.Polygon(ring) for ring in all_divided(rings, OUTPUT_M)]


def sampled(lines: Sequence[Sequence[Array]], spacing: float) -> tuple[Array, NDArray[np.intp]]:
    """Return points along shores, none twice, and the number of the shore of each.

    Parameters
    ----------
    lines : sequence of sequence of array
        For each shore its lines.
    spacing : float
        Metres.

    Returns
    -------
    points : array of shape (n, 2)
    owners : array of int
    """
    each = [np.vstack(all_divided(shore, spacing)) for shore in lines]
    owners = np.repeat(np.arange(len(each)), [len(points) for points in each])
    points, first = np.unique(np.vstack(each), axis=0, return_index=True)
    return points, owners[first]
