"""Distances to edges, against PROJ's geodesics on points as dense as one likes."""

import numpy as np
import pytest
import shapely
from pyproj import Geod

from kurilmap.sea.country import shore_lines, without
from kurilmap.sea.shores import Shore, divided
from tests.sea.judge import Judge

GEOD = Geod(ellps="WGS84")


@pytest.fixture(scope="module")
def star():
    """A shore with capes and inlets, of edges from 1 to 100 km."""
    turns = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ways = np.where(np.arange(40) % 2, 0.2, np.linspace(0.21, 1.2, 40))
    return shapely.Polygon(np.column_stack([147 + ways * np.cos(turns), 45 + ways * np.sin(turns)]))


def test_distances_are_to_edges_and_geodesic(star):
    shore = Shore.of(shore_lines([star]))
    random = np.random.default_rng(2)
    points = random.uniform((143, 42), (151, 48), (300, 2))
    reach = shore.reach(points)
    judged = Judge([star]).metres(points)
    assert (reach.metres <= judged + 0.01).all()
    far = judged > 1000
    assert np.abs(reach.metres - judged)[far].max() < 0.05


def test_very_near_the_shore_the_nearest_edge_is_found_all_the_same():
    long_edge, wiggle = (
        [[147, 45], [147.02, 45]],
        [[147.0005 + k * 1e-5, 45.0009] for k in range(99)],
    )
    shore = Shore.of([np.array(long_edge), np.array(wiggle)])
    # 44 m above a long edge, nearer to many corners of the other line than to its ends.
    reach = shore.reach(np.array([[147.0008, 45.0004]]))
    _, _, away = GEOD.inv(147.0008, 45.0004, 147.0008, 45.0)
    assert reach.metres[0] == pytest.approx(away, abs=0.01)


def test_the_free_ends_of_an_open_line_count():
    shore = Shore.of([np.array([[147, 45], [147.0005, 45]])])
    _, _, away = GEOD.inv(147.0009, 45, 147.0005, 45)
    assert shore.reach(np.array([[147.0009, 45.0]])).metres[0] == pytest.approx(away, abs=1e-4)


def test_dividing_keeps_every_point_and_follows_the_geodesic():
    line = np.array([[147.0, 45.0], [148.0, 45.5], [148.0, 45.501]])
    dense = divided(line, 1000)
    assert {tuple(p) for p in line.tolist()} <= {tuple(p) for p in dense.tolist()}
    lengths = GEOD.line_lengths(*dense.T)
    assert max(lengths) <= 1000
    assert sum(lengths) == pytest.approx(GEOD.line_length(*line.T), abs=0.001)


def test_the_straight_ends_of_the_data_are_no_shore():
    land = shapely.box(141, 40, 142, 41)
    (line,) = shore_lines([land])
    assert not ((line[:-1, 1] == 40) & (line[1:, 1] == 40)).any()
    assert len(line) == 4


def test_a_ring_without_some_edges_is_the_stretches_between_them():
    ring = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]], dtype=float)
    gone = np.array([False, True, False, False])
    (line,) = without(ring, gone)
    assert line.tolist() == [[1, 1], [0, 1], [0, 0], [1, 0]]
    assert [part.tolist() for part in without(ring, np.array([True, False, True, False]))] == [
        [[1, 0], [1, 1]],
        [[0, 1], [0, 0]],
    ]
    assert without(ring, np.ones(4, dtype=bool)) == []


def test_no_line_is_a_shore_without_edges_that_joins_any_other():
    line = Shore.of([np.array([[146.0, 45], [146, 45.01]])])
    point = np.array([[147.0, 45]])
    joined = Shore.joined([Shore.of([]), line])
    assert joined.reach(point).metres == line.reach(point).metres
