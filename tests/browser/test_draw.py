"""The pen: a line or an area, by pointer, finger or keyboard, shown and handed over."""

import json
from pathlib import Path
from typing import Any

import pytest
import shapely
from playwright.sync_api import Page, expect

import kurilmap as km
from tests.browser.own import file_of, settled, share, slide
from tests.conftest import Opener

POINT = """([lon, lat]) => {
  const map = window[document.querySelector(".folium-map").id];
  const { x, y } = map.latLngToContainerPoint([lat, lon]);
  const box = map.getContainer().getBoundingClientRect();
  return [box.x + x, box.y + y];
}"""
# Across Etorofu / Iturup from sea to sea, and around Shikotan.
ACROSS = [(147.1, 45.3), (147.9, 44.7)]
AROUND = [(146.5, 43.67), (146.5, 43.95), (147.05, 43.95), (147.05, 43.67)]


@pytest.fixture
def page(overview: Path, open_page: Opener) -> Page:
    """The overview with a scenario chosen, and the pen's part of the panel open."""
    page = open_page(overview)
    page.locator("#km-choice-status-quo").check()
    page.locator(".km-drawer > details > summary").click()
    return page


def click_at(page: Page, points: list[tuple[float, float]]) -> None:
    for number, point in enumerate(points, start=1):
        page.mouse.click(*page.evaluate(POINT, point))
        expect(page.locator(".km-drawer")).to_contain_text(f"Points: {number}")


def draw(page: Page, kind: str, points: list[tuple[float, float]]) -> dict[str, Any]:
    page.get_by_role("button", name=f"Draw {kind}").click()
    click_at(page, points)
    page.get_by_role("button", name="Finish").click()
    drawn: dict[str, Any] = json.loads(file_of(page, ".km-drawer"))
    return drawn


def test_a_line_is_handed_over_as_geojson(page: Page) -> None:
    drawn = draw(page, "a line", ACROSS)
    assert drawn["type"] == "FeatureCollection"
    assert drawn["kurilmap"] == {"base": "status-quo"}
    (feature,) = drawn["features"]
    assert feature["properties"] == {
        "holder": "JP",
        "rest": "RU",
        "side": "southwest",
        "unit": "etorofu",
    }
    assert feature["geometry"]["type"] == "LineString"
    for drawn_point, meant in zip(feature["geometry"]["coordinates"], ACROSS, strict=True):
        assert drawn_point == pytest.approx(meant, abs=0.01)


def test_a_straight_line_from_sea_to_sea_is_shown_as_the_partition_that_it_makes(
    page: Page,
) -> None:
    drawn = draw(page, "a line", ACROSS)
    line = drawn["features"][0]["geometry"]["coordinates"]
    own = km.Scenario.from_geojson(drawn)
    cut = km.scenario("status-quo").cut("etorofu", line=line, holder="JP", rest="RU")
    assert own.shares() == cut.shares()
    settled(page)
    expect(page.locator(".km-drawer")).to_contain_text("what this line would divide")
    for holder, held in own.shares().items():
        told = page.locator(f".km-table tr[data-holder={holder}]")
        expect(told).to_contain_text(f"{100 * held / sum(own.shares().values()):.1f}%")

    page.get_by_label("Where this part lies").select_option("northeast")
    other = km.scenario("status-quo").cut(
        "etorofu", line=line, holder="JP", rest="RU", side="northeast"
    )
    told = page.locator(".km-table tr[data-holder=JP]")
    expect(told).to_contain_text(
        f"{100 * other.shares()['JP'] / sum(other.shares().values()):.1f}%"
    )


def test_a_line_that_ends_on_land_is_no_cut_and_the_page_says_so(page: Page) -> None:
    draw(page, "a line", [ACROSS[0], (147.6, 44.93)])
    expect(page.locator(".km-drawer")).to_contain_text("does not go all the way through")
    expect(page.locator("path.km-live")).to_have_count(0)


