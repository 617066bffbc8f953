"""Try the cuts of a scenario, each of them: which cannot be made, and why."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kurilmap.geodata import UNITS
from kurilmap.scenarios.refusal import Mistake, RefusalError
from kurilmap.scenarios.values import HOLDERS, CutRule, Table, Texts

if TYPE_CHECKING:
    from kurilmap.scenarios.model import Scenario


def failures(scenario: "Scenario") -> list[tuple[CutRule, str]]:
    """Return the cuts that cannot be made, each with the reason.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    list of (CutRule, str)
        A cut that fails is left out before the next one is tried.
    """
    found: list[tuple[CutRule, str]] = []
    while True:
        try:
            scenario.check()
        except RefusalError as error:
            ((_, number), reason) = error.reasons[0]
            failed = scenario.cuts[int(number)]
            found.append((failed, reason))
            scenario = _without(scenario, int(number))
        else:
            return found


def mistakes(data: Mapping[str, Any], wrong: Sequence[Mistake]) -> list[Mistake]:
    """Return what is wrong with the cuts of a scenario's file on the land.

    Parameters
    ----------
    data : mapping
        As TOML gives it.
    wrong : sequence of Mistake
        What is wrong with its form: a cut among it is not tried.

    Returns
    -------
    list of Mistake
    """
    if any(mistake.path == ("cut",) for mistake in wrong):
        return []
    skipped = {mistake.path[1] for mistake in wrong if mistake.path[:1] == ("cut",)}
    rules: list[tuple[int, CutRule]] = []
    for number, cut in enumerate(data.get("cut", ())):
        # Without the rest of the file an equal cut has nothing to be equal with.
        if number not in skipped and not (wrong and cut.get("share") == "equal"):
            rules.append((number, CutRule(**{"share": None, **cut})))
    told = failures(_trial(data, [rule for _, rule in rules]))
    return [
        Mistake(("cut", next(number for number, each in rules if each is rule)), "", "", told=why)
        for rule, why in told
    ]


def _trial(data: Mapping[str, Any], cuts: Sequence[CutRule]) -> "Scenario":
    """Return a scenario that holds the sound entries and cuts of a file."""
    from kurilmap.scenarios.model import Scenario
    from kurilmap.scenarios.rules import unknown_unit

    given = data.get("holders")
    taken = {rule.unit for rule in cuts}
    holders = dict.fromkeys(UNITS, "RU") | {
        unit: holder
        for unit, holder in (given if isinstance(given, Mapping) else {}).items()
        if holder in HOLDERS and not unknown_unit((), unit)
    }
    return Scenario(
        id="trial",
        title=Texts("Trial"),
        kind="constructed",
        date=dt.date(2000, 1, 1),
        holders=Table({unit: holder for unit, holder in holders.items() if unit not in taken}),
        cuts=tuple(cuts),
    )


def _without(scenario: "Scenario", number: int) -> "Scenario":
    failed = scenario.cuts[number]
    cuts = scenario.cuts[:number] + scenario.cuts[number + 1 :]
    holders = dict(scenario.holders)
    if all(rule.unit != failed.unit for rule in cuts):
        holders[failed.unit] = failed.rest
    return replace(scenario, holders=Table(holders), cuts=cuts)
