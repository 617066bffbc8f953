"""Land beyond the data cannot matter in the window."""

import numpy as np
import shapely

import kurilmap as km
from kurilmap.sea.solve import kit_waters
from kurilmap.sea.window import EEZ_M, TERRITORIAL_M, window
from tests.sea.judge import Judge

# Where the land beyond the data lies, drawn wide: all of it is inside these. Honshu south of 40°N
# and west of 142.1°E; the mainland north-west of a line that Primorye's coast keeps behind; all
# north of 53°N; Kamchatka east of 158°E and north of 52.5°N.
BEYOND = {
    "JP": [[(142.1, 39.5), (141.97, 40), (139.68, 40), (139.5, 39.5), (142.1, 39.5)]],
    "RU": [
        [(136, 43), (138, 46.14), (138, 46.2), (135, 46), (136, 43)],
        [(138, 53), (158, 53), (158, 54), (138, 54), (138, 53)],
        [(158, 52.5), (160, 52.5), (160, 53), (158, 53), (158, 52.5)],
    ],
}


def label(jp, ru):
    nearest = np.minimum(jp, ru)
    zone = np.select([nearest <= TERRITORIAL_M, nearest <= EEZ_M], [0, 1], 2)
    return np.where(zone < 2, 2 * zone + (jp < ru), 9)


def test_land_beyond_the_data_changes_no_holder_and_no_zone():
    lon, lat = np.meshgrid(np.arange(139.5, 154.01, 0.2), np.arange(40, 50.01, 0.2))
    points = np.column_stack([lon.ravel(), lat.ravel()])
    points = points[shapely.intersects_xy(window(), *points.T)]
    shores = kit_waters().shores
    kit = {holder: shores[holder].reach(points).metres for holder in ("JP", "RU")}
    groups = [shores[unit].reach(points).metres for unit in ("habomai", "kunashiri", "etorofu")]
    for side in range(2):  # the groups in one hand, then in the other
        metres = {**kit}
        holder = ("JP", "RU")[side]
        metres[holder] = np.min([metres[holder], *groups], axis=0)
        more = {
            party: np.minimum(metres[party], Judge(map(shapely.Polygon, rings)).metres(points))
            for party, rings in BEYOND.items()
        }
        dry = shapely.intersects_xy(shapely.union_all(km.coast("light").geometry), *points.T)
        changed = (label(metres["JP"], metres["RU"]) != label(more["JP"], more["RU"])) & ~dry
        assert points[changed].tolist() == []


def test_all_waters_that_can_change_hands_are_inside_with_room_to_spare():
    changes = km.sea("four-islands").changes
    edge = window().exterior
    assert shapely.distance(shapely.union_all(changes.geometry), edge) > 0
    assert window().is_valid
