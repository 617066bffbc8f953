"""A date of which the day, or the month too, is not known."""

import datetime as dt

import pytest

from kurilmap import telling
from kurilmap.atlas.index import index_html
from kurilmap.errors import ScenarioError
from kurilmap.scenarios import Scenario, scenario, scenarios
from kurilmap.words import LANGS

MARCH = {"en": "March 1992", "ja": "1992年3月", "ru": "март 1992 г."}


@pytest.fixture
def vague():
    return lambda precision: Scenario(
        id="vague",
        title="Vague",
        kind="floated",
        date=dt.date(1992, 3, 1),
        holders=scenario("status-quo").holders,
        precision=precision,
    )


def test_only_the_month_of_kozyrev_s_offer_is_known():
    # Japan Times, January 2013: in March 1992, no day.
    assert scenario("kozyrev-1992").precision == "month"
    others = {each.precision for each in scenarios().values() if each.id != "kozyrev-1992"}
    assert others == {"day"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_panel_tells_the_month_alone(lang):
    assert telling.told(scenario("kozyrev-1992"), lang)["date"] == MARCH[lang]


@pytest.mark.parametrize(
    ("precision", "told"), [("day", "1 March 1992"), ("month", "March 1992"), ("year", "1992")]
)
def test_what_is_not_known_is_not_told(vague, precision, told):
    assert telling.told(vague(precision), "en")["date"] == told


def test_the_atlas_tells_the_month_alone():
    assert "<time>March 1992</time>" in index_html([scenario("kozyrev-1992")], "en")


def test_the_terminal_tells_the_month_alone(run):
    _, listed, _ = run("list")
    assert "1992-03 " in listed
    assert "1992-03-01" not in listed
    _, shown, _ = run("show", "kozyrev-1992")
    assert "March 1992" in shown
    assert "1 March 1992" not in shown


@pytest.mark.parametrize("precision", ["day", "month", "year"])
def test_a_saved_scenario_keeps_it(vague, tmp_path, precision):
    made = vague(precision)
    assert Scenario.from_toml(made.to_toml(tmp_path / "vague.toml")) == made


def test_a_file_without_it_means_the_day(vague):
    assert "precision" not in vague("day").to_toml()


def test_what_is_derived_keeps_it_with_the_date(vague):
    assert vague("month").assign(habomai="JP").precision == "month"


def test_another_word_is_refused_with_its_line(vague, tmp_path):
    path = tmp_path / "vague.toml"
    path.write_text(vague("month").to_toml().replace('"month"', '"about"'))
    with pytest.raises(ScenarioError, match=r"line 4.*precision.*'about'.*day, month, year"):
        Scenario.from_toml(path)
