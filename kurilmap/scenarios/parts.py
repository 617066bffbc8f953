"""The steps from one partition to the next: assign a unit, or cut it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kurilmap.scenarios.rights import Right
from kurilmap.scenarios.values import NO_TEXTS, CutRule, Table, Texts
from kurilmap.words import LANGS, say

if TYPE_CHECKING:
    from kurilmap.scenarios.model import Scenario

_DERIVED = "-changed"
_LONGEST_ID = 80


@dataclass(frozen=True)
class Parts:
    """What a scenario says of the land, without its texts.

    Attributes
    ----------
    holders, administers : Table
    cuts : tuple of CutRule
    rights : tuple of Right
    """

    holders: Table
    administers: Table
    cuts: tuple[CutRule, ...]
    rights: tuple[Right, ...] = ()

    @classmethod
    def of(cls, scenario: "Scenario") -> "Parts":
        """Return the parts of a scenario."""
        return cls(scenario.holders, scenario.administers, scenario.cuts, scenario.rights)

    def assigned(self, unit: str, holder: str) -> "Parts":
        """Return the parts with a unit given whole to a holder.

        Parameters
        ----------
        unit, holder : str

        Returns
        -------
        Parts
        """
        kept = self._without(unit)
        group = unit.partition("/")[0]
        # An islet is taken out of what its group says of administration, too.
        own = {unit: holder} if unit != group and group in kept.administers else {}
        return replace(
            kept,
            holders=Table({**kept.holders, unit: holder}),
            administers=Table({**kept.administers, **own}),
        )

    def cut(self, rule: CutRule) -> "Parts":
        """Return the parts with one more cut.

        Parameters
        ----------
        rule : CutRule

        Returns
        -------
        Parts
        """
        again = any(other.unit == rule.unit for other in self.cuts)
        kept = self if again else self._without(rule.unit)
        return replace(kept, cuts=(*kept.cuts, rule))

    def _without(self, unit: str) -> "Parts":
        def is_kept(other: str) -> bool:
            return other != unit and not other.startswith(f"{unit}/")

        def keep(table: Mapping[str, str]) -> Table:
            return Table({other: holder for other, holder in table.items() if is_kept(other)})

        return Parts(
            keep(self.holders),
            keep(self.administers),
            tuple(rule for rule in self.cuts if is_kept(rule.unit)),
            tuple(left for right in self.rights if (left := right.without(unit))),
        )


def derived(scenario: "Scenario", parts: Parts) -> "Scenario":
    """Return the scenario that a step from another one makes.

    Parameters
    ----------
    scenario : Scenario
        Where the step began. What was said by it, of it and in its sources does not hold for what
        is made of it, so none of that is kept.
    parts : Parts
        Where it led.

    Returns
    -------
    Scenario
        A reader's own, under an id and title that tell what it derives from.

    Raises
    ------
    kurilmap.errors.ScenarioError
        If the parts make no partition.
    """
    id_, title = scenario.id, scenario.title
    if not (scenario.kind == "constructed" and id_.endswith(_DERIVED)):
        id_ = id_[: _LONGEST_ID - len(_DERIVED)].rstrip("-") + _DERIVED
        title = Texts(**{lang: say("derived.title", lang, title=title[lang]) for lang in LANGS})
    return replace(
        scenario,
        id=id_,
        title=title,
        holders=parts.holders,
        administers=parts.administers,
        cuts=parts.cuts,
        rights=parts.rights,
        kind="constructed",
        by=NO_TEXTS,
        summary=NO_TEXTS,
        conditions=NO_TEXTS,
        sources=(),
    )
