"""Two maps beside one panel: they move together, and what differs is outlined on both."""

from dataclasses import replace
from pathlib import Path

import folium
import pytest
from playwright.sync_api import Page, expect

import kurilmap as km
from kurilmap import measures, telling
from tests.conftest import Opener
from tests.hostile import HOSTILE

WIDTHS = pytest.mark.parametrize("width", [1280, 900, 390])
A, B = "two-islands-1956", "aso-quarter"


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pair") / "pair.html"
    km.save_html(km.comparison_map(A, B), path)
    return path


def where(page: Page) -> dict:
    """Return middle and zoom of both maps, and how many pixels their middles are apart."""
    return page.evaluate(
        """() => {
          const { first, second } = document.querySelector(".km-page").kurilmapPair;
          const at = (map) => [map.getCenter().lat, map.getCenter().lng, map.getZoom()];
          const middle = (map) => first.project(map.getCenter());
          return { a: at(first), b: at(second), apart: middle(first).distanceTo(middle(second)) };
        }"""
    )


def holders(page: Page, number: int) -> dict[str, set[str]]:
    """Return who holds what is drawn of each unit on one of the maps."""
    drawn = page.locator(".folium-map").nth(number).locator("path[data-piece]")
    found: dict[str, set[str]] = {}
    for unit, holder in drawn.evaluate_all(
        "(paths) => paths.map((path) => [path.dataset.unit, path.dataset.holder])"
    ):
        if holder != "none":
            found.setdefault(unit, set()).add(holder)
    return found


@WIDTHS
def test_each_map_shows_its_own_scenario(pair: Path, open_page: Opener, width: int) -> None:
    page = open_page(pair, width=width)
    expect(page.locator(".folium-map")).to_have_count(2)
    assert holders(page, 0) == {
        "habomai": {"JP"},
        "shikotan": {"JP"},
        "kunashiri": {"RU"},
        "etorofu": {"RU"},
    }
    assert holders(page, 1) == {
        "habomai": {"JP"},
        "shikotan": {"JP"},
        "kunashiri": {"JP"},
        "etorofu": {"JP", "RU"},
    }
    captions = page.locator(".km-caption")
    expect(captions.nth(0)).to_contain_text("A · Two islands after a peace treaty")
    expect(captions.nth(1)).to_contain_text("B · Three islands and a quarter")


@WIDTHS
def test_both_maps_are_in_sight_and_of_one_size(pair: Path, open_page: Opener, width: int) -> None:
    page = open_page(pair, width=width)
    a, b = (page.locator(".folium-map").nth(number).bounding_box() for number in (0, 1))
    assert a is not None
    assert b is not None
    assert (a["width"], a["height"]) == pytest.approx((b["width"], b["height"]), abs=1)
    assert a["width"] >= 380
    assert b["y"] + b["height"] <= 845
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@WIDTHS
@pytest.mark.parametrize("number", [0, 1])
def test_moving_one_map_moves_the_other(
    pair: Path, open_page: Opener, width: int, number: int
) -> None:
    page = open_page(pair, width=width)
    before = where(page)
    box = page.locator(".folium-map").nth(number).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=6)
    page.mouse.up()
    page.wait_for_function("() => !document.querySelector('.leaflet-pan-anim')")
    moved = where(page)
    assert moved["a"][1] > before["a"][1]
    assert moved["b"][1] > before["b"][1]
    assert moved["apart"] < 1.5
    # And by the wheel, as by the keyboard.
    page.mouse.wheel(0, -300)
    page.wait_for_function(
        "(was) => document.querySelector('.km-page').kurilmapPair.first.getZoom() > was",
        arg=before["a"][2],
    )
    page.locator(".folium-map").nth(number).focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => !document.querySelector('.leaflet-pan-anim')")
    zoomed = where(page)
    assert zoomed["a"][2] == zoomed["b"][2] > before["a"][2]
    assert zoomed["apart"] < 1.5


