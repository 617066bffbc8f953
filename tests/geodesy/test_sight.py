"""How far one sees over the sea, against cases worked by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurilmap.geodesy.sight import EARTH_M, hidden_height, horizon, reach

HEIGHTS = st.floats(0, 9000)
DISTANCES = st.floats(0, 400_000)
COEFFICIENTS = st.floats(0, 0.5)


def test_the_horizon_without_refraction_is_the_surveyor_s_rule_of_thumb():
    # d = sqrt(2 R h): for 100 m, sqrt(2 * 6,371,009 * 100) = sqrt(1,274,201,760) = 35,696 m;
    # the arc is shorter than that by h / (3 R) of it or so, which is a few centimetres.
    assert horizon(100, refraction=0) == pytest.approx(35_696, abs=1)


def test_refraction_moves_the_horizon_out_by_the_root_of_the_larger_radius():
    # R / (1 - 0.13) = 7,323,000 m: sqrt(2 * 7,323,000 * 1772) = sqrt(25,952,712,000) = 161,098 m,
    # and the arc is shorter by its 5 h / (12 R): 161,098 * 8,860 / 87,876,000 = 16 m.
    assert horizon(1772) == pytest.approx(161_082, abs=2)
    assert horizon(1772) / horizon(1772, refraction=0) == pytest.approx(
        1 / math.sqrt(0.87), rel=1e-4
    )


def test_an_eye_two_metres_up_loses_seven_and_a_half_metres_over_sixteen_kilometres():
    # Its horizon: sqrt(2 * 7,323,000 * 2) = sqrt(29,292,000) = 5,412 m. Left: 16,000 - 5,412 =
    # 10,588 m. Hidden: 10,588^2 / (2 * 7,323,000) = 112,105,744 / 14,646,000 = 7.65 m.
    assert hidden_height(16_000, 2) == pytest.approx(7.65, abs=0.02)


def test_a_summit_goes_down_where_both_horizons_meet():
    # sqrt(2 * 7,323,000 * 2) + 161,082 = 5,412 + 161,082 = 166,494 m.
    assert reach(2, 1772) == pytest.approx(166_494, abs=5)
    assert hidden_height(reach(2, 1772), 2) == pytest.approx(1772, abs=1e-3)


def test_a_right_triangle_shows_the_horizon_exactly():
    # With straight rays a summit as high as the earth's radius sees 60 degrees of it: cos 60 = 1/2.
    assert horizon(EARTH_M, refraction=0) == pytest.approx(EARTH_M * math.pi / 3)


def test_nothing_is_hidden_nearer_than_the_horizon():
    assert hidden_height(horizon(50), 50) == 0
    assert hidden_height(0, 0) == 0
    assert horizon(-3) == 0


def test_a_quarter_of_the_globe_away_nothing_is_high_enough():
    assert hidden_height(12_000_000, 2) == math.inf


@given(HEIGHTS, HEIGHTS)
def test_who_stands_higher_sees_farther(one, other):
    low, high = sorted((one, other))
    assert horizon(low) <= horizon(high)
    assert reach(low, 1772) <= reach(high, 1772)


@given(DISTANCES, HEIGHTS, HEIGHTS)
def test_who_stands_higher_loses_less(distance, one, other):
    low, high = sorted((one, other))
    assert hidden_height(distance, low) >= hidden_height(distance, high)


@given(DISTANCES, DISTANCES, HEIGHTS)
def test_what_is_farther_is_hidden_more(one, other, eye):
    near, far = sorted((one, other))
    assert hidden_height(near, eye) <= hidden_height(far, eye)


@given(HEIGHTS, COEFFICIENTS, COEFFICIENTS)
def test_light_that_bends_more_goes_farther(height, one, other):
    straight, bent = sorted((one, other))
    assert horizon(height, straight) <= horizon(height, bent) + 1e-6


@given(DISTANCES, st.floats(0, 100), st.floats(1, 9000), COEFFICIENTS)
def test_a_summit_is_seen_within_its_reach_and_only_there(distance, eye, summit, refraction):
    seen = hidden_height(distance, eye, refraction) < summit
    edge = reach(eye, summit, refraction)
    assert seen == (distance < edge) or distance == pytest.approx(edge, abs=0.1)


@given(HEIGHTS, HEIGHTS)
def test_each_sees_the_other_as_far(one, other):
    assert reach(one, other) == reach(other, one)


@pytest.mark.parametrize("refraction", [-0.1, 1, 1.5, math.nan])
def test_a_coefficient_that_no_air_has_is_refused(refraction):
    with pytest.raises(ValueError, match="allowed is 0 up to below 1"):
        horizon(2, refraction)
