"""The sea to draw is light, shares its edges, and leaves no gap."""

import numpy as np
import pytest
import shapely

import kurilmap as km
from kurilmap.sea import drawn, simplified

PIXEL_DEG = 360 / 256 / 2**10


@pytest.fixture(scope="module")
def picture():
    return drawn()


def test_simplified_zones_share_their_edges_and_stay_near_their_place():
    sea = km.sea("equal-area")
    light = simplified(sea)
    corners = [len(shapely.get_coordinates(table.geometry)) for table in (sea.zones, light.zones)]
    assert corners[1] < 0.6 * corners[0]
    assert light.zones.geometry.is_valid.all()
    assert shapely.coverage_is_valid(light.zones.geometry.to_numpy())
    for full, thin in zip(sea.boundary.geometry, light.boundary.geometry, strict=True):
        assert full.hausdorff_distance(thin) < 2 * PIXEL_DEG
    assert light.zones["area_km2"].equals(sea.zones["area_km2"])
    assert light.changes["area_km2"].equals(sea.changes["area_km2"])


def test_each_piece_of_water_is_there_once_with_its_holder_in_every_scenario(picture):
    pieces, _ = picture
    ids = list(km.scenarios())
    assert all(len(piece.holders) == len(ids) for piece in pieces)
    keys = [(piece.zone, piece.holders) for piece in pieces]
    assert len(set(keys)) == len(keys)
    shapes = np.array([piece.geometry for piece in pieces], dtype=object)
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)


def test_lines_are_edges_of_the_two_pieces_that_they_part(picture):
    pieces, lines = picture
    assert {line.kind for line in lines} == {"equidistance", "12 M", "200 M"}
    for line in lines:
        points = {tuple(p) for p in shapely.get_coordinates(line.geometry).tolist()}
        for side in line.sides:
            if side >= 0:
                own = shapely.get_coordinates(pieces[side].geometry).tolist()
                assert points <= {tuple(p) for p in own}
        assert line.sides[0] != line.sides[1]
        holders = [pieces[side].holders for side in line.sides if side >= 0]
        if line.kind == "equidistance":
            assert holders[0] != holders[1]
        if line.kind == "12 M":
            assert holders[0] == holders[1]


def test_the_lines_that_part_two_holders_are_the_boundary_of_each_scenario(picture):
    pieces, lines = picture
    for number, id_ in enumerate(km.scenarios()):
        chosen = [
            line.geometry
            for line in lines
            if line.kind == "equidistance"
            and len({pieces[side].holders[number] for side in line.sides}) == 2
        ]
        boundary = km.sea(id_).boundary
        at_sea = shapely.union_all(boundary[boundary["kind"] == "equidistance"].geometry)
        # What is drawn crosses the land where a cut does: only that is not in the other.
        assert at_sea.hausdorff_distance(shapely.union_all(chosen)) < 0.15
        for line in at_sea.geoms if hasattr(at_sea, "geoms") else [at_sea]:
            assert shapely.distance(line.interpolate(0.5, normalized=True), chosen).min() < 0.01


def test_it_is_light(picture):
    _, lines = picture
    assert sum(len(shapely.get_coordinates(line.geometry)) for line in lines) < 9000
