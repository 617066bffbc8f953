"""Measures by place: settlements, and straits by who holds their shores."""

from collections.abc import Iterable, Mapping
from typing import Any

import shapely

from kurilmap import geodata
from kurilmap.measures.land import holders
from kurilmap.measures.registry import measure
from kurilmap.scenarios import Piece, Scenario
from kurilmap.sea.country import ADMINISTERED


def settlements_held(scenario: Scenario) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the settlements of the record that lie on the four groups, with their holders.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    list of (holder, mapping)
        The mapping is the place's row in ``geo/places.geojson``.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> [p["id"] for h, p in settlements_held(scenario("two-islands-1956")) if h == "JP"]
    ['malokurilskoye']
    """
    return _standing(scenario, "settlement")


def peaks_held(scenario: Scenario) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the peaks of the record that lie on the four groups, with their holders.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    list of (holder, mapping)
    """
    return _standing(scenario, "peak")


@measure("settlements", unit="count")
def settlements(scenario: Scenario) -> dict[str, float]:
    """Return how many settlements of the record lie on the land that each party holds.

    Counted by position. The record (``geo/places.geojson``) holds the settlements whose position
    a source that can be cited gives, so it is not a full list.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> settlements(scenario("two-islands-1956"))["JP"]
    1
    """
    return _count(scenario, [holder for holder, _ in settlements_held(scenario)])


@measure("straits with both shores", unit="count")
def straits_with_both_shores(scenario: Scenario) -> dict[str, float]:
    """Return how many straits each party holds both shores of.

    Straits of the record with a shore on the four groups. A shore's holder is that of the land
    nearest to the strait's place in ``geo/straits.geojson``; outside the four groups the shores
    stay with who administers them, :data:`kurilmap.sea.country.ADMINISTERED`.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> straits_with_both_shores(scenario("four-islands"))
    {'JP': 6, 'RU': 0}
    """
    held = strait_shores(scenario).values()
    return _count(scenario, [first for first, second in held if first == second])


@measure("straits with one shore", unit="count")
def straits_with_one_shore(scenario: Scenario) -> dict[str, float]:
    """Return how many straits each party holds one shore of, and another the other.

    Shores as in :func:`straits_with_both_shores`.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to float

    Examples
    --------
    Goyomai, Nemuro and Notsuke lie between Hokkaido and the four groups:

    >>> from kurilmap.scenarios import scenario
    >>> straits_with_one_shore(scenario("status-quo"))
    {'JP': 3, 'RU': 3}
    """
    parted = [pair for pair in strait_shores(scenario).values() if pair[0] != pair[1]]
    return _count(scenario, [holder for pair in parted for holder in pair])


def strait_shores(scenario: Scenario) -> dict[str, tuple[str, str]]:
    """Return who holds the two shores of each strait.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to (str, str)
        Holders by the strait's id, in the order of its ``shores``.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> strait_shores(scenario("aso-quarter"))["vries"]
    ('RU', 'RU')
    """
    found = {}
    for feature in geodata.features("straits.geojson"):
        strait, at = feature["properties"], shapely.Point(feature["geometry"]["coordinates"])
        if set(strait["shores"]) & set(geodata.UNITS):
            first, second = (_shore(scenario, unit, at) for unit in strait["shores"])
            found[strait["id"]] = (first, second)
    return found


def holder_at(scenario: Scenario, point: shapely.Point) -> str | None:
    """Return who holds a point on land.

    Parameters
    ----------
    scenario : Scenario
    point : shapely.Point
        EPSG:4326.

    Returns
    -------
    str or None
        None in the sea.
    """
    pieces = scenario.pieces()
    covering = shapely.covers([piece.geometry for piece in pieces], point).nonzero()[0]
    return pieces[covering[0]].holders[scenario.id] if len(covering) else None


def _standing(scenario: Scenario, kind: str) -> list[tuple[str, Mapping[str, Any]]]:
    found = []
    for feature in geodata.features("places.geojson"):
        place = feature["properties"]
        if place["kind"] == kind and place["island"]:
            holder = holder_at(scenario, shapely.Point(feature["geometry"]["coordinates"]))
            if holder:
                found.append((holder, place))
    return found


def _shore(scenario: Scenario, unit: str, at: shapely.Point) -> str:
    if unit not in geodata.UNITS:
        return ADMINISTERED[unit]
    pieces = [piece for piece in scenario.pieces() if piece.unit == unit]
    return _nearest(pieces, at).holders[scenario.id]


def _nearest(pieces: list[Piece], at: shapely.Point) -> Piece:
    # A degree of longitude is shorter than one of latitude by 0.7 here: it is scaled to match.
    land, place = (
        shapely.transform(shapes, lambda points: points * (0.7, 1.0))
        for shapes in ([piece.geometry for piece in pieces], at)
    )
    return pieces[int(shapely.distance(land, place).argmin())]


def _count(scenario: Scenario, held: Iterable[str]) -> dict[str, float]:
    found = list(held)
    return {holder: found.count(holder) for holder in holders(scenario)}
