"""A small picture's ground: what part of the world it shows, and how shapes become SVG paths."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asinh, cos, degrees, radians, tan
from typing import TYPE_CHECKING

from shapely import LineString, Polygon, box
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from kurilmap.geodata import features

if TYPE_CHECKING:
    from shapely.coords import CoordinateSequence


@dataclass(frozen=True)
class Frame:
    """A rectangle of the world, and how wide it is drawn.

    Attributes
    ----------
    west, south, east, north : float
        In degrees, EPSG:4326.
    width : float
        Of the picture, in pixels.

    Examples
    --------
    >>> Frame(140, 40, 150, 50, width=100).height
    141
    """

    west: float
    south: float
    east: float
    north: float
    width: float

    @property
    def _per_degree(self) -> float:
        return self.width / (self.east - self.west)

    @property
    def _tall(self) -> float:
        """Pixels a degree of latitude; a small picture needs no more of a projection than that."""
        return self._per_degree / cos(radians((self.south + self.north) / 2))

    @property
    def height(self) -> int:
        """Of the picture, in pixels."""
        return round((self.north - self.south) * self._tall)

    @property
    def box(self) -> Polygon:
        """What is shown, as a shape."""
        return box(self.west, self.south, self.east, self.north)

    def land(self, without: Iterable[str] = (), *, beyond: float = 0) -> str:
        """Return the land around, up to the frame.

        Parameters
        ----------
        without : iterable of str
            Units of the coast to leave out.
        beyond : float, default 0
            Degrees past the frame, for a picture that fills a place of another form.

        Returns
        -------
        str
            SVG path data.
        """
        left_out = set(without)
        seen = self.box.buffer(beyond, join_style="mitre") if beyond else self.box
        return self.outlines(
            shape(feature["geometry"]).intersection(seen)
            for feature in features("coast-light.geojson")
            if feature["properties"]["unit"] not in left_out
        )

    def outlines(self, geometries: Iterable[BaseGeometry]) -> str:
        """Return polygons as closed paths, without what is too small to be seen.

        Parameters
        ----------
        geometries : iterable of shapely geometries
            EPSG:4326.

        Returns
        -------
        str
            SVG path data.
        """
        tolerance, smallest = 0.4 / self._per_degree, (0.6 / self._per_degree) ** 2
        simpler = (
            part.simplify(tolerance)
            for geometry in geometries
            for part in getattr(geometry, "geoms", [geometry])
            if part.area > smallest
        )
        parts = (part for part in simpler if isinstance(part, Polygon) and not part.is_empty)
        return "".join(self.path(part.exterior.coords) + "z" for part in parts)

    def path(self, coordinates: "CoordinateSequence") -> str:
        """Return a line.

        Parameters
        ----------
        coordinates : coordinates of a shapely line or ring
            EPSG:4326.

        Returns
        -------
        str
            SVG path data.
        """
        line = LineString(coordinates).simplify(0.1 / self._per_degree)
        points = (f"{x:.1f} {y:.1f}" for x, y in (self.at(*point) for point in line.coords))
        return "M" + "L".join(points)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point is drawn.

        Parameters
        ----------
        longitude, latitude : float
            In degrees, EPSG:4326.

        Returns
        -------
        tuple of float
            Pixels from the left and from the top.

        Examples
        --------
        >>> Frame(140, 40, 150, 50, width=100).at(140, 50)
        (0.0, 0.0)
        """
        return (longitude - self.west) * self._per_degree, self._down(latitude)

    def _down(self, latitude: float) -> float:
        return (self.north - latitude) * self._tall


class Mercator(Frame):
    """A frame in the projection of a map on the web, so that the one can take the other's place.

    Examples
    --------
    >>> Mercator(140, 40, 150, 50, width=100).height
    142
    """

    @property
    def height(self) -> int:
        """Of the picture, in pixels."""
        return round(self._down(self.south))

    def _down(self, latitude: float) -> float:
        return (_stretched(self.north) - _stretched(latitude)) * self._per_degree


def _stretched(latitude: float) -> float:
    return degrees(asinh(tan(radians(latitude))))
