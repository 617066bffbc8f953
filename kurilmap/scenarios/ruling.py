"""Solve a scenario: the cuts as lines on the plane, and who gets which side of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.errors import ScenarioError
from kurilmap.geodesy.compass import across
from kurilmap.geodesy.crossings import refuse_tangle
from kurilmap.geodesy.divider import Divider
from kurilmap.geodesy.enclosure import enclosing, shared
from kurilmap.geodesy.parcels import Parcel, along, at_area, left_over, taken_area, within
from kurilmap.geodesy.plot import Plot
from kurilmap.geodesy.snapping import Line
from kurilmap.scenarios.drawn import Points
from kurilmap.scenarios.land import Land
from kurilmap.scenarios.refusal import RefusalError
from kurilmap.scenarios.rings import Rings, shape_of
from kurilmap.scenarios.values import CutRule

if TYPE_CHECKING:
    from kurilmap.scenarios.model import Scenario


MOST_SHARED_M2 = 1.0
"""So much land may two polygons both cover: the edges of neighbours are never quite the same."""


@dataclass(frozen=True, eq=False)
class Ruling:
    """Who gets what of an island.

    Attributes
    ----------
    steps : tuple of (Divider, str)
        Each cut in turn, with the holder of the side that it takes.
    rest : str
        Holder of what no cut takes.
    administers : str or None
        Who administers, where the scenario says so.
    """

    steps: tuple[tuple[Divider, str], ...]
    rest: str
    administers: str | None

    def fates(self, points: NDArray[np.float64]) -> list[tuple[str, str]]:
        """Return holder and administration at each point of the frame.

        Parameters
        ----------
        points : array of shape (n, 2)

        Returns
        -------
        list of (holder, administers)
        """
        holders = np.full(len(points), self.rest, dtype=object)
        for divider, holder in reversed(self.steps):
            holders[divider.takes(points)] = holder
        return [(holder, self.administers or holder) for holder in holders]


class _Course(NamedTuple):
    """How a cut runs, whoever gets its sides: what solved cuts are remembered by."""

    area: float | None
    side: str
    bearing: float | None
    line: Points | None
    polygon: Rings | None


class _Step(NamedTuple):
    divider: Divider
    area: float
    left: tuple[Parcel, ...]


def rulings(scenario: "Scenario", on: Land) -> dict[str, Ruling]:
    """Solve every cut of a scenario.

    Parameters
    ----------
    scenario : Scenario
    on : Land

    Returns
    -------
    dict of str to Ruling
        By island id.

    Raises
    ------
    kurilmap.errors.ScenarioError
        If a cut cannot be made; the message names it.
    """
    regions = _regions(scenario, on)
    totals = dict.fromkeys(("JP", "RU", "joint"), 0.0)
    steps: dict[str, tuple[_Step, ...]] = {}
    rules = {unit: [rule for rule in scenario.cuts if rule.unit == unit] for unit in regions}
    # The unit whose cut makes the totals equal comes last, when all the others are known.
    for unit in sorted(regions, key=lambda unit: any(r.share == "equal" for r in rules[unit])):
        islands = regions[unit]
        whole = sum(on.plots[island].area for island in islands)
        courses: tuple[_Course, ...] = ()
        for number, rule in enumerate(rules[unit], start=1):
            gone = sum(step.area for step in steps.get(unit, ()))
            try:
                target = _target(rule, whole, whole - gone, totals)
                courses += (_Course(target, rule.side, rule.bearing, rule.line, rule.polygon),)
                steps[unit] = _solved(on, islands, courses)
            except ScenarioError as error:
                where = f"Scenario {scenario.id!r}, cut {number} of {unit}"
                place = [i for i, each in enumerate(scenario.cuts) if each.unit == unit][number - 1]
                raise RefusalError(f"{where}: {error}", [(("cut", place), str(error))]) from error
            totals[rule.holder] += steps[unit][-1].area
        rest = rules[unit][-1].rest if rules[unit] else scenario.holders[unit]
        totals[rest] += whole - sum(step.area for step in steps.get(unit, ()))
    return {
        island: Ruling(
            tuple(
                (step.divider, rule.holder)
                for step, rule in zip(steps.get(unit, ()), rules[unit], strict=True)
            ),
            rules[unit][-1].rest if rules[unit] else scenario.holders[unit],
            scenario.administers.get(island) or scenario.administers.get(on.groups[island]),
        )
        for unit, islands in regions.items()
        for island in islands
    }


def _regions(scenario: "Scenario", on: Land) -> dict[str, tuple[str, ...]]:
    """Return the islands that each entry of a scenario governs: an island's own goes first."""
    entries = {*scenario.holders, *(rule.unit for rule in scenario.cuts)}
    regions: dict[str, tuple[str, ...]] = {}
    for island, group in on.groups.items():
        unit = island if island in entries else group
        regions[unit] = (*regions.get(unit, ()), island)
    for place, rule in enumerate(scenario.cuts):
        if rule.unit not in regions:
            reason = (
                f"it cuts {rule.unit}, but every island of it has a holder or a cut of its own; "
                "take those out, or the cut."
            )
            raise RefusalError(f"Scenario {scenario.id!r}: {reason}", [(("cut", place), reason)])
    return regions


