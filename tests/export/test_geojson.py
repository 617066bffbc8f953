"""GeoJSON reads back as it was, and keeps to RFC 7946."""

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
from shapely import LinearRing, Point

import kurilmap as km
from tests.export.reading import assert_same


@pytest.mark.parametrize("name", ["islands", "coast", "lines", "places", "straits"])
def test_a_table_reads_back_as_it_was(name: str, tmp_path: Path) -> None:
    table = getattr(km, name)()
    # GDAL would make dates of what looks like one.
    read = gpd.read_file(km.export(table, tmp_path / "a.geojson"), DATE_AS_STRING="YES")
    assert_same(read, table)


def test_a_scenario_reads_back_as_its_territory(tmp_path: Path) -> None:
    one = km.scenario("equal-area")
    assert_same(gpd.read_file(km.export(one, tmp_path / "a.geojson")), one.territory())


def test_waters_read_back_as_their_zones(tmp_path: Path) -> None:
    waters = km.sea("status-quo")
    assert_same(gpd.read_file(km.export(waters, tmp_path / "a.geojson")), waters.zones)


def test_a_comparison_holds_the_land_of_each(tmp_path: Path) -> None:
    both = km.compare("status-quo", "aso-quarter")
    read = gpd.read_file(km.export(both, tmp_path / "a.geojson"))
    for one in both.scenarios:
        rows = read[read["scenario"] == one.id].drop(columns="scenario")
        assert_same(rows.reset_index(drop=True), one.territory())


def test_rings_follow_the_right_hand_rule_and_no_crs_is_named(tmp_path: Path) -> None:
    whole = json.loads(km.export("equal-area", tmp_path / "a.geojson").read_text())
    assert "crs" not in whole
    polygons: list[Any] = []
    for feature in whole["features"]:
        shape = feature["geometry"]
        many = shape["type"] == "MultiPolygon"
        polygons += shape["coordinates"] if many else [shape["coordinates"]]
    assert polygons
    for shell, *holes in polygons:
        assert LinearRing(shell).is_ccw
        assert not any(LinearRing(hole).is_ccw for hole in holes)


def test_the_box_and_what_is_told_stand_beside_the_features(tmp_path: Path) -> None:
    whole = json.loads(km.export(km.islands(), tmp_path / "a.geojson").read_text())
    west, south, east, north = whole["bbox"]
    # The boxes from which the outlines were taken, geo/build.
    assert 145.38 < west < east < 148.95
    assert 43.30 < south < north < 45.60
    assert {"sources", "licence", "attribution", "method", "version"} <= set(whole)


def test_what_is_missing_is_null_and_never_nan(tmp_path: Path) -> None:
    text = km.export(km.places(), tmp_path / "a.geojson").read_text()
    assert "NaN" not in text
    assert '"note_en":null' in text


def test_an_empty_shape_and_a_missing_one_do_no_harm(tmp_path: Path) -> None:
    table = gpd.GeoDataFrame({"n": [1, 2]}, geometry=[Point(146, 44), None], crs="EPSG:4326")
    features = json.loads(km.export(table, tmp_path / "a.geojson").read_text())["features"]
    assert [each["geometry"] and each["geometry"]["type"] for each in features] == ["Point", None]
