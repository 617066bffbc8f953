"""What changes hands between two scenarios."""

import pytest

from kurilmap.errors import ScenarioError
from kurilmap.measures import difference
from kurilmap.measures.changes import changed, table
from kurilmap.scenarios import CutRule, pieces, scenario
from tests.scenarios.toy import made


def test_what_differs_is_told_by_unit_and_holders(toys):
    a = made(id="a")
    b = made(CutRule("etorofu", 0.5, "JP", "RU", side="west", bearing=0.0), id="b", habomai="JP")
    moved = table(changed(pieces([a, b], toys), "a", "b"))
    assert moved[["unit", "from", "to"]].values.tolist() == [
        ["habomai", "RU", "JP"],
        ["etorofu", "RU", "JP"],
    ]
    # A square, and half of five squares.
    first, second = moved["area_km2"]
    assert second == pytest.approx(2.5 * first, rel=1e-4)


def test_between_two_cuts_only_the_strip_changes_hands(toys):
    a, b = (
        made(CutRule("etorofu", share, "JP", "RU", side="west", bearing=0.0), id=id_)
        for id_, share in (("a", 0.25), ("b", 0.75))
    )
    moved = table(changed(pieces([a, b], toys), "a", "b"))
    assert moved[["unit", "from", "to"]].values.tolist() == [["etorofu", "RU", "JP"]]
    west, _, east, _ = moved.geometry.total_bounds
    assert (west, east) == pytest.approx((3.5, 4.5), abs=1e-3)


def test_another_administration_is_a_change_though_no_land_changes_hands(toys):
    a, b = made(id="a"), made(id="b", administers={"shikotan": "JP"})
    moved = table(changed(pieces([a, b], toys), "a", "b"))
    assert moved.drop(columns=["geometry", "area_km2"]).values.tolist() == [
        ["shikotan", "RU", "RU", "RU", "JP"]
    ]


def test_the_way_back_moves_the_same_land():
    a, b = scenario("three-islands"), scenario("equal-area")
    there, back = difference(a, b), difference(b, a)
    assert there["area_km2"].tolist() == pytest.approx(back["area_km2"].tolist())
    assert there["from"].tolist() == back["to"].tolist()
    # To a square metre: what Japan would hold more.
    more = (b.shares()["JP"] - a.shares()["JP"]) / 1e6
    assert there["area_km2"].sum() == pytest.approx(more, abs=1e-6)
    assert there.crs.to_epsg() == 4326


def test_equal_scenarios_differ_in_nothing():
    one = scenario("equal-area")
    assert difference(one, one.named(id="again")).empty
    with pytest.raises(ScenarioError, match="Two scenarios with the id 'equal-area'"):
        difference(one, one)
