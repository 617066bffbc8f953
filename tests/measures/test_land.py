"""Area, share, islands, coast and boundary, on toys that can be counted by eye."""

import pytest

from kurilmap import measures
from kurilmap.scenarios import CutRule, scenario, scenarios
from tests.measures.conftest import KM_EAST, KM_NORTH

HALF = CutRule("etorofu", 0.5, "JP", "RU", side="west", bearing=0.0)


def test_a_square_of_eight_is_an_eighth_of_the_land(on_toys):
    toy = on_toys(habomai="JP")
    assert measures.land_share(toy) == pytest.approx({"JP": 1 / 8, "RU": 7 / 8}, rel=1e-4)
    square = 0.4 * KM_EAST * 0.4 * KM_NORTH
    assert measures.land_area(toy)["JP"] == pytest.approx(square, rel=1e-4)


def test_joint_land_has_a_row_of_its_own_and_only_where_there_is_some(on_toys):
    assert list(measures.land_area(on_toys())) == ["JP", "RU"]
    toy = on_toys(kunashiri="joint")
    assert list(measures.land_share(toy)) == ["JP", "RU", "joint"]
    assert sum(measures.land_share(toy).values()) == pytest.approx(1, abs=1e-9)


def test_a_divided_island_counts_for_both_and_for_neither_as_whole(on_toys):
    toy = on_toys(HALF, habomai="JP")
    assert measures.islands(toy) == {"JP": 1, "RU": 2}
    assert measures.islands_in_part(toy) == {"JP": 1, "RU": 1}


def test_a_coast_is_the_outline_without_the_edge_that_a_cut_made(on_toys):
    square = 2 * 0.4 * (KM_EAST + KM_NORTH)
    long = 2 * 2 * KM_EAST + 2 * 0.4 * KM_NORTH
    whole = measures.coastline(on_toys())["RU"]
    assert whole == pytest.approx(3 * square + long, rel=1e-4)
    toy = on_toys(HALF)
    assert measures.coastline(toy)["JP"] == pytest.approx(long / 2, rel=1e-4)
    assert sum(measures.coastline(toy).values()) == pytest.approx(whole, rel=1e-6)


def test_the_scale_of_a_coast_is_the_median_way_from_vertex_to_vertex(on_toys):
    # Two sides of a square run north, two east: the median lies between the two lengths.
    toy = on_toys(habomai="JP")
    middle = 400 * (KM_EAST + KM_NORTH) / 2
    assert measures.coastline_scale(toy)["JP"] == pytest.approx(middle, rel=1e-3)
    assert measures.coastline_scale(on_toys())["JP"] == 0


def test_a_boundary_on_land_is_as_long_for_one_side_as_for_the_other(on_toys):
    # Geodesics between the corners, which bulge: the island is a little wider in its middle.
    across = 0.4 * KM_NORTH
    found = measures.land_boundary(on_toys(HALF))
    assert found == pytest.approx({"JP": across, "RU": across}, rel=1e-3)
    assert measures.land_boundary(on_toys()) == {"JP": 0, "RU": 0}


def test_a_middle_part_has_two_boundaries_and_its_neighbours_one_each(on_toys):
    first = CutRule("etorofu", 0.25, "JP", "RU", side="west", bearing=0.0)
    second = CutRule("etorofu", 0.5, "joint", "RU", side="west", bearing=0.0)
    across = 0.4 * KM_NORTH
    assert measures.land_boundary(on_toys(first, second)) == pytest.approx(
        {"JP": across, "RU": across, "joint": 2 * across}, rel=1e-3
    )


@pytest.mark.parametrize("id_", list(scenarios()))
def test_parts_of_the_coast_add_up_to_the_whole_coast(id_):
    whole = measures.coastline(scenario("status-quo"))["RU"]
    assert sum(measures.coastline(scenario(id_)).values()) == pytest.approx(whole, rel=1e-6)


@pytest.mark.parametrize("id_", list(scenarios()))
def test_shares_add_up_to_one(id_):
    assert sum(measures.land_share(scenario(id_)).values()) == pytest.approx(1, abs=1e-9)


def test_islands_are_all_counted_once():
    # GSI counts 94.84 + 247.65 + … of main islands; the outlines hold every rock from 0.001 km².
    for one in scenarios().values():
        whole, parts = measures.islands(one), measures.islands_in_part(one)
        divided = max(parts.values())
        assert sum(whole.values()) + divided == sum(
            measures.islands(scenario("status-quo")).values()
        )
