"""What is told beside a map: the key, who and when, the table, the small print."""

from collections.abc import Sequence

import shapely

from kurilmap import telling
from kurilmap._version import __version__
from kurilmap.layers import look
from kurilmap.layers.differ import LOOK as MOVED
from kurilmap.printed import blocks, paint
from kurilmap.printed.blocks import Block
from kurilmap.printed.plate import Panel, Plate, Row
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.type import GREY, Type
from kurilmap.printed.waters import STRENGTH
from kurilmap.printed.window import View
from kurilmap.words import number, say

_LINES = {"boundary": look.LINES["constructed"], "cut": look.LINES["constructed"], "moved": MOVED}
_LINES |= look.LIMITS
_MANY = 12


def heading(sheet: Sheet, plate: Plate, size: float, width: float) -> list[Block]:
    """Return the title and the note below it."""
    found = [
        blocks.paragraph(sheet, plate.title, Type(size, bold=True), width, 0.1 * size, even=True)
    ]
    if plate.note:
        found.append(blocks.paragraph(sheet, plate.note, Type(0.62 * size, GREY), width))
    return found


def key(sheet: Sheet, plate: Plate, size: float, width: float) -> list[Block]:
    """Return the key, and with one map the bar of shares.

    Parameters
    ----------
    sheet : Sheet
    plate : Plate
    size : float
        Of the type, in points.
    width : float

    Returns
    -------
    list of Block
    """
    found = [
        blocks.key_row(sheet, _swatch(sheet, row, size), row.text, Type(size), width)
        for row in plate.key
    ]
    first = plate.panels[0]
    if len(plate.panels) == 1 and first.shares:
        found.insert(0, shares(sheet, first, size, width))
    return [*found, _space(0.5 * size)]


def shares(sheet: Sheet, panel: Panel, size: float, width: float) -> Block:
    """Return the bar of a panel's shares, filled as the land is."""

    def fill(holder: str, mark: str) -> blocks.Draw:
        return lambda box: paint.land(sheet, box, holder, mark, 0.5 * size)

    parts = [(fill(holder, mark), part) for holder, mark, part in panel.shares]
    return blocks.bar(sheet, parts, width, 1.1 * size)


def facts(sheet: Sheet, plate: Plate, size: float, width: float) -> list[Block]:
    """Return who, when and on what conditions, and the table."""
    found = []
    for label, text in plate.facts:
        found.append(blocks.paragraph(sheet, label, Type(0.85 * size, GREY), width))
        found.append(blocks.paragraph(sheet, text, Type(size), width, 0.6 * size))
    if plate.table:
        found.append(blocks.table(sheet, plate.table, Type(size), width, plate.head))
    return found


def summary(sheet: Sheet, plate: Plate, size: float, width: float) -> list[Block]:
    """Return what a scenario says, for a sheet that has the room."""
    label, text = plate.summary
    told = [(label, Type(0.85 * size, GREY)), (text, Type(0.92 * size))]
    return [blocks.paragraph(sheet, *each, width) for each in told if text]


def small_print(plate: Plate, view: View, lang: str, most: int = _MANY) -> list[list[str]]:
    """Return the small print: on the map and its numbers, then on sources and maker.

    Parameters
    ----------
    plate : Plate
    view : View
    lang : {"en", "ja", "ru"}
    most : int
        As many sources are told by title.

    Returns
    -------
    list of list of str
    """
    lat = say("printed.north", lang, value=number(view.lat, lang, 1))
    lon = say("printed.east", lang, value=number(view.lon, lang, 1))
    method = [*plate.notes, say("printed.projection", lang, lat=lat, lon=lon)]
    maker = f"{say('panel.version', lang, version=__version__)} {say('printed.foot', lang)}"
    return [method, [sources(plate, lang, most), say("panel.licence", lang), maker]]


def sources(plate: Plate, lang: str, most: int = _MANY) -> str:
    """Return the sources of a plate in one sentence; empty where it has none."""
    rows = telling.sources(plate.cited, lang).values()
    told = [
        say("printed.source", lang, title=row["gloss"] or row["title"], by=row["by"])
        for row in rows
    ]
    if len(told) > most:
        # Of many, each publisher and year, once.
        told = list(dict.fromkeys(row["by"] or row["title"] for row in rows))
    listed = say("printed.comma", lang).join(told)
    return say("printed.sources", lang, list=listed) if told else ""


def paragraphs(sheet: Sheet, texts: Sequence[str], size: float, width: float) -> list[Block]:
    """Return the small print as blocks, grey."""
    type_ = Type(size, GREY)
    return [blocks.paragraph(sheet, text, type_, width, 0.35 * size) for text in texts if text]


def _space(tall: float) -> Block:
    return Block(tall, lambda _left, _top: None)


def _swatch(sheet: Sheet, row: Row, size: float) -> blocks.Draw:
    def draw(box: shapely.Polygon) -> None:
        step = 0.5 * size
        if row.kind == "line":
            return _line(sheet, box, row.look[0], size)
        if row.kind == "mark":
            return paint.right(sheet, box, row.look[0], 2 * step)
        if row.kind == "wash":
            paint.wash(sheet, box, row.look[0], STRENGTH[row.look[1]])
        elif row.kind == "gained":
            sheet.fill(box, look.SEA)
            paint.gained(sheet, box, row.look[0], 0.8 * size)
        elif row.look[0]:
            paint.land(sheet, box, row.look[0], row.look[1], step)
        else:
            paint.undetermined(sheet, box, step)
        sheet.line(box, look.ISLAND_SHORE if row.kind == "land" else look.SHORE, 0.5)
        return None

    return draw


def _line(sheet: Sheet, box: shapely.Polygon, which: str, size: float) -> None:
    west, north, east, south = box.bounds
    style = _LINES[which]
    part = size / 11
    dash = [float(piece) * part for piece in style.dash.split()]
    if which == "moved":
        sheet.line(box.buffer(-1), style.colour, style.width * part)
        return
    middle = shapely.LineString([(west, (north + south) / 2), (east, (north + south) / 2)])
    width = style.width * part * (0.5 if which == "boundary" else 1)
    sheet.line(middle, style.colour, width, dash)
