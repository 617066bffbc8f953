"""CSV: pandas reads it as it is, and no spreadsheet runs what is in it."""

from pathlib import Path

import pandas as pd

import kurilmap as km


def test_a_scenario_is_its_territory(tmp_path: Path) -> None:
    one = km.scenario("equal-area")
    read = pd.read_csv(km.export(one, tmp_path / "a.csv"))
    wanted = one.territory().drop(columns="geometry")
    assert read[list(wanted.columns)].to_dict("list") == wanted.to_dict("list")
    assert list(read.columns)[-4:] == ["sources", "licence", "method", "version"]


def test_a_comparison_is_its_tidy_table(tmp_path: Path) -> None:
    both = km.compare("status-quo", "equal-area")
    read = pd.read_csv(km.export(both, tmp_path / "a.csv"))
    wanted = both.table
    assert read[list(wanted.columns)].to_dict("list") == wanted.to_dict("list")


def test_points_have_longitude_and_latitude(tmp_path: Path) -> None:
    read = pd.read_csv(km.export(km.places(), tmp_path / "a.csv"))
    assert read["lon"].tolist() == km.places().geometry.x.tolist()
    assert read["lat"].tolist() == km.places().geometry.y.tolist()


def test_a_row_keeps_its_own_sources(tmp_path: Path) -> None:
    read = pd.read_csv(km.export(km.lines(), tmp_path / "a.csv"))
    assert read["sources"].tolist() == ["; ".join(ids) for ids in km.lines()["sources"]]


def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(tmp_path: Path) -> None:
    begins = ["=1+1", "+1", "-1", "@x", "\tx", "\rx"]
    table = pd.DataFrame({"=cmd": begins, "value": [-1.0] * len(begins)})
    read = pd.read_csv(km.export(table, tmp_path / "a.csv"))
    assert read["'=cmd"].tolist() == [f"'{text}" for text in [*begins[:-1], "\nx"]]
    assert read["value"].tolist() == [-1.0] * len(begins)
