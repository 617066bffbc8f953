"""The islands as small SVG paths, drawn once and coloured anew for each scenario."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import TYPE_CHECKING

from shapely import LineString, Polygon, box
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from kurilmap.geodata import features, island_shapes
from kurilmap.scenarios import Piece, Scenario, mark, pieces

if TYPE_CHECKING:
    from shapely.coords import CoordinateSequence

# West, south, east, north: the four groups, the end of Hokkaido and the end of Urup.
_WEST, _SOUTH, _EAST, _NORTH = 144.7, 43.15, 149.4, 45.75
WIDTH = 320
_PER_DEGREE = WIDTH / (_EAST - _WEST)
# Degrees of latitude are longer than degrees of longitude here; a picture of this size needs no
# more of a projection than that.
_TALL = _PER_DEGREE / cos(radians((_SOUTH + _NORTH) / 2))
HEIGHT = round((_NORTH - _SOUTH) * _TALL)
_TOLERANCE = 0.4 / _PER_DEGREE
_SMALLEST = (0.6 / _PER_DEGREE) ** 2


@dataclass(frozen=True)
class Thumbnails:
    """What the pictures of several scenarios are drawn from.

    Attributes
    ----------
    land : str
        SVG path data of the land around.
    shapes : tuple of str
        SVG path data of what always changes hands together.
    shore : str
        SVG path data of the whole islands, so that no edge of a cut looks like a shore.
    fates : mapping of str to tuple of (str, str)
        By scenario id: the holder of each of `shapes`, and the mark over its fill.
    cuts : mapping of str to str
        By scenario id: SVG path data of its cuts, empty where there is none.
    """

    land: str
    shapes: tuple[str, ...]
    shore: str
    fates: Mapping[str, tuple[tuple[str, str], ...]]
    cuts: Mapping[str, str]


def thumbnails(scenarios: Sequence[Scenario]) -> Thumbnails:
    """Return outlines for pictures of some scenarios.

    Parameters
    ----------
    scenarios : sequence of Scenario

    Returns
    -------
    Thumbnails
    """
    together: dict[tuple[tuple[str, str], ...], list[Piece]] = defaultdict(list)
    for piece in pieces(scenarios):
        together[tuple((piece.holders[s.id], mark(s, piece)) for s in scenarios)].append(piece)
    return Thumbnails(
        land=_land(),
        shapes=tuple(_outlines(p.geometry for p in group) for group in together.values()),
        shore=_outlines(i.geometry for i in island_shapes() if i.is_land),
        fates={s.id: tuple(key[i] for key in together) for i, s in enumerate(scenarios)},
        cuts={s.id: "".join(_path(line.coords) for line in s.cut_lines()) for s in scenarios},
    )


def _land() -> str:
    frame = box(_WEST, _SOUTH, _EAST, _NORTH)
    around = (shape(f["geometry"]).intersection(frame) for f in features("coast-light.geojson"))
    return _outlines(around)


def _outlines(geometries: Iterable[BaseGeometry]) -> str:
    simpler = (
        part.simplify(_TOLERANCE)
        for geometry in geometries
        for part in getattr(geometry, "geoms", [geometry])
        if part.area > _SMALLEST
    )
    parts = (part for part in simpler if isinstance(part, Polygon) and not part.is_empty)
    return "".join(_path(part.exterior.coords) + "z" for part in parts)


def _path(coordinates: "CoordinateSequence") -> str:
    line = LineString(coordinates).simplify(_TOLERANCE / 4)
    return "M" + "L".join(
        f"{(x - _WEST) * _PER_DEGREE:.1f} {(_NORTH - y) * _TALL:.1f}" for x, y in line.coords
    )
