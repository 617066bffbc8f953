"""One way from a name to a scenario: an id, or a file."""

from pathlib import Path

import pytest

import kurilmap as km
from kurilmap.scenarios.finding import find


@pytest.mark.parametrize("make", [str, Path])
@pytest.mark.parametrize("name", ["own.toml", "OWN.TOML"])
def test_a_toml_file_is_read(make, name, tmp_path):
    km.scenario("equal-area").named("own").to_toml(tmp_path / name)
    assert find(make(tmp_path / name)).id == "own"


@pytest.mark.parametrize("name", ["own.geojson", "own.json"])
def test_a_geojson_file_is_read(name, tmp_path):
    land = km.scenario("three-islands").territory()
    (tmp_path / name).write_text(land.to_json(), encoding="utf-8")
    assert find(tmp_path / name).shares() == pytest.approx(km.scenario("three-islands").shares())


def test_a_drawn_file_is_compared_as_one_of_toml_is(tmp_path):
    path = tmp_path / "own.geojson"
    path.write_text(km.scenario("three-islands").territory().to_json(), encoding="utf-8")
    assert not len(km.compare("three-islands", path).difference())


def test_a_file_that_is_not_there_and_an_unknown_id_are_told(tmp_path):
    with pytest.raises(km.ScenarioError, match=r"none\.geojson cannot be read"):
        find(tmp_path / "none.geojson")
    with pytest.raises(km.UnknownScenario, match="nearest: equal-area"):
        find("equal-aera")
