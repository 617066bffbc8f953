"""The outlines: every island and islet of the four groups."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from kurilmap.errors import DataError
from kurilmap.geodata import store

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely import Polygon

UNITS = ("habomai", "shikotan", "kunashiri", "etorofu")
"""The four groups, from the southwest to the northeast."""

LOW_TIDE = "low-tide elevation"

# Geographic names of the groups in each language; both parties' names, in the design's order.
GROUP_NAMES: Mapping[str, Mapping[str, str]] = {
    "habomai": {"en": "Habomai", "ja": "歯舞群島", "ru": "Хабомаи"},
    "shikotan": {"en": "Shikotan", "ja": "色丹島", "ru": "Шикотан"},
    "kunashiri": {"en": "Kunashir / Kunashiri", "ja": "国後島", "ru": "Кунашир"},
    "etorofu": {"en": "Etorofu / Iturup", "ja": "択捉島", "ru": "Итуруп"},
}


@dataclass(frozen=True)
class Island:
    """One island, islet or low-tide elevation.

    Attributes
    ----------
    unit : str
        ``"habomai/suisho"``; islets without a published name have stable ids, ``"habomai/n01"``.
    group : str
        One of :data:`UNITS`.
    names : mapping of str to str or None
        By language; None where no name is published.
    feature : str
        ``"island"`` or ``"low-tide elevation"`` (no land, no area, never counted).
    geometry : shapely.Polygon
        EPSG:4326, longitude first.
    """

    unit: str
    group: str
    names: Mapping[str, str | None]
    feature: str
    geometry: "Polygon"

    @property
    def is_land(self) -> bool:
        """Whether the feature is land, and counts as area."""
        return self.feature != LOW_TIDE


@cache
def island_shapes() -> tuple[Island, ...]:
    """Return every outline as plain values, without geopandas.

    Returns
    -------
    tuple of Island
        In the file's order: by group, the main island first.

    Examples
    --------
    >>> island_shapes()[0].group
    'habomai'
    """
    import shapely

    text = store.read_text("islands.geojson")
    features = json.loads(text)["features"]
    # Read as one collection: feature by feature takes ten times as long.
    geometries = shapely.get_parts(shapely.from_geojson(text))
    return tuple(
        Island(
            unit=f["properties"]["unit"],
            group=f["properties"]["group"],
            names={lang: f["properties"][f"name_{lang}"] for lang in ("en", "ja", "ru")},
            feature=f["properties"]["feature"],
            geometry=geometry,
        )
        for f, geometry in zip(features, geometries, strict=True)
    )


def islands(by: Literal["group", "island"] = "group") -> "gpd.GeoDataFrame":
    """Return the outlines of the four groups.

    Parameters
    ----------
    by : {"group", "island"}, default "group"
        One row a group, or one row an island or islet.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, index ``unit``; columns ``name_en``, ``name_ja``, ``name_ru``,
        ``area_km2`` (geodesic, WGS84, in km²; 0 for a low-tide elevation), ``feature`` and
        ``geometry``; by island also ``group``. A group's geometry holds its land only.

    Raises
    ------
    kurilmap.errors.DataError
        If `by` is neither word, or the file is missing or changed.

    Notes
    -----
    Outlines: OpenStreetMap land, © OpenStreetMap contributors, ODbL. Areas follow
    Karney (2013), as PROJ computes them.

    Examples
    --------
    >>> islands().index.tolist()
    ['habomai', 'shikotan', 'kunashiri', 'etorofu']
    >>> islands(by="island").loc["habomai/suisho", "name_en"]
    'Suisho / Tanfilyeva'
    """
    if by == "group":
        rows = [_group_row(unit) for unit in UNITS]
    elif by == "island":
        rows = [_island_row(island) for island in island_shapes()]
    else:
        raise DataError(f"by={by!r} was given; allowed are 'group' and 'island'.")
    import geopandas as gpd

    return gpd.GeoDataFrame(rows, crs="EPSG:4326").set_index("unit")


def _island_row(island: Island) -> dict[str, object]:
    return {
        "unit": island.unit,
        "group": island.group,
        **{f"name_{lang}": name for lang, name in island.names.items()},
        "feature": island.feature,
        "area_km2": _area_km2(island.geometry) if island.is_land else 0.0,
        "geometry": island.geometry,
    }


def _group_row(unit: str) -> dict[str, object]:
    from shapely import MultiPolygon

    land = [i.geometry for i in island_shapes() if i.group == unit and i.is_land]
    return {
        "unit": unit,
        **{f"name_{lang}": name for lang, name in GROUP_NAMES[unit].items()},
        "feature": "island",
        "area_km2": sum(map(_area_km2, land)),
        "geometry": MultiPolygon(land) if len(land) > 1 else land[0],
    }


def _area_km2(polygon: "Polygon") -> float:
    from pyproj import Geod

    area, _ = Geod(ellps="WGS84").geometry_area_perimeter(polygon)
    return abs(area) / 1e6
