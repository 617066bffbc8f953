"""coast.geojson and coast-light.geojson: no unit lost, none invalid, each as large as published."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from pyproj import Geod
from shapely.geometry import MultiPolygon, Point, Polygon, box, shape

ROOT = Path(__file__).resolve().parents[2]
GEO = ROOT / "geo"
WGS84 = Geod(ellps="WGS84")
BOX = (138.0, 40.0, 158.0, 53.0)
UNITS = [
    "hokkaido",
    "honshu",
    "sakhalin-north",
    "sakhalin-south",
    "kurils-north",
    "kamchatka",
    "mainland",
]
FILES = {"coast.geojson": 5, "coast-light.geojson": 4}

# A published area, a point on the island, the unit it must be found in, the tolerance. Published
# figures for the Kurils are from older maps, so their tolerance is wider than the outlines' own.
PUBLISHED = [
    # GSI, island areas of 1 October 2016 (f3_shima.pdf): Hokkaido's main island.
    ("Hokkaido", "hokkaido", (142.8, 43.4), 77_983.90, 0.006),
    # GSI, 1 October 2016: the towns Rishiri 76.50 and Rishirifuji 105.59 are the island.
    ("Rishiri", "hokkaido", (141.24, 45.18), 182.09, 0.006),
    # GSI, as the town of Okushiri, which is the island and two rocks, has it.
    ("Okushiri", "hokkaido", (139.48, 42.15), 142.97, 0.006),
    # Russian Wikipedia, Уруп.
    ("Urup", "kurils-north", (150.0, 45.92), 1427.57, 0.01),
    # Russian Wikipedia, Парамушир.
    ("Paramushir", "kurils-north", (155.7, 50.4), 2053, 0.015),
    # Russian Wikipedia, Онекотан.
    ("Onekotan", "kurils-north", (154.75, 49.5), 425, 0.01),
    # The tables of the English Wikipedia, Kuril Islands.
    ("Shumshu", "kurils-north", (156.35, 50.75), 388, 0.02),
]

# The box clips these, or no table gives them: a town or cape on each says that it is there.
ON_LAND = [
    ("honshu", "Aomori", (140.74, 40.80)),
    ("sakhalin-south", "Yuzhno-Sakhalinsk", (142.74, 46.96)),
    ("sakhalin-south", "Moneron, which lies off it", (141.235, 46.255)),
    ("sakhalin-north", "Aleksandrovsk-Sakhalinsky", (142.17, 50.90)),
    ("mainland", "Sovetskaya Gavan", (140.25, 48.97)),
    ("kamchatka", "Kambalny volcano (GVP 300010)", (156.875, 51.306)),
]


def area_km2(geometry: MultiPolygon | Polygon) -> float:
    return abs(WGS84.geometry_area_perimeter(geometry)[0]) / 1e6


def read(name: str) -> dict[str, Any]:
    return json.loads((GEO / name).read_text("utf-8"))


def units_of(name: str) -> dict[str, MultiPolygon]:
    return {f["properties"]["unit"]: shape(f["geometry"]) for f in read(name)["features"]}


@pytest.fixture(scope="module")
def fine() -> dict[str, MultiPolygon]:
    return units_of("coast.geojson")


@pytest.fixture(scope="module")
def light() -> dict[str, MultiPolygon]:
    return units_of("coast-light.geojson")


@pytest.fixture(scope="module", params=FILES)
def coast(request: pytest.FixtureRequest) -> dict[str, MultiPolygon]:
    return units_of(request.param)


@pytest.mark.parametrize("name", FILES)
def test_the_file_has_every_unit_once_with_its_names_and_its_credit(name):
    collection = read(name)
    assert "crs" not in collection
    assert collection["attribution"] == "© OpenStreetMap contributors"
    properties = [f["properties"] for f in collection["features"]]
    assert [found["unit"] for found in properties] == UNITS
    assert all(found[f"name_{lang}"] for found in properties for lang in ("en", "ja", "ru"))


def test_every_unit_is_a_valid_multipolygon(coast):
    assert {type(land) for land in coast.values()} == {MultiPolygon}
    assert all(land.is_valid for land in coast.values())


def test_shells_run_counter_clockwise(coast):
    assert all(part.exterior.is_ccw for land in coast.values() for part in land.geoms)
    holes = [ring for land in coast.values() for part in land.geoms for ring in part.interiors]
    assert not any(ring.is_ccw for ring in holes)


def test_units_do_not_overlap_each_other(coast):
    shapes = list(coast.values())
    for index, land in enumerate(shapes):
        assert all(land.intersection(other).area == 0 for other in shapes[index + 1 :])


def test_neither_coast_holds_or_touches_the_four_groups(coast):
    islands = [shape(f["geometry"]) for f in read("islands.geojson")["features"]]
    assert not any(shapely.intersects(land, islands).any() for land in coast.values())


@pytest.mark.parametrize(("name", "decimals"), FILES.items())
def test_coordinates_have_no_more_decimals_than_the_detail_supports(name, decimals):
    text = (GEO / name).read_text("utf-8").split('"features"')[1]
    assert max(len(found) for found in re.findall(r"\.(\d+)", text)) == decimals


def test_everything_lies_in_the_box(coast):
    assert all(box(*BOX).contains(land) for land in coast.values())


def test_sakhalin_is_cut_at_the_fiftieth_parallel_exactly(coast):
    assert coast["sakhalin-south"].bounds[3] == 50.0
    assert coast["sakhalin-north"].bounds[1] == 50.0


@pytest.mark.parametrize(
    ("unit", "place", "published", "tolerance"),
    [case[1:] for case in PUBLISHED],
    ids=[case[0] for case in PUBLISHED],
)
def test_an_island_of_the_unit_has_its_published_area(fine, unit, place, published, tolerance):
    island = [part for part in fine[unit].geoms if part.contains(Point(place))]
    assert len(island) == 1
    assert area_km2(island[0]) == pytest.approx(published, rel=tolerance)


def test_the_whole_kuril_chain_has_the_area_published_for_it(fine):
    # Liu, Shi and Zhu, Boundary Data of Kuril Islands, Global Change Data Repository: 10,299.72.
    features = read("islands.geojson")["features"]
    disputed = [shape(f["geometry"]) for f in features if f["properties"]["feature"] == "island"]
    chain = area_km2(fine["kurils-north"]) + sum(area_km2(islet) for islet in disputed)
    assert chain == pytest.approx(10_299.72, rel=0.006)


def test_honshu_north_of_forty_degrees_holds_aomori_and_part_of_its_neighbours(fine):
    # GSI 2025: Aomori prefecture 9,645.11, which ends at 40°12'N; Iwate 15,275.01 reaches south.
    assert 9645.11 < area_km2(fine["honshu"]) < 9645.11 + 15_275.01


def test_sakhalin_up_to_53_degrees_is_its_share_of_the_whole_island(fine):
    # Published for the whole island: 76,400 km2 in Soviet and Russian encyclopedias, 72,492 in
    # later lists. The box ends at 53°N, and the island at 54.4°N, where it narrows to a point:
    # the last tenth of its land at most lies there.
    inside = area_km2(fine["sakhalin-north"]) + area_km2(fine["sakhalin-south"])
    assert 0.88 * 72_492 < inside < 76_400


@pytest.mark.parametrize(("unit", "name", "place"), ON_LAND, ids=[case[1] for case in ON_LAND])
def test_a_known_place_lies_on_its_unit(fine, unit, name, place):
    assert fine[unit].contains(Point(place)), name


def test_lesser_islands_go_with_the_unit_they_lie_off(light):
    for place in [(141.24, 45.18), (141.03, 45.37), (139.48, 42.15)]:  # Rishiri, Rebun, Okushiri
        assert light["hokkaido"].contains(Point(place))


@pytest.mark.parametrize("unit", UNITS)
def test_the_light_coast_keeps_the_area_of_the_fine_one(fine, light, unit):
    assert area_km2(light[unit]) == pytest.approx(area_km2(fine[unit]), rel=0.006)


def test_the_light_coast_is_light():
    assert (GEO / "coast-light.geojson").stat().st_size <= 90_000


@pytest.fixture
def shapes(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT)
    import geo.build.shapes as module

    return module


def test_unpacking_a_nested_collection_loses_no_polygon(shapes):
    near, far = box(0, 0, 1, 1), box(5, 5, 6, 6)
    nest = shapely.GeometryCollection(
        [Point(9, 9), shapely.GeometryCollection([MultiPolygon([near]), far])]
    )
    assert shapes.polygons_of(nest) == [near, far]


def test_simplifying_keeps_a_bow_tie_as_two_triangles(shapes):
    # The dent's tip crosses the far side once the two small teeth are gone.
    tie = Polygon([(0, 0), (4, 4), (4, 0), (0, 4)])
    parts = shapes.simplified(tie, lambda points: np.full(len(points), 0.1))
    assert sum(part.area for part in parts) == pytest.approx(8)
    assert all(part.is_valid for part in parts)


def test_the_tolerance_may_differ_from_place_to_place(shapes):
    # A bump of 1 on each long side of a flat box: only the one at the top is within tolerance.
    strip = Polygon([(0, 0), (5, -1), (10, 0), (10, 8), (5, 9), (0, 8)])
    parts = shapes.simplified(strip, lambda points: np.where(points[:, 1] > 4, 2.0, 0.5))
    assert parts[0].equals(Polygon([(0, 0), (5, -1), (10, 0), (10, 8), (0, 8)]))


def test_rounding_gives_valid_polygons_even_where_it_pinches_one(shapes):
    hourglass = Polygon([(0, 0), (1, 0), (0.501, 0.5), (1, 1), (0, 1), (0.499, 0.5)])
    parts = shapes.rounded(hourglass, 1)
    assert len(parts) == 2
    assert all(part.is_valid for part in parts)
