"""The public tables keep the names and columns of the contract."""

import pytest

import kurilmap as km
from kurilmap.errors import DataError
from kurilmap.geodata import UNITS

# Geospatial Information Authority of Japan, areas of 2025 (geo/figures.toml, source gsi-2025).
GSI_2025 = {"habomai": 94.84, "shikotan": 247.65, "kunashiri": 1489.27, "etorofu": 3166.64}


def test_groups_stand_from_southwest_to_northeast_with_the_columns_of_the_contract():
    table = km.islands()
    assert tuple(table.index) == UNITS
    assert table.index.name == "unit"
    assert {"name_en", "name_ja", "name_ru", "area_km2", "geometry"} <= set(table.columns)
    assert table.crs.to_epsg() == 4326


def test_islands_carry_their_group_and_feature():
    table = km.islands(by="island")
    assert set(table["group"]) == set(UNITS)
    assert set(table["feature"]) == {"island", "low-tide elevation"}


def test_a_low_tide_elevation_has_no_area_and_counts_for_no_group():
    low = km.islands(by="island").query("feature == 'low-tide elevation'")
    assert low["name_en"].tolist() == ["Kaigara / Signalnyy"]
    assert low["area_km2"].tolist() == [0.0]
    assert not km.islands().loc["habomai", "geometry"].intersects(low.geometry.iloc[0])


def test_a_group_s_area_is_the_sum_of_its_islands():
    islands = km.islands(by="island").groupby("group")["area_km2"].sum()
    for unit, area in km.islands()["area_km2"].items():
        assert islands[unit] == pytest.approx(area, abs=1e-9)


@pytest.mark.parametrize(("unit", "published"), GSI_2025.items())
def test_areas_are_within_six_thousandths_of_the_published_ones(unit, published):
    # GSI gives main islands, and for Habomai the group.
    by = "group" if unit == "habomai" else "island"
    key = unit if unit == "habomai" else f"{unit}/{unit}"
    assert km.islands(by=by).loc[key, "area_km2"] == pytest.approx(published, rel=0.006)


@pytest.mark.parametrize(
    "name", ["places", "straits", "lines", "claims", "events", "proposals", "figures"]
)
def test_every_row_has_a_source_that_the_bibliography_holds(name):
    table = getattr(km, name)()
    assert len(table)
    assert set(table["source"]) <= set(km.sources().index)


def test_what_is_told_in_words_says_why_and_is_not_in_the_catalogue():
    told = km.proposals()
    assert {"moscow-1998", "iwashita-2013-b", "jcp-whole-chain"} <= set(told.index)
    assert not set(told.index) & set(km.scenarios())
    assert all(told[f"why_{lang}"].str.len().min() > 5 for lang in ("en", "ja", "ru"))


def test_every_source_was_checked_on_a_day():
    assert km.sources()["checked"].notna().all()


def test_other_words_than_group_and_island_are_refused():
    with pytest.raises(DataError, match="by='isle' was given; allowed are 'group' and 'island'"):
        km.islands(by="isle")


def test_other_details_than_fine_and_light_are_refused():
    with pytest.raises(DataError, match="detail='rough' was given; allowed are 'fine' and 'light'"):
        km.coast("rough")


def test_fine_and_light_coast_hold_the_same_units():
    assert set(km.coast("fine")["unit"]) == set(km.coast("light")["unit"])


def test_a_caller_who_changes_a_table_changes_only_her_own():
    km.islands()["name_en"] = "changed"
    assert "changed" not in set(km.islands()["name_en"])


@pytest.mark.parametrize("name", ["places", "straits", "lines", "claims", "events", "proposals"])
def test_what_a_table_holds_cannot_be_changed_for_the_next_caller(name):
    assert {type(sources) for sources in getattr(km, name)()["sources"]} == {tuple}


@pytest.mark.parametrize("detail", [["fine"], None, 3])
def test_a_detail_that_is_no_word_is_refused_as_well(detail):
    with pytest.raises(DataError, match="allowed are 'fine' and 'light'"):
        km.coast(detail)
