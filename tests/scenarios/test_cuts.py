"""Cuts of toy land, on the way that the product takes: a scenario's rule, solved into pieces."""

from dataclasses import dataclass

import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kurilmap.errors import ScenarioError
from kurilmap.geodesy import SIDES, area, densify
from kurilmap.geodesy.measure import geod
from kurilmap.scenarios import CutRule, pieces
from kurilmap.scenarios.land import Land
from kurilmap.scenarios.partition import cut_lines
from tests.scenarios.toy import Toy, made

# A crooked island with an islet; no edge of it runs along a meridian or parallel.
CROOKED = densify(shapely.MultiPolygon(
    [
        shapely.Polygon(
            [(147, 44.5), (148, 45), (148.9, 45.1), (148.5, 45.5), (147.6, 45.2), (147.9, 45.5),
             (147.2, 45.3), (147.3, 44.9)]
        ),
        shapely.Polygon([(147.1, 45.5), (147.2, 45.55), (147.15, 45.6)]),
    ]
), 2000)  # fmt: skip
# A toy's long edges are geodesics, which bow poleward of the parallel that they look like: by
# up to 4e-5 degrees here. The real outlines' edges are short.
BOW = 1e-4
BEARINGS = st.floats(0, 180)
SHARES = st.floats(0.01, 0.99)


@dataclass(frozen=True)
class Parts:
    """What lies on the side of a cut, what on the other, and the cut on land."""

    taken: shapely.MultiPolygon
    rest: shapely.MultiPolygon
    lines: list[shapely.LineString]


def cut(land, share=None, *, side="southwest", bearing=None, line=None):
    islands = [
        Toy(f"etorofu/e{number}", "etorofu", polygon)
        for number, polygon in enumerate(shapely.get_parts(land))
    ]
    rule = CutRule("etorofu", share, "JP", "RU", side, bearing, line)
    found = pieces([made(rule)], Land.of(islands))
    held = {
        holder: [piece.geometry for piece in found if piece.holders["toy"] == holder]
        for holder in ("JP", "RU")
    }
    taken, rest = (shapely.MultiPolygon(held[holder]) for holder in ("JP", "RU"))
    return Parts(taken, rest, cut_lines(found))


def side_across(bearing):
    # The side nearest to square: the cut's azimuth and a quarter turn, to the next of eight.
    return SIDES[round((bearing + 90) / 45) % 8]


def test_half_of_a_square_lies_west_of_its_middle_meridian(square):
    parts = cut(square, 0.5, side="west", bearing=0)
    assert area(parts.taken) == pytest.approx(area(square) / 2, abs=1)
    assert parts.taken.bounds == pytest.approx((-0.5, -0.5, 0, 0.5), abs=BOW)
    assert parts.rest.bounds == pytest.approx((0, -0.5, 0.5, 0.5), abs=BOW)


def test_without_a_bearing_the_cut_is_square_to_the_long_axis(slab):
    parts = cut(slab, 0.5, side="west")
    (line,) = parts.lines
    assert line.bounds == pytest.approx((0, -0.25, 0, 0.25), abs=BOW)


def test_the_cut_edge_has_no_edge_over_500_m(square):
    (line,) = cut(square, 0.3, side="west", bearing=0).lines
    points = shapely.get_coordinates(line)
    _, _, metres = geod().inv(*points[:-1].T, *points[1:].T)
    assert max(metres) <= 500
    assert len(points) > 200


def test_both_parts_have_the_same_points_on_the_cut(square):
    parts = cut(square, 0.3, side="northwest", bearing=40)
    (line,) = parts.lines
    for part in (parts.taken, parts.rest):
        assert set(line.coords) <= set(map(tuple, shapely.get_coordinates(part).tolist()))


def test_a_cut_through_both_arms_of_a_u_takes_two_polygons(u_shape):
    parts = cut(u_shape, 0.2, side="north", bearing=90)
    assert len(parts.taken.geoms) == 2
    assert len(parts.rest.geoms) == 1
    assert len(parts.lines) == 2
    west, east = sorted(parts.taken.geoms, key=lambda arm: arm.centroid.x)
    assert area(west) == pytest.approx(area(east), abs=1)


def test_a_cut_through_a_lake_leaves_the_lake_out(ring):
    parts = cut(ring, 0.5, side="west", bearing=0)
    assert area(parts.taken) == pytest.approx(area(ring) / 2, abs=1)
    assert len(parts.lines) == 2
    assert not parts.taken.intersects(shapely.Point(0, 0))


def test_a_cut_beside_a_lake_keeps_it_as_a_hole(ring):
    parts = cut(ring, 0.9, side="west", bearing=0)
    assert len(parts.taken.geoms[0].interiors) == 1
    assert area(parts.taken) == pytest.approx(0.9 * area(ring), abs=1)


def test_a_cut_between_islets_takes_them_whole(pair):
    parts = cut(pair, 0.5, side="west", bearing=0)
    assert shapely.equals(parts.taken, pair.geoms[0])
    assert shapely.equals(parts.rest, pair.geoms[1])
    assert parts.lines == []


def test_an_islet_that_the_line_does_not_meet_stays_as_it_is(pair):
    parts = cut(pair, 0.75, side="west", bearing=0)
    assert any(shapely.equals(part, pair.geoms[0]) for part in parts.taken.geoms)
    assert all(part.within(pair.geoms[1].buffer(BOW)) for part in parts.rest.geoms)


