"""Toy land under the real names, small enough to see every number by eye."""

import pytest
import shapely

from kurilmap.scenarios.land import Land
from tests.geodesy.shapes import pair, ring, slab, square, u_shape
from tests.scenarios.toy import Toy, made

__all__ = ["pair", "ring", "slab", "square", "u_shape"]


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
    return made
