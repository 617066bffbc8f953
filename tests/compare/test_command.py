"""`kurilmap compare`: ids and files mixed, as a table, CSV, JSON or a page."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import kurilmap as km

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A file of a reader's own."""
    path = tmp_path / "own.toml"
    km.scenario("status-quo").assign(shikotan="JP").named("own", "[red]Own\x1b[31m").to_toml(path)
    return path


def test_ids_and_files_stand_beside_one_another(run: Run, own: Path) -> None:
    status, out, err = run("compare", "two-islands-1956", own)
    assert (status, err) == (0, "")
    head, land = out.splitlines()[1:3]
    assert "Two islands after a peace treaty" in head
    assert "[red]Own[31m" in head
    # Shikotan alone is 247.65 km² (GSI, 2025), with its islets 251 (MOFA).
    assert land.split()[:3] == ["Land", "area", "Japan"]
    assert "\x1b" not in out
    assert "Habomai 5,281 (1945)" in out


def test_what_is_computed_stands_apart_from_what_is_published(run: Run) -> None:
    _, out, _ = run("compare", "three-islands", "aso-quarter")
    computed, published = out.split("Published, not computed")
    assert "km²" in computed
    assert "(1945)" not in computed
    assert "(1945)" in published
    assert "km²" not in published


def test_scenarios_without_room_stand_in_further_tables(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = run("compare", *km.scenarios(), "--measures", "land area")
    lines = out.splitlines()
    assert max(map(len, lines)) <= 160
    assert out.count("Computed\n") + out.count("Computed ") >= 1
    for one in km.scenarios().values():
        assert one.title["en"].split()[0] in out


def test_a_narrow_terminal_gets_its_tables_below_one_another() -> None:
    from rich.console import Console

    from kurilmap.cli.compared import shown

    found = km.compare(km.scenarios(), measures=["land area"])
    screen = Console(file=io.StringIO(), width=80)
    screen.print(shown(found, "en", 80))
    heads = [line for line in screen.file.getvalue().splitlines() if line.startswith("Computed ")]
    assert len(heads) >= len(km.scenarios()) / 2


def test_csv_is_the_tidy_table(run: Run, own: Path, tmp_path: Path) -> None:
    status, out, _ = run("compare", "equal-area", own, "--format", "csv")
    assert status == 0
    rows = list(csv.DictReader(io.StringIO(out)))
    assert list(rows[0]) == ["scenario", "holder", "measure", "value", "unit"]
    assert {row["scenario"] for row in rows} == {"equal-area", "own"}
    assert run("compare", "equal-area", own, "-o", tmp_path / "x.csv")[0] == 0
    assert (tmp_path / "x.csv").read_text() == out


def test_csv_of_published_figures_alone_has_their_years_and_sources(run: Run) -> None:
    _, out, _ = run("compare", "status-quo", "--measures", "population-in-1945", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert sum(float(row["value"]) for row in rows) == 17291
    assert {(row["year"], row["source"]) for row in rows} == {("1945", "mofa-data-ja")}


def test_json_holds_both_apart(run: Run) -> None:
    _, out, _ = run("compare", "aso-quarter", "equal-area", "--format", "json")
    found = json.loads(out)
    assert set(found) == {"table", "published"}
    share = [r for r in found["table"] if r["measure"] == "land share" and r["holder"] == "JP"]
    assert share[1]["value"] == pytest.approx(0.5, abs=1e-9)
    unknown = [r for r in found["published"] if r["of"] == "etorofu" and r["value"] is None]
    assert len(unknown) == 8


def test_html_of_two_is_a_page_with_two_maps(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "x.html"
    status, out, _ = run("compare", "aso-quarter", "equal-area", "-o", page, "--lang", "ja")
    assert status == 0
    assert out.startswith(f"Wrote {page} (")
    assert "kurilmap.beside(map_" in page.read_text()
    assert run("compare", *km.scenarios(), "--format", "html", "-o", page)[0] == 0
    assert "kurilmap.several(map_" in page.read_text()


def test_only_the_measures_named_are_told(run: Run) -> None:
    _, out, _ = run("compare", "equal-area", "--measures", "land area, islands", "--lang", "ru")
    assert "Площадь суши" in out
    assert "Острова и островки" in out
    assert "Береговая" not in out
    assert "1945" not in out


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (("equal-are",), ("nearest: equal-area",)),
        (("equal-area", "equal-area"), ("equal-area",)),
        (("no.toml",), ("no.toml",)),
        (("equal-area", "--measures", "roads"), ("no measure 'roads'", "land area")),
        (("equal-area", "--format", "html"), ("-o FILE",)),
        (("equal-area", "--format", "xlsx"), ("xlsx", "compare --help")),
        (("equal-area", "-o", "x.xlsx"), (".csv, .json, .html or .txt",)),
        ((), ("SCENARIO", "compare --help")),
    ],
)
def test_what_is_wrong_is_told_in_one_line(run: Run, arguments: tuple, parts: tuple) -> None:
    status, out, err = run("compare", *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("kurilmap: ")
    assert err.count("\n") == 1
    for part in parts:
        assert part in err
