"""Measures of the land itself: area, share, islands."""

from collections.abc import Iterable

from kurilmap.measures.registry import measure
from kurilmap.scenarios import HOLDERS, Piece, Scenario

LEAST_KM2 = 0.001
"""An island or islet counts from this area on; the outlines hold none that is smaller."""


def holders(scenario: Scenario) -> tuple[str, ...]:
    """Return the holders that a table tells of: both parties, and "joint" where there is such land.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    tuple of str
        In machine order: JP, RU, joint.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> holders(scenario("status-quo"))
    ('JP', 'RU')
    """
    held = {piece.holders[scenario.id] for piece in scenario.pieces()}
    return tuple(one for one in HOLDERS if one in ("JP", "RU") or one in held)


@measure("land area", unit="km2")
def land_area(scenario: Scenario) -> dict[str, float]:
    """Return the land that each party holds, in km².

    Geodesic on WGS84, from the OpenStreetMap outlines, which are good to ±0.5 %; low-tide
    elevations are no land.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float

    Examples
    --------
    Habomai and Shikotan are 94.84 and 247.65 km² in the published survey (GSI, 2025):

    >>> from kurilmap.scenarios import scenario
    >>> 340 < land_area(scenario("two-islands-1956"))["JP"] < 350
    True
    """
    areas = scenario.shares()
    return {holder: areas[holder] / 1e6 for holder in holders(scenario)}


@measure("land share", unit="1")
def land_share(scenario: Scenario) -> dict[str, float]:
    """Return each party's part of the land of the four groups, from 0 to 1.

    Computed as :func:`land_area` is; the parts add up to 1.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> land_share(scenario("status-quo"))
    {'JP': 0.0, 'RU': 1.0}
    """
    areas = scenario.shares()
    total = sum(areas.values())
    return {holder: areas[holder] / total for holder in holders(scenario)}


@measure("islands", unit="count")
def islands(scenario: Scenario) -> dict[str, float]:
    """Return how many islands and islets of 0.001 km² and more each party holds whole.

    Counted from the OpenStreetMap outlines: a count by another survey differs, as rocks are
    drawn or left out. A divided island counts in :func:`islands_in_part`.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> islands(scenario("status-quo"))["JP"]
    0
    """
    return _count(scenario, (held for held in _held(scenario) if len(held) == 1))


@measure("islands in part", unit="count")
def islands_in_part(scenario: Scenario) -> dict[str, float]:
    """Return how many islands each party holds a part of, another holding the rest.

    Counted from the OpenStreetMap outlines.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> islands_in_part(scenario("aso-quarter"))
    {'JP': 1, 'RU': 1}
    """
    return _count(scenario, (held for held in _held(scenario) if len(held) > 1))


def _held(scenario: Scenario) -> Iterable[set[str]]:
    """Return who holds something of each island."""
    by_island: dict[str, list[Piece]] = {}
    for piece in scenario.pieces():
        by_island.setdefault(piece.island, []).append(piece)
    return [
        {piece.holders[scenario.id] for piece in pieces}
        for pieces in by_island.values()
        if sum(piece.area_m2 for piece in pieces) >= LEAST_KM2 * 1e6
    ]


def _count(scenario: Scenario, held: Iterable[set[str]]) -> dict[str, float]:
    found = [holder for one in held for holder in one]
    return {holder: found.count(holder) for holder in holders(scenario)}
