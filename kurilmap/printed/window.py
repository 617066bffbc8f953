"""The part of the world that a map shows, laid flat and scaled to the paper."""

from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

G = TypeVar("G", bound=BaseGeometry)
Array = NDArray[np.float64]


@dataclass(frozen=True)
class View:
    """What has to be seen: a rectangle of the map plane.

    Attributes
    ----------
    lon, lat : float
        Its middle, in degrees, which is the centre of the projection.
    width_km, height_km : float
    """

    lon: float
    lat: float
    width_km: float
    height_km: float


ISLANDS = View(147.14, 44.47, 378, 292)
"""The four groups, the straits beside them, the ends of Hokkaido and Urup."""

PAIR = View(147.05, 44.44, 318, 280)
"""The four groups alone, where there is less room."""

WATERS = View(146.9, 44.9, 930, 760)
"""The waters that any scenario can give to another holder, or nearly all of them."""

REGION = View(148.0, 46.9, 1230, 1230)
"""From Hokkaido to Kamchatka, inside the data of the coast."""


@dataclass(frozen=True)
class Window:
    """A view in a rectangle of the paper.

    Attributes
    ----------
    view : View
    left, top, width, height : float
        Points from the upper left corner of the sheet. What the view leaves free is shown too.
    """

    view: View
    left: float
    top: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Points for a kilometre at the middle."""
        return min(self.width / self.view.width_km, self.height / self.view.height_km)

    @property
    def frame(self) -> shapely.Polygon:
        """The rectangle on the paper."""
        return shapely.box(
            self.left, self.top, self.left + self.width, self.top + self.height, ccw=False
        )

    def place(self, geometry: G) -> G:
        """Return a geometry of EPSG:4326 on the paper, in points from its upper left corner.

        Parameters
        ----------
        geometry : shapely geometry

        Returns
        -------
        shapely geometry
        """
        moved: G = shapely.transform(geometry, self._points)
        return moved

    def clipped(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return the part of a geometry of EPSG:4326 that is seen, on the paper.

        Parameters
        ----------
        geometry : shapely geometry

        Returns
        -------
        shapely geometry
        """
        return shapely.clip_by_rect(self.place(geometry), *self.frame.bounds)

    def earth(self, x: float, y: float) -> tuple[float, float]:
        """Return the longitude and latitude of a point of the paper.

        Parameters
        ----------
        x, y : float

        Returns
        -------
        tuple of float
        """
        east = (x - self.left - self.width / 2) / self.scale * 1000
        north = -(y - self.top - self.height / 2) / self.scale * 1000
        lon, lat = _plane(self.view.lon, self.view.lat).transform(east, north, direction="INVERSE")
        return float(lon), float(lat)

    def _points(self, places: Array) -> Array:
        east, north = _plane(self.view.lon, self.view.lat).transform(*places.T)
        return np.column_stack(
            [
                self.left + self.width / 2 + east / 1000 * self.scale,
                self.top + self.height / 2 - north / 1000 * self.scale,
            ]
        )


@cache
def _plane(lon: float, lat: float) -> Transformer:
    laea = f"+proj=laea +lat_0={lat!r} +lon_0={lon!r} +ellps=WGS84 +units=m"
    return Transformer.from_crs("EPSG:4326", laea, always_xy=True)
