"""islands.geojson: every outline of the four groups, valid, named, apart, and as large as GSI's."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import shapely
from pyproj import Geod
from shapely.geometry import Polygon, shape

GEO = Path(__file__).resolve().parents[2] / "geo"
WGS84 = Geod(ellps="WGS84")

# Extraction boxes of the design: west, south, east, north.
BOXES = {
    "habomai": (145.84, 43.30, 146.60, 43.69),
    "shikotan": (146.55, 43.68, 146.98, 43.92),
    "kunashiri": (145.38, 43.62, 146.62, 44.56),
    "etorofu": (146.80, 44.40, 148.95, 45.60),
}

# GSI's areas for 2025 (Reiwa 7) as MLIT's Hokkaido Bureau prints them, km2. The row for Habomai
# is of the whole group; the other three are of the main island alone (facts, A3).
GSI_2025 = {"habomai": 94.84, "shikotan": 247.65, "kunashiri": 1489.27, "etorofu": 3166.64}

# Names that the record gives, with their pairing; where they lie is tested below.
NAMES = {
    "habomai/suisho": ("Suisho / Tanfilyeva", "水晶島", "Танфильева"),
    "habomai/akiyuri": ("Akiyuri / Anuchina", "秋勇留島", "Анучина"),
    "habomai/yuri": ("Yuri / Yuriy", "勇留島", "Юрий"),
    "habomai/shibotsu": ("Shibotsu / Zelyonyy", "志発島", "Зелёный"),
    "habomai/taraku": ("Polonskogo / Taraku", "多楽島", "Полонского"),
    "habomai/todo-1": ("Oskolki / Todo", "海馬島", "Осколки"),
    "habomai/harukari-1": ("Dyomina / Harukari", "春苅島", "Дёмина"),
    "habomai/harukari-2": ("Dyomina / Harukari", "春苅島", "Дёмина"),
    "habomai/moemoshiri": ("Moemoshiri / Storozhevoy", "萌茂尻島", "Сторожевой"),
    "habomai/odoke": ("Odoke / Rifovyy", "オドケ島", "Рифовый"),
    "habomai/kaigara": ("Kaigara / Signalnyy", "貝殻島", "Сигнальный"),
    "shikotan/shikotan": ("Shikotan", "色丹島", "Шикотан"),
    "shikotan/griga": ("Griga / Oshima", "大島", "Грига"),
    "shikotan/ayvazovskogo": ("Ayvazovskogo", None, "Айвазовского"),
    "kunashiri/kunashiri": ("Kunashir / Kunashiri", "国後島", "Кунашир"),
    "etorofu/etorofu": ("Etorofu / Iturup", "択捉島", "Итуруп"),
}

# Published centres, in degrees: the gazetteer pages of the islets give them to a minute.
PLACES = {
    "habomai/suisho": (145 + 55 / 60, 43 + 26 / 60),
    "habomai/shibotsu": (146 + 8 / 60, 43 + 30 / 60),
    "habomai/taraku": (146 + 19 / 60, 43 + 38 / 60),
    "habomai/harukari-1": (146 + 10 / 60, 43 + 25 / 60),
    "habomai/todo-1": (146 + 25 / 60, 43 + 35 / 60),
    "habomai/kaigara": (145 + 51.5 / 60, 43 + 23.8 / 60),
    "shikotan/griga": (146.79889, 43.75306),
    "shikotan/ayvazovskogo": (146.69472, 43.72778),
}


def area_km2(polygon: Polygon) -> float:
    return abs(WGS84.geometry_area_perimeter(polygon)[0]) / 1e6


@pytest.fixture(scope="module")
def text() -> str:
    return (GEO / "islands.geojson").read_text("utf-8")


@pytest.fixture(scope="module")
def collection(text: str) -> dict[str, Any]:
    return json.loads(text)


@pytest.fixture(scope="module")
def outlines(collection: dict[str, Any]) -> dict[str, Polygon]:
    return {f["properties"]["unit"]: shape(f["geometry"]) for f in collection["features"]}


@pytest.fixture(scope="module")
def properties(collection: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {f["properties"]["unit"]: f["properties"] for f in collection["features"]}


def test_the_file_is_rfc_7946_with_no_crs_and_says_whose_data_it_is(collection):
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    assert collection["attribution"] == "© OpenStreetMap contributors"
    assert collection["license"] == "ODbL-1.0"


def test_one_feature_stands_on_one_line(text, collection):
    assert len(text.splitlines()) == len(collection["features"]) + 2


def test_every_unit_has_an_id_of_its_own(collection, outlines):
    assert len(outlines) == len(collection["features"])


def test_every_outline_is_one_valid_polygon(outlines):
    assert {type(outline) for outline in outlines.values()} == {Polygon}
    assert all(outline.is_valid for outline in outlines.values())


def test_shells_run_counter_clockwise_and_holes_clockwise(outlines):
    for outline in outlines.values():
        assert outline.exterior.is_ccw
        assert not any(ring.is_ccw for ring in outline.interiors)


def test_no_two_outlines_touch(outlines):
    shapes = list(outlines.values())
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    assert (first == second).all()


def test_coordinates_have_at_most_six_decimals(text):
    decimals = [len(found) for found in re.findall(r"\.(\d+)", text.split('"features"')[1])]
    assert max(decimals) == 6


def test_every_outline_lies_in_the_box_of_its_group(outlines, properties):
    for unit, outline in outlines.items():
        assert shapely.box(*BOXES[properties[unit]["group"]]).contains(outline), unit


def test_every_outline_is_at_least_a_thousandth_of_a_square_kilometre(outlines):
    # Rounding to 6 decimals (0.1 m) may take a square metre off an outline of 1,000 m2.
    assert min(area_km2(outline) for outline in outlines.values()) >= 0.000_99


def test_groups_stand_in_their_order_and_islets_by_size(collection, outlines, properties):
    groups = [f["properties"]["group"] for f in collection["features"]]
    assert list(dict.fromkeys(groups)) == list(BOXES)
    assert len([1 for a, b in pairwise(groups) if a != b]) == len(BOXES) - 1
    for group in BOXES:
        areas = [area_km2(o) for unit, o in outlines.items() if properties[unit]["group"] == group]
        assert areas == sorted(areas, reverse=True)


def test_a_unit_begins_with_its_group(properties):
    assert all(unit.startswith(p["group"] + "/") for unit, p in properties.items())


@pytest.mark.parametrize("unit", NAMES)
def test_an_islet_that_the_record_names_bears_its_names(properties, unit):
    found = properties[unit]
    assert (found["name_en"], found["name_ja"], found["name_ru"]) == NAMES[unit]


def test_the_islets_without_a_published_name_have_none_in_any_language(properties):
    for unit, found in properties.items():
        nameless = re.fullmatch(r"[a-z]+/n\d\d", unit) is not None
        assert (found["name_en"] is None) == nameless, unit
        assert not nameless or (found["name_ja"], found["name_ru"]) == (None, None)


def test_an_english_pair_stands_in_alphabetical_order(properties):
    for found in properties.values():
        if found["name_en"]:
            pair = found["name_en"].split(" / ")
            assert pair == sorted(pair)


@pytest.mark.parametrize("unit", PLACES)
def test_a_named_islet_lies_where_it_is_published(outlines, unit):
    longitude, latitude = PLACES[unit]
    centre = outlines[unit].centroid
    # Half a minute of rounding each way is 0.9 km of latitude; a group's centre is no islet's.
    assert WGS84.inv(centre.x, centre.y, longitude, latitude)[2] < 2500


def test_oskolki_is_the_group_of_sixteen_rocks_that_brazhnik_and_ponomarev_count(properties):
    # Brazhnik and Ponomarev, p. 397: a group of 16 objects.
    assert len([unit for unit in properties if unit.startswith("habomai/todo-")]) == 16


def test_shikotans_two_larger_islets_have_their_published_areas(outlines):
    # Griga 1.26 and Ayvazovskogo 0.795 km2, as facts.md A6 gives them.
    assert area_km2(outlines["shikotan/griga"]) == pytest.approx(1.26, rel=0.02)
    assert area_km2(outlines["shikotan/ayvazovskogo"]) == pytest.approx(0.795, rel=0.02)


def test_kaigara_alone_is_a_low_tide_elevation(outlines, properties):
    low = [unit for unit, found in properties.items() if found["feature"] != "island"]
    assert low == ["habomai/kaigara"]
    assert properties["habomai/kaigara"]["feature"] == "low-tide elevation"
    assert area_km2(outlines["habomai/kaigara"]) == pytest.approx(0.004, abs=0.0005)  # the design


@pytest.mark.parametrize("group", GSI_2025)
def test_areas_agree_with_gsi_within_six_in_a_thousand(outlines, properties, group):
    if group == "habomai":
        counted = [
            area_km2(outline)
            for unit, outline in outlines.items()
            if properties[unit]["group"] == group and properties[unit]["feature"] == "island"
        ]
        computed = sum(counted)
    else:
        computed = area_km2(outlines[f"{group}/{group}"])
    assert computed == pytest.approx(GSI_2025[group], rel=0.006)
