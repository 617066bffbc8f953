"""What stands beside and below a map: paragraphs, the key, bars, small tables."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import shapely

from kurilmap.layers import look
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.type import RULE, Type, ascent, line_height

Draw = Callable[[shapely.Polygon], None]


@dataclass(frozen=True)
class Block:
    """Something of known height.

    Attributes
    ----------
    height : float
        Points, the space below included.
    draw : callable
        Draws it at a left edge and a top.
    """

    height: float
    draw: Callable[[float, float], None]


def stack(blocks: Iterable[Block], left: float, top: float) -> float:
    """Draw blocks below one another, and return where the last one ends."""
    for block in blocks:
        block.draw(left, top)
        top += block.height
    return top


def height(blocks: Iterable[Block]) -> float:
    """Return how tall blocks are together."""
    return sum(block.height for block in blocks)


def paragraph(
    sheet: Sheet, text: str, type_: Type, width: float, after: float = 0, *, even: bool = False
) -> Block:
    """Return a text in lines.

    Parameters
    ----------
    sheet : Sheet
    text : str
    type_ : Type
    width : float
    after : float
        Space below.
    even : bool
        Whether its lines are of about one length.

    Returns
    -------
    Block
    """
    lines = (sheet.balanced if even else sheet.wrapped)(text, type_, width)

    def draw(left: float, top: float) -> None:
        for number, line in enumerate(lines):
            sheet.text(left, top + ascent(type_) + number * line_height(type_), line, type_)

    return Block(len(lines) * line_height(type_) + after, draw)


def key_row(sheet: Sheet, swatch: Draw, text: str, type_: Type, width: float) -> Block:
    """Return a row of the key: a swatch, which draws itself in a box, and its words."""
    across, down = 2.3 * type_.size, 1.15 * type_.size
    words = paragraph(sheet, text, type_, width - across - 5, even=True)

    def draw(left: float, top: float) -> None:
        first = top + ascent(type_) - 0.38 * type_.size
        swatch(shapely.box(left, first - down / 2, left + across, first + down / 2))
        words.draw(left + across + 5, top)

    return Block(max(words.height, down) + 0.35 * type_.size, draw)


def bar(sheet: Sheet, parts: Sequence[tuple[Draw, float]], width: float, tall: float) -> Block:
    """Return a bar of shares.

    Parameters
    ----------
    sheet : Sheet
    parts : sequence of (draw, fraction)
    width, tall : float

    Returns
    -------
    Block
    """

    def draw(left: float, top: float) -> None:
        at = left
        for fill, part in parts:
            fill(shapely.box(at, top, at + part * width, top + tall))
            at += part * width
        sheet.line(shapely.box(left, top, left + width, top + tall), look.ISLAND_SHORE, 0.5)

    return Block(tall + 0.6 * tall, draw)


def table(
    sheet: Sheet, rows: Sequence[Sequence[str]], type_: Type, width: float, head: str = ""
) -> Block:
    """Return a small table: its last column is set to the right, its first one bold.

    Parameters
    ----------
    sheet : Sheet
    rows : sequence of sequence of str
    type_ : Type
    width : float
    head : str
        Its heading, if any.

    Returns
    -------
    Block
    """
    bold = Type(type_.size, type_.colour, bold=True)
    last = max((sheet.measure(row[-1], type_) for row in rows), default=0)
    room = width - last - 8
    told = []
    for row in rows:
        words = [paragraph(sheet, row[0], bold if len(row) > 2 else type_, room)]
        words += [paragraph(sheet, text, type_, room) for text in row[1:-1]]
        told.append((words, row[-1]))
    title = [paragraph(sheet, head, bold, width, 2)] if head else []
    pad = 0.35 * type_.size

    def draw(left: float, top: float) -> None:
        y = stack(title, left, top)
        for words, figure in told:
            sheet.line(shapely.LineString([(left, y), (left + width, y)]), RULE, 0.5)
            stack(words, left, y + pad)
            sheet.text(left + width, y + pad + ascent(type_), figure, type_, at="right")
            y += height(words) + 2 * pad

    return Block(
        height(title) + sum(height(words) + 2 * pad for words, _ in told) + type_.size, draw
    )
