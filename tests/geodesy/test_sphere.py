import numpy as np

from kurilmap.geodesy.sphere import compass


def test_east_and_north_on_the_equator():
    # At 0 E east is +y; at 90 E it is -x; north is +z at both.
    east, north = compass(np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]))
    assert east.tolist() == [[0, 1, 0], [-1, 0, 0]]
    assert north.tolist() == [[0, 0, 1], [0, 0, 1]]
