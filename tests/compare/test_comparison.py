"""Scenarios side by side: what may be compared, and how it is shown."""

import re
import sys

import geopandas as gpd
import pytest
from selectolax.lexbor import LexborHTMLParser

import kurilmap as km
from kurilmap import measures
from tests.hostile import HOSTILE


def test_the_whole_catalogue_a_file_and_a_scenario_compare_in_one_call(tmp_path):
    mine = km.scenario("status-quo").assign(habomai="JP").named("mine", "Mine")
    km.scenario("equal-area").named("from-file").to_toml(tmp_path / "file.toml")
    found = km.compare(km.scenarios(), tmp_path / "file.toml", mine)
    ids = [*km.scenarios(), "from-file", "mine"]
    assert [one.id for one in found.scenarios] == ids
    assert found.table["scenario"].drop_duplicates().tolist() == ids
    assert km.compare(*km.scenarios(), str(tmp_path / "file.toml"), mine).table.equals(found.table)


def test_the_table_is_tidy_and_keeps_to_the_contract():
    table = km.compare("two-islands-1956", "equal-area").table
    assert list(table) == ["scenario", "holder", "measure", "value", "unit"]
    assert not table.isna().any().any()
    assert not table.duplicated(["scenario", "holder", "measure"]).any()
    named_only = {"change of territorial sea", "change of EEZ", "sea boundary"}  # they take seconds
    assert set(table["measure"]) == set(measures.MEASURES) - named_only


def test_shares_agree_with_the_published_areas_to_a_third_of_a_point():
    # GSI 2025: 94.84, 247.65, 1,489.27 and 3,166.64 of 4,998.40 km².
    published = {
        "two-islands-1956": (94.84 + 247.65) / 4998.40,
        "three-islands": (94.84 + 247.65 + 1489.27) / 4998.40,
        "aso-quarter": (94.84 + 247.65 + 1489.27 + 3166.64 / 4) / 4998.40,
    }
    table = km.compare(*published, measures=["land share"]).table
    for id_, share in published.items():
        computed = table[(table["scenario"] == id_) & (table["holder"] == "JP")]["value"].item()
        assert computed == pytest.approx(share, abs=0.003)


def test_the_difference_of_two_needs_no_names_and_of_more_does():
    both = km.compare("two-islands-1956", "three-islands")
    assert both.difference().equals(both.difference("two-islands-1956", "three-islands"))
    assert isinstance(both.difference(), gpd.GeoDataFrame)
    assert both.difference().loc[0, ["unit", "from", "to"]].tolist() == ["kunashiri", "RU", "JP"]
    more = km.compare(km.scenarios())
    with pytest.raises(km.ScenarioError, match="needs two of them"):
        more.difference()
    assert not more.difference("status-quo", "equal-area").empty


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((), "compare.. was given no scenario; name some"),
        (([],), "compare.. was given no scenario"),
        (("equal-area", "equal-area"), "have one id, equal-area; name each scenario once"),
        ((7,), "7 was given to be compared; allowed are scenarios, ids of the catalogue"),
        (("no-such.toml",), "no-such.toml"),
    ],
)
def test_what_cannot_be_compared_is_refused(given, message):
    with pytest.raises(km.ScenarioError, match=message):
        km.compare(*given)


def test_an_unknown_id_names_the_nearest():
    with pytest.raises(km.UnknownScenario, match="nearest: equal-area"):
        km.compare("equal-are")


def test_an_unknown_language_is_refused():
    with pytest.raises(km.UnknownWord, match="lang='de' was given"):
        km.compare("equal-area", lang="de")
    with pytest.raises(km.UnknownWord, match="lang='de' was given"):
        km.compare("equal-area").to_html("de")


def test_a_notebook_shows_what_is_computed_apart_from_what_is_published():
    shown = LexborHTMLParser(km.compare("two-islands-1956", "aso-quarter")._repr_html_())
    computed, published = shown.css("table")
    assert "Land area" in computed.text()
    assert "1945" not in computed.text()
    # 5,281 people lived on Habomai in 1945 (MOFA); 2,620 km² is half of the whole and a bit.
    assert "Habomai 5,281 (1945)" in published.text()
    assert "Etorofu / Iturup: not known below the unit" in published.text()
    assert "2,620\u00a0km²" in computed.text()
    assert "km²" not in published.text()
    assert "mofa" in shown.text().lower() or "外務省" in shown.text()


