"""The land that the sea is measured from: the four groups, and the coast around by holder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.geodata import LOW_TIDE, UNITS, coast, island_shapes

Array = NDArray[np.float64]

AROUND: Mapping[str, tuple[str, ...]] = {
    "JP": ("hokkaido", "honshu"),
    "RU": ("sakhalin-north", "sakhalin-south", "kurils-north", "kamchatka", "mainland"),
}
"""Who holds the coast around, in every scenario: as administered today."""

ADMINISTERED: Mapping[str, str] = {
    unit: holder for holder, units in AROUND.items() for unit in units
}
"""The same by unit."""

BOX = (138.0, 40.0, 158.0, 53.0)
_PARALLEL = 50.0  # where the data cuts Sakhalin in two


@dataclass(frozen=True, eq=False)
class Country:
    """Land to measure from.

    Attributes
    ----------
    land : mapping of str to list of shapely.Polygon
        What is no water, by part, EPSG:4326.
    parts : mapping of str to tuple of str
        Units by part of the land; a part is whole in one hand, or divided later.
    lines : mapping of str to list of array
        The shores of each unit.
    """

    land: Mapping[str, Sequence[shapely.Polygon]]
    parts: Mapping[str, tuple[str, ...]]
    lines: Mapping[str, Sequence[Array]]


def country(kaigara: bool = False) -> Country:
    """Return the land of the kit's data.

    Parameters
    ----------
    kaigara : bool, default False
        Whether Kaigara / Signalnyy, a low-tide elevation, counts as shore of Habomai.

    Returns
    -------
    Country
        Parts ``"JP"`` and ``"RU"``, the coast around, and the four groups.
    """
    table = coast()
    around = {
        unit: list(shapely.get_parts(shape))
        for unit, shape in zip(table["unit"], table.geometry, strict=True)
    }
    lines = {unit: shore_lines(polygons) for unit, polygons in around.items()}
    land = {
        holder: [polygon for name in names for polygon in around[name]]
        for holder, names in AROUND.items()
    }
    for group in UNITS:
        members = [island for island in island_shapes() if island.group == group]
        land[group] = [island.geometry for island in members if island.is_land]
        counted = [i.geometry for i in members if i.is_land or (kaigara and i.feature == LOW_TIDE)]
        lines[group] = shore_lines(counted)
    return Country(land, {**AROUND, **{group: (group,) for group in UNITS}}, lines)


def shore_lines(polygons: Iterable[shapely.Polygon]) -> list[Array]:
    """Return the shores of polygons: no lakes, and none of the straight ends of the data.

    Parameters
    ----------
    polygons : iterable of shapely.Polygon

    Returns
    -------
    list of array of shape (n, 2)
    """
    lines: list[Array] = []
    for polygon in polygons:
        ring = shapely.get_coordinates(polygon.exterior)
        false = np.zeros(len(ring) - 1, dtype=bool)
        west, south, east, north = BOX
        for axis, value in ((0, west), (0, east), (1, south), (1, north), (1, _PARALLEL)):
            on = ring[:, axis] == value
            false |= on[:-1] & on[1:]
        lines += without(ring, false)
    return lines


def without(ring: Array, edges: NDArray[np.bool_]) -> list[Array]:
    """Return what is left of a closed ring without some of its edges.

    Parameters
    ----------
    ring : array of shape (n, 2)
    edges : array of shape (n - 1,)
        True for those to leave out.

    Returns
    -------
    list of array of shape (m, 2)
        The ring itself where all edges stay.
    """
    if not edges.any():
        return [ring]
    first = int(np.flatnonzero(edges)[0])
    # Begin with an edge that goes, so that no stretch runs on over the ring's own beginning.
    turned = np.vstack([ring[first:-1], ring[:first], ring[first : first + 1]])
    gone = np.concatenate([edges[first:], edges[:first]])
    stays = np.flatnonzero(~gone)
    stretches = np.split(stays, np.flatnonzero(np.diff(stays) > 1) + 1)
    return [turned[s[0] : s[-1] + 2] for s in stretches if len(s)]
