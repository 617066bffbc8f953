"""A second scenario beside the chosen one, asked for in the panel and taken away again."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import kurilmap as km
from kurilmap import measures, telling
from kurilmap.scenarios.moved import moved
from kurilmap.words import say
from tests.browser.own import settled, share, slide
from tests.conftest import Opener
from tests.hostile import HOSTILE

WIDTHS = pytest.mark.parametrize("width", [1280, 390])
A, B = "aso-quarter", "two-islands-1956"
NAMES = {"JP": "Japan", "RU": "Russia", "joint": "Joint"}


def other(page: Page) -> Locator:
    """The choice of what stands beside the chosen scenario."""
    return page.get_by_role("combobox", name="Compare with")


def compare(page: Page, a: str, b: str) -> None:
    page.locator(f"#km-choice-{a}").check()
    other(page).select_option(b)
    expect(page.locator(".folium-map")).to_have_count(2)


def holders(page: Page, number: int, unit: str) -> set[str]:
    """Who holds what is drawn of a unit on one of the maps."""
    drawn = page.locator(".folium-map").nth(number).locator(f"path[data-unit='{unit}']")
    found = drawn.evaluate_all("(paths) => paths.map((path) => path.dataset.holder)")
    return set(found) - {"none"}


def differences(page: Page) -> list[list[str]]:
    """The rows of the table of what changes hands."""
    rows = page.locator(".km-changes tbody tr").all()
    return [row.locator("th, td").all_inner_texts() for row in rows]


def told(a: km.Scenario, b: km.Scenario) -> list[list[str]]:
    """The same rows, as Python works them out."""
    return [
        [
            telling.unit_name(unit, "en"),
            f"{NAMES[start]} → {NAMES[end]}",
            telling.area(row[-1] * 1e6, "en"),
        ]
        for unit, start, end, *row in measures.difference(a, b).itertuples(index=False)
    ]


@WIDTHS
def test_a_second_scenario_is_put_beside_the_first_and_taken_away(
    overview: Path, open_page: Opener, width: int
) -> None:
    page = open_page(overview, width=width)
    compare(page, A, B)
    expect(page.locator(".km-caption").nth(1)).to_contain_text("B · Two islands")
    assert holders(page, 0, "kunashiri") == {"JP"}
    assert holders(page, 1, "kunashiri") == {"RU"}
    assert differences(page) == told(km.scenario(A), km.scenario(B))
    for number in (0, 1):
        outlines = page.locator(".folium-map").nth(number).locator("path.km-differ")
        expect(outlines.first).to_be_attached()
    expect(page.locator(".km-legend")).to_contain_text("Land that changes hands")
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    other(page).select_option("")
    expect(page.locator(".folium-map")).to_have_count(1)
    expect(page.locator(".km-pair, .km-caption, path.km-differ")).to_have_count(0)
    expect(page.locator(".km-legend")).not_to_contain_text("Land that changes hands")
    assert holders(page, 0, "kunashiri") == {"JP"}


@WIDTHS
def test_a_reader_who_asks_for_it_sees_both_maps(
    overview: Path, open_page: Opener, width: int
) -> None:
    page = open_page(overview, width=width)
    compare(page, A, B)
    for number in (0, 1):
        expect(page.locator(".folium-map").nth(number)).to_be_in_viewport(ratio=0.6)


def test_either_scenario_can_be_another_and_both_the_same(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    compare(page, A, B)
    other(page).select_option("four-islands")
    expect(page.locator(".folium-map")).to_have_count(2)
    assert holders(page, 1, "etorofu") == {"JP"}
    assert differences(page) == told(km.scenario(A), km.scenario("four-islands"))
    page.locator("#km-choice-status-quo").check()
    assert differences(page) == told(km.scenario("status-quo"), km.scenario("four-islands"))
    page.locator("#km-choice-four-islands").check()
    expect(page.locator(".km-pair")).to_contain_text("Nothing: both give all land")
    expect(page.locator("path.km-differ")).to_have_count(0)
    page.locator("#km-choice-none").check()
    expect(page.locator(".km-pair")).to_contain_text("The first map shows no scenario")
    expect(page.locator(".km-legend")).to_contain_text("Japan would hold")


def test_the_sea_the_straits_and_people_stand_side_by_side(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    page.locator(f"#km-choice-{B}").check()
    alone = page.locator(".km-figures tr", has_text="territorial sea").locator("td")
    of_b = alone.first.inner_text()
    page.locator(f"#km-choice-{A}").check()
    of_a = alone.first.inner_text()
    other(page).select_option(B)
    rows = page.locator(".km-pair .km-numbers tr")
    both = rows.filter(has_text="territorial sea").filter(has_text="Japan").locator("td")
    assert both.all_inner_texts() == [of_a, of_b]
    expect(rows.filter(has_text="Population of groups").first).to_contain_text("3,772")


@pytest.mark.parametrize("beside", ["two-islands-1956", "carnegie-2012", "equal-area"])
def test_the_difference_follows_a_cut_that_moves(
    overview: Path, open_page: Opener, beside: str
) -> None:
    page = open_page(overview)
    compare(page, A, beside)
    slide(share(page), 60)
    settled(page)
    expect(page.locator(".km-pair [aria-live]")).to_have_attribute("aria-busy", "false")
    expect(page.locator(".km-caption").first).to_contain_text("a construction of your own")
    own = moved(km.scenario(A), "etorofu", share=0.6)
    assert differences(page) == told(own, km.scenario(beside))
    expect(page.locator(".km-pair")).to_contain_text("not of a cut of your own")
    for number in (0, 1):
        outlines = page.locator(".folium-map").nth(number).locator("path.km-differ")
        expect(outlines.first).to_be_attached()

    page.get_by_role("button", name="Back to the scenario as documented").click()
    expect(page.locator(".km-caption").first).not_to_contain_text("your own")
    assert differences(page) == told(km.scenario(A), km.scenario(beside))


def test_a_moved_cut_is_told_apart_from_its_own_scenario(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    compare(page, A, A)
    expect(page.locator(".km-pair")).to_contain_text("Nothing")
    slide(share(page), 50)
    settled(page)
    own = moved(km.scenario(A), "etorofu", share=0.5)
    assert differences(page) == told(own, km.scenario(A))


def test_the_second_map_goes_along_with_whose_map_is_shown(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    page.get_by_label("As Russia's official maps show it").check()
    compare(page, A, B)
    second = page.locator(".folium-map").nth(1)
    expect(second).to_have_attribute("data-view", "RU")
    page.get_by_label("As Japan's official maps show it").check()
    expect(second).to_have_attribute("data-view", "JP")


def test_the_second_map_goes_along_with_the_timeline(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)

    def fills(number: int) -> list[str]:
        drawn = page.locator(".folium-map").nth(number).locator("path.km-past[data-fill]")
        return sorted(
            drawn.evaluate_all("(all) => all.map((one) => one.dataset.unit + one.dataset.fill)")
        )

    page.get_by_role("checkbox", name=say("timeline.layer", "en")).check()
    today = fills(0)
    for _ in range(3):
        page.get_by_role("button", name=say("timeline.previous", "en")).click()
    assert fills(0) != today
    compare(page, A, B)
    assert fills(1) == fills(0)
    page.get_by_role("button", name=say("timeline.next", "en")).click()
    assert fills(1) == fills(0)


def test_of_more_than_two_compared_two_can_be_put_side_by_side(open_page: Opener) -> None:
    page = open_page(km.save_html(km.compare(A, B, "equal-area").map()))
    other(page).select_option(B)
    expect(page.locator(".folium-map")).to_have_count(2)
    assert differences(page) == told(km.scenario(A), km.scenario(B))


def test_a_page_of_one_scenario_offers_no_comparison(open_page: Opener) -> None:
    page = open_page(km.save_html(km.scenario_map(A)))
    expect(page.locator(".km-with")).to_have_count(0)


def test_the_keyboard_chooses_and_undoes(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    page.locator(f"#km-choice-{A}").check()
    page.keyboard.press("Tab")
    expect(other(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".folium-map")).to_have_count(2)
    expect(other(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".folium-map")).to_have_count(1)


def test_hostile_titles_are_only_text_in_the_choice_and_beside(open_page: Opener) -> None:
    texts = {f"mine-{number}": text for number, text in enumerate(HOSTILE.values())}
    mine = [km.scenario(B).named(name, text) for name, text in texts.items()]
    page = open_page(km.save_html(km.overview_map(scenarios=[A, *mine])))
    for name, text in texts.items():
        compare(page, A, name)
        caption = page.locator(".km-caption").nth(1)
        expect(caption).to_contain_text(" ".join(text.split()))
        assert page.evaluate("window.owned") is None, name


def test_a_page_that_is_made_anew_loses_the_second_map_and_keeps_the_choice(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    compare(page, A, B)
    kept = page.evaluate(
        """() => {
             const map = window[document.querySelector(".folium-map").id];
             kurilmap.leaveAll();
             return kurilmap.stateOf(map).get().beside;
           }"""
    )
    assert kept == B
    expect(page.locator(".folium-map")).to_have_count(1)
    expect(page.locator(".km-pair, .km-caption, path.km-differ")).to_have_count(0)
