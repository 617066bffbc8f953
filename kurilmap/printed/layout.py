"""How a plate is laid out on a sheet: title, maps, key, facts, small print."""

from collections.abc import Callable

from kurilmap.printed import blocks, margins
from kurilmap.printed.blocks import Block
from kurilmap.printed.grid import grid_of, rows_of
from kurilmap.printed.mapping import Drawing, draw_map
from kurilmap.printed.plate import Plate
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.sizes import Size
from kurilmap.printed.type import Type
from kurilmap.printed.window import ISLANDS, PAIR, WATERS, View, Window
from kurilmap.words import say

_SIDE = 0.29  # of the width, beside the map
_TIGHTER = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64)
_TALLEST = 20_000.0
_FEW = 5  # sources that a narrow column tells by their titles


def lay_out(plate: Plate, size: Size, fonts: tuple[str, ...], lang: str) -> Sheet:
    """Draw a plate on a sheet of some size.

    Parameters
    ----------
    plate : Plate
    size : Size
    fonts : tuple of str
    lang : {"en", "ja", "ru"}

    Returns
    -------
    Sheet
    """
    sheet = Sheet(size.width, size.height or _TALLEST, fonts)
    if size.height is None:
        sheet.crop(_column(sheet, plate, size, lang))
    elif len(plate.panels) == 1:
        _one(sheet, plate, size, lang)
    else:
        _several(sheet, plate, size, lang)
    return sheet


def _one(sheet: Sheet, plate: Plate, size: Size, lang: str) -> None:
    """Lay out one map with all that is told at its right, and the small print below."""
    top = blocks.stack(
        margins.heading(sheet, plate, size.title, size.inner), size.margin, size.margin
    )
    top += 0.6 * size.type
    bottom = _small_print(sheet, plate, size, lang)
    gap = 1.4 * size.type
    tall = bottom - top - 2.0 * size.small - 0.6 * size.type
    wide = (1 - _SIDE) * size.inner - gap - _degrees(sheet, size, lang)
    if plate.panels[0].waters is not None:
        # The waters are known in a window only, and beyond it none are drawn.
        wide = min(wide, 1.32 * tall)
    window = Window(_view(plate), size.margin, top, wide, tall)
    draw_map(sheet, window, plate.panels[0], _rich(plate, size), lang)
    left = size.margin + wide + _degrees(sheet, size, lang) + gap
    side = min(size.width - size.margin - left, 0.4 * size.inner)

    def told(type_: float) -> list[Block]:
        return [
            *margins.key(sheet, plate, type_, side),
            *margins.facts(sheet, plate, type_, side),
        ]

    ends = blocks.stack(_fitting(told, size.type, bottom - top), left, top)
    more = margins.summary(sheet, plate, size.type, side)
    if ends + blocks.height(more) <= bottom:
        blocks.stack(more, left, ends)


def _several(sheet: Sheet, plate: Plate, size: Size, lang: str) -> None:
    """Lay out maps in a grid, with one key and one table below."""
    top = blocks.stack(
        margins.heading(sheet, plate, 0.85 * size.title, size.inner), size.margin, size.margin
    )
    top += 0.5 * size.type
    bottom = _small_print(sheet, plate, size, lang)
    gap = 1.4 * size.type
    type_ = size.type * (0.95 if len(plate.panels) == 2 else 0.8 if len(plate.panels) < 7 else 0.66)
    count = 2 if plate.table else 4
    width = (size.inner - (count - 1) * gap) / count
    key = margins.key(sheet, plate, type_, width)
    columns = [key, margins.facts(sheet, plate, type_, width)]
    if not plate.table:
        most = -(-len(key) // count)
        columns = [key[at : at + most] for at in range(0, len(key), most)]
    below = bottom - max(map(blocks.height, columns))
    grid_of(sheet, plate, size, (top, below - 0.4 * size.type), _short(size), lang)
    for number, column in enumerate(columns):
        blocks.stack(column, size.margin + number * (width + gap), below)


def _column(sheet: Sheet, plate: Plate, size: Size, lang: str) -> float:
    """Lay out all below one another, and return where it ends."""
    width = size.inner
    top = blocks.stack(margins.heading(sheet, plate, size.title, width), size.margin, size.margin)
    top += 0.6 * size.type
    if len(plate.panels) == 1:
        view = _view(plate)
        edge = 2 * size.small
        map_width = width - _degrees(sheet, size, lang)
        tall = map_width * view.height_km / view.width_km
        window = Window(view, size.margin, top, map_width, tall)
        draw_map(sheet, window, plate.panels[0], _rich(plate, size), lang)
        top += tall + edge + 0.5 * size.type
    else:
        columns = 1 if len(plate.panels) == 2 else 2
        top = rows_of(sheet, plate, size, columns, top, _short(size), lang)
    told = [*margins.key(sheet, plate, size.type, width)]
    told += margins.facts(sheet, plate, size.type, width)
    for texts in margins.small_print(plate, _view(plate), lang, _FEW):
        told += margins.paragraphs(sheet, texts, size.small, width)
    return blocks.stack(told, size.margin, top) + size.margin / 2


def _small_print(sheet: Sheet, plate: Plate, size: Size, lang: str) -> float:
    """Write the small print in two columns at the foot, and return where it begins."""
    gap = 1.4 * size.type
    half = (size.inner - gap) / 2
    texts = margins.small_print(plate, _view(plate), lang)

    def told(type_: float) -> list[list[Block]]:
        return [margins.paragraphs(sheet, each, type_, half) for each in texts]

    most = (0.2 if len(plate.panels) < 7 else 0.14) * sheet.height
    sizes = (size.small * part for part in _TIGHTER)
    columns = next(
        (found for type_ in sizes if max(map(blocks.height, found := told(type_))) <= most),
        None,
    ) or told(size.small * _TIGHTER[-1])
    top = sheet.height - 0.7 * size.margin - max(map(blocks.height, columns))
    for number, column in enumerate(columns):
        blocks.stack(column, size.margin + number * (half + gap), top)
    return top - 0.5 * size.type


def _fitting(told: Callable[[float], list[Block]], type_: float, room: float) -> list[Block]:
    """Return blocks in the largest type in which they fit; at the least, what fits."""
    for part in _TIGHTER:
        found = told(type_ * part)
        if blocks.height(found) <= room:
            return found
    while found and blocks.height(found) > room:
        found.pop()
    return found


def _view(plate: Plate) -> View:
    if plate.panels[0].waters is not None:
        return WATERS
    return ISLANDS if len(plate.panels) == 1 else PAIR


def _degrees(sheet: Sheet, size: Size, lang: str) -> float:
    """Return the room that the degrees take at the right of a map."""
    text = say("printed.north", lang, value=44)
    return sheet.measure(text, Type(0.62 * _rich_type(size))) + 0.5 * size.small


def _rich_type(size: Size) -> float:
    return 1.12 * size.type if size.height else size.type


def _rich(plate: Plate, size: Size) -> Drawing:
    wide = plate.panels[0].waters is not None
    large = size.height is not None
    return Drawing(
        type=_rich_type(size),
        # The map of the waters is the region already.
        inset=0.0 if wide else (0.155 if large else 0.24) * size.inner,
        straits=0.0 if wide else 4.6 * size.type,
        settlements=large and not wide,
        wide=wide,
    )


def _short(size: Size) -> Drawing:
    return Drawing(type=0.9 * size.type, seas=False, grid=False)