@pytest.mark.parametrize(("lang", "first"), [("en", "Japan"), ("ja", "日本"), ("ru", "Россия")])
def test_the_tables_speak_three_languages(lang, first):
    shown = LexborHTMLParser(km.compare("two-islands-1956", lang=lang).to_html())
    holders = [cell.text() for cell in shown.css("tbody th.level1")]
    assert holders[0] == first
    assert "343" in shown.text()


def test_the_same_comparison_shows_the_same_bytes():
    assert km.compare("equal-area").to_html() == km.compare("equal-area").to_html()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_titles_and_measures_are_only_text(text):
    def odd(one):
        return {text: 1.0}

    odd.__name__, odd.unit = text, text
    mine = km.scenario("status-quo").named("mine", text)
    shown = LexborHTMLParser(km.compare(mine, measures=[odd]).to_html())
    assert not shown.css("script, img, svg, iframe, a, b")
    assert not [node for node in shown.css("*") if any(a.startswith("on") for a in node.attributes)]
    assert " ".join(text.split()) in " ".join(shown.css_first("th.col_heading").text().split())


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_a_chart_draws_every_letter_of_its_language(lang, tmp_path):
    # A missing letter would be a warning of matplotlib's, and warnings are errors here.
    figure = km.compare(km.scenarios()).chart(lang)
    figure.savefig(tmp_path / "chart.png")
    words = {text.get_text() for text in figure.axes[0].get_legend().get_texts()}
    expected = {"en": {"Japan", "Russia"}, "ja": {"日本", "ロシア"}, "ru": {"Россия", "Япония"}}
    assert expected[lang] <= words


def test_holders_of_a_chart_differ_by_hatch_and_not_by_colour_alone():
    axes = km.compare("equal-area").chart().axes[0]
    filled = [bar for bar in axes.patches if bar.get_fill()]
    assert len({bar.get_hatch() for bar in filled}) == len(filled) == 2


@pytest.mark.parametrize("text", [*HOSTILE.values(), "$\\frac{1}{0}$", "\U0001f5fe\u0f40 \ue000"])
def test_any_title_can_stand_in_a_chart(text, tmp_path):
    mine = km.scenario("status-quo").named("mine", text)
    km.compare(mine).chart().savefig(tmp_path / "chart.svg")


def test_a_chart_shows_itself_in_a_notebook():
    assert km.compare("equal-area").chart("ja")._repr_png_().startswith(b"\x89PNG")


def test_without_matplotlib_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(km.MissingExtra, match=re.escape("pip install 'kurilmap[notebook]'")):
        km.compare("equal-area").chart()


def test_without_a_font_for_the_language_the_error_says_what_to_install(monkeypatch):
    from kurilmap.printed import fonts

    monkeypatch.setattr(fonts, "_JAPANESE", ())
    monkeypatch.setattr(fonts, "_others", tuple)
    with pytest.raises(km.MissingExtra, match="install one, such as Noto Sans CJK"):
        km.compare("equal-area").chart("ja")
    km.compare("equal-area").chart("ru")


def test_two_are_two_maps_and_more_are_one_with_a_choice():
    two = km.save_html(km.compare("two-islands-1956", "equal-area").map())
    more = km.save_html(km.compare(km.scenarios(), lang="ru").map())
    assert "kurilmap.beside(map_" in two
    assert "kurilmap.several(map_" in more
    assert "Сравнение сценариев" in more


def test_both_maps_live_on_one_copy_of_the_geometry():
    page = km.save_html(km.comparison_map("two-islands-1956", "aso-quarter"))
    single = km.save_html(km.overview_map(scenarios=["two-islands-1956", "aso-quarter"]))
    assert page.count('"pieces":[') == 1
    assert len(page) < 1.05 * len(single)


def test_a_map_of_one_scenario_twice_is_refused():
    with pytest.raises(km.ScenarioError, match="two scenarios with the id 'equal-area'"):
        km.comparison_map("equal-area", "equal-area")
