"""Which names a printed map bears, in the order of their weight."""

from collections.abc import Iterator
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from kurilmap import geodata, telling
from kurilmap.layers import look
from kurilmap.printed import ground
from kurilmap.printed.labels import Name
from kurilmap.printed.paint import mixed
from kurilmap.printed.type import Type
from kurilmap.printed.window import Window
from kurilmap.words import say

_WATER = mixed(look.LIMITS["zone"].colour, "#000000", 0.85)
_LEAST = 4.0  # a named land shows at least this radius, in points
_UNITS = {"urup": "kurils-north", "kurils": "kurils-north"}
_CHAIN = "kurils"
_CHAIN_AT = (153.6, 48.4)

# Where the name of a sea stands best, longitude first: open water of each view.
_SEAS = (("okhotsk", (146.3, 45.25)), ("pacific", (148.1, 43.75)))
_WIDE_SEAS = (("okhotsk", (147.0, 46.9)), ("pacific", (150.8, 42.9)))


def groups(window: Window, size: float, lang: str, *, second: bool = True) -> Iterator[Name]:
    """Give out the names of the four groups: a pair, and the second line below it."""
    # The larger first: a small group finds a place beside it more easily.
    for unit in reversed(geodata.UNITS):
        first, below = telling.unit_names(unit, lang)
        lines = [(first, Type(size, bold=True))]
        if second and below:
            lines.append((below, Type(0.8 * size)))
        land = [i.geometry for i in geodata.island_shapes() if i.group == unit and i.is_land]
        placed = window.place(shapely.MultiPolygon(land))
        yield Name(tuple(lines), _merged(placed), look.SEA)


def seas(window: Window, size: float, lang: str, *, wide: bool = False) -> Iterator[Name]:
    """Give out the names of the two seas, in italics."""
    for key, place in _WIDE_SEAS if wide else _SEAS:
        type_ = Type(size, _WATER, italic=True)
        anchor = window.place(shapely.Point(place))
        yield Name(((say(f"sea.{key}", lang), type_),), anchor, look.SEA, far=70, leader="")


def lands(
    window: Window, size: float, lang: str, keys: tuple[str, ...], *, far: float = 40
) -> Iterator[Name]:
    """Give out the names of the land around, as far as it is seen."""
    for key in keys:
        seen = window.clipped(_body(_UNITS.get(key, key)))
        parts = [part for part in shapely.get_parts(seen) if part.geom_type == "Polygon"]
        if not parts:
            continue
        type_ = Type(size, "#4A4F4E")
        largest = max(parts, key=lambda part: part.area)
        if key == _CHAIN:
            # Well off the four groups: whether they are of the chain is argued.
            largest = window.place(shapely.Point(_CHAIN_AT))
            if not window.frame.contains(largest):
                continue
        wide = key != _CHAIN and shapely.maximum_inscribed_circle(largest, 1.0).length > _LEAST
        name = ((say(f"land.{key}", lang), type_),)
        yield Name(name, largest, look.LAND if wide else look.SEA, inside=wide, far=far, leader="")


def straits(window: Window, size: float, lang: str, *, far: float) -> Iterator[Name]:
    """Give out the straits that are seen, in italics, in two lines where a pair is long."""
    for feature in geodata.features("straits.geojson"):
        point = window.place(shape(feature["geometry"]))
        if not window.frame.contains(point):
            continue
        text = telling.feature_names(feature["properties"], lang)[0]
        type_ = Type(size, _WATER, italic=True)
        lines = tuple((line, type_) for line in _pair(text))
        yield Name(lines, point, look.SEA, far=far, leader=_WATER)


def settlements(window: Window, size: float, lang: str, *, far: float) -> Iterator[Name]:
    """Give out the settlements whose population is published, each with a dot."""
    for feature in geodata.features("places.geojson"):
        properties = feature["properties"]
        point = window.place(shape(feature["geometry"]))
        if properties["kind"] != "settlement" or properties["population"] is None:
            continue
        if window.frame.contains(point):
            text = telling.feature_names(properties, lang)[0]
            lines = tuple((line, Type(size)) for line in _pair(text))
            yield Name(lines, point, look.SEA, far=far, dot=1.1)


def _pair(text: str) -> list[str]:
    """Break a long pair of names at its stroke, which stays on the first line."""
    for stroke in (" / ", "／"):
        first, found, second = text.partition(stroke)
        if found and len(text) > 14 * (2 if stroke == " / " else 1) * 0.8:
            return [first + stroke.rstrip(), second]
    return [text]


def _merged(land: shapely.MultiPolygon) -> shapely.MultiPolygon:
    """Return islands with as many points as the paper shows."""
    parts: list[Any] = [part.simplify(0.3) for part in land.geoms if part.length > 1.5]
    return shapely.MultiPolygon(parts)


def _body(unit: str) -> BaseGeometry:
    if unit == "sakhalin":
        return ground.around()[-1]
    bodies = geodata.features("coast-light.geojson")
    body: BaseGeometry = shape(
        next(f["geometry"] for f in bodies if f["properties"]["unit"] == unit)
    )
    return body
