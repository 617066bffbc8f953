"""Several maps side by side, each with its title above and its numbers below."""

from dataclasses import replace

from kurilmap.printed import blocks, margins
from kurilmap.printed.blocks import Block
from kurilmap.printed.mapping import Drawing, draw_map
from kurilmap.printed.plate import Panel, Plate
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.sizes import Size
from kurilmap.printed.type import GREY, Type
from kurilmap.printed.window import PAIR, Window

_RATIO = PAIR.width_km / PAIR.height_km
_LOW = 1.3  # of a map in a column of a journal, whose page is no taller
_NAMED = 21.0  # times the type: narrower maps bear no names
_SCALED = 140.0  # points: the first of maps without names bears a scale
_SEEN = 0.5  # of its width, at the least, a map is tall
_TIGHTER = (1.0, 0.9, 0.8, 0.7, 0.62, 0.55)


def grid_of(
    sheet: Sheet, plate: Plate, size: Size, room: tuple[float, float], how: Drawing, lang: str
) -> None:
    """Draw a plate's maps in as many columns as give the largest maps.

    Parameters
    ----------
    sheet : Sheet
    plate : Plate
    size : Size
    room : tuple of float
        Top and bottom.
    how : Drawing
    lang : {"en", "ja", "ru"}
    """
    top, bottom = room
    for part in _TIGHTER:
        type_ = _type(size, len(plate.panels)) * part
        found = [_plan(sheet, plate, size, columns, bottom - top, type_) for columns in range(1, 7)]
        columns, tall = max(found, key=lambda plan: plan[1])
        # Many maps leave little room: the maps come first, and what is written around them yields.
        if tall >= _SEEN * _width(size, columns):
            break
    _rows(sheet, plate, size, (columns, max(tall, 1.0), type_), top, how, lang)


def rows_of(
    sheet: Sheet, plate: Plate, size: Size, columns: int, top: float, how: Drawing, lang: str
) -> float:
    """Draw a plate's maps in rows of so many, as tall as they are, and return where they end."""
    width = _width(size, columns)
    plan = (columns, width / _LOW, _type(size, len(plate.panels)))
    return _rows(sheet, plate, size, plan, top, how, lang)


def _rows(
    sheet: Sheet,
    plate: Plate,
    size: Size,
    plan: tuple[int, float, float],
    top: float,
    how: Drawing,
    lang: str,
) -> float:
    columns, tall, type_ = plan
    width = _width(size, columns)
    map_width = min(width, 2.3 * tall)
    named = map_width > _NAMED * how.type
    if not named:
        how = replace(how, names=False, type=0.035 * map_width)
    for first in range(0, len(plate.panels), columns):
        row = plate.panels[first : first + columns]
        heads = [_head(sheet, panel, type_, width) for panel in row]
        feet = [_foot(sheet, panel, type_, map_width) for panel in row]
        high = max(map(blocks.height, heads))
        for number, panel in enumerate(row):
            left = size.margin + number * (width + size.type)
            blocks.stack(heads[number], left, top)
            window = Window(PAIR, left, top + high, map_width, tall)
            scale = named or (first == number == 0 and map_width > _SCALED)
            draw_map(sheet, window, panel, replace(how, scale=scale), lang)
            blocks.stack(feet[number], left, top + high + tall + 0.4 * type_)
        top += high + tall + 0.4 * type_ + max(map(blocks.height, feet)) + 0.6 * type_
    return top


def _plan(
    sheet: Sheet, plate: Plate, size: Size, columns: int, room: float, type_: float
) -> tuple[int, float]:
    """Return how tall maps in so many columns may be."""
    width = _width(size, columns)
    told = 0.0
    rows = 0
    for first in range(0, len(plate.panels), columns):
        row = plate.panels[first : first + columns]
        told += max(blocks.height(_head(sheet, panel, type_, width)) for panel in row)
        told += max(blocks.height(_foot(sheet, panel, type_, width)) for panel in row) + type_
        rows += 1
    return columns, min((room - told) / rows, width / _RATIO)


def _head(sheet: Sheet, panel: Panel, type_: float, width: float) -> list[Block]:
    return [
        blocks.paragraph(sheet, panel.title, Type(1.08 * type_, bold=True), width),
        blocks.paragraph(sheet, panel.note, Type(0.85 * type_, GREY), width, 0.3 * type_),
    ]


def _foot(sheet: Sheet, panel: Panel, type_: float, width: float) -> list[Block]:
    told = [blocks.paragraph(sheet, text, Type(0.92 * type_), width) for text in panel.caption]
    return [margins.shares(sheet, panel, 0.7 * type_, width), *told]


def _width(size: Size, columns: int) -> float:
    return (size.inner - (columns - 1) * size.type) / columns


def _type(size: Size, count: int) -> float:
    return size.type * (1.0 if count <= 2 else 0.86 if count <= 6 else 0.72)
