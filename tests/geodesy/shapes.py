"""Toy land on the equator, where every expected number can be seen by eye.

All of it is mirrored at the equator or at the meridian through its middle, so that a cut there
is a geodesic that halves it exactly.
"""

import pytest
import shapely


@pytest.fixture
def square():
    """One degree each way.

     0.5 +---+
         |   |
    -0.5 +---+
       -0.5  0.5
    """
    return shapely.box(-0.5, -0.5, 0.5, 0.5)


@pytest.fixture
def slab():
    """Four times as wide as it is high: its long axis runs from west to east.

     0.25 +-----------+
    -0.25 +-----------+
         -1           1
    """
    return shapely.box(-1, -0.25, 1, 0.25)


@pytest.fixture
def u_shape():
    """Two arms: a cut from west to east above the ground of the U crosses it twice.

     1 +--+  +--+
       |  |  |  |
     0 |  +--+  |
    -1 +--------+
      -1.5 . .  1.5
    """
    return shapely.Polygon(
        [(-1.5, -1), (1.5, -1), (1.5, 1), (0.5, 1), (0.5, 0), (-0.5, 0), (-0.5, 1), (-1.5, 1)]
    )


@pytest.fixture
def ring():
    """A square with a square lake.

     1 +-------+
       | +---+ |
       | |   | |
       | +---+ |
    -1 +-------+
      -1       1
    """
    return shapely.box(-1, -1, 1, 1).difference(shapely.box(-0.5, -0.5, 0.5, 0.5))


@pytest.fixture
def pair():
    """Two equal islets, apart.

     +--+      +--+
     +--+      +--+
    -1  -0.5  0.5  1
    """
    return shapely.MultiPolygon([shapely.box(-1, -0.2, -0.5, 0.2), shapely.box(0.5, -0.2, 1, 0.2)])
