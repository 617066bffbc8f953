import numpy as np
import pytest

from kurilmap.sea.pair import newton_steps

SQUARE = np.eye(2)[None]


def test_a_step_goes_against_the_gaps_and_a_long_one_is_shortened():
    assert newton_steps(SQUARE, np.array([[3.0, 4.0]]))[0] == pytest.approx([-3, -4])
    far = newton_steps(SQUARE, np.array([[3e7, 4e7]]))[0]
    farther = newton_steps(SQUARE, np.array([[6e7, 8e7]]))[0]
    assert far == pytest.approx(farther)
    assert far / np.hypot(*far) == pytest.approx([-0.6, -0.8])
