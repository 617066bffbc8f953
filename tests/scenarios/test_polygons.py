"""Cuts that take what a polygon covers."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from kurilmap.errors import ScenarioError
from kurilmap.geodesy import area
from kurilmap.scenarios import CutRule, pieces, scenario
from kurilmap.scenarios.partition import cut_lines
from kurilmap.scenarios.rings import rings_of
from kurilmap.telling import told

STATUS_QUO = scenario("status-quo")
WEST = shapely.box(2.9, -0.3, 4, 0.3)
RING = ((147.0, 45.0), (148.0, 45.0), (148.0, 44.0), (147.0, 45.0))


def by(polygon, holder="JP", rest="RU"):
    return CutRule("etorofu", None, holder, rest, polygon=polygon)


def held(found):
    totals = {}
    for piece in found:
        if piece.unit == "etorofu":
            holder = piece.holders["toy"]
            totals[holder] = totals.get(holder, 0.0) + piece.area_m2
    return totals


def test_a_polygon_takes_what_it_covers_of_its_unit_alone(toys, make):
    found = pieces([make(by(shapely.box(1.9, -0.3, 4, 0.3)))], toys)
    slab = toys.plots["etorofu/e"].area
    assert held(found) == pytest.approx({"JP": slab / 2, "RU": slab / 2}, abs=1)
    assert {piece.holders["toy"] for piece in found if piece.unit == "kunashiri"} == {"RU"}


def test_a_polygon_inside_an_island_leaves_a_hole_in_the_rest(toys, make):
    inner = shapely.box(3.9, -0.1, 4.1, 0.1)
    found = pieces([make(by(inner))], toys)[-2:]
    whole = toys.plots["etorofu/e"].area
    assert held(found) == pytest.approx({"JP": area(inner), "RU": whole - area(inner)}, abs=1)
    assert sorted(len(piece.geometry.interiors) for piece in found) == [0, 1]
    (line,) = cut_lines(found)
    assert line.is_ring


def test_a_hole_of_the_polygon_is_left_to_the_rest(toys, make):
    shell, hole = shapely.box(3.8, -0.1, 4.2, 0.1), shapely.box(3.9, -0.05, 4.1, 0.05)
    found = pieces([make(by(shell.difference(hole)))], toys)
    assert held(found)["JP"] == pytest.approx(area(shell) - area(hole), abs=1)


def test_the_pieces_have_the_same_points_on_their_common_edge(toys, make):
    taken, rest = pieces([make(by(WEST))], toys)[-2:]
    (line,) = cut_lines([taken, rest])
    for piece in (taken, rest):
        assert set(line.coords) <= set(piece.geometry.exterior.coords)


def test_cuts_of_every_kind_may_follow_one_another(toys, make):
    rules = (
        by(WEST),
        CutRule("etorofu", 0.25, "joint", "RU", side="east"),
        CutRule("etorofu", None, "JP", "RU", side="north", line=((2, 0.0), (6, 0.0))),
    )
    found = pieces([make(*rules)], toys)
    slab = toys.plots["etorofu/e"].area
    shares = {holder: size / slab for holder, size in held(found).items()}
    assert shares == pytest.approx({"JP": 0.625, "joint": 0.25, "RU": 0.125}, abs=1e-4)
    assert sum(held(found).values()) == pytest.approx(slab, abs=1)


def test_cuts_of_several_units_stand_side_by_side():
    cut = STATUS_QUO.cut("etorofu", polygon=shapely.box(146, 44, 147.6, 46), holder="JP", rest="RU")
    both = cut.cut("kunashiri", share=0.5, holder="joint", rest="RU")
    assert {rule.unit for rule in both.cuts} == {"etorofu", "kunashiri"}
    assert both.shares()["JP"] == cut.shares()["JP"]


@pytest.mark.parametrize(
    ("polygon", "reason"),
    [
        (shapely.box(140, 44, 141, 45), "covers no land that is there to divide"),
        (shapely.box(140, 40, 150, 50), "covers all land that is there to divide"),
        (shapely.box(100, 40, 150, 50), "farther than 2,000 km"),
    ],
)
def test_a_polygon_that_parts_nothing_is_refused_with_the_reason(polygon, reason):
    with pytest.raises(ScenarioError, match=rf'cut\("etorofu", polygon=…\): .*{reason}'):
        STATUS_QUO.cut("etorofu", polygon=polygon, holder="JP", rest="RU")


def test_polygons_of_a_unit_that_overlap_on_land_are_refused_and_at_sea_they_may(toys, make):
    with pytest.raises(ScenarioError, match=r"overlaps one of an earlier cut: .* km² of land"):
        pieces([make(by(WEST), by(shapely.box(3.9, -0.3, 4.5, 0.3), "joint"))], toys)
    beside = shapely.Polygon([(4, -0.25), (4.5, -0.25), (4.5, 0.29), (3.9, 0.29), (4, 0.21)])
    assert set(held(pieces([make(by(WEST), by(beside, "joint"))], toys))) == {"JP", "joint", "RU"}


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"share": 0.5}, "polygon: a polygon beside a share was given"),
        ({"line": [(147, 45), (148, 44)]}, "a polygon beside a line was given"),
        ({"bearing": 3}, "a polygon beside a bearing was given"),
        ({"side": "north"}, "a polygon beside a side was given; allowed: a polygon alone"),
    ],
)
def test_a_polygon_stands_alone(other, reason):
    with pytest.raises(ScenarioError, match=reason):
        STATUS_QUO.cut("etorofu", polygon=RING, holder="JP", rest="RU", **other)


@pytest.mark.parametrize(
    "polygon",
    [
        shapely.Polygon(RING),
        shapely.Polygon([(*point, 5.0) for point in RING]),
        [list(point) for point in RING[:3]],
        [list(RING)],
        np.array(RING),
    ],
)
def test_a_polygon_is_taken_however_it_is_written(polygon):
    assert rings_of(polygon) == (RING,)


TABLE = gpd.GeoSeries([shapely.Polygon(RING)], crs="EPSG:4326")


@pytest.mark.parametrize(
    ("polygon", "reason"),
    [
        (TABLE.to_crs(3857), r"polygon=GeoSeries in EPSG:3857 .*to_crs\(4326\)"),
        (TABLE.to_crs(32655).iloc[0], r"are no degrees; is it in another CRS"),
        (shapely.MultiPolygon([shapely.Polygon(RING)]), r"a cut for each of its parts"),
        (shapely.LineString(RING), r"polygon=LineString was given; allowed: a Polygon"),
        (shapely.Polygon(), r"three different points or more"),
        ([(147, 44), (148, 45), (148, 44), (147, 45)], r"it crosses itself at 147\.5, 44\.5"),
        ([RING, ((140, 40), (141, 40), (141, 41))], r"not valid: hole lies outside shell at 140"),
        ([(147, 44), (148, 44), (147, 44)], r"three different points or more"),
        ([(147, 44), (148, 44), (149, 44)], r"not valid|crosses itself"),
        ([point[::-1] for point in RING], r"swapped\? longitude comes first"),
        ([(147, 44), (148, float("nan")), (148, 45)], r"not all of its numbers are finite"),
        ("POLYGON", r"not all of it is pairs of numbers"),
        ([], r"not all of it|three different points"),
        ([[[]]], r"not all of it is pairs of numbers"),
        ({"type": "Polygon"}, r"not all of it is pairs of numbers"),
        (3, r"polygon=3 was given"),
    ],
)
def test_what_is_no_polygon_is_refused_with_the_reason(polygon, reason):
    with pytest.raises(ScenarioError, match=reason):
        rings_of(polygon)


def test_what_is_told_of_a_polygon_says_who_drew_it():
    cut = STATUS_QUO.cut("etorofu", polygon=shapely.box(146, 44, 147.6, 46), holder="JP", rest="RU")
    assert told(cut, "en")["cutNote"].startswith("The line through the island was drawn by whoever")


def test_more_points_than_a_map_shows_are_refused():
    ring = [(147 + np.cos(t), 45 + np.sin(t)) for t in np.linspace(0, 6.28, 5001)]
    with pytest.raises(ScenarioError, match=r"5,002 points in polygons .*at most 5,000; simplify"):
        STATUS_QUO.cut("etorofu", polygon=ring, holder="JP", rest="RU")
