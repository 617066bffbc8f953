"""The address: what a reader sees stands in the fragment, and a fragment shows it again."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from branca.element import Figure
from playwright.sync_api import Page, expect

import kurilmap as km
from tests.browser.own import settled, share, slide
from tests.conftest import Opener

WIDTHS = pytest.mark.parametrize("width", [1280, 390])
EVERYTHING = (
    "scenario=equal-area&beside=aso-quarter&layers=claim-JP,places"
    "&cut=etorofu,0.25,45&view=7.25,44.6,147.2"
)


class Silent(SimpleHTTPRequestHandler):
    """A server that writes nothing to the terminal."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def served(overview: Path) -> Iterator[str]:
    """Address of the overview on a server of this computer."""
    handler = partial(Silent, directory=str(overview.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{overview.name}"
    server.shutdown()
    server.server_close()
    thread.join()


def opened(open_page: Opener, overview: Path, fragment: str, **more: Any) -> Page:
    """Open the overview at a fragment, as a link does."""
    page = open_page("<title>Before</title>", **more)
    page.goto(f"{overview.resolve().as_uri()}#{fragment}")
    return page


def fragment(page: Page) -> str:
    return str(page.evaluate("location.hash.replace('#', '')"))


def follows(page: Page, wanted: str) -> None:
    """Wait until the address is a fragment: it follows a move once that has come to rest."""
    page.wait_for_function("(wanted) => location.hash.replace('#', '') === wanted", arg=wanted)


def chosen(page: Page) -> str:
    return page.locator(".km-choice input:checked").input_value()


def layers_on(page: Page) -> list[str]:
    names = page.locator(".km-layers li:has(input:checked) > label").all_inner_texts()
    return [name.strip() for name in names]


def view(page: Page) -> list[float]:
    name = page.locator(".folium-map").first.get_attribute("id")
    return page.evaluate(f"[{name}.getZoom(), {name}.getCenter().lat, {name}.getCenter().lng]")


@WIDTHS
def test_a_link_shows_what_its_sender_saw(overview: Path, open_page: Opener, width: int) -> None:
    page = opened(open_page, overview, EVERYTHING, width=width)
    settled(page)
    assert fragment(page) == EVERYTHING
    assert chosen(page) == "equal-area"
    expect(page.locator(".folium-map")).to_have_count(2)
    expect(page.locator(".km-caption").nth(1)).to_contain_text("Three islands and a quarter")
    expect(page.locator(".km-result[aria-live]")).to_contain_text("a construction of your own")
    expect(share(page)).to_have_value("25")
    assert layers_on(page) == ["Japan's claim", "Settlements"]
    # Two maps under captions: a pixel is 0.009 degrees at this zoom.
    assert view(page) == pytest.approx([7.25, 44.6, 147.2], abs=0.02)
    # The address stays as it was sent, until the reader moves.
    page.locator("#km-choice-three-islands").check()
    wanted = EVERYTHING.replace("equal-area", "three-islands").replace("&cut=etorofu,0.25,45", "")
    follows(page, wanted)


def test_only_what_differs_from_the_start_stands_in_the_address(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    assert fragment(page) == ""
    page.locator("#km-choice-three-islands").check()
    follows(page, "scenario=three-islands")
    page.get_by_role("checkbox", name="Settlements").uncheck()
    page.wait_for_function("() => location.hash.includes('&layers=')")
    page.get_by_role("checkbox", name="Settlements").check()
    follows(page, "scenario=three-islands")
    page.locator("#km-choice-none").check()
    follows(page, "")
    assert not page.url.endswith("#")


def test_of_a_page_with_a_scenario_of_its_own_none_is_another_choice(
    open_page: Opener, tmp_path: Path
) -> None:
    composed = km.overview_map()
    composed.panel.add(lambda _: {"chosen": "equal-area"})
    path = km.save_html(composed, tmp_path / "own.html")
    page = open_page(path)
    assert (chosen(page), fragment(page)) == ("equal-area", "")
    page.locator("#km-choice-none").check()
    follows(page, "scenario=none")
    again = opened(open_page, path, "scenario=none")
    assert chosen(again) == "none"


def test_view_and_moving_cut_replace_and_choices_are_steps_of_the_history(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    before = page.evaluate("history.length")
    page.locator("#km-choice-aso-quarter").check()
    follows(page, "scenario=aso-quarter")
    slide(share(page), 40)
    slide(share(page), 60)
    follows(page, "scenario=aso-quarter&cut=etorofu,0.6,")
    page.locator(".leaflet-control-zoom-in").click()
    page.wait_for_function("() => /&view=[\\d.]+,4[345][\\d.]*,14[67][\\d.]*$/.test(location.hash)")
    assert page.evaluate("history.length") == before + 1
    page.locator("#km-choice-equal-area").check()
    page.wait_for_function("() => location.hash.startsWith('#scenario=equal-area&view=')")
    assert page.evaluate("history.length") == before + 2


@pytest.mark.parametrize("how", ["file", "http"])
@WIDTHS
def test_back_and_forward_bring_it_back(
    overview: Path, served: str, open_page: Opener, how: str, width: int
) -> None:
    page = (
        open_page(overview, width=width)
        if how == "file"
        else open_page(served, width=width, allow="127.0.0.1")
    )
    first = view(page)
    page.locator("#km-choice-aso-quarter").check()
    follows(page, "scenario=aso-quarter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".folium-map")).to_have_count(2)
    follows(page, "scenario=aso-quarter&beside=status-quo")
    page.get_by_role("checkbox", name="Settlements").uncheck()
    page.wait_for_function("() => location.hash.includes('&layers=')")

    page.go_back()
    follows(page, "scenario=aso-quarter&beside=status-quo")
    assert "Settlements" in layers_on(page)
    page.go_back()
    follows(page, "scenario=aso-quarter")
    expect(page.locator(".folium-map")).to_have_count(1)
    page.go_back()
    follows(page, "")
    assert chosen(page) == "none"
    # Fitted anew to the window: the same but for a pixel, which is 0.016 degrees at this zoom.
    assert view(page) == pytest.approx(first, abs=0.016)
    page.go_forward()
    page.go_forward()
    follows(page, "scenario=aso-quarter&beside=status-quo")
    expect(page.locator(".folium-map")).to_have_count(2)
    assert chosen(page) == "aso-quarter"
    page.reload()
    expect(page.locator(".folium-map")).to_have_count(2)
    assert chosen(page) == "aso-quarter"


def test_a_fragment_that_the_reader_types_is_followed(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    page.evaluate("() => { location.hash = 'scenario=three-islands'; }")
    expect(page.locator("#km-choice-three-islands")).to_be_checked()
    page.evaluate("() => { location.hash = 'scenario=equal-area&view=9,44,146'; }")
    expect(page.locator("#km-choice-equal-area")).to_be_checked()
    assert view(page) == pytest.approx([9, 44, 146], abs=2e-3)


def test_the_link_that_skips_the_map_leaves_the_address(overview: Path, open_page: Opener) -> None:
    page = opened(open_page, overview, "scenario=three-islands")
    page.keyboard.press("Tab")
    expect(page.locator(".km-skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".km-panel")).to_be_focused()
    assert fragment(page) == "scenario=three-islands"
    assert chosen(page) == "three-islands"


def test_a_fragment_that_is_no_state_changes_nothing(overview: Path, open_page: Opener) -> None:
    page = opened(open_page, overview, "scenario=three-islands")
    name = page.locator(".km-panel").get_attribute("id")
    page.evaluate("(name) => { location.hash = name; }", name)
    page.wait_for_function("(name) => location.hash === `#${name}`", arg=name)
    assert chosen(page) == "three-islands"


@WIDTHS
def test_whose_map_it_is_stands_in_the_address(
    overview: Path, open_page: Opener, width: int
) -> None:
    page = open_page(overview, width=width)
    before = page.evaluate("history.length")
    page.locator("#km-view-JP").check()
    page.wait_for_function("() => location.hash.endsWith('&whose=JP')")
    assert page.evaluate("history.length") == before + 1
    shown = layers_on(page)
    assert "Japan's claim" not in shown

    again = opened(open_page, overview, fragment(page), width=width)
    expect(again.locator("#km-view-JP")).to_be_checked()
    expect(again.locator(".folium-map")).to_have_attribute("data-view", "JP")
    assert layers_on(again) == shown
    page.go_back()
    expect(page.locator("#km-view-de-facto")).to_be_checked()
    assert "Japan's claim" in layers_on(page)
    follows(page, "")


def test_layers_that_a_link_names_stand_over_those_of_the_view(
    overview: Path, open_page: Opener
) -> None:
    page = opened(open_page, overview, "layers=claim-JP,places&whose=RU")
    expect(page.locator("#km-view-RU")).to_be_checked()
    assert layers_on(page) == ["Japan's claim", "Settlements"]


@WIDTHS
def test_a_stop_of_the_timeline_stands_in_the_address(
    open_page: Opener, tmp_path: Path, width: int
) -> None:
    path = km.save_html(km.timeline_map(), tmp_path / "timeline.html")
    page = open_page(path, width=width)
    page.locator(".km-time summary").last.click()
    page.locator(".km-stop").first.click()
    stop = page.locator(".km-time").get_attribute("data-stop")
    follows(page, f"stop={stop}")
    again = opened(open_page, path, fragment(page), width=width)
    expect(again.locator(".km-time")).to_have_attribute("data-stop", str(stop))
    again.locator(".km-stop").last.evaluate("(button) => button.click()")
    follows(again, "")
    unknown = opened(open_page, path, "stop=__proto__", width=width)
    expect(unknown.locator(".km-stop[aria-current]")).to_have_count(1)
    expect(unknown.locator(".km-stop").last).to_have_attribute("aria-current", "true")


HOSTILE = [
    "scenario=__proto__&beside=constructor&cut=__proto__,0.5,10",
    "scenario=%3Cimg%20src%3Dx%20onerror%3Dwindow.owned%3D1%3E",
    "scenario=<img src=x onerror=window.owned=1>&layers=<script>window.owned=1</script>",
    "scenario=%E0%A4%A&layers=%&view=%,%,%",
    "view=NaN,Infinity,1e999&cut=etorofu,-1,720&lang=xx",
    "view=7,91,147&beside=nobody",
    "view=7,44.6",
    "view=,,",
    "view=7,44.6,147.2,1",
    "whose=nobody&stop=__proto__",
    "layers=nobody,javascript:window.owned=1",
    "lang=javascript:window.owned=1",
    "constructor=1&__proto__=2&toString=3",
    "=&&&===&a=b",
    "cut=etorofu,0.25,45",
    "x" * 20_000,
    "layers=" + "a," * 10_000,
]


@pytest.mark.parametrize("given", HOSTILE, ids=range(len(HOSTILE)))
def test_what_a_fragment_says_wrongly_is_left_out(
    overview: Path, open_page: Opener, given: str
) -> None:
    page = opened(open_page, overview, given)
    expect(page.locator(".km-legend li").first).to_be_visible()
    assert chosen(page) == "none"
    expect(page.locator(".folium-map")).to_have_count(1)
    assert "Settlements" in layers_on(page)
    assert page.evaluate("[window.owned, ({}).scenario, ({}).cuts]") == [None, None, None]


def test_of_a_fragment_with_wrong_parts_the_right_ones_hold(
    overview: Path, open_page: Opener
) -> None:
    page = opened(
        open_page,
        overview,
        "view=7,999,0&scenario=equal-area&cut=shikotan,0.5,&layers=places,nothing&beside=what&x=1",
    )
    assert chosen(page) == "equal-area"
    assert layers_on(page) == ["Settlements"]
    expect(page.locator(".folium-map")).to_have_count(1)
    expect(page.locator("path.km-live")).to_have_count(0)


def test_a_cut_that_is_partly_wrong_is_no_cut(overview: Path, open_page: Opener) -> None:
    page = opened(open_page, overview, "scenario=equal-area&cut=etorofu,2,45")
    assert chosen(page) == "equal-area"
    expect(page.locator(".km-result[aria-live]")).not_to_contain_text("your own")


def test_a_layer_of_the_user_s_own_keeps_its_name_in_the_address(
    open_page: Opener, tmp_path: Path
) -> None:
    import folium

    mine = 'Mine, & "yours"=<b>%</b>'
    composed = km.scenario_map("three-islands")
    folium.FeatureGroup(name=mine).add_to(composed)
    path = km.save_html(composed, tmp_path / "mine.html")
    page = open_page(path)
    page.get_by_role("checkbox", name="Settlements").uncheck()
    page.wait_for_function("() => location.hash.includes('layers=')")
    again = opened(open_page, path, fragment(page))
    assert layers_on(again) == layers_on(page)
    assert any("yours" in name for name in layers_on(again))


def test_in_a_frame_that_has_no_address_nothing_else_is_lost(
    overview: Path, open_page: Opener
) -> None:
    page = open_page("<!doctype html><title>Around</title><iframe width=1200 height=700></iframe>")
    page.locator("iframe").evaluate(
        """(frame, text) => {
             frame.setAttribute("sandbox", "allow-scripts");
             frame.srcdoc = text;
           }""",
        overview.read_text(encoding="utf-8"),
    )
    frame = page.frame_locator("iframe")
    before = page.evaluate("history.length")
    frame.locator("#km-choice-aso-quarter").check()
    frame.locator(".km-with select").select_option("two-islands-1956")
    expect(frame.locator(".folium-map")).to_have_count(2)
    slider = frame.get_by_role("slider").first
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(frame.locator(".km-caption").first).to_contain_text("your own")
    frame.locator(".km-layers label", has_text="Settlements").locator("input").uncheck()
    expect(frame.locator(".km-mark-settlement.leaflet-interactive")).to_have_count(0)
    assert page.evaluate("history.length") == before


def test_the_first_map_of_a_document_has_the_address(open_page: Opener, tmp_path: Path) -> None:
    figure = Figure()
    for column in (1, 2):
        figure.add_subplot(1, 2, column).add_child(km.overview_map(scenarios=["three-islands"]))
    path = km.save_html(figure, tmp_path / "two.html")
    page = opened(open_page, path, "scenario=three-islands")
    panels = page.locator(".km-panel")
    expect(panels.nth(0).locator("input[value='three-islands']")).to_be_checked()
    expect(panels.nth(1).locator("input[value='none']")).to_be_checked()
    panels.nth(1).get_by_label("Three islands to Japan").check()
    assert fragment(page) == "scenario=three-islands"
    panels.nth(0).locator("input[value='none']").check()
    follows(page, "")
