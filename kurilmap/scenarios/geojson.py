"""Shapes that somebody drew, read from GeoJSON: what is drawn, and what it says of itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kurilmap.scenarios import forms, rings, rules, schema
from kurilmap.scenarios.drawn import Points, fault_of_points, pairs_of
from kurilmap.scenarios.refusal import Mistake, Path, shown
from kurilmap.scenarios.rings import Rings

MAX_BYTES = 5_000_000
"""A larger file is refused unread."""

MAX_FEATURES = 1000
MAX_POINTS = 50_000
"""In all features together: ten times what every shore of the four groups has."""

SHAPES = ("LineString", "MultiLineString", "Polygon", "MultiPolygon")
_TOPS = ("FeatureCollection", "Feature", *SHAPES)
_CRS = (
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "urn:ogc:def:crs:OGC::CRS84",
    "urn:ogc:def:crs:EPSG::4326",
    "OGC:CRS84",
    "CRS84",
    "EPSG:4326",
)


@dataclass(frozen=True)
class Shape:
    """What one feature draws, and to whom it gives it.

    Attributes
    ----------
    path : path
        Where it stands in the file.
    lines : tuple of lines of (lon, lat)
    polygons : tuple of rings of (lon, lat)
    unit, holder, rest, side, administers : str or None
        None where it does not say.
    """

    path: Path
    lines: tuple[Points, ...] = ()
    polygons: tuple[Rings, ...] = ()
    unit: str | None = None
    holder: str | None = None
    rest: str | None = None
    side: str | None = None
    administers: str | None = None


@dataclass(frozen=True)
class Drawing:
    """What a GeoJSON file says, as far as it is sound.

    Attributes
    ----------
    shapes : tuple of Shape
        None of them, where they are too many or too large to be laid on the land.
    member : mapping
        ``"base"``, ``"id"`` and ``"title"``, where the file has them.
    mistakes : tuple of Mistake
    """

    shapes: tuple[Shape, ...] = ()
    member: Mapping[str, Any] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()


def drawing(data: object) -> Drawing:
    """Return what is drawn in the data of a GeoJSON file.

    Parameters
    ----------
    data : object
        As JSON gives it: a FeatureCollection, a Feature, or a geometry.

    Returns
    -------
    Drawing
        With every mistake in its form; none means that the form is sound.

    Examples
    --------
    >>> line = {"type": "LineString", "coordinates": [[147, 45.3], [148, 44.6]]}
    >>> drawing(line).shapes[0].lines
    (((147.0, 45.3), (148.0, 44.6)),)
    >>> print(drawing({"type": "Point", "coordinates": [147, 45]}).mistakes[0])
    type: 'Point' was given; allowed: FeatureCollection, Feature, LineString, MultiLineString,
    Polygon, MultiPolygon
    """
    if not isinstance(data, Mapping):
        return Drawing(mistakes=(Mistake((), shown(data), "a GeoJSON object"),))
    if mistake := _kind(data, _TOPS, ()):
        return Drawing(mistakes=(mistake,))
    found: list[Mistake] = list(_crs(data, ()))
    member = data.get("kurilmap")
    if member is not None and not isinstance(member, Mapping):
        allowed = "an object with base, id or title"
        found.append(Mistake(("kurilmap",), shown(member), allowed))
    elif member is not None:
        found += schema.mistakes_in(forms.MemberForm, member, ("kurilmap",))
    shapes: list[Shape] = []
    if data["type"] in SHAPES:
        shapes += _shape((), {"geometry": data}, (), found)
    else:
        for path, feature in _features(data, found):
            shapes += _shape(path, feature, (*path, "geometry"), found)
    if large := list(_too_many(shapes)):
        found, shapes = found + large, []
    return Drawing(tuple(shapes), member if isinstance(member, Mapping) else {}, tuple(found))


def _too_many(shapes: Sequence[Shape]) -> Iterator[Mistake]:
    parts = sum(len(shape.lines) + len(shape.polygons) for shape in shapes)
    if parts > MAX_FEATURES:
        yield Mistake((), f"a total of {parts:,} parts of features", f"at most {MAX_FEATURES:,}")
    simplify = "simplify what was drawn"
    total = sum(_count(shape.lines) + sum(map(_count, shape.polygons)) for shape in shapes)
    if total > MAX_POINTS:
        yield Mistake((), f"a total of {total:,} points", f"at most {MAX_POINTS:,}; {simplify}")
    for shape in shapes:
        points = max(map(_count, shape.polygons), default=0)
        if points > rules.MAX_CORNERS:
            allowed = f"at most {rules.MAX_CORNERS:,}; {simplify}"
            yield Mistake(shape.path, f"a polygon of {points:,} points", allowed)
        if _count(shape.lines) > rules.MAX_POINTS:
            given, allowed = f"{_count(shape.lines):,} points", f"at most {rules.MAX_POINTS:,}"
            yield Mistake(shape.path, f"a line of {given}", f"{allowed}; {simplify}")


def _count(rows: Sequence[Points]) -> int:
    return sum(map(len, rows))


def _features(
    data: Mapping[str, Any], found: list[Mistake]
) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    if data["type"] == "Feature":
        yield (), data
        return
    features = data.get("features")
    if not isinstance(features, list | tuple):
        found.append(Mistake(("features",), shown(features), "a list of features"))
    elif not features:
        found.append(Mistake(("features",), "an empty collection", "one feature or more"))
    elif len(features) > MAX_FEATURES:
        given = f"a list of {len(features):,} features"
        found.append(Mistake(("features",), given, f"at most {MAX_FEATURES:,}"))
    else:
        for number, feature in enumerate(features):
            path = ("features", number)
            if not isinstance(feature, Mapping):
                found.append(Mistake(path, shown(feature), "a Feature"))
            elif mistake := _kind(feature, ("Feature",), path):
                found.append(mistake)
            else:
                yield path, feature


def _shape(
    path: Path, feature: Mapping[str, Any], below: Path, found: list[Mistake]
) -> list[Shape]:
    """Return the shape of a feature whose geometry stands at `below`, or note its mistakes."""
    before = len(found)
    properties, geometry = feature.get("properties"), feature.get("geometry")
    if properties is not None and not isinstance(properties, Mapping):
        given = shown(properties)
        found.append(Mistake((*path, "properties"), given, "an object, such as {…}"))
    said = properties if isinstance(properties, Mapping) else {}
    found += schema.mistakes_in(forms.PropertiesForm, said, (*path, "properties"))
    found += rules.unknown_unit((*path, "properties", "unit"), said.get("unit"))
    if said.get("holder") is not None and said.get("holder") == said.get("rest"):
        given, allowed = f"{shown(said['rest'])} for both parts", "two parties"
        found.append(Mistake((*path, "properties", "rest"), given, allowed))
    if not isinstance(geometry, Mapping):
        found.append(Mistake(below, shown(geometry), f"a geometry: {', '.join(SHAPES)}"))
    elif mistake := _kind(geometry, SHAPES, below):
        found.append(mistake)
    else:
        found += _crs(geometry, below) if below else ()
        lines, polygons = _drawn(geometry, (*below, "coordinates"), found)
        if len(found) == before:
            keys = ("unit", "holder", "rest", "side", "administers")
            return [Shape(path, lines, polygons, **{key: said.get(key) for key in keys})]
    return []


def _drawn(
    geometry: Mapping[str, Any], path: Path, found: list[Mistake]
) -> tuple[tuple[Points, ...], tuple[Rings, ...]]:
    kind, coordinates = geometry["type"], geometry.get("coordinates")
    parts = [(path, coordinates)]
    if kind.startswith("Multi"):
        if not isinstance(coordinates, list | tuple) or not coordinates:
            found.append(Mistake(path, shown(coordinates), f"the parts of a {kind}, one or more"))
            return (), ()
        parts = [((*path, number), part) for number, part in enumerate(coordinates)]
    lines: list[Points] = []
    polygons: list[Rings] = []
    for place, part in parts:
        if kind.endswith("LineString"):
            points = _level(part)
            reason = fault_of_points(points, 2, "a line has two different points or more")
            allowed = "two points or more, [[longitude, latitude], …], in degrees"
            if reason is None:
                lines.append(pairs_of(points))
        else:
            given = [_level(ring) for ring in part] if isinstance(part, list | tuple) else part
            reason = rings.fault(given) if _nested(given) else "not all of it is rings of points"
            allowed = "the rings of a polygon, [[[longitude, latitude], …], …], in degrees"
            if reason is None:
                polygons.append(rings.rings_of(given))
        if reason is not None:
            found.append(Mistake(place, shown(part), f"{allowed} ({reason})"))
    return tuple(lines), tuple(polygons)


def _nested(given: object) -> bool:
    return isinstance(given, list) and all(
        isinstance(ring, list) and all(isinstance(point, list | tuple) for point in ring)
        for ring in given
    )


def _level(points: object) -> object:
    """Return positions without their heights."""
    if not isinstance(points, list | tuple):
        return points
    return [
        point[:2] if isinstance(point, Sequence) and not isinstance(point, str) else point
        for point in points
    ]


def _kind(data: Mapping[str, Any], allowed: Sequence[str], path: Path) -> Mistake | None:
    kind = data.get("type")
    if isinstance(kind, str) and kind in allowed:
        return None
    word = kind if isinstance(kind, str) else ""
    given = "nothing" if kind is None else shown(kind)
    return Mistake((*path, "type"), given, ", ".join(allowed), word=word, options=tuple(allowed))


def _crs(data: Mapping[str, Any], path: Path) -> Iterator[Mistake]:
    crs = data.get("crs", data)
    if crs is data:
        return
    properties = crs.get("properties") if isinstance(crs, Mapping) else None
    name = properties.get("name") if isinstance(properties, Mapping) else None
    if name not in _CRS:
        yield Mistake(
            (*path, "crs"),
            shown(crs if name is None else name),
            "longitude and latitude on WGS84, CRS84 or EPSG:4326; write it with "
            "table.to_crs(4326).to_json()",
        )
