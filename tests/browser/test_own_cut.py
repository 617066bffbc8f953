"""The moving cut: solved as in Python, followed by map and panel, handed over as a file."""

from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from playwright.sync_api import Page, expect

import kurilmap as km
from kurilmap import geodata
from kurilmap.geodesy import area
from kurilmap.geodesy.measure import geod
from kurilmap.layers import outline
from kurilmap.scenarios.land import land
from kurilmap.scenarios.moved import movable, moved
from tests.browser.own import file_of, settled, share, slide
from tests.conftest import Opener

LARGE = ("shikotan", "kunashiri", "etorofu")
SHARES = (0.003, 0.1, 0.25, 0.5, 0.77, 0.995)
BEARINGS = (None, 0.0, 33.0, 61.5, 90.0, 120.0, 171.0)
SOLVE = """([islands, at, start, shares, bearings]) => {
  const region = kurilmap.solve.region(islands, at);
  return bearings.flatMap((bearing) => shares.map((share) => {
    const { direction, side } = kurilmap.ellipsoid.turned(start, bearing);
    const { area, parts, lines } = region.byArea(share * region.total, direction);
    return { bearing, share, area, side, parts, lines: lines, total: region.total };
  }));
}"""


def evenodd(rings: list) -> shapely.Geometry:
    """The land that a path of several rings fills, as the browser fills it."""
    filled = shapely.Polygon()
    for ring in rings:
        filled = filled.symmetric_difference(shapely.Polygon(ring))
    return filled


@pytest.mark.parametrize("unit", LARGE)
def test_the_page_solves_a_cut_as_python_does(overview: Path, open_page: Opener, unit: str) -> None:
    base = km.scenario("status-quo")
    start = movable(base, unit)
    assert start is not None
    isles = [i for i in geodata.island_shapes() if i.group == unit and i.is_land]
    frame = land().plots[isles[0].unit].frame
    given = [
        [
            {"id": i.unit, "rings": outline.rings(shapely.orient_polygons(i.geometry))}
            for i in isles
        ],
        [frame.lon, frame.lat],
        {"azimuth": start.azimuth, "side": start.side},
        SHARES,
        BEARINGS,
    ]
    page = open_page(overview)
    solved = page.evaluate(SOLVE, given)
    assert len(solved) == len(SHARES) * len(BEARINGS)
    whole = sum(area(i.geometry) for i in isles)
    for one in solved:
        own = moved(base, unit, one["share"], one["bearing"])
        assert own.cuts[0].side == one["side"]
        pieces = own.territory().set_index(["unit", "holder"])
        truth = pieces.loc[(unit, "JP")]
        assert one["area"] == pytest.approx(truth["area_km2"] * 1e6, abs=1e-4 * whole)
        outlines = {i.unit: i.geometry for i in isles}
        taken = [outlines[p["id"]] for p in one["parts"] if p["whole"] == "near"]
        taken += [evenodd(p["near"]) for p in one["parts"] if p["near"]]
        assert area(shapely.union_all(taken) ^ truth["geometry"]) < 1e-4 * whole
        for line in one["lines"]:
            lons, lats = zip(*line, strict=True)
            assert max(geod().line_lengths(lons, lats)) <= 500.5


