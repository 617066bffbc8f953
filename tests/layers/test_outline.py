"""The shore of a cut piece, on a square that can be seen by eye."""

from shapely import LineString, Polygon

from kurilmap.layers.outline import shore

#   3---2
#   |   |
#   0---1
SQUARE = Polygon([(0, 0), (1, 0), (1, 1), (0, 1)])
EAST = LineString([(1, 0), (1, 1)])
WEST = LineString([(0, 1), (0, 0)])


def test_a_shore_leaves_out_the_edge_that_a_cut_made():
    assert shore(SQUARE, [EAST]) == [[[1, 1], [0, 1], [0, 0], [1, 0]]]


def test_a_shore_between_two_cuts_is_two_lines():
    assert sorted(shore(SQUARE, [EAST, WEST])) == [[[0, 0], [1, 0]], [[1, 1], [0, 1]]]


def test_a_ring_that_no_cut_touches_stays_closed():
    assert shore(SQUARE, []) == [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]


def test_a_hole_is_shore_as_well():
    hole = [(0.4, 0.4), (0.6, 0.4), (0.6, 0.6)]
    with_hole = Polygon(SQUARE.exterior.coords, [hole])
    assert len(shore(with_hole, [EAST])) == 2
