"""A cut moved by hand is the scenario with that cut, and nothing else of it changed."""

import pytest

from kurilmap.errors import ScenarioError
from kurilmap.geodata import UNITS
from kurilmap.geodesy.sides import SIDES
from kurilmap.scenarios import scenario
from kurilmap.scenarios.moved import movable, moved


def test_a_documented_cut_moves_from_where_it_is():
    cut = movable(scenario("aso-quarter"), "etorofu")
    assert (cut.share, cut.bearing, cut.holder, cut.rest) == (0.25, None, "JP", "RU")
    assert cut.solved == 0.25
    own = moved(scenario("aso-quarter"), "etorofu", share=0.5)
    # Half of Etorofu with three islands is what another scenario of the catalogue draws.
    assert own.shares() == scenario("yachi-2009").shares()
    assert own.kind == "constructed"


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_that_is_not_cut_begins_in_halves(unit):
    own = moved(scenario("status-quo"), unit)
    pieces = own.territory().set_index(["unit", "holder"])["area_km2"][unit]
    assert pieces["JP"] == pytest.approx(pieces["RU"], abs=1e-6)


def test_turning_an_equal_cut_keeps_the_totals_equal():
    own = moved(scenario("equal-area"), "etorofu", bearing=100)
    assert own.cuts[0].share == "equal"
    assert own.shares()["JP"] == pytest.approx(own.shares()["RU"], abs=2)


def test_an_equal_cut_stays_where_it_is_when_another_unit_is_cut():
    before = scenario("equal-area").territory().set_index(["unit", "holder"])["area_km2"]
    own = moved(scenario("equal-area"), "kunashiri", share=0.3)
    after = own.territory().set_index(["unit", "holder"])["area_km2"]
    assert after["etorofu"]["JP"] == pytest.approx(before["etorofu"]["JP"], abs=2e-6)


def test_an_islets_equal_cut_stays_where_it_is_when_its_group_is_cut():
    base = scenario("status-quo").assign(etorofu="joint", kunashiri="joint", shikotan="joint")
    base = base.cut("habomai/shibotsu", share="equal", holder="JP", rest="RU")
    islet = {p.holders[base.id]: p.area_m2 for p in base.pieces() if "shibotsu" in p.island}
    own = moved(base, "habomai", share=0.3)
    after = {p.holders[own.id]: p.area_m2 for p in own.pieces() if "shibotsu" in p.island}
    assert set(islet) == {"JP", "RU"}
    assert after == pytest.approx(islet, abs=2)


def test_an_islet_with_a_holder_of_its_own_stays_out():
    base = scenario("status-quo").assign(**{"habomai/suisho": "joint"})
    own = moved(base, "habomai", share=0.5)
    assert own.holders["habomai/suisho"] == "joint"
    assert own.shares()["joint"] == base.shares()["joint"]


def test_rights_over_the_unit_that_is_cut_are_dropped_and_others_kept():
    own = moved(scenario("two-plus-alpha"), "etorofu")
    units = {unit for right in own.rights for unit in right.units}
    assert units == {"kunashiri"}


@pytest.mark.parametrize("bearing", range(0, 180, 5))
@pytest.mark.parametrize("unit", UNITS)
def test_every_bearing_has_a_side_that_says_which_part_is_meant(unit, bearing):
    moved(scenario("status-quo"), unit, share=0.3, bearing=float(bearing))


def test_the_side_turns_with_the_line_and_never_jumps_across_it():
    cut = movable(scenario("status-quo"), "etorofu")
    before = SIDES.index(cut.side)
    for turn in range(90):
        for way in (1, -1):
            side = SIDES.index(cut.side_at((cut.azimuth + way * turn * 0.999) % 180))
            assert abs((side - before + 4) % 8 - 4) <= 2


def test_a_unit_without_land_of_its_own_cannot_be_cut():
    with pytest.raises(ScenarioError, match="unit='sakhalin' was given; allowed: habomai"):
        moved(scenario("status-quo"), "sakhalin")
    base = scenario("status-quo").assign(**{"etorofu/etorofu": "JP"})
    assert movable(base, "etorofu/etorofu") is not None
