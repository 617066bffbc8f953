"""One geometry under every scenario, and what the page needs to recolour it."""

import pytest
import shapely

from kurilmap import geodata
from kurilmap.geodesy import area
from kurilmap.layers import partition
from kurilmap.scenarios import scenario, scenarios
from kurilmap.telling import told


@pytest.fixture(scope="module")
def everything():
    return partition(list(scenarios().values())).data


def polygon(piece):
    shell, *holes = piece["g"]
    return shapely.Polygon(shell, holes)


def test_each_piece_of_land_is_written_once(everything):
    land = [polygon(p) for p in everything["pieces"] if not p.get("low")]
    whole = sum(area(i.geometry) for i in geodata.island_shapes() if i.is_land)
    # Six decimals of a degree are 0.1 m: the rounding of the cut points is slight.
    assert sum(map(area, land)) == pytest.approx(whole, abs=100)
    tree = shapely.STRtree(land)
    pairs = tree.query(land, predicate="overlaps")
    assert pairs.size == 0


def test_every_scenario_says_who_holds_each_piece(everything):
    land = [p for p in everything["pieces"] if not p.get("low")]
    for one in everything["scenarios"]:
        assert len(one["holders"]) == len(land)
        assert set(one["holders"]) <= {"JP", "RU", "joint"}


def test_all_scenarios_cost_hardly_more_geometry_than_one():
    one = partition([scenario("status-quo")]).data["pieces"]
    every = partition(list(scenarios().values())).data["pieces"]
    vertices = [sum(len(ring) for p in pieces for ring in p["g"]) for pieces in (one, every)]
    # Two cuts of an island some 20 km wide, a vertex each 500 m on both sides of either.
    assert vertices[1] - vertices[0] < 300


def test_a_low_tide_elevation_belongs_to_nobody(everything):
    (low,) = [p for p in everything["pieces"] if p.get("low")]
    assert low["n"][0] == "Kaigara / Signalnyy"
    assert "a" not in low


def test_only_cut_pieces_have_a_shore_of_their_own(everything):
    cut = [p for p in everything["pieces"] if "shore" in p]
    assert {p["u"] for p in cut} == {"etorofu"}
    # Three proposals cut it, at a fifth, a quarter and a half: four pieces.
    assert len(cut) == 4


def test_a_cut_is_drawn_where_two_holders_meet_and_nowhere_else(everything):
    by_id = {one["id"]: one for one in everything["scenarios"]}
    assert by_id["two-islands-1956"]["cuts"] == []
    (line,) = by_id["aso-quarter"]["cuts"]
    assert shapely.LineString(line).length > 0


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_rows_stand_in_the_order_of_the_language_and_shares_are_whole(lang):
    rows = told(scenario("aso-quarter"), lang)["rows"]
    assert [r["holder"] for r in rows] == (["RU", "JP"] if lang == "ru" else ["JP", "RU"])
    assert sum(r["fraction"] for r in rows) == pytest.approx(1, abs=1e-12)


def test_a_cut_owns_up_to_being_the_kit_s_own():
    note = told(scenario("equal-area"), "en")["cutNote"]
    assert "this kit's own construction" in note
    assert "lies to its southwest" in note
    assert told(scenario("two-islands-1956"), "en")["cutNote"] == ""


def test_as_administered_is_no_conditional():
    assert told(scenario("status-quo"), "en")["rows"][0]["verb"] == "Administered by Russia"
    assert told(scenario("four-islands"), "en")["rows"][0]["verb"] == "Japan would hold"


def test_a_drawn_line_is_told_as_given():
    line = shapely.LineString([(147.0, 45.6), (147.9, 44.2)])
    own = scenario("status-quo").cut("etorofu", line=line, holder="JP", rest="RU")
    assert told(own, "en")["cutNote"] == (
        "The line through the island was drawn by whoever made this scenario. "
        "Its edges are geodesics."
    )
