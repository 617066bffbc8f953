"""Choosing a scenario: by date or by kind, and what the panel then tells of it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import kurilmap as km
from kurilmap.scenarios import KINDS, scenarios
from tests.conftest import Opener

WIDTHS = pytest.mark.parametrize("width", [1280, 390])


def order(page: Page) -> list[str]:
    """The scenarios as they stand in the list, from above."""
    boxes = page.locator(".km-choice input").evaluate_all(
        "(inputs) => inputs.map((input) => [input.value, input.getBoundingClientRect().top])"
    )
    assert [top for _, top in boxes] == sorted(top for _, top in boxes)
    return [value for value, _ in boxes]


@WIDTHS
def test_scenarios_stand_by_date_and_by_kind_with_none_first(
    overview: Path, open_page: Opener, width: int
) -> None:
    page = open_page(overview, width=width)
    assert order(page) == ["none", *scenarios()]
    expect(page.get_by_role("button", name="By date")).to_have_attribute("aria-pressed", "true")

    page.get_by_role("button", name="By kind").click()
    by_kind = sorted(scenarios().values(), key=lambda one: KINDS.index(one.kind))
    assert order(page) == ["none", *(one.id for one in by_kind)]
    for one in by_kind:
        group = page.get_by_role("group", name=one.kind).filter(
            has=page.locator(f"#km-choice-{one.id}")
        )
        expect(group).to_have_count(1)

    page.get_by_role("button", name="By date").click()
    assert order(page) == ["none", *scenarios()]


def test_by_kind_the_keyboard_goes_as_the_eye_does(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    page.get_by_role("button", name="By kind").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    seen = []
    for _ in order(page):
        seen.append(page.evaluate("document.activeElement.value"))
        page.keyboard.press("ArrowDown")
    assert seen == order(page)


def test_the_order_changes_nothing_of_the_choice(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    page.locator("#km-choice-kozyrev-1992").check()
    page.get_by_role("button", name="By kind").click()
    expect(page.locator("#km-choice-kozyrev-1992")).to_be_checked()
    expect(page.locator("#km-choice-kozyrev-1992")).to_be_in_viewport()
    expect(page.locator(".km-chosen")).to_have_text(km.scenario("kozyrev-1992").title["en"])


def test_a_short_choice_is_not_sorted(open_page: Opener) -> None:
    page = open_page(km.save_html(km.overview_map(scenarios=["three-islands", "equal-area"])))
    expect(page.locator(".km-order")).to_have_count(0)


@WIDTHS
@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_the_panel_tells_all_that_is_known_of_a_scenario(
    open_page: Opener, tmp_path: Path, width: int, lang: str
) -> None:
    one = km.scenario("two-islands-1956")
    page = open_page(km.save_html(km.overview_map(lang), tmp_path / "a.html"), width=width)
    page.locator(f"#km-choice-{one.id}").check()
    panel = page.locator(".km-panel")
    for text in (one.title, one.by, one.conditions, one.summary):
        expect(panel.get_by_text(text[lang], exact=True).last).to_be_visible()
    # What it says is told in the open, with its sources and the day on which they were checked.
    links = page.locator(".km-told .km-cite a")
    expect(links).to_have_count(len(one.sources))
    expect(links.first).to_be_visible()
    # People of the two, of the count that both sides' records give for 2023: none on Habomai.
    for figure in ("3,772" if lang != "ru" else "3\u00a0772", "0 (2023)"):
        expect(page.locator(".km-figures").last).to_contain_text(figure)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_sea_and_straits_stand_in_the_table_with_their_sign(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    page.locator("#km-choice-two-islands-1956").check()
    table = page.locator(".km-figures table")
    expect(table.locator("thead th")).to_have_text(["Measure", "Japan", "Russia"])
    row = table.locator("tr", has_text="territorial sea")
    gain = km.sea("two-islands-1956").changes
    shown = row.locator("td").all_inner_texts()
    assert shown[0].startswith("+")
    assert shown[1] == shown[0].replace("+", "\u2212")
    assert len(gain) > 0
    # Nothing changes hands today, and nothing has no sign.
    page.locator("#km-choice-status-quo").check()
    assert row.locator("td").all_inner_texts() == ["0\u00a0km²", "0\u00a0km²"]


def test_of_a_cut_of_the_reader_s_own_only_the_land_is_told(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    page.locator("#km-choice-aso-quarter").check()
    expect(page.locator(".km-figures")).to_have_count(2)
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".km-figures")).to_have_count(0)
    expect(page.locator(".km-panel")).to_contain_text("not of a cut of your own")
