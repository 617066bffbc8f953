"""docs/scenario-format.md, as a reader would try it."""

import re
from pathlib import Path

import pytest
import shapely

from kurilmap.geodesy import area
from kurilmap.scenarios import Scenario, forms, geojson, rules, scenario, schema
from kurilmap.scenarios.document import parse

TEXT = (Path(__file__).parents[2] / "docs" / "scenario-format.md").read_text(encoding="utf-8")


def block(lang):
    (found,) = re.findall(rf"^```{lang}\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    return found


def test_the_worked_example_loads_and_its_cuts_can_be_made():
    made = parse(block("toml"), "docs/scenario-format.md")
    made.check()
    assert made.holders["habomai/suisho"] == "joint"
    quarter = scenario("status-quo").cut("etorofu", share=0.25, holder="JP", rest="RU")
    table = made.territory()
    held = table[(table.unit == "etorofu") & (table.holder == "JP")].area_km2.sum()
    assert held == pytest.approx(quarter.shares()["JP"] / 1e6, abs=1e-6)


def test_the_drawn_example_gives_what_its_text_says():
    made = Scenario.from_geojson(block("json"))
    assert (made.id, made.title["en"], made.holders["habomai"]) == ("drawn", "Two shapes", "JP")
    table = made.territory()
    joint = table[table.holder == "joint"]
    assert joint.unit.tolist() == ["kunashiri"]
    assert area(joint.geometry.iloc[0]) > 0
    assert joint.geometry.iloc[0].within(shapely.box(145.2, 43.5, 145.91, 44.11))


@pytest.mark.parametrize(
    "form",
    [forms.ScenarioForm, forms.CutForm, forms.RightForm, forms.PropertiesForm, forms.MemberForm],
)
def test_every_key_that_may_stand_in_a_file_is_told_of(form):
    assert [key for key in form.model_fields if f"`{key}`" not in TEXT] == []


def test_the_limits_are_those_of_the_code():
    for limit in (
        f"at most {rules.MAX_POINTS:,} in a file",
        f"at most {rules.MAX_CORNERS:,} points in a file",
        f"at most {rules.MAX_CUTS}",
        f"more than {geojson.MAX_FEATURES:,} features, {geojson.MAX_POINTS:,} points",
        f"{geojson.MAX_BYTES / 1e6:.0f} MB",
        f"at most {schema.MAX_BYTES / 1e6:.0f} MB",
    ):
        assert limit in TEXT
