"""What may be compared: scenarios, ids, files, and any collection of these."""

import os
from collections.abc import Iterable, Iterator, Mapping

from kurilmap.errors import ScenarioError
from kurilmap.scenarios import Scenario
from kurilmap.scenarios.finding import find
from kurilmap.scenarios.refusal import shown

One = Scenario | str | os.PathLike[str]
Given = One | Iterable[One] | Mapping[str, Scenario]


def gathered(given: Iterable[Given]) -> tuple[Scenario, ...]:
    """Return the scenarios that were given, in order.

    Parameters
    ----------
    given : iterable
        Scenarios, ids of the catalogue, paths to .toml and .geojson files (a text that ends so is
        one), and lists or mappings of these.

    Returns
    -------
    tuple of Scenario

    Raises
    ------
    kurilmap.errors.ScenarioError
        If two have one id, or something else was given.
    kurilmap.errors.UnknownScenario
        If no scenario has one of the ids.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> [one.id for one in gathered(["status-quo", [scenario("equal-area")]])]
    ['status-quo', 'equal-area']
    """
    found: dict[str, tuple[str, Scenario]] = {}
    for told, each in _each(given):
        if each.id in found:
            first = found[each.id][0]
            raise ScenarioError(
                f"{first} and {told} have one id, {each.id}; name each scenario once, or give "
                "yours an id of its own: scenario.named(id=…)."
            )
        found[each.id] = told, each
    return tuple(each for _, each in found.values())


def _each(given: Iterable[Given]) -> Iterator[tuple[str, Scenario]]:
    for one in given:
        if isinstance(one, Scenario):
            yield f"a Scenario {one.id}", one
        elif isinstance(one, str | os.PathLike):
            yield os.fsdecode(one), find(one)
        elif isinstance(one, Mapping):
            yield from _each(one.values())
        elif isinstance(one, Iterable):
            yield from _each(one)
        else:
            raise ScenarioError(
                f"{shown(one)} was given to be compared; allowed are scenarios, ids of the "
                "catalogue and paths to .toml and .geojson files."
            )