def test_what_differs_is_outlined_on_both_maps_and_nothing_else(
    pair: Path, open_page: Opener
) -> None:
    page = open_page(pair)
    # All of Kunashir's group; of Etorofu's the part southwest of the cut, and its islets there.
    moved = measures.difference(km.scenario(A), km.scenario(B))
    count = sum(len(geometry.geoms) for geometry in moved.geometry)
    for number in (0, 1):
        outlines = page.locator(".folium-map").nth(number).locator("path.km-differ")
        expect(outlines).to_have_count(count)
    box = page.get_by_role("checkbox", name="Land that changes hands between the two")
    box.uncheck()
    expect(page.locator("path.km-differ")).to_have_count(0)
    box.check()
    expect(page.locator("path.km-differ")).to_have_count(2 * count)


def test_the_page_s_table_of_differences_is_python_s(pair: Path, open_page: Opener) -> None:
    page = open_page(pair)
    moved = measures.difference(km.scenario(A), km.scenario(B))
    rows = page.locator(".km-changes tbody tr")
    expect(rows).to_have_count(len(moved))
    names = {"JP": "Japan", "RU": "Russia"}
    for row, told in zip(moved.itertuples(index=False), rows.all(), strict=True):
        unit, start, end, *_ = row
        expect(told).to_contain_text(telling.unit_name(unit, "en"))
        expect(told).to_contain_text(f"{names[start]} → {names[end]}")
        expect(told).to_contain_text(telling.area(row[-1] * 1e6, "en"))


def test_another_administration_of_the_same_holder_is_a_change(open_page: Opener) -> None:
    parted = replace(
        km.scenario("four-islands"), id="parted", administers={"shikotan": "RU"}, kind="proposed"
    )
    page = open_page(km.save_html(km.comparison_map("four-islands", parted)))
    rows = page.locator(".km-changes tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Shikotan")
    expect(rows).to_contain_text("Administration: Japan → Russia")
    expect(page.locator("path.km-differ").first).to_be_attached()


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_areas_are_written_in_the_browser_as_in_python(open_page: Opener, lang: str) -> None:
    page = open_page(km.save_html(km.comparison_map(A, B, lang)))
    areas = [0, 1.2e3, 9.4e4, 3.06e5, 1.21e7, 9.48e7, 2.4765e8, 1.48927e9, 3.16664e9, 4.9984e9]
    words = {"en": (",", "."), "ja": (",", "."), "ru": ("\u00a0", ",")}[lang]
    unit = {"en": "km²", "ja": "km²", "ru": "км²"}[lang]
    told = page.evaluate(
        "([areas, words]) => areas.map((area) => kurilmap.area(area, words))",
        [areas, {"group": words[0], "point": words[1], "km2": unit}],
    )
    assert told == [telling.area(area, lang) for area in areas]


@WIDTHS
def test_there_is_one_panel_and_one_legend_and_it_tells_of_both(
    open_page: Opener, width: int
) -> None:
    page = open_page(km.save_html(km.comparison_map("status-quo", B)), width=width)
    expect(page.locator(".km-panel")).to_have_count(1)
    expect(page.locator(".km-legend")).to_have_count(1)
    legend = page.locator(".km-legend")
    # Of the first map, and of the second.
    for text in ("Administered by Russia", "Japan would hold", "constructed by this kit"):
        expect(legend).to_contain_text(text)
    expect(page.locator(".km-choice")).to_be_hidden()


def test_a_layer_is_switched_on_both_maps_by_one_box(pair: Path, open_page: Opener) -> None:
    page = open_page(pair)
    marks = page.locator(".km-mark-settlement.leaflet-interactive")
    before = marks.count()
    assert before > 0
    assert before % 2 == 0
    page.get_by_role("checkbox", name="Settlements").uncheck()
    expect(marks).to_have_count(0)
    page.get_by_role("checkbox", name="Straits", exact=True).check()
    straits = page.locator(".km-mark-strait.leaflet-interactive")
    for number in (0, 1):
        expect(page.locator(".folium-map").nth(number).locator(straits).first).to_be_attached()


