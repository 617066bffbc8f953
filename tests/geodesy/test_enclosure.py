import numpy as np
import pytest
import shapely

from kurilmap.errors import ScenarioError
from kurilmap.geodesy.crossings import crossings, refuse_tangle
from kurilmap.geodesy.enclosure import enclosing, shared
from kurilmap.geodesy.frame import Frame
from kurilmap.geodesy.snapping import noded, to_shore

FRAME = Frame(147, 45)
LAND = shapely.box(0, 0, 100, 100)


def test_a_polygon_takes_the_points_inside_it_and_not_those_in_its_hole():
    shell, hole = shapely.box(146.9, 44.9, 147.1, 45.1), shapely.box(146.99, 44.99, 147.01, 45.01)
    divider = enclosing(shell.difference(hole), FRAME)
    points = np.array([[0.0, 0.0], [5000.0, 0.0], [50_000.0, 0.0]])
    assert divider.takes(points).tolist() == [False, True, False]
    assert len(divider.line.geoms) == 2


@pytest.mark.parametrize(
    ("polygon", "reason"),
    [
        (shapely.box(100, 40, 150, 50), "farther than 2,000 km"),
        (shapely.box(-40, -50, -30, -40), "farther than 2,000 km"),
    ],
)
def test_a_polygon_that_no_plane_can_hold_is_refused(polygon, reason):
    with pytest.raises(ScenarioError, match=reason):
        enclosing(polygon, FRAME)


def test_a_polygon_that_crosses_itself_along_geodesics_is_refused():
    # Five degrees of a parallel at 45 N: the geodesic bulges (5 deg)^2 / 8 * sin 45 * cos 45, or
    # 0.027 degrees, to the north of it, beyond the notch at 0.01.
    notched = shapely.Polygon([(144.5, 45), (149.5, 45), (149.5, 46), (147, 45.01), (144.5, 46)])
    assert notched.is_valid
    with pytest.raises(ScenarioError, match=r"crosses itself once .*draw its long edges with more"):
        enclosing(notched, FRAME)


def test_what_two_polygons_share_counts_on_land_only():
    one, other = shapely.box(-50, 0, 60, 50), shapely.box(40, -50, 200, 50)
    assert shared(one, other, [LAND]) == 20 * 50
    assert shared(one, shapely.box(60, 0, 70, 10), [LAND]) == 0


def test_a_vertex_beside_the_shore_moves_onto_it_and_one_at_sea_stays():
    drawn = shapely.Polygon([(0.05, 0.05), (50, -0.08), (100.2, 50), (50, 150)])
    moved = shapely.get_coordinates(to_shore(drawn, [LAND]).exterior).tolist()
    assert moved == [[0, 0], [50, 0], [100.2, 50], [50, 150], [0, 0]]


def test_a_polygon_smaller_than_the_rounding_stays_as_it_was_drawn():
    tiny = shapely.Polygon([(0, 0), (0.02, 0), (0.02, 0.02)])
    assert to_shore(tiny, [LAND]).equals(tiny)


def test_an_edge_gets_the_vertices_of_a_ring_that_lies_on_it():
    ring = shapely.MultiLineString([[(20, 0), (80, 1e-6), (50, 50), (20, 0)]])
    shore, same = noded([LAND.exterior, ring])
    assert {(20.0, 0.0), (80.0, 1e-6)} <= set(shore.coords)
    assert len(shore.coords) == len(LAND.exterior.coords) + 2
    assert same.equals(ring)


def test_lines_that_nobody_closed_are_left_alone():
    lines = [LAND.exterior, shapely.LineString([(-1, 50), (101, 50)])]
    assert noded(lines) == lines


def test_a_ring_takes_the_vertices_of_another_ring_that_lie_on_it():
    #   4 +---+---+
    #     | A | B |      B begins half-way up A's eastern edge
    #   2 |   +---+
    #   0 +---+
    west = shapely.MultiLineString([[(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]])
    east = shapely.MultiLineString([[(4, 2), (8, 2), (8, 4), (4, 4), (4, 2)]])
    first, second = noded([west, east])
    assert list(first.geoms[0].coords) == [(0, 0), (4, 0), (4, 2), (4, 4), (0, 4), (0, 0)]
    assert second.equals_exact(east)


def comb(teeth, *, turned=False):
    row = [(x, y) for n in range(teeth) for x, y in ((n, 0), (n, 1), (n + 0.5, 1), (n + 0.5, 0))]
    scaled = np.array(row) * (1 / teeth, 1)
    return shapely.LineString(scaled[:, ::-1] if turned else scaled)


def test_lines_that_cross_too_often_are_refused():
    assert crossings(comb(10), comb(10, turned=True)) > 100
    refuse_tangle(comb(10), comb(10, turned=True))
    with pytest.raises(ScenarioError, match="more than 10,000 times; simplify"):
        refuse_tangle(comb(200), comb(200, turned=True))


def test_lines_side_by_side_do_not_cross_though_their_boxes_do():
    assert (
        crossings(shapely.LineString([(0, 0), (3, 3)]), shapely.LineString([(0, 1), (2, 3)])) == 0
    )
