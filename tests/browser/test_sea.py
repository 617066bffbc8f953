"""The sea follows the choice of scenario, and a reader sees which waters change hands."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import kurilmap as km
from tests.conftest import Opener

WIDTHS = pytest.mark.parametrize("width", [1280, 390])


def zones(page: Page, more: str = "") -> set[tuple[str, str]]:
    """Return zone and holder of what is washed on the map."""
    paths = page.locator(f"path.km-sea-zone{more}").evaluate_all(
        "(paths) => paths.map((path) => [path.dataset.zone, path.dataset.holder])"
    )
    return {(zone, holder) for zone, holder in paths}


@WIDTHS
def test_without_a_scenario_the_sea_is_left_alone(
    overview: Path, open_page: Opener, width: int
) -> None:
    page = open_page(overview, width=width)
    expect(page.locator(".km-legend li").first).to_be_visible()
    assert zones(page) == set()
    expect(page.locator("path.km-sea-boundary")).to_have_count(0)
    expect(page.locator(".km-sea-told")).to_be_hidden()


@WIDTHS
def test_the_choice_draws_both_parties_zones_and_the_boundary(
    overview: Path, open_page: Opener, width: int
) -> None:
    page = open_page(overview, width=width)
    page.locator("#km-choice-two-islands-1956").check()
    every = {(zone, holder) for zone in ("territorial sea", "EEZ") for holder in ("JP", "RU")}
    assert zones(page) == every
    expect(page.locator("path.km-sea-boundary")).to_have_count(1)
    line = page.locator("path.km-sea-boundary")
    assert line.get_attribute("stroke-dasharray")
    # What changes hands is hatched, in the look of who would gain it, and nothing else is.
    changed = page.locator("path.km-sea-changed")
    expect(changed).to_have_count(2)
    for path in changed.all():
        assert path.get_attribute("data-holder") == "JP"
        assert "km-claim-JP" in (path.get_attribute("fill") or "")
    frame = page.locator(".folium-map").bounding_box()
    seen = changed.first.bounding_box()
    assert frame is not None
    assert seen is not None
    assert seen["width"] > 40
    assert seen["x"] < frame["x"] + frame["width"]


def test_the_lines_move_with_the_choice_and_go_with_it(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    courses = []
    for id_ in ("status-quo", "two-islands-1956", "four-islands"):
        page.locator(f"#km-choice-{id_}").check()
        courses.append(page.locator("path.km-sea-boundary").get_attribute("d"))
    assert len(set(courses)) == 3
    page.locator("#km-choice-status-quo").check()
    expect(page.locator("path.km-sea-changed")).to_have_count(0)
    assert page.locator("path.km-sea-boundary").get_attribute("d") == courses[0]
    page.locator("#km-choice-none").check()
    expect(page.locator("path.km-sea-boundary")).to_have_count(0)
    assert zones(page) == set()


def test_panel_and_legend_tell_the_sea_of_the_scenario(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    page.locator("#km-choice-four-islands").check()
    told, legend = page.locator(".km-sea-told"), page.locator(".km-legend")
    # What the line is, and how sure, is there without a click.
    expect(told).to_contain_text("Largest error of the line")
    expect(told).to_contain_text("provisional, unadjusted equidistance line")
    expect(legend).to_contain_text("Waters that would pass to Japan")
    expect(legend).not_to_contain_text("Waters that would pass to Russia")
    table = told.locator("table")
    expect(table).to_be_hidden()
    told.locator("summary").first.click()
    expect(table.locator("tbody tr")).to_have_count(2)
    told.locator("summary").nth(1).click()
    straits = told.locator(".km-sea-straits li")
    expect(straits).to_have_count(len(km.straits()))
    vries = straits.filter(has_text="Etorofu / Vries Strait")
    expect(vries).to_contain_text("Territorial sea of two holders")
    expect(told).to_contain_text("UNCLOS, article 15")
    page.locator("#km-choice-status-quo").check()
    expect(told).to_contain_text("No waters change hands")
    expect(legend).not_to_contain_text("Waters that would pass")


def test_a_layer_of_the_sea_can_be_switched(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    page.locator("#km-choice-three-islands").check()
    page.locator(".km-layers label", has_text="Territorial sea").locator("input").uncheck()
    assert {zone for zone, _ in zones(page)} == {"EEZ"}
    page.locator("#km-choice-four-islands").check()
    assert {zone for zone, _ in zones(page)} == {"EEZ"}
    page.locator(".km-layers label", has_text="Territorial sea").locator("input").check()
    assert {zone for zone, _ in zones(page)} == {"EEZ", "territorial sea"}


def test_the_boundary_is_reached_by_the_keyboard_and_tells_its_error(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    page.locator("#km-choice-two-islands-1956").check()
    line = page.locator("path[aria-label^='Sea boundary']")
    expect(line).to_have_count(1)
    line.focus()
    page.keyboard.press("Enter")
    popup = page.locator(".leaflet-popup-content")
    for text in ("Largest error of the line", "may differ", "7 February 1984"):
        expect(popup).to_contain_text(text)


def test_joint_land_has_joint_waters(open_page: Opener, tmp_path: Path) -> None:
    joint = km.scenario("status-quo").assign(shikotan="joint").named(id="mine")
    page = open_page(km.save_html(km.scenario_map(joint), tmp_path / "joint.html"))
    assert ("EEZ", "joint") in zones(page)
    expect(page.locator("path.km-sea-changed[data-holder='joint']")).to_have_count(2)
    expect(page.locator(".km-legend")).to_contain_text("Waters that would be held jointly")
