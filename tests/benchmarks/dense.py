"""The same outlines with more corners: what a finer survey would give, on the same shores."""

import hashlib
import json
import shutil
from pathlib import Path

import shapely

from kurilmap.geodata import data_dir

_ISLANDS, _SUMS = "islands.geojson", "checksums.txt"
_DECIMALS = 6  # as the data has


def densified(folder: Path, corners: int) -> Path:
    """Copy the data to a folder, its islands with about as many corners, and return that folder."""
    made = folder / f"geo-{corners}"
    shutil.copytree(data_dir(), made, ignore=shutil.ignore_patterns("build", "__pycache__"))
    data = json.loads((made / _ISLANDS).read_text(encoding="utf-8"))
    shapes = [shapely.from_geojson(json.dumps(each["geometry"])) for each in data["features"]]
    longest = _longest_edge(shapes, corners)
    for each, shape in zip(data["features"], shapes, strict=True):
        finer = shapely.transform(shape.segmentize(longest), lambda at: at.round(_DECIMALS))
        each["geometry"] = shapely.geometry.mapping(finer)
    text = json.dumps(data, ensure_ascii=False)
    (made / _ISLANDS).write_text(text, encoding="utf-8")
    _sign(made, hashlib.sha256(text.encode()).hexdigest())
    return made


def _longest_edge(shapes: list[shapely.Geometry], corners: int) -> float:
    """Return the longest edge, in degrees, that leaves the shapes with as many corners."""
    low, high = 1e-6, 1.0
    for _ in range(30):
        middle = (low * high) ** 0.5
        found = sum(map(shapely.get_num_coordinates, (s.segmentize(middle) for s in shapes)))
        low, high = (middle, high) if found > corners else (low, middle)
    return high


def _sign(folder: Path, digest: str) -> None:
    lines = (folder / _SUMS).read_text(encoding="utf-8").splitlines()
    told = [f"{digest}  {_ISLANDS}" if line.endswith(f"  {_ISLANDS}") else line for line in lines]
    (folder / _SUMS).write_text("\n".join(told) + "\n", encoding="utf-8")
