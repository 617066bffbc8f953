"""The atlas: its index and the way between its pages, in a browser without a network."""

import os
from collections import Counter
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Locator, Page, expect

import kurilmap as km
from kurilmap.atlas import write_atlas
from kurilmap.errors import WriteError
from kurilmap.record import checked
from kurilmap.scenarios import scenarios
from kurilmap.words import LANGS, say
from tests.conftest import Opener

Written = tuple[Path, list[tuple[int, int, str]]]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """An atlas in a folder that was not there, and what was told while it was written."""
    made = tmp_path_factory.mktemp("atlas") / "new"
    told: list[tuple[int, int, str]] = []
    write_atlas(made, progress=lambda *step: told.append(step))
    return made, told


@pytest.fixture(scope="module")
def folder(written: Written) -> Path:
    return written[0]


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("russian")
    write_atlas(made, lang="ru")
    return made


@pytest.fixture
def served(folder: Path) -> Iterator[str]:
    """The folder on a static host, in a directory of its own."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = partial(Quiet, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{folder.name}"
        server.shutdown()
        thread.join()


def part(page: Page, lang: str) -> Locator:
    """Return what stands in the page in one language."""
    return page.locator(f"main > .in-{lang}")


def choose(page: Page, lang: str) -> None:
    """Choose a language on a page without a map, as a reader does."""
    page.get_by_role("radio", name=say("language.name", lang)).check()


def links(page: Page, lang: str) -> list[str]:
    """Return where the links of one language lead."""
    return part(page, lang).locator("a").evaluate_all("(a) => a.map((a) => a.getAttribute('href'))")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [1280, 390])
def test_the_index_shows_and_links_every_page(
    folder: Path, open_page: Opener, width: int, lang: str
) -> None:
    page = open_page(folder / "index.html", width=width)
    choose(page, lang)
    end = "" if lang == "en" else f"#lang={lang}"
    names = ["overview", "timeline", "record", *scenarios()]
    assert links(page, lang) == [f"{name}.html{end}" for name in names]
    for name in names:
        assert (folder / f"{name}.html").is_file()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for article in part(page, lang).locator("article").all():
        expect(article.locator("svg.picture")).to_be_visible()


def test_a_page_without_a_map_is_read_in_three_languages(folder: Path, open_page: Opener) -> None:
    page = open_page(folder / "index.html")
    for lang in ("ja", "ru", "en"):
        choose(page, lang)
        expect(page.get_by_role("heading", level=1)).to_have_text(say("atlas.title", lang))
        expect(page).to_have_title(say("atlas.title", lang))
        expect(page.locator("html")).to_have_attribute("lang", lang)
        for other in LANGS:
            expect(part(page, other)).to_be_visible(visible=other == lang)
    assert page.url.endswith("index.html")
    page.go_back()
    expect(part(page, "ru")).to_be_visible()
    page.go_back()
    expect(part(page, "ja")).to_be_visible()
    assert page.url.endswith("index.html#lang=ja")


def test_a_language_is_chosen_with_the_keyboard(folder: Path, open_page: Opener) -> None:
    page = open_page(folder / "index.html")
    page.get_by_role("radio", name="English").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="日本語")).to_be_focused()
    expect(part(page, "ja")).to_be_visible()
    expect(page.get_by_role("group")).to_have_accessible_name(say("language.choice", "ja"))


@pytest.mark.parametrize("name", ["index", "record"])
def test_without_scripts_the_languages_can_be_chosen_all_the_same(
    folder: Path, open_page: Opener, name: str
) -> None:
    page = open_page(folder / f"{name}.html", java_script_enabled=False)
    expect(part(page, "en")).to_be_visible()
    expect(part(page, "ja")).to_be_hidden()
    choose(page, "ja")
    expect(part(page, "ja")).to_be_visible()
    expect(part(page, "en")).to_be_hidden()


@pytest.mark.parametrize("asked", ["xx", "__proto__", "en&lang=ja", "%22"])
def test_an_address_that_names_no_language_shows_the_first(
    folder: Path, tmp_path: Path, open_page: Opener, asked: str
) -> None:
    page = open_page(folder / "index.html")
    page.goto(f"{(folder / 'index.html').as_uri()}#lang={asked}")
    expect(part(page, "en")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def round_trip(page: Page) -> None:
    """Go from the Japanese index to a map, there to Russian, back, and on to the record."""
    choose(page, "ja")
    part(page, "ja").locator("a[href^='equal-area.html']").click()
    expect(page.locator("h1")).to_have_text(say("map.title", "ja"))
    expect(page.locator("#km-choice-equal-area")).to_be_checked()
    page.locator(".km-langs [lang=ru]").click()
    page.get_by_role("link", name=say("atlas.all", "ru")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("atlas.title", "ru"))
    part(page, "ru").locator("a[href^='record.html']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("record.title", "ru"))
    choose(page, "en")
    page.get_by_role("link", name=say("record.back", "en")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("atlas.title", "en"))
    part(page, "en").locator("a[href^='timeline.html']").click()
    expect(page.locator("h1")).to_have_text(say("timeline.title", "en"))
    page.get_by_role("link", name=say("atlas.all", "en")).click()
    expect(page).to_have_title(say("atlas.title", "en"))


def test_links_take_the_language_along_from_a_file(folder: Path, open_page: Opener) -> None:
    round_trip(open_page(folder / "index.html"))


def test_links_take_the_language_along_on_a_static_host(served: str, open_page: Opener) -> None:
    round_trip(open_page(f"{served}/index.html", allow="127.0.0.1"))


@pytest.mark.parametrize("width", [1280, 390])
def test_a_scenarios_page_begins_with_it_and_has_all_others(
    folder: Path, open_page: Opener, width: int
) -> None:
    page = open_page(folder / "aso-quarter.html", width=width)
    title, overview = km.scenario("aso-quarter").title["en"], say("map.title", "en")
    expect(page).to_have_title(f"{title} – {overview}")
    expect(page.locator(".km-chosen")).to_have_text(title)
    expect(page.locator(".km-choice input")).to_have_count(len(scenarios()) + 1)
    expect(page.locator(".km-with select")).to_be_visible()
    assert "#" not in page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("input[value='four-islands']").check()
    expect(page).to_have_title(f"{km.scenario('four-islands').title['en']} – {overview}")
    assert page.url.endswith("#scenario=four-islands")
    page.locator("input[value='none']").check()
    expect(page).to_have_title(overview)
    page.go_back()
    page.locator(".km-langs [lang=ja]").click()
    there = f"{km.scenario('four-islands').title['ja']}｜{say('map.title', 'ja')}"
    expect(page).to_have_title(there)


def test_the_pictures_of_the_timeline_are_of_years_in_the_record(
    folder: Path, open_page: Opener
) -> None:
    page = open_page(folder / "index.html")
    years = page.locator(".stock text").all_text_contents()
    # The treaties of Shimoda, St. Petersburg, Portsmouth; that of San Francisco came into force.
    assert years == ["1855", "1875", "1905", "1952"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_records_card_counts_its_verdicts(folder: Path, open_page: Opener, lang: str) -> None:
    page = open_page(folder / "index.html")
    choose(page, lang)
    card = part(page, lang).locator("article.record")
    found = Counter(one.outcome for one in checked(lang) if one.kind == "statement")
    for outcome, count in found.items():
        expect(card.locator(f".picture .{outcome}")).to_have_count(count)
        words = say(f"record.{outcome}", lang).rstrip(".。")
        expect(card.locator("li", has_text=words).first).to_contain_text(str(count))


def test_a_card_says_who_would_hold_how_much(folder: Path, open_page: Opener) -> None:
    page = open_page(folder / "index.html")
    card = part(page, "en").locator("article", has=page.locator("a[href='two-islands-1956.html']"))
    # Habomai and Shikotan are 95 and 248 of 4,998 km2 (GSI, 2025): 6.9 per cent.
    expect(card.locator("li").first).to_contain_text("Japan would hold")
    expect(card.locator("li").first).to_contain_text("6.9%")
    expect(card.locator("li").nth(1)).to_contain_text("93.1%")
    expect(page.locator("footer")).to_contain_text("© OpenStreetMap contributors")
    expect(page.locator("footer")).to_contain_text("ODbL")


def test_a_card_is_followed_with_the_keyboard(folder: Path, open_page: Opener) -> None:
    page = open_page(folder / "index.html")
    part(page, "en").locator("a[href='equal-area.html']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#km-choice-equal-area")).to_be_checked()


def test_russian_pages_name_russia_first_and_set_their_language(
    russian: Path, open_page: Opener
) -> None:
    page = open_page(russian / "index.html")
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    card = part(page, "ru").locator("article", has=page.locator("a[href='equal-area.html']"))
    expect(card.locator("li").first).to_contain_text("Росси")
    expect(card.locator("li").nth(1)).to_contain_text("Япони")


def test_a_scenarios_page_is_the_overview_that_begins_with_it(folder: Path) -> None:
    own = km.overview_map(chosen="three-islands")
    link = {"home": {"href": "index.html", "text": ""}}
    own.panel.add(lambda lang: {"home": {**link["home"], "text": say("atlas.all", lang)}})
    assert km.save_html(own) == (folder / "three-islands.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["index.html", "equal-area.html"])
@pytest.mark.parametrize("obstacle", ["a folder", "a read-only file"])
def test_where_one_page_cannot_be_written_nothing_is_made_and_the_folder_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, obstacle: str
) -> None:
    (tmp_path / "overview.html").write_text("old", encoding="utf-8")
    if obstacle == "a folder":
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).write_text("old", encoding="utf-8")
        allowed = os.access  # root may write to everything
        closed = tmp_path / name
        monkeypatch.setattr(os, "access", lambda p, mode: Path(p) != closed and allowed(p, mode))
    told: list[object] = []
    with pytest.raises(WriteError, match=name):
        write_atlas(tmp_path, progress=lambda *step: told.append(step))
    assert told == []
    assert {path.name for path in tmp_path.iterdir()} == {"overview.html", name}
    assert (tmp_path / "overview.html").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("given", "message"),
    [("", "it is no name. Give that of a folder"), ("file", "file is a file"), ("a\0", "null")],
)
def test_a_name_that_is_none_of_a_folder_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    told: list[object] = []
    with pytest.raises(WriteError, match=message):
        write_atlas(given, progress=lambda *step: told.append(step))
    assert told == []
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_progress_moves_with_each_page(written: Written) -> None:
    folder, told = written
    pages = len(list(folder.iterdir()))
    assert [done for done, _, _ in told] == list(range(pages + 1))
    assert {total for _, total, _ in told} == {pages}
    assert [name for *_, name in told][:2] == ["overview.html", "timeline.html"]
