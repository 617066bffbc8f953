"""GeoPackage: layers that read back, styles that QGIS takes, dates that do not move."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import geopandas as gpd
import pyogrio
import pytest

import kurilmap as km
from kurilmap.layers.look import HOLDERS, LINES
from tests.export.reading import assert_same

_SE = "{http://www.opengis.net/se}"
_OGC = "{http://www.opengis.net/ogc}"


def _rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as base:
        return base.execute(query).fetchall()


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scenario with a cut."""
    return km.export("equal-area", tmp_path_factory.mktemp("gpkg") / "a.gpkg")


def test_a_scenario_has_a_layer_a_thing(cut: Path) -> None:
    names = [name for name, _ in pyogrio.list_layers(cut)]
    assert names == [
        *("territory", "cut_lines", "sea_zones", "sea_boundary", "sea_changes"),
        *("islands", "coast", "layer_styles"),
    ]


def test_the_layers_of_a_scenario_read_back_as_they_were(cut: Path) -> None:
    one, waters = km.scenario("equal-area"), km.sea("equal-area")
    assert_same(gpd.read_file(cut, layer="territory"), one.territory())
    assert_same(gpd.read_file(cut, layer="sea_zones"), waters.zones)
    assert_same(gpd.read_file(cut, layer="sea_boundary"), waters.boundary)
    assert_same(gpd.read_file(cut, layer="sea_changes"), waters.changes)
    assert_same(gpd.read_file(cut, layer="islands"), km.islands(by="island"))


@pytest.mark.parametrize("name", ["islands", "coast", "lines", "places", "straits"])
def test_a_table_reads_back_as_it_was(name: str, tmp_path: Path) -> None:
    table = getattr(km, name)()
    assert_same(gpd.read_file(km.export(table, tmp_path / "a.gpkg"), layer=name), table)


def test_a_comparison_has_each_territory_and_what_changes_hands(tmp_path: Path) -> None:
    both = km.compare("status-quo", "aso-quarter")
    path = km.export(both, tmp_path / "a.gpkg")
    assert_same(gpd.read_file(path, layer="territory_aso_quarter"), both.scenarios[1].territory())
    assert_same(gpd.read_file(path, layer="differences_aso_quarter"), both.difference())


def test_two_scenarios_with_one_title_stand_beside_one_another(tmp_path: Path) -> None:
    today = km.scenario("status-quo")
    both = km.compare(today, today.named("again"))
    names = [name for name, _ in pyogrio.list_layers(km.export(both, tmp_path / "a.gpkg"))]
    assert names[:2] == ["territory_status_quo", "territory_again"]


def test_each_layer_has_a_style_that_is_taken_by_default(cut: Path) -> None:
    rows = _rows(cut, "SELECT f_table_name, f_geometry_column, useAsDefault FROM layer_styles")
    layers = [name for name, _ in pyogrio.list_layers(cut)][:-1]
    assert rows == [(name, "geometry", 1) for name in layers]


def test_holders_have_the_colours_of_the_page(cut: Path) -> None:
    (text,) = _rows(cut, "SELECT styleQML FROM layer_styles WHERE f_table_name = 'territory'")[0]
    renderer = ET.fromstring(text).find("renderer-v2")
    assert renderer is not None
    assert (renderer.get("type"), renderer.get("attr")) == ("categorizedSymbol", "holder")
    labels = [(one.get("value"), one.get("label")) for one in renderer.iter("category")]
    assert labels == [("JP", "Japan"), ("RU", "Russia")]
    fills = [
        option.get("value", "")
        for symbol in renderer.findall("symbols/symbol")
        for option in symbol.findall("layer[@class='SimpleFill']/Option/Option[@name='color']")
    ]
    hexes = ["#{:02X}{:02X}{:02X}".format(*map(int, fill.split(",")[:3])) for fill in fills]
    assert hexes == [HOLDERS["JP"].fill, HOLDERS["RU"].fill]
    angles = [option.get("value") for option in renderer.iterfind(".//Option[@name='angle']")]
    assert angles == ["45", "135"]


