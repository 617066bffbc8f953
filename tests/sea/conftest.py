"""The kit's waters once for all tests of the sea, kept in a folder of this run's own."""

import pytest

from tests.sea.judge import Judge, land_by_holder


@pytest.fixture(scope="session", autouse=True)
def kept(tmp_path_factory):
    """No test reads what an earlier run left in the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KURILMAP_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


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
