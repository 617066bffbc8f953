"""A page in three languages, switched without loading it again."""

import re
from pathlib import Path

import folium
import pytest
from playwright.sync_api import Page, expect

import kurilmap as km
from kurilmap.words import LANGS, number, say
from tests.browser.own import share, slide
from tests.conftest import Opener

WIDTHS = pytest.mark.parametrize("width", [1280, 390])
# Letters that a text of one language has and one of another has not; names in other scripts stand
# on every page below or beside the page's own.
_LATIN_WORDS = re.compile(r"[A-Za-z]{4,}")


def switch(page: Page, lang: str) -> None:
    """Choose a language as a reader does."""
    page.locator(f".km-langs [lang={lang}]").click()
    expect(page.locator(f".km-langs [lang={lang}]")).to_have_attribute("aria-pressed", "true")


@WIDTHS
@pytest.mark.parametrize("lang", ["ja", "ru"])
def test_every_word_of_the_page_follows(
    overview: Path, open_page: Opener, width: int, lang: str
) -> None:
    page = open_page(overview, width=width)
    page.locator("input[value='equal-area']").check()
    switch(page, lang)
    assert page.locator("html").get_attribute("lang") == lang
    assert page.title() == say("map.title", lang)
    expect(page.locator(".km-chosen")).to_have_text(km.scenario("equal-area").title[lang])
    expect(page.locator(".km-langs [aria-pressed=true]")).to_be_focused()
    headings = page.locator(".km-panel h2, .km-panel legend, .km-panel summary").all_text_contents()
    told = [text.replace("GeoJSON", "") for text in headings]  # the format's name in any language
    assert [text for text in told if _LATIN_WORDS.search(text)] == []
    for key in ("zoom-in", "zoom-out"):
        expect(
            page.locator(f".leaflet-control-zoom a[title='{say(f'map.{key}', lang)}']")
        ).to_have_count(1)
    expect(page.locator(".km-skip")).to_have_text(say("map.skip", lang))


def test_names_and_numbers_on_the_map_follow(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    for lang in ("ru", "ja", "en"):
        switch(page, lang)
        expect(
            page.locator(".km-name-group .km-first", has_text=say("unit.etorofu", lang))
        ).to_have_count(1)
        page.locator("path[data-unit='shikotan'][tabindex='0']").first.press("Enter")
        card = page.locator(".leaflet-popup .km-card")
        # GSI's published area of Shikotan, 2025: 247.65 km² (geo/figures.toml).
        expect(card).to_contain_text(number(247.65, lang, 2))
        page.keyboard.press("Escape")
        expect(card).to_have_count(0)  # it fades


@WIDTHS
def test_what_is_chosen_stays(overview: Path, open_page: Opener, width: int) -> None:
    page = open_page(overview, width=width)
    page.locator("input[value='aso-quarter']").check()
    slide(share(page), 40)
    page.locator(".km-layers input[type=checkbox]").first.uncheck()
    zoom = page.evaluate(f"{STORE}.get().view.zoom")
    page.locator(".leaflet-control-zoom-in").click()
    page.wait_for_function(f"() => {STORE}.get().view.zoom === {zoom} + 1")
    before = page.evaluate(f"{STORE}.get()")
    switch(page, "ja")
    after = page.evaluate(f"{STORE}.get()")
    assert {**after, "lang": "en"} == before
    expect(page.locator(".km-layers input[type=checkbox]").first).not_to_be_checked()
    expect(page.locator("input[value='aso-quarter']")).to_be_checked()
    assert float(share(page).input_value()) == 40


STORE = "Object.values(window).find((value) => value instanceof L.Map).kurilmapState"


def test_switching_to_and_fro_leaves_nothing_behind(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    counts = """() => ({
      nodes: document.querySelectorAll('.folium-map :is(path, .leaflet-control, svg)').length,
      panel: document.querySelector('.km-panel').children.length,
    })"""
    switch(page, "ja")
    switch(page, "en")
    once = page.evaluate(counts)
    for _ in range(3):
        switch(page, "ja")
        switch(page, "en")
    assert page.evaluate(counts) == once


def test_a_layer_of_the_users_own_and_foliums_control_stay(
    tmp_path: Path, open_page: Opener
) -> None:
    own = km.scenario_map("equal-area")
    folium.Marker([44.0, 146.0], popup="mine").add_to(own)
    group = folium.FeatureGroup(name="My group").add_to(own)
    folium.CircleMarker([44.5, 147.0], radius=9).add_to(group)
    folium.LayerControl(collapsed=False).add_to(own)
    page = open_page(km.save_html(own, tmp_path / "own.html"))
    switch(page, "ru")
    expect(page.locator(".km-layers").first).to_contain_text("My group")
    expect(page.locator(".leaflet-marker-icon[src^='data:']")).to_have_count(1)
    listed = page.locator(".leaflet-control-layers-overlays label")
    straits = listed.filter(has_text=say("layer.straits", "en"))
    straits.locator("input").uncheck()
    expect(page.locator(".km-mark-strait[tabindex]")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_opens_in_the_language_asked_for(
    tmp_path: Path, open_page: Opener, lang: str
) -> None:
    page = open_page(km.save_html(km.timeline_map(lang), tmp_path / "page.html"))
    expect(page.locator(f".km-langs [lang={lang}]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("h1")).to_have_text(say("timeline.title", lang))


def test_the_timelines_stop_and_the_view_of_a_side_stay(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    page.locator("input[value='japan'], input[name^='km-view']").nth(1).check()
    chosen = page.locator("input[name^='km-view']:checked").get_attribute("value")
    switch(page, "ru")
    expect(page.locator("input[name^='km-view']:checked")).to_have_attribute("value", chosen or "")


def test_a_comparison_follows(tmp_path: Path, open_page: Opener) -> None:
    pair = km.comparison_map("two-islands-1956", "equal-area")
    page = open_page(km.save_html(pair, tmp_path / "pair.html"))
    switch(page, "ja")
    expect(page.locator(".km-second")).to_have_count(1)
    expect(page.locator(".km-caption")).to_have_count(2)
    expect(page.locator(".km-caption-b")).to_contain_text(km.scenario("equal-area").title["ja"])
    expect(page.locator(".km-pair h2").first).to_have_text(say("compare.changes", "ja"))
