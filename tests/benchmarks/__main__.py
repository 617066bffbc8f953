"""`make bench` prints sizes and times of our pages beside GeoDataFrame.explore().

Nothing is asserted.
Every time is the median of a few runs on this machine; the first run warms the caches. The rival is
``explore()`` on the same outlines and the same coast, inlined for offline use with all that
folium links.
"""

import gzip
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

import kurilmap as km

RUNS = 5
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The time from the start of the navigation to the frame in which every path is there.
_DRAWN = """(least) => new Promise((resolve) => {
  const look = () => document.querySelectorAll("svg path[d]").length >= least
    ? resolve(performance.now()) : requestAnimationFrame(look);
  look();
})"""


@dataclass(frozen=True)
class Subject:
    """A page to measure: how it is built, and how many paths it draws at least."""

    name: str
    build: Callable[[], str]
    paths: int


def overview() -> str:
    """Return our overview page."""
    return km.save_html(km.overview_map())


def outlines() -> gpd.GeoDataFrame:
    """Return what the rival draws: the islands and the light coast, nothing else."""
    islands = km.islands(by="island")[["name_en", "geometry"]]
    coast = km.coast("light")[["name_en", "geometry"]]
    return pd.concat([islands, coast])


def explored() -> str:
    """Return explore()'s page, inlined."""
    return km.save_html(outlines().explore(tiles=None))


def median(action: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median of some runs, in seconds, after one to warm up."""
    action()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def drawn(browser: Browser, path: Path, paths: int) -> float:
    """Return the milliseconds from navigation to drawn paths, every host blocked."""
    times = []
    for _ in range(RUNS):
        context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.goto(path.as_uri(), wait_until="commit")
        times.append(page.evaluate(_DRAWN, paths))
        context.close()
    return statistics.median(times)


def pages(console: Console, folder: Path) -> None:
    """Print sizes, build times and times to drawn paths."""
    table = Table("page", "size", "gzipped", "build", "drawn", title="One page, all inlined")
    chromium = next(filter(None, map(shutil.which, _NAMES)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        for subject in (
            Subject(
                "kurilmap overview, all layers and scenarios", overview, len(km.islands("island"))
            ),
            Subject("explore(), outlines alone", explored, len(outlines())),
        ):
            text = subject.build().encode()
            path = folder / f"{len(table.rows)}.html"
            path.write_bytes(text)
            table.add_row(
                subject.name,
                f"{len(text) / 1000:,.0f} kB",
                f"{len(gzip.compress(text, 9, mtime=0)) / 1000:,.0f} kB",
                f"{1000 * median(subject.build):,.0f} ms",
                f"{drawn(browser, path, subject.paths):,.0f} ms",
            )
        browser.close()
    console.print(table)
    console.print("Goal: the overview is at most 600 kB, 180 kB gzipped.\n")


def processes(console: Console, folder: Path) -> None:
    """Print how long whole processes take."""
    kurilmap = (sys.executable, "-m", "kurilmap")
    commands = {
        'python -c "import folium, geopandas"': (
            sys.executable,
            "-c",
            "import folium, geopandas",
        ),
        "kurilmap map two-islands-1956 -o x.html": (
            *kurilmap,
            "map",
            "two-islands-1956",
            "-o",
            str(folder / "x.html"),
        ),
        "kurilmap list": (*kurilmap, "list"),
        "kurilmap --help": (*kurilmap, "--help"),
    }
    table = Table("whole process", "time", "of the first", title="Command line")
    first = None
    for name, command in commands.items():
        taken = median(lambda c=command: subprocess.run(c, check=True, capture_output=True))
        first = first or taken
        table.add_row(name, f"{taken:.2f} s", f"{taken / first:.2f}")
    console.print(table)
    console.print("Goal: map is at most 1.5 of the first.")


def main() -> None:
    """Print all tables."""
    console = Console(width=100)
    with tempfile.TemporaryDirectory() as folder:
        pages(console, Path(folder))
        processes(console, Path(folder))


main()
