"""Tables of anybody that are no table of ours: whole in every file, or refused with a reason."""

from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from shapely import LinearRing, LineString, Point, Polygon

import kurilmap as km
from tests.export.reading import assert_same

_RING = [(146, 44), (147, 44), (147, 45), (146, 44)]
_DATA = [".gpkg", ".geojson", ".kml"]


def _table(*shapes: Any, **columns: Any) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns or {"a": shapes}, geometry=list(shapes), crs="EPSG:4326")


def _read(path: Path) -> gpd.GeoDataFrame:
    return gpd.read_file(path, **({"layer": "table"} if path.suffix == ".gpkg" else {}))


@pytest.mark.parametrize("suffix", _DATA)
def test_a_ring_is_the_line_that_files_have_for_it(suffix: str, tmp_path: Path) -> None:
    path = km.export(_table(LinearRing(_RING), a=[1]), tmp_path / f"a{suffix}")
    assert _read(path).geometry[0] == LineString(_RING)


@pytest.mark.parametrize("suffix", _DATA)
@pytest.mark.parametrize(
    "shapes",
    [
        [Point(146, 44, 5)],
        [Point(146, 44, 5), Point(146, 44)],
        [LineString([(146, 44, 1), (147, 44, 2)])],
        [Point(146, 44, 5), Polygon([(x, y, 3) for x, y in _RING])],
    ],
)
def test_heights_are_kept(shapes: list[Any], suffix: str, tmp_path: Path) -> None:
    path = km.export(_table(*shapes, a=["x"] * len(shapes)), tmp_path / f"a{suffix}")
    assert [shape.has_z for shape in _read(path).geometry] == [shape.has_z for shape in shapes]
    assert _read(path).geometry[0].coords[0] == shapes[0].coords[0]


@pytest.mark.parametrize("suffix", [*_DATA, ".csv", ".html"])
@pytest.mark.parametrize(
    "column",
    [
        pd.array([1, None], dtype="Int64"),
        pd.array([True, None], dtype="boolean"),
        pd.array(["x", None], dtype="string"),
        pd.Categorical(["x", None]),
    ],
    ids=lambda column: str(column.dtype),
)
def test_what_is_missing_stays_missing(column: Any, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    km.export(_table(Point(146, 44), Point(146, 45), a=column), path)
    if suffix != ".html":
        read = pd.read_csv(path) if suffix == ".csv" else _read(path)
        assert read["a"].isna().tolist() == [False, True]


@pytest.mark.parametrize("suffix", _DATA)
def test_a_number_of_more_than_32_bits_reads_back(suffix: str, tmp_path: Path) -> None:
    path = km.export(_table(Point(146, 44), a=[2**60]), tmp_path / f"a{suffix}")
    assert str(_read(path)["a"][0]) == str(2**60)


@pytest.mark.parametrize("suffix", _DATA)
def test_numbers_keep_their_types(suffix: str, tmp_path: Path) -> None:
    table = _table(Point(146, 44), whole=[-7], part=[0.1], text=["x"])
    assert_same(_read(km.export(table, tmp_path / f"a{suffix}")), table)


@pytest.mark.parametrize("suffix", [*_DATA, ".html"])
@pytest.mark.parametrize(
    "table",
    [pd.DataFrame({"geometry": [1]}), gpd.GeoDataFrame({"a": [1]})],
    ids=["a column that is called geometry", "a GeoDataFrame without shapes"],
)
def test_no_shapes_are_told_whatever_the_columns(table: Any, suffix: str, tmp_path: Path) -> None:
    with pytest.raises(km.MapError, match=r"A table without shapes was given .*; it can be \.csv"):
        km.export(table, tmp_path / f"a{suffix}")
    assert km.export(table, tmp_path / "a.csv").read_text().splitlines()[1].startswith("1,")


@pytest.mark.parametrize("suffix", [*_DATA, ".csv"])
def test_complex_numbers_are_refused(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(km.MapError, match="Column 'a' of complex numbers was given, which no file"):
        km.export(_table(Point(146, 44), a=[1 + 2j]), tmp_path / f"a{suffix}")
