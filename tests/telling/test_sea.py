"""Figures of the sea beside the published ones, and straits by who has their shores."""

import re

import pytest

import kurilmap as km
from kurilmap import geodata
from kurilmap.errors import UnknownScenario, UnknownWord
from kurilmap.sea.crossings import crossings, narrows, shore_holders
from kurilmap.telling.sea import sea_told
from kurilmap.telling.straits import strait_table

MEASURES = ("200-mile zone", "share of the 200-mile zone", "distance")


@pytest.fixture(scope="module")
def figures():
    return km.sea_figures()


def test_every_published_figure_of_the_sea_has_a_row(figures):
    published = {f["id"] for f in km.figures().reset_index().to_dict("records") if sea_s(f)}
    published |= {f"width-{id_}" for id_ in km.straits().query("width_km.notna()").index}
    assert set(figures.index) == published


def sea_s(figure):
    return figure["measure"].startswith(MEASURES)


def test_published_and_computed_stand_in_columns_of_their_own_with_the_difference(figures):
    assert (figures["difference"] == figures["computed"] - figures["published"]).all()
    assert figures["why"].str.len().gt(20).all()
    assert set(figures["source"]) <= set(km.sources().index)
    table = km.figures()
    for id_, row in figures.iterrows():
        if id_ in table.index:
            assert row["published"] == table.loc[id_, "value"]


def test_distances_agree_with_the_published_ones_to_a_kilometre(figures):
    # Northern Territories Issue Association, 2014: Nosappu to Taraku 45.5 km, to Etorofu 144.5.
    # Where islets count, and where the figure is to another island, the explanation says so.
    apart = figures.query("unit == 'km'")["difference"].abs()
    assert set(apart[apart > 1.05].index) == {
        "distance-habomai-shikotan",
        "width-goyomai",
        "width-shikotan",
    }
    assert "Odoke / Rifovyy" in figures.loc["width-goyomai", "why"]
    # Between the main islands 22 km, as the Cabinet Office has it.
    assert "22.2" in figures.loc["distance-habomai-shikotan", "why"]


def test_the_zone_is_told_with_every_published_figure_and_its_unit(figures):
    zone = figures.loc["zone-2000-valencia"]
    assert zone["published"] == 147_630
    assert "nautical square km" in zone["why"]
    assert 200_000 < zone["computed"] < 230_000
    assert figures.loc["zone-share-2014-iwashita", "published"] == 40


@pytest.mark.parametrize("lang", ["ja", "ru"])
def test_the_tables_are_told_in_each_language_with_the_same_numbers(figures, lang):
    told = km.sea_figures(lang)
    assert told["computed"].equals(figures["computed"])
    assert not told["why"].str.contains(r"\b(?:the|and|of)\b").any()
    straits = strait_table("three-islands", lang)
    assert straits["narrows"].equals(strait_table("three-islands")["narrows"])
    assert not straits["law"].str.contains(r"\b(?:the|and|of)\b").any()


# Who has the shores follows from the scenarios; 24 nautical miles are 44.4 km.
@pytest.mark.parametrize(
    ("given", "strait", "holders", "whose"),
    [
        ("status-quo", "ekaterina", ("RU", "RU"), "one"),
        ("status-quo", "nemuro", ("RU", "JP"), "two"),
        ("status-quo", "goyomai", ("RU", "JP"), "two"),
        ("two-islands-1956", "goyomai", ("JP", "JP"), "one"),
        ("two-islands-1956", "south-kuril", ("RU", "JP"), "open"),
        ("three-islands", "ekaterina", ("JP", "RU"), "two"),
        ("four-islands", "vries", ("JP", "RU"), "two"),
        ("equal-area", "ekaterina", ("JP", "JP"), "one"),
        ("equal-area", "vries", ("RU", "RU"), "one"),
        ("status-quo", "la-perouse", ("JP", "RU"), "open"),
    ],
)
def test_narrows_belong_to_who_has_the_shores(given, strait, holders, whose):
    row = strait_table(given).loc[strait]
    assert (row["holder_1"], row["holder_2"]) == holders
    assert row["narrows"] == whose
    law = {one["id"]: one["text"]["en"] for one in geodata.records("sea.toml")["law"]}
    assert row["law"] == law[whose]
    assert row["law_source"] == "unclos-1982"


def test_a_shore_held_jointly_is_a_case_of_its_own():
    joint = km.scenario("status-quo").assign(shikotan="joint")
    assert strait_table(joint).loc["shikotan", "narrows"] == "joint"


def test_a_strait_s_shore_is_that_of_the_islet_where_it_is_narrowest():
    islet = km.scenario("status-quo").assign(**{"habomai/odoke": "JP"})
    assert shore_holders(islet)["goyomai"] == ("JP", "JP")


def test_three_miles_hold_in_la_perouse_for_japan_alone():
    # 42.5 km: with 12 miles on both sides (44.4 km) the strait would be closed.
    assert narrows("la-perouse", ("RU", "RU"), 42.5) == "one"
    assert narrows("la-perouse", ("JP", "RU"), 42.5) == "open"


def test_the_narrowest_place_is_between_the_two_shores():
    published = km.straits()["width_km"].dropna().drop("goyomai")
    for id_, km_wide in published.items():
        assert crossings()[id_].km == pytest.approx(km_wide, rel=0.11)


def test_what_one_gains_another_loses():
    for id_ in ("two-islands-1956", "equal-area"):
        rows = sea_told(km.scenario(id_), "en")["rows"]
        assert [row[0] for row in rows] == ["Japan", "Russia"]
        for gained, lost in zip(rows[0][1:], rows[1][1:], strict=True):
            assert gained[0] == "+"
            assert gained[1:] == lost[1:]


def test_a_reader_of_russian_sees_russia_first():
    rows = sea_told(km.scenario("four-islands"), "ru")["rows"]
    assert [row[0] for row in rows] == ["Россия", "Япония"]
    assert all(re.fullmatch(r"[−+]\d+(\u00a0\d{3})*\u00a0км²", cell) for cell in rows[0][1:])


def test_unknown_scenarios_and_languages_are_refused():
    with pytest.raises(UnknownScenario, match="nowhere"):
        strait_table("nowhere")
    with pytest.raises(UnknownWord, match="lang='fr'"):
        strait_table("status-quo", "fr")
    with pytest.raises(UnknownWord, match="lang='fr'"):
        km.sea_figures("fr")
