"""The land that scenarios divide, on the plane."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import shapely

from kurilmap.geodesy.frame import Frame
from kurilmap.geodesy.plot import Plot


class Outline(Protocol):
    """What this needs to know of an island; :class:`kurilmap.geodata.Island` knows it."""

    @property
    def unit(self) -> str:
        """Id of the island."""

    @property
    def group(self) -> str:
        """Id of its group."""

    @property
    def is_land(self) -> bool:
        """Whether it counts."""

    @property
    def geometry(self) -> shapely.Polygon:
        """Outline, EPSG:4326."""


@dataclass(frozen=True, eq=False)
class Land:
    """The islands to be divided, each group in a frame of its own.

    Attributes
    ----------
    plots : mapping of str to Plot
        By island id, in the data's order.
    groups : mapping of str to str
        Group by island id.
    """

    plots: Mapping[str, Plot]
    groups: Mapping[str, str]

    @classmethod
    def of(cls, islands: Iterable[Outline]) -> "Land":
        """Return the land of some islands; low-tide elevations are left out.

        Parameters
        ----------
        islands : iterable of Outline

        Returns
        -------
        Land
        """
        counted = [island for island in islands if island.is_land]
        by_group: dict[str, list[shapely.Polygon]] = {}
        for island in counted:
            by_group.setdefault(island.group, []).append(island.geometry)
        frames = {
            group: Frame.around(shapely.MultiPolygon(polygons))
            for group, polygons in by_group.items()
        }
        return cls(
            {i.unit: Plot(i.geometry, frames[i.group]) for i in counted},
            {i.unit: i.group for i in counted},
        )


@cache
def land() -> Land:
    """Return the land of the four groups.

    Returns
    -------
    Land
    """
    from kurilmap.geodata import island_shapes

    return Land.of(island_shapes())
