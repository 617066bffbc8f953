"""The figures that statements are checked by, each computed by one short function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from kurilmap import geodata
from kurilmap.geodesy import area
from kurilmap.record import distances, sight

SQUARE_MILE_KM2 = 2.589988110336
"""A statute mile is exactly 1,609.344 m."""

HIROSHIMA, NAGASAKI = date(1945, 8, 6), date(1945, 8, 9)


@dataclass(frozen=True)
class Amount:
    """A figure as it is to be told.

    Attributes
    ----------
    value : float
    unit : str
        ``"km2"``, ``"km"``, ``"m"``, ``"percent"``, ``"sq-mi"``, ``"days"``, ``"people"`` …
    digits : int
        Decimals; negative for tens and hundreds.
    """

    value: float
    unit: str
    digits: int = 0


@dataclass(frozen=True)
class Measured:
    """What a function found.

    Attributes
    ----------
    figures : tuple of float
        In the statement's unit; the first is the one that the table shows.
    stated : tuple of float, optional
        What to compare with, where the data and not the article gives it.
    fields : mapping of str to Amount
        Figures that the statement's note tells beside.
    """

    figures: tuple[float, ...]
    stated: tuple[float, ...] = ()
    fields: Mapping[str, Amount] = field(default_factory=dict)


@cache
def land_km2() -> Mapping[str, float]:
    """Return the computed land of each group, all islets included, in km².

    Returns
    -------
    mapping of str to float

    Examples
    --------
    >>> [*land_km2()] == [*geodata.UNITS]
    True
    """
    sums = dict.fromkeys(geodata.UNITS, 0.0)
    for island in geodata.island_shapes():
        if island.is_land:
            sums[island.group] += area(island.geometry) / 1e6
    return sums


def published(key: str) -> float:
    """Return a published figure.

    Parameters
    ----------
    key : str
        Id of a row of ``geo/figures.toml``.

    Returns
    -------
    float

    Examples
    --------
    >>> published("population-1945-total")
    17291.0
    """
    rows = geodata.records("figures.toml")["figure"]
    return float(next(row["value"] for row in rows if row["id"] == key))


def _total_area() -> Measured:
    main = sum(published(f"gsi-2025-{unit}") for unit in geodata.UNITS)
    whole = published("gsi-2025-total")
    fields = {"main": Amount(main, "km2"), "all": Amount(whole, "km2")}
    return Measured((sum(land_km2().values()),), fields=fields)


def _total_area_square_miles() -> Measured:
    miles = sum(land_km2().values()) / SQUARE_MILE_KM2
    return Measured((miles,), fields={"converted": Amount(5000 / SQUARE_MILE_KM2, "sq-mi", -1)})


def _chain_length() -> Measured:
    straight, along = distances.chain_km()
    fields = {"straight": Amount(straight, "km", -1), "along": Amount(along, "km", -1)}
    return Measured((straight, along), fields=fields)


def _residents_1945() -> Measured:
    return Measured((published("population-1945-total"),))


def _residents_2016() -> Measured:
    land = land_km2()
    inhabited = 1 - land["habomai"] / sum(land.values())
    fields = {"land": Amount(100 * inhabited, "percent")}
    return Measured((published("population-2016-total"),), fields=fields)


def _sight_of_tyatya() -> Measured:
    low, high = sight.of_tyatya(1772), sight.of_tyatya(1822)
    strait = distances.to_coasts_km("kunashiri")["hokkaido"]
    fields = {
        "nearest": Amount(low.nearest_km, "km"),
        "within": Amount(low.within_km, "km", -1),
        "within_high": Amount(high.within_km, "km", -1),
        "open": Amount(low.open_km, "km", -1),
        "coast": Amount(low.coast_km, "km", -1),
        "strait": Amount(strait, "km"),
        "hidden": Amount(sight.hidden_m(strait), "m"),
    }
    return Measured((low.reach_km,), (low.nearest_km,), fields)


def _quarter_of_etorofu() -> Measured:
    land = land_km2()
    total = sum(land.values())
    rest = total - land["etorofu"]
    needed = (total / 2 - rest) / land["etorofu"]
    gap = rest + land["etorofu"] / 4 - total / 2
    fields = {"needed": Amount(100 * needed, "percent", 1), "gap": Amount(gap, "km2")}
    return Measured((100 * (rest + land["etorofu"] / 4) / total,), fields=fields)


def _two_groups() -> Measured:
    land = land_km2()
    part = 100 * (land["habomai"] + land["shikotan"]) / sum(land.values())
    return Measured((part,), fields={"share": Amount(part, "percent", 1)})


def _outlines() -> Measured:
    count = sum(island.is_land for island in geodata.island_shapes())
    return Measured((count,), fields={"count": Amount(count, "")})


def _share_of_chain() -> Measured:
    land = land_km2()
    four = sum(land.values())
    north = area(distances.coast("kurils-north")) / 1e6
    fields = {unit: Amount(land[unit], "km2", -1) for unit in ("etorofu", "kunashiri")}
    return Measured((100 * four / (four + north),), fields=fields)


def _event(key: str) -> date:
    rows = geodata.records("events.toml")["event"]
    found: date = next(row["date"] for row in rows if row["id"] == key)
    return found


def _days_after_nagasaki() -> Measured:
    return Measured(((_event("landings-begin-1945") - NAGASAKI).days,))


def _days_after_hiroshima() -> Measured:
    last = (_event("landings-end-1945") - HIROSHIMA).days
    first = (_event("landings-begin-1945") - HIROSHIMA).days
    return Measured((first,), fields={"last": Amount(last, "")})


def _to_the_mainland() -> Measured:
    off = distances.to_coasts_km(None)
    fields = {
        "mainland": Amount(off["mainland"], "km", -1),
        "kamchatka": Amount(off["kamchatka"], "km", -1),
        "sakhalin": Amount(off["sakhalin-south"], "km", -1),
        "hokkaido": Amount(off["hokkaido"], "km", 1),
    }
    return Measured((off["mainland"],), fields=fields)


MEASURES: Mapping[str, Callable[[], Measured]] = {
    "total_area": _total_area,
    "total_area_square_miles": _total_area_square_miles,
    "chain_length": _chain_length,
    "residents_1945": _residents_1945,
    "residents_2016": _residents_2016,
    "sight_of_tyatya": _sight_of_tyatya,
    "quarter_of_etorofu": _quarter_of_etorofu,
    "two_groups": _two_groups,
    "outlines": _outlines,
    "share_of_chain": _share_of_chain,
    "days_after_nagasaki": _days_after_nagasaki,
    "days_after_hiroshima": _days_after_hiroshima,
    "to_the_mainland": _to_the_mainland,
}
"""What a row of ``geo/statements.toml`` can name as its ``figure``."""
