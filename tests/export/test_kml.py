"""KML: what Google Earth shows, and that it reads back."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import geopandas as gpd
import pytest
from fastkml.validator import validate

import kurilmap as km
from kurilmap.layers.look import HOLDERS
from tests.export.reading import assert_same

_K = "{http://www.opengis.net/kml/2.2}"


@pytest.mark.parametrize("name", ["islands", "coast", "lines", "places", "straits"])
def test_a_table_reads_back_as_it_was(name: str, tmp_path: Path) -> None:
    table = getattr(km, name)()
    assert_same(gpd.read_file(km.export(table, tmp_path / "a.kml")), table)


def test_a_scenario_is_a_folder_a_layer(tmp_path: Path) -> None:
    root = ET.parse(km.export("equal-area", tmp_path / "a.kml")).getroot()
    folders = root.findall(f"{_K}Document/{_K}Folder")
    places = [len(folder.findall(f"{_K}Placemark")) for folder in folders]
    one, waters = km.scenario("equal-area"), km.sea("equal-area")
    tables = (waters.zones, waters.boundary, waters.changes)
    assert places == [len(one.territory()), len(one.cut_lines()), *map(len, tables)]


def test_every_feature_has_a_style_and_holders_have_the_pages_colours(tmp_path: Path) -> None:
    root = ET.parse(km.export("equal-area", tmp_path / "a.kml")).getroot()
    styles = {f"#{style.get('id')}": style for style in root.iter(f"{_K}Style")}
    for place in root.iter(f"{_K}Placemark"):
        assert place.findtext(f"{_K}styleUrl") in styles
    for place, holder in ((0, "JP"), (1, "RU")):
        colour = styles[f"#territory-{place}"].findtext(f"{_K}PolyStyle/{_K}color") or ""
        fill = HOLDERS[holder].fill.lower()
        assert colour[2:] == fill[5:7] + fill[3:5] + fill[1:3]


def test_a_claimed_line_has_its_partys_ink(tmp_path: Path) -> None:
    root = ET.parse(km.export(km.lines(), tmp_path / "a.kml")).getroot()
    styles = {f"#{style.get('id')}": style for style in root.iter(f"{_K}Style")}
    for id_, party in (("claim-jp", "JP"), ("claim-ru", "RU")):
        place = root.find(f".//{_K}Placemark[@id='{id_}']")
        assert place is not None
        style = styles[place.findtext(f"{_K}styleUrl") or ""]
        ink = HOLDERS[party].ink.lower()
        colour = f"ff{ink[5:7]}{ink[3:5]}{ink[1:3]}"
        assert style.findtext(f"{_K}LineStyle/{_K}color") == colour


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_it_is_valid_by_the_schema_of_the_standard(thing: Any, lang: str, tmp_path: Path) -> None:
    # OGC 07-147r2, which fastkml brings along.
    assert validate(file_to_validate=km.export(thing, tmp_path / "a.kml", lang=lang)) is True


def test_a_document_out_of_order_is_not_valid(tmp_path: Path) -> None:
    tree = ET.parse(km.export(km.straits(), tmp_path / "a.kml"))
    document = tree.getroot()[0]
    document[:] = reversed(document[:])
    tree.write(tmp_path / "b.kml")
    with pytest.raises(AssertionError):
        validate(file_to_validate=tmp_path / "b.kml")


def test_the_document_tells_sources_and_licence(tmp_path: Path) -> None:
    root = ET.parse(km.export("equal-area", tmp_path / "a.kml")).getroot()
    told = root.findtext(f"{_K}Document/{_K}description") or ""
    assert "Open Database License" in told
    assert told.count("<li>") >= len(km.scenario("equal-area").sources)
