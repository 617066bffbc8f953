"""What must hold of the zones of any scenario."""

from itertools import combinations

import pytest
import shapely

import kurilmap as km
from kurilmap.sea import seas, shore_widths
from tests.sea.examples import EXAMPLES


@pytest.fixture(scope="module")
def every():
    return {name: km.sea(make()) for name, make in EXAMPLES.items()}


@pytest.mark.parametrize("name", EXAMPLES)
def test_zones_are_valid_and_disjoint_and_in_the_window(name, every):
    sea = every[name]
    assert sea.zones.geometry.is_valid.all()
    assert sea.boundary.geometry.is_valid.all()
    assert str(sea.zones.crs) == str(sea.boundary.crs) == "EPSG:4326"
    for one, other in combinations(sea.zones.geometry, 2):
        assert one.intersection(other).area == 0
    assert shapely.union_all(sea.zones.geometry).difference(sea.window).area < 1e-12


def test_the_waters_of_all_holders_together_never_change(every):
    totals = [sea.zones["area_km2"].sum() for sea in every.values()]
    assert max(totals) - min(totals) <= 0.001 * min(totals)


@pytest.mark.parametrize("name", EXAMPLES)
def test_changes_are_what_is_gained_and_what_is_lost(name, every):
    sea, today = every[name], every["status-quo"]
    for holder in ("JP", "RU", "joint"):
        for zone in ("territorial sea", "EEZ"):
            rows = sea.changes[sea.changes["zone"] == zone]
            gained = rows.loc[rows["after"] == holder, "area_km2"].sum()
            lost = rows.loc[rows["before"] == holder, "area_km2"].sum()
            change = sea.area_km2(holder, zone) - today.area_km2(holder, zone)
            assert gained - lost == pytest.approx(change, abs=0.01)
    assert (sea.changes["before"] != sea.changes["after"]).all()
    assert sea.changes.geometry.is_valid.all()


def test_status_quo_changes_nothing_and_all_to_one_side_works(every):
    assert len(every["status-quo"].changes) == 0
    all_russian = km.sea(EXAMPLES["status-quo"]().assign(etorofu="RU", habomai="RU"))
    assert len(all_russian.changes) == 0
    assert all_russian.area_km2("RU") == every["status-quo"].area_km2("RU")


def narrowest(one, other):
    width = shore_widths([one], [other])
    return shapely.LineString([width.start, width.end])


@pytest.mark.parametrize(
    ("scenario", "one", "other"),
    [
        ("four-islands", "etorofu", "kurils-north"),
        ("status-quo", "kunashiri", "hokkaido"),
        ("status-quo", "habomai", "hokkaido"),
        ("two-islands-1956", "kunashiri", "hokkaido"),
        ("three-islands", "kunashiri", "etorofu"),
    ],
)
def test_the_line_crosses_the_narrowest_place_between_two_holders(scenario, one, other, every):
    assert every[scenario].boundary.geometry.crosses(narrowest(one, other)).any()


def test_the_line_keeps_away_from_straits_of_one_holder(every):
    assert (
        not every["four-islands"]
        .boundary.geometry.crosses(narrowest("kunashiri", "hokkaido"))
        .any()
    )
    assert (
        not every["status-quo"]
        .boundary.geometry.crosses(narrowest("etorofu", "kurils-north"))
        .any()
    )


@pytest.mark.parametrize(
    ("scenario", "strait", "km_off"),
    [
        # Half the published width, straits.geojson; Nemuro: half the 35 km of its southern mouth.
        ("four-islands", "vries", 41 / 2),
        ("status-quo", "nemuro", 35 / 2),
        ("status-quo", "notsuke", 16 / 2),
        ("status-quo", "goyomai", 7 / 2),
    ],
)
def test_the_line_runs_by_the_coordinates_of_the_strait(scenario, strait, km_off, every):
    point = km.straits().loc[strait, "geometry"]
    line = shapely.union_all(every[scenario].boundary.geometry)
    foot = line.interpolate(line.project(point))
    from pyproj import Geod

    _, _, metres = Geod(ellps="WGS84").inv(point.x, point.y, foot.x, foot.y)
    assert metres / 1000 <= km_off


