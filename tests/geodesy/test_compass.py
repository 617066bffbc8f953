import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from kurilmap.errors import ScenarioError
from kurilmap.geodesy.compass import SIDES, across, away_from, heading


@pytest.mark.parametrize(
    ("side", "bearing", "east", "north"),
    [("west", 0, 1, 0), ("east", 0, -1, 0), ("south", 90, 0, 1), ("north", 270, 0, -1)],
)
def test_the_normal_points_away_from_the_side(side, bearing, east, north):
    assert away_from(side, bearing) == pytest.approx([east, north], abs=1e-12)


@given(st.sampled_from(SIDES), st.floats(0, 360))
def test_a_side_either_lies_across_the_cut_or_is_refused(side, bearing):
    towards = heading(SIDES.index(side) * 45)
    try:
        normal = away_from(side, bearing)
    except ScenarioError:
        assert abs(heading(bearing + 90) @ towards) < 0.174
    else:
        assert normal @ towards < -0.173
        assert normal @ heading(bearing) == pytest.approx(0, abs=1e-12)


def test_a_side_along_the_cut_is_refused_and_the_sides_across_are_named():
    with pytest.raises(ScenarioError, match=r"nearly along it, at 0 degrees.*east or west"):
        away_from("south", 180)


def test_an_unknown_side_is_refused():
    with pytest.raises(ScenarioError, match="side='left' was given; allowed are north, northeast"):
        away_from("left", 0)


def test_the_default_cut_is_square_to_the_long_axis():
    assert across(shapely.box(0, 0, 3, 1)) == 0
    assert across(shapely.box(0, 0, 1, 3)) == 90
    slanted = shapely.Polygon([(0, 0), (3, 3), (2, 4), (-1, 1)])
    assert across(slanted) == pytest.approx(135)
