"""A polygon that somebody drew: taken as rings of points, and refused where it is none."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from kurilmap.errors import ScenarioError
from kurilmap.scenarios.drawn import Points, crs_of, fault_of_points, pairs_of
from kurilmap.scenarios.refusal import shown

if TYPE_CHECKING:
    import shapely

Rings = tuple[Points, ...]
"""The outer ring, then those of holes; each ends where it began."""

_ALLOWED = "a Polygon in EPSG:4326, or the list of (longitude, latitude) around it"
_PLACE = re.compile(r"(?P<what>[^[]*)\[(?P<x>\S+) (?P<y>[^]]+)]")


def rings_of(polygon: object) -> Rings:
    """Return the rings of a polygon as plain numbers.

    Parameters
    ----------
    polygon : shapely.Polygon, sequence of (lon, lat), or sequence of such rings
        EPSG:4326. Heights are dropped, and a ring that is left open is closed.

    Returns
    -------
    tuple of tuple of (lon, lat)

    Raises
    ------
    kurilmap.errors.ScenarioError
        If it is anything else; the message says what it is, and what to give.

    Examples
    --------
    >>> rings_of([[147, 45], [148, 45], [148, 44]])
    (((147.0, 45.0), (148.0, 45.0), (148.0, 44.0), (147.0, 45.0)),)
    """
    kind = getattr(polygon, "geom_type", None)
    if hasattr(polygon, "crs"):
        _refuse(
            f"{type(polygon).__name__} in {crs_of(polygon)}",
            "one Polygon in EPSG:4326; take it out of the table: "
            "polygon=table.to_crs(4326).geometry.iloc[0]",
        )
    if kind == "MultiPolygon":
        _refuse(str(kind), "one Polygon; make a cut for each of its parts")
    if kind not in (None, "Polygon"):
        _refuse(str(kind), _ALLOWED)
    given = _drawn(polygon) if kind else polygon
    if reason := fault(given):
        _refuse(shown(polygon) if kind is None else str(kind), f"{_ALLOWED} ({reason})")
    return tuple(closed(pairs_of(ring)) for ring in _rings(given))


def fault(polygon: object) -> str | None:
    """Tell why some points are no polygon on the globe.

    Parameters
    ----------
    polygon : sequence of (lon, lat), or sequence of such rings, or anything else

    Returns
    -------
    str or None
        None if they are one.

    Examples
    --------
    >>> fault([[147, 44], [148, 45], [148, 44], [147, 45]])
    'it crosses itself at 147.5, 44.5'
    """
    rings = _rings(polygon)
    for ring in rings:
        if reason := fault_of_points(ring, 3, "a polygon has three different points or more"):
            return reason
    return _fault_of_shape([pairs_of(ring) for ring in rings])


def _fault_of_shape(rings: Sequence[Points]) -> str | None:
    import shapely

    reason = shapely.is_valid_reason(shapely.Polygon(rings[0], rings[1:]))
    if reason == "Valid Geometry":
        return None
    if (place := _PLACE.fullmatch(reason)) is None:
        return f"it is not valid: {reason.lower()}"
    at = f"{float(place['x']):.6g}, {float(place['y']):.6g}"
    if "elf-intersection" in place["what"]:
        return f"it crosses itself at {at}"
    return f"it is not valid: {place['what'].strip().lower()} at {at}"


def shape_of(rings: Rings) -> "shapely.Polygon":
    """Return rings as a polygon.

    Parameters
    ----------
    rings : sequence of sequence of (lon, lat)

    Returns
    -------
    shapely.Polygon
    """
    import shapely

    return shapely.Polygon(rings[0], rings[1:])


def written(rings: Rings) -> list[Any]:
    """Return rings as a file holds them: without holes, the one ring itself.

    Parameters
    ----------
    rings : sequence of sequence of (lon, lat)

    Returns
    -------
    list
    """
    lists = [[list(point) for point in ring] for ring in rings]
    return lists if len(lists) > 1 else lists[0]


def _drawn(polygon: Any) -> list[list[Any]]:
    if polygon.is_empty:
        return []
    rings = (polygon.exterior, *polygon.interiors)
    return [[point[:2] for point in ring.coords] for ring in rings]


def _rings(polygon: object) -> list[Any]:
    """Return rings, where one alone may have been given."""
    listed = _listed(polygon)
    if not isinstance(listed, list) or not listed:
        return [listed]
    first = _listed(listed[0])
    if isinstance(first, list) and first and isinstance(_listed(first[0]), list):
        return [_listed(ring) for ring in listed]
    return [listed]


def _listed(value: object) -> object:
    listable = isinstance(value, Iterable) and not isinstance(value, str | bytes | dict)
    return list(value) if listable else value  # type: ignore[call-overload]


def closed(points: Points) -> Points:
    """Return a ring that ends where it began.

    Parameters
    ----------
    points : sequence of (lon, lat)

    Returns
    -------
    tuple of (lon, lat)
    """
    return points if points[0] == points[-1] else (*points, points[0])


def _refuse(given: str, allowed: str) -> NoReturn:
    raise ScenarioError(f"polygon={given} was given; allowed: {allowed}.")
