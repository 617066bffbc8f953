"""How wide a strait is: the shortest way between two shores."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely

from kurilmap.errors import DataError
from kurilmap.geodata import UNITS, coast, island_shapes
from kurilmap.geodesy.globe import to_globe
from kurilmap.sea import cache

if TYPE_CHECKING:
    from kurilmap.sea.shores import Shore

_SPARE_M = 400.0


@dataclass(frozen=True)
class Width:
    """The shortest way over water between two shores.

    Attributes
    ----------
    km : float
        Geodesic, WGS84.
    start, end : tuple of float
        Where it touches the one shore and the other, longitude and latitude.
    """

    km: float
    start: tuple[float, float]
    end: tuple[float, float]


def shore_widths(one: Iterable[str], other: Iterable[str]) -> Width:
    """Return the narrowest place between two sets of land.

    Parameters
    ----------
    one, other : iterable of str
        Units: a group ("kunashiri"), an island ("habomai/suisho", Kaigara among them), or a part of
        the coast around ("hokkaido").

    Returns
    -------
    Width

    Raises
    ------
    kurilmap.errors.DataError
        If a unit is unknown, or none is given.

    Examples
    --------
    >>> 15 < shore_widths(["kunashiri"], ["hokkaido"]).km < 18
    True
    """
    sides = _units(one), _units(other)
    metres, start, end = cache.remembered(["width", sides], lambda: _shortest(*sides))
    return Width(metres / 1000, (start[0], start[1]), (end[0], end[1]))


def _shortest(
    one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[float, tuple[float, float], tuple[float, float]]:
    left, right = _shore(one), _shore(other)
    there, back = _narrowest(left, right), _narrowest(right, left)
    return min(there, (back[0], back[2], back[1]))


def _narrowest(
    left: "Shore", right: "Shore"
) -> tuple[float, tuple[float, float], tuple[float, float]]:
    """Return the shortest way from a corner of one shore to an edge of the other."""
    from scipy.spatial import cKDTree

    rough = np.asarray(cKDTree(right.starts).query(left.starts)[0])
    near = left.starts[rough <= rough.min() + _SPARE_M]
    points = to_globe(near)
    reach = right.reach(points)
    best = int(reach.metres.argmin())
    foot = to_globe(reach.feet[[best]])[0]
    return (
        float(reach.metres[best]),
        (float(points[best, 0]), float(points[best, 1])),
        (float(foot[0]), float(foot[1])),
    )


def _units(given: Iterable[str]) -> tuple[str, ...]:
    units = (given,) if isinstance(given, str) else tuple(given)
    if not units:
        raise DataError("No unit was given; give at least one on each side of the water.")
    return units


@lru_cache(maxsize=64)
def _shore(units: tuple[str, ...]) -> "Shore":
    from kurilmap.sea.country import shore_lines
    from kurilmap.sea.shores import Shore

    table = coast()
    known: dict[str, list[shapely.Polygon]] = {
        unit: list(shapely.get_parts(shape))
        for unit, shape in zip(table["unit"], table.geometry, strict=True)
    }
    for island in island_shapes():
        known[island.unit] = [island.geometry]
        if island.is_land:
            known.setdefault(island.group, []).append(island.geometry)
    for unit in units:
        if unit not in known:
            allowed = ", ".join([*UNITS, *table["unit"]])
            raise DataError(
                f"{unit!r} was given; allowed are {allowed}, and islands as km.islands('island') "
                "names them."
            )
    return Shore.of([line for unit in units for line in shore_lines(known[unit])])
