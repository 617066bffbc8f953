"""A cut moved by hand: what a slider makes of a scenario, in the page as in the notebook."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kurilmap.errors import ScenarioError
from kurilmap.geodata import UNITS
from kurilmap.geodesy.sides import SIDES
from kurilmap.scenarios.parts import Parts, derived
from kurilmap.scenarios.refusal import shown
from kurilmap.scenarios.values import CutRule, Share, Table

if TYPE_CHECKING:
    from kurilmap.scenarios.model import Scenario

# As kurilmap.geodesy.compass: nearer to the cut's own direction a side says nothing.
_FARTHEST = 80.0


@dataclass(frozen=True)
class Movable:
    """A cut as it stands before it is moved.

    Attributes
    ----------
    unit : str
    share : float or "equal"
        As the scenario has it; a half where it does not cut the unit.
    solved : float
        The share as a number.
    bearing : float or None
        As the scenario has it; None is square to the long axis.
    azimuth : float
        The bearing as a number, 0 up to 180.
    side, holder, rest : str
    documented : bool
        Whether the scenario itself makes this cut.
    """

    unit: str
    share: Share
    solved: float
    bearing: float | None
    azimuth: float
    side: str
    holder: str
    rest: str
    documented: bool

    def side_at(self, bearing: float | None) -> str:
        """Return the side from which the share is counted when the cut runs at a bearing.

        The line turns about the side that it had: a share goes on being counted from the same
        end of the island, under the same compass word as long as that says which part is meant.

        Parameters
        ----------
        bearing : float or None
            Degrees; None for the bearing that the cut has.

        Returns
        -------
        str

        Examples
        --------
        >>> cut = Movable("etorofu", 0.5, 0.5, None, 145.0, "southwest", "JP", "RU", False)
        >>> cut.side_at(100), cut.side_at(50)
        ('southwest', 'northwest')
        """
        if bearing is None:
            return self.side
        towards = _towards(bearing, _towards(self.azimuth, _azimuth(self.side)))
        if _apart(towards, _azimuth(self.side)) < _FARTHEST:
            return self.side
        return min(SIDES, key=lambda side: _apart(towards, _azimuth(side)))


def region(scenario: "Scenario", unit: str) -> tuple[str, ...]:
    """Return the islands that a cut of a unit divides.

    Parameters
    ----------
    scenario : Scenario
    unit : str
        A group or an island.

    Returns
    -------
    tuple of str
        All of the unit's, but for those with a holder or a cut of their own.
    """
    from kurilmap.scenarios.land import land

    entries = {*scenario.holders, *(rule.unit for rule in scenario.cuts)} - {unit}
    return tuple(
        island
        for island, group in land().groups.items()
        if unit in (island, group) and island not in entries
    )


def movable(scenario: "Scenario", unit: str) -> Movable | None:
    """Return the cut of a unit that can be moved.

    Parameters
    ----------
    scenario : Scenario
    unit : str
        A group or an island.

    Returns
    -------
    Movable or None
        The scenario's own, if it makes one cut of the unit by share; else a cut in halves. None
        where every island of the unit has a fate of its own.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> cut = movable(scenario("aso-quarter"), "etorofu")
    >>> cut.share, cut.side, cut.documented
    (0.25, 'southwest', True)
    """
    from kurilmap.geodesy.compass import across
    from kurilmap.scenarios.land import land

    islands = region(scenario, unit)
    if not islands:
        return None
    plots = [land().plots[island] for island in islands]
    square = across(max(plots, key=lambda plot: plot.area).flat)
    rules = [rule for rule in scenario.cuts if rule.unit == unit]
    if len(rules) == 1 and rules[0].share is not None:
        rule = rules[0]
        bearing = square if rule.bearing is None else rule.bearing % 180
        solved = _solved(scenario, rule)
        return Movable(
            unit, rule.share or 0.5, solved, rule.bearing, bearing, rule.side, rule.holder,
            rule.rest, True,
        )  # fmt: skip
    own = Movable(unit, 0.5, 0.5, None, square, "southwest", "JP", "RU", False)
    return replace(own, side=own.side_at(square))


def moved(
    scenario: "Scenario", unit: str, share: Share | None = None, bearing: float | None = None
) -> "Scenario":
    """Return the scenario with the cut of a unit moved: a reader's own construction.

    Parameters
    ----------
    scenario : Scenario
    unit : str
        A group or an island. What was said of it before is dropped; its islands with a holder of
        their own stay as they are. A cut of another unit by ``"equal"`` shares stays where it is.
    share : float or "equal", optional
        What `movable` tells where it is not given.
    bearing : float, optional
        Degrees from north; likewise.

    Returns
    -------
    Scenario

    Raises
    ------
    kurilmap.errors.ScenarioError
        If there is no such cut.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> own = moved(scenario("aso-quarter"), "etorofu", share=0.4)
    >>> own.id, own.cuts[0].share
    ('aso-quarter-changed', 0.4)
    """
    given = movable(scenario, unit) if unit.partition("/")[0] in UNITS else None
    if given is None:
        raise ScenarioError(
            f"unit={shown(unit)} was given; allowed: {', '.join(UNITS)}, or an island's id; its "
            "land has to have one holder, or one cut."
        )
    rule = CutRule(
        unit,
        given.share if share is None else share,
        given.holder,
        given.rest,
        given.side_at(bearing),
        given.bearing if bearing is None else bearing,
    )
    before = Parts.of(scenario)
    parts = before.assigned(unit, given.rest).cut(rule)
    parts = replace(
        parts,
        holders=Table({**parts.holders, **_below(unit, before.holders)}),
        administers=Table({**parts.administers, **_below(unit, before.administers)}),
        cuts=(
            *(frozen(scenario, r) for r in before.cuts if _is_below(unit, r.unit)),
            *(frozen(scenario, r) for r in parts.cuts[:-1]),
            rule,
        ),
    )
    new = derived(scenario, parts)
    new.check()
    return new


def frozen(scenario: "Scenario", rule: CutRule) -> CutRule:
    """Return a cut with the share as a number, so that it stays where it is.

    Parameters
    ----------
    scenario : Scenario
    rule : CutRule
        One of its cuts.

    Returns
    -------
    CutRule
    """
    if rule.share != "equal":
        return rule
    return replace(rule, share=_solved(scenario, rule))


def _solved(scenario: "Scenario", rule: CutRule) -> float:
    if rule.share != "equal":
        return float(rule.share or 0)
    islands = region(scenario, rule.unit)
    land = [piece for piece in scenario.pieces() if piece.island in islands]
    taken = sum(piece.area_m2 for piece in land if piece.holders[scenario.id] == rule.holder)
    return taken / sum(piece.area_m2 for piece in land)


def _is_below(unit: str, other: str) -> bool:
    return other.startswith(f"{unit}/")


def _below(unit: str, table: Table) -> dict[str, str]:
    return {other: party for other, party in table.items() if _is_below(unit, other)}


def _azimuth(side: str) -> float:
    return SIDES.index(side) * 45.0


def _apart(one: float, other: float) -> float:
    return abs((one - other + 180) % 360 - 180)


def _towards(bearing: float, near: float) -> float:
    """Return the direction square to a line that is nearer to another direction."""
    both: Sequence[float] = ((bearing + 90) % 360, (bearing + 270) % 360)
    return next(each for each in both if math.cos(math.radians(each - near)) >= 0)