def test_where_the_line_only_touches_no_point_or_line_comes_out():
    # Cut at the top of the triangle's lower neighbour: the line touches its tip, at (0, 0).
    touching = shapely.MultiPolygon(
        [shapely.Polygon([(-1, -1), (1, -1), (0, 0)]), shapely.box(3, -1, 5, 1)]
    )
    parts = cut(touching, line=shapely.LineString([(-2, 0), (6, 0)]), side="north")
    assert {part.geom_type for part in (*parts.taken.geoms, *parts.rest.geoms)} == {"Polygon"}
    assert len(parts.taken.geoms) == 1
    assert len(parts.rest.geoms) == 2


def test_a_line_through_a_vertex_cuts_there(square):
    parts = cut(square, line=shapely.LineString([(-1, -1), (1, 1)]), side="northwest")
    assert area(parts.taken) == pytest.approx(area(square) / 2, abs=1)


def test_a_bent_line_is_followed(square):
    #  takes the northeast quarter
    line = shapely.LineString([(0, 1), (0, 0), (1, 0)])
    parts = cut(square, line=line, side="northeast")
    assert area(parts.taken) == pytest.approx(area(square) / 4, abs=1)
    assert parts.taken.bounds == pytest.approx((0, 0, 0.5, 0.5), abs=BOW)


@pytest.mark.parametrize("turned", [False, True])
def test_which_way_a_line_was_drawn_does_not_matter(square, turned):
    line = shapely.LineString([(0.1, -1), (0.1, 1)])
    parts = cut(square, line=line.reverse() if turned else line, side="west")
    assert parts.taken.bounds[0] == -0.5


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ([(2, -1), (2, 1)], "misses the island"),
        ([(-0.5, -1), (-0.5, 1)], "misses the island"),
        ([(0, -1), (0, 0)], r"all the way through the island: it ends at 0\.0000, 0\.0000"),
        ([(0, 0.2), (0, 1)], r"it ends at 0\.0000, 0\.2000, with land still ahead"),
        ([(-1, 0), (0.4, 0), (0.4, 0.1), (0.2, 0.1), (0.2, -1)], "crosses itself"),
        ([(0, -1), (0, 30)], "farther than 500 km"),
    ],
)
def test_a_line_that_is_no_cut_is_refused_with_the_reason(square, line, reason):
    with pytest.raises(ScenarioError, match=reason):
        cut(square, line=shapely.LineString(line), side="west")


def test_a_line_that_would_meet_land_if_carried_on_is_refused(u_shape):
    # Through the west arm only, ending in the bay: the east arm still lies ahead.
    with pytest.raises(ScenarioError, match="with land still ahead"):
        cut(u_shape, line=shapely.LineString([(-2, 0.5), (0, 0.5)]), side="north")


@given(SHARES, BEARINGS)
@settings(deadline=None)
def test_the_parts_add_up_and_the_share_is_met_to_a_square_metre(share, bearing):
    parts = cut(CROOKED, share, bearing=bearing, side=side_across(bearing))
    whole = area(CROOKED)
    assert area(parts.taken) == pytest.approx(share * whole, abs=1)
    assert area(parts.taken) + area(parts.rest) == pytest.approx(whole, abs=1)
    assert parts.taken.is_valid
    assert parts.rest.is_valid


@given(SHARES, SHARES, BEARINGS)
@settings(deadline=None, max_examples=25)
def test_a_larger_share_never_gives_less(one, other, bearing):
    low, high = sorted((one, other))
    assume(low < high)
    small = cut(CROOKED, low, bearing=bearing, side=side_across(bearing)).taken
    large = cut(CROOKED, high, bearing=bearing, side=side_across(bearing)).taken
    # All of the smaller part lies in the larger one, but for the bow of the edges it cuts.
    assert area(small.difference(large)) < 1e-6 * area(CROOKED)


@given(SHARES, BEARINGS)
@settings(deadline=None, max_examples=25)
def test_counted_from_the_other_side_it_is_the_same_cut(share, bearing):
    side = side_across(bearing)
    opposite = SIDES[(SIDES.index(side) + 4) % 8]
    here = cut(CROOKED, share, bearing=bearing, side=side)
    there = cut(CROOKED, 1 - share, bearing=bearing, side=opposite)
    assert area(here.taken) == pytest.approx(area(there.rest), abs=1)
    assert area(here.taken.symmetric_difference(there.rest)) < 10


@given(SHARES, BEARINGS)
@settings(deadline=None, max_examples=25)
def test_a_drawn_line_gives_back_the_cut_it_was_taken_from(share, bearing):
    side = side_across(bearing)
    parts = cut(CROOKED, share, bearing=bearing, side=side)
    assume(len(parts.lines) == 1 and geod().geometry_length(parts.lines[0]) > 1000)
    first, last = parts.lines[0].coords[0], parts.lines[0].coords[-1]
    azimuth, back, _ = geod().inv(*first, *last)
    # Drawn on to both sides by a kilometre; the line has to end on the sea and not on an islet.
    start = geod().fwd(*first, azimuth + 180, 1000)[:2]
    end = geod().fwd(*last, back + 180, 1000)[:2]
    assume(not any(shapely.Point(end).intersects(CROOKED) for end in (start, end)))
    drawn = cut(CROOKED, line=shapely.LineString([start, end]), side=side)
    assert area(drawn.taken) == pytest.approx(area(parts.taken), abs=5)
