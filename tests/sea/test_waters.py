"""Toy land, whose lines and limits are known beforehand."""

import math

import numpy as np
import pytest
import shapely
from pyproj import Geod

from kurilmap.geodesy import area
from kurilmap.sea.faces import Faces
from kurilmap.sea.solve import kit_waters
from kurilmap.sea.waters import sampled
from kurilmap.sea.window import margin
from tests.sea.toys import facing, rock, sea_of

GEOD = Geod(ellps="WGS84")


def test_between_two_rocks_on_one_parallel_the_line_is_the_meridian_midway():
    waters = sea_of(west=[rock(146.5, 45)], east=[rock(147.5, 45)])
    (arc,) = waters.lines.arcs
    assert arc.between == ("west", "east")
    assert arc.points[:, 0] == pytest.approx(147, abs=1e-6)
    assert arc.points[:, 1].min() < 43.05
    assert arc.points[:, 1].max() > 46.95


def test_three_rocks_have_lines_that_meet_in_the_one_point_as_far_from_all():
    spots = {"a": (146.5, 44.5), "b": (147.5, 44.5), "c": (147, 45.4)}
    waters = sea_of(**{name: [rock(*spot, 0.001)] for name, spot in spots.items()})
    ends = [tuple(arc.points[side]) for arc in waters.lines.arcs for side in (0, -1)]
    (shared,) = [end for end in set(ends) if ends.count(end) == 3]
    metres = [GEOD.inv(*shared, *spot)[2] for spot in spots.values()]
    assert max(metres) - min(metres) < 150  # the rocks are no points: a hundred metres across
    assert waters.lines.failed == []


def test_the_territorial_sea_of_a_small_rock_is_a_disc():
    faces = sea_of(only=[rock(147, 45, 0.00001)]).whole
    zone = faces.zones(np.full(len(faces.points), "JP"))
    sea = sum(area(polygon) for polygon in faces.polygons[zone == "territorial sea"])
    # A disc on the sphere of the local mean radius, R² = MN; twelve miles are small beside it.
    sine = math.sin(math.radians(45))
    radius = GEOD.a * math.sqrt(1 - GEOD.es) / (1 - GEOD.es * sine**2)
    disc = 2 * math.pi * radius**2 * (1 - math.cos(12 * 1852 / radius))
    assert sea == pytest.approx(disc, rel=2e-4)


def test_a_line_is_cut_where_land_is_farther_than_200_miles():
    far = shapely.Polygon(shapely.segmentize(shapely.box(140, 40, 150, 50).exterior, 0.1))
    waters = sea_of(far, south=[rock(144.9, 45)], north=[rock(145.1, 45)])
    (arc,) = waters.lines.arcs
    reach = waters.shores["south"].reach(arc.points).metres
    assert 370_400 < reach.max() < 372_000


def test_faces_fill_the_window_once():
    faces = sea_of(west=[rock(146.5, 45)], east=[rock(147.5, 45), rock(147.6, 45.1)]).whole
    assert shapely.union_all(faces.polygons).area == pytest.approx(16)
    assert sum(polygon.area for polygon in faces.polygons) == pytest.approx(16)


def test_rough_shores_that_face_each_other_are_parted_to_a_metre():
    west, east = facing(400)
    waters = sea_of(west=[west], east=[east])
    assert waters.lines.residual_m <= 1
    assert waters.lines.failed == []
    # Judged here, by edges in degrees of a plane that is true midway.
    (arc,) = waters.lines.arcs
    flat = [
        shapely.transform(shapely.segmentize(land.exterior, 0.002), space_at(147, 45))
        for land in (west, east)
    ]
    middle = arc.points[np.abs(arc.points[:, 1] - 45) < 0.2]
    spots = shapely.points(space_at(147, 45)(middle))
    one, other = (shapely.distance(line, spots) for line in flat)
    assert np.abs(one - other).max() < 5


def space_at(lon, lat):
    """Return a projection to an equidistant plane about a point."""
    from pyproj import Transformer

    there = Transformer.from_crs(
        "EPSG:4326", f"+proj=aeqd +lon_0={lon} +lat_0={lat}", always_xy=True
    )
    return lambda points: np.column_stack(there.transform(*np.asarray(points).T))


def test_points_are_sampled_once_and_keep_their_owners():
    line = np.array([[147.0, 45.0], [147.01, 45.0]])
    points, owners = sampled([[line, line], [line + 1]], 400)
    assert len(points) == len(np.unique(points, axis=0)) == 6
    assert sorted(owners.tolist()) == [0, 0, 0, 1, 1, 1]


def test_kaigara_moves_the_line_to_its_own_side_and_follows_habomai():
    import kurilmap as km

    plain, counted = km.sea("status-quo"), km.sea("status-quo", kaigara=True)
    assert counted.kaigara
    assert "follows the holder of Habomai" in counted.notes["kaigara"]
    gained = counted.area_km2("RU", "territorial sea") - plain.area_km2("RU", "territorial sea")
    assert 0 < gained < 100
    kaigara = km.islands("island").loc["habomai/kaigara"].geometry.centroid
    mine = {
        holder: km.sea(scenario, kaigara=True).zones.query("holder == @holder").geometry
        for holder, scenario in (("RU", "status-quo"), ("JP", "two-islands-1956"))
    }
    assert mine["RU"].contains(kaigara).any()
    assert mine["JP"].contains(kaigara).any()
    suisho = km.scenario("status-quo").assign(**{"habomai/suisho": "joint"})
    assert km.sea(suisho, kaigara=True).unresolved == ()
    # Where Habomai is divided it goes with the nearest islet, 2 km away.
    divided = km.scenario("two-islands-1956").assign(**{"habomai/odoke": "RU"})
    zones = km.sea(divided, kaigara=True).zones
    assert zones[zones.geometry.contains(kaigara)]["holder"].tolist() == ["RU"]


def test_the_kits_waters_are_made_once():
    assert kit_waters() is kit_waters()


def test_three_miles_bind_only_the_holder_who_keeps_to_them():
    metres = np.array([5, 5, 13, 201]) * 1852.0  # miles from the nearest shore
    none = np.zeros(4, dtype=bool)
    strait = [("JP", np.array([True, True, False, False]))]
    faces = Faces(
        np.empty(4, dtype=object), np.zeros((4, 2)), none, none.astype(str), metres, strait
    )
    zones = faces.zones(np.array(["JP", "RU", "RU", "JP"]))
    assert zones.tolist() == ["EEZ", "territorial sea", "EEZ", ""]


def test_a_margin_is_as_wide_in_metres_to_the_east_as_to_the_north():
    # 111 km are a degree of latitude, and two of longitude at 60 N, where the cosine is a half.
    box = margin(shapely.box(140, 59, 150, 60), 111_000)
    assert np.allclose(box.bounds, (138, 58, 152, 61))
