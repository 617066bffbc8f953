from itertools import pairwise

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from kurilmap.errors import ScenarioError
from kurilmap.geodesy import area
from kurilmap.geodesy.measure import geod
from kurilmap.scenarios import CutRule, pieces, scenario, scenarios
from kurilmap.scenarios.land import land
from kurilmap.scenarios.partition import cut_lines, territory

UNITS = ("habomai", "shikotan", "kunashiri", "etorofu")
HALF_ETOROFU = CutRule("etorofu", 0.5, "JP", "RU", side="west")


def totals(found, id_="toy"):
    held = {}
    for piece in found:
        holder = piece.holders[id_]
        held[holder] = held.get(holder, 0.0) + piece.area_m2
    return held


def whole():
    return sum(plot.area for plot in land().plots.values())


def test_a_low_tide_elevation_is_no_land(toys, make):
    assert "habomai/r" not in {piece.island for piece in pieces([make()], toys)}


def test_a_piece_knows_its_island_and_its_holder(toys, make):
    found = pieces([make(habomai="JP")], toys)
    assert [(p.unit, p.island, p.holders["toy"]) for p in found] == [
        ("habomai", "habomai/h", "JP"),
        ("shikotan", "shikotan/s", "RU"),
        ("kunashiri", "kunashiri/k", "RU"),
        ("etorofu", "etorofu/e", "RU"),
    ]
    assert all(piece.cut_edges == () for piece in found)


def test_half_of_the_slab_lies_west_of_its_middle(toys, make):
    west, east = pieces([make(HALF_ETOROFU)], toys)[-2:]
    assert (west.holders["toy"], east.holders["toy"]) == ("JP", "RU")
    assert west.geometry.bounds == pytest.approx((3, -0.2, 4, 0.2), abs=1e-4)
    assert west.area_m2 == pytest.approx(east.area_m2, abs=1)


def test_a_second_cut_divides_what_the_first_left(toys, make):
    again = make(
        CutRule("etorofu", 0.25, "JP", "RU", side="west"),
        CutRule("etorofu", 0.25, "joint", "RU", side="west"),
    )
    parts = pieces([again], toys)[-3:]
    assert [p.holders["toy"] for p in parts] == ["JP", "RU", "joint"]
    slab = toys.plots["etorofu/e"].area
    assert [p.area_m2 / slab for p in parts] == pytest.approx([0.25, 0.5, 0.25], abs=1e-9)
    by_holder = {p.holders["toy"]: p.geometry.bounds for p in parts}
    # The shares are of the whole unit: 3 to 3.5 degrees, 3.5 to 4, and the rest.
    assert by_holder["joint"][::2] == pytest.approx((3.5, 4), abs=1e-3)


def test_a_second_cut_may_cross_the_first_and_stops_at_it(toys, make):
    crossing = make(
        CutRule("etorofu", 0.5, "JP", "RU", side="west"),
        CutRule("etorofu", 0.25, "joint", "RU", side="north", bearing=90),
    )
    found = pieces([crossing], toys)[-3:]
    west = next(p for p in found if p.holders["toy"] == "JP")
    assert west.geometry.bounds == pytest.approx((3, -0.2, 4, 0.2), abs=1e-4)
    assert len(cut_lines(found)) == 3  # they meet in one point


def test_three_pieces_that_meet_share_the_points_on_their_edges(toys, make):
    one = make(CutRule("etorofu", 0.5, "JP", "RU", side="west"))
    other = make(CutRule("etorofu", 0.4, "JP", "RU", side="northwest", bearing=30), id="other")
    found = pieces([one, other], toys)[3:]
    edges = [edge for piece in found for line in piece.cut_edges for edge in sorted_pairs(line)]
    assert len(found) >= 3
    assert {edges.count(edge) for edge in edges} == {2}


def sorted_pairs(line):
    return [tuple(sorted(pair)) for pair in pairwise(line.coords)]