def _target(rule: CutRule, whole: float, left: float, totals: Mapping[str, float]) -> float | None:
    if rule.share is None:
        return None
    if rule.share != "equal":
        return rule.share * whole
    # JP + j x + j' (left - x) = RU + r x + r' (left - x), for the x that the cut takes.
    taken = (rule.holder == "JP") - (rule.holder == "RU")
    kept = (rule.rest == "JP") - (rule.rest == "RU")
    if taken == kept:
        raise ScenarioError(
            f'share="equal" was given for a cut between {rule.holder} and {rule.rest}, which '
            "changes neither total; allowed is a cut that gives a part to JP or to RU."
        )
    area = (totals["RU"] - totals["JP"] - kept * left) / (taken - kept)
    if not 0 < area < left:
        raise ScenarioError(
            f'share="equal" was given, but no cut here makes the totals equal: without {rule.unit} '
            f"JP holds {totals['JP'] / 1e6:,.0f} km² and RU {totals['RU'] / 1e6:,.0f} km², and "
            f"{left / 1e6:,.0f} km² are left to divide. Assign other units, or give a share."
        )
    return area


# Every scenario that makes the same cut shares one solution, whoever gets the parts.
@lru_cache(maxsize=256)
def _solved(on: Land, islands: tuple[str, ...], courses: tuple[_Course, ...]) -> tuple[_Step, ...]:
    if not courses:
        return ()
    before = _solved(on, islands, courses[:-1])
    plots = [on.plots[island] for island in islands]
    parcels = before[-1].left if before else tuple(Parcel.whole(plot) for plot in plots)
    course = courses[-1]
    if course.polygon is not None:
        polygon = shape_of(course.polygon)
        drawn = enclosing(polygon, plots[0].frame, [plot.flat for plot in plots])
        _refuse_tangle(drawn.line, before)
        others = [step for step, each in zip(before, courses, strict=False) if each.polygon]
        _refuse_overlap(drawn, others, plots)
        divider = within(parcels, polygon)
        area = taken_area(parcels, divider)
    elif course.line is not None:
        line = shapely.LineString(course.line)
        _refuse_tangle(plots[0].frame.project(line), before)
        divider = along(parcels, line, course.side)
        area = taken_area(parcels, divider)
    else:
        bearing, area = course.bearing, course.area or 0.0
        if bearing is None:
            bearing = across(max(plots, key=lambda plot: plot.area).flat)
        divider = at_area(parcels, area, course.side, bearing)
    return (*before, _Step(divider, area, tuple(left_over(parcels, divider))))


def _refuse_tangle(drawn: Line, before: Sequence[_Step]) -> None:
    for step in before:
        refuse_tangle(step.divider.line, drawn)


def _refuse_overlap(drawn: Divider, others: Sequence[_Step], plots: Sequence[Plot]) -> None:
    """Refuse a polygon over land that an earlier polygon of the unit takes."""
    land = [plot.flat for plot in plots]
    for step in others:
        both = shared(drawn.taken, step.divider.taken, land)
        if both > MOST_SHARED_M2:
            raise ScenarioError(
                f"the polygon given overlaps one of an earlier cut: {both / 1e6:,.6g} km² of land "
                "would go to both. Draw it beside the other."
            )
