"""How wide each strait is at its narrowest, from shore to shore, and who has the two shores."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import CRS, Transformer
from shapely.ops import nearest_points

from kurilmap import geodata
from kurilmap.geodesy.measure import geod

if TYPE_CHECKING:
    from kurilmap.scenarios import Scenario

ADMINISTERED: Mapping[str, str] = MappingProxyType(
    {
        "hokkaido": "JP",
        "kurils-north": "RU",
        "sakhalin-south": "RU",
        "kamchatka": "RU",
    }
)
"""Who has the shores outside the four groups: as administered, in every scenario."""

MILE_M = 1852.0
_BREADTH_M = 12 * MILE_M
# Japan's law of 1977 keeps its territorial sea to three miles here (geo/sea.toml, "designated").
_THREE_MILES = {("la-perouse", "JP"): 3 * MILE_M}

_ROUNDS = 6
_CLOSE_DEG = 1e-9
_NEAR_DEG = 1.5


@dataclass(frozen=True)
class Crossing:
    """The shortest way over a strait.

    Attributes
    ----------
    shores : tuple of str
        The two units.
    metres : float
        Geodesic, between the shores of the data, islets included.
    ends : tuple of (lon, lat)
        Where it begins and ends.
    """

    shores: tuple[str, str]
    metres: float
    ends: tuple[tuple[float, float], tuple[float, float]]


@cache
def crossings() -> Mapping[str, Crossing]:
    """Return the shortest way over each strait of :func:`kurilmap.straits`.

    Returns
    -------
    mapping of str to Crossing

    Examples
    --------
    >>> round(crossings()["ekaterina"].metres / 1000, 1)
    21.8
    """
    found = {}
    for feature in geodata.features("straits.geojson"):
        strait = feature["properties"]
        one, other = strait["shores"]
        found[strait["id"]] = crossing(one, other)
    return MappingProxyType(found)


@cache
def crossing(one: str, other: str) -> Crossing:
    """Return the shortest way from the land of one unit to that of another.

    Parameters
    ----------
    one, other : str
        Units of :func:`kurilmap.coast`, groups, or islands (``"habomai/suisho"``).

    Returns
    -------
    Crossing

    Examples
    --------
    >>> round(crossing("shikotan", "habomai").metres / 1000, 1)
    19.8
    """
    metres, ends = shortest(_land(one), _land(other))
    return Crossing((one, other), metres, ends)


def shortest(
    one: shapely.Geometry, other: shapely.Geometry
) -> tuple[float, tuple[tuple[float, float], tuple[float, float]]]:
    """Return the shortest geodesic between two lands, and its ends.

    Parameters
    ----------
    one, other : shapely geometry
        EPSG:4326, less than a few hundred kilometres apart.

    Returns
    -------
    metres : float
    ends : two points
        Longitude and latitude.

    Notes
    -----
    In an equidistant frame about the middle of a way its length is true, and that of ways beside
    it nearly so: the frame follows the way till both stay.
    """
    ends = shapely.get_coordinates(nearest_points(one, other))
    for _ in range(_ROUNDS):
        lon, lat = ends.mean(axis=0)
        frame = CRS.from_dict({"proj": "aeqd", "lat_0": lat, "lon_0": lon, "ellps": "WGS84"})
        there = Transformer.from_crs("EPSG:4326", frame, always_xy=True)
        flat = [_moved(_near(shape, lon, lat), there) for shape in (one, other)]
        found = shapely.get_coordinates(nearest_points(*flat))
        moved = np.column_stack(there.transform(*found.T, direction="INVERSE"))
        still = np.abs(moved - ends).max() < _CLOSE_DEG
        ends = moved
        if still:
            break
    metres = geod().inv(*ends[0], *ends[1])[2]
    (a, b), (c, d) = ends.tolist()
    return float(metres), ((a, b), (c, d))


def shore_holders(scenario: "Scenario") -> dict[str, tuple[str, str]]:
    """Return who has the two shores of each strait, where it is narrowest.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to (str, str)
        In the order of the strait's ``shores``.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> shore_holders(scenario("equal-area"))["vries"]
    ('RU', 'RU')
    """
    from kurilmap.scenarios import pieces

    land = pieces([scenario])
    shapes = np.array([piece.geometry for piece in land], dtype=object)

    def holder(unit: str, end: tuple[float, float]) -> str:
        if unit in ADMINISTERED:
            return ADMINISTERED[unit]
        return land[int(shapely.distance(shapes, shapely.Point(end)).argmin())].holders[scenario.id]

    return {
        strait: (holder(way.shores[0], way.ends[0]), holder(way.shores[1], way.ends[1]))
        for strait, way in crossings().items()
    }


def narrows(strait: str, holders: Sequence[str], metres: float) -> str:
    """Return whose territorial sea a strait is where it is narrowest.

    Parameters
    ----------
    strait : str
        Id.
    holders : sequence of str
        Of the two shores.
    metres : float
        From shore to shore.

    Returns
    -------
    {"one", "two", "joint", "open"}
        Of one holder, or of two, one of whom may be both jointly; "open" where a belt beyond
        both territorial seas remains.

    Examples
    --------
    >>> narrows("vries", ("JP", "RU"), 40_000)
    'two'
    >>> narrows("la-perouse", ("JP", "RU"), 43_000)
    'open'
    """
    reach = sum(_THREE_MILES.get((strait, holder), _BREADTH_M) for holder in holders)
    if metres > reach:
        return "open"
    if "joint" in holders:
        return "joint"
    return "one" if len(set(holders)) == 1 else "two"


@cache
def _land(unit: str) -> shapely.Geometry:
    """Return the land of a unit; low-tide elevations are none."""
    if unit in geodata.UNITS:
        shapes = [i.geometry for i in geodata.island_shapes() if i.group == unit and i.is_land]
    elif "/" in unit:
        shapes = [i.geometry for i in geodata.island_shapes() if i.unit == unit]
    else:
        table = geodata.coast()
        shapes = list(table.geometry[table["unit"] == unit])
    return shapely.union_all(shapes)


def _near(shape: shapely.Geometry, lon: float, lat: float) -> shapely.Geometry:
    """Return the part of a land that can matter, so that no frame is asked for what is far."""
    wide, high = _NEAR_DEG * 2, _NEAR_DEG
    part = shapely.clip_by_rect(shape, lon - wide, lat - high, lon + wide, lat + high)
    return shape if part.is_empty else part


def _moved(shape: shapely.Geometry, there: Transformer) -> shapely.Geometry:
    return shapely.transform(shape, lambda xy: np.column_stack(there.transform(*xy.T)))
