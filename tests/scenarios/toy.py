"""Toy islands, and scenarios of them in one line."""

import datetime as dt
from dataclasses import dataclass

import shapely

from kurilmap.scenarios import CutRule, Scenario, Table, Texts


@dataclass(frozen=True)
class Toy:
    unit: str
    group: str
    geometry: shapely.Polygon
    is_land: bool = True


def made(*cuts: CutRule, id: str = "toy", administers=None, **holders: str) -> Scenario:
    """Make a scenario in one line: all of it Russia's unless said otherwise."""
    units = {"habomai": "RU", "shikotan": "RU", "kunashiri": "RU", "etorofu": "RU"}
    for rule in cuts:
        units.pop(rule.unit, None)
    return Scenario(
        id=id,
        title=Texts("Toy"),
        kind="constructed",
        date=dt.date(2020, 1, 1),
        holders=Table(units | holders),
        administers=Table(administers or {}),
        cuts=cuts,
    )
