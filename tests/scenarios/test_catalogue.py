import subprocess
import sys

import pytest

from kurilmap import geodata
from kurilmap.errors import UnknownScenario
from kurilmap.scenarios import Texts, mark, scenario, scenarios
from kurilmap.words import LANGS

# The ids of the design, each proposal that is drawn: what notebooks and outside checks rely on.
IDS = {
    "status-quo",
    "two-islands-1956",
    "kozyrev-1992",
    "kawana-1998",
    "parallel-talks-2001",
    "three-islands",
    "equal-area",
    "aso-quarter",
    "yachi-2009",
    "carnegie-2012",
    "iwashita-2013",
    "two-plus-alpha",
    "joint-administration",
    "joint-economic-2016",
    "four-islands",
}


def test_the_catalogue_holds_every_proposal_of_the_design():
    assert set(scenarios()) >= IDS


@pytest.mark.parametrize("id_", list(scenarios()))
def test_every_entry_draws_all_land_and_solves_its_cuts(id_):
    each = scenario(id_)
    each.check()
    whole = sum(scenario("status-quo").shares().values())
    assert sum(piece.area_m2 for piece in each.pieces()) == pytest.approx(whole, abs=1)


def test_no_entry_shows_what_another_shows():
    # But for the two by which the large islands are left to talks after a first step.
    shown = {}
    for each in scenarios().values():
        fate = tuple(
            (piece.unit, piece.area_m2, piece.holders[each.id], mark(each, piece))
            for piece in each.pieces()
        )
        shown.setdefault(fate, []).append(each.id)
    assert [ids for ids in shown.values() if len(ids) > 1] == [
        ["kozyrev-1992", "parallel-talks-2001"]
    ]


def test_the_catalogue_is_in_date_order_and_read_only():
    dates = [each.date for each in scenarios().values()]
    assert dates == sorted(dates)
    with pytest.raises(TypeError):
        scenarios()["mine"] = scenario("status-quo")


@pytest.mark.parametrize("id_", scenarios())
def test_every_entry_is_told_in_three_languages_with_known_sources(id_):
    each = scenario(id_)
    for texts in (each.title, each.by, each.summary, each.conditions):
        assert isinstance(texts, Texts)
        assert list(texts) == list(LANGS)
    for right in each.rights:
        assert list(right.text) == list(LANGS)
    assert each.sources
    assert set(each.sources) <= set(geodata.source_table())


def test_an_unknown_id_names_the_nearest():
    with pytest.raises(UnknownScenario, match=r"No scenario has the id 'equal-areas'; nearest: eq"):
        scenario("equal-areas")


def test_an_id_like_no_other_names_them_all():
    with pytest.raises(UnknownScenario, match=r"known: status-quo"):
        scenario("zzz")


@pytest.mark.parametrize(
    ("id_", "shown"),
    [(["a"], r"\['a'\]"), (None, "None"), (3, "3"), ("a\n\x1b[31m", r"'a\\n\\x1b\[31m'")],
)
def test_what_is_no_id_is_told_as_one_that_there_is_not(id_, shown):
    with pytest.raises(UnknownScenario, match=f"No scenario has the id {shown}; known: status-quo"):
        scenario(id_)


def test_listing_imports_nothing_heavy():
    code = (
        "import sys; from kurilmap.scenarios import scenarios; list(scenarios().values());"
        "print([m for m in ('shapely', 'pyproj', 'geopandas', 'pandas', 'numpy', 'folium', 'scipy')"
        " if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
