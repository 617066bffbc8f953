"""From how much of Hokkaido's coast the summit of Chacha / Tyatya stands above the horizon."""

from dataclasses import dataclass
from functools import cache

from kurilmap import geodata
from kurilmap.geodesy import sight
from kurilmap.record.distances import coast

EYE_M = 2.0
"""An eye at the water's edge."""


@dataclass(frozen=True)
class Sight:
    """What can be seen of a summit.

    Attributes
    ----------
    reach_km : float
        Distance at which it goes below the horizon.
    nearest_km : float
        Its distance from the nearest point of the coast.
    coast_km : float
        Length of the coast of Hokkaido's main island.
    within_km : float
        Length of that coast from which it stands above the sea's horizon. Land between, and the
        mountains on it, are not looked at.
    open_km : float
        The part of it from which the line to the summit crosses no land of Hokkaido.
    """

    reach_km: float
    nearest_km: float
    coast_km: float
    within_km: float
    open_km: float


def hidden_m(distance_km: float) -> float:
    """Return what the horizon hides of something at a distance, in metres above the sea.

    Parameters
    ----------
    distance_km : float

    Returns
    -------
    float
    """
    return sight.hidden_height(1000 * distance_km, EYE_M)


@cache
def of_tyatya(height_m: float, refraction: float = sight.REFRACTION) -> Sight:
    """Return from where on Hokkaido's coast the summit of Chacha / Tyatya can be seen.

    Parameters
    ----------
    height_m : float
        Of the summit: 1,772 to 1,822 m are published.
    refraction : float, default 0.13

    Returns
    -------
    Sight

    Notes
    -----
    In an azimuthal frame around the summit distances and directions from it are true, so that a
    line of sight is a straight line. The coast is cut into pieces of at most 500 m.

    Examples
    --------
    >>> seen = of_tyatya(1772)
    >>> seen.nearest_km < seen.reach_km and seen.open_km < seen.within_km < seen.coast_km
    True
    """
    import numpy as np
    import shapely
    from pyproj import CRS, Transformer

    from kurilmap.geodesy import densify
    from kurilmap.geodesy.measure import geod

    summit = next(
        f for f in geodata.features("places.geojson") if f["properties"]["id"] == "tyatya"
    )
    lon, lat = summit["geometry"]["coordinates"]
    frame = CRS.from_proj4(f"+proj=aeqd +lat_0={lat} +lon_0={lon} +ellps=WGS84")
    project = Transformer.from_crs("EPSG:4326", frame, always_xy=True).transform
    main = max(shapely.get_parts(coast("hokkaido")), key=lambda part: float(part.area))
    lons, lats = shapely.get_coordinates(densify(main.exterior)).T
    lengths = geod().inv(lons[:-1], lats[:-1], lons[1:], lats[1:])[2]
    shore = np.stack(project(lons, lats), axis=1)
    middles = (shore[:-1] + shore[1:]) / 2
    away = np.hypot(*middles.T)
    reach = sight.reach(EYE_M, height_m, refraction)
    within = away < reach
    # A line that starts on the shore touches land there: the land is taken 50 m smaller.
    land = shapely.Polygon(shore).buffer(-50)
    shapely.prepare(land)
    lines = shapely.linestrings(np.stack([middles, np.zeros_like(middles)], axis=1))
    clear = ~shapely.intersects(land, lines)
    return Sight(
        reach_km=reach / 1000,
        nearest_km=float(away.min()) / 1000,
        coast_km=float(lengths.sum()) / 1000,
        within_km=float(lengths[within].sum()) / 1000,
        open_km=float(lengths[within & clear].sum()) / 1000,
    )
