"""Every page for readers who do not see it, see it from far off, or have it enlarged."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import kurilmap as km
from kurilmap.atlas import write_atlas
from kurilmap.maps.comparison import several_map
from kurilmap.scenarios import scenarios
from kurilmap.widgets.page import page_of
from kurilmap.words import LANGS, say
from tests.conftest import Opener

# Each page, and what its address asks for: a moved cut, a second map, a layer that starts hidden.
PAGES = {
    "overview": "overview.html",
    "scenario": "equal-area.html",
    "moved cut": "equal-area.html#scenario=aso-quarter&cut=etorofu,0.4,",
    "second map": "equal-area.html#beside=two-islands-1956",
    "rights": "two-plus-alpha.html",
    "timeline": "timeline.html",
    "record": "record.html",
    "index": "index.html",
    "comparison": "pair.html",
    "several": "several.html",
    "lean": "lean.html",
    "explored": "explored.html",
}
STATIC = ("index", "record")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("accessible")
    write_atlas(made)
    km.save_html(km.comparison_map("two-islands-1956", "equal-area"), made / "pair.html")
    three = [km.scenario(one) for one in ("status-quo", "equal-area", "four-islands")]
    km.save_html(several_map(three), made / "several.html")
    km.save_html(km.scenario_map("kawana-1998"), made / "lean.html")
    (made / "explored.html").write_text(page_of(scenarios(), "aso-quarter", "en"), "utf-8")
    return made


@pytest.fixture
def visit(folder: Path, open_page: Opener) -> Callable[..., Page]:
    """Open one of PAGES; what its address asks for is followed as a link is."""

    def go(name: str, width: int = 1280, lang: str = "en") -> Page:
        file, _, asked = PAGES[name].partition("#")
        fragment = "&".join(filter(None, [asked, f"lang={lang}" * (lang != "en")]))
        page = open_page(folder / file, width=width, fragment=f"#{fragment}" * bool(fragment))
        expect(page.locator("html")).to_have_attribute("lang", lang)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        return page

    return go


def faults(page: Page) -> Iterator[str]:
    """Return what axe-core finds, by all its rules."""
    for violation in Axe().run(page).response["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {node['target']} {node['html'][:200]}"


def test_axe_finds_a_fault_where_there_is_one(open_page: Opener) -> None:
    page = open_page("<!DOCTYPE html><title>A</title><img src='data:,'><input>")
    found = {fault.split(":")[0] for fault in faults(page)}
    assert {"image-alt", "label", "html-has-lang"} <= found


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_fault(visit: Callable[..., Page], name: str, width: int) -> None:
    assert list(faults(visit(name, width))) == []


@pytest.mark.parametrize("lang", ["ja", "ru"])
@pytest.mark.parametrize("name", ["second map", "timeline", *STATIC])
def test_axe_finds_no_fault_in_another_language(
    visit: Callable[..., Page], name: str, lang: str
) -> None:
    assert list(faults(visit(name, lang=lang))) == []


def test_axe_finds_no_fault_where_all_is_folded_out(visit: Callable[..., Page]) -> None:
    page = visit("scenario")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.locator("path[data-unit='shikotan'][tabindex='0']").first.press("Enter")
    expect(page.locator(".leaflet-popup")).to_be_visible()
    expect(page.locator(".leaflet-popup")).to_have_css("opacity", "1")
    assert list(faults(page)) == []


# The letters that visible texts are drawn in, in CSS pixels, and whether the text is a note.
SIZES = """(notes) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement, text = walker.currentNode.data.trim();
    const unseen = node.closest("script, style, svg, option, [hidden]") || !node.checkVisibility();
    if (!text || unseen) continue;
    const size = parseFloat(getComputedStyle(node).fontSize);
    found.push([size, Boolean(node.closest(notes)), text.slice(0, 60)]);
  }
  return found;
}"""
# What stands beside the text: heads, notes, names on the map, dates, credits, tables of figures.
NOTES = (
    "h2, legend, thead, caption, footer, time, .km-note, .km-label, .km-kind-name, .km-find, "
    ".km-name, .km-cite, .km-numbers, .leaflet-control, .meta, .by, .cite"
)


@pytest.mark.parametrize("name", PAGES)
def test_letters_can_be_read_from_the_back_of_a_room(visit: Callable[..., Page], name: str) -> None:
    page = visit(name)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    sizes = page.evaluate(SIZES, NOTES)
    assert len(sizes) > 20
    assert [each for each in sizes if each[0] < 12] == []
    assert [each for each in sizes if each[0] < 14 and not each[1]] == []


# What reaches past the window to the right, but in a box of its own that scrolls or hides.
WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((node) => node.checkVisibility() && getComputedStyle(node).position !== "absolute"
    && !node.closest(".folium-map, svg, legend, .km-numbers, [hidden]")
    && node.getBoundingClientRect().right > innerWidth + 1)
  .map((node) => node.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_320_pixels_needs_no_scrolling_sideways(
    visit: Callable[..., Page], name: str
) -> None:
    # WCAG 2.2, 1.4.10: 1280 pixels enlarged to 400 per cent.
    for lang in LANGS if name != "explored" else ["en"]:
        page = visit(name, width=320, lang=lang)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(WIDE) == []


# Texts of the panel, or of a page without a map, that are cut off by their own box.
# What is chosen in a list reaches 6 pixels past it by intent.
CUT = """() => [...document.querySelectorAll(".km-panel *, header *, main:not(.km-page) *")]
  .filter((node) => node.checkVisibility() && getComputedStyle(node).display !== "inline"
    && !node.closest("svg, legend, thead, .km-numbers, select, input, textarea, .km-find-list")
    && node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 7)
  .map((node) => node.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["scenario", "second map", "timeline", *STATIC])
def test_letters_follow_the_browsers_own_size_and_twice_as_large_fit(
    visit: Callable[..., Page], name: str, lang: str
) -> None:
    # WCAG 2.2, 1.4.4: text alone, enlarged to 200 per cent.
    page = visit(name, lang=lang)
    text = page.locator(".km-foot, footer p").locator("visible=true").last
    size = "(node) => parseFloat(getComputedStyle(node).fontSize)"
    before = text.evaluate(size)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert text.evaluate(size) == 2 * before
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert page.evaluate(WIDE) == []
    assert page.evaluate(CUT) == []


def test_the_skip_link_leads_over_the_map(visit: Callable[..., Page]) -> None:
    page = visit("scenario")
    page.keyboard.press("Tab")
    expect(page.locator(".km-skip")).to_be_focused()
    expect(page.locator(".km-skip")).to_have_text(say("map.skip", "en"))
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=say("atlas.all", "en"))).to_be_focused()
