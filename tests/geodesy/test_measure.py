import pytest
import shapely

from kurilmap.geodesy.measure import area, densify, geod, polygons_of, round_area

# Surface of the WGS84 ellipsoid, as GeographicLib's Planimeter gives it (Karney 2013, section 6).
WGS84_SURFACE_KM2 = 510_065_621.724


def test_an_octant_is_an_eighth_of_the_ellipsoid():
    octant = shapely.Polygon([(0, 0), (90, 0), (0, 90)])
    assert area(octant) / 1e6 == pytest.approx(WGS84_SURFACE_KM2 / 8, abs=1e-3)


def test_area_does_not_depend_on_the_way_a_ring_runs(ring):
    assert area(ring) == pytest.approx(area(ring.reverse()), abs=1e-6)


def test_a_lake_is_no_land(ring):
    lake = shapely.Polygon(ring.interiors[0])
    whole = shapely.Polygon(ring.exterior)
    assert area(ring) == pytest.approx(area(whole) - area(lake), abs=1e-6)


def test_the_parts_of_a_collection_add_up_and_lines_have_no_area(square):
    far = shapely.box(10, -0.5, 11, 0.5)
    mixed = shapely.GeometryCollection([square, far, shapely.Point(5, 5), square.exterior])
    assert area(mixed) == pytest.approx(2 * area(square), abs=1)
    assert len(list(polygons_of(mixed))) == 2


@pytest.mark.parametrize("geometry", [shapely.Polygon(), shapely.Point(1, 2)])
def test_nothing_has_no_area(geometry):
    assert area(geometry) == 0


def test_densifying_keeps_every_vertex_and_leaves_no_edge_over_the_limit(u_shape):
    dense = densify(u_shape, 500)
    points = shapely.get_coordinates(dense)
    _, _, edges = geod().inv(*points[:-1].T, *points[1:].T)
    assert max(edges) <= 500 + 1e-6
    assert set(u_shape.exterior.coords) <= set(dense.exterior.coords)


def test_an_edge_a_little_over_the_limit_is_halved_and_one_under_it_is_kept():
    edge = shapely.LineString([(147, 45), (147, 45.01)])  # 1,111 m
    assert len(densify(edge, 1000).coords) == 3
    assert densify(edge, 1200) == edge


def test_densifying_changes_neither_area_nor_type(pair, ring):
    for shape in (pair, ring):
        dense = densify(shape, 5000)
        assert dense.geom_type == shape.geom_type
        assert area(dense) == pytest.approx(area(shape), abs=1)


def test_densifying_leaves_points_alone():
    assert densify(shapely.Point(1, 2)) == shapely.Point(1, 2)


@pytest.mark.parametrize(
    ("km2", "value", "digits"),
    # ±0.5 % of them is 15.8, 7.4, 0.5, 1.2 and 0.06: the nearest power of ten is the last digit.
    [
        (3150.4, 3150, -1),
        (1489.27, 1490, -1),
        (94.84, 95, 0),
        (247.65, 248, 0),
        (12.08, 12.1, 1),
        (0, 0, 0),
    ],
)
def test_an_area_keeps_the_digits_that_its_outline_supports(km2, value, digits):
    assert round_area(km2) == (value, digits)


def test_a_difference_may_be_negative():
    assert round_area(-3150.4) == (-3150, -1)
