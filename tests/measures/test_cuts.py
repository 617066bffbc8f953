"""A sweep gives what single cuts give."""

import numpy as np
import pytest

import kurilmap as km
from kurilmap.errors import ScenarioError
from kurilmap.geodesy.measure import geod
from kurilmap.geodesy.profile import Profile
from kurilmap.measures import cuts
from kurilmap.scenarios.land import land

SHARES = [0.0007, 0.031, 0.25, 0.5, 0.68, 0.93, 0.9992]


def full(unit, share):
    return km.scenario("status-quo").cut(unit, share=share, holder="JP", rest="RU")


@pytest.mark.parametrize("unit", ["habomai", "shikotan", "kunashiri", "etorofu"])
def test_each_cut_is_the_full_cut_to_a_square_metre(unit):
    table = km.sweep(unit, SHARES, progress=False)
    for row in table.itertuples():
        single = full(unit, row.share)
        assert row.taken_km2 * 1e6 == pytest.approx(single.shares()["JP"], abs=cuts.TOLERANCE_M2)
        length = sum(geod().geometry_length(line) for line in single.cut_lines())
        assert row.cut_km * 1000 == pytest.approx(length, abs=1)


def test_the_line_itself_takes_the_share_and_not_the_table_alone():
    # Measured on the ellipsoid, at the offset that the table gives, unrounded.
    from kurilmap.geodesy.divider import straight
    from kurilmap.geodesy.parcels import Parcel, taken_area

    on = land()
    parcels = [Parcel.whole(on.plots[i]) for i, group in on.groups.items() if group == "etorofu"]
    table = km.sweep("etorofu", np.linspace(0.01, 0.99, 23), progress=False)
    solver = cuts._asked("etorofu", [], "JP", "RU", "southwest", None)[0]
    for row in table.itertuples():
        taken = taken_area(parcels, straight(solver._normal, row.offset_m))
        assert taken == pytest.approx(row.taken_km2 * 1e6, abs=cuts.TOLERANCE_M2)


def test_a_repeated_cut_is_not_solved_twice(monkeypatch):
    solved = []
    real = Profile.offset

    def counted(self, area):
        solved.append(area)
        return real(self, area)

    monkeypatch.setattr(Profile, "offset", counted)
    cuts._cuts.cache_clear()
    km.sweep("shikotan", [0.3, 0.6, 0.3], progress=False)
    first = len(solved)
    km.sweep("shikotan", [0.6, 0.3], holder="RU", rest="JP", progress=False)
    assert len(solved) == first
    km.sweep("shikotan", [0.6, 0.7], progress=False)
    assert len(solved) == first + 1


def test_whole_islets_beside_a_cut_keep_their_area():
    on = land()
    for piece in full("etorofu", 0.4).pieces():
        if not piece.cut_edges:
            assert piece.area_m2 == on.plots[piece.island].area


def test_larger_shares_lie_farther_on_and_take_more():
    table = km.sweep("etorofu", np.linspace(0.001, 0.999, 300), progress=False)
    assert table["offset_m"].is_monotonic_increasing
    assert table["taken_km2"].is_monotonic_increasing
    assert (table["taken_km2"] + table["left_km2"]).to_numpy() == pytest.approx(
        table["taken_km2"][0] + table["left_km2"][0]
    )


def test_totals_are_those_of_the_whole_partition():
    quarter = km.sweep("etorofu", [0.25], of="three-islands", progress=False).iloc[0]
    areas = km.scenario("aso-quarter").shares()
    assert quarter["JP_km2"] == pytest.approx(areas["JP"] / 1e6, abs=1e-6)
    assert quarter["RU_km2"] == pytest.approx(areas["RU"] / 1e6, abs=1e-6)


def test_a_third_holder_has_a_column_of_its_own():
    table = km.sweep("kunashiri", [0.5], holder="joint", progress=False)
    assert table["joint_km2"][0] == pytest.approx(table["taken_km2"][0])


def test_one_is_told_how_far_it_is():
    told = []
    km.sweep("habomai", [0.2, 0.4], progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"unit": "urup"}, "sweep\\('urup', …\\) was asked for; allowed are habomai"),
        ({"shares": [0.5, 1.2]}, r"share=1\.2 was given; allowed is a number between 0 and 1"),
        ({"shares": [float("nan")]}, "share=nan was given"),
        ({"holder": "US"}, "holder='US' was given; allowed are JP, RU, joint"),
        ({"holder": "RU"}, "holder and rest are both 'RU'"),
        ({"side": "up"}, "side='up' was given"),
    ],
)
def test_what_is_no_cut_is_refused(given, message):
    asked = {"unit": "etorofu", "shares": [0.5], "progress": False} | given
    with pytest.raises(ScenarioError, match=message):
        km.sweep(**asked)
