"""lines.geojson: each course where its rule says, and no line over land."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from pyproj import Geod, Transformer
from shapely.geometry import LineString, MultiPolygon, Point, box, shape

ROOT = Path(__file__).resolve().parents[2]
GEO = ROOT / "geo"
WGS84 = Geod(ellps="WGS84")
IDS = [
    "treaty-1855",
    "treaty-1875-north",
    "treaty-1875-south",
    "treaty-1905",
    "control",
    "claim-jp",
    "claim-ru",
]
# Nemuro Coast Guard Office: 43°23'07"N 145°49'01"E. List of lights: 43°23.8'N 145°51.5'E.
NOSAPPU_LIGHT = (145.816944, 43.385278)
KAIGARA_LIGHT = (145.858333, 43.396667)

# Vertices are even to a centimetre in the frame of their strait. That frame, up to 100 km wide,
# is out by up to 4 parts in 100,000: 0.8 m over 20 km. A shore's edge, straight in one frame, is a
# few decimetres off the straight edge of another, and rounding to 6 decimals moves 0.1 m.
EVEN_M = 1.0
SHORES = {
    "treaty-1855": ("etorofu", "kurils-north"),
    "treaty-1875-north": ("kurils-north", "kamchatka"),
    "treaty-1875-south": ("hokkaido", "sakhalin-south"),
    "control": ("hokkaido", "kunashiri + habomai"),
}


def read(name: str) -> list[dict[str, Any]]:
    return json.loads((GEO / name).read_text("utf-8"))["features"]


@pytest.fixture(scope="module")
def lines() -> dict[str, LineString]:
    return {f["properties"]["id"]: shape(f["geometry"]) for f in read("lines.geojson")}


@pytest.fixture(scope="module")
def land() -> dict[str, MultiPolygon]:
    """Return the coast's units and the four groups; what is dry at low tide alone is no land."""
    shores = {f["properties"]["unit"]: shape(f["geometry"]) for f in read("coast.geojson")}
    groups: dict[str, list[Any]] = {}
    for found in read("islands.geojson"):
        if found["properties"]["feature"] == "island":
            groups.setdefault(found["properties"]["group"], []).append(shape(found["geometry"]))
    shores |= {group: MultiPolygon(islets) for group, islets in groups.items()}
    shores["kunashiri + habomai"] = MultiPolygon([*groups["kunashiri"], *groups["habomai"]])
    return shores


def distance_m(place: tuple[float, float], shore: MultiPolygon) -> float:
    """Return the distance from a place to a shore, in a frame centred on the place."""
    near = [part for part in shore.geoms if part.distance(Point(place)) < 0.8]
    around = box(place[0] - 0.8, place[1] - 0.8, place[0] + 0.8, place[1] + 0.8)
    frame = f"+proj=aeqd +lon_0={place[0]} +lat_0={place[1]} +datum=WGS84"
    to_frame = Transformer.from_crs("EPSG:4326", frame, always_xy=True).transform
    clipped = MultiPolygon(near).intersection(around)
    return shapely.transform(clipped, to_frame, interleaved=False).distance(Point(0, 0))


def midway() -> tuple[float, float]:
    azimuth, _, length = WGS84.inv(*NOSAPPU_LIGHT, *KAIGARA_LIGHT)
    longitude, latitude, _ = WGS84.fwd(*NOSAPPU_LIGHT, azimuth, length / 2)
    return longitude, latitude


def test_every_line_is_there_in_its_order_with_the_credit():
    collection = json.loads((GEO / "lines.geojson").read_text("utf-8"))
    assert "crs" not in collection
    assert collection["attribution"] == "© OpenStreetMap contributors"
    assert [f["properties"]["id"] for f in collection["features"]] == IDS


def test_every_line_has_its_texts_in_three_languages_and_a_source():
    for found in (f["properties"] for f in read("lines.geojson")):
        for key in ("name", "text"):
            assert all(found[f"{key}_{language}"] for language in ("en", "ja", "ru")), found["id"]
        assert len({bool(found[f"rule_{language}"]) for language in ("en", "ja", "ru")}) == 1
        assert found["sources"]
        assert found["group"] in {"treaty", "control", "claim"}
        assert found["standing"] in {"agreed", "claimed", "reported", "constructed"}
        assert found["party"] in {None, "JP", "RU"}
        assert found["date"] is None or date.fromisoformat(found["date"])


def test_vertices_stand_at_most_500_m_apart(lines):
    for line in lines.values():
        assert max(WGS84.line_lengths(*np.asarray(line.coords).T)) <= 500


def test_coordinates_have_at_most_six_decimals(lines):
    for line in lines.values():
        points = np.asarray(line.coords)
        assert (points == np.round(points, 6)).all()


def test_no_line_turns_back_on_itself(lines):
    assert all(line.is_simple for line in lines.values())


@pytest.mark.parametrize("name", [name for name in IDS if name != "treaty-1905"])
def test_a_line_at_sea_crosses_no_land(lines, land, name):
    assert not any(lines[name].intersects(shore) for shore in land.values())


