"""The land around the four groups, part by part, in two levels of detail."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Point, Polygon, box

from .measure import Frame, area_km2
from .shapes import canonical, merged, polygons_of, rounded, simplified

BOX = (138.0, 40.0, 158.0, 53.0)
MARGIN = (137.0, 39.0, 159.0, 54.0)  # simplify in it, clip after: no false shore at the edge
PARALLEL = 50.0
FRAME = Frame(148, 46.5, "laea")
NAMES = {
    "hokkaido": ("Hokkaido", "北海道", "Хоккайдо"),
    "honshu": ("Honshu", "本州", "Хонсю"),
    "sakhalin-north": ("Sakhalin north of 50°N", "樺太／サハリン（北緯50度以北）",
                       "Сахалин севернее 50° с. ш."),
    "sakhalin-south": ("Sakhalin south of 50°N", "樺太／サハリン（北緯50度以南）",
                       "Сахалин южнее 50° с. ш."),
    "kurils-north": ("Kuril Islands from Urup to Shumshu", "千島列島（得撫島から占守島まで）",
                     "Курильские острова от Урупа до Шумшу"),
    "kamchatka": ("Kamchatka", "カムチャツカ半島", "Камчатка"),
    "mainland": ("Asian mainland", "アジア大陸", "Азиатский материк"),
}  # fmt: skip
# A point on each large body. Inside the box the mainland and Kamchatka are two bodies, for the
# land that joins them lies north of 53°N: so they part by themselves, with no line of ours.
ANCHORS = {
    "hokkaido": (142.8, 43.4),
    "honshu": (141.0, 40.6),
    "sakhalin": (142.8, 50.5),
    "kamchatka": (157.3, 52.3),
    "mainland": (138.8, 49.5),
}
KURILS = (149.3, 45.5, 156.6, 51.0)  # holds Urup to Shumshu, and of other land only Lopatka's tip
BODY_KM2 = 1.0


@dataclass(frozen=True)
class Detail:
    """A level of detail: tolerance near and far, how it grows between, decimals, least area."""

    near_m: float
    far_m: float
    near_box: tuple[float, float, float, float]
    grows_over_m: float
    decimals: int
    smallest_km2: float
    smallest_sides: float

    def tolerance(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the tolerance in metres at each point of the flat frame."""
        if self.near_m == self.far_m:
            return np.full(len(points), self.near_m)
        near = FRAME.flat(shapely.segmentize(box(*self.near_box), 0.1))
        away = shapely.distance(near, shapely.points(points))
        return self.near_m + (self.far_m - self.near_m) * np.minimum(away / self.grows_over_m, 1)


NEAR = (144.2, 42.8, 150.5, 46.5)
FINE = Detail(25, 25, NEAR, 1, decimals=5, smallest_km2=0.001, smallest_sides=0)
LIGHT = Detail(60, 700, NEAR, 200_000, decimals=4, smallest_km2=0.02, smallest_sides=4)


def bodies(land: list[Polygon]) -> dict[str, list[Polygon]]:
    """Give each polygon of the box, whole or clipped to a margin round it, to its unit.

    A large body is known by a point on it; a lesser island goes to the body it lies nearest to.
    """
    frame_box = box(*MARGIN)
    parts = [
        part
        for polygon in land
        for part in polygons_of(polygon.intersection(frame_box))
        if area_km2(part) >= FINE.smallest_km2 and part.intersects(box(*BOX))
    ]
    owners: dict[int, str] = {}
    for unit, place in ANCHORS.items():
        holding = [index for index, part in enumerate(parts) if part.contains(Point(place))]
        if len(holding) != 1:
            message = f"{unit}: one body expected at {place}, {len(holding)} found"
            raise SystemExit(message)
        owners[holding[0]] = unit
    chain = box(*KURILS)
    for index, part in enumerate(parts):
        if index not in owners and chain.contains(part) and area_km2(part) >= BODY_KM2:
            owners[index] = "kurils-north"
    flat = [FRAME.flat(part) for part in parts]
    known = sorted(owners)
    tree = shapely.STRtree([flat[index] for index in known])
    units: dict[str, list[Polygon]] = {unit: [] for unit in (*ANCHORS, "kurils-north")}
    for index, part in enumerate(parts):
        nearest = index if index in owners else known[int(tree.nearest(flat[index]))]
        units[owners[nearest]].append(part)
    return units


def drawn(units: dict[str, list[Polygon]], detail: Detail) -> dict[str, MultiPolygon]:
    """Simplify, clip, cut Sakhalin at 50°N and round: valid polygons, no unit lost."""
    west, south, east, north = BOX
    clips = {
        "sakhalin-north": box(west, PARALLEL, east, north),
        "sakhalin-south": box(west, south, east, PARALLEL),
    }
    result = {}
    for unit in NAMES:
        whole = units[unit.partition("-")[0] if unit in clips else unit]
        thin = [part for polygon in whole for part in _thin(polygon, detail)]
        cut = merged(thin).intersection(clips.get(unit, box(*BOX)))
        parts = [canonical(part) for part in rounded(cut, detail.decimals)]
        if not parts:
            message = f"{unit}: nothing is left of it after simplifying"
            raise SystemExit(message)
        result[unit] = MultiPolygon(sorted(parts, key=lambda part: (-area_km2(part), part.bounds)))
    return result


def _thin(polygon: Polygon, detail: Detail) -> list[Polygon]:
    """Simplify one polygon; a small one by less than a tenth of its size, or not kept at all."""
    flat = FRAME.flat(polygon)
    side = float(np.sqrt(flat.area))
    tolerance = float(detail.tolerance(np.array(flat.representative_point().coords))[0])
    if flat.area < detail.smallest_km2 * 1e6 or side < detail.smallest_sides * tolerance:
        return []
    thin = simplified(flat, lambda points: np.minimum(detail.tolerance(points), side / 10))
    return [part for shape in thin for part in polygons_of(FRAME.globe(shape))]
