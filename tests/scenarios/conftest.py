"""Toy land under the real names, small enough to see every number by eye."""

import datetime as dt
from dataclasses import dataclass

import pytest
import shapely

from kurilmap.scenarios import CutRule, Scenario, Table, Texts
from kurilmap.scenarios.land import Land


@dataclass(frozen=True)
class Toy:
    unit: str
    group: str
    geometry: shapely.Polygon
    is_land: bool = True


@pytest.fixture(scope="session")
def toys():
    """Four squares and a slab in a row on the equator; a rock that is no land.

     0.2 +--+  +--+  +--+  +-----------+
         |h |  |s |  |k |  |     e     |  r
    -0.2 +--+  +--+  +--+  +-----------+
         0     1     2     3           5
    """
    return Land.of(
        [
            Toy("habomai/h", "habomai", shapely.box(0, -0.2, 0.4, 0.2)),
            Toy("habomai/r", "habomai", shapely.box(6, -0.2, 6.1, 0.2), is_land=False),
            Toy("shikotan/s", "shikotan", shapely.box(1, -0.2, 1.4, 0.2)),
            Toy("kunashiri/k", "kunashiri", shapely.box(2, -0.2, 2.4, 0.2)),
            Toy("etorofu/e", "etorofu", shapely.box(3, -0.2, 5, 0.2)),
        ]
    )


@pytest.fixture
def make():
    """Make a scenario in one line: all of it Russia's unless said otherwise."""

    def maker(*cuts: CutRule, id: str = "toy", administers=None, **holders: str) -> Scenario:
        units = {"habomai": "RU", "shikotan": "RU", "kunashiri": "RU", "etorofu": "RU"}
        for rule in cuts:
            units.pop(rule.unit, None)
        return Scenario(
            id=id,
            title=Texts("Toy"),
            kind="constructed",
            date=dt.date(2020, 1, 1),
            holders=Table(units | holders),
            administers=Table(administers),
            cuts=cuts,
        )

    return maker
