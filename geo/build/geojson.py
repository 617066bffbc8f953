"""Writing GeoJSON (RFC 7946): one feature a line, the same bytes each time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

CREDIT = {"license": "ODbL-1.0", "attribution": "© OpenStreetMap contributors"}


def feature(geometry: BaseGeometry, decimals: int, properties: dict[str, Any]) -> str:
    """Return one feature as one line of text."""
    shape = shapely.geometry.mapping(geometry)
    record = {
        "type": "Feature",
        "properties": properties,
        "geometry": {
            "type": shape["type"],
            "coordinates": _numbers(shape["coordinates"], decimals),
        },
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def write(path: Path, features: list[str]) -> None:
    """Write the features beside the file, then rename: no reader sees half a file."""
    head = json.dumps({"type": "FeatureCollection", **CREDIT}, ensure_ascii=False)[:-1]
    text = head + ', "features": [\n' + ",\n".join(features) + "\n]}\n"
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


def _numbers(value: Any, decimals: int) -> Any:
    if isinstance(value, float):
        return round(value, decimals)
    return [_numbers(item, decimals) for item in value]
