"""Judges of the shore, made once."""

import pytest

from tests.sea.judge import Judge, land_by_holder


@pytest.fixture(scope="session")
def judges():
    """Judges of each holder's land in a scenario."""
    import kurilmap as km

    around = km.coast()

    def made(scenario):
        return {
            holder: Judge(polygons)
            for holder, polygons in land_by_holder(scenario, around).items()
            if polygons
        }

    return made
