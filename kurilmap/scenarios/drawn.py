"""A line that somebody drew: taken as points, and refused with the reason where it is none."""

import math
from collections.abc import Iterable
from numbers import Real
from typing import Any, NoReturn

from kurilmap.errors import ScenarioError
from kurilmap.scenarios.refusal import shown

Points = tuple[tuple[float, float], ...]

_ALLOWED = "a LineString in EPSG:4326, or a list of (longitude, latitude), from shore to shore"


def points_of(line: object) -> Points:
    """Return the points of a line as plain numbers.

    Parameters
    ----------
    line : shapely.LineString or sequence of (lon, lat)
        EPSG:4326. Heights are dropped.

    Returns
    -------
    tuple of (lon, lat)

    Raises
    ------
    kurilmap.errors.ScenarioError
        If it is anything else; the message says what it is, and what to give.

    Examples
    --------
    >>> points_of([[147, 45.3], [148, 44.8]])
    ((147.0, 45.3), (148.0, 44.8))
    """
    kind = getattr(line, "geom_type", None)
    if hasattr(line, "crs"):
        _refuse(
            f"{type(line).__name__} in {crs_of(line)}",
            "one LineString in EPSG:4326; take it out of the table: "
            "line=lines.to_crs(4326).geometry.iloc[0]",
        )
    if kind == "MultiLineString":
        _refuse(str(kind), "one LineString; make a cut for each of its parts")
    if kind not in (None, "LineString"):
        _refuse(str(kind), _ALLOWED)
    given = [point[:2] for point in getattr(line, "coords", ())] if kind else _listed(line)
    if reason := fault(given):
        _refuse(shown(line) if kind is None else f"{kind}", f"{_ALLOWED} ({reason})")
    return pairs_of(given)


def fault(points: object) -> str | None:
    """Tell why some points are no line on the globe.

    Parameters
    ----------
    points : sequence of (float, float), or anything else

    Returns
    -------
    str or None
        None if they are one.

    Examples
    --------
    >>> fault([(45.3, 147), (44.8, 148)])
    'swapped? longitude comes first'
    """
    return fault_of_points(points, 2, "a line has two different points or more")


def fault_of_points(points: object, least: int, too_few: str) -> str | None:
    """Tell why something is no row of points on the globe.

    Parameters
    ----------
    points : sequence of (float, float), or anything else
    least : int
        So many of them differ.
    too_few : str
        What to say where they do not.

    Returns
    -------
    str or None
        None if it is one.
    """
    try:
        pairs = pairs_of(points)
    except (TypeError, ValueError, KeyError, OverflowError):
        return "not all of it is pairs of numbers"
    if not all(math.isfinite(number) for pair in pairs for number in pair):
        return "not all of its numbers are finite"
    if len(set(pairs)) < least:
        return too_few
    if all(_on_globe(lon, lat) for lon, lat in pairs):
        return None
    if all(_on_globe(lon, lat) for lat, lon in pairs):
        return "swapped? longitude comes first"
    lon, lat = next(pair for pair in pairs if not _on_globe(*pair))
    return f"{lon:.9g}, {lat:.9g} are no degrees; is it in another CRS? Use to_crs(4326)"


def _listed(line: object) -> object:
    return list(line) if isinstance(line, Iterable) and not isinstance(line, str) else line


def pairs_of(points: Any) -> Points:
    """Return points as plain numbers.

    Parameters
    ----------
    points : sequence of (float, float)

    Returns
    -------
    tuple of (lon, lat)

    Raises
    ------
    TypeError, ValueError, KeyError, OverflowError
        If something of it is no pair of numbers.
    """
    return tuple((_number(lon), _number(lat)) for lon, lat in points)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError
    return float(value)


def _on_globe(lon: float, lat: float) -> bool:
    return abs(lon) <= 180 and abs(lat) <= 90


def crs_of(line: object) -> str:
    """Return the name of what a table's coordinates are in.

    Parameters
    ----------
    line : object

    Returns
    -------
    str
    """
    crs = getattr(line, "crs", None)
    authority = getattr(crs, "to_authority", lambda: None)()
    return ":".join(authority) if authority else "no known CRS" if crs is None else "another CRS"


def _refuse(given: str, allowed: str) -> NoReturn:
    raise ScenarioError(f"line={given} was given; allowed: {allowed}.")
