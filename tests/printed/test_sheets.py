"""What stands on a printed map: names that do not touch, land in its colours, shores that are."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

import kurilmap as km
from kurilmap.layers import look
from kurilmap.printed import SIZES, ground
from kurilmap.printed.drawn import sheet_of
from kurilmap.printed.given import plate_of
from kurilmap.printed.paint import hatch
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.type import Type
from kurilmap.printed.window import ISLANDS, Window
from kurilmap.printed.written import own_style
from kurilmap.telling import unit_names
from tests.printed.conftest import KINDS

SIZES_AND_LANGS = [
    (size, lang) for size in ("column", "page", "slide") for lang in ("en", "ja", "ru")
]
# Inland places, longitude and latitude, of GeoNames: Chacha on Kunashir / Kunashiri, the middle of
# Shikotan, Stokap on Etorofu / Iturup, a hill in its northeast.
KUNASHIRI, SHIKOTAN = (146.252, 44.353), (146.75, 43.80)
SOUTHWEST, NORTHEAST = (147.05, 44.55), (148.1, 45.12)


def texts(sheet: Sheet) -> list[Text]:
    found = sheet.figure.axes[0].get_children()
    return [one for one in found if isinstance(one, Text) and one.get_gid() == "text"]


def boxes(sheet: Sheet) -> list[tuple[str, shapely.Polygon]]:
    renderer = FigureCanvasAgg(sheet.figure).get_renderer()
    with own_style():
        extents = [(one.get_text(), one.get_window_extent(renderer)) for one in texts(sheet)]
    return [(text, shapely.box(*extent.extents)) for text, extent in extents if text]


def checked(sheet: Sheet) -> None:
    found = boxes(sheet)
    assert len(found) > 20
    paper = shapely.box(0, 0, sheet.width, sheet.height)
    assert [text for text, box in found if not paper.contains(box)] == []
    # What touches by less than half a point does not touch on paper.
    overlaps = [
        (a, b)
        for (a, first), (b, second) in combinations(found, 2)
        if first.buffer(-0.5).intersects(second.buffer(-0.5))
    ]
    assert overlaps == []


@pytest.mark.parametrize(("size", "lang"), SIZES_AND_LANGS)
def test_no_text_touches_another_or_leaves_the_paper(drawn, size, lang):
    _, sheet = drawn("scenario", size, lang)
    checked(sheet)


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_of_any_kind_touches_another(drawn, kind):
    _, sheet = drawn(kind, "page", "en")
    checked(sheet)


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_every_group_is_named_with_both_names(drawn, lang):
    _, sheet = drawn("scenario", "page", lang)
    told = {one.get_text() for one in texts(sheet)}
    for unit in ("habomai", "shikotan", "kunashiri", "etorofu"):
        first, second = unit_names(unit, lang)
        assert {first, second} <= told


def colour_at(sheet: Sheet, number: int, place: tuple[float, float]) -> set[str]:
    """Return the colours within two points of a place on a map of the sheet."""
    canvas = FigureCanvasAgg(sheet.figure)
    with own_style():
        canvas.draw()
    image = np.asarray(canvas.buffer_rgba())[:, :, :3]
    x, y = sheet.windows[number].place(shapely.Point(place)).coords[0]
    near = image[int(y) - 2 : int(y) + 3, int(x) - 2 : int(x) + 3].reshape(-1, 3)
    return {"#" + "".join(f"{part:02X}" for part in pixel) for pixel in near.tolist()}


def test_the_russian_scale_counts_miles_in_the_genitive(drawn):
    # Of 5, 10, 20 and all the other round numbers that a scale can have.
    _, sheet = drawn("scenario", "page", "ru")
    assert "морских миль" in {one.get_text() for one in texts(sheet)}


def test_land_has_the_colour_of_its_holder_on_both_sides_of_a_cut(drawn):
    _, sheet = drawn("scenario", "page", "en")
    jp, ru = (look.HOLDERS[holder].fill for holder in ("JP", "RU"))
    for place in (KUNASHIRI, SHIKOTAN, SOUTHWEST):
        assert jp in colour_at(sheet, 0, place)
    assert ru in colour_at(sheet, 0, NORTHEAST)


def test_the_waters_part_the_island_where_the_scenario_does(drawn):
    _, sheet = drawn("waters", "page", "en")
    assert look.HOLDERS["JP"].fill in colour_at(sheet, 0, SOUTHWEST)
    assert look.HOLDERS["RU"].fill in colour_at(sheet, 0, NORTHEAST)


def test_each_map_of_a_comparison_is_coloured_by_its_own_scenario(drawn):
    _, sheet = drawn("pair", "page", "en")
    assert look.HOLDERS["RU"].fill in colour_at(sheet, 0, KUNASHIRI)
    assert look.HOLDERS["JP"].fill in colour_at(sheet, 1, KUNASHIRI)


def test_islands_alone_have_no_holders_colour(drawn):
    _, sheet = drawn("islands", "page", "en")
    fills = {style.fill for style in look.HOLDERS.values()}
    for place in (KUNASHIRI, SHIKOTAN, SOUTHWEST, NORTHEAST):
        assert not fills & colour_at(sheet, 0, place)


def test_a_comparison_outlines_and_lists_what_changes_hands(drawn):
    plate, _ = drawn("pair", "page", "en")
    found = km.compare("two-islands-1956", "equal-area").difference()
    for panel in plate.panels:
        assert panel.moved.symmetric_difference(found.union_all()).area < 1e-9
    rows = {row[0]: row[1] for row in plate.table}
    assert rows == {"Kunashir / Kunashiri": "Russia → Japan", "Etorofu / Iturup": "Russia → Japan"}


def test_of_several_scenarios_each_is_outlined_against_the_first(drawn):
    plate, _ = drawn("several", "page", "en")
    first, *others = plate.panels
    assert first.moved is None
    assert all(panel.moved is not None for panel in others)
    assert any("against “Two islands" in row.text for row in plate.key)


def test_two_alike_say_that_nothing_changes_hands():
    same = km.scenario("three-islands").named("same")
    plate, _ = plate_of(km.compare("three-islands", same), "en")
    assert plate.table[0][0].startswith("Nothing")
    assert all(panel.moved is None for panel in plate.panels)


def test_a_constructed_line_is_told_as_the_kits_own_with_its_rule(drawn):
    plate, sheet = drawn("scenario", "page", "en")
    told = " ".join(one.get_text() for one in texts(sheet))
    assert "Line constructed by this kit" in told
    assert any("square to the island's long axis" in note for note in plate.notes)


def test_a_map_is_printed_as_it_opens():
    title = km.scenario("equal-area").title["en"]
    assert plate_of(km.scenario_map("equal-area"), None)[0].title == title
    both = plate_of(km.comparison_map("two-islands-1956", "equal-area"), None)[0]
    assert [panel.title for panel in both.panels][1] == title
    assert len(both.panels) == 2
    assert plate_of(km.timeline_map(), None)[0].title == km.scenario("status-quo").title["en"]
    opened = km.overview_map("ru", scenarios=["three-islands"])
    overview = plate_of(opened, None)[0]
    assert overview.title == opened.page_title
    assert [land.holder for land in overview.panels[0].land] == [""]
    assert plate_of(km.Map(title="Mine"), None)[0].title == "Mine"


def test_some_rows_of_islands_are_printed_alone():
    plate, _ = plate_of(km.islands().loc[["shikotan"]], "en")
    # GSI 2025: 247.65 km² for the main island; with its islets a little more.
    assert plate.table == (("Shikotan", "249\u00a0km²"),)
    by_island = plate_of(km.islands(by="island"), "en")[0]
    assert by_island.table == plate_of(km.islands(), "en")[0].table


def test_what_has_no_room_beside_the_map_is_cut_off_with_a_sign():
    wordy = replace(km.scenario("equal-area"), id="wordy", conditions="So many words. " * 400)
    plate, lang = plate_of(wordy, "en")
    with own_style():
        sheet = sheet_of(plate, SIZES["page"], lang)
    checked(sheet)
    told = [one.get_text() for one in texts(sheet)]
    assert "…" in told
    assert not any("So many words." in text for text in told)


def test_the_seam_of_sakhalin_is_no_shore():
    edges = [
        part
        for body in ground.around()
        for part in shapely.get_parts(body.boundary)
        if part.intersects(shapely.LineString([(142.3, 50), (143.5, 50)]))
    ]
    along = [edge.intersection(shapely.box(142.3, 49.999, 143.5, 50.001)).length for edge in edges]
    assert sum(along) < 0.1


def test_a_place_on_the_paper_is_the_same_place_on_the_earth():
    window = Window(ISLANDS, 10, 20, 400, 300)
    point = window.place(shapely.Point(147.88, 45.23))
    assert window.earth(point.x, point.y) == pytest.approx((147.88, 45.23), abs=1e-7)


def test_the_scale_is_true_near_the_middle():
    window = Window(ISLANDS, 0, 0, 400, 300)
    # One minute of latitude is 1.8519 km at 44.47°N on WGS84 (M = 6,366.8 km there).
    south, north = (window.place(shapely.Point(147.14, 44.47 + d)) for d in (-0.5, 0.5))
    assert (south.y - north.y) / window.scale == pytest.approx(111.12, abs=0.05)


def test_hatches_lean_as_the_page_has_them():
    square = shapely.box(0, 0, 10, 10)
    forward = shapely.get_parts(hatch(square, "forward", 3))
    backward = shapely.get_parts(hatch(square, "backward", 3))

    def lean(line):
        (x, y), (u, v) = line.coords
        return np.sign((u - x) * (v - y))

    # On paper y runs downwards: "/" has x growing while y falls.
    assert {lean(line) for line in forward if line.length > 0.1} == {-1.0}
    assert {lean(line) for line in backward if line.length > 0.1} == {1.0}


@pytest.mark.parametrize("lang", ["ja"])
def test_a_japanese_line_begins_with_no_closing_mark(drawn, lang):
    _, sheet = drawn("scenario", "column", lang)
    assert [one.get_text() for one in texts(sheet) if one.get_text()[:1] in "、。）」"] == []


def test_a_word_wider_than_its_line_is_broken():
    with own_style():
        sheet = Sheet(100, 100, ("DejaVu Sans",))
        lines = sheet.wrapped("W" * 60, Type(8), 80)
        assert "".join(lines) == "W" * 60
        assert max(sheet.measure(line, Type(8)) for line in lines) <= 80


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ["Rights of Japan", "Joint rights"]),
        ("ja", ["日本の権利", "共同の権利"]),
        ("ru", ["Права Японии", "Совместные права"]),
    ],
)
def test_where_land_carries_marks_of_several_the_key_tells_whose_each_is(drawn, lang, told):
    plate, _ = drawn("rights", "page", lang)
    assert [row.text for row in plate.key if row.kind == "mark"] == told
    # Where there is one mark, the row of the land says whose it is.
    assert [row for row in drawn("scenario", "page", lang)[0].key if row.kind == "mark"] == []
