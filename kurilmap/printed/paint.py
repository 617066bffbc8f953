"""How land and water are filled: colour, hatch, stripes of who administers, marks of rights.

The hatch is drawn as lines of its own, cut at the shore: it looks the same in every format.
"""

import math
from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from kurilmap.layers import look
from kurilmap.printed.sheet import Sheet

_ANGLES: dict[look.Hatch, tuple[float, ...]] = {
    "forward": (1.0,),
    "backward": (-1.0,),
    "cross": (1.0, -1.0),
    "level": (),
    "none": (),
}
_MARK = 0.36  # of the hatch's step: half a mark's width
_WHITE = 0.55  # how much of the white of a hatch is seen


def land(sheet: Sheet, geometry: BaseGeometry, holder: str, mark: str, step: float) -> None:
    """Fill land as its holder's.

    Parameters
    ----------
    sheet : Sheet
    geometry : shapely geometry
        On the paper.
    holder : {"JP", "RU", "joint"}
    mark : str
        As :func:`kurilmap.scenarios.mark` gives it.
    step : float
        From one line of the hatch to the next, in points.
    """
    style = look.HOLDERS[holder]
    sheet.fill(geometry, style.fill)
    fine = mixed(look.PAPER, style.fill, _WHITE)
    sheet.line(hatch(geometry, style.hatch, step), fine, 0.13 * step)
    administers, _, having = mark.partition("/")
    if administers:
        other = look.HOLDERS[administers]
        lines = hatch(geometry, other.hatch, 2 * step)
        sheet.line(lines, look.PAPER, 0.64 * step)
        sheet.line(lines, other.fill, 0.42 * step)
    if having:
        _rights(sheet, geometry, having.split("-"), step)


def right(sheet: Sheet, box: shapely.Polygon, party: str, step: float) -> None:
    """Set the mark of who has rights in the middle of a box.

    Parameters
    ----------
    sheet : Sheet
    box : shapely.Polygon
        On the paper.
    party : {"JP", "RU", "joint"}
    step : float
        As for :func:`land`.
    """
    _set(sheet, party, [(box.centroid.x, box.centroid.y)], _MARK * step)


def undetermined(sheet: Sheet, geometry: BaseGeometry, step: float) -> None:
    """Fill land of which nobody is said to be the holder: white, with a grey diagonal."""
    sheet.fill(geometry, look.PAPER)
    sheet.line(hatch(geometry, "forward", step), look.SHORE, 0.13 * step)


def wash(sheet: Sheet, geometry: BaseGeometry, holder: str, strength: float) -> None:
    """Lay a holder's colour lightly on the sea.

    Parameters
    ----------
    sheet : Sheet
    geometry : shapely geometry
    holder : {"JP", "RU", "joint"}
    strength : float
        From 0 to 1.
    """
    sheet.fill(geometry, mixed(look.HOLDERS[holder].fill, look.SEA, strength))


def gained(sheet: Sheet, geometry: BaseGeometry, holder: str, step: float) -> None:
    """Hatch waters that would pass to a holder, in its ink and with no fill."""
    style = look.HOLDERS[holder]
    sheet.line(hatch(geometry, style.hatch, step), style.ink, 0.1 * step)


def hatch(geometry: BaseGeometry, direction: look.Hatch, step: float) -> BaseGeometry:
    """Return parallel lines over polygons, cut at their edges.

    Parameters
    ----------
    geometry : shapely geometry
        In points, y downwards.
    direction : {"forward", "backward", "cross", "level", "none"}
        As :class:`kurilmap.layers.look.HolderLook` has it.
    step : float
        Points from line to line, square to them.

    Returns
    -------
    shapely geometry
        Lines all over a sheet run on through each other's pieces.

    Examples
    --------
    >>> hatch(shapely.box(0, 0, 10, 10), "forward", 20).is_empty
    False
    """
    if geometry.is_empty:
        return shapely.MultiLineString()
    west, north, east, south = geometry.bounds
    lines = []
    for slope in _ANGLES[direction]:
        # A forward line has x + y the same all along, for y runs downwards.
        ends = [x + slope * y for x in (west, east) for y in (north, south)]
        apart = step * math.sqrt(2)
        numbers = np.arange(math.floor(min(ends) / apart), math.ceil(max(ends) / apart) + 1)
        starts = numbers * apart
        lines += [
            ((start - slope * north, north), (start - slope * south, south)) for start in starts
        ]
    return shapely.intersection(shapely.MultiLineString(lines), shapely.make_valid(geometry))


def mixed(over: str, under: str, part: float) -> str:
    """Return the colour that one over another gives: no format needs to know of transparency.

    Parameters
    ----------
    over, under : str
        ``#rrggbb``.
    part : float
        How much of `over` is seen, from 0 to 1.

    Returns
    -------
    str

    Examples
    --------
    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_channels(over), _channels(under), strict=True)
    return "#" + "".join(f"{round(part * a + (1 - part) * b):02x}" for a, b in pairs)


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _rights(sheet: Sheet, geometry: BaseGeometry, parties: list[str], step: float) -> None:
    """Set marks of who has rights: their shape says who, as the colour does."""
    west, north, east, south = geometry.bounds
    size, apart = _MARK * step, 1.9 * step
    across = np.arange(math.floor(west / apart), math.ceil(east / apart) + 1)
    down = np.arange(math.floor(north / apart), math.ceil(south / apart) + 1)
    columns, rows = np.meshgrid(across, down)
    shift = 0.5 * (rows % 2)
    places = np.column_stack([((columns + shift) * apart).ravel(), (rows * apart).ravel()])
    turn = ((columns + rows) % len(parties)).ravel()
    whole = shapely.make_valid(geometry)
    shapely.prepare(whole)
    for number, party in enumerate(parties):
        mine = places[turn == number]
        fits = shapely.contains(whole, shapely.buffer(shapely.points(mine), 0.6 * size))
        _set(sheet, party, mine[fits], size)


def _set(sheet: Sheet, party: str, places: Sequence[Sequence[float]], size: float) -> None:
    for shape_size, colour in ((1.5, look.PAPER), (1.0, look.HOLDERS[party].ink)):
        shapes = [_shape(party, x, y, size * shape_size) for x, y in places]
        sheet.fill(shapely.MultiPolygon(shapes), colour)


def _shape(party: str, x: float, y: float, size: float) -> shapely.Polygon:
    if party == "JP":
        return shapely.Point(x, y).buffer(size, quad_segs=6)
    half = 0.9 * size
    square = shapely.box(x - half, y - half, x + half, y + half)
    if party == "RU":
        return square
    long = 1.25 * size
    return shapely.Polygon([(x - long, y), (x, y - long), (x + long, y), (x, y + long)])
