"""Who holds which shore in a scenario, and the lines inside a group that is divided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.geodata import LOW_TIDE, island_shapes
from kurilmap.sea.country import AROUND, without
from kurilmap.sea.faces import Faces
from kurilmap.sea.inner import inner_lines
from kurilmap.sea.labels import Fate, Labels
from kurilmap.sea.lines import Lines
from kurilmap.sea.rough import Arc
from kurilmap.sea.shores import Shore
from kurilmap.sea.waters import Waters, dense
from kurilmap.sea.window import EEZ_M

if TYPE_CHECKING:
    from kurilmap.scenarios import Piece, Scenario

Array = NDArray[np.float64]


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
            shores = {
                fate: [line for piece in held for line in _shore(piece)]
                for fate, held in parts.items()
            }
            # Land without a shore has no sea.
            shores = {fate: lines for fate, lines in shores.items() if lines}
            if len(shores) == 1:
                fates[group] = next(iter(shores))
                continue
            divided[group] = shores
            if kaigara:
                _add_marks(group, parts, divided[group])
        land = {
            group: dense([piece.geometry for held in by_group[group].values() for piece in held])
            for group in divided
        }
        return cls(fates, divided, land, _land_boundaries(found, ids[0]))

    def arcs(self, waters: Waters, whole: Faces) -> tuple[list[Arc], list[Lines], Labels]:
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
            found = inner_lines(
                waters, {" ".join(fate): held for fate, held in lines.items()}, self.land[group]
            )
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

    sides: dict[tuple[tuple[float, ...], ...], set[str]] = {}
    for piece in found:
        for line in piece.cut_edges:
            for edge in pairwise(line.coords):
                sides.setdefault(tuple(sorted(edge)), set()).add(piece.holders[id_])
    by_pair: dict[tuple[str, str], list[shapely.LineString]] = {}
    for ends, holders in sides.items():
        if len(holders) == 2:
            one, other = sorted(holders, key=HOLDERS.index)
            by_pair.setdefault((one, other), []).append(shapely.LineString(ends))
    return [
        (pair, line)
        for pair, edges in by_pair.items()
        for line in shapely.get_parts(shapely.line_merge(shapely.MultiLineString(edges)))
    ]
