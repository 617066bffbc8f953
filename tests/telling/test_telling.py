"""What is told of data in one language."""

import pytest

from kurilmap import geodata, telling
from kurilmap.scenarios import scenario

LANGS = ("en", "ja", "ru")


def plain(text):
    return text.replace("\u00a0", " ")


def source(**wanted):
    """Return the id of a source with these fields."""
    rows = geodata.source_table().items()
    return next(k for k, row in rows if all(row.get(f) == v for f, v in wanted.items()))


def test_checked_is_said_only_of_what_was_read_again():
    read, noted = source(reread=True), source(reread=False)
    assert telling.sources([read], "en")[read]["read"].startswith("checked ")
    assert telling.sources([noted], "en")[noted]["read"].startswith("recorded ")


def test_a_title_in_another_script_has_a_gloss_but_for_its_own_readers():
    key = source(language="ja")
    assert telling.sources([key], "en")[key]["gloss"]
    assert telling.sources([key], "ru")[key]["gloss"]
    assert telling.sources([key], "ja")[key]["gloss"] == ""


def test_a_source_of_the_reader_s_own_stands_as_it_is():
    (told,) = telling.sources(["my-notes"], "en").values()
    assert told == {
        "title": "my-notes",
        "gloss": "",
        "by": "",
        "url": None,
        "lang": None,
        "read": "",
    }


@pytest.mark.parametrize("lang", LANGS)
def test_no_date_is_a_word_of_the_language(lang):
    key = source(year="n.d.")
    assert "n.d." not in telling.sources([key], lang)[key]["by"]


def test_areas_and_shares_are_rounded_to_what_the_outlines_support():
    assert plain(telling.area(3_164_780_000, "en")) == "3,160 km²"
    assert plain(telling.area(3_164_780_000, "ru")) == "3 160 км²"
    assert [telling.share(0.0687, lang) for lang in LANGS][:2] == ["6.9%", "6.9%"]
    assert plain(telling.share(0.0687, "ru")) == "6,9 %"
    assert telling.share(1.0, "en") == "100%"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("unit", geodata.UNITS)
def test_a_main_island_bears_its_group_s_name(unit, lang):
    assert telling.unit_name(f"{unit}/{unit}", lang) == telling.unit_name(unit, lang)


def test_an_islet_without_a_name_is_told_as_such():
    assert telling.unit_name("habomai/n01", "en") == "Islet without a published name"


def own():
    return scenario("status-quo").assign(habomai="JP", shikotan="JP", kunashiri="JP")


def test_equal_halves_tell_the_share_of_what_was_cut():
    # facts: with GSI's areas of 2025, equality needs 21.1 % of Etorofu.
    assert "21.1% of Etorofu / Iturup" in telling.cut_note(scenario("equal-area"), "en")
    island = own().cut("etorofu/etorofu", share="equal", holder="JP", rest="RU")
    assert "% of Etorofu / Iturup lies to its southwest" in telling.cut_note(island, "en")


def test_each_cut_is_told_and_the_same_sentence_stands_once():
    twice = own().cut("etorofu", share=0.2, holder="JP", rest="RU")
    twice = twice.cut("shikotan", share=0.5, holder="JP", rest="RU")
    assert telling.cut_note(twice, "en").count("own construction") == 1
    drawn = twice.cut("kunashiri", share=0.5, bearing=90, side="south", holder="JP", rest="RU")
    assert telling.cut_note(drawn, "en").count("own construction") == 2


@pytest.mark.parametrize("lang", LANGS)
def test_published_areas_have_a_source(lang):
    for unit in geodata.UNITS:
        assert telling.published_area(unit)["source"] in geodata.source_table()
