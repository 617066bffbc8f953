"""The sea to draw: what a pixel can show, each line and each piece of water once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.scenarios import Scenario, scenario, scenarios
from kurilmap.sea.model import SeaZones

Geometry = shapely.Polygon | shapely.MultiPolygon

_ZOOM = 10
_WORLD_M = 2 * np.pi * 6_378_137
_TILE = 256


@dataclass(frozen=True, eq=False)
class WaterPiece:
    """Water that no scenario of some divides further, to draw under the land.

    Attributes
    ----------
    zone : str
        "territorial sea" or "EEZ".
    holders : tuple of str
        By scenario, in the order given.
    geometry : shapely.Polygon or shapely.MultiPolygon
        EPSG:4326, simplified. The land inside belongs to it, so that it needs no shore.
    """

    zone: str
    holders: tuple[str, ...]
    geometry: Geometry


@dataclass(frozen=True, eq=False)
class LinePiece:
    """A stretch of line between two pieces of water.

    Attributes
    ----------
    sides : tuple of int
        The two pieces, as numbers; it is a boundary where their holders differ. -1 is the
        water beyond 200 M.
    kind : str
        "equidistance"; "12 M" (3 M in the two narrows, too) or "200 M".
    geometry : shapely.LineString or shapely.MultiLineString
        EPSG:4326; the very points of the pieces' own edges.
    """

    sides: tuple[int, int]
    kind: str
    geometry: shapely.LineString | shapely.MultiLineString


def drawn(
    given: "Iterable[Scenario | str] | None" = None, *, zoom: int = _ZOOM, kaigara: bool = False
) -> tuple[list[WaterPiece], list[LinePiece]]:
    """Return the waters of several scenarios for a page: one copy of each piece and line.

    Parameters
    ----------
    given : iterable of Scenario or str, optional
        All of the catalogue where it is not given.
    zoom : int, default 10
        The largest at which a pixel still shows the difference.
    kaigara : bool, default False

    Returns
    -------
    pieces : list of WaterPiece
    lines : list of LinePiece
        Window edges are none.
    """
    from kurilmap.sea.holdings import Holdings
    from kurilmap.sea.solve import kit_waters

    wanted = [
        one if isinstance(one, Scenario) else scenario(one)
        for one in (scenarios() if given is None else given)
    ]
    waters = kit_waters(kaigara)
    holdings = Holdings.of(wanted, kaigara)
    faces = waters.whole
    arcs, _, labels = holdings.arcs(waters, faces)
    if arcs:
        faces = waters.split(arcs, holdings.land)
    holders = labels.of(faces)
    zones = faces.zones(holders[:, 0])
    zones[faces.dry] = "territorial sea"
    fates: dict[tuple[str, ...], list[int]] = {}
    for number, (zone, fate) in enumerate(zip(zones.tolist(), holders.tolist(), strict=True)):
        fates.setdefault((zone, *fate) if zone else ("",), []).append(number)
    merged: list[Any] = [
        shapely.coverage_union_all(faces.polygons[numbers]) for numbers in fates.values()
    ]
    light = _simplified(merged, zoom)
    order = [number for number, fate in enumerate(fates) if fate[0]]
    keys = list(fates)
    pieces = [WaterPiece(keys[n][0], tuple(keys[n][1:]), light[n]) for n in order]
    place = {number: order.index(number) if number in order else -1 for number in range(len(keys))}
    return pieces, _lines(light, keys, place)


def simplified(zones: SeaZones, zoom: int = _ZOOM) -> SeaZones:
    """Return the waters of a scenario with outlines that are light enough to draw.

    Parameters
    ----------
    zones : SeaZones
    zoom : int, default 10
        The largest at which a pixel still shows the difference.

    Returns
    -------
    SeaZones
        The areas and lengths are still those of the full outlines. Zones share their edges, and
        the boundary runs along them.
    """
    table = zones.zones.copy()
    table.geometry = _simplified(list(table.geometry), zoom)
    changes = zones.changes.copy()
    if len(changes):
        changes.geometry = _simplified(list(changes.geometry), zoom)
    boundary = zones.boundary.copy()
    boundary.geometry = [
        shapely.transform(
            shapely.transform(line, _to_mercator).simplify(_pixel(zoom) / 2), _from_mercator
        )
        for line in boundary.geometry
    ]
    return replace(zones, zones=table, changes=changes, boundary=boundary)


def _simplified(polygons: Sequence[Geometry], zoom: int) -> list[Geometry]:
    """Simplify polygons that share edges, so that they still do."""
    flat = shapely.transform(np.array(polygons, dtype=object), _to_mercator)
    thin = shapely.coverage_simplify(flat, _pixel(zoom))
    return list(shapely.transform(thin, _from_mercator))


def _lines(
    pieces: Sequence[Geometry], keys: Sequence[tuple[str, ...]], place: dict[int, int]
) -> list[LinePiece]:
    edges, owners = [], []
    for number, piece in enumerate(pieces):
        for polygon in shapely.get_parts(piece):
            for ring in (polygon.exterior, *polygon.interiors):
                points = shapely.get_coordinates(ring)
                edges.append(np.hstack([points[:-1], points[1:]]))
                owners.append(np.full(len(points) - 1, number))
    shared, pairs = shared_edges(np.vstack(edges), np.concatenate(owners))
    found = []
    for one, other in np.unique(pairs, axis=0).tolist():
        mine = shared[(pairs == (one, other)).all(axis=1)]
        line: Any = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(mine)))
        first, second = keys[one], keys[other]
        kind = "equidistance"
        if not (first[0] and second[0]):
            kind = "200 M"
        elif first[1:] == second[1:]:
            kind = "12 M"
        found.append(LinePiece((place[one], place[other]), kind, line))
    return found


def shared_edges(
    edges: NDArray[np.float64], owners: NDArray[np.intp]
) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Return the edges that two owners have in common.

    Parameters
    ----------
    edges : array of shape (n, 4)
        From x, y to x, y.
    owners : array of int

    Returns
    -------
    lines : array of shape (m, 2, 2)
    pairs : array of shape (m, 2)
        The lower owner first.
    """
    edges = edges.copy()
    turned = (edges[:, 0] > edges[:, 2]) | (
        (edges[:, 0] == edges[:, 2]) & (edges[:, 1] > edges[:, 3])
    )
    edges[turned] = edges[turned][:, [2, 3, 0, 1]]
    order = np.lexsort(edges.T)
    edges, owners = edges[order], owners[order]
    same = (edges[1:] == edges[:-1]).all(axis=1) & (owners[1:] != owners[:-1])
    pairs = np.sort(np.column_stack([owners[:-1], owners[1:]])[same], axis=1)
    return edges[:-1][same].reshape(-1, 2, 2), pairs


def _pixel(zoom: int) -> float:
    return float(_WORLD_M / _TILE / 2**zoom)


def _to_mercator(points: NDArray[np.float64]) -> NDArray[np.float64]:
    lon, lat = np.radians(points).T
    return np.column_stack([lon, np.arctanh(np.sin(lat))]) * 6_378_137


def _from_mercator(points: NDArray[np.float64]) -> NDArray[np.float64]:
    x, y = points.T / 6_378_137
    return np.asarray(np.degrees(np.column_stack([x, np.arctan(np.sinh(y))])))