def test_a_cut_is_joined_to_the_sea_at_both_ends(every):
    for name in ("aso-quarter", "equal-area", "many ends", "habomai cut"):
        boundary = every[name].boundary
        at_sea = shapely.union_all(boundary[boundary["kind"] == "equidistance"].geometry)
        on_land = boundary[boundary["kind"] == "land"]
        assert len(on_land) > 0
        vertices = {tuple(point) for point in shapely.get_coordinates(at_sea).tolist()}
        for line in on_land.geometry:
            assert {line.coords[0], line.coords[-1]} <= vertices


def test_joint_land_has_joint_waters_of_their_own(every):
    sea = every["joint"]
    assert sea.area_km2("joint", "EEZ") > 0
    assert set(sea.boundary["between"]) == {"JP-RU", "RU-joint"}
    assert sea.changes[["before", "after"]].drop_duplicates().values.tolist() == [
        ["RU", "JP"],
        ["RU", "joint"],
    ]


def test_one_islet_takes_waters_with_it(every):
    sea = every["islets"]
    assert 0 < sea.area_km2("joint", "territorial sea") < 1000
    assert set(sea.boundary["between"]) >= {"JP-RU", "RU-joint"}


def test_no_edge_of_what_is_given_out_is_longer_than_500_m_but_the_windows_own(every):
    from pyproj import Geod

    for line in every["aso-quarter"].boundary.geometry:
        lons, lats = shapely.get_coordinates(line).T
        assert max(Geod(ellps="WGS84").line_lengths(lons, lats)) <= 505


def test_the_length_of_a_line_is_that_of_its_geodesics(every):
    from pyproj import Geod

    for row in every["aso-quarter"].boundary.itertuples():
        metres = Geod(ellps="WGS84").geometry_length(row.geometry)
        assert row.length_km == pytest.approx(metres / 1000, rel=1e-9)


def test_waters_of_several_scenarios_are_those_of_each(every):
    together = seas(["status-quo", EXAMPLES["equal-area"]()])
    assert list(together) == ["status-quo", "equal-area"]
    for name, sea in together.items():
        assert sea.zones.equals(every[name].zones)


def test_swapping_the_parties_swaps_the_waters_of_the_islands(every):
    swapped = km.sea(EXAMPLES["status-quo"]().cut("etorofu", share=0.25, holder="RU", rest="JP"))
    whole = every["four-islands"].changes["area_km2"].sum()
    plain = km.sea(EXAMPLES["status-quo"]().cut("etorofu", share=0.25, holder="JP", rest="RU"))
    etorofu = km.sea(EXAMPLES["status-quo"]().assign(etorofu="JP")).changes["area_km2"].sum()
    assert etorofu < whole
    both = swapped.changes["area_km2"].sum() + plain.changes["area_km2"].sum()
    assert both == pytest.approx(etorofu, abs=0.01)


def test_land_without_a_shore_has_no_sea(every):
    inland = shapely.box(147.32, 44.83, 147.36, 44.85)
    ring = every["status-quo"]
    today = EXAMPLES["status-quo"]()
    enclave = km.sea(today.cut("etorofu", polygon=inland, holder="JP", rest="RU"))
    assert len(enclave.changes) == 0
    assert enclave.area_km2("RU") == pytest.approx(ring.area_km2("RU"))


def test_a_polygon_that_cuts_parts_the_waters_off_every_shore_it_crosses():
    drawn = shapely.box(147.5, 44.5, 148.0, 46)
    today = EXAMPLES["status-quo"]()
    sea = km.sea(today.cut("etorofu", polygon=drawn, holder="JP", rest="RU"))
    ends = [point for line in sea.boundary.geometry for point in (line.coords[0], line.coords[-1])]
    on_land = sea.boundary[sea.boundary["kind"] == "land"]
    for line in on_land.geometry:
        assert ends.count(line.coords[0]) == ends.count(line.coords[-1]) == 2


def test_numbers_say_what_they_rest_on(every):
    notes = every["status-quo"].notes
    assert "Straight baselines" in notes["baseline"]
    assert "7 February 1984" in notes["baseline"]
    assert "may differ" in notes["method"]
    assert notes["window"].startswith("139.5-154 E, 40-50 N, without")
    assert "as administered" in notes["land"]
    assert "No third state" in notes["third states"]
    assert "construction of this kit" in notes["joint"]


def test_a_scenario_that_is_none_is_told_of():
    with pytest.raises(km.UnknownScenario, match="No scenario has the id 'four-island'"):
        km.sea("four-island")