def test_a_second_cut_parallel_to_the_first_is_solved_as_well():
    # The first cut leaves an edge along the second, whose slope is rounding and nothing else.
    for bearing in (100.0, 123.4, 147.0):
        made = scenario("status-quo")
        for holder in ("JP", "joint"):
            made = made.cut("etorofu", 0.2, holder=holder, rest="RU", bearing=bearing)
        shares = made.shares()
        assert shares["joint"] == pytest.approx(shares["JP"], abs=1)


def test_pieces_that_no_scenario_parts_are_one(toys, make):
    same = [make(HALF_ETOROFU, id="one"), make(HALF_ETOROFU, id="two", habomai="JP")]
    assert len([p for p in pieces(same, toys) if p.unit == "etorofu"]) == 2


def test_a_cut_between_parts_of_one_holder_leaves_one_piece(toys, make):
    twice = make(
        CutRule("etorofu", 0.25, "JP", "RU", side="west"),
        CutRule("etorofu", 0.25, "JP", "RU", side="west"),
    )
    found = [p for p in pieces([twice], toys) if p.unit == "etorofu"]
    assert sorted(p.holders["toy"] for p in found) == ["JP", "RU"]
    assert len(cut_lines(found)) == 1


def test_equal_areas_are_solved_over_all_land(toys, make):
    held = totals(pieces([make(CutRule("etorofu", "equal", "JP", "RU", side="west"))], toys))
    assert abs(held["JP"] - held["RU"]) < 10


def test_equal_areas_leave_joint_land_out(toys, make):
    rule = CutRule("etorofu", "equal", "JP", "joint", side="west")
    held = totals(pieces([make(rule, habomai="JP")], toys))
    assert abs(held["JP"] - held["RU"]) < 10
    assert held["joint"] > 0


def test_an_equal_cut_after_another_of_its_unit_divides_the_rest(toys, make):
    rules = (
        CutRule("etorofu", 0.3, "joint", "RU", side="west"),
        CutRule("etorofu", "equal", "JP", "RU", side="east"),
    )
    held = totals(pieces([make(*rules)], toys))
    assert abs(held["JP"] - held["RU"]) < 10


@pytest.mark.parametrize(
    ("rule", "holders", "reason"),
    [
        (
            CutRule("habomai", "equal", "JP", "RU", side="west"),
            {},
            r"no cut here makes the totals equal: without habomai JP holds 0 km²",
        ),
        (
            CutRule("etorofu", "equal", "joint", "JP", side="west"),
            {"habomai": "JP", "shikotan": "JP", "kunashiri": "JP"},
            "no cut here makes the totals equal",
        ),
    ],
)
def test_an_equality_that_no_cut_can_reach_is_refused(toys, make, rule, holders, reason):
    with pytest.raises(ScenarioError, match=reason):
        pieces([make(rule, **holders)], toys)


def test_two_scenarios_of_one_id_are_refused(toys, make):
    with pytest.raises(ScenarioError, match=r"Two scenarios with the id 'toy'.*named"):
        pieces([make(), make(habomai="JP")], toys)


def test_no_scenario_at_all_still_gives_the_land(toys):
    assert [piece.holders for piece in pieces([], toys)] == [{}] * 4


def test_the_same_land_in_a_table_has_one_row_a_unit_and_party(toys, make):
    rows = territory("toy", pieces([make(HALF_ETOROFU, habomai="JP")], toys))
    assert rows[["unit", "holder"]].to_numpy().tolist() == [
        ["habomai", "JP"],
        ["shikotan", "RU"],
        ["kunashiri", "RU"],
        ["etorofu", "JP"],
        ["etorofu", "RU"],
    ]
    assert rows.crs == "EPSG:4326"
    assert list(rows.columns) == ["unit", "holder", "administers", "geometry", "area_km2"]


def test_one_scenarios_territory_agrees_with_the_pieces_of_all():
    every = pieces(scenarios().values())
    for id_, one in scenarios().items():
        rows = territory(id_, every).set_index(["unit", "holder"])
        own = one.territory().set_index(["unit", "holder"])
        assert rows.index.tolist() == own.index.tolist()
        assert (rows.area_km2 - own.area_km2).abs().max() * 1e6 < 1
        for key in own.index:
            assert area(rows.geometry[key].symmetric_difference(own.geometry[key])) < 1