@pytest.mark.parametrize("name", SHORES)
def test_every_vertex_of_a_median_is_as_far_from_one_shore_as_from_the_other(lines, land, name):
    one, other = (land[shore] for shore in SHORES[name])
    places = list(lines[name].coords)
    if name == "control":  # its last stretch runs from the median to the point midway
        places = [place for place in places if WGS84.inv(*place, *midway())[2] > 750]
    gaps = [abs(distance_m(place, one) - distance_m(place, other)) for place in places]
    assert max(gaps) < EVEN_M


@pytest.mark.parametrize("name", [name for name in SHORES if name != "control"])
def test_a_treaty_line_ends_where_the_water_is_a_quarter_wider(lines, land, name):
    shore = land[SHORES[name][0]]
    widths = [distance_m(place, shore) for place in lines[name].coords]
    assert max(widths) <= 1.25 * min(widths)
    assert min(widths[0], widths[-1]) > 1.2 * min(widths)


def test_the_straits_are_as_wide_as_published(lines, land):
    # Half the width at the narrowest: La Perouse about 42 km, Vries 40 km (facts, E).
    for name, width in {"treaty-1875-south": 42, "treaty-1855": 40}.items():
        shore = land[SHORES[name][0]]
        half = min(distance_m(place, shore) for place in lines[name].coords)
        assert 2 * half / 1000 == pytest.approx(width, rel=0.05)


def test_the_claim_lines_share_their_courses(lines):
    assert lines["claim-jp"].equals(lines["treaty-1855"])
    assert lines["claim-ru"].equals(lines["control"])


def test_the_line_of_control_ends_midway_between_the_two_lights(lines):
    assert WGS84.inv(*lines["control"].coords[-1], *midway())[2] < 1


def test_the_line_of_control_leaves_the_median_only_for_its_last_stretch(lines):
    # Odoke / Rifovyy draws the median east, so that it passes 660 m from the point midway.
    ends = [WGS84.inv(*place, *midway())[2] for place in lines["control"].coords]
    assert sum(1 for end in ends if end < 750) <= 4
    assert ends[-1] == min(ends)


def test_the_line_of_control_begins_at_the_northern_gate_of_the_strait(lines, land):
    longitude, latitude = lines["control"].coords[0]
    assert max(latitude for _, latitude in lines["control"].coords) == latitude
    cape = shapely.get_coordinates(land["hokkaido"].intersection(box(145.0, 44.2, 145.5, 44.5)))
    north = shapely.get_coordinates(land["kunashiri"])
    gate = LineString([cape[cape[:, 1].argmax()], north[north[:, 1].argmax()]])
    assert gate.distance(Point(longitude, latitude)) < 0.001


def test_the_line_of_1905_is_the_parallel_from_shore_to_shore(lines, land):
    line = lines["treaty-1905"]
    assert {latitude for _, latitude in line.coords} == {50.0}
    assert all(east > west for (west, _), (east, _) in pairwise(line.coords))
    for half in ("sakhalin-north", "sakhalin-south"):
        covered = land[half].boundary.intersection(line).length
        assert covered == pytest.approx(line.length, rel=1e-6)


@pytest.fixture
def median(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT)
    import geo.build.median as module

    return module


@pytest.fixture
def build_lines(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT)
    import geo.build.lines as module

    return module


class Flat:
    """A frame that is flat already, for toys in metres."""

    def flat(self, geometry):
        return geometry


def test_the_median_of_two_squares_runs_halfway_between_them(median):
    #   +-------+     +-------+
    #   | west  |  :  | east  |     1 km squares, 1 km apart: the line is x = 1500
    #   +-------+     +-------+
    west, east = box(0, 0, 1000, 1000), box(2000, 0, 3000, 1000)
    line = median.median(west, east, Flat())
    points = np.asarray(line.coords)
    strait = points[(points[:, 1] > -500) & (points[:, 1] < 1500)]
    assert len(strait) > 2
    assert strait[:, 0] == pytest.approx(1500, abs=0.01)


def test_the_narrows_end_where_the_water_is_wider_by_the_given_share(median):
    shore = Point(0, 0).buffer(1)
    line = LineString([(x, 11) for x in range(-20, 21)])
    kept = np.asarray(median.narrows(line, shore, 1.25).coords)
    assert (kept[0, 0], kept[-1, 0]) == (-7, 7)  # distances 12.04 and less against 12.5


def test_the_texts_are_those_of_lines_toml(build_lines, lines):
    told = build_lines.told(GEO / "lines.toml", lines, draft=False)
    assert [f["properties"] for f in read("lines.geojson")] == list(told.values()), (
        "lines.toml has changed since lines.geojson was made: run `make geo`"
    )


def test_a_line_without_its_text_is_an_error_that_names_it(build_lines, tmp_path):
    told = tmp_path / "lines.toml"
    told.write_text('[line.control]\ngroup = "control"\n', "utf-8")
    course = {"control": LineString([(0, 0), (1, 1)])}
    with pytest.raises(SystemExit, match=r"control: standing, control: name_en"):
        build_lines.told(told, course, draft=False)
    assert build_lines.told(told, course, draft=True)["control"]["name_en"] is None


def test_a_text_without_its_line_is_an_error_that_names_it(build_lines, tmp_path):
    told = tmp_path / "lines.toml"
    told.write_text('[line.moon]\ngroup = "treaty"\n', "utf-8")
    with pytest.raises(SystemExit, match="Told but not drawn: moon"):
        build_lines.told(told, {}, draft=False)