def test_both_maps_are_reached_and_told_by_keyboard(pair: Path, open_page: Opener) -> None:
    page = open_page(pair)
    labels = page.locator(".folium-map").evaluate_all(
        "(maps) => maps.map((map) => map.getAttribute('aria-label'))"
    )
    assert [label.split(": ")[1][:2] for label in labels] == ["A,", "B,"]
    second = page.locator(".folium-map").nth(1).locator("path[data-unit='kunashiri'][tabindex]")
    second.focus()
    page.keyboard.press("Enter")
    popup = page.locator(".folium-map").nth(1).locator(".leaflet-popup-content")
    expect(popup).to_contain_text("Japan would hold")
    expect(page.locator(".folium-map").nth(0).locator(".leaflet-popup-content")).to_have_count(0)


def test_what_a_user_adds_stands_on_the_first_map(open_page: Opener) -> None:
    pair = km.comparison_map(A, B)
    folium.Circle([44.5, 147], radius=20000, class_name="mine").add_to(pair)
    page = open_page(km.save_html(pair))
    expect(page.locator(".folium-map").nth(0).locator("path.mine")).to_have_count(1)
    expect(page.locator(".folium-map").nth(1).locator("path.mine")).to_have_count(0)


def test_any_page_s_map_can_have_a_second_one_beside_it_and_lose_it(open_page: Opener) -> None:
    page = open_page(km.save_html(km.overview_map(scenarios=[A, B, "equal-area"])))
    page.locator(f"#km-choice-{A}").check()
    page.evaluate(
        """() => {
          const map = window[document.querySelector(".folium-map").id];
          let partition;
          map.eachLayer((layer) => { if (layer.scenarios) partition = layer; });
          const words = {
            changes: "Changes", same: "None", unit: "Unit", change: "Change", area: "Area",
            shares: "Land", summary: "Says", holders: { JP: "Japan", RU: "Russia" },
            km2: "km²", group: ",", point: ".",
          };
          window.pair = kurilmap.beside(map, partition, { shown: "equal-area", words });
        }"""
    )
    expect(page.locator(".km-caption").nth(1)).to_contain_text("Equal halves")
    assert holders(page, 1)["kunashiri"] == {"JP"}
    # The reader's choice still holds for the first map, and the panel follows.
    page.locator("#km-choice-equal-area").check()
    expect(page.locator(".km-pair")).to_contain_text("None")
    page.evaluate("() => { pair.choose('two-islands-1956'); }")
    assert holders(page, 1)["kunashiri"] == {"RU"}
    expect(page.locator(".km-changes tbody tr")).to_have_count(2)
    page.evaluate("() => { pair.remove(); }")
    expect(page.locator(".folium-map")).to_have_count(1)
    expect(page.locator(".km-pair, .km-caption")).to_have_count(0)
    page.locator("#km-choice-none").check()


def test_more_than_two_are_one_map_with_a_choice_and_a_bar_each(open_page: Opener) -> None:
    page = open_page(km.save_html(km.compare(A, B, "equal-area").map()), width=390)
    expect(page.locator(".folium-map")).to_have_count(1)
    expect(page.locator(".km-pair h3")).to_have_count(3)
    expect(page.locator(".km-pair .km-bar")).to_have_count(3)
    page.locator("#km-choice-equal-area").check()
    assert holders(page, 0)["etorofu"] == {"JP", "RU"}
    page.locator(".km-numbers summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 2))
def test_hostile_titles_are_only_text(open_page: Opener, first: int) -> None:
    # Two at a time, one a map; the last has the first beside it.
    texts = [*HOSTILE.values(), *HOSTILE.values()][first : first + 2]
    one, other = (
        km.scenario(id_).named(f"mine-{id_}", text) for id_, text in zip((A, B), texts, strict=True)
    )
    page = open_page(km.save_html(km.comparison_map(one, other)))
    for number, text in enumerate(texts):
        shown = " ".join(page.locator(".km-caption").nth(number).inner_text().split())
        assert " ".join(text.split()) in shown
    assert page.evaluate("window.owned") is None
