"""The four groups: which outlines belong to them, what each is called, in which order."""

from __future__ import annotations

from dataclasses import dataclass

from shapely.geometry import Polygon

from .measure import area_km2
from .names import GROUPS, NAMES, Name
from .shapes import canonical, rounded

DECIMALS = 6
SMALLEST_KM2 = 0.001


@dataclass(frozen=True)
class Islet:
    """One outline of the four groups."""

    unit: str
    name: Name | None
    outline: Polygon

    @property
    def group(self) -> str:
        """Return the group that the unit's id begins with."""
        return self.unit.partition("/")[0]

    @property
    def properties(self) -> dict[str, str | None]:
        """Return what the feature says of itself."""
        return {
            "unit": self.unit,
            "group": self.group,
            "name_en": self.name.en if self.name else None,
            "name_ja": self.name.ja if self.name else None,
            "name_ru": self.name.ru if self.name else None,
            "feature": self.name.feature if self.name else "island",
        }


def inside(polygon: Polygon, box: tuple[float, float, float, float]) -> bool:
    """Say whether a polygon lies wholly in a box."""
    west, south, east, north = polygon.bounds
    return bool(west >= box[0] and south >= box[1] and east <= box[2] and north <= box[3])


def split(land: list[Polygon]) -> tuple[dict[str, list[Polygon]], list[Polygon]]:
    """Part the land into the four groups, the first fitting box first, and all the rest."""
    groups: dict[str, list[Polygon]] = {group: [] for group in GROUPS}
    rest = []
    for polygon in land:
        group = next((name for name, box in GROUPS.items() if inside(polygon, box)), None)
        (groups[group] if group else rest).append(polygon)
    return groups, rest


def islets(groups: dict[str, list[Polygon]]) -> list[Islet]:
    """Round, name and order the outlines that are large enough."""
    return [islet for group, land in groups.items() for islet in _named(group, _ordered(land))]


def _ordered(land: list[Polygon]) -> list[Polygon]:
    outlines = [
        canonical(part)
        for polygon in land
        if area_km2(polygon) >= SMALLEST_KM2
        for part in rounded(polygon, DECIMALS)
    ]
    return sorted(outlines, key=lambda outline: (-area_km2(outline), outline.bounds))


def _named(group: str, outlines: list[Polygon]) -> list[Islet]:
    owners: dict[int, tuple[str, Name]] = {}
    for name in NAMES:
        if name.unit.partition("/")[0] != group:
            continue
        here = [index for index, outline in enumerate(outlines) if _holds(name, outline)]
        if len(here) < name.outlines:
            message = (
                f"{name.en}: {name.outlines} outlines expected at its place, {len(here)} found"
            )
            raise SystemExit(message)
        for number, index in enumerate(here[: name.outlines], start=1):
            suffix = f"-{number}" if name.outlines > 1 else ""
            owners[index] = (name.unit + suffix, name)
    nameless = iter(range(1, len(outlines) + 1))
    found = []
    for index, outline in enumerate(outlines):
        unit, name_ = owners.get(index, (None, None))
        found.append(Islet(unit or f"{group}/n{next(nameless):02d}", name_, outline))
    return found


def _holds(name: Name, outline: Polygon) -> bool:
    point = outline.representative_point()
    west, south, east, north = name.box
    return bool(west <= point.x <= east and south <= point.y <= north)
