"""``kurilmap notebooks DIR``: the notebooks for someone who has no checkout."""

import importlib.machinery
from collections.abc import Callable
from pathlib import Path

import pytest

from kurilmap.cli import notebooks
from kurilmap.geodata import notebooks_dir

Run = Callable[..., tuple[int, str, str]]
OURS = {path.name: path.read_bytes() for path in notebooks_dir().glob("*.ipynb")}


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_missing_folder_is_made_and_told_what_to_run_next(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "my maps" / "notebooks"
    status, out, err = run("notebooks", folder)
    assert (status, err) == (0, "")
    assert held(folder) == OURS
    assert out == (f"Wrote {len(OURS)} notebooks to {folder}\nOpen them: jupyter lab '{folder}'\n")


def test_a_second_time_nothing_is_written(run: Run, tmp_path: Path) -> None:
    run("notebooks", tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    status, out, _ = run("notebooks", tmp_path)
    assert status == 0
    assert out.startswith(f"{len(OURS)} notebooks are in {tmp_path} already, as they came\n")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_only_what_is_missing_is_written_beside_what_is_there(run: Run, tmp_path: Path) -> None:
    run("notebooks", tmp_path)
    (tmp_path / "01_explore.ipynb").unlink()
    (tmp_path / "of my own.ipynb").write_text("kept")
    status, out, _ = run("notebooks", tmp_path)
    assert status == 0
    assert out.startswith(f"Wrote 1 notebook to {tmp_path}\n{len(OURS) - 1} notebooks are in ")
    assert held(tmp_path) == {**OURS, "of my own.ipynb": b"kept"}


def test_a_changed_notebook_stays_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "04_the_sea.ipynb").write_text("my work")
    status, out, err = run("notebooks", tmp_path)
    assert (status, out) == (2, "")
    assert err == (
        f"kurilmap: {tmp_path} holds notebooks that differ from ours: 04_the_sea.ipynb. Nothing "
        "was written. Name another folder, or use --force to replace them.\n"
    )
    assert held(tmp_path) == {"04_the_sea.ipynb": b"my work"}


def test_force_replaces_a_changed_notebook(run: Run, tmp_path: Path) -> None:
    (tmp_path / "04_the_sea.ipynb").write_text("my work")
    status, out, _ = run("notebooks", tmp_path, "--force")
    assert status == 0
    assert out.startswith(f"Wrote {len(OURS)} notebooks to ")
    assert held(tmp_path) == OURS


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_folder_of_a_notebooks_name_is_never_replaced(
    run: Run, tmp_path: Path, force: tuple[str, ...]
) -> None:
    (tmp_path / "01_explore.ipynb").mkdir()
    status, out, err = run("notebooks", tmp_path, *force)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "01_explore.ipynb" in err
    assert [path.name for path in tmp_path.iterdir()] == ["01_explore.ipynb"]


def test_no_folder_can_be_made_in_a_files_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    status, _, err = run("notebooks", tmp_path / "file" / "in it")
    assert status == 2
    assert "file is a file, not a folder" in err


def test_whoever_lacks_jupyterlab_is_told_how_to_get_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = importlib.machinery.ModuleSpec("there", None)
    lacking = {"jupyterlab", "anywidget"}
    monkeypatch.setattr(notebooks, "find_spec", lambda name: None if name in lacking else spec)
    _, out, _ = run("notebooks", tmp_path)
    assert out.endswith(
        "They need jupyterlab, anywidget: pip install 'kurilmap[notebook]', then open them: "
        f"jupyter lab {tmp_path}\n"
    )
