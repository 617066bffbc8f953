"""Toy scenarios on the toy land of the scenarios' tests, with numbers that can be seen by eye."""

import pytest

from kurilmap.scenarios import pieces
from tests.scenarios.conftest import toys
from tests.scenarios.toy import made

__all__ = ["toys"]

# On WGS84: what a degree is on the equator, and along a meridian there.
KM_EAST = 111.3195
KM_NORTH = 110.574


@pytest.fixture
def on_toys(toys):
    """Make a scenario whose land is the toys: h, s, k of one square each, e of five.

     0.2 +--+  +--+  +--+  +-----------+
         |h |  |s |  |k |  |     e     |
    -0.2 +--+  +--+  +--+  +-----------+
         0     1     2     3           5
    """

    def make(*cuts, **holders):
        scenario = made(*cuts, **holders)
        vars(scenario)["_pieces"] = tuple(pieces([scenario], toys))
        return scenario

    return make
