"""The atlas's index, opened from its file in a browser without a network."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from kurilmap.atlas import write_atlas
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
    assert links == ["overview.html", *(f"{key}.html" for key in scenarios())]
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
