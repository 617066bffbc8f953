"""Use an installed kurilmap as somebody would who has no checkout: names, commands, doctests.

``python tools/smoke.py``, not in the checkout's root; ``--quick`` leaves out what takes long
(the doctests, the atlas, the notebooks). It needs nothing but kurilmap and, in full, its extra
``notebook``; what fails ends it with a traceback or a failed doctest.
"""

import doctest
import os
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import kurilmap as km
from kurilmap.geodata import data_dir

FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def modules() -> Iterator[str]:
    """Yield the name of every module of the package."""
    for found in pkgutil.walk_packages(km.__path__, "kurilmap."):
        if found.name != "kurilmap.__main__":
            yield found.name


def command(*arguments: str) -> str:
    """Run the command line, which must end well and complain of nothing; return what it printed."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "kurilmap", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    if done.returncode or done.stderr:
        sys.exit(f"kurilmap {' '.join(arguments)}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def use(folder: Path) -> None:
    """Run the light commands, each for what it writes."""
    page, table, own = (str(folder / name) for name in ("page.html", "table.csv", "own.toml"))
    land = str(folder / "land.gpkg")
    km.scenario("equal-area").to_toml(own)
    for arguments, told in (
        (("list",), "two-islands-1956"),
        (("show", "equal-area"), "km²"),
        (("check", own), "own.toml"),
        (("map", "two-islands-1956", own, "-o", page), "Wrote"),
        (("compare", "two-islands-1956", own, "-o", table), "Wrote"),
        (("export", own, "-o", land), "Wrote"),
        (("record",), "Does not hold"),
        (("notebooks", str(folder / "notebooks")), "Wrote"),
    ):
        if told not in command(*arguments):
            sys.exit(f"kurilmap {' '.join(arguments)} does not tell {told!r}.")


def use_all(folder: Path) -> None:
    """Run every doctest, the atlas, and every notebook from its first cell to its last."""
    failed = sum(doctest.testmod(import_module(one), optionflags=FLAGS).failed for one in modules())
    if failed:
        sys.exit(f"{failed} examples of docstrings fail.")
    command("atlas", str(folder / "atlas"))
    for notebook in sorted((folder / "notebooks").glob("*.ipynb")):
        subprocess.run(  # noqa: S603 - our own notebooks
            [sys.executable, "-m", "jupyter", "execute", str(notebook)],
            check=True,
        )


def main() -> None:
    """Use the package; say at the end which one it was."""
    if data_dir().parent.name != "_bundled":
        sys.exit(f"This is a checkout, not an installed package: its data are in {data_dir()}.")
    for name in km.__all__:
        getattr(km, name)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KURILMAP_CACHE"] = str(Path(folder) / "cache")
        use(Path(folder))
        if "--quick" not in sys.argv:
            use_all(Path(folder))
    print(f"kurilmap {km.__version__} works from {Path(km.__file__).parent}")


if __name__ == "__main__":
    main()
