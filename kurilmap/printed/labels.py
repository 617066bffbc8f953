"""Where names stand: near what they name, in open water, and never over one another."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from kurilmap.layers import look
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.type import INK, Type, ascent, line_height, text_box
from kurilmap.printed.window import Window

Array = NDArray[np.float64]

_GAP = 1.5  # points between two names, at the least
_LEADER_FROM = 7.0
_TRIED = 150
_SHORT = 22.0  # of a leader that may go over land, to a place on it
_CENTRED = 0.3
_OVER_LAND, _OVER_LINE, _OFF = 45.0, 40.0, 40.0


@dataclass(frozen=True)
class Name:
    """What is to be written, and where it belongs.

    Attributes
    ----------
    lines : tuple of (str, Type)
    anchor : shapely geometry
        On the paper: an island, a line or a point.
    halo : str
    inside : bool
        Whether it stands on its land, not beside it.
    far : float
        How many points off its anchor it may stand; a name that fits nowhere is left out.
    dot : float
        Radius of a mark at the anchor, 0 for none.
    leader : str
        Colour of the line from name to anchor; empty for none.
    """

    lines: tuple[tuple[str, Type], ...]
    anchor: BaseGeometry
    halo: str
    inside: bool = False
    far: float = 90.0
    dot: float = 0.0
    leader: str = look.ISLAND_SHORE


@dataclass(frozen=True)
class _Placed:
    name: Name
    left: float
    top: float
    leader: shapely.LineString | None


@dataclass
class Labels:
    """Finds a place for one name after the other, the most important first.

    Attributes
    ----------
    sheet : Sheet
    window : Window
    islands : shapely geometry
        On the paper: what no name covers, and no leader crosses.
    land : shapely geometry
        The land around: what a name had better not cover.
    lines : shapely geometry
        Boundaries and cuts, likewise.
    taken : list of shapely geometry
        What no name may touch: inset, scale bar, names that stand.
    """

    sheet: Sheet
    window: Window
    islands: BaseGeometry
    land: BaseGeometry
    lines: BaseGeometry
    taken: list[BaseGeometry] = field(default_factory=list)
    _placed: list[_Placed] = field(default_factory=list)
    _leaders: list[shapely.LineString] = field(default_factory=list)

    def add(self, name: Name) -> bool:
        """Find a place for a name.

        Parameters
        ----------
        name : Name

        Returns
        -------
        bool
            Whether there was one.
        """
        width, height = self._size(name)
        boxes, lefts, tops = self._candidates(name, width, height)
        if not len(boxes):
            return False
        costs, apart = self._costs(name, boxes)
        for number in np.argsort(costs, kind="stable")[:_TRIED]:
            if apart[number] > name.far:
                continue
            leader = self._leader(name, boxes[number], float(apart[number]))
            if leader is not None and self._crosses(leader, name):
                continue
            self._placed.append(_Placed(name, float(lefts[number]), float(tops[number]), leader))
            self.taken.append(boxes[number])
            if name.dot:
                self.taken.append(name.anchor.buffer(name.dot))
            if leader is not None:
                self._leaders.append(leader)
                self.taken.append(leader.buffer(0.4))
            return True
        return False

    def draw(self) -> None:
        """Write all names, over all their leaders."""
        for one in self._placed:
            if one.leader is not None:
                self.sheet.line(one.leader, one.name.halo, 1.5)
                self.sheet.line(one.leader, one.name.leader, 0.45)
        for one in self._placed:
            name = one.name
            if name.dot:
                self.sheet.fill(name.anchor.buffer(name.dot + 0.6), look.PAPER)
                self.sheet.fill(name.anchor.buffer(name.dot), INK)
            width, _ = self._size(name)
            base = one.top
            for number, (text, type_) in enumerate(name.lines):
                base += ascent(type_) if number == 0 else line_height(type_)
                middle = one.left + width / 2
                self.sheet.text(middle, base, text, type_, halo=name.halo, at="center")

    def _size(self, name: Name) -> tuple[float, float]:
        width = max(self.sheet.measure(text, type_) for text, type_ in name.lines)
        first = name.lines[0][1]
        base = ascent(first) + sum(line_height(type_) for _, type_ in name.lines[1:])
        return width, text_box(0, base, width, name.lines[-1][1])[3]

    def _candidates(self, name: Name, width: float, height: float) -> tuple[Any, Array, Array]:
        west, north, east, south = self.window.frame.bounds
        reach = name.far + 2
        box = name.anchor.bounds
        lefts = np.arange(
            max(west + 3, box[0] - reach - width), min(east - 3 - width, box[2] + reach), 3.0
        )
        tops = np.arange(
            max(north + 3, box[1] - reach - height), min(south - 3 - height, box[3] + reach), 2.5
        )
        across, down = (grid.ravel() for grid in np.meshgrid(lefts, tops))
        boxes = shapely.box(across, down, across + width, down + height)
        taken = [*self.taken, *([name.anchor.buffer(name.dot)] if name.dot else [])]
        shapely.prepare(self.islands)
        free = ~shapely.intersects(self.islands, boxes) | name.inside
        for other in taken:
            # Boxes round names, nearly all: as good as the shapes, and quick.
            left, top, right, low = other.bounds
            far = (across > right + _GAP) | (across + width < left - _GAP)
            far |= (down > low + _GAP) | (down + height < top - _GAP)
            near = np.flatnonzero(free & ~far)
            free[near] = shapely.distance(boxes[near], other) > _GAP
        return boxes[free], across[free], down[free]

    def _costs(self, name: Name, boxes: Any) -> tuple[Array, Array]:
        apart = shapely.distance(boxes, name.anchor)
        shapely.prepare(self.land)
        if name.inside:
            shape: Any = name.anchor
            middle = shapely.maximum_inscribed_circle(shape, 1.0).centroid
            costs = shapely.distance(shapely.centroid(boxes), middle)
            return costs + _OFF * ~shapely.covered_by(boxes, name.anchor), apart
        costs = apart + _CENTRED * shapely.distance(shapely.centroid(boxes), name.anchor.centroid)
        # What it names is its own land, but the shore is still in the way of the letters.
        costs = costs + _OVER_LAND * shapely.intersects(self.land, boxes)
        if not self.lines.is_empty:
            shapely.prepare(self.lines)
            costs = costs + _OVER_LINE * shapely.intersects(self.lines, boxes)
        return costs, apart

    def _leader(self, name: Name, box: BaseGeometry, apart: float) -> shapely.LineString | None:
        if not name.leader or name.inside or apart < _LEADER_FROM:
            return None
        line: shapely.LineString = shapely.shortest_line(box, name.anchor)
        start, end = np.array(line.coords)
        length = float(np.hypot(*(end - start)))
        # It begins off the letters, and ends just inside an island.
        shift = (end - start) / length
        over = 1.5 if name.anchor.area else 0.0
        return shapely.LineString([start + 1.2 * shift, end + over * shift])

    def _crosses(self, leader: shapely.LineString, name: Name) -> bool:
        mine = name.anchor.buffer(3)
        others: Sequence[BaseGeometry] = [one for one in self.taken if not one.intersects(mine)]
        if np.any(shapely.intersects(np.array(others, dtype=object), leader)):
            return True
        # To a place on an island a leader goes over its land; to a strait it does not.
        rest = leader.difference(mine)
        over = rest.intersects(self.islands) or rest.intersects(self.land)
        short = bool(name.dot) and leader.length < _SHORT
        return (over and not short) or any(leader.crosses(other) for other in self._leaders)
