import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from kurilmap.geodesy.frame import Frame
from kurilmap.geodesy.measure import geod

# The middle of Etorofu's box (design.md), the widest of the four groups.
CENTRE = (147.875, 45.0)
LONS = st.floats(146.80, 148.95)
LATS = st.floats(44.40, 45.60)


@given(LONS, LATS, LONS, LATS)
def test_a_geodesic_is_a_straight_line_of_the_frame(lon1, lat1, lon2, lat2):
    frame = Frame(*CENTRE)
    between = geod().npts(lon1, lat1, lon2, lat2, 9)
    ends = shapely.get_coordinates(frame.project(shapely.MultiPoint([(lon1, lat1), (lon2, lat2)])))
    points = frame.project(shapely.MultiPoint(between))
    if np.hypot(*(ends[1] - ends[0])) < 1:
        return
    line = shapely.LineString(ends)
    assert max(point.distance(line) for point in points.geoms) < 1e-3


@given(LONS, LATS)
def test_there_and_back_is_the_same_point(lon, lat):
    frame = Frame(*CENTRE)
    back = frame.unproject(frame.project(shapely.Point(lon, lat)))
    assert (back.x, back.y) == pytest.approx((lon, lat), abs=1e-11)


@given(st.floats(0, 360))
def test_azimuths_are_true_at_the_centre(azimuth):
    lon, lat, _ = geod().fwd(*CENTRE, azimuth, 50_000)
    point = Frame(*CENTRE).project(shapely.Point(lon, lat))
    assert np.sin(np.radians(azimuth)) * point.y - np.cos(np.radians(azimuth)) * point.x == (
        pytest.approx(0, abs=1e-3)
    )


def test_the_frame_of_a_geometry_is_in_the_middle_of_its_bounds(u_shape):
    assert Frame.around(u_shape) == Frame(0, 0)


def test_the_best_sphere_lies_between_the_axes_of_the_ellipsoid():
    # sqrt(M N): b²/a * 1 at the equator is M, a is N; a²/b at the pole is both.
    a, b = geod().a, geod().b
    assert Frame(0, 0).radius == pytest.approx(b, rel=1e-12)
    assert Frame(0, 90).radius == pytest.approx(a * a / b, rel=1e-12)
