"""A page in a browser that runs no scripts, and before they have run: picture, table, sources."""

from pathlib import Path

import folium
import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

import kurilmap as km
from kurilmap.scenarios import scenarios
from kurilmap.words import say
from tests.conftest import Opener
from tests.hostile import HOSTILE

WIDTHS = pytest.mark.parametrize("width", [1280, 390])
PLAIN = {"java_script_enabled": False}


# Where the still picture draws what Russia would hold, for as long as it is there.
KEPT = """
new MutationObserver(() => {
  const drawn = document.querySelector('.km-sketch figure [fill="url(#hold-RU)"]');
  const box = drawn && drawn.getBoundingClientRect();
  if (box && box.width) window.kmKept = box.toJSON();
}).observe(document, { childList: true, subtree: true });
"""


class Unread(Opener):
    """Opens pages that no script can ask for anything."""

    def close(self) -> None:
        """Close every page; without scripts nobody kept the violations."""
        for context in self._contexts:
            context.close()


@pytest.fixture
def open_plain(browser, tmp_path):
    opener = Unread(browser, tmp_path)
    yield opener
    opener.close()
    assert opener.problems == []
    assert opener.requests == []


@WIDTHS
@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_a_scenario_is_pictured_and_told_without_scripts(open_plain, width, lang):
    one = scenarios()["aso-quarter"]
    page = open_plain(km.save_html(km.scenario_map(one, lang)), width=width, **PLAIN)
    picture = page.get_by_role("img", name=one.title[lang])
    frame, drawn = page.locator(".folium-map").bounding_box(), picture.bounding_box()
    assert frame["x"] <= drawn["x"]
    assert drawn["x"] + drawn["width"] <= frame["x"] + frame["width"]
    assert picture.locator('[fill="url(#hold-JP)"]').count() == 1
    assert picture.locator('[fill="url(#hold-RU)"]').count() == 1
    expect(page.locator("h1")).to_have_text(one.title[lang])
    rows = page.locator(".km-plain tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.filter(has_text=say("holder.JP", lang))).to_be_visible()
    links = page.locator(".km-plain .km-cite a[href^='https://']")
    assert links.count() >= 2


@WIDTHS
def test_nothing_runs_over_the_side_without_scripts(open_plain, overview: Path, width):
    page = open_plain(overview, width=width, **PLAIN)
    boxes = [part.bounding_box() for part in page.locator(".km-plain > *").all()]
    assert len(boxes) >= 4
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)


def test_an_overview_lists_every_scenario_without_scripts(open_plain, overview: Path):
    page = open_plain(overview, **PLAIN)
    listed = page.locator(".km-plain-list li")
    assert listed.count() == len(scenarios())
    for one in scenarios().values():
        expect(listed.filter(has_text=one.title["en"]).first).to_be_visible()
    expect(page.locator('.km-sketch [fill="url(#hold-claims)"]')).to_have_count(1)


def test_a_comparison_has_two_pictures_and_two_tables(open_plain):
    pair = [scenarios()[one] for one in ("two-islands-1956", "equal-area")]
    page = open_plain(km.save_html(km.comparison_map(*pair)), **PLAIN)
    for one in pair:
        expect(page.get_by_role("img", name=one.title["en"])).to_be_visible()
    expect(page.locator(".km-plain table")).to_have_count(2)


def test_a_timeline_tells_its_dates_without_scripts(open_plain):
    page = open_plain(km.save_html(km.timeline_map()), **PLAIN)
    expect(page.locator(".km-plain-list")).to_contain_text("Treaty of Shimoda")
    assert page.locator(".km-sketch [fill^='url(#hold']").count() == 0


def test_a_map_of_a_user_s_own_shows_its_title_and_no_picture(open_plain):
    page = open_plain(km.save_html(km.Map("Mine")), **PLAIN)
    expect(page.locator("h1")).to_have_text("Mine")
    expect(page.locator(".km-sketch")).to_have_count(0)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_text_in_the_still_picture(text):
    titles = dict.fromkeys(("en", "ja", "ru"), text)
    both = [scenarios()["status-quo"].named(id=id_, title=titles) for id_ in ("one", "two")]
    plain = km.save_html(km.comparison_map(*both))
    still = LexborHTMLParser(plain).css_first(".km-sketch")
    assert still.css("img[src], iframe, script, style") == []
    assert [caption.text() for caption in still.css("figcaption")] == [text] * 2


@WIDTHS
def test_the_live_map_takes_the_picture_s_place(open_page, overview: Path, width):
    page = open_page(overview, width=width)
    expect(page.locator("path[data-piece]").first).to_be_visible()
    expect(page.locator(".km-sketch")).to_have_count(0)
    expect(page.locator(".km-plain")).to_have_count(0)


def test_the_picture_lies_where_the_live_map_draws_the_same(open_page):
    built = km.save_html(km.scenario_map("two-islands-1956"))
    page = open_page("<p></p>")
    page.add_init_script(KEPT)
    page.goto(open_page._address(built, None))
    live = page.locator("path[data-piece][data-holder=RU]").evaluate_all(
        "(paths) => { const all = paths.map((path) => path.getBoundingClientRect());"
        " const left = Math.min(...all.map((box) => box.left));"
        " const top = Math.min(...all.map((box) => box.top));"
        " return { left, top, right: Math.max(...all.map((box) => box.right)),"
        " bottom: Math.max(...all.map((box) => box.bottom)) }; }"
    )
    still = page.evaluate("window.kmKept")
    for side in ("left", "top", "right", "bottom"):
        assert live[side] == pytest.approx(still[side], abs=3)


def test_the_picture_stands_before_every_large_script():
    text = km.save_html(km.overview_map(chosen="equal-area"))
    assert text.index("<figure") < text.index("leafletjs.com") < text.index("var kurilmap=")


def test_leaflet_stays_first_where_a_library_of_the_user_s_needs_it(open_page):
    made = km.scenario_map("equal-area")
    folium.Marker([44, 146], popup="Mine").add_to(made)
    text = km.save_html(made)
    assert text.index("leafletjs.com") < text.index("<body")
    page = open_page(text)
    page.locator(".leaflet-marker-icon[src]").click(force=True)
    page.get_by_text("Mine").wait_for()
