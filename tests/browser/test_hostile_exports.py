"""Hostile text in what is exported: programs that open the files show text, and run nothing."""

import csv
import json
import re
import unicodedata
from pathlib import Path
from xml.etree import ElementTree as ET

import geopandas as gpd
import pypdfium2
import pytest
import shapely

import kurilmap as km
from kurilmap.export.plain import clean
from tests.browser.test_hostile_everywhere import SOME
from tests.conftest import Opener
from tests.hostile import HOSTILE

_FORMULAE = ("=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "=HYPERLINK(0)")
_KML = "{http://www.opengis.net/kml/2.2}"
_ACTIVE = """() => [...document.querySelectorAll("*")].filter((node) =>
  ["script", "iframe", "img", "foreignObject", "set", "animate", "b"].includes(node.localName)
  || [...node.attributes].some(({ name, value }) => name.startsWith("on")
    || (name.endsWith("href") && !/^(#|data:image\\/png;base64,|https:)/.test(value))))
  .map((node) => node.outerHTML)"""


def letters(text: str) -> str:
    """Return a text without spaces, and without what only turns or hides letters."""
    return "".join(char for char in clean(text) if unicodedata.category(char)[0] not in "CZ")


@pytest.fixture
def strangers() -> gpd.GeoDataFrame:
    """A table of a user's own, with each text as a value, and some as the names of columns."""
    texts = [*HOSTILE.values(), *_FORMULAE]
    columns = {"name_en": texts, HOSTILE["handler"]: texts, HOSTILE["expression"]: texts}
    shapes = [shapely.Point(146, 44)] * len(texts)
    return gpd.GeoDataFrame(columns, geometry=shapes, crs="EPSG:4326")


@pytest.mark.parametrize("name", SOME)
def test_a_drawn_map_holds_a_title_as_text(name: str, tmp_path: Path, open_page: Opener) -> None:
    own = km.scenario("two-islands-1956").named("own", HOSTILE[name])
    page = open_page(km.export(own, tmp_path / "own.svg"))
    assert page.evaluate(_ACTIVE) == []
    assert page.evaluate("window.owned") is None
    assert letters(HOSTILE[name]) in letters(page.evaluate("document.documentElement.textContent"))


@pytest.mark.parametrize("name", SOME)
def test_a_page_holds_a_title_as_text(name: str, tmp_path: Path, open_page: Opener) -> None:
    own = km.scenario("two-islands-1956").named("own", HOSTILE[name])
    page = open_page(km.export(own, tmp_path / "own.html"))
    heading = page.get_by_role("heading", level=1).inner_text()
    assert letters(heading) == letters(HOSTILE[name])
    assert page.evaluate("window.owned") is None


@pytest.mark.parametrize("name", SOME)
def test_a_pdf_holds_a_title_as_text_and_does_nothing(name: str, tmp_path: Path) -> None:
    own = km.scenario("two-islands-1956").named("own", HOSTILE[name])
    data = km.export(own, tmp_path / "own.pdf").read_bytes()
    objects = re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)
    assert b"/Type /Page" in objects  # they are not packed, and can be read as they are
    for deed in (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/AA", b"/EmbeddedFile"):
        assert deed not in objects
    assert all(link.startswith(b"(https://") for link in re.findall(rb"/URI (\(.*)", objects))
    with pypdfium2.PdfDocument(data) as document:
        (page,) = document
        told = page.get_textpage().get_text_range()
    # Where letters run from the right, the order in a file is that of sight.
    assert sorted(set(letters(HOSTILE[name])) - set(letters(told))) == []


def test_what_google_earth_shows_as_html_is_text(
    strangers: gpd.GeoDataFrame, tmp_path: Path, open_page: Opener
) -> None:
    root = ET.parse(km.export(strangers, tmp_path / "x.kml")).getroot()
    told = [node.text or "" for node in root.iter(f"{_KML}description")]
    assert len(told) > len(strangers)
    page = open_page("<!DOCTYPE html><title>x</title><body></body>")
    page.evaluate("(all) => { document.body.innerHTML = all.join(''); }", told)
    assert page.evaluate(_ACTIVE) == []
    assert page.evaluate("window.owned") is None
    shown = {cell.strip() for cell in page.locator("td").all_text_contents()}
    assert {clean(text).strip() for text in HOSTILE.values()} <= shown


def test_no_cell_is_a_formula(strangers: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = km.export(strangers, tmp_path / "x.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    cells = [cell for row in rows for cell in row]
    assert len(rows) > len(strangers)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg"])
def test_a_gis_reads_the_texts_as_they_were(
    strangers: gpd.GeoDataFrame, tmp_path: Path, suffix: str
) -> None:
    path = km.export(strangers, tmp_path / f"x{suffix}")
    read = gpd.read_file(path, **({"layer": "table"} if suffix == ".gpkg" else {}))
    assert set(read["name_en"]) == {clean(text) for text in strangers["name_en"]}
    if suffix == ".geojson":
        assert json.loads(path.read_bytes())["type"] == "FeatureCollection"