def test_moving_the_slider_moves_map_table_and_words_and_reset_brings_them_back(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    expect(page.locator(".km-mover")).to_be_hidden()
    page.locator("#km-choice-aso-quarter").check()
    expect(share(page)).to_have_value("25")
    before = page.locator(".km-table tr[data-holder]").all_inner_texts()

    slide(share(page), 50)
    result = settled(page)
    expect(result).to_contain_text("a construction of your own")
    expect(result).to_contain_text("Derived from: Three islands and a quarter")
    # Three islands and half of the fourth are another scenario of the catalogue.
    half = km.scenario("yachi-2009").shares()
    share_of_japan = f"{100 * half['JP'] / sum(half.values()):.1f}%"
    expect(page.locator(".km-table tr[data-holder=JP]")).to_contain_text(share_of_japan)
    expect(page.locator("path.km-live")).to_have_count(2)
    assert set(page.locator("path.km-split").evaluate_all(UNITS_OF)) == {"etorofu"}

    page.get_by_role("button", name="Back to the scenario as documented").click()
    expect(page.locator("path.km-live")).to_have_count(0)
    expect(page.locator("path.km-split")).to_have_count(0)
    expect(share(page)).to_be_focused()
    expect(share(page)).to_have_value("25")
    assert page.locator(".km-table tr[data-holder]").all_inner_texts() == before
    expect(result).not_to_contain_text("construction of your own")


UNITS_OF = "(paths) => paths.map((path) => path.dataset.unit)"


def test_nothing_is_made_anew_while_the_slider_moves_and_the_map_stays(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    page.locator("#km-choice-aso-quarter").check()
    page.keyboard.press("Shift+Tab")
    page.locator(".leaflet-control-zoom-in").click()
    slide(share(page), 30)
    settled(page)
    view = page.locator(".leaflet-map-pane").get_attribute("style")
    page.evaluate("document.querySelectorAll('path').forEach((path) => { path.kmKept = true; })")
    where = page.locator("path[data-side=near]").get_attribute("d")
    for value in range(31, 60):
        slide(share(page), value)
    settled(page)
    expect(page.locator("path[data-side=near]")).not_to_have_attribute("d", where or "")
    kept = "(paths) => paths.every((path) => path.kmKept)"
    assert page.locator("path").evaluate_all(kept)
    assert page.locator(".leaflet-map-pane").get_attribute("style") == view


@pytest.mark.parametrize(
    ("id_", "how"), [("aso-quarter", "share"), ("equal-area", "bearing"), ("yachi-2009", "both")]
)
def test_the_file_that_is_handed_over_is_the_scenario_that_was_shown(
    overview: Path, open_page: Opener, tmp_path: Path, id_: str, how: str
) -> None:
    page = open_page(overview, accept_downloads=True)
    page.locator(f"#km-choice-{id_}").check()
    if how != "bearing":
        slide(share(page), 41.7)
    if how != "share":
        slide(page.get_by_role("slider").nth(1), 103)
    settled(page)
    text = file_of(page, ".km-mover")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").first.click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.read_text(encoding="utf-8") == text
    own = km.Scenario.from_toml(path)
    given = {"share": None if how == "bearing" else 0.417}
    given["bearing"] = None if how == "share" else 103.0
    assert own == moved(km.scenario(id_), "etorofu", **given)
    for holder, held in own.shares().items():
        if held:
            told = page.locator(f".km-table tr[data-holder={holder}]")
            expect(told).to_contain_text(km_told(held, "en"))


def km_told(square_metres: float, lang: str) -> str:
    from kurilmap.telling import area as told

    return told(square_metres, lang)


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_figures_are_written_as_the_language_writes_them(
    open_page: Opener, tmp_path: Path, lang: str
) -> None:
    from kurilmap.telling import share as share_told

    page = open_page(km.save_html(km.scenario_map("aso-quarter", lang), tmp_path / "own.html"))
    for value in (0.1, 12.3, 66.6):
        slide(share(page), value)
        settled(page)
        held = moved(km.scenario("aso-quarter"), "etorofu", share=round(value / 100, 4)).shares()
        total = sum(held.values())
        for holder in ("JP", "RU"):
            row = page.locator(f".km-table tr[data-holder={holder}]")
            cells = [
                cell.replace("\u202f", "\u00a0") for cell in row.locator("td").all_inner_texts()
            ]
            assert cells == [km_told(held[holder], lang), share_told(held[holder] / total, lang)]


def test_the_sliders_have_names_and_say_what_they_stand_for(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    page.locator("#km-choice-aso-quarter").check()
    slider = page.get_by_role("slider", name="Share of its land")
    slider.focus()
    page.keyboard.press("ArrowRight")
    settled(page)
    expect(slider).to_have_attribute(
        "aria-valuetext", "25.1% of Etorofu / Iturup, counted from the southwest"
    )
    turning = page.get_by_role("slider", name="Bearing of the line")
    turning.focus()
    page.keyboard.press("End")
    settled(page)
    expect(turning).to_have_attribute("aria-valuetext", "55°")
    # The line now runs along the island: southwest no longer says which part is meant.
    expect(slider).to_have_attribute(
        "aria-valuetext", "25.1% of Etorofu / Iturup, counted from the northwest"
    )


@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits_the_screen(overview: Path, open_page: Opener, width: int) -> None:
    page = open_page(overview, width=width)
    page.locator("#km-choice-equal-area").check()
    slide(share(page), 70)
    settled(page)
    file_of(page, ".km-mover")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_reader_s_own_title_runs_nothing_in_the_file_or_the_page(
    open_page: Opener, tmp_path: Path
) -> None:
    hostile = '"]\n[x]\n</script><img src=x onerror=window.owned=1>\u2028\x7f{{ 7*7 }}'
    base = km.scenario("aso-quarter").named("mine", hostile)
    page = open_page(km.save_html(km.scenario_map(base), tmp_path / "own.html"))
    slide(share(page), 40)
    settled(page)
    path = tmp_path / "mine.toml"
    path.write_text(file_of(page, ".km-mover"), encoding="utf-8")
    assert km.Scenario.from_toml(path) == moved(base, "etorofu", share=0.4)
    assert page.evaluate("window.owned") is None


def test_popups_and_tooltips_tell_the_part_that_the_cut_leaves(
    overview: Path, open_page: Opener
) -> None:
    page: Page = open_page(overview)
    page.locator("#km-choice-aso-quarter").check()
    slide(share(page), 40)
    settled(page)
    page.locator("path[data-side=far]").click()
    popup = page.locator(".leaflet-popup-content")
    expect(popup).to_contain_text("Russia would hold")
    own = moved(km.scenario("aso-quarter"), "etorofu", share=0.4).shares()
    expect(popup).to_contain_text(km_told(own["RU"], "en"))


def test_a_date_that_is_half_known_stays_so_in_the_file(open_page: Opener, tmp_path: Path) -> None:
    base = replace(km.scenario("aso-quarter").named("mine"), precision="month")
    page = open_page(km.save_html(km.scenario_map(base), tmp_path / "own.html"))
    slide(share(page), 40)
    settled(page)
    path = tmp_path / "mine.toml"
    path.write_text(file_of(page, ".km-mover"), encoding="utf-8")
    assert km.Scenario.from_toml(path) == moved(base, "etorofu", share=0.4)
