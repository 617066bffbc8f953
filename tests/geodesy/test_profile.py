import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from kurilmap.geodesy.compass import heading
from kurilmap.geodesy.frame import Frame
from kurilmap.geodesy.measure import area
from kurilmap.geodesy.profile import Profile

LAKE = shapely.box(146.5, 44.8, 146.9, 45.1)
LAND = [
    shapely.Polygon([(146, 44.6), (148, 44.6), (147.5, 45.4), (147, 44.9), (146, 45.3)]),
    shapely.box(148.2, 45, 148.4, 45.1),
]
FRAME = Frame(147.2, 45)
FLAT = [FRAME.project(polygon) for polygon in (LAND[0].difference(LAKE), LAND[1])]


@given(st.floats(0, 360), st.floats(0, 1))
def test_the_sphere_gives_the_geodesic_area_to_some_millionths(bearing, place):
    normal = heading(bearing)
    profile = Profile(FLAT, normal, FRAME.radius)
    offset = profile.nearest + place * (profile.farthest - profile.nearest)
    along = np.array([-normal[1], normal[0]]) * 1e6
    corners = [normal * offset + along, normal * offset - along]
    corners += [corner - normal * 1e6 for corner in corners[::-1]]
    clipped = [polygon.intersection(shapely.Polygon(corners)) for polygon in FLAT]
    expected = sum(area(FRAME.unproject(part)) for part in clipped)
    assert profile.area(offset) == pytest.approx(expected, abs=1e-5 * profile.total)


@given(st.floats(0, 360), st.floats(0, 1))
def test_the_offset_found_has_the_area_asked_for(bearing, share):
    profile = Profile(FLAT, heading(bearing), FRAME.radius)
    found = profile.area(profile.offset(share * profile.total))
    assert found == pytest.approx(share * profile.total, abs=1e-2)


@given(st.floats(0, 360))
def test_the_chord_is_how_fast_the_area_grows(bearing):
    profile = Profile(FLAT, heading(bearing), FRAME.radius)
    offset = (profile.nearest + profile.farthest) / 2 + 0.123
    grown = profile.area(offset + 0.5) - profile.area(offset - 0.5)
    assert profile.chord(offset) == pytest.approx(grown, rel=1e-3, abs=2)


def test_no_area_lies_before_the_land_and_all_of_it_behind():
    profile = Profile(FLAT, heading(90), FRAME.radius)
    assert profile.area(profile.nearest - 1000) == 0
    assert profile.area(profile.farthest + 1000) == profile.total


def test_an_edge_along_the_line_adds_nothing_wherever_it_lies():
    square = shapely.box(100, 0, 1100, 1000)
    profile = Profile([square], np.array([1.0, 0.0]), 6.38e6)
    assert profile.area(350) == pytest.approx(250 * 1000, rel=1e-6)
    assert profile.offset(750 * 1000) == pytest.approx(850, abs=1e-3)
