"""Citing and embedding: what is copied is what the page shows, and reads back as it was."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

import kurilmap as km
from tests.browser.own import settled, share, slide
from tests.conftest import Opener
from tests.hostile import HOSTILE

WIDTHS = pytest.mark.parametrize("width", [1280, 390])
DAY = "2026-03-05T10:00:00"
# What a browser does in a frame that grants nothing, and on a page that is no secure context.
REFUSED = """
Object.defineProperty(navigator, "clipboard", { value: {
  writeText: () => Promise.reject(new DOMException("refused", "NotAllowedError")) } });
document.execCommand = () => false;
"""
MISSING = 'Object.defineProperty(navigator, "clipboard", { value: undefined });'


def part(page: Page) -> Locator:
    return page.locator(".km-citing")


def copied(page: Page, which: str) -> str:
    """Press a button of the section; return what it shows."""
    part(page).get_by_role("button", name=which, exact=True).click()
    expect(part(page).get_by_role("status")).not_to_be_empty()
    return part(page).locator("textarea").input_value()


class Frames(HTMLParser):
    """The frames in a text, as a browser would read them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.others: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "iframe":
            self.found.append(dict(attrs))
        else:
            self.others.append(tag)


@WIDTHS
def test_a_citation_names_what_is_shown_kit_licence_and_the_reader_s_day(
    overview: Path, open_page: Opener, width: int
) -> None:
    page = open_page(overview, width=width, permissions=["clipboard-read", "clipboard-write"])
    page.clock.set_fixed_time(DAY)
    page.locator("#km-choice-equal-area").check()
    text = copied(page, "Copy citation")
    assert text.startswith("Etorofu / Iturup, Kunashir / Kunashiri, Shikotan and Habomai: claims")
    for told in (
        f"Scenario shown: {km.scenario('equal-area').title['en']}.",
        f"made with kurilmap {km.__version__}.",
        "© OpenStreetMap contributors, ODbL 1.0",
        "Accessed 5 March 2026.",
    ):
        assert told in text
    # A file's address is its reader's own.
    assert "file:" not in text
    expect(part(page).get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == text
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("lang", "button", "told"),
    [
        ("ja", "引用文をコピー", ("表示中のシナリオ：", "2026年3月5日閲覧。")),
        ("ru", "Скопировать ссылку для цитирования", ("Показан сценарий: ", "5 марта 2026 г.")),
    ],
)
def test_a_citation_is_in_the_language_that_the_reader_switched_to(
    overview: Path, open_page: Opener, lang: str, button: str, told: tuple[str, ...]
) -> None:
    page = open_page(overview)
    page.clock.set_fixed_time(DAY)
    page.locator("#km-choice-two-islands-1956").check()
    page.locator(f".km-langs [lang={lang}]").click()
    text = copied(page, button)
    assert km.scenario("two-islands-1956").title[lang] in text
    assert [each for each in told if each not in text] == []
    expect(part(page)).to_have_count(1)


