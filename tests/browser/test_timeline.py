"""The timeline page, walked by keyboard and by mouse, offline, in each language."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import kurilmap as km
from kurilmap import history
from kurilmap.words import LANGS, say
from tests.conftest import Opener

# Year, line or lines on the map, holder of: northern Sakhalin, southern Sakhalin, the Kurils from
# Urup north, the four groups. As in tests/history/test_states.py, from the treaties.
WALK = [
    (1854, set(), ["none agreed"] * 4),
    (1860, {"treaty-1855"}, ["undivided", "undivided", "RU", "JP"]),
    (1880, {"treaty-1875-north", "treaty-1875-south"}, ["RU", "RU", "JP", "JP"]),
    (1910, {"treaty-1875-north", "treaty-1905"}, ["RU", "JP", "JP", "JP"]),
    (1946, {"control"}, ["SU"] * 4),
    (1953, {"control"}, ["SU"] * 4),
    (1957, {"control"}, ["SU"] * 4),
    (2026, {"control"}, ["RU"] * 4),
]
UNITS = ("sakhalin-north", "sakhalin-south", "kurils-north", "etorofu")


@pytest.fixture(scope="module", params=LANGS)
def timeline(request, tmp_path_factory) -> tuple[str, Path]:
    path = tmp_path_factory.mktemp("timeline") / f"{request.param}.html"
    return request.param, km.save_html(km.timeline_map(request.param), path)


def section(page: Page):
    return page.locator(".km-time")


def slider(page: Page):
    return page.locator(".km-time-range")


def drawn(page: Page) -> tuple[set[str], list[str]]:
    lines = page.locator("path.km-past-line").evaluate_all("(l) => l.map((p) => p.dataset.line)")
    paths = [page.locator(f"path.km-past[data-unit='{unit}']").first for unit in UNITS]
    holders = [path.get_attribute("data-holder") for path in paths]
    for unit in ("kunashiri", "shikotan", "habomai"):
        others = page.locator(f"path.km-past[data-unit='{unit}']").first
        assert others.get_attribute("data-holder") == holders[3]
    return set(lines), holders


def stop_of(year: int) -> int:
    """Return which stop is the last of a year, or before it."""
    days = [stop.day.year if stop.day else 0 for stop in history.stops()]
    return max(i for i, day in enumerate(days) if day <= year)


def test_it_can_be_walked_by_keyboard(timeline: tuple[str, Path], open_page: Opener) -> None:
    lang, path = timeline
    page = open_page(path)
    slider(page).focus()
    page.keyboard.press("Home")
    expect(section(page)).to_have_attribute("data-stop", "before-1855")
    at = 0
    for year, lines, holders in WALK:
        while at < stop_of(year):
            page.keyboard.press("ArrowRight")
            at += 1
        expect(section(page)).to_have_attribute("data-stop", history.stops()[at].id)
        assert drawn(page) == (lines, holders), year
        state = history.state_at(year)
        expect(section(page)).to_contain_text(state.text[lang])
        expect(section(page).locator(".km-cite li").first).to_be_attached()
    value = slider(page).get_attribute("aria-valuetext")
    assert value
    assert history.stops()[-1].event["title"][lang] in value


def test_page_up_and_down_go_from_change_to_change(
    timeline: tuple[str, Path], open_page: Opener
) -> None:
    page = open_page(timeline[1])
    slider(page).focus()
    page.keyboard.press("Home")
    for state in history.states()[1:]:
        page.keyboard.press("PageUp")
        expect(section(page)).to_have_attribute("data-state", state.id)
    page.keyboard.press("PageDown")
    expect(section(page)).to_have_attribute("data-state", history.states()[-2].id)


def test_it_can_be_walked_by_mouse(timeline: tuple[str, Path], open_page: Opener) -> None:
    lang, path = timeline
    page = open_page(path)
    previous = page.get_by_role("button", name=say("timeline.previous", lang))
    following = page.get_by_role("button", name=say("timeline.next", lang))
    expect(following).to_be_disabled()
    for _ in history.states()[1:]:
        previous.click()
    # From the last event of all, the first step back is to the change before it.
    previous.click()
    expect(section(page)).to_have_attribute("data-state", "before-1855")
    expect(previous).to_be_disabled()
    wanted = {history.state_at(year).id: (lines, holders) for year, lines, holders in WALK}
    seen = set()
    for state in history.states():
        if state.id in wanted:
            assert drawn(page) == wanted[state.id], state.id
            seen.add(state.id)
        if following.is_enabled():
            following.click()
    assert seen == set(wanted)


def test_a_year_can_be_asked_for(timeline: tuple[str, Path], open_page: Opener) -> None:
    page = open_page(timeline[1])
    year = page.locator(".km-time-year input")
    for asked, lines, holders in WALK:
        year.fill(str(asked))
        year.press("Enter")
        expect(section(page)).to_have_attribute("data-state", history.state_at(asked).id)
        assert drawn(page) == (lines, holders), asked


def test_the_slider_can_be_dragged_and_every_event_be_clicked(
    timeline: tuple[str, Path], open_page: Opener
) -> None:
    lang, path = timeline
    page = open_page(path)
    box = slider(page).bounding_box()
    assert box
    page.mouse.click(box["x"] + 2, box["y"] + box["height"] / 2)
    expect(section(page)).to_have_attribute("data-stop", "before-1855")

    page.locator(".km-time details summary").last.click()
    stops = page.locator(".km-stop")
    expect(stops).to_have_count(len(history.stops()))
    for id_ in ("ainu-2005", "tanaka-brezhnev-1973", "kuril-ainu-1884"):
        stop = next(stop for stop in history.stops() if stop.id == id_)
        stops.nth(history.stops().index(stop)).click()
        expect(section(page)).to_have_attribute("data-stop", id_)
        expect(section(page)).to_contain_text(stop.event["text"][lang])
        # It changes nothing, and says so, and what the map shows stays told.
        expect(section(page)).to_contain_text(say("timeline.no-change", lang))
        expect(section(page)).to_contain_text(stop.state.text[lang])


def test_marks_stand_under_the_slider_tall_where_the_map_changes(
    timeline: tuple[str, Path], open_page: Opener
) -> None:
    page = open_page(timeline[1])
    expect(page.locator(".km-tick-change")).to_have_count(len(history.states()))
    marks = len(history.stops()) - len(history.states())
    expect(page.locator(".km-tick-event")).to_have_count(marks)


def test_it_plays_through_the_states_and_stops_when_asked(
    timeline: tuple[str, Path], open_page: Opener
) -> None:
    lang, path = timeline
    page = open_page(path, reduced_motion="reduce")
    page.clock.install()
    page.reload()
    play = page.get_by_role("button", name=say("timeline.play", lang))
    play.click()
    expect(section(page)).to_have_attribute("data-state", "before-1855")
    for state in history.states()[1:4]:
        page.clock.run_for(2600)
        expect(section(page)).to_have_attribute("data-state", state.id)
    page.get_by_role("button", name=say("timeline.pause", lang)).click()
    page.clock.run_for(10_000)
    expect(section(page)).to_have_attribute("data-state", history.states()[3].id)
    play.click()
    page.clock.run_for(2600 * len(history.states()))
    expect(section(page)).to_have_attribute("data-state", history.states()[-1].id)
    expect(play).to_be_visible()


def test_what_is_left_open_and_what_was_promised_is_drawn_and_told(
    timeline: tuple[str, Path], open_page: Opener
) -> None:
    lang, path = timeline
    page = open_page(path)
    year = page.locator(".km-time-year input")
    legend = section(page).locator(".km-key")
    year.fill("1910")
    year.press("Enter")
    expect(page.locator("path.km-past[data-fill$='-open']")).to_have_count(0)
    year.fill("1953")
    year.press("Enter")
    # Southern Sakhalin, the northern Kurils and the four groups; not northern Sakhalin.
    expect(page.locator("path.km-past[data-fill='SU-open']")).to_have_count(6)
    expect(legend).to_contain_text(say("timeline.open", lang, holder=say("past.SU", lang)))
    expect(legend).not_to_contain_text(say("timeline.promised", lang))
    year.fill("1957")
    year.press("Enter")
    expect(legend).to_contain_text(say("timeline.promised", lang))


@pytest.mark.parametrize("width", [1280, 390])
def test_first_view_holds_sakhalin_and_kamchatka_and_nothing_is_too_wide(
    timeline: tuple[str, Path], open_page: Opener, width: int
) -> None:
    page = open_page(timeline[1], width=width)
    frame = page.locator(".folium-map").bounding_box()
    assert frame
    for unit in ("sakhalin-south", "kurils-north", "etorofu", "habomai"):
        box = page.locator(f"path.km-past[data-unit='{unit}']").first.bounding_box()
        assert box
        assert box["x"] >= frame["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
        assert box["y"] + box["height"] <= frame["y"] + frame["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 390])
def test_names_do_not_collide_at_any_state(
    timeline: tuple[str, Path], open_page: Opener, width: int
) -> None:
    page = open_page(timeline[1], width=width)
    expect(page.locator(".km-labels[data-placed]")).to_be_attached()
    previous = page.get_by_role("button", name=say("timeline.previous", timeline[0]))
    while previous.is_enabled():
        # Names are placed when the shapes have been: two frames and a turn later.
        page.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => setTimeout("
            "() => requestAnimationFrame(() => setTimeout(done)))))"
        )
        boxes = page.locator(".km-name:visible").evaluate_all(
            """(names) => names.map((name) => {
                 const letters = document.createRange();
                 letters.selectNodeContents(name);
                 return [name.innerText, letters.getBoundingClientRect()];
               })"""
        )
        assert len(boxes) >= 4
        for i, (one, a) in enumerate(boxes):
            for other, b in boxes[i + 1 :]:
                apart = (
                    a["right"] <= b["left"]
                    or b["right"] <= a["left"]
                    or a["bottom"] <= b["top"]
                    or b["bottom"] <= a["top"]
                )
                assert apart, (one, other)
        previous.click()


def test_in_the_overview_it_covers_the_present_while_it_is_on(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    expect(section(page)).to_be_hidden()
    box = page.locator(".km-layers label", has_text="Timeline").locator("input")
    box.check()
    expect(section(page)).to_be_visible()
    year = page.locator(".km-time-year input")
    year.fill("1880")
    year.press("Enter")
    lines, holders = drawn(page)
    assert (lines, holders) == WALK[2][1:]
    expect(page.locator("path.km-line-claimed").first).to_be_hidden()
    box.uncheck()
    expect(section(page)).to_be_hidden()
    expect(page.locator("path.km-past")).to_have_count(0)
    expect(page.locator("path.km-line-claimed").first).to_be_visible()


def test_the_seam_of_the_data_on_sakhalin_looks_like_no_line(
    timeline: tuple[str, Path], open_page: Opener
) -> None:
    page = open_page(timeline[1])
    # A square whose lower edge is the parallel at which the data parts the island.
    shores = page.evaluate(
        """() => kurilmap.shores(kurilmap.latLngs([[[142, 50], [144, 50], [144, 51], [142, 51]]]))
             .map((run) => run.map((point) => [point.lng, point.lat]))"""
    )
    edges = {tuple(map(tuple, pair)) for run in shores for pair in pairwise(run)}
    assert ((142, 50), (144, 50)) not in edges
    assert len(edges) == 3
    for path in page.locator("path.km-past").all():
        assert path.get_attribute("stroke") == path.get_attribute("fill")
