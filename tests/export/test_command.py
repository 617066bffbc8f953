"""`kurilmap export`: ids, files and tables, as the file's name says."""

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest

import kurilmap as km

Run = Callable[..., tuple[int, str, str]]


def test_a_scenario_is_written_as_its_file_says(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    status, out, err = run("export", "equal-area", "-o", path)
    assert (status, err) == (0, "")
    assert out.startswith(f"Wrote {path} (")
    assert len(gpd.read_file(path)) == len(km.scenario("equal-area").territory())


def test_files_and_ids_are_compared(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    km.scenario("status-quo").assign(shikotan="JP").named("own", "Own").to_toml(own)
    assert run("export", "status-quo", own, "-o", tmp_path / "a.gpkg")[0] == 0
    names = [name for name, _ in pyogrio.list_layers(tmp_path / "a.gpkg")]
    assert {"territory_status_quo", "territory_own", "differences_own"} <= set(names)


@pytest.mark.parametrize("what", ["islands", "coast", "lines", "places", "straits"])
def test_tables_of_the_kit_are_reached(run: Run, what: str, tmp_path: Path) -> None:
    assert run("export", "--what", what, "-o", tmp_path / "a.csv")[0] == 0
    asked = km.islands(by="island") if what == "islands" else getattr(km, what)()
    assert len(pd.read_csv(tmp_path / "a.csv")) == len(asked)


def test_the_waters_of_a_scenario_are_reached(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.kml"
    assert run("export", "status-quo", "--what", "sea", "-o", path, "--lang", "ru")[0] == 0
    assert "Территориальное море" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("equal-area", "-o", "a.shp"), "a name ends in one of .html, .png"),
        (("equal-aera", "-o", "a.kml"), "equal-area"),
        (("-o", "a.kml"), "No scenario was given; name one"),
        (("equal-area", "--what", "islands", "-o", "a.kml"), "that table shows no scenario"),
        (("equal-area", "status-quo", "--what", "sea", "-o", "a.kml"), "name one of them"),
        (("equal-area", "-o", "none/a.kml"), "does not exist"),
        (("equal-area", "--what", "fish", "-o", "a.kml"), "'islands'"),
    ],
)
def test_a_mistake_is_one_line(
    run: Run,
    arguments: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run("export", *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("kurilmap: ")
    assert err.count("\n") == 1
    assert told in err
    assert list(tmp_path.iterdir()) == []
