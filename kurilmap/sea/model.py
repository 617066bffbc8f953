"""What the sea comes to in a scenario: a frozen value with its tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely import Polygon

ZONES = ("territorial sea", "EEZ")
"""The zones, not nested: the EEZ begins where the territorial sea ends."""


@dataclass(frozen=True, eq=False)
class SeaZones:
    """The waters of a scenario, by equal distance from the land of its holders.

    A provisional line from coastlines: an agreed or adjudicated one may differ.

    Attributes
    ----------
    scenario : str
        Id.
    boundary : geopandas.GeoDataFrame
        LineStrings of EPSG:4326; columns ``between`` ("JP-RU", "JP-joint", "RU-joint"), ``kind``
        ("equidistance" at sea, "land" for a cut that its ends join to the sea),
        ``length_km`` and ``geometry``.
    zones : geopandas.GeoDataFrame
        One row a holder and zone; columns ``holder`` ("JP", "RU", "joint"), ``zone``
        ("territorial sea", "EEZ", not nested), ``area_km2`` (inside the window) and ``geometry``.
    changes : geopandas.GeoDataFrame
        Waters whose holder is another than in status-quo; columns ``before``, ``after``, ``zone``,
        ``area_km2`` and ``geometry``.
    residual_m : float
        The largest difference of the two distances on the lines of equal distance, at their
        points and in the middles of their edges.
    limit_residual_m : float
        Likewise, how far the limits of 12 M and 200 M are off.
    unresolved : tuple of (lon, lat)
        Points of lines that did not settle; none in the kit's own scenarios.
    window : shapely.Polygon
        Where all this holds.
    kaigara : bool
        Whether Kaigara / Signalnyy was measured from.
    notes : mapping of str to str
        Method, window, baseline and what else has to stand beside the numbers, in English.
    """

    scenario: str
    boundary: "gpd.GeoDataFrame"
    zones: "gpd.GeoDataFrame"
    changes: "gpd.GeoDataFrame"
    residual_m: float
    limit_residual_m: float
    unresolved: tuple[tuple[float, float], ...]
    window: "Polygon"
    kaigara: bool
    notes: Mapping[str, str]

    def __repr__(self) -> str:
        held = ", ".join(
            f"{holder} {self.area_km2(holder):,.0f} km²"
            for holder in dict.fromkeys(self.zones["holder"])
        )
        return (
            f"SeaZones({self.scenario!r}: {held} in the window; residual {self.residual_m:.2f} m)"
        )

    def area_km2(self, holder: str, zone: str | None = None) -> float:
        """Return the waters of a holder inside the window, in square kilometres.

        Parameters
        ----------
        holder : str
        zone : str, optional
            One of :data:`ZONES`; both where it is not given.

        Returns
        -------
        float
        """
        rows = self.zones[self.zones["holder"] == holder]
        if zone is not None:
            rows = rows[rows["zone"] == zone]
        return float(rows["area_km2"].sum())
