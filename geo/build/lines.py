"""The treaty, control and claim lines: courses from the shores, texts from lines.toml."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from .coast import PARALLEL
from .measure import WGS84, Frame
from .median import STEP_M, median, narrows

DECIMALS = 6
NARROWS = 1.25  # the narrows end where the water is a quarter wider than at its narrowest
LANGUAGES = ("en", "ja", "ru")
# Lights as listed by the Nemuro Coast Guard Office and the list of lights (see places.geojson).
NOSAPPU_LIGHT = (145 + 49 / 60 + 1 / 3600, 43 + 23 / 60 + 7 / 3600)
KAIGARA_LIGHT = (145 + 51.5 / 60, 43 + 23.8 / 60)
SHIRETOKO = (145.0, 44.2, 145.5, 44.5)  # holds the cape, Hokkaido's part of the northern gate


def courses(
    groups: dict[str, MultiPolygon], coast: dict[str, MultiPolygon]
) -> dict[str, LineString]:
    """Return the course of every line by its id.

    `groups` holds the islands of each of the four groups, low-tide elevations left out.
    """
    vries = _strait(groups["etorofu"], coast["kurils-north"], (148.4, 45.2, 150.0, 46.0))
    control = _control(coast["hokkaido"], groups)
    lines = {
        "treaty-1855": vries,
        "treaty-1875-north": _strait(
            coast["kurils-north"], coast["kamchatka"], (155.9, 50.5, 157.2, 51.4)
        ),
        "treaty-1875-south": _strait(
            coast["hokkaido"], coast["sakhalin-south"], (140.8, 45.0, 143.3, 46.6)
        ),
        "treaty-1905": parallel(coast["sakhalin-south"]),
        "control": control,
        "claim-jp": vries,
        "claim-ru": control,
    }
    return {name: _rounded(line) for name, line in lines.items()}


def midway() -> Point:
    """Return the point midway between the lights of Cape Nosappu and Kaigara / Signalnyy."""
    azimuth, _, length = WGS84.inv(*NOSAPPU_LIGHT, *KAIGARA_LIGHT)
    longitude, latitude, _ = WGS84.fwd(*NOSAPPU_LIGHT, azimuth, length / 2)
    return Point(longitude, latitude)


def parallel(land: MultiPolygon) -> LineString:
    """Return the 50th parallel from the western shore of the land south of it to the eastern.

    It is a parallel and no geodesic, so its vertices are close and all on 50°N.
    """
    shore = land.boundary.intersection(LineString([(138, PARALLEL), (158, PARALLEL)]))
    west, _, east, _ = shore.bounds
    length = WGS84.line_length([west, east], [PARALLEL, PARALLEL])
    longitudes = np.linspace(west, east, math.ceil(length / STEP_M) + 1)
    return LineString([(longitude, PARALLEL) for longitude in longitudes])


def told(path: Path, course: dict[str, LineString], *, draft: bool) -> dict[str, dict[str, Any]]:
    """Return the properties of every line, from the file of texts.

    A line or a text that the file lacks ends the build, but for a draft, where it is null.
    """
    told_lines = tomllib.loads(path.read_text("utf-8"))["line"] if path.exists() else {}
    properties = {name: _properties(name, told_lines.get(name, {})) for name in course}
    lacking = [
        f"{name}: {key}"
        for name, values in properties.items()
        for key, value in values.items()
        if value in (None, []) and key not in {"party", "date"} and not key.startswith("rule_")
    ]
    strange = sorted(set(told_lines) - set(course))
    if (lacking or strange) and not draft:
        message = (
            f"{path}: every line needs its texts. Lacking: {', '.join(lacking) or 'nothing'}. "
            f"Told but not drawn: {', '.join(strange) or 'nothing'}. "
            "Complete the file, or pass --draft to leave them null"
        )
        raise SystemExit(message)
    return properties


def _properties(name: str, told_line: dict[str, Any]) -> dict[str, Any]:
    texts = {
        f"{key}_{language}": told_line.get(key, {}).get(language)
        for key in ("name", "text", "rule")
        for language in LANGUAGES
    }
    date = told_line.get("date")
    return {
        "id": name,
        "group": told_line.get("group"),
        "party": told_line.get("party"),
        "standing": told_line.get("standing"),
        "date": date.isoformat() if date else None,
        **texts,
        "sources": told_line.get("sources", []),
    }


def _strait(
    left: BaseGeometry, right: BaseGeometry, window: tuple[float, float, float, float]
) -> LineString:
    """Return the median of two shores in the narrows between them."""
    frame = _frame(window)
    near = [_within(shore, window) for shore in (left, right)]
    return _southward(frame.globe(narrows(median(*near, frame), frame.flat(near[0]), NARROWS)))


def _control(hokkaido: MultiPolygon, groups: dict[str, MultiPolygon]) -> LineString:
    """Return the course from the north of Kunashir / Nemuro Strait to the point midway.

    It begins where the median passes from Cape Shiretoko to the northernmost point of
    Kunashir / Kunashiri, and leaves the median where that comes nearest to the last point:
    the median is that of the land, and Kaigara / Signalnyy is no land.
    """
    window = (144.9, 43.0, 146.9, 44.9)
    frame = _frame(window)
    shore = _within(hokkaido, window)
    islands = MultiPolygon([*groups["kunashiri"].geoms, *groups["habomai"].geoms])
    line = _southward(median(shore, _within(islands, window), frame))
    cape = _north(_within(shore, SHIRETOKO))
    gate = frame.flat(LineString([cape, _north(groups["kunashiri"])]))
    end = frame.flat(midway())
    start = line.project(_first(line.intersection(gate), line))
    course = substring(line, start, line.project(end))
    joined = shapely.segmentize(LineString([*course.coords, end]), STEP_M)
    return frame.globe(joined)


def _first(crossing: BaseGeometry, line: LineString) -> Point:
    points = [part for part in shapely.get_parts(crossing) if isinstance(part, Point)]
    if not points:
        message = "control: the median does not pass the northern gate of the strait"
        raise SystemExit(message)
    return min(points, key=line.project)


def _frame(window: tuple[float, float, float, float]) -> Frame:
    west, south, east, north = window
    return Frame((west + east) / 2, (south + north) / 2)


def _within(shore: BaseGeometry, window: tuple[float, float, float, float]) -> MultiPolygon:
    """Keep the land that meets a window, clipped to it."""
    return MultiPolygon(
        [
            part
            for polygon in shapely.get_parts(shore)
            for part in shapely.get_parts(polygon.intersection(box(*window)))
            if isinstance(part, Polygon)
        ]
    )


def _north(shore: BaseGeometry) -> Point:
    points = shapely.get_coordinates(shore)
    return Point(points[points[:, 1].argmax()])


def _southward(line: LineString) -> LineString:
    """Return the line so that its first point is the northernmost end."""
    return line if line.coords[0][1] >= line.coords[-1][1] else LineString(line.coords[::-1])


def _rounded(line: LineString) -> LineString:
    return LineString(np.round(shapely.get_coordinates(line), DECIMALS))
