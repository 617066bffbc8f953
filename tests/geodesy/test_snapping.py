import shapely

from kurilmap.geodesy.snapping import noded


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
