"""The bridge to a notebook: only the parent is heard, and only what is fit to be state."""

from html import escape
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from kurilmap.scenarios import scenarios
from kurilmap.widgets.page import page_of
from tests.browser.own import slide
from tests.conftest import Opener

PARENT = """<!DOCTYPE html><meta charset="utf-8"><title>A notebook</title>
<iframe sandbox="allow-scripts" style="width:1200px;height:760px" srcdoc="{page}"></iframe>
<iframe id="stranger" sandbox="allow-scripts"></iframe>
<script>
  window.heard = [];
  addEventListener("message", (event) => heard.push(event.data));
  const frame = () => document.querySelector("iframe").contentWindow;
</script>"""


@pytest.fixture(scope="module")
def framed() -> str:
    return PARENT.format(page=escape(page_of(scenarios(), "aso-quarter", "en")))


@pytest.fixture
def page(framed: str, open_page: Opener) -> Page:
    page = open_page(framed)
    page.wait_for_function("heard.length > 0")
    return page


def tell(page: Page, **state: Any) -> None:
    page.evaluate("(state) => frame().postMessage({ kurilmap: 'set', state }, '*')", state)


def inner(page: Page) -> Frame:
    return page.frames[1]


def test_the_page_says_that_it_is_ready_and_what_it_shows(page: Page) -> None:
    first = page.evaluate("heard[0]")
    assert first["kurilmap"] == "ready"
    assert first["state"]["scenario"] == "aso-quarter"
    assert first["state"]["cut"] is None
    assert "claim-JP" in first["state"]["layers"]
    assert set(first["state"]["view"]) == {"lat", "lon", "zoom"}


def test_the_notebook_hears_of_a_move_once_it_is_over(page: Page) -> None:
    slider = inner(page).get_by_role("slider").first
    slider.evaluate(
        """(node) => {
          for (const value of [30, 35, 40]) {
            node.value = value;
            node.dispatchEvent(new Event("input"));
          }
        }"""
    )
    page.wait_for_function("heard.length > 1")
    assert page.evaluate("heard[1]") == {
        "kurilmap": "state",
        "state": {"cut": {"unit": "etorofu", "share": 0.4, "bearing": None}},
    }


def test_the_page_goes_where_the_notebook_says_and_does_not_answer_back(page: Page) -> None:
    view = {"lat": 44.0, "lon": 146.0, "zoom": 9}
    cut = {"unit": "kunashiri", "share": 0.3, "bearing": None}
    tell(page, scenario="two-islands-1956", cut=cut, layers=["control"], view=view)
    frame = inner(page)
    expect(frame.locator("#km-choice-two-islands-1956")).to_be_checked()
    expect(frame.get_by_role("slider").first).to_have_value("30")
    expect(frame.get_by_label("Island or group to divide")).to_have_value("kunashiri")
    expect(frame.locator("path.km-live")).to_have_count(2)
    checked = frame.locator(".km-layers input:checked")
    expect(checked).to_have_count(1)
    slide(frame.get_by_role("slider").first, 31)
    page.wait_for_function("heard.length > 1")
    assert list(page.evaluate("heard[1].state")) == ["cut"]


@pytest.mark.parametrize(
    "state",
    [
        {"scenario": "<img src=x onerror=window.owned=1>"},
        {"scenario": "__proto__"},
        {"scenario": {"id": "equal-area"}},
        {"view": {"lat": "1", "lon": None, "zoom": 1e9}},
        {"layers": "control"},
        {"drawn": {"features": [{"geometry": {"type": "LineString", "coordinates": [[1e9, 0]]}}]}},
        {"drawn": {"features": [{"geometry": {"type": "Polygon", "coordinates": [None]}}]}},
        {"cut": {"unit": "etorofu", "share": "1); alert(1", "bearing": {}}},
    ],
)
def test_what_is_no_state_changes_nothing_but_a_cut_that_is_one(
    page: Page, state: dict[str, Any]
) -> None:
    tell(page, **state)
    # A sound message after it has been heard: so has the odd one.
    tell(page, scenario="equal-area")
    frame = inner(page)
    expect(frame.locator("#km-choice-equal-area")).to_be_checked()
    expect(frame.locator(".km-drawer textarea")).to_have_value("")
    assert frame.evaluate("window.owned") is None


def test_a_stranger_s_window_is_not_heard(page: Page) -> None:
    frame = inner(page)
    stranger = page.frames[2]
    state = "{ kurilmap: 'set', state: { scenario: 'four-islands' } }"
    stranger.evaluate(f"parent.frames[0].postMessage({state}, '*')")
    tell(page, view={"lat": 44.0, "lon": 146.0, "zoom": 9})
    slide(frame.get_by_role("slider").first, 31)
    page.wait_for_function("heard.length > 1")
    expect(frame.locator("#km-choice-aso-quarter")).to_be_checked()


def test_a_page_that_stands_by_itself_has_no_bridge(open_page: Opener) -> None:
    page = open_page(page_of(scenarios(), "aso-quarter", "en"))
    page.evaluate("postMessage({ kurilmap: 'set', state: { scenario: 'four-islands' } }, '*')")
    slide(page.get_by_role("slider").first, 31)
    expect(page.locator("path.km-live")).to_have_count(2)
    expect(page.locator("#km-choice-aso-quarter")).to_be_checked()
