"""Settlements, straits, people and heights, against the record and the published figures."""

import pytest

from kurilmap import geodata, measures
from kurilmap.scenarios import scenario

QUARTER = scenario("aso-quarter")


def by_holder(figures):
    found = {}
    for one in figures:
        found.setdefault(one.holder, {})[one.of] = one.value
    return found


def test_settlements_are_counted_where_they_stand():
    # On Shikotan Malokurilskoye; on Kunashir Yuzhno-Kurilsk and Otrada; on Iturup two.
    assert measures.settlements(scenario("two-islands-1956")) == {"JP": 1, "RU": 4}
    assert measures.settlements(scenario("three-islands")) == {"JP": 3, "RU": 2}


def test_seven_straits_wash_the_four_groups_and_each_is_told_of_once():
    for id_ in ("status-quo", "two-islands-1956", "aso-quarter"):
        both = measures.straits_with_both_shores(scenario(id_))
        one = measures.straits_with_one_shore(scenario(id_))
        assert one["JP"] == one["RU"]
        assert sum(both.values()) + one["JP"] == 7


def test_a_strait_s_shore_is_that_of_the_part_which_lies_on_it():
    # Of a quarter in the southwest the Ekaterina strait is washed, of the rest that of Vries.
    shores = measures.strait_shores(QUARTER)
    assert shores["ekaterina"] == ("JP", "JP")
    assert shores["vries"] == ("RU", "RU")
    assert measures.strait_shores(scenario("three-islands"))["ekaterina"] == ("JP", "RU")


def test_people_of_1945_are_the_foreign_ministry_s():
    # MOFA: Habomai 5,281, Shikotan 1,038, Kunashiri 7,364, Etorofu 3,608; in all 17,291.
    found = by_holder(measures.population_in_1945(scenario("two-islands-1956")))
    assert found["JP"] == {"habomai": 5281, "shikotan": 1038}
    assert found["RU"] == {"kunashiri": 7364, "etorofu": 3608}


def test_nobody_is_spread_over_a_divided_island():
    found = by_holder(measures.population_in_1945(QUARTER))
    assert found["JP"]["etorofu"] is None
    assert found["RU"] == {"etorofu": None}


def test_a_group_divided_by_islands_has_its_islands_figures():
    # MOFA: Suisho 986 of Habomai's 5,281.
    one = scenario("status-quo").assign(**{"habomai/suisho": "JP"})
    found = by_holder(measures.population_in_1945(one))
    assert found["JP"] == {"habomai/suisho": 986}
    assert sum(v for k, v in found["RU"].items() if k.startswith("habomai/")) == 5281 - 986


def test_a_cut_islet_s_figure_is_not_known_while_its_neighbours_are():
    one = scenario("status-quo").cut("habomai/shibotsu", share=0.5, holder="JP", rest="RU")
    found = by_holder(measures.population_in_1945(one))
    assert found["JP"] == {"habomai/shibotsu": None}
    assert found["RU"]["habomai/shibotsu"] is None
    assert found["RU"]["habomai/taraku"] == 1457


def test_the_latest_population_is_that_of_the_latest_year():
    # Hokkaido Shimbun, from Rosstat, 1 January 2023.
    figures = measures.population_of_units(scenario("status-quo"))
    assert {f.of: (f.value, f.year) for f in figures} == {
        "habomai": (0, "2023"),
        "shikotan": (3772, "2023"),
        "kunashiri": (7715, "2023"),
        "etorofu": (6916, "2023"),
    }


def test_no_one_divided_is_no_one():
    one = scenario("status-quo").assign(**{"habomai/suisho": "JP"})
    found = by_holder(measures.population_of_units(one))
    assert found["JP"] == {"habomai": 0}


def test_every_published_figure_has_a_source_that_the_bibliography_holds():
    for gather in measures.PUBLISHED.values():
        for figure in gather(QUARTER):
            assert figure.source in geodata.source_table()


def test_a_settlement_s_population_is_cited_from_what_counts_people():
    for figure in measures.population_of_settlements(scenario("status-quo")):
        assert figure.source.startswith("hokkaido-shimbun")


@pytest.mark.parametrize(
    ("id_", "highest"),
    [
        # 413 m: the town of Betsukai; 1,822 m: GVP; 1,634 m: KVERT.
        ("two-islands-1956", {"JP": ("shikotan/shikotan", 413), "RU": ("tyatya", 1822)}),
        ("three-islands", {"JP": ("tyatya", 1822), "RU": ("stokap", 1634)}),
    ],
)
def test_the_highest_point_is_the_highest_that_a_source_gives(id_, highest):
    figures = measures.highest_point(scenario(id_))
    assert {f.holder: (f.of, f.value) for f in figures} == highest