def test_lines_are_dashed_by_standing(tmp_path: Path) -> None:
    path = km.export(km.lines(), tmp_path / "a.gpkg")
    ((text, sld),) = _rows(path, "SELECT styleQML, styleSLD FROM layer_styles")
    root = ET.fromstring(text)
    kinds = [str(one.get("value")) for one in root.iter("category")]
    assert kinds == ["agreed", "claimed-JP", "claimed-RU", "reported"]
    dashes = root.findall(".//Option[@name='customdash']")
    assert len(dashes) == len([kind for kind in kinds if LINES[kind.partition("-")[0]].dash])
    assert LINES["claimed"].dash in sld


def test_a_claimed_line_has_its_partys_ink_in_both_styles(tmp_path: Path) -> None:
    path = km.export(km.lines(), tmp_path / "a.gpkg")
    ((qml, sld),) = _rows(path, "SELECT styleQML, styleSLD FROM layer_styles")
    root = ET.fromstring(qml)
    symbols = {one.get("value"): one.get("symbol") for one in root.iter("category")}
    rules = dict(zip(symbols, ET.fromstring(sld).iter(f"{_SE}Rule"), strict=True))
    for party in ("JP", "RU"):
        ink = HOLDERS[party].ink
        symbol = root.find(f"renderer-v2/symbols/symbol[@name='{symbols[f'claimed-{party}']}']")
        assert symbol is not None
        colour = symbol.find("layer/Option/Option[@name='line_color']")
        assert colour is not None
        drawn = map(int, colour.get("value", "").split(",")[:3])
        assert "#{:02X}{:02X}{:02X}".format(*drawn) == ink
        rule = rules[f"claimed-{party}"]
        assert [one.text for one in rule.iter(f"{_OGC}Literal")] == [party, "claimed"]
        assert ink in [one.text for one in rule.iter(f"{_SE}SvgParameter")]


def test_the_legend_is_in_the_language_asked_for(tmp_path: Path) -> None:
    path = km.export("status-quo", tmp_path / "a.gpkg", lang="ru")
    (text,) = _rows(path, "SELECT styleSLD FROM layer_styles WHERE f_table_name = 'territory'")[0]
    assert "Россия" in text


def test_no_date_in_it_is_that_of_the_day_it_was_made(cut: Path) -> None:
    day = max(km.sources()["checked"]).isoformat()
    for table, column in (
        ("gpkg_contents", "last_change"),
        ("gpkg_metadata_reference", "timestamp"),
        ("layer_styles", "update_time"),
    ):
        rows = _rows(cut, f"SELECT DISTINCT substr({column}, 1, 10) FROM {table}")
        assert rows == [(day,)]


def test_gdal_keeps_the_date_that_it_had(tmp_path: Path) -> None:
    name = "OGR_CURRENT_DATE"
    before = pyogrio.get_gdal_config_option(name)
    pyogrio.set_gdal_config_options({name: "2001-02-03T00:00:00.000Z"})
    try:
        km.export(km.straits(), tmp_path / "a.gpkg")
        assert pyogrio.get_gdal_config_option(name) == "2001-02-03T00:00:00.000Z"
    finally:
        pyogrio.set_gdal_config_options({name: before})


def test_the_whole_keeps_the_rules_of_sqlite_and_the_metadata_is_there(cut: Path) -> None:
    assert _rows(cut, "PRAGMA integrity_check") == [("ok",)]
    assert _rows(cut, "PRAGMA foreign_key_check") == []
    told = pyogrio.read_info(cut, layer="territory")
    assert told["dataset_metadata"]["version"] == f"kurilmap {km.__version__}"
    assert "ODbL" in told["dataset_metadata"]["licence"]
    descriptions = _rows(cut, "SELECT description FROM gpkg_contents WHERE data_type = 'features'")
    assert all("OpenStreetMap" in text for (text,) in descriptions)


def test_columns_called_fid_and_geom_do_no_harm(tmp_path: Path) -> None:
    table = km.straits()[["name_en", "geometry"]].assign(fid=7, geom="text")
    assert_same(gpd.read_file(km.export(table, tmp_path / "a.gpkg"), layer="table"), table)