def test_the_pieces_of_all_scenarios_cover_the_land_once():
    every = pieces(scenarios().values())
    assert sum(piece.area_m2 for piece in every) == pytest.approx(whole(), abs=1)
    assert all(piece.geometry.is_valid and piece.geometry.exterior.is_ccw for piece in every)


def test_cut_edges_are_densified_and_lie_on_their_piece():
    for piece in pieces([scenario("equal-area"), scenario("aso-quarter")]):
        for edge in piece.cut_edges:
            points = shapely.get_coordinates(edge)
            _, _, metres = geod().inv(*points[:-1].T, *points[1:].T)
            assert max(metres) <= 500
            assert set(edge.coords) <= set(piece.geometry.exterior.coords)


def test_outlines_beside_the_cut_are_given_out_as_they_are():
    shown = {piece.island: piece.geometry for piece in pieces([scenario("equal-area")])}
    for island, plot in land().plots.items():
        if island != "etorofu/etorofu":
            assert shown[island].equals(plot.polygon)


def test_the_cut_lines_part_the_two_holders():
    (line,) = scenario("equal-area").cut_lines()
    assert len(line.coords) > 10


SCENARIOS = st.fixed_dictionaries(
    {
        **{unit: st.sampled_from(["JP", "RU", "joint"]) for unit in UNITS},
        "cuts": st.lists(
            st.tuples(
                st.sampled_from(UNITS),
                st.floats(0.02, 0.98),
                st.sampled_from([("JP", "RU"), ("RU", "JP"), ("joint", "RU"), ("JP", "joint")]),
                st.floats(90, 180),
            ),
            max_size=2,
            unique_by=lambda cut: cut[0],
        ),
    }
)


def drawn(spec):
    made = scenario("status-quo").assign(**{unit: spec[unit] for unit in UNITS})
    for unit, share, (holder, rest), bearing in spec["cuts"]:
        # From the southwest the cut's azimuth may be what it will, but along the side.
        azimuth = 90 + (bearing - 90) * 0.9 + 4.5
        made = made.cut(unit, share, holder=holder, rest=rest, bearing=azimuth)
    return made


def swapped(spec):
    other = {"JP": "RU", "RU": "JP", "joint": "joint"}
    cuts = [(u, s, (other[h], other[r]), b) for u, s, (h, r), b in spec["cuts"]]
    return {**{unit: other[spec[unit]] for unit in UNITS}, "cuts": cuts}


@given(SCENARIOS)
@settings(deadline=None, max_examples=20)
def test_the_parts_of_any_scenario_add_up_and_its_shares_sum_to_one(spec):
    made = drawn(spec)
    shares = made.shares()
    assert sum(shares.values()) == pytest.approx(whole(), abs=1)
    assert sum(value / whole() for value in shares.values()) == pytest.approx(1, abs=1e-9)
    rows = made.territory()
    assert rows.area_km2.sum() * 1e6 == pytest.approx(whole(), abs=1)
    assert sum(map(area, rows.geometry)) == pytest.approx(whole(), abs=1)
    assert rows.geometry.is_valid.all()


@given(SCENARIOS)
@settings(deadline=None, max_examples=15)
def test_swapping_the_parties_mirrors_the_shares(spec):
    there, back = drawn(spec).shares(), drawn(swapped(spec)).shares()
    assert back["JP"] == pytest.approx(there["RU"], abs=1e-6)
    assert back["RU"] == pytest.approx(there["JP"], abs=1e-6)
    assert back.get("joint", 0) == pytest.approx(there.get("joint", 0), abs=1e-6)


@given(st.sampled_from(UNITS), st.lists(st.floats(0.01, 0.99), min_size=2, max_size=2))
@settings(deadline=None, max_examples=15)
def test_a_larger_share_never_gives_less(unit, shares):
    low, high = (
        scenario("status-quo").cut(unit, share, holder="JP", rest="RU").shares()["JP"]
        for share in sorted(shares)
    )
    assert high >= low - 1
