"""Who holds which shore in a scenario, and the lines inside a group that is divided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.geodata import LOW_TIDE, island_shapes
from kurilmap.geodesy.globe import arc_lengths, to_globe, to_space
from kurilmap.sea.country import AROUND, without
from kurilmap.sea.diagram import Diagram
from kurilmap.sea.lines import Arc, Lines, refined, rough_arcs
from kurilmap.sea.shores import Shore
from kurilmap.sea.waters import BEYOND_M, MARGIN_M, Faces, Waters, dense, sampled
from kurilmap.sea.window import EEZ_M, margin

if TYPE_CHECKING:
    from kurilmap.scenarios import Piece, Scenario

Array = NDArray[np.float64]
Point = tuple[float, float]

SAMPLE_M = 200.0
_TO_CUT_M = 2.0 ** np.arange(8)  # spacing of points beside the end of a cut: 1 m, 2 m, 4 m …
_AT_CUT_M = 2.0


Fate = tuple[str, ...]
"""Who holds land in each of the scenarios."""


@dataclass(frozen=True, eq=False)
class Holdings:
    """One partition or several, as the sea sees them.

    Attributes
    ----------
    fates : mapping of str to Fate
        By part of the land; a divided group is left out.
    divided : mapping of str to mapping of Fate to list of array
        By divided group: the shores of each fate.
    land : mapping of str to list of shapely.Polygon
        Of the divided groups.
    cuts : list of (tuple of str, shapely.LineString)
        The land boundaries of the first scenario, with the holders on both sides.
    """

    fates: Mapping[str, Fate]
    divided: Mapping[str, Mapping[Fate, list[Array]]]
    land: Mapping[str, list[shapely.Polygon]]
    cuts: list[tuple[tuple[str, str], shapely.LineString]]

    @classmethod
    def of(cls, scenarios: "Sequence[Scenario]", kaigara: bool) -> "Holdings":
        """Return what scenarios make of the land.

        Parameters
        ----------
        scenarios : sequence of Scenario
        kaigara : bool
            Whether Kaigara / Signalnyy is measured from; it follows the holder of Habomai, or of
            the nearest land of Habomai where that is divided.

        Returns
        -------
        Holdings
        """
        from kurilmap.scenarios import pieces

        by_group: dict[str, dict[Fate, list[Piece]]] = {}
        # Their own ids may be the same: a derived scenario keeps no other apart from its namesake.
        ids = [f"scenario-{number}" for number in range(len(scenarios))]
        found = pieces([each.named(id=id_) for each, id_ in zip(scenarios, ids, strict=True)])
        for piece in found:
            fate = tuple(piece.holders[id_] for id_ in ids)
            by_group.setdefault(piece.unit, {}).setdefault(fate, []).append(piece)
        fates = {holder: (holder,) * len(scenarios) for holder in AROUND}
        divided: dict[str, dict[Fate, list[Array]]] = {}
        for group, parts in by_group.items():
            if len(parts) == 1:
                fates[group] = next(iter(parts))
                continue
            divided[group] = {
                fate: [line for piece in held for line in _shore(piece)]
                for fate, held in parts.items()
            }
            if kaigara:
                _add_marks(group, parts, divided[group])
        land = {
            group: [dense(piece.geometry) for held in by_group[group].values() for piece in held]
            for group in divided
        }
        return cls(fates, divided, land, _land_boundaries(found, ids[0]))

    def arcs(self, waters: Waters, whole: Faces) -> tuple[list[Arc], list[Lines], "Labels"]:
        """Return the lines inside the waters of divided groups.

        Parameters
        ----------
        waters : Waters
        whole : Faces
            The window as it is where no group is divided.

        Returns
        -------
        arcs : list of Arc
        lines : list of Lines
            How true they are.
        labels : Labels
        """
        arcs: list[Arc] = []
        every: list[Lines] = []
        shores: dict[str, dict[Fate, Shore]] = {}
        for group, lines in self.divided.items():
            shores[group] = {fate: Shore.of(held) for fate, held in lines.items()}
            found = _inner(waters, lines, self.land[group])
            every.append(found)
            own = whole.polygons[(whole.parts == group) & ~whole.dry & (whole.metres <= EEZ_M)]
            cell = shapely.union_all(own).buffer(1e-6)
            for arc in found.arcs:
                inside = shapely.intersection(shapely.LineString(arc.points), cell)
                arcs += [
                    Arc(arc.between, shapely.get_coordinates(part))
                    for part in shapely.get_parts(inside)
                    if part.geom_type == "LineString"
                ]
        return arcs, every, Labels(self.fates, shores)


@dataclass(frozen=True, eq=False)
class Labels:
    """Tells the fate of a piece of water from its nearest land."""

    fates: Mapping[str, Fate]
    shores: Mapping[str, Mapping[Fate, Shore]]

    def of(self, faces: Faces) -> NDArray[np.str_]:
        """Return who holds the nearest land of each piece, in each scenario.

        Parameters
        ----------
        faces : Faces

        Returns
        -------
        array of str of shape (n, scenarios)
        """
        width = len(next(iter(self.fates.values())))
        holders = np.full((len(faces.points), width), "", dtype="U8")
        for part, fate in self.fates.items():
            holders[faces.parts == part] = fate
        for group, shores in self.shores.items():
            mine = np.flatnonzero(faces.parts == group)
            metres = [shore.reach(faces.points[mine]).metres for shore in shores.values()]
            holders[mine] = np.array(list(shores))[np.argmin(metres, axis=0)]
        return holders


def _inner(
    waters: Waters, lines: Mapping[Fate, list[Array]], land: Sequence[shapely.Polygon]
) -> Lines:
    """Return the lines of equal distance between the shores of one group."""
    names = {" ".join(fate): held for fate, held in lines.items()}
    ends = [
        point
        for held in names.values()
        for line in held
        if not (line[0] == line[-1]).all()
        for point in (line[0], line[-1])
    ]
    points, owners = sampled([_to_the_cut(held) for held in names.values()], SAMPLE_M)
    at_cut = {tuple(end.tolist()) for end in ends}
    free = np.array([tuple(point) not in at_cut for point in points.tolist()])
    diagram = Diagram.of(points[free], waters.sphere)
    around = margin(waters.window, MARGIN_M)
    rough = rough_arcs(diagram, owners[free], list(names), EEZ_M + BEYOND_M, around)
    solid = shapely.union_all(land)
    wet = [
        Arc(arc.between, _to_ends(shapely.get_coordinates(part), ends))
        for arc in rough
        for part in shapely.get_parts(shapely.difference(shapely.LineString(arc.points), solid))
    ]
    wet = [arc for arc in wet if len(arc.points) > 1]
    shores = {name: Shore.of(held) for name, held in names.items()}
    return refined(wet, shores, frozenset(at_cut))


def _to_the_cut(lines: Sequence[Array]) -> list[Array]:
    """Add points beside the ends of open lines, so that cells begin where a cut ends."""
    return [
        _graded(_graded(line)[::-1])[::-1] if not (line[0] == line[-1]).all() else line
        for line in lines
    ]


def _graded(line: Array) -> Array:
    places = to_space(line)
    ways = np.concatenate([[0], np.cumsum(arc_lengths(places[:-1], places[1:]))])
    wanted = _TO_CUT_M[ways[-1] / 2 > _TO_CUT_M]
    between = np.column_stack([np.interp(wanted, ways, axis) for axis in places.T])
    order = np.argsort(np.concatenate([ways, wanted]), kind="stable")
    return np.asarray(np.vstack([line, to_globe(between)])[order])


def _to_ends(line: Array, ends: Sequence[Array]) -> Array:
    """Let a line begin and end where a cut does, if that is where it meets the shore."""
    if not ends or not len(line):
        return line
    places = to_space(np.array(ends))
    for side in (0, -1):
        away = arc_lengths(to_space(line[[side]]), places)
        if away.min() < _AT_CUT_M:
            line[side] = ends[int(away.argmin())]
    return line


def _shore(piece: "Piece") -> list[Array]:
    ring = shapely.get_coordinates(piece.geometry.exterior)
    cuts = {frozenset(edge) for line in piece.cut_edges for edge in pairwise(line.coords)}
    points = [(lon, lat) for lon, lat in ring.tolist()]
    return without(ring, np.array([frozenset(edge) in cuts for edge in pairwise(points)]))


def _add_marks(
    group: str, parts: Mapping[Fate, "list[Piece]"], shores: dict[Fate, list[Array]]
) -> None:
    for island in island_shapes():
        if island.group == group and island.feature == LOW_TIDE:
            nearest = min(
                parts,
                key=lambda fate: min(island.geometry.distance(p.geometry) for p in parts[fate]),
            )
            shores[nearest].append(shapely.get_coordinates(island.geometry.exterior))


def _land_boundaries(
    found: "Sequence[Piece]", id_: str
) -> list[tuple[tuple[str, str], shapely.LineString]]:
    from kurilmap.scenarios import HOLDERS

    sides: dict[frozenset[Point], set[str]] = {}
    for piece in found:
        for line in piece.cut_edges:
            for edge in pairwise(line.coords):
                sides.setdefault(frozenset(edge), set()).add(piece.holders[id_])
    by_pair: dict[tuple[str, str], list[shapely.LineString]] = {}
    for edge, holders in sides.items():
        if len(holders) == 2:
            one, other = sorted(holders, key=HOLDERS.index)
            by_pair.setdefault((one, other), []).append(shapely.LineString(sorted(edge)))
    return [
        (pair, line)
        for pair, edges in by_pair.items()
        for line in shapely.get_parts(shapely.line_merge(shapely.MultiLineString(edges)))
    ]