def test_an_area_runs_counter_clockwise_and_is_shown_as_a_shape_alone(page: Page) -> None:
    (feature,) = draw(page, "an area", AROUND)["features"]
    (ring,) = feature["geometry"]["coordinates"]
    assert shapely.LinearRing(ring).is_ccw
    assert ring[0] == ring[-1]
    assert shapely.Polygon(ring).is_valid
    assert feature["properties"] == {"holder": "JP", "rest": "RU"}
    own = km.Scenario.from_geojson({"type": "FeatureCollection", "features": [feature]})
    assert own.holders["shikotan"] == "JP"
    expect(page.locator(".km-drawer")).to_contain_text("The map shows the shape alone")
    expect(page.get_by_label("Where this part lies")).to_be_hidden()


def test_both_parties_cannot_be_one(page: Page) -> None:
    draw(page, "an area", AROUND)
    page.get_by_label("Who would hold this part").select_option("RU")
    expect(page.get_by_label("Who would hold the rest")).to_have_value("JP")


def test_the_keyboard_draws_as_well(page: Page) -> None:
    page.get_by_role("button", name="Draw a line").press("Enter")
    expect(page.locator(".folium-map")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".km-drawer")).to_contain_text("Points: 1")
    before = page.locator(".leaflet-map-pane").get_attribute("style")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".leaflet-map-pane")).not_to_have_attribute("style", before or "")
    page.keyboard.press("Enter")
    expect(page.locator(".km-drawer")).to_contain_text("Points: 2")
    page.keyboard.press("Backspace")
    expect(page.locator(".km-drawer")).to_contain_text("Points: 1")
    expect(page.get_by_role("button", name="Finish")).to_be_disabled()
    page.get_by_role("button", name="Add the point under the cross").press("Enter")
    page.get_by_role("button", name="Finish").press("Enter")
    assert (
        len(json.loads(file_of(page, ".km-drawer"))["features"][0]["geometry"]["coordinates"]) == 2
    )


def test_escape_takes_the_pen_away_and_popups_open_again(page: Page) -> None:
    page.get_by_role("button", name="Draw a line").click()
    click_at(page, [(146.75, 43.81)])
    expect(page.locator(".leaflet-popup")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(".km-vertex")).to_have_count(0)
    page.locator("path[data-unit=shikotan]").first.click()
    expect(page.locator(".leaflet-popup")).to_be_visible()


def test_a_finger_draws(overview: Path, open_page: Opener) -> None:
    page = open_page(overview, width=390, height=844, has_touch=True)
    page.locator(".km-drawer > details > summary").tap()
    page.get_by_role("button", name="Draw a line").tap()
    for number, point in enumerate(ACROSS, start=1):
        page.touchscreen.tap(*page.evaluate(POINT, point))
        expect(page.locator(".km-drawer")).to_contain_text(f"Points: {number}")
    page.get_by_role("button", name="Finish").tap()
    drawn = json.loads(file_of(page, ".km-drawer"))
    assert "kurilmap" not in drawn
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_cut_that_is_moved_goes_before_the_drawing_and_reset_shows_it_again(page: Page) -> None:
    page.locator("#km-choice-aso-quarter").check()
    draw(page, "a line", ACROSS)
    settled(page)
    drawn = page.locator(".km-table tr[data-holder=JP]").inner_text()
    slide(share(page), 90)
    settled(page)
    expect(page.locator(".km-table tr[data-holder=JP]")).not_to_have_text(drawn)
    page.get_by_role("button", name="Back to the scenario as documented").click()
    assert page.locator(".km-table tr[data-holder=JP]").inner_text() == drawn
    page.get_by_role("button", name="Remove the drawing").click()
    expect(page.locator("path.km-live")).to_have_count(0)
    expect(page.locator(".km-result[aria-live]")).not_to_contain_text("your own")


def test_another_scenario_is_the_drawing_s_new_base(page: Page) -> None:
    draw(page, "a line", ACROSS)
    page.locator("#km-choice-four-islands").check()
    field = page.locator(".km-drawer textarea")
    expect(field).not_to_have_value("")
    assert json.loads(field.input_value())["kurilmap"] == {"base": "four-islands"}
