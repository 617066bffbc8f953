"""The overview page, opened from its file in a browser without a network."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import kurilmap as km
from kurilmap.geodata import UNITS
from kurilmap.scenarios import scenarios
from tests.conftest import Opener

WIDTHS = pytest.mark.parametrize("width", [1280, 390])


def pieces(page: Page, more: str = "") -> list[str]:
    """Return the holder that each piece on the map is drawn for."""
    return page.locator(f"path[data-piece]{more}").evaluate_all(
        "(paths) => paths.map((path) => path.dataset.holder)"
    )


@WIDTHS
def test_it_draws_all_four_groups_in_the_first_view(
    overview: Path, open_page: Opener, width: int
) -> None:
    page = open_page(overview, width=width)
    frame = page.locator(".folium-map").bounding_box()
    assert frame is not None
    for unit in UNITS:
        paths = page.locator(f"path[data-piece][data-unit='{unit}']")
        expect(paths.first).to_be_visible()
        boxes = [box for path in paths.all() if (box := path.bounding_box())]
        assert min(box["x"] for box in boxes) >= frame["x"]
        assert max(box["x"] + box["width"] for box in boxes) <= frame["x"] + frame["width"]
        assert max(box["y"] + box["height"] for box in boxes) <= frame["y"] + frame["height"]


@WIDTHS
def test_the_page_is_never_wider_than_the_screen(
    overview: Path, open_page: Opener, width: int
) -> None:
    page = open_page(overview, width=width)
    expect(page.locator(".km-legend li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@WIDTHS
def test_every_scenario_can_be_chosen_with_the_keyboard(
    overview: Path, open_page: Opener, width: int
) -> None:
    page = open_page(overview, width=width)
    choices = page.locator("input[name='km-scenario']")
    expect(choices).to_have_count(1 + len(scenarios()))
    assert set(pieces(page)) == {"none"}

    # Tab until the choice has the focus, as a reader without a mouse would.
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "km-scenario":
            break
    expect(choices.first).to_be_focused()
    expect(choices.first).to_have_value("none")

    seen = []
    for scenario in scenarios().values():
        page.keyboard.press("ArrowDown")
        focused = page.locator("input[name='km-scenario']:focus")
        expect(focused).to_be_checked()
        seen.append(focused.input_value())
        holders = {holder for holder, area in scenario.shares().items() if area}
        assert set(pieces(page, ":not([data-holder='none'])")) == holders
    assert seen == list(scenarios())

    page.keyboard.press("ArrowDown")
    expect(choices.first).to_be_checked()
    assert set(pieces(page)) == {"none"}


def test_table_and_legend_follow_the_choice(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    table = page.locator("table.km-table tbody tr[data-holder]")
    legend = page.locator(".km-legend")
    expect(table).to_have_count(0)

    page.locator("#km-choice-two-islands-1956").check()
    expect(table).to_have_count(2)
    # Habomai and Shikotan are 95 and 248 of 4,998 km2 (GSI, 2025): 6.9 per cent.
    expect(page.locator("table.km-table tr[data-holder='JP']")).to_contain_text("6.9%")
    expect(legend).to_contain_text("Japan would hold")
    expect(legend).not_to_contain_text("Line constructed")

    page.locator("#km-choice-equal-area").check()
    for party in ("JP", "RU"):
        row = page.locator(f"table.km-table tr[data-holder='{party}']")
        expect(row).to_contain_text("50.0%")
    expect(legend).to_contain_text("Line constructed")
    expect(page.locator("path.km-cut")).to_have_count(1)

    page.locator("#km-choice-four-islands").check()
    expect(table).to_have_count(1)
    expect(legend).not_to_contain_text("Russia would hold")
    expect(page.locator("path.km-cut")).to_have_count(0)

    page.locator("#km-choice-none").check()
    expect(table).to_have_count(0)


def test_a_scenario_gives_each_piece_to_the_holder_that_its_file_names(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    page.locator("#km-choice-three-islands").check()
    for unit, holder in {
        "habomai": "JP",
        "shikotan": "JP",
        "kunashiri": "JP",
        "etorofu": "RU",
    }.items():
        drawn = pieces(page, f"[data-unit='{unit}']:not([data-holder='none'])")
        assert set(drawn) == {holder}


def test_a_piece_tells_its_names_area_and_sources_with_links(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    page.locator("path[data-unit='shikotan']").first.click()
    popup = page.locator(".leaflet-popup-content")
    for text in ("Shikotan", "色丹島", "Шикотан", "247.65 km²"):
        expect(popup).to_contain_text(text)
    expect(popup.locator("a[href^='https://']").first).to_be_visible()


def test_the_treaty_lines_are_off_at_first_and_the_claims_on(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    for name in ("1855", "1875", "1905"):
        expect(page.locator(".km-layers label", has_text=name).locator("input")).not_to_be_checked()
    for name in ("Japan's claim", "Russia's claim"):
        expect(page.locator(".km-layers label", has_text=name).locator("input")).to_be_checked()


@WIDTHS
@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_names_do_not_collide(open_page: Opener, tmp_path: Path, lang: str, width: int) -> None:
    path = km.save_html(km.overview_map(lang), tmp_path / f"{lang}.html")
    page = open_page(path, width=width)
    expect(page.locator(".km-labels[data-placed]")).to_be_attached()
    boxes = page.locator(".km-name:visible").evaluate_all(
        # The letters themselves: a box may be narrower than what stands in it.
        """(names) => names.map((name) => {
             const letters = document.createRange();
             letters.selectNodeContents(name);
             return [name.innerText, letters.getBoundingClientRect()];
           })"""
    )
    assert len(boxes) >= len(UNITS)
    for i, (one, a) in enumerate(boxes):
        for other, b in boxes[i + 1 :]:
            apart = (
                a["right"] <= b["left"]
                or b["right"] <= a["left"]
                or a["bottom"] <= b["top"]
                or b["bottom"] <= a["top"]
            )
            assert apart, (one, other)


def test_nothing_of_a_flag_is_in_the_page(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("OpenStreetMap")
    expect(page.locator(".leaflet-control-attribution :is(svg, img)")).to_have_count(0)
    expect(page.locator("[class*='flag']")).to_have_count(0)
    # Two regional indicators together are a flag.
    assert not [c for c in page.content() if 0x1F1E6 <= ord(c) <= 0x1F1FF]


def test_a_scenario_chosen_at_first_is_in_sight_in_a_long_choice(open_page, tmp_path):
    composed = km.overview_map()
    composed.panel.add(lambda _: {"chosen": "two-plus-alpha"})
    page = open_page(km.save_html(composed, tmp_path / "chosen.html"))
    expect(page.locator("#km-choice-two-plus-alpha")).to_be_checked()
    inside = """(input) => {
      const [label, list] = [input.closest("label"), input.closest(".km-options")]
        .map((node) => node.getBoundingClientRect());
      return label.top >= list.top - 1 && label.bottom <= list.bottom + 1;
    }"""
    assert page.locator("#km-choice-two-plus-alpha").evaluate(inside)
