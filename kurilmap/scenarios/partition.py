"""One geometry for many scenarios: pieces of land, and who holds each of them in which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import shapely

from kurilmap.errors import ScenarioError
from kurilmap.geodesy import plot as plots
from kurilmap.geodesy.measure import area
from kurilmap.geodesy.parcels import inner_points
from kurilmap.scenarios.land import Land, land
from kurilmap.scenarios.ruling import Ruling, rulings
from kurilmap.scenarios.values import HOLDERS

if TYPE_CHECKING:
    import geopandas as gpd

    from kurilmap.scenarios.model import Scenario

_UNCUT = 1


@dataclass(frozen=True, eq=False)
class Piece:
    """A piece of one island that no scenario divides further.

    Attributes
    ----------
    unit : str
        The group, ``"etorofu"``.
    island : str
        The island, ``"etorofu/etorofu"``.
    geometry : shapely.Polygon
        EPSG:4326, shell counter-clockwise; cut edges densified to 500 m or less, and the same
        to the last bit in the pieces on both sides.
    area_m2 : float
        Geodesic, WGS84.
    cut_edges : tuple of shapely.LineString
        The stretches of its boundary that are cuts and no shore.
    holders, administers : mapping of str to str
        By scenario id.
    """

    unit: str
    island: str
    geometry: shapely.Polygon
    area_m2: float
    cut_edges: tuple[shapely.LineString, ...]
    holders: Mapping[str, str]
    administers: Mapping[str, str]


def pieces(scenarios: "Iterable[Scenario]", on: Land | None = None) -> list[Piece]:
    """Overlay the cuts of scenarios into pieces that serve them all.

    Parameters
    ----------
    scenarios : iterable of Scenario
        With ids that differ.
    on : Land, optional
        The islands; those of the four groups where it is not given.

    Returns
    -------
    list of Piece
        In the order of the islands; they cover all land once. Pieces whose fate is the same in
        every scenario are one. Low-tide elevations are no land.

    Raises
    ------
    kurilmap.errors.ScenarioError
        If a cut cannot be made, or two scenarios have one id.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> both = pieces([scenario("status-quo"), scenario("aso-quarter")])
    >>> piece = next(piece for piece in both if piece.island == "etorofu/etorofu")
    >>> piece.holders
    {'status-quo': 'RU', 'aso-quarter': 'JP'}
    """
    wanted = list(scenarios)
    ids = [scenario.id for scenario in wanted]
    if doubled := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise ScenarioError(
            f"Two scenarios with the id {doubled[0]!r} were given; allowed is one of each. "
            "Give one another id: scenario.named(id=…)."
        )
    on = on or land()
    ruled = [rulings(scenario, on) for scenario in wanted]
    found: list[Piece] = []
    for island in on.plots:
        found += _island_pieces(on, island, ids, [rules[island] for rules in ruled])
    return found


def territory(id_: str, found: Sequence[Piece]) -> "gpd.GeoDataFrame":
    """Return the land of one scenario as a table.

    Parameters
    ----------
    id_ : str
        The scenario's id.
    found : sequence of Piece
        As :func:`pieces` gives them for it.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326; one row a unit, holder and administration; see
        :meth:`kurilmap.scenarios.Scenario.territory`.
    """
    import geopandas as gpd

    rows: dict[tuple[str, str, str], list[Piece]] = {}
    units = list(dict.fromkeys(piece.unit for piece in found))
    for piece in found:
        key = (piece.unit, piece.holders[id_], piece.administers[id_])
        rows.setdefault(key, []).append(piece)
    order = sorted(rows, key=lambda key: (units.index(key[0]), *map(HOLDERS.index, key[1:])))
    columns = {
        "unit": [key[0] for key in order],
        "holder": [key[1] for key in order],
        "administers": [key[2] for key in order],
        "area_km2": [sum(piece.area_m2 for piece in rows[key]) / 1e6 for key in order],
    }
    geometry = [_together([piece.geometry for piece in rows[key]]) for key in order]
    table = gpd.GeoDataFrame(columns, geometry=geometry, crs="EPSG:4326")
    return table[["unit", "holder", "administers", "geometry", "area_km2"]]


def cut_lines(found: Sequence[Piece]) -> list[shapely.LineString]:
    """Return the edges between pieces, each once.

    Parameters
    ----------
    found : sequence of Piece

    Returns
    -------
    list of shapely.LineString
        EPSG:4326.
    """
    segments: dict[tuple[tuple[float, ...], ...], None] = {}
    for piece in found:
        for line in piece.cut_edges:
            for start, end in pairwise(line.coords):
                segments[(start, end) if start <= end else (end, start)] = None
    if not segments:
        return []
    merged = shapely.line_merge(shapely.MultiLineString(list(segments)))
    return list(shapely.get_parts(merged))


def _island_pieces(
    on: Land, island: str, ids: Sequence[str], rules: Sequence[Ruling]
) -> list[Piece]:
    plot = on.plots[island]
    # Scenarios that make the same cut share its divider, so each line is laid once.
    dividers = dict.fromkeys(divider for rule in rules for divider, _ in rule.steps)
    polygons = plots.split(plot.flat, [divider.line for divider in dividers])
    points = inner_points(polygons)
    alike: dict[tuple[tuple[str, str], ...], list[shapely.Polygon]] = {}
    by_rule = [rule.fates(points) for rule in rules]
    for number, polygon in enumerate(polygons):
        alike.setdefault(tuple(fates[number] for fates in by_rule), []).append(polygon)
    merged = [(fate, polygon) for fate, group in alike.items() for polygon in plots.merge(group)]
    # From the southwest on, so that the order does not hang on the overlay's.
    merged.sort(key=lambda item: (_orders(item[0]), _southwest(item[1])))
    finished = plots.finish(plot, [polygon for _, polygon in merged])
    return [
        Piece(
            unit=on.groups[island],
            island=island,
            geometry=piece.polygon,
            area_m2=plot.area if len(finished) == _UNCUT else area(piece.polygon),
            cut_edges=piece.cut_edges,
            holders={id_: holder for id_, (holder, _) in zip(ids, fate, strict=True)},
            administers={id_: party for id_, (_, party) in zip(ids, fate, strict=True)},
        )
        for (fate, _), piece in zip(merged, finished, strict=True)
    ]


def _orders(fate: tuple[tuple[str, str], ...]) -> list[tuple[int, ...]]:
    return [tuple(map(HOLDERS.index, parties)) for parties in fate]


def _southwest(polygon: shapely.Polygon) -> float:
    point = polygon.representative_point()
    return float(point.x + point.y)


def _together(polygons: Sequence[shapely.Polygon]) -> shapely.Polygon | shapely.MultiPolygon:
    if len(polygons) == 1:
        return polygons[0]
    return shapely.MultiPolygon(list(polygons))
