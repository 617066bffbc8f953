"""The tools on the map: measuring, the scale, coordinates and full screen."""

import itertools
import math
import re
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect
from pyproj import Geod

import kurilmap as km
from tests.conftest import Opener

WIDTHS = pytest.mark.parametrize("width", [1280, 390])
WGS84 = Geod(ellps="WGS84")
MILE = 1852  # metres: the international nautical mile (BIPM, The International System of Units)
SPOTS = [(0.3, 0.8), (0.45, 0.55), (0.55, 0.85)]


def ruler(page: Page) -> Locator:
    return page.get_by_role("button", name="Measure distance and area")


def card(page: Page) -> Locator:
    return page.get_by_role("region", name="Measure distance and area")


def result(page: Page) -> Locator:
    return card(page).get_by_role("status")


def set_points(page: Page, spots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Click at parts of the map's width and height; returns longitudes and latitudes."""
    box = page.locator(".folium-map").first.bounding_box()
    name = page.locator(".folium-map").first.get_attribute("id")
    found = []
    for x, y in spots:
        at = round(x * box["width"]), round(y * box["height"])
        page.mouse.click(box["x"] + at[0], box["y"] + at[1])
        place = page.evaluate(f"(at) => {name}.containerPointToLatLng(at)", list(at))
        found.append((place["lng"], place["lat"]))
    return found


def figures(text: str) -> list[float]:
    return [float(part.replace(",", "")) for part in re.findall(r"\d[\d,]*\.?\d*", text)]


def test_distances_and_bearings_are_those_of_the_geodesic(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    random = np.random.default_rng(1855)
    west, south = random.uniform(125, 170, 250), random.uniform(35, 60, 250)
    east, north = west + random.uniform(-20, 20, 250), south + random.uniform(-8, 8, 250)
    pairs = np.stack([west, south, east, north], axis=1)
    # Neighbours, meridians, and a pair on both sides of the date line.
    pairs[:5] = [
        (146, 44, 146, 44.00001),
        (146, 44, 146.00001, 44),
        (146, 40, 146, 50),
        (140, 45, 150, 45),
        (179, 50, -179, 51),
    ]
    told = page.evaluate(
        "(pairs) => pairs.map(([a, b, c, d]) => kurilmap.geodesics.inverse([a, b], [c, d]))",
        pairs.tolist(),
    )
    azimuth, _, length = WGS84.inv(*pairs.T)
    # Vincenty states half a millimetre for his series.
    assert np.abs(np.array([one["length"] for one in told]) - length).max() < 1e-3
    turned = np.array([one["azimuth"] for one in told]) - azimuth
    assert np.abs((turned + 180) % 360 - 180)[5:].max() < 1e-6
    same = page.evaluate("kurilmap.geodesics.inverse([146, 44], [146, 44])")
    assert same == {"length": 0, "azimuth": 0}


def test_areas_are_those_inside_geodesics(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    random = np.random.default_rng(1875)
    for reach in (0.01, 0.5, 3):
        turns = np.sort(random.uniform(0, 2 * math.pi, (20, 5)), axis=1)
        lon = 147 + reach * 1.4 * np.cos(turns)
        lat = 44.5 + reach * np.sin(turns)
        rings = np.stack([lon, lat], axis=2)
        rings[0] += (180 - 147, 0)  # over the date line
        rings[0, :, 0] = (rings[0, :, 0] + 180) % 360 - 180
        told = page.evaluate("(rings) => rings.map(kurilmap.geodesics.area)", rings.tolist())
        true = [abs(WGS84.polygon_area_perimeter(*ring.T)[0]) for ring in rings]
        around = [WGS84.polygon_area_perimeter(*ring.T)[1] for ring in rings]
        # A ring may be a sliver: what counts is the error beside the square of its outline.
        for one, area, outline in zip(told, true, around, strict=True):
            assert one == pytest.approx(area, abs=max(1, 1e-7 * outline**2))


@WIDTHS
def test_a_reader_measures_a_way_by_pointer(overview: Path, open_page: Opener, width: int) -> None:
    page = open_page(overview, width=width)
    ruler(page).click()
    expect(ruler(page)).to_have_attribute("aria-pressed", "true")
    expect(result(page)).to_have_text("Set the first point.")
    places = set_points(page, SPOTS)
    legs = [WGS84.inv(*a, *b) for a, b in itertools.pairwise(places)]
    metres = sum(leg[2] for leg in legs)
    kilometres, miles = figures(result(page).locator("p").first.inner_text())
    # Points are kept to a millionth of a degree, lengths shown to three figures or more.
    assert kilometres == pytest.approx(metres / 1000, rel=5e-3)
    assert miles == pytest.approx(metres / MILE, rel=5e-3)
    last = figures(result(page).locator("p").nth(1).inner_text())
    assert last[0] == pytest.approx(legs[-1][2] / 1000, rel=5e-3)
    bearing = result(page).locator("p").nth(2)
    assert figures(bearing.text_content() or "")[0] == pytest.approx(legs[-1][0] % 360, abs=0.51)
    expect(page.locator("path.km-measured-line:not([d='M0 0'])")).to_have_count(1)
    expect(page.locator(".leaflet-popup")).to_have_count(0)

    card(page).get_by_role("button", name="Take back").click()
    assert figures(result(page).inner_text())[0] == pytest.approx(legs[0][2] / 1000, rel=5e-3)
    card(page).get_by_role("button", name="Start again").click()
    expect(result(page)).to_have_text("Set the first point.")
    ruler(page).click()
    expect(card(page)).to_have_count(0)
    expect(ruler(page)).to_have_attribute("aria-pressed", "false")


@WIDTHS
def test_a_reader_measures_an_area(overview: Path, open_page: Opener, width: int) -> None:
    page = open_page(overview, width=width)
    ruler(page).click()
    page.get_by_role("radio", name="Area", exact=True).check()
    places = set_points(page, SPOTS[:2])
    expect(result(page)).to_have_text("An area needs three points.")
    places += set_points(page, SPOTS[2:])
    area, around = WGS84.polygon_area_perimeter(*zip(*places, strict=True))
    shown = figures(result(page).locator("p").first.inner_text())[0]
    # As all areas of the page: rounded to half a per cent.
    assert shown == pytest.approx(abs(area) / 1e6, rel=6e-3)
    assert figures(result(page).locator("p").nth(1).inner_text())[0] == pytest.approx(
        around / 1000, rel=5e-3
    )
    page.get_by_role("radio", name="Distance", exact=True).check()
    expect(result(page)).to_contain_text("Distance:")


def test_an_outline_that_crosses_itself_has_no_area(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    ruler(page).click()
    page.get_by_role("radio", name="Area", exact=True).check()
    set_points(page, [(0.3, 0.8), (0.5, 0.6), (0.5, 0.8), (0.3, 0.6)])
    expect(result(page)).to_have_text("The outline crosses itself and has no area.")


def test_the_keyboard_alone_measures(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    name = page.locator(".folium-map").get_attribute("id")
    middle = f"(() => {{ const {{lat, lng}} = {name}.getCenter(); return [lng, lat]; }})()"
    ruler(page).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".folium-map")).to_be_focused()
    page.keyboard.press("Enter")
    expect(result(page)).to_have_text("Set the second point.")
    first = page.evaluate(middle)
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"(lng) => {name}.getCenter().lng > lng + 0.3", arg=first[0])
    page.wait_for_function(f"() => !{name}._panAnim || !{name}._panAnim._inProgress")
    page.keyboard.press("Enter")
    metres = WGS84.inv(*first, *page.evaluate(middle))[2]
    assert figures(result(page).inner_text())[0] == pytest.approx(metres / 1000, rel=5e-3)
    page.keyboard.press("Backspace")
    expect(result(page)).to_have_text("Set the second point.")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)

    ruler(page).press("Enter")
    page.keyboard.press("Enter")
    card(page).get_by_role("button", name="Take back").press("Enter")
    expect(page.locator(".folium-map")).to_be_focused()
    card(page).get_by_role("button", name="Set point").press("Escape")
    expect(card(page)).to_have_count(0)
    expect(ruler(page)).to_be_focused()


@WIDTHS
def test_what_is_measured_goes_on_in_another_language(
    overview: Path, open_page: Opener, width: int
) -> None:
    page = open_page(overview, width=width)
    ruler(page).click()
    set_points(page, SPOTS[:2])
    before = figures(result(page).locator("p").first.inner_text())
    page.locator(".km-langs [lang='ru']").click()
    told = page.get_by_role("region", name="Измерить расстояние и площадь").get_by_role("status")
    expect(told.locator("p").first).to_contain_text("Расстояние:")
    expect(told.locator("p").first).to_contain_text("мор. миль")
    assert [round(value) for value in before] == [
        round(float(part.replace(",", ".")))
        for part in re.findall(r"\d+(?:,\d+)?", told.locator("p").first.inner_text())
    ]
    page.locator(".km-langs [lang='ja']").click()
    expect(page.locator(".km-measured p").first).to_contain_text("距離：")
    set_points(page, SPOTS[2:])
    expect(page.locator(".km-measured")).to_contain_text("最後の区間：")


def test_ruler_and_pen_do_not_draw_at_once(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    ruler(page).click()
    set_points(page, SPOTS[:1])
    page.get_by_text("A line or an area on the map").click()
    page.get_by_role("button", name="Draw a line").click()
    expect(card(page)).to_have_count(0)
    set_points(page, SPOTS[:1])
    expect(page.locator(".km-drawer").get_by_role("status").first).to_have_text("Points: 1")
    ruler(page).click()
    expect(result(page)).to_have_text("Set the first point.")
    expect(page.get_by_role("button", name="Finish")).to_be_hidden()


def test_a_measured_line_is_in_the_picture(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    name = page.locator(".folium-map").get_attribute("id")
    count = (
        f"() => kurilmap.drawnSheet({name}).querySelectorAll("
        '\'path[stroke="#1f2a30"][stroke-width="2"]\').length'
    )
    before = page.evaluate(count)
    ruler(page).click()
    set_points(page, SPOTS)
    # The line, and a ring for each of its points.
    assert page.evaluate(count) == before + 4


@WIDTHS
@pytest.mark.parametrize(
    ("lang", "units"),
    [("en", ("km", "NM")), ("ja", ("km", "海里")), ("ru", ("км", "мор. миль"))],
)
def test_the_scale_tells_kilometres_and_nautical_miles(
    overview: Path, open_page: Opener, width: int, lang: str, units: tuple[str, str]
) -> None:
    page = open_page("<title>Before</title>", width=width)
    page.goto(f"{overview.resolve().as_uri()}#lang={lang}")
    bars = page.locator(".leaflet-control-scale-line")
    expect(bars).to_have_count(2)
    sizes = []
    for bar, unit in zip(bars.all(), units, strict=True):
        text = bar.inner_text().strip()
        assert text.endswith(unit)
        assert bar.evaluate("(node) => node.scrollWidth <= node.clientWidth")
        inner = bar.evaluate("(node) => parseFloat(node.style.width)")
        sizes.append(figures(text)[0] / inner)
    # A bar's width is set to a whole pixel of about a hundred.
    assert sizes[0] / sizes[1] == pytest.approx(MILE / 1000, rel=0.03)
    credit = page.locator(".leaflet-control-attribution").bounding_box()
    scale = page.locator(".leaflet-control-scale").bounding_box()
    assert scale["y"] + scale["height"] <= credit["y"] or scale["x"] + scale["width"] <= credit["x"]


def test_the_scale_goes_down_to_metres(overview: Path, open_page: Opener) -> None:
    page = open_page("<title>Before</title>")
    page.goto(f"{overview.resolve().as_uri()}#view=18,44.03,145.86")
    bars = page.locator(".leaflet-control-scale-line")
    expect(bars.first).to_have_text(re.compile(r"^\d+ m$"))
    expect(bars.nth(1)).to_have_text(re.compile(r"^0\.0\d NM$"))


@pytest.mark.parametrize(
    ("lang", "form"),
    [
        ("en", "{lat:d}°{lat_minutes}′ N, {lon:d}°{lon_minutes}′ E"),
        ("ja", "北緯{lat:d}°{lat_minutes}′、東経{lon:d}°{lon_minutes}′"),
        ("ru", "{lat:d}°{lat_minutes}′ с. ш., {lon:d}°{lon_minutes}′ в. д."),  # a decimal comma
    ],
)
def test_the_coordinates_under_the_pointer_are_told(
    overview: Path, open_page: Opener, lang: str, form: str
) -> None:
    page = open_page("<title>Before</title>")
    page.goto(f"{overview.resolve().as_uri()}#lang={lang}")
    where = page.locator(".km-where")
    expect(where).to_be_hidden()
    page.mouse.move(300, 400)
    name = page.locator(".folium-map").get_attribute("id")
    place = page.evaluate(f"() => {name}.containerPointToLatLng([300, 400])")
    parts = {}
    for key, value in (("lat", place["lat"]), ("lon", place["lng"])):
        tenths = round(value * 600)
        minutes = f"{tenths % 600 / 10:04.1f}"
        parts |= {
            key: tenths // 600,
            f"{key}_minutes": minutes.replace(".", ",") if lang == "ru" else minutes,
        }
    expect(where).to_have_text(form.format(**parts))
    page.mouse.move(1100, 400)
    expect(where).to_be_hidden()


def test_the_keyboard_is_told_the_middle_of_the_map(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator(".folium-map")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".km-where")).to_have_text(
        re.compile(r"^4[45]°\d\d\.\d′ N, 147°\d\d\.\d′ E$")
    )


def test_full_screen_holds_map_and_panel_and_is_left_again(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    button = page.get_by_role("button", name="Full screen", exact=True)
    button.click()
    leave = page.get_by_role("button", name="Leave full screen")
    expect(leave).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.fullscreenElement.className") == "km-page"
    expect(page.locator(".km-panel")).to_be_visible()
    page.locator(".km-langs [lang='ru']").click()
    page.get_by_role("button", name="Выйти из полноэкранного режима").click()
    expect(page.get_by_role("button", name="Во весь экран")).to_have_attribute(
        "aria-pressed", "false"
    )
    assert page.evaluate("document.fullscreenElement") is None


def test_a_frame_that_may_not_fill_the_screen_offers_no_button_for_it(
    overview: Path, open_page: Opener
) -> None:
    page = open_page("<!doctype html><title>Around</title><iframe width=900 height=600></iframe>")
    page.locator("iframe").evaluate(
        """(frame, text) => {
             frame.setAttribute("sandbox", "allow-scripts");
             frame.srcdoc = text;
           }""",
        overview.read_text(encoding="utf-8"),
    )
    frame = page.frame_locator("iframe")
    expect(frame.locator(".km-tool")).to_have_count(1)
    expect(frame.locator(".km-tool")).to_have_attribute("aria-label", "Measure distance and area")


def test_of_two_maps_the_first_has_the_tools_and_both_a_scale(
    open_page: Opener, tmp_path: Path
) -> None:
    path = km.save_html(km.comparison_map("equal-area", "three-islands"), tmp_path / "two.html")
    page = open_page(path)
    expect(page.locator(".leaflet-control-scale")).to_have_count(2)
    expect(page.locator(".km-toolbar")).to_have_count(1)
    expect(page.locator(".folium-map").first.locator(".km-toolbar")).to_be_visible()