def test_without_a_clipboard_the_selection_is_copied(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    page.evaluate(MISSING)
    text = copied(page, "Copy citation")
    expect(part(page).get_by_role("status")).to_have_text("Copied.")
    expect(part(page).get_by_role("button", name="Copy citation")).to_be_focused()
    # Pasted by the keyboard, as a reader would.
    box = page.locator(".km-find-input")
    box.focus()
    page.keyboard.press("Control+V")
    assert box.input_value() == text


def test_where_copying_is_refused_the_text_stays_selected(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    page.evaluate(REFUSED)
    text = copied(page, "Copy citation")
    expect(part(page).get_by_role("status")).to_contain_text("The text is selected")
    expect(part(page).locator("textarea")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == text


def test_what_was_copied_goes_when_the_choice_changes(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    copied(page, "Copy citation")
    expect(part(page).locator("textarea")).to_be_visible()
    page.locator("#km-choice-equal-area").check()
    expect(part(page).locator("textarea")).to_be_hidden()
    expect(part(page).get_by_role("status")).to_be_empty()


def test_a_cut_of_the_reader_s_own_is_cited_as_such(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    page.locator("#km-choice-aso-quarter").check()
    slide(share(page), 40)
    settled(page)
    text = copied(page, "Copy citation")
    assert "a construction of the reader's own" in text
    assert "Scenario shown" not in text


def test_a_comparison_cites_both_and_the_timeline_its_stop(open_page: Opener) -> None:
    a, b = (km.scenario(id_) for id_ in ("two-islands-1956", "aso-quarter"))
    page = open_page(km.save_html(km.comparison_map(a, b)))
    assert f"Scenarios shown: {a.title['en']}; {b.title['en']}." in copied(page, "Copy citation")
    page = open_page(km.save_html(km.timeline_map()))
    page.get_by_role("slider").fill("0")
    stop = page.locator(".km-time-title").inner_text()
    text = copied(page, "Copy citation")
    assert re.search(rf"Shown on the timeline: .+, {re.escape(stop)}\.", text)


def test_bibtex_has_balanced_braces_and_the_day_as_a_date(open_page: Opener) -> None:
    title = r"100 % of {it} & \more_ #1 ~ ^ $x$"
    page = open_page(km.save_html(km.Map(title=title)))
    page.clock.set_fixed_time(DAY)
    part(page).get_by_role("combobox").select_option("bibtex")
    text = copied(page, "Copy citation")
    assert text.startswith("@misc{kurilmap-map,\n")
    assert "  urldate = {2026-03-05},\n" in text
    assert r"100 \% of \{it\} \& \textbackslash{}more\_ \#1" in text
    bare = re.sub(r"\\[{}]", "", text)
    assert bare.count("{") == bare.count("}")


def test_a_file_embeds_itself_by_its_name(open_page: Opener, tmp_path: Path) -> None:
    path = km.save_html(km.overview_map(), tmp_path / "a map & more 100% (ours).html")
    page = open_page(path)
    code = Frames(copied(page, "Copy embed code"))
    (frame,) = code.found
    assert frame["src"] is not None
    assert unquote(frame["src"].partition("#")[0]) == path.name
    assert frame["title"] == page.title()
    expect(part(page)).to_contain_text(path.name)


def test_on_the_web_citation_and_code_name_the_address_with_its_fragment(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    shown = 'https://maps.example/overview.html?x=1&y=2#s=equal-area&z="7"\'<{}'
    context = page.context
    context.route(
        "https://maps.example/**",
        lambda route: route.fulfill(
            content_type="text/html; charset=utf-8", body=overview.read_text(encoding="utf-8")
        ),
    )
    page.goto(shown)
    at = page.evaluate("location.href")
    assert at in copied(page, "Copy citation")
    (frame,) = Frames(copied(page, "Copy embed code")).found
    assert frame["src"] == page.evaluate("location.href")
    expect(part(page)).not_to_contain_text("beside the page")
    part(page).get_by_role("combobox").select_option("bibtex")
    url = re.search(r"  url = \{([^{}\\]*)\},", copied(page, "Copy citation"))
    assert url is not None
    assert url[1].startswith("https://maps.example/overview.html?x=1&y=2#")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_title_stays_inside_code_and_citation(open_page: Opener, name: str) -> None:
    text = HOSTILE[name]
    page = open_page(km.save_html(km.Map(title=text)))
    code = Frames(copied(page, "Copy embed code"))
    assert len(code.found) == 1
    assert code.others == []
    assert code.found[0]["title"] == text
    copied(page, "Copy citation")
    assert page.evaluate("window.owned") is None


def test_layers_that_are_always_on_tell_their_sources_too(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    rows = page.locator(".km-layers > li")
    assert rows.count() > 10
    expect(page.locator(".km-layers > li:not(:has(details))")).to_have_count(0)
    summary = page.get_by_label("About this layer: The four groups")
    summary.click()
    row = page.locator(".km-fixed-layers > li").filter(has=summary)
    expect(row).to_contain_text("roaring-landmask 0.11.0")
    expect(row.locator("a[href='https://www.openstreetmap.org/copyright']")).to_be_visible()
