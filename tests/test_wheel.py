"""The sdist builds the wheel; the wheel carries its data and works from any folder."""

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built out of it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    return next(dist.glob("kurilmap-*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Run a Python that has the wheel alone, in a folder that holds nothing of the checkout."""
    installed = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(*arguments: str, folder: Path = elsewhere) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_the_sdist_carries_what_builds_and_tests_the_package(dist: Path) -> None:
    with tarfile.open(next(dist.glob("kurilmap-*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    folders = ("docs", "geo", "kurilmap", "notebooks", "requirements", "tests", "tools")
    there = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    passing = {".ipynb_checkpoints", "__pycache__", "out"}
    wanted = {p.relative_to(ROOT).as_posix() for p in there if not passing & set(p.parts)}
    wanted |= {"Makefile", "conftest.py", "pyproject.toml", "README.md", "LICENSE"}
    assert wanted <= names


def test_it_carries_all_data_and_notebooks_and_no_build_scripts(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    listed = (ROOT / "geo" / "checksums.txt").read_text(encoding="utf-8").splitlines()
    for line in listed:
        assert f"kurilmap/_bundled/geo/{line.split(maxsplit=1)[1]}" in names
    for notebook in (ROOT / "notebooks").glob("*.ipynb"):
        assert f"kurilmap/_bundled/notebooks/{notebook.name}" in names
    assert not [name for name in names if "/build/" in name or name.startswith(("geo", "tests"))]
    assert [name for name in names if name.endswith("licenses/geo/LICENSE.ODbL")]


def test_it_finds_its_data_outside_the_checkout(python: Callable[..., str]) -> None:
    code = "import kurilmap as km, kurilmap.geodata as g; print(g.data_dir(), len(km.islands()))"
    folder, count = python("-c", code).rsplit(maxsplit=1)
    assert Path(folder).parts[-3:] == ("kurilmap", "_bundled", "geo")
    assert str(ROOT) not in folder
    assert count == "4"


def test_its_names_and_commands_work_outside_the_checkout(python: Callable[..., str]) -> None:
    said = python(str(ROOT / "tools" / "smoke.py"), "--quick")
    assert str(ROOT) not in said
    assert said.startswith("kurilmap ")


def test_python_in_the_checkouts_root_uses_the_checkouts_data() -> None:
    code = "import kurilmap.geodata as g; print(g.data_dir())"
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=clean,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == ROOT / "geo"
