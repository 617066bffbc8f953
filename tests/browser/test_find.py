"""The search box, in a browser without a network."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

import kurilmap as km
from kurilmap.geodata import entries, found
from kurilmap.geodata.spelling import keys
from kurilmap.layers.find import finder
from tests.conftest import Opener
from tests.hostile import HOSTILE

NAMES = sorted({name for entry in entries() for name in entry.spellings()})
_ODD = """KUNASHIRI-TŌ|kunashirskiy|Zelënyj|Ｔａｎｆｉｌｙｅｖａ|ｸﾅｼﾘ|国後　水道|ё|Й|İturup|o|島
Tanfil'yeva|の灯台|мыс|a b-c/d|--||ΣΑΣ|ß|𠮷野|🗾 Shikotan|e\u0301te|constructor|__proto__|Юж
Kunashyre|しゃこたん|ヴァ|っっ|ーー|\u0000a"""
ODD = _ODD.replace("\n", "|").split("|")
# A word to type, the name that the box then shows, and what the popup says.
WAYS = {
    "en": ("kunasiri", "Kunashir / Kunashiri", "国後島"),
    "ja": ("くなしり", "国後島／クナシル島", "Кунашир"),
    "ru": ("кунас", "Кунасири / Кунашир", "国後島"),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("find")
    return {lang: km.save_html(km.overview_map(lang), folder / f"{lang}.html") for lang in WAYS}


def test_the_page_folds_every_name_as_python_does(
    pages: dict[str, Path], open_page: Opener
) -> None:
    page = open_page(pages["en"])
    asked = [*NAMES, *ODD, *HOSTILE.values()]
    page_keys = page.evaluate(
        "([names, tables]) => names.map((name) => kurilmap.keys(name, tables))",
        [asked, finder("en")["tables"]],
    )
    assert dict(zip(asked, page_keys, strict=True)) == {name: list(keys(name)) for name in asked}


def test_the_page_finds_the_same_places_in_the_same_order(
    pages: dict[str, Path], open_page: Opener
) -> None:
    page = open_page(pages["en"])
    asked = [name for name in [*NAMES, *ODD, "kuril", "is", "Kunashirsky"] if keys(name)]
    ids = page.evaluate(
        "([names, data]) => names.map((n) => kurilmap.found(n, data).map((e) => [e.kind, e.id]))",
        [asked, finder("en")],
    )
    expected = {name: [[e.kind, e.id] for e, _ in found(name)] for name in asked}
    assert dict(zip(asked, ids, strict=True)) == expected


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", WAYS)
def test_a_reader_finds_an_island_by_keyboard(
    pages: dict[str, Path], open_page: Opener, lang: str, width: int
) -> None:
    typed, name, told = WAYS[lang]
    page = open_page(pages[lang], width=width)
    field = page.locator(".km-find-input")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.focus()
    page.keyboard.type(typed)
    expect(field).to_have_attribute("aria-expanded", "true")
    option = page.get_by_role("option").first
    expect(option).to_contain_text(name)
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Enter")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value(name)
    expect(field).to_be_focused()
    expect(page.locator(".leaflet-popup")).to_contain_text(told)
    expect(page.locator(".km-find-status")).to_contain_text(name)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 390])
def test_a_click_on_a_peak_switches_its_layer_on_and_opens_it(
    pages: dict[str, Path], open_page: Opener, width: int
) -> None:
    page = open_page(pages["en"], width=width)
    peaks = page.locator(".km-layers label", has_text="Capes, lights and peaks").locator("input")
    expect(peaks).not_to_be_checked()
    page.locator(".km-find-input").fill("chacha")
    page.get_by_role("option", name="Chacha / Tyatya").click()
    expect(peaks).to_be_checked()
    expect(page.locator(".leaflet-popup")).to_contain_text("1,822 m")
    expect(page.locator(".km-mark-peak[aria-label^='Chacha']")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("habomai", "Habomai"),
        ("griga", "Griga / Oshima"),
        ("kaigara", "Kaigara / Signalnyy"),
        ("kurilsk", "Kurilsk / Shana"),
        ("sovetsky", "Goyomai / Sovetsky Strait"),
    ],
)
def test_enter_goes_to_the_first_match_of_each_kind(
    pages: dict[str, Path], open_page: Opener, typed: str, told: str
) -> None:
    page = open_page(pages["en"])
    field = page.locator(".km-find-input")
    field.fill(typed)
    field.press("Enter")
    popup = page.locator(".leaflet-popup")
    expect(popup).to_have_count(1)
    expect(field).to_have_value(told)
    frame, inside = page.locator(".folium-map").bounding_box(), popup.bounding_box()
    assert frame is not None
    assert inside is not None
    assert frame["x"] <= inside["x"] <= inside["x"] + inside["width"] <= frame["x"] + frame["width"]


def test_a_name_that_nothing_has_offers_the_nearest(
    pages: dict[str, Path], open_page: Opener
) -> None:
    page = open_page(pages["en"])
    field = page.locator(".km-find-input")
    field.fill("Kunashyre")
    expect(page.locator(".km-find-status")).to_contain_text("the nearest")
    expect(page.get_by_role("option").first).to_contain_text("Kunashir")
    field.fill("qqqqqq")
    expect(page.locator(".km-find-status")).to_have_text("No place of that name.")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_escape_closes_the_list_and_then_empties_the_box(
    pages: dict[str, Path], open_page: Opener
) -> None:
    page = open_page(pages["en"])
    field = page.locator(".km-find-input")
    field.fill("kuril")
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(page.locator(".km-find-status")).to_contain_text("places")
    field.press("ArrowUp")
    expect(page.locator(".km-find-list [role=option]").last).to_have_attribute(
        "aria-selected", "true"
    )
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("kuril")
    field.press("Escape")
    expect(field).to_have_value("")
    expect(page.locator(".km-find-status")).to_have_text("")


def test_hostile_names_are_shown_as_text_and_run_nothing(
    pages: dict[str, Path], open_page: Opener
) -> None:
    page = open_page(pages["en"])
    words = {**finder("en")["words"], "label": "A second box"}
    texts = list(HOSTILE.values())
    shown = ("id", "name", "second", "what")
    rest = {"kind": "group", "at": [146, 44], "keys": ["evil"]}
    hostile = [dict.fromkeys(shown, text) | rest for text in texts]
    data = {**finder("en"), "entries": hostile, "words": words}
    page.evaluate(
        """(data) => {
          const place = kurilmap.el("div", { style: "height: 300px" });
          document.body.append(place);
          const map = L.map(place).setView([44, 146], 8);
          document.body.append(kurilmap.finder(map, data, null, []));
        }""",
        json.loads(json.dumps(data)),
    )
    field = page.get_by_role("combobox", name="A second box")
    for position, text in enumerate(texts[:8]):
        field.fill("evil")
        options = page.get_by_role("listbox", name="A second box").get_by_role("option")
        assert text.strip() in (options.nth(position).text_content() or "")
        options.nth(position).click()
    assert page.locator("[onerror], [onload]").count() == 0


def test_a_map_without_the_four_groups_has_no_search_box(open_page: Opener) -> None:
    page = open_page(km.save_html(km.Map(title="My own")))
    expect(page.locator("h1")).to_have_text("My own")
    expect(page.locator(".km-find-input")).to_have_count(0)
