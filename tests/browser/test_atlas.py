"""The atlas's index, opened from its file in a browser without a network."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kurilmap.atlas import write_atlas
from kurilmap.errors import WriteError
from kurilmap.scenarios import scenarios
from tests.conftest import Opener


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("atlas")
    write_atlas(made)
    return made


@pytest.mark.parametrize("width", [1280, 390])
def test_the_index_shows_and_links_every_page(folder: Path, open_page: Opener, width: int) -> None:
    page = open_page(folder / "index.html", width=width)
    links = page.locator("main a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    first = ["overview.html", "timeline.html", "record.html"]
    assert links == [*first, *(f"{key}.html" for key in scenarios())]
    for link in links:
        assert (folder / link).is_file()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for picture in page.locator("svg.picture").all():
        expect(picture).to_be_visible()
    assert page.locator("script").count() == 0


def test_a_card_says_who_would_hold_how_much(folder: Path, open_page: Opener) -> None:
    page = open_page(folder / "index.html")
    card = page.locator("article", has=page.locator("a[href='two-islands-1956.html']"))
    # Habomai and Shikotan are 95 and 248 of 4,998 km2 (GSI, 2025): 6.9 per cent.
    expect(card.locator("li").first).to_contain_text("Japan would hold")
    expect(card.locator("li").first).to_contain_text("6.9%")
    expect(card.locator("li").nth(1)).to_contain_text("93.1%")
    expect(page.locator("footer")).to_contain_text("© OpenStreetMap contributors")
    expect(page.locator("footer")).to_contain_text("ODbL")


def test_a_card_is_followed_with_the_keyboard(folder: Path, open_page: Opener) -> None:
    page = open_page(folder / "index.html")
    page.locator("a[href='equal-area.html']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#km-choice-equal-area")).to_be_checked()


def test_russian_pages_name_russia_first_and_set_their_language(
    tmp_path: Path, open_page: Opener
) -> None:
    write_atlas(tmp_path, lang="ru")
    page = open_page(tmp_path / "index.html")
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    card = page.locator("article", has=page.locator("a[href='equal-area.html']"))
    expect(card.locator("li").first).to_contain_text("Росси")


def test_two_builds_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for path in write_atlas(tmp_path):
        assert path.read_bytes() == (folder / path.name).read_bytes(), path.name


@pytest.mark.parametrize("name", ["index.html", "equal-area.html"])
@pytest.mark.parametrize("obstacle", ["a folder", "a read-only file"])
def test_where_one_page_cannot_be_written_the_folder_stays_as_it_was(
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
    with pytest.raises(WriteError, match=name):
        write_atlas(tmp_path)
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


def test_progress_moves_with_each_page(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    written = write_atlas(tmp_path / "new", progress=lambda *step: told.append(step))
    assert [done for done, _, _ in told] == list(range(len(written) + 1))
    assert {total for _, total, _ in told} == {len(written)}
    assert [name for *_, name in told][:2] == ["overview.html", "timeline.html"]
