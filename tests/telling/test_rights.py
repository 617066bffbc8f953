"""What is told of administration, rights, and of proposals in words only."""

import pytest

from kurilmap import telling
from kurilmap.scenarios import scenario
from kurilmap.words import LANGS


@pytest.mark.parametrize(
    ("id_", "labels"),
    [
        ("two-islands-1956", ["Japan would hold", "Russia would hold"]),
        ("kawana-1998", ["Japan would hold, Russia would administer"]),
        ("joint-administration", ["Held jointly"]),
        ("parallel-talks-2001", ["Japan would hold", "Russia would administer until talks decide"]),
        ("joint-economic-2016", ["Administered by Russia, with joint rights"]),
        (
            "iwashita-2013",
            ["Japan would hold", "Russia would hold", "Russia would hold, with joint rights"],
        ),
    ],
)
def test_the_key_of_a_map_names_holder_administration_and_rights(id_, labels):
    assert [row["label"] for row in telling.key(scenario(id_), "en")] == labels


@pytest.mark.parametrize("lang", LANGS)
def test_the_key_covers_all_land(lang):
    for id_ in ("iwashita-2013", "kawana-1998", "aso-quarter"):
        rows = telling.key(scenario(id_), lang)
        assert sum(row["fraction"] for row in rows) == pytest.approx(1, abs=1e-12)


def test_an_answer_by_holder_says_who_administers_but_leaves_rights_to_the_list():
    said = telling.told(scenario("kawana-1998"), "en")["rows"][0]["verb"]
    assert said == "Japan would hold, Russia would administer"
    assert telling.verb(scenario("two-plus-alpha"), "RU", "en") == "Russia would hold"


def test_an_own_scenario_that_leaves_all_with_russia_is_a_conditional():
    own = scenario("three-islands").assign(habomai="RU", shikotan="RU", kunashiri="RU")
    assert telling.verb(own, "RU", "en") == "Russia would hold"


@pytest.mark.parametrize("lang", LANGS)
def test_a_right_says_whose_it_is_to_what_and_where(lang):
    rows = telling.rights(scenario("two-plus-alpha"), lang)
    assert [row["mark"] for row in rows] == ["/joint", "/JP", "/JP"]
    assert all(row["label"] and row["units"] and row["text"] for row in rows)
    assert rows[2]["ids"] == ["kunashiri"]


def test_all_four_are_told_as_such():
    (row,) = telling.rights(scenario("carnegie-2012"), "en")
    assert row["units"] == "all four groups"


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_told_in_words_says_when_by_whom_and_why_it_is_not_drawn(lang):
    rows = telling.proposals(lang)
    assert len(rows) >= 4
    for row in rows:
        assert all(row[name] for name in ("title", "when", "by", "text", "why", "sources"))
        assert "n.d." not in row["when"]
