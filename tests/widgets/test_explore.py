"""The notebook panel, without a browser: what a kernel reads from it and sets on it."""

import builtins
import subprocess
import sys
from typing import Any

import nbformat
import pytest
from nbconvert import HTMLExporter

import kurilmap as km
from kurilmap.errors import MapError, MissingExtra, ScenarioError, UnknownScenario, UnknownWord
from kurilmap.scenarios.moved import moved

PNG = b"\x89PNG"
LINE = {
    "type": "FeatureCollection",
    "kurilmap": {"base": "status-quo"},
    "features": [
        {
            "type": "Feature",
            "properties": {"holder": "JP", "rest": "RU", "side": "southwest", "unit": "etorofu"},
            "geometry": {"type": "LineString", "coordinates": [[147.1, 45.3], [147.9, 44.7]]},
        }
    ],
}


@pytest.fixture
def panel() -> Any:
    return km.explore("aso-quarter")


def test_it_begins_with_the_islands_as_administered_today() -> None:
    panel = km.explore()
    assert panel.scenario == km.scenario("status-quo")
    assert panel.scenario_id == "status-quo"


def test_a_moved_cut_is_a_scenario(panel) -> None:
    panel.share = 0.4
    panel.bearing = 100
    assert panel.scenario == moved(km.scenario("aso-quarter"), "etorofu", 0.4, 100.0)
    panel.reset()
    assert panel.scenario == km.scenario("aso-quarter")


def test_any_unit_can_be_cut(panel) -> None:
    panel.unit = "kunashiri"
    assert {rule.unit for rule in panel.scenario.cuts} == {"etorofu", "kunashiri"}


def test_the_table_has_a_row_a_unit_and_holder_and_shares_that_sum_to_one(panel) -> None:
    panel.share = 0.4
    table = panel.table
    assert list(table.columns) == ["unit", "holder", "administers", "area_km2", "share"]
    assert table["share"].sum() == pytest.approx(1, abs=1e-9)
    etorofu = table[table["unit"] == "etorofu"].set_index("holder")["area_km2"]
    assert etorofu["JP"] / etorofu.sum() == pytest.approx(0.4, abs=1e-8)


def test_with_nothing_chosen_there_is_no_scenario_and_an_empty_table(panel) -> None:
    panel.scenario_id = None
    assert panel.scenario is None
    assert panel.table.empty


def test_another_scenario_takes_no_cut_along(panel) -> None:
    panel.share = 0.4
    panel.scenario_id = "equal-area"
    assert panel.scenario == km.scenario("equal-area")


def test_what_the_page_sends_in_one_message_is_taken_as_one(panel) -> None:
    # A scenario and a cut of it, chosen so quickly after one another that they come together.
    panel.set_state({"scenario_id": "equal-area", "unit": "etorofu", "share": 0.6, "bearing": None})
    assert panel.scenario == moved(km.scenario("equal-area"), "etorofu", 0.6)


def test_scenarios_of_one_s_own_can_be_explored() -> None:
    mine = km.scenario("status-quo").assign(habomai="joint").named("mine", "Mine")
    panel = km.explore(mine, scenarios=["four-islands"])
    assert panel.scenario == mine
    panel.scenario_id = "four-islands"
    assert panel.scenario == km.scenario("four-islands")


def test_the_language_is_changed_with_the_choice_kept(panel) -> None:
    panel.share = 0.4
    english = panel._page
    panel.lang = "ja"
    assert 'lang="ja"' in panel._page
    assert panel.share == 0.4
    panel.lang = "en"
    assert panel._page == english


@pytest.mark.parametrize(
    ("name", "value", "error", "match"),
    [
        ("scenario_id", "two-islnds", UnknownScenario, "two-islnds.* was given; allowed are"),
        ("share", 1.2, ScenarioError, "share=1.2 was given; allowed: more than 0"),
        ("share", "half", ScenarioError, "share='half' was given"),
        ("bearing", 400, ScenarioError, "bearing=400.0 was given; allowed: degrees"),
        ("unit", "hokkaido", ScenarioError, "unit='hokkaido' was given; allowed: habomai"),
        ("lang", "de", UnknownWord, "lang='de' was given"),
        ("view", {"lat": 1}, MapError, 'view=.* was given; allowed: {"lat"'),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(panel, name, value, error, match) -> None:
    before = getattr(panel, name)
    with pytest.raises(error, match=match):
        setattr(panel, name, value)
    assert getattr(panel, name) == before


def test_two_scenarios_with_one_id_are_refused() -> None:
    other = km.scenario("four-islands").named("equal-area")
    with pytest.raises(ScenarioError, match="two scenarios with the id 'equal-area'"):
        km.explore(scenarios=["equal-area", other])


def test_what_a_saved_notebook_keeps_is_a_picture_that_converters_show(panel) -> None:
    panel.share = 0.4
    data, metadata = panel._repr_mimebundle_()
    assert (
        data["text/plain"]
        == "Explore: Derived from: Three islands and a quarter of Etorofu / Iturup"
    )
    output = nbformat.v4.new_output("display_data", data=data, metadata=metadata)
    cell = nbformat.v4.new_code_cell("km.explore()", outputs=[output])
    html, _ = HTMLExporter().from_notebook_node(nbformat.v4.new_notebook(cells=[cell]))
    assert "data:image/png;base64," in html


def test_a_picture_is_made_in_every_language_and_of_no_scenario() -> None:
    from kurilmap.widgets.still import picture

    for lang in ("en", "ja", "ru"):
        assert picture(km.scenario("two-plus-alpha"), lang).startswith(PNG)
    assert picture(None).startswith(PNG)


def test_without_the_extra_the_error_names_what_to_install(monkeypatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("anywidget"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *args, **kwargs)

    monkeypatch.delitem(sys.modules, "kurilmap.widgets.panel", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"pip install 'kurilmap\[notebook\]'"):
        km.explore()


def test_importing_kurilmap_imports_no_widgets() -> None:
    code = "import sys, kurilmap; assert not {'anywidget', 'matplotlib'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_was_drawn_is_a_scenario_of_what_is_chosen(panel) -> None:
    panel.drawn = LINE
    line = LINE["features"][0]["geometry"]["coordinates"]  # type: ignore[index]
    (rule,) = panel.scenario.cuts
    assert [list(point) for point in rule.line] == line
    assert panel.scenario.holders["kunashiri"] == "JP"
    panel.share = 0.4
    assert panel.scenario.cuts[0].share == 0.4
    panel.reset()
    assert panel.drawn is None


def test_a_drawing_that_divides_nothing_is_refused_when_its_scenario_is_asked_for(panel) -> None:
    far = {"type": "LineString", "coordinates": [[140, 40], [141, 41]]}
    feature = {"type": "Feature", "properties": {}, "geometry": far}
    panel.drawn = {"type": "FeatureCollection", "features": [feature]}
    with pytest.raises(ScenarioError):
        _ = panel.scenario
