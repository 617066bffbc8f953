"""What a map stands on: sea, land around, the grid of degrees."""

from functools import cache

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from kurilmap.geodata import features, island_shapes
from kurilmap.layers import look
from kurilmap.printed.paint import mixed
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.type import Type
from kurilmap.printed.window import Window
from kurilmap.words import say

_GRID = mixed(look.LIMITS["zone"].colour, look.SEA, 0.22)


def water(sheet: Sheet, window: Window) -> None:
    """Fill the frame with sea."""
    sheet.fill(window.frame, look.SEA)


def grid(sheet: Sheet, window: Window, step: int) -> None:
    """Draw meridians and parallels every so many degrees."""
    lines = [
        shapely.LineString([(lon, lat) for lat in np.arange(38, 56, 0.25)])
        for lon in range(130, 171, step)
    ]
    lines += [
        shapely.LineString([(lon, lat) for lon in np.arange(130, 170, 0.25)])
        for lat in range(38, 57, step)
    ]
    sheet.line(window.clipped(shapely.MultiLineString(lines)), _GRID, 0.4)


def land_around(sheet: Sheet, window: Window, shore: float) -> None:
    """Draw the land that is not in dispute, in one grey, and its shore."""
    for body in around():
        seen = window.clipped(body)
        sheet.fill(seen, look.LAND)
        # The edge of the frame is no shore.
        sheet.line(window.clipped(body.boundary), look.SHORE, shore)


def frame(sheet: Sheet, window: Window) -> None:
    """Draw the edge of the map."""
    sheet.line(window.frame, look.ISLAND_SHORE, 0.7)


def degrees(sheet: Sheet, window: Window, type_: Type, lang: str, step: int) -> None:
    """Write the degrees along the lower and the right edge, inside the frame.

    Parameters
    ----------
    sheet : Sheet
    window : Window
    type_ : Type
    lang : {"en", "ja", "ru"}
    step : int
        Degrees.
    """
    west, _, east, south = window.frame.bounds
    for lon in range(130, 171, step):
        line = window.clipped(shapely.LineString([(lon, 38), (lon, 55)]))
        text = say("printed.east", lang, value=lon)
        half = sheet.measure(text, type_) / 2
        x = max(shapely.get_coordinates(line).tolist(), key=lambda at: at[1], default=[west])[0]
        if west < x - half < x + half < east:
            sheet.text(x, south + 1.15 * type_.size, text, type_, at="center")
    for lat in range(38, 57, step):
        line = window.clipped(shapely.LineString([(lon, lat) for lon in np.arange(130, 170, 0.5)]))
        ends = max(shapely.get_coordinates(line).tolist(), default=None)
        if ends:
            text = say("printed.north", lang, value=lat)
            sheet.text(east + 0.4 * type_.size, ends[1] + 0.35 * type_.size, text, type_)


@cache
def around() -> tuple[BaseGeometry, ...]:
    """Return the bodies of land around, each once: the seam of Sakhalin at 50°N is no shore.

    Returns
    -------
    tuple of shapely geometry
        EPSG:4326.
    """
    units = {f["properties"]["unit"]: shape(f["geometry"]) for f in features("coast-light.geojson")}
    halves = [units.pop("sakhalin-north"), units.pop("sakhalin-south")]
    return (*units.values(), shapely.union_all(halves))


@cache
def islands() -> BaseGeometry:
    """Return all land of the four groups, in one geometry."""
    return shapely.MultiPolygon([i.geometry for i in island_shapes() if i.is_land])
