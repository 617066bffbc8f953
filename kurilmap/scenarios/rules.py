"""What holds between the parts of a scenario: each unit has one fate, and only one."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from kurilmap.geodata import UNITS
from kurilmap.scenarios import rights
from kurilmap.scenarios.refusal import Mistake, Path, shown

MAX_CUTS = 100
MAX_POINTS = 2000
"""In all lines together. More would keep a reader waiting, and part nothing that a map shows."""

MAX_CORNERS = 5000
"""In all polygons together: enough for one that follows the whole shore."""

DEFAULT_SIDE = "southwest"
"""What a cut is counted from where it does not say."""


def known_units(unit: object) -> tuple[str, ...]:
    """Return the units that one may be compared with: groups, and islands if it names one.

    Parameters
    ----------
    unit : object

    Returns
    -------
    tuple of str
    """
    if not (isinstance(unit, str) and "/" in unit):
        return UNITS
    return _every_unit()


@cache
def _every_unit() -> tuple[str, ...]:
    # The outlines are only read for a scenario that names an islet.
    from kurilmap.geodata import island_shapes

    return UNITS + tuple(island.unit for island in island_shapes() if island.is_land)


def unknown_unit(path: Path, unit: object) -> list[Mistake]:
    """Return what is wrong with a unit, if anything is.

    Parameters
    ----------
    path : path
        Where it is named.
    unit : object
        What is no text is passed over, for the schema tells of it.

    Returns
    -------
    list of Mistake
    """
    known = known_units(unit)
    if not isinstance(unit, str) or unit in known:
        return []
    return [
        Mistake(
            path,
            f"the unknown unit {shown(unit)}",
            f"{', '.join(UNITS)}, or the id of an island that is land",
            word=unit,
            options=known,
        )
    ]


def mistakes(data: Mapping[str, Any]) -> list[Mistake]:
    """Return what is wrong between the parts of a scenario.

    Parameters
    ----------
    data : mapping
        As TOML gives it; parts of a wrong type are passed over, for the schema tells of them.

    Returns
    -------
    list of Mistake
    """
    holders = _table(data.get("holders"))
    cuts = [
        (index, cut) for index, cut in enumerate(_list(data.get("cut"))) if isinstance(cut, Mapping)
    ]
    return [
        *_unknown_units(data, holders, cuts),
        *_without_fate(holders, cuts),
        *_two_fates(holders, cuts),
        *_too_many(cuts),
        *_odd_cuts(cuts),
        *_odd_equals(cuts),
        *rights.mistakes(_list(data.get("right"))),
    ]


Cuts = list[tuple[int, Mapping[str, Any]]]


def _unknown_units(
    data: Mapping[str, Any], holders: Mapping[str, Any], cuts: Cuts
) -> Iterator[Mistake]:
    named: list[tuple[Path, object]] = []
    named += [(("holders", unit), unit) for unit in holders]
    named += [(("administers", unit), unit) for unit in _table(data.get("administers"))]
    named += [(("cut", index, "unit"), cut["unit"]) for index, cut in cuts if "unit" in cut]
    for index, units in rights.units_of(_list(data.get("right"))):
        named += [(("right", index, "units", place), unit) for place, unit in enumerate(units)]
    for path, unit in named:
        yield from unknown_unit(path, unit)


def _without_fate(holders: Mapping[str, Any], cuts: Cuts) -> Iterator[Mistake]:
    entered = {str(unit) for unit in [*holders, *(cut.get("unit") for _, cut in cuts)]}
    for group in UNITS:
        if group in entered:
            continue
        below = {unit for unit in entered if unit.startswith(f"{group}/")}
        left = [unit for unit in known_units("/") if unit.startswith(f"{group}/")] if below else []
        if not below or set(left) - below:
            yield Mistake(
                ("holders", group), "nothing", f"a holder for {group}, or a [[cut]] of it"
            )


def _two_fates(holders: Mapping[str, Any], cuts: Cuts) -> Iterator[Mistake]:
    for unit in dict.fromkeys(str(cut.get("unit")) for _, cut in cuts):
        if unit in holders:
            yield Mistake(
                ("holders", unit),
                f"a holder for {shown(unit)}, which is cut as well",
                "either a holder or cuts for a unit; take this line out, or the [[cut]]",
            )


def _too_many(cuts: Cuts) -> Iterator[Mistake]:
    if len(cuts) > MAX_CUTS:
        yield Mistake(("cut",), f"a list of {len(cuts):,} cuts", f"at most {MAX_CUTS}")
    points = sum(len(_list(cut.get("line"))) for _, cut in cuts)
    if points > MAX_POINTS:
        allowed = f"at most {MAX_POINTS:,}; simplify what was drawn"
        yield Mistake(("cut",), f"a total of {points:,} points in lines", allowed)
    corners = sum(_corners(cut.get("polygon")) for _, cut in cuts)
    if corners > MAX_CORNERS:
        allowed = f"at most {MAX_CORNERS:,}; simplify what was drawn"
        yield Mistake(("cut",), f"a total of {corners:,} points in polygons", allowed)


def _odd_cuts(cuts: Cuts) -> Iterator[Mistake]:
    for index, cut in cuts:
        share, line, polygon = cut.get("share"), cut.get("line"), cut.get("polygon")
        if share is None and line is None and polygon is None:
            yield Mistake(("cut", index), "neither share nor line nor polygon", "one of the three")
        if polygon is not None:
            yield from _beside_polygon(index, cut)
        elif line is not None and (share is not None or cut.get("bearing") is not None):
            yield Mistake(
                ("cut", index, "line"),
                "a line beside a share or a bearing",
                "a line alone, or a share with or without a bearing",
            )
        if cut.get("holder") is not None and cut.get("holder") == cut.get("rest"):
            yield Mistake(
                ("cut", index, "rest"),
                f"{shown(cut['rest'])} for both parts",
                "two parties; a unit that one party holds needs no cut, only a holder",
            )


def _beside_polygon(index: int, cut: Mapping[str, Any]) -> Iterator[Mistake]:
    beside = [key for key in ("share", "bearing", "line") if cut.get(key) is not None]
    # The side that a cut has where nothing is said of one does no harm.
    beside += ["side"] if cut.get("side", DEFAULT_SIDE) != DEFAULT_SIDE else []
    if beside:
        given = f"a polygon beside a {' and a '.join(beside)}"
        yield Mistake(("cut", index, "polygon"), given, "a polygon alone, with holder and rest")


def _odd_equals(cuts: Cuts) -> Iterator[Mistake]:
    equals = [(index, cut) for index, cut in cuts if cut.get("share") == "equal"]
    for index, _ in equals[1:]:
        yield Mistake(("cut", index, "share"), 'a second "equal"', "one in a scenario")
    for index, cut in equals[:1]:
        if any(i > index and other.get("unit") == cut.get("unit") for i, other in cuts):
            yield Mistake(
                ("cut", index, "share"),
                'an "equal" cut that others of its unit follow',
                "the last cut of its unit",
            )


def _corners(polygon: object) -> int:
    """Return the points of a polygon's ring, or of all of its rings."""
    rings = _list(polygon)
    if any(isinstance(point, list | tuple) for ring in rings for point in _list(ring)):
        return sum(len(_list(ring)) for ring in rings)
    return len(rings)


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []
