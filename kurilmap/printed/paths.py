"""From shapes to the paths that matplotlib draws."""

from typing import Any

import shapely
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry


def areas(geometry: BaseGeometry) -> Path | None:
    """Return the rings of polygons as one path; None where there are none."""
    return _path(_polygons(geometry))


def strands(geometry: BaseGeometry) -> Path | None:
    """Return lines, and the edges of polygons, as one path; None where there are none."""
    return _path(_strands(geometry))


def _polygons(geometry: BaseGeometry) -> list[Any]:
    rings: list[Any] = []
    for part in shapely.get_parts(geometry) if not geometry.is_empty else ():
        if part.geom_type == "Polygon":
            rings += [part.exterior, *part.interiors]
        elif part.geom_type in ("MultiPolygon", "GeometryCollection"):
            rings += _polygons(part)
    return rings


def _strands(geometry: BaseGeometry) -> list[Any]:
    found: list[Any] = []
    for part in shapely.get_parts(geometry) if not geometry.is_empty else ():
        if part.geom_type == "Polygon":
            found += [part.exterior, *part.interiors]
        elif part.geom_type in ("LineString", "LinearRing"):
            found.append(part)
        elif part.geom_type.startswith(("Multi", "Geometry")):
            found += _strands(part)
    return found


def _path(lines: list[Any]) -> Path | None:
    if not lines:
        return None
    paths = []
    for strand in lines:
        points = shapely.get_coordinates(strand)
        closed = strand.geom_type == "LinearRing"
        codes = [Path.MOVETO, *[Path.LINETO] * (len(points) - 1)]
        if closed:
            codes[-1] = Path.CLOSEPOLY
        paths.append(Path(points, codes))
    return Path.make_compound_path(*paths)
