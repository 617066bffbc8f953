"""Geodesic areas on WGS84, and flat frames in which metres are metres."""

from __future__ import annotations

import shapely
from pyproj import Geod, Transformer
from shapely.geometry.base import BaseGeometry

WGS84 = Geod(ellps="WGS84")


def area_km2(geometry: BaseGeometry) -> float:
    """Return the geodesic area, whatever the direction of the rings."""
    return abs(WGS84.geometry_area_perimeter(shapely.orient_polygons(geometry))[0]) / 1e6


class Frame:
    """A flat frame round a centre: `flat` goes into it, `globe` comes back.

    Equidistant ("aeqd") for medians: within 100 km of the centre a length is off by
    less than 1 part in 20,000. Equal-area ("laea") for simplifying the whole box.
    """

    def __init__(self, longitude: float, latitude: float, projection: str = "aeqd") -> None:
        text = f"+proj={projection} +lon_0={longitude} +lat_0={latitude} +datum=WGS84"
        self._to = Transformer.from_crs("EPSG:4326", text, always_xy=True)
        self._from = Transformer.from_crs(text, "EPSG:4326", always_xy=True)

    def flat(self, geometry: BaseGeometry) -> BaseGeometry:
        """Take a geometry from longitude and latitude to metres."""
        return shapely.transform(geometry, self._to.transform, interleaved=False)

    def globe(self, geometry: BaseGeometry) -> BaseGeometry:
        """Take a geometry from metres back to longitude and latitude."""
        return shapely.transform(geometry, self._from.transform, interleaved=False)
