"""Published figures beside the measures: people and heights, each with its year and source.

Nothing is computed here: a figure falls to a holder whole, or is not known for any part.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kurilmap import geodata
from kurilmap.measures.places import peaks_held, settlements_held
from kurilmap.measures.registry import Figure, published
from kurilmap.scenarios import HOLDERS, Scenario

_Row = Mapping[str, Any]


@published("population of settlements")
def population_of_settlements(scenario: Scenario) -> tuple[Figure, ...]:
    """Return the latest published population of each settlement of the record, in people.

    Years and sources differ from place to place, so nothing is added up. A settlement without a
    published figure is left out.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    tuple of Figure

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> population_of_settlements(scenario("two-islands-1956"))[0].of
    'malokurilskoye'
    """
    found = [
        Figure(
            holder,
            place["id"],
            place["population"],
            "people",
            str(place["population_year"]),
            # The last source is that of the figure, the first that of the place.
            place["sources"][-1],
        )
        for holder, place in settlements_held(scenario)
        if place["population"] is not None
    ]
    return _in_order(found)


@published("population of units")
def population_of_units(scenario: Scenario) -> tuple[Figure, ...]:
    """Return the latest published population of each group, in people.

    Of a divided group nothing published says who lives on which side: its figure is not known
    below the unit.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    tuple of Figure

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> [(f.of, f.value) for f in population_of_units(scenario("three-islands"))][-1]
    ('etorofu', 6916)
    """
    rows = [row for row in _people() if not str(row["vintage"]).startswith("1945")]
    latest = {row["unit"]: row for row in sorted(rows, key=lambda row: str(row["vintage"]))}
    return _by_unit(scenario, latest)


@published("population in 1945")
def population_in_1945(scenario: Scenario) -> tuple[Figure, ...]:
    """Return the population of 15 August 1945, in people.

    Published by Japan's foreign ministry from the count of the league of former residents. Where
    a group is divided by whole islands, its islands' own figures are given; of an island that is
    cut, the figure is not known below the unit, and no density is invented.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    tuple of Figure

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> cut = population_in_1945(scenario("aso-quarter"))
    >>> [(f.holder, f.value) for f in cut if f.of == "etorofu"]
    [('JP', None), ('RU', None)]
    """
    rows = {row["unit"]: row for row in _people() if str(row["vintage"]).startswith("1945")}
    return _by_unit(scenario, rows)


@published("highest point")
def highest_point(scenario: Scenario) -> tuple[Figure, ...]:
    """Return the highest point of the record on the land that each party holds, in metres.

    Heights as published, which differ between surveys; the place's note tells how. Of the peaks
    whose position is published, and of the islands held whole whose highest point is published.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    tuple of Figure

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> [(f.holder, f.of) for f in highest_point(scenario("three-islands"))]
    [('JP', 'tyatya'), ('RU', 'stokap')]
    """
    found = [
        Figure(holder, peak["id"], peak["elevation_m"], "m", "", peak["sources"][0])
        for holder, peak in peaks_held(scenario)
        if peak["elevation_m"] is not None
    ]
    heights = {row["unit"]: row for row in _figures() if row["measure"] == "highest point"}
    found += [each for each in _by_unit(scenario, heights) if each.value is not None]
    highest = {each.holder: each for each in sorted(found, key=lambda each: each.value or 0)}
    return _in_order(highest.values())


def _by_unit(scenario: Scenario, rows: Mapping[str, _Row]) -> tuple[Figure, ...]:
    """Give each unit's figure to who holds all of it; else its islands'; else to nobody."""
    held: dict[str, dict[str, None]] = {}
    for piece in scenario.pieces():
        for unit in (piece.unit, piece.island):
            held.setdefault(unit, {})[piece.holders[scenario.id]] = None
    found: list[Figure] = []
    for unit in geodata.UNITS:
        if unit not in held:
            continue
        islands = [island for island in rows if island.startswith(f"{unit}/")]
        whole = unit in rows and len(held[unit]) == 1
        parts = [unit] if whole or not islands else islands
        for part in parts:
            if part in rows:
                found += _given(rows[part], held.get(part, {}))
    return _in_order(found)


def _given(row: _Row, holders: Iterable[str]) -> Iterator[Figure]:
    holders = list(holders)
    # Nobody divides into nobody: that much is known of any part.
    known = len(holders) == 1 or row["value"] == 0
    value = row["value"] if known else None
    vintage = str(row["vintage"])
    year = vintage[:4] if vintage[:4].isdigit() else ""
    for holder in holders:
        yield Figure(holder, row["unit"], value, row["units"], year, row["source"])


def _people() -> list[_Row]:
    return [row for row in _figures() if row["measure"] == "population"]


def _figures() -> tuple[_Row, ...]:
    rows: tuple[_Row, ...] = geodata.records("figures.toml")["figure"]
    return rows


def _in_order(found: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(sorted(found, key=lambda each: HOLDERS.index(each.holder)))
