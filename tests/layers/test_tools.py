"""What the page gets for cuts and drawings of the reader's own."""

import pytest

from kurilmap.geodata import UNITS
from kurilmap.layers import layer_key, tools
from kurilmap.maps import overview_map
from kurilmap.scenarios import scenario, scenarios


def test_only_documented_cuts_can_be_moved_unless_any_unit_may_be_cut():
    choice = list(scenarios().values())
    page, panel = tools(choice), tools(choice, any_unit=True)
    movable = {id_ for id_, told in page["scenarios"].items() if told["cuts"]}
    assert movable == {s.id for s in choice if any(rule.share for rule in s.cuts)}
    assert all(set(told["cuts"]) == set(UNITS) for told in panel["scenarios"].values())


def test_the_file_begun_for_the_reader_is_no_documented_scenario_any_more():
    file = tools([scenario("aso-quarter")])["scenarios"]["aso-quarter"]["file"]
    assert file["kind"] == "constructed"
    assert file["id"] == "aso-quarter-changed"
    assert "sources" not in file


def test_stripes_and_dots_left_after_a_cut_are_told():
    cut = tools([scenario("two-plus-alpha")], any_unit=True)["scenarios"]["two-plus-alpha"]["cuts"]
    assert {unit for right in cut["etorofu"]["rights"] for unit in right["ids"]} == {"kunashiri"}
    assert any(key.startswith("RU/") for key in cut["etorofu"]["verbs"])


@pytest.mark.parametrize("lang", ["ja", "ru"])
def test_a_layer_has_one_key_in_every_language(lang):
    def keys(language):
        children = overview_map(language)._children.values()
        return {layer_key(c, language) for c in children if getattr(c, "control", False)}

    assert keys(lang) == keys("en")
    assert {"claim-JP", "control", "straits"} <= keys("en")
