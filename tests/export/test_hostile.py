"""Texts of a stranger stay text in every kind of file."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point

import kurilmap as km
from kurilmap.export.tables import guarded
from tests.hostile import HOSTILE

_K = "{http://www.opengis.net/kml/2.2}"
_CONTROLS = {"escape": "a\x1b[31mb", "null": "a\x00b", "half of a pair": "a\ud800b"}


@pytest.fixture(scope="module")
def table() -> Any:
    """A row a text, in values and in a column's name."""
    texts = list(HOSTILE.values())
    points = [Point(146, 44)] * len(texts)
    columns = {"name_en": texts, "<b>${x}</b>": texts}
    return gpd.GeoDataFrame(columns, geometry=points, crs="EPSG:4326")


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".kml"])
def test_hostile_values_read_back_as_they_were(table: Any, suffix: str, tmp_path: Path) -> None:
    path = km.export(table, tmp_path / f"a{suffix}")
    read = gpd.read_file(path, layer=0)
    for name in ("name_en", "<b>${x}</b>"):
        assert read[name].tolist() == list(HOSTILE.values())


def test_hostile_values_stand_in_a_csv_as_text(table: Any, tmp_path: Path) -> None:
    read = pd.read_csv(km.export(table, tmp_path / "a.csv"))
    assert read["name_en"].tolist() == [guarded(text) for text in HOSTILE.values()]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".kml", ".csv"])
def test_a_hostile_title_does_no_harm(text: str, suffix: str, tmp_path: Path) -> None:
    one = km.scenario("status-quo").named("own", f"x{text}x")
    both = km.compare(one, "three-islands", measures=["land area"])
    path = km.export(both, tmp_path / f"a{suffix}")
    if suffix == ".kml":
        document = ET.parse(path).getroot().find(f"{_K}Document")
        assert document is not None
        assert f"x{text}x" in (document.findtext(f"{_K}name") or "")
    elif suffix == ".gpkg":
        assert len(gpd.read_file(path, layer="territory_own")) == len(one.territory())
    elif suffix == ".geojson":
        assert len(gpd.read_file(path)) == sum(len(s.territory()) for s in both.scenarios)
    else:
        assert set(pd.read_csv(path)["scenario"]) == {"own", "three-islands"}


def test_what_google_earth_reads_as_html_holds_no_tag_of_a_stranger(
    table: Any, tmp_path: Path
) -> None:
    root = ET.parse(km.export(table, tmp_path / "a.kml")).getroot()
    allowed = {"table", "tr", "th", "td"}
    from selectolax.lexbor import LexborHTMLParser

    balloons = [each.findtext(f"{_K}description") or "" for each in root.iter(f"{_K}Placemark")]
    assert len(balloons) == len(HOSTILE)
    for balloon in balloons:
        body = LexborHTMLParser(balloon).body
        assert body is not None
        found = {node.tag for node in body.traverse(include_text=False)} - {"body", "tbody"}
        assert found == allowed
    for style in root.iter(f"{_K}BalloonStyle"):
        assert style.findtext(f"{_K}text") == "$[description]"


@pytest.mark.parametrize("text", _CONTROLS.values(), ids=_CONTROLS)
@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".kml", ".csv"])
def test_what_xml_and_sqlite_cannot_hold_is_left_out(
    text: str, suffix: str, tmp_path: Path
) -> None:
    table = gpd.GeoDataFrame({"name_en": [text]}, geometry=[Point(146, 44)], crs="EPSG:4326")
    path = km.export(table, tmp_path / f"a{suffix}")
    read = pd.read_csv(path) if suffix == ".csv" else gpd.read_file(path, layer=0)
    assert read["name_en"][0] == text.translate({0x1B: "", 0: "", 0xD800: ""})


def test_a_page_of_a_hostile_table_shows_none_of_it(
    table: Any, tmp_path: Path, open_page: Any
) -> None:
    page = open_page(km.export(table, tmp_path / "a.html"))
    page.wait_for_selector("path.leaflet-interactive", state="attached")
    assert page.evaluate("typeof window.owned") == "undefined"
