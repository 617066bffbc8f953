"""What stands in a map's corners: scale, north, and where in the region it lies."""

import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from kurilmap.layers import look
from kurilmap.printed import ground
from kurilmap.printed.labels import Labels
from kurilmap.printed.names import lands
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.type import GREY, INK, Type, ascent
from kurilmap.printed.window import REGION, Window
from kurilmap.words import number, say

_NAUTICAL_KM = 1.852
_NICE = (500, 400, 300, 200, 100, 50, 40, 30, 20, 10, 5)


def scale_bar(sheet: Sheet, window: Window, type_: Type, lang: str) -> BaseGeometry:
    """Draw a scale in kilometres and nautical miles in the lower right corner.

    Parameters
    ----------
    sheet : Sheet
    window : Window
    type_ : Type
    lang : {"en", "ja", "ru"}

    Returns
    -------
    shapely geometry
        What it covers, the arrow to the north above it too.
    """
    _, _, east, south = window.frame.bounds
    longest = 0.24 * window.width
    km = next(km for km in _NICE if km * window.scale <= longest)
    miles = next(m for m in _NICE if m * _NAUTICAL_KM * window.scale <= longest)
    units = (say("unit-of.km", lang), say("printed.nautical", lang))
    last = (f"{number(km, lang)} {units[0]}", f"{number(miles, lang)} {units[1]}")
    tail = max(sheet.measure(text, type_) for text in last)
    left = east - 6 - tail - km * window.scale
    middle = south - 5 - 1.35 * type_.size
    lengths = (km * window.scale, miles * _NAUTICAL_KM * window.scale)
    left = min(
        left,
        *(
            east - 6 - sheet.measure(text, type_) - long
            for text, long in zip(last, lengths, strict=True)
        ),
    )
    top = middle - 1.3 * type_.size
    covered = shapely.box(left - 4, top - 3, east - 2, south - 2)
    for long, way, text in zip(lengths, (-1, 1), last, strict=True):
        base = middle - 3.2 if way < 0 else middle + 2.4 + ascent(type_)
        ticks = [
            LineString([(left + part * long, middle), (left + part * long, middle + 2.6 * way)])
            for part in (0, 0.5, 1)
        ]
        sheet.line(shapely.MultiLineString(ticks), INK, 0.7)
        sheet.text(left, base, "0", type_, halo=look.SEA, at="center")
        sheet.text(left + long, base, text.split(" ")[0], type_, halo=look.SEA, at="center")
        figure = sheet.measure(text.split(" ")[0], type_)
        sheet.text(left + long + figure / 2 + 2, base, text.partition(" ")[2], type_, halo=look.SEA)
    sheet.line(LineString([(left, middle), (left + max(lengths), middle)]), INK, 0.9)
    return shapely.union(covered, _north(sheet, east - 12, top - 5, type_, lang))


def _north(sheet: Sheet, x: float, foot: float, type_: Type, lang: str) -> Polygon:
    """Draw an arrow with its letter; north is up in the middle of the map."""
    high = 2.6 * type_.size
    half = 0.28 * high
    head = foot - high
    outline = [(x, head), (x + half, foot), (x, foot - 0.25 * high), (x - half, foot)]
    sheet.fill(Polygon(outline), look.PAPER)
    sheet.fill(Polygon([outline[0], outline[2], outline[3]]), INK)
    sheet.line(Polygon(outline), INK, 0.6)
    letter = Type(type_.size, INK, bold=True)
    sheet.text(x, head - 2, say("printed.arrow", lang), letter, halo=look.SEA, at="center")
    return shapely.box(x - 8, head - 3 - type_.size, x + 8, foot + 2)


def inset(sheet: Sheet, window: Window, side: float, type_: Type, lang: str) -> Polygon:
    """Draw the region in the upper left corner, with a frame round what the map shows.

    Parameters
    ----------
    sheet : Sheet
    window : Window
        Of the map.
    side : float
        Of the inset, in points.
    type_ : Type
    lang : {"en", "ja", "ru"}

    Returns
    -------
    shapely.Polygon
        What it covers.
    """
    west, north, *_ = window.frame.bounds
    region = Window(REGION, west, north, side, side)
    ground.water(sheet, region)
    ground.land_around(sheet, region, 0.3)
    sheet.fill(region.clipped(ground.islands()), INK)
    shown = Polygon(region.place(LineString(_edge(window))))
    sheet.line(shapely.clip_by_rect(shown.exterior, *region.frame.bounds), look.PAPER, 1.9)
    sheet.line(shapely.clip_by_rect(shown.exterior, *region.frame.bounds), INK, 0.9)
    islands = region.clipped(ground.islands().buffer(0.02))
    land = shapely.union_all([region.clipped(body) for body in ground.around()])
    names = Labels(sheet, region, islands, land, shown.exterior)
    names.taken.append(shown.exterior.buffer(0.5))
    keys = ("hokkaido", "sakhalin", "kamchatka", "kurils")
    for name in lands(region, type_.size, lang, keys, far=0.12 * side):
        names.add(name)
    names.draw()
    sheet.line(region.frame, GREY, 0.7)
    return region.frame


def _edge(window: Window) -> list[tuple[float, float]]:
    """Return the edge of a map on the earth, with points enough to bend."""
    ring = window.frame.exterior.segmentize(20)
    return [window.earth(x, y) for x, y in ring.coords]
