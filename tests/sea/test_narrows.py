"""Three miles in Soya / La Perouse and Tsugaru, for Japan alone."""

import numpy as np
import shapely

import kurilmap as km
from kurilmap.sea.solve import kit_waters
from tests.sea.judge import Judge


def zone_at(sea, lon, lat):
    inside = sea.zones.geometry.contains(shapely.Point(lon, lat))
    return sea.zones.loc[inside, ["holder", "zone"]].values.tolist()


def test_a_way_of_economic_zone_leads_through_both_straits():
    sea = km.sea("status-quo")
    assert zone_at(sea, 140.6, 41.5) == [["JP", "EEZ"]]  # the middle of Tsugaru
    assert zone_at(sea, 142.0, 45.66) == [["JP", "EEZ"]]  # south of the line in Soya / La Perouse
    assert zone_at(sea, 141.95, 45.55) == [["JP", "territorial sea"]]  # less than 3 M off Cape Soya
    assert zone_at(sea, 142.03, 45.75) == [["RU", "territorial sea"]]  # 3 M bind Japan alone


def test_the_way_joins_the_economic_zone_on_both_sides_of_tsugaru():
    sea = km.sea("status-quo")
    (zone,) = sea.zones.query("holder == 'JP' and zone == 'EEZ'").geometry
    parts = shapely.get_parts(zone)
    middle = next(part for part in parts if part.contains(shapely.Point(140.6, 41.5)))
    assert middle.contains(shapely.Point(139.6, 41.2))
    assert middle.contains(shapely.Point(143.5, 41.0))


def test_mutsu_bay_has_no_economic_zone():
    sea = km.sea("status-quo")
    assert zone_at(sea, 140.85, 41.05) == [["JP", "territorial sea"]]


def test_in_an_area_the_ways_to_both_shores_add_up_to_30_miles():
    waters = kit_waters()
    assert [strait.id for strait, _ in waters.areas] == ["soya", "tsugaru"]
    ring = shapely.get_coordinates(waters.areas[0][1].exterior)
    coast = km.coast().set_index("unit").geometry
    ways = [
        Judge([part for part in shapely.get_parts(coast[unit]) if part.intersects(box)])
        for unit, box in (
            ("hokkaido", shapely.box(141, 45, 143, 46)),
            ("sakhalin-south", shapely.box(141, 45.5, 144, 47)),
        )
    ]
    near, far = (judge.metres(ring) for judge in ways)
    # The fairway's edge is where the ways add up to 30 M, or three miles off a shore.
    off = np.abs(near + far - 30 * 1852)
    assert np.minimum(off, np.abs(np.minimum(near, far) - 3 * 1852)).max() < 20
    assert (off < 5).sum() > 50


def test_every_piece_of_sea_within_three_miles_is_territorial():
    faces = kit_waters().whole
    zones = faces.zones(np.where(faces.parts == "JP", "JP", "RU"))
    near = (faces.metres < 3 * 1852) & ~faces.dry
    assert set(zones[near]) == {"territorial sea"}
