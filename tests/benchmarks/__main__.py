"""`make bench` prints sizes and times of our pages and cuts, each beside a peer in the same run.

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
import numpy as np
import pandas as pd
import shapely
from playwright.sync_api import Browser, sync_playwright
from pyproj import Geod
from rich.console import Console
from rich.table import Table

import kurilmap as km
from tests.benchmarks.sea import sea

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
    console.print("Goal: the overview with all layers is at most 950 kB, 300 kB gzipped.\n")


def processes(console: Console, folder: Path) -> None:
    """Print how long whole processes take."""
    kurilmap = (sys.executable, "-m", "kurilmap")
    commands = {
        'python -c "import folium, geopandas"': (
            sys.executable,
            "-c",
            "import folium, geopandas",
        ),
        "import kurilmap, every public name": (
            sys.executable,
            "-c",
            "import kurilmap as km\nfor name in km.__all__: getattr(km, name)",
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
    console.print("Goal: map is at most 1.5 of the first, the import 1.05.")


def partitions(console: Console) -> None:
    """Print how long cuts, a sweep and comparisons take, beside shapely's own clip at each step."""
    base = km.scenario("status-quo")
    base.shares()
    table = Table("work", "time", "of the peer", title="Partitions, once loaded")
    # Every share is a new one: a cut that was solved once is not solved again.
    shares = iter(np.linspace(0.11, 0.89, 997))
    units = ("shikotan", "kunashiri", "etorofu")

    def cut(unit: str) -> None:
        base.cut(unit, share=float(next(shares)), holder="JP", rest="RU")

    times = {unit: median(lambda u=unit: cut(u), 25) for unit in units}
    for unit in units:
        peer = median(lambda u=unit: bisected(u, float(next(shares))), 3)
        table.add_row(
            f"a cut of {unit}", f"{1000 * times[unit]:.1f} ms", f"{times[unit] / peer:.3f}"
        )
    across = statistics.median(times.values())
    table.add_row("a cut, median of the three", f"{1000 * across:.1f} ms", "")

    def swept(start: float) -> float:
        began = time.perf_counter()
        km.sweep("etorofu", np.linspace(start, 0.99, 1000), bearing=start * 1000, progress=False)
        return time.perf_counter() - began

    taken = statistics.median(map(swept, (0.10, 0.11, 0.12)))
    peer = 1000 * times["etorofu"]
    table.add_row("a sweep of 1,000 cuts of etorofu", f"{taken:.2f} s", f"{taken / peer:.3f}")

    def compared() -> None:
        _ = km.compare(*(one.named(title="x") for one in km.scenarios().values())).table

    table.add_row(f"compare() of {len(km.scenarios())}", f"{1000 * median(compared):,.0f} ms", "")
    pair = ("two-islands-1956", "aso-quarter")
    text = km.save_html(km.comparison_map(*pair))
    single = km.save_html(km.overview_map(scenarios=pair))
    name = f"comparison page, {len(text) / 1000:,.0f} kB"
    taken = median(lambda: km.save_html(km.comparison_map(*pair)))
    table.add_row(name, f"{1000 * taken:,.0f} ms", f"{len(text) / len(single):.2f} of its bytes")
    console.print(table)
    console.print(
        "The peer: of a cut, bisection with shapely and pyproj to 1 m²; of the sweep, as many cuts "
        "one by one; of the page, one map of both. Goals: a cut is at most 20 ms (median of "
        "the three), a sweep 10 s.\n"
    )


def bisected(unit: str, share: float) -> float:
    """Cut a group along a meridian by bisection, as one would with shapely and pyproj alone."""
    geod = Geod(ellps="WGS84")
    whole = km.islands().loc[unit, "geometry"]
    target = share * abs(geod.geometry_area_perimeter(whole)[0])
    west, south, east, north = whole.bounds
    low, high = west, east
    for _ in range(60):
        middle = (low + high) / 2
        part = whole.intersection(shapely.box(west, south, middle, north))
        area = abs(geod.geometry_area_perimeter(part)[0])
        if abs(area - target) < 1:
            break
        low, high = (middle, high) if area < target else (low, middle)
    return middle


def main() -> None:
    """Print all tables."""
    console = Console(width=100)
    partitions(console)
    sea(console)
    with tempfile.TemporaryDirectory() as folder:
        pages(console, Path(folder))
        processes(console, Path(folder))


main()
