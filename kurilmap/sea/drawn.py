"""The sea of many scenarios as lines to draw, each once."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.sea.country import AROUND
from kurilmap.sea.model import SeaZones
from kurilmap.sea.overlay import Overlay, Status, overlay
from kurilmap.sea.shores import divided
from kurilmap.sea.waters import OUTPUT_M

if TYPE_CHECKING:
    from kurilmap.scenarios import Piece, Scenario

Array = NDArray[np.float64]

PIXEL_M = 110.0
"""What a pixel shows at zoom 10 and 44°N: 156,543 m / 2¹⁰ · cos 44°."""

_BEYOND_DEG = 1e-5  # how far cuts go on into the sea, so that they part the land for certain
_LAND = "territorial sea"  # land is filled as the water beside it: no shore is drawn twice


def drawn(scenarios: "Sequence[Scenario]", zones: Sequence[SeaZones]) -> Overlay:
    """Return the lines and faces of scenarios, light enough for a page.

    Parameters
    ----------
    scenarios : sequence of Scenario
    zones : sequence of SeaZones
        Of the same scenarios.

    Returns
    -------
    Overlay
        Lines within half of what a pixel shows at zoom 10. Land counts as the territorial sea of
        its holder, so that no shore is among them.
    """
    from kurilmap.scenarios import pieces

    land = pieces(scenarios)
    lines = [
        shapely.get_coordinates(ring)
        for one in zones
        for polygon in shapely.get_parts(one.zones.geometry.to_numpy())
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    # Where land reaches the window's edge, the edge closes the water in front of it.
    lines += [shapely.get_coordinates(one.window.exterior) for one in zones]
    lines += [_beyond(shapely.get_coordinates(line)) for p in land for line in p.cut_edges]
    return overlay(lines, _locator(scenarios, zones, land), PIXEL_M / 2, _shores())


def _shores() -> list[Array]:
    """Return the shores as they stand in the zones."""
    from kurilmap.geodata import coast, island_shapes

    around = shapely.get_parts(coast().geometry.to_numpy())
    land = [*around, *(i.geometry for i in island_shapes() if i.is_land)]
    return [divided(shapely.get_coordinates(shape.exterior), OUTPUT_M) for shape in land]


def _locator(
    scenarios: "Sequence[Scenario]", zones: Sequence[SeaZones], land: "Sequence[Piece]"
) -> Callable[[Array], list[tuple[Status, ...]]]:
    """Return what tells holder and zone of points in every scenario."""
    from kurilmap.geodata import coast

    around = {unit: holder for holder, units in AROUND.items() for unit in units}
    table = coast()
    dry = [(shape, (around[unit],) * len(scenarios)) for unit, shape in zip(
        table["unit"], table.geometry, strict=True
    )]
    dry += [(p.geometry, tuple(p.holders[one.id] for one in scenarios)) for p in land]
    shores = shapely.STRtree([shape for shape, _ in dry])
    waters = [shapely.STRtree(one.zones.geometry.to_numpy()) for one in zones]
    told = [list(zip(one.zones["holder"], one.zones["zone"], strict=True)) for one in zones]

    def locate(points: Array) -> list[tuple[Status, ...]]:
        spots = shapely.points(points)
        found: list[list[Status]] = [[None] * len(scenarios) for _ in spots]
        for number, (tree, statuses) in enumerate(zip(waters, told, strict=True)):
            for spot, area in tree.query(spots, predicate="within").T.tolist():
                found[spot][number] = statuses[area]
        for spot, shape in shores.query(spots, predicate="within").T.tolist():
            found[spot] = [(holder, _LAND) for holder in dry[shape][1]]
        return [tuple(statuses) for statuses in found]

    return locate


def _beyond(line: Array) -> Array:
    """Return a line that goes on a metre at both ends."""
    ends = []
    for end, before in ((line[0], line[1]), (line[-1], line[-2])):
        way = end - before
        ends.append(end + way / np.hypot(*way) * _BEYOND_DEG)
    return np.vstack([ends[0], line, ends[1]])
