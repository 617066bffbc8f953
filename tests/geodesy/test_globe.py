"""Places in space and Gauss's sphere, against PROJ."""

import numpy as np
import pytest
from pyproj import Geod, Transformer

from kurilmap.geodesy.globe import Tangents, arc_lengths, to_globe, to_space
from kurilmap.geodesy.sphere import GaussSphere

GEOD = Geod(ellps="WGS84")


@pytest.fixture(scope="module")
def points():
    random = np.random.default_rng(4)
    return random.uniform((138, 40), (158, 53), (20_000, 2))


def test_places_in_space_are_projs_and_lead_back(points):
    there = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)
    expected = np.column_stack(there.transform(*points.T, np.zeros(len(points))))
    assert np.abs(to_space(points) - expected).max() < 1e-6
    assert np.abs(to_globe(to_space(points)) - points).max() < 1e-12


def test_arcs_keep_to_karneys_geodesic_within_a_millimetre_up_to_420_km(points):
    random = np.random.default_rng(5)
    ways, turns = random.uniform(0, 420_000, len(points)), random.uniform(0, 360, len(points))
    lon, lat, _ = GEOD.fwd(*points.T, turns, ways)
    ends = np.column_stack([lon, lat])
    assert np.abs(arc_lengths(to_space(points), to_space(ends)) - ways).max() < 0.001


def test_a_point_has_no_distance_and_no_direction_from_itself():
    place = to_space(np.array([[147.0, 45.0]]))
    assert arc_lengths(place, place).tolist() == [0.0]
    assert Tangents.at(np.array([[147.0, 45.0]])).away_from(place).tolist() == [[0.0, 0.0]]


def test_directions_are_the_geodesics(points):
    lon, lat, back = GEOD.fwd(*points.T, np.full(len(points), 63.0), np.full(len(points), 1e5))
    away = Tangents.at(np.column_stack([lon, lat])).away_from(to_space(points))
    turn = np.degrees(np.arctan2(*away.T))
    assert np.abs((turn - (back + 180) + 180) % 360 - 180).max() < 1e-3


def test_small_moves_go_as_far_as_they_are_told(points):
    steps = np.tile([30.0, 40.0], (len(points), 1))
    moved = Tangents.at(points).moved(steps)
    _, _, metres = GEOD.inv(*points.T, *moved.T)
    assert np.abs(metres - 50).max() < 0.001


def test_gausss_sphere_is_projs_sterea_and_keeps_distances(points):
    sphere = GaussSphere(147, 45.5)
    units = sphere.units(points)
    assert np.abs(sphere.globe(units) - points).max() < 1e-11
    plane = Transformer.from_pipeline(
        "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
        "+step +proj=sterea +lon_0=147 +lat_0=45.5 +ellps=WGS84"
    )
    expected = np.column_stack(plane.transform(*points.T))
    assert np.abs(sphere.flat(units) * sphere.radius - expected).max() < 0.001
    half = len(points) // 2
    _, _, metres = GEOD.inv(*points[:half].T, *points[half:].T)
    near = metres < 400_000
    chords = np.linalg.norm(units[:half] - units[half:], axis=1)
    arcs = 2 * np.arcsin(chords / 2) * sphere.radius
    assert np.abs(arcs - metres)[near].max() < 5
