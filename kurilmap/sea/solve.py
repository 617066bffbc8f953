"""Put a scenario's waters together."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.geodesy.measure import area, geod
from kurilmap.sea.country import country
from kurilmap.sea.faces import Faces
from kurilmap.sea.holdings import Holdings
from kurilmap.sea.light import shared_edges
from kurilmap.sea.model import ZONES
from kurilmap.sea.narrows import NARROWS
from kurilmap.sea.waters import Waters
from kurilmap.sea.window import window

if TYPE_CHECKING:
    from kurilmap.scenarios import Scenario

Geometry = shapely.Polygon | shapely.MultiPolygon


@dataclass(frozen=True, eq=False)
class Solved:
    """The plain result, before it becomes tables.

    Attributes
    ----------
    boundary : list of (between, kind, length_km, LineString)
    zones : list of (holder, zone, area_km2, geometry)
    changes : list of (before, after, zone, area_km2, geometry)
    residual_m, limit_residual_m : float
    unresolved : list of (lon, lat)
    """

    boundary: list[tuple[str, str, float, shapely.LineString]]
    zones: list[tuple[str, str, float, Geometry]]
    changes: list[tuple[str, str, str, float, Geometry]]
    residual_m: float
    limit_residual_m: float
    unresolved: list[tuple[float, float]]


@lru_cache(maxsize=2)
def kit_waters(kaigara: bool = False) -> Waters:
    """Return the waters around the kit's land, made once.

    Parameters
    ----------
    kaigara : bool, default False

    Returns
    -------
    Waters
    """
    return Waters.of(country(kaigara), window(), NARROWS)


def solve(scenario: "Scenario", today: "Scenario", kaigara: bool = False) -> Solved:
    """Work out a scenario's waters.

    Parameters
    ----------
    scenario : Scenario
    today : Scenario
        What it is set beside.
    kaigara : bool, default False

    Returns
    -------
    Solved
    """
    waters = kit_waters(kaigara)
    holdings = Holdings.of([scenario, today], kaigara)
    faces = waters.whole
    arcs, inner, labels = holdings.arcs(waters, faces)
    if arcs:
        faces = waters.split(arcs, holdings.land)
    holders, before = labels.of(faces).T
    zones = faces.zones(holders)
    wet = zones != ""
    areas = np.array([area(polygon) / 1e6 for polygon in faces.polygons])
    areas[~wet] = 0

    def rows(keys: "list[NDArray[np.str_]]", chosen: "NDArray[np.bool_]") -> list[tuple]:  # type: ignore[type-arg]
        found = []
        for values in sorted(
            set(zip(*(key[chosen].tolist() for key in keys), strict=True)), key=_order
        ):
            mine = chosen.copy()
            for key, value in zip(keys, values, strict=True):
                mine &= key == value
            geometry = shapely.normalize(shapely.coverage_union_all(faces.polygons[mine]))
            found.append((*values, float(areas[mine].sum()), geometry))
        return found

    boundary = [
        (f"{pair[0]}-{pair[1]}", "equidistance", _length_km(line), line)
        for pair, line in _borders(faces, holders, wet)
    ]
    boundary += [
        (f"{pair[0]}-{pair[1]}", "land", _length_km(line), line) for pair, line in holdings.cuts
    ]
    every = [waters.lines, *inner]
    return Solved(
        boundary,
        rows([holders, zones], wet),
        rows([before, holders, zones], wet & (before != holders)),
        max(lines.residual_m for lines in every),
        waters.limit_residual_m,
        [point for lines in every for point in lines.failed],
    )


def _order(values: tuple[str, ...]) -> list[int]:
    from kurilmap.scenarios import HOLDERS

    return [[*HOLDERS, *ZONES].index(value) for value in values]


def _borders(
    faces: Faces, holders: NDArray[np.str_], wet: NDArray[np.bool_]
) -> list[tuple[tuple[str, str], shapely.LineString]]:
    """Return the lines between the waters of two holders, each as one where it can be."""
    from kurilmap.scenarios import HOLDERS

    number = {holder: place for place, holder in enumerate(HOLDERS)}
    edges, owners = [], []
    for polygon, holder in zip(faces.polygons[wet], holders[wet].tolist(), strict=True):
        for ring in (polygon.exterior, *polygon.interiors):
            points = shapely.get_coordinates(ring)
            edges.append(np.hstack([points[:-1], points[1:]]))
            owners.append(np.full(len(points) - 1, number[holder]))
    lines, pairs = shared_edges(np.vstack(edges), np.concatenate(owners))
    found = []
    for one, other in np.unique(pairs, axis=0).tolist():
        mine = lines[(pairs == (one, other)).all(axis=1)]
        merged = shapely.line_merge(shapely.MultiLineString(list(shapely.linestrings(mine))))
        found += [
            ((HOLDERS[one], HOLDERS[other]), line)
            for line in sorted(shapely.get_parts(merged), key=lambda part: part.bounds)
        ]
    return found


def _length_km(line: shapely.LineString) -> float:
    return float(geod().line_length(*shapely.get_coordinates(line).T)) / 1000
