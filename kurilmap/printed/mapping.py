"""One map on a sheet: ground, waters, islands, lines, names, furniture."""

from collections.abc import Iterable
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from kurilmap.geodata import island_shapes
from kurilmap.layers import look
from kurilmap.layers.differ import LOOK as MOVED
from kurilmap.printed import furniture, ground, names, paint
from kurilmap.printed.labels import Labels, Name
from kurilmap.printed.plate import Panel
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.type import GREY, Type
from kurilmap.printed.waters import draw_waters
from kurilmap.printed.window import Window
from kurilmap.words import say


@dataclass(frozen=True)
class Drawing:
    """How richly a map is drawn.

    Attributes
    ----------
    type : float
        Size of the groups' names, in points.
    inset : float
        Side of the inset, 0 for none.
    straits : float
        How far off a strait its name may stand, 0 for none.
    settlements, seas, grid, scale : bool
    names : bool
        Whether the groups are named.
    wide : bool
        Whether it is the map of the waters.
    """

    type: float
    inset: float = 0.0
    straits: float = 0.0
    settlements: bool = False
    seas: bool = True
    grid: bool = True
    scale: bool = True
    names: bool = True
    wide: bool = False

    @property
    def step(self) -> float:
        """From line to line of a hatch."""
        return 0.55 * self.type

    @property
    def degrees(self) -> int:
        """Between the lines of the grid."""
        return 2 if self.wide else 1


def draw_map(sheet: Sheet, window: Window, panel: Panel, how: Drawing, lang: str) -> None:
    """Draw one map.

    Parameters
    ----------
    sheet : Sheet
    window : Window
    panel : Panel
    how : Drawing
    lang : {"en", "ja", "ru"}
    """
    sheet.windows.append(window)
    ground.water(sheet, window)
    if panel.waters is not None:
        draw_waters(sheet, window, panel.waters, 1.6 * how.step)
    if how.grid:
        ground.grid(sheet, window, how.degrees)
    ground.land_around(sheet, window, 0.05 * how.type)
    _islands(sheet, window, panel, how)
    _lines(sheet, window, panel, how)
    small = Type(0.72 * how.type)
    shore = [_light(window, [ground.islands()]), _light(window, ground.around())]
    labels = Labels(sheet, window, shore[0], shore[1], _drawn(window, panel))
    if how.inset:
        labels.taken.append(furniture.inset(sheet, window, how.inset, Type(0.62 * how.type), lang))
    if how.scale:
        labels.taken.append(furniture.scale_bar(sheet, window, small, lang))
    _name(labels, panel, how, lang)
    labels.draw()
    ground.frame(sheet, window)
    if how.grid:
        ground.degrees(sheet, window, Type(0.62 * how.type, GREY), lang, how.degrees)


def _islands(sheet: Sheet, window: Window, panel: Panel, how: Drawing) -> None:
    shown = []
    for land in panel.land:
        placed = window.clipped(land.geometry)
        shown.append(placed)
        if land.holder:
            paint.land(sheet, placed, land.holder, land.mark, how.step)
        else:
            paint.undetermined(sheet, placed, how.step)
    if panel.moved is not None:
        # Under the shores: half of it stands out around them. Islets would drown in it.
        width = MOVED.width * how.type / 11
        parts = shapely.get_parts(window.clipped(panel.moved))
        small = shapely.length(parts) < 8 * width
        for chosen, thin in ((parts[~small], 1.0), (parts[small], 0.4)):
            sheet.line(shapely.GeometryCollection(list(chosen)), MOVED.colour, thin * width)
    whole = shapely.union_all(shown)
    # A cut is no shore: the whole islands are outlined, not their pieces.
    for island in island_shapes():
        placed = window.clipped(island.geometry)
        if island.is_land and placed.intersects(whole):
            width = 0.06 * how.type if placed.length > how.type else 0.03 * how.type
            sheet.line(window.clipped(island.geometry.boundary), look.ISLAND_SHORE, width)
        elif island.is_land:
            sheet.fill(placed, look.LAND)
            sheet.line(placed, look.SHORE, 0.05 * how.type)


def _lines(sheet: Sheet, window: Window, panel: Panel, how: Drawing) -> None:
    style = look.LINES["constructed"]
    part = how.type / 13
    dash = [float(piece) * part for piece in style.dash.split()]
    for line in panel.boundary:
        # At sea the line is lighter than on land: it is worked out, and nobody's proposal.
        width = (0.6 if panel.waters is not None else 0.36) * style.width * part
        sheet.line(window.clipped(line), style.colour, width, dash)
    for line in panel.cuts:
        sheet.line(window.clipped(line), look.PAPER, 2 * style.width * part)
        sheet.line(window.clipped(line), style.colour, style.width * part, dash)


def _name(labels: Labels, panel: Panel, how: Drawing, lang: str) -> None:
    window, size = labels.window, how.type
    if how.names:
        for name in names.groups(window, size, lang):
            labels.add(name)
    if panel.cuts and how.names:
        type_ = Type(0.74 * size, look.CONSTRUCTED)
        text = say("standing.constructed", lang)
        lines = labels.sheet.balanced(text, type_, 10 * size)
        anchor = shapely.union_all([window.place(cut) for cut in panel.cuts])
        told = tuple((line, type_) for line in lines)
        labels.add(Name(told, anchor, look.SEA, leader=look.CONSTRUCTED))
    if how.seas:
        for name in names.seas(window, 1.05 * size, lang, wide=how.wide):
            labels.add(name)
    keys = ("hokkaido", "sakhalin", "urup", "kurils")
    for name in names.lands(window, 0.9 * size, lang, keys) if how.seas else ():
        labels.add(name)
    if how.settlements:
        for name in names.settlements(window, 0.66 * size, lang, far=2.6 * size):
            labels.add(name)
    if how.straits:
        for name in names.straits(window, 0.7 * size, lang, far=how.straits):
            labels.add(name)


def _light(window: Window, bodies: Iterable[BaseGeometry]) -> BaseGeometry:
    """Return land on the paper, with as many points as names have to heed."""
    placed = [shapely.make_valid(window.clipped(body)).simplify(0.4) for body in bodies]
    return shapely.union_all(placed)


def _drawn(window: Window, panel: Panel) -> BaseGeometry:
    return shapely.union_all([window.clipped(line) for line in (*panel.boundary, *panel.cuts)])
