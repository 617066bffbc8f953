"""An independent judge: points of the shore 10 m apart, and pyproj's geodesics, nothing else.

It shares no code with kurilmap.sea: the shore is cut into points on its own, places in space are
PROJ's, and every distance is Geod.inv's.
"""

from itertools import pairwise

import numpy as np
import shapely
from pyproj import Geod, Transformer
from scipy.spatial import cKDTree

GEOD = Geod(ellps="WGS84")
STEP_M = 10.0
_CANDIDATES = 48
_TO_SPACE = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)
# The data's own straight ends, which are no shore: longitudes, then latitudes.
_KNOWN = {}
_ENDS = ((138.0, 158.0), (40.0, 50.0, 53.0))


class Judge:
    """Tells how far points are from some land."""

    def __init__(self, polygons):
        self.points = np.vstack([shore_points(polygon) for polygon in polygons])
        self._tree = cKDTree(space(self.points))

    def metres(self, points):
        points = np.asarray(points)
        near = min(_CANDIDATES, len(self.points))
        _, found = self._tree.query(space(points), k=near)
        there = self.points[found.reshape(len(points), near)]
        here = np.broadcast_to(points[:, None], there.shape)
        _, _, away = GEOD.inv(
            *(
                np.ascontiguousarray(a).ravel()
                for a in (here[..., 0], here[..., 1], there[..., 0], there[..., 1])
            )
        )
        return np.reshape(away, (len(points), near)).min(axis=1)


def shore_points(polygon):
    """Return points of a polygon's outer ring, 10 m apart or less, along geodesics."""
    key = polygon.exterior.wkb
    if key not in _KNOWN:
        _KNOWN[key] = _shore_points(polygon)
    return _KNOWN[key]


def _shore_points(polygon):
    ring = np.array(polygon.exterior.coords)[:, :2]
    found = []
    for (x1, y1), (x2, y2) in pairwise(ring.tolist()):
        if any(x1 == x2 == lon for lon in _ENDS[0]) or any(y1 == y2 == lat for lat in _ENDS[1]):
            continue
        azimuth, _, metres = GEOD.inv(x1, y1, x2, y2)
        ways = np.linspace(0, metres, int(metres // STEP_M) + 2)
        same = np.ones(len(ways))
        lon, lat, _ = GEOD.fwd(x1 * same, y1 * same, azimuth * same, ways)
        found.append(np.column_stack([lon, lat]))
    return np.vstack(found) if found else np.empty((0, 2))


def space(points):
    points = np.asarray(points)
    return np.column_stack(_TO_SPACE.transform(points[:, 0], points[:, 1], np.zeros(len(points))))


def land_by_holder(scenario, around):
    """Return the polygons of each holder: its pieces of the four groups, and the coast around."""
    holders = {"JP": [], "RU": []}
    for row in scenario.territory().itertuples():
        holders.setdefault(row.holder, []).extend(shapely.get_parts(row.geometry))
    for row in around.itertuples():
        holder = "JP" if row.unit in ("hokkaido", "honshu") else "RU"
        holders[holder].extend(shapely.get_parts(row.geometry))
    return holders


def along(lines, count, seed):
    """Return random places on lines, as many on a kilometre wherever it is."""
    random = np.random.default_rng(seed)
    starts = np.vstack([shapely.get_coordinates(line)[:-1] for line in lines])
    ends = np.vstack([shapely.get_coordinates(line)[1:] for line in lines])
    scale = np.cos(np.radians(starts[:, 1]))
    length = np.hypot((ends[:, 0] - starts[:, 0]) * scale, ends[:, 1] - starts[:, 1])
    edge = random.choice(len(starts), count, p=length / length.sum())
    return starts[edge] + random.random(count)[:, None] * (ends[edge] - starts[edge])
