"""Lay shapes that somebody drew over the land, and tell what each of them meets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from kurilmap.errors import ScenarioError
from kurilmap.geodesy.crossings import refuse_tangle
from kurilmap.geodesy.divider import Divider
from kurilmap.geodesy.enclosure import enclosing, shared
from kurilmap.scenarios.drawn import Points
from kurilmap.scenarios.geojson import Shape
from kurilmap.scenarios.land import Land
from kurilmap.scenarios.refusal import Mistake, key_of
from kurilmap.scenarios.rings import Rings, shape_of
from kurilmap.scenarios.ruling import MOST_SHARED_M2

# A cut leaves 1 m² or more on each side; what covers less meets nothing.
_LEAST_M2 = 1.0
_FAR_M = 1e7


@dataclass(frozen=True, eq=False)
class Cover:
    """A polygon over a unit.

    Attributes
    ----------
    shape : Shape
        What it is of.
    unit : str
    rings : tuple of rings of (lon, lat)
    divider : Divider
        The polygon in the unit's frame.
    areas : mapping of str to float
        What it covers of each island that it meets, in square metres.
    whole : frozenset of str
        The islands that it covers whole.
    """

    shape: Shape
    unit: str
    rings: Rings
    divider: Divider
    areas: Mapping[str, float]
    whole: frozenset[str]

    @property
    def is_partial(self) -> bool:
        """Whether it parts an island."""
        return len(self.whole) < len(self.areas)


@dataclass(frozen=True, eq=False)
class Crossing:
    """A line through a unit.

    Attributes
    ----------
    shape : Shape
        What it is of.
    unit : str
    line : tuple of (lon, lat)
    """

    shape: Shape
    unit: str
    line: Points


def islands_of(unit: str, on: Land) -> tuple[str, ...]:
    """Return the islands of a unit.

    Parameters
    ----------
    unit : str
        A group or an island.
    on : Land

    Returns
    -------
    tuple of str
    """
    return tuple(island for island, group in on.groups.items() if unit in (island, group))


def met(shapes: Iterable[Shape], on: Land) -> tuple[list[Cover | Crossing], list[Mistake]]:
    """Return what shapes meet, in their order, and which of them cannot be laid.

    Parameters
    ----------
    shapes : iterable of Shape
    on : Land

    Returns
    -------
    found : list of Cover or Crossing
        Without those that lie over others.
    mistakes : list of Mistake
        Of shapes that miss the land, or that lie over one another on it.
    """
    found: list[Cover | Crossing] = []
    mistakes: list[Mistake] = []
    for shape in shapes:
        units = [shape.unit] if shape.unit else list(dict.fromkeys(on.groups.values()))
        try:
            covers = [
                cover for rings in shape.polygons for cover in _covers(shape, rings, units, on)
            ]
        except ScenarioError as error:
            mistakes.append(Mistake(shape.path, "", "", told=str(error)))
            continue
        crossings = [
            [Crossing(shape, unit, line) for unit in units if _crosses(line, unit, on)]
            for line in shape.lines
        ]
        if (shape.polygons and not covers) or not all(crossings):
            mistakes.append(_miss(shape))
        found += [*covers, *(each for row in crossings for each in row)]
    overlaps = _overlaps([each for each in found if isinstance(each, Cover)], on)
    kept = [each for each in found if each not in overlaps]
    return kept, mistakes + list(overlaps.values())


def _miss(shape: Shape) -> Mistake:
    where = shape.unit or "the four groups"
    what, how = "line", "draw it from shore to shore"
    if shape.polygons:
        what, how = "polygon", "draw it over the land that it is to take"
    return Mistake(shape.path, f"a {what} that meets no land of {where}", f"one that does: {how}")


def _covers(shape: Shape, rings: Rings, units: Sequence[str], on: Land) -> Iterator[Cover]:
    polygon = shape_of(rings)
    for unit in units:
        plots = {island: on.plots[island] for island in islands_of(unit, on)}
        flats = [plot.flat for plot in plots.values()]
        divider = enclosing(polygon, next(iter(plots.values())).frame, flats)
        taken = divider.taken
        shapely.prepare(taken)
        areas: dict[str, float] = {}
        whole: set[str] = set()
        meets, holds = shapely.intersects(taken, flats), shapely.covers(taken, flats)
        for island, flat, touched, held in zip(plots, flats, meets, holds, strict=True):
            square = flat.area
            covered = square
            if not held:
                covered = shapely.intersection(taken, flat).area if touched else 0.0
            if held or covered >= max(square - _LEAST_M2, square / 2):
                whole.add(island)
            if held or covered >= _LEAST_M2:
                areas[island] = square if island in whole else covered
        if areas:
            yield Cover(shape, unit, rings, divider, areas, frozenset(whole & areas.keys()))


def _crosses(line: Points, unit: str, on: Land) -> bool:
    plots = [on.plots[island] for island in islands_of(unit, on)]
    points = shapely.get_coordinates(plots[0].frame.project(shapely.LineString(line)))
    if not (np.isfinite(points).all() and np.abs(points).max() < _FAR_M):
        return False
    inside = shapely.intersection(shapely.LineString(points), [plot.flat for plot in plots])
    return bool((shapely.length(inside) > 0).any())


def _overlaps(covers: Sequence[Cover], on: Land) -> dict[Cover | Crossing, Mistake]:
    wrong: dict[Cover | Crossing, Mistake] = {}
    groups = [on.groups.get(cover.unit, cover.unit) for cover in covers]
    for group in dict.fromkeys(groups):
        members = [cover for cover, of in zip(covers, groups, strict=True) if of == group]
        drawn = [cover.divider.taken for cover in members]
        pairs = shapely.STRtree(drawn).query(drawn, predicate="intersects").T.tolist()
        for first, second in sorted(pair for pair in pairs if pair[0] < pair[1]):
            here, there = members[first], members[second]
            land = [on.plots[island].flat for island in here.areas.keys() & there.areas.keys()]
            if not land or there in wrong:
                continue
            try:
                refuse_tangle(here.divider.line, there.divider.line)
            except ScenarioError as error:
                wrong[there] = Mistake(there.shape.path, "", "", told=str(error))
                continue
            both = shared(here.divider.taken, there.divider.taken, land)
            if both > MOST_SHARED_M2:
                wrong[there] = Mistake(
                    there.shape.path,
                    f"a polygon that overlaps {_name(here, there)}: {both / 1e6:,.6g} km² of "
                    "land would go to both",
                    "polygons beside one another",
                )
    return wrong


def _name(cover: Cover, beside: Cover) -> str:
    same = cover.shape is beside.shape
    return "another of its parts" if same else f"that of {key_of(cover.shape.path)}"
