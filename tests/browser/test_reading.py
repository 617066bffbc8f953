"""What a reader does on the page beside choosing: point, click, walk by keyboard, switch layers."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

import kurilmap as km
from kurilmap.telling import area
from kurilmap.words import say
from tests.conftest import Opener

POPUP = ".leaflet-popup-content"


def test_a_divided_island_tells_the_part_and_the_whole(overview: Path, open_page: Opener):
    page = open_page(overview)
    piece = page.locator("path[data-unit='etorofu'][tabindex]")
    page.locator("#km-choice-equal-area").check()
    piece.press("Enter")
    shown = page.locator(POPUP)
    territory = km.scenario("equal-area").territory().set_index(["unit", "holder"])["area_km2"]
    part = area(territory["etorofu", "RU"] * 1e6, "en")
    expect(shown).to_contain_text(f"This part, computed{part}")
    # GSI, 2025 (geo/figures.toml): the main island.
    expect(shown).to_contain_text("3,166.64 km²")

    page.locator("#km-choice-two-islands-1956").check()
    piece.press("Enter")
    expect(shown).not_to_contain_text("This part")


def test_an_island_s_area_is_the_whole_island_s_where_no_scenario_is_chosen(
    overview: Path, open_page: Opener
):
    page = open_page(overview)
    page.locator("path[data-unit='etorofu'][tabindex]").press("Enter")
    whole = km.islands(by="island").loc["etorofu/etorofu", "area_km2"]
    expect(page.locator(POPUP)).to_contain_text(f"Area, computed{area(whole * 1e6, 'en')}")


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("unit", ["habomai", "shikotan", "kunashiri", "etorofu"])
def test_each_group_is_one_stop_and_its_popup_takes_and_gives_back_the_focus(
    overview: Path, open_page: Opener, unit: str, key: str
):
    page = open_page(overview)
    stop = page.locator(f"path[data-unit='{unit}'][tabindex='0']")
    expect(stop).to_have_count(1)
    expect(stop).to_have_attribute("aria-label", re.compile(f"^{say(f'unit.{unit}', 'en')}: "))
    stop.focus()
    page.keyboard.press(key)
    popup = page.locator(".leaflet-popup")
    expect(popup).to_be_focused()
    page.keyboard.press("Tab")
    expect(popup.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(stop).to_be_focused()


def test_while_a_scenario_is_shown_only_the_hatch_of_the_claims_steps_aside(
    overview: Path, open_page: Opener
):
    page = open_page(overview)
    hatches = page.locator("path.km-claim")
    note = page.get_by_text("hatching of the claims is hidden")
    expect(hatches).to_have_count(2)
    for hatch in hatches.all():
        expect(hatch).to_be_visible()
    expect(note).to_be_hidden()

    page.locator("#km-choice-three-islands").check()
    for hatch in hatches.all():
        expect(hatch).to_be_hidden()
    expect(note).to_be_visible()
    for line in ("claim-jp", "claim-ru", "control"):
        expect(page.locator(f"path[data-line='{line}']")).to_have_count(1)

    page.locator("#km-choice-none").check()
    expect(hatches.first).to_be_visible()


def test_a_layer_that_is_switched_off_takes_its_names_and_its_legend_with_it(
    overview: Path, open_page: Opener
):
    page = open_page(overview)
    straits = page.locator(".km-name-strait:visible")
    expect(straits.first).to_be_attached()
    switch = page.locator(".km-layers label", has_text="Straits").locator("input")
    switch.uncheck()
    expect(straits).to_have_count(0)
    expect(page.locator(".km-legend li", has_text="Strait")).to_have_count(0)
    switch.check()
    expect(straits.first).to_be_attached()
    expect(page.locator(".km-legend li", has_text="Strait")).to_have_count(1)


def test_pointing_tells_what_lies_there(overview: Path, open_page: Opener):
    page = open_page(overview)
    page.locator("path[data-unit='shikotan'][tabindex]").hover()
    tip = page.locator(".leaflet-tooltip")
    expect(tip).to_have_count(1)
    expect(tip).to_contain_text("Shikotan")
    page.locator("h1").hover()
    expect(tip).to_have_count(0)


@pytest.mark.parametrize("line", ["claim-jp", "control", "treaty-1905"])
def test_a_line_s_card_has_standing_text_and_a_linked_source(
    overview: Path, open_page: Opener, line: str
):
    page = open_page(overview)
    if line == "treaty-1905":
        page.locator(".km-layers label", has_text="1905").locator("input").check()
    ink = page.locator(f"path[data-line='{line}']")
    # The unseen line that takes the pointer follows the ink.
    ink.locator("xpath=following-sibling::*[1]").press("Enter")
    popup = page.locator(POPUP)
    expect(popup).to_contain_text("Standing")
    expect(popup.locator(".km-cite a[href^='https://']").first).to_be_attached()


def test_the_map_keeps_in_sight_on_a_phone_while_the_reader_chooses(
    overview: Path, open_page: Opener
):
    page = open_page(overview, width=390, height=844)
    page.locator("#km-choice-equal-area").check()
    frame = page.locator(".folium-map").bounding_box()
    assert frame is not None
    assert frame["y"] >= 0
    expect(page.locator("path.km-cut")).to_be_in_viewport()
