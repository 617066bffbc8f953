"""Measures of the sea: worked out only when they are named, for they take seconds."""

from kurilmap.measures.land import holders
from kurilmap.measures.registry import measure
from kurilmap.scenarios import Scenario


@measure("change of territorial sea", unit="km2", costly=True)
def change_of_territorial_sea(scenario: Scenario) -> dict[str, float]:
    """Return by how much each party's territorial sea differs from today's, in km².

    Out to 12 nautical miles from the coast, parted at equal distance; see :func:`kurilmap.sea`.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float
        What one gains another loses.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> change_of_territorial_sea(scenario("status-quo"))
    {'JP': 0.0, 'RU': 0.0}
    """
    return _change(scenario, "territorial sea")


@measure("change of EEZ", unit="km2", costly=True)
def change_of_eez(scenario: Scenario) -> dict[str, float]:
    """Return by how much each party's exclusive economic zone differs from today's, in km².

    From 12 to 200 nautical miles, parted at equal distance; see :func:`kurilmap.sea`.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float
        What one gains another loses.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> round(sum(change_of_eez(scenario("two-islands-1956")).values()), 6)
    0.0
    """
    return _change(scenario, "EEZ")


@measure("sea boundary", unit="km", costly=True)
def sea_boundary(scenario: Scenario) -> dict[str, float]:
    """Return how long each party's boundary at sea is within the study window, in km.

    The line of equal distance, out to 200 nautical miles; see :func:`kurilmap.sea`.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float
        A line between two counts for both.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> 1000 < sea_boundary(scenario("four-islands"))["JP"] < 2000
    True
    """
    from kurilmap.sea import sea

    lengths = dict.fromkeys(holders(scenario), 0.0)
    lines = sea(scenario).boundary
    at_sea = lines[lines["kind"] != "land"]
    for between, km in zip(at_sea["between"], at_sea["length_km"], strict=True):
        for holder in between.split("-"):
            lengths[holder] = lengths.get(holder, 0.0) + km
    return lengths


def _change(scenario: Scenario, zone: str) -> dict[str, float]:
    from kurilmap.sea import sea

    change = dict.fromkeys(holders(scenario), 0.0)
    table = sea(scenario).changes
    rows = table[table["zone"] == zone]
    for before, after, km2 in zip(rows["before"], rows["after"], rows["area_km2"], strict=True):
        change[after] = change.get(after, 0.0) + km2
        change[before] = change.get(before, 0.0) - km2
    return change
