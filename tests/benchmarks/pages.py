"""Sizes of pages, and times to build them and to their drawn paths, beside two peers."""

import gzip
import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import kurilmap as km
from kurilmap.geodata import island_shapes
from tests.benchmarks.dense import densified
from tests.benchmarks.timing import RUNS, median
from tests.chromium import found
from tests.tables import Table, Tables

CORNERS = (7_000, 50_000)
# The time from the start of the navigation to the frame in which every path is there.
_DRAWN = """(least) => new Promise((resolve, reject) => {
  const look = () => {
    const found = document.querySelectorAll(".leaflet-pane svg path[d]").length;
    if (found >= least) resolve(performance.now());
    else if (performance.now() < 60_000) requestAnimationFrame(look);
    else reject(new Error(`${found} paths were drawn in a minute, ${least} were awaited`));
  };
  look();
})"""
_HEADS = ("page", "size", "gzipped", "build and save", "drawn")
_TOOLS = {
    "kurilmap": "kurilmap",
    "folium": "folium.GeoJson",
    "explore": "explore()",
}
_NOTE = (
    "The islands alone, whole and inlined, under the status quo or under the whole catalogue, "
    "their shores with corners put in between. folium gets a GeoJson layer a scenario, explore() a "
    "call a scenario, both the pieces ready made. In brackets: times what ours takes."
)


@dataclass(frozen=True)
class Measured:
    """What one page takes: bytes, gzipped bytes, seconds to build, milliseconds to paths."""

    size: float
    packed: float
    build: float
    drawn: float


def overview(tables: Tables, folder: Path) -> None:
    """Show what our heaviest page takes."""
    note = "Goal: the overview with all layers is at most 950 kB, 300 kB gzipped."
    table = Table("The overview, all inlined", _HEADS, note)

    def build() -> str:
        return km.save_html(km.overview_map())

    with chromium() as browser:
        text = build()
        (folder / "overview.html").write_text(text, encoding="utf-8")
        found = measured(browser, folder / "overview.html", least_paths(), median(build))
    table.add("kurilmap overview, all layers and scenarios", *_cells(found))
    tables.show(table)


def pages(tables: Tables, folder: Path) -> None:
    """Show the same outlines in three tools, with the corners they have and with more."""
    paths = least_paths()
    before: dict[str, Measured] = {}
    with chromium() as browser:
        for data in (densified(folder, corners) for corners in CORNERS):
            after, corners = {}, 0
            for kind in (f"{tool} {what}" for what in ("one", "all") for tool in _TOOLS):
                page = folder / "page.html"
                told = _built(kind, data, page)
                corners = told["corners"]
                after[kind] = measured(browser, page, paths, told["seconds"])
            title = f"The same outlines, {corners:,} corners"
            tables.show(_table(title, after))
            if before:
                tables.show(_growth(before, after))
            before = after


def least_paths() -> int:
    """Return how many pieces of land there are at least: each island, but no low-tide elevation."""
    return sum(island.is_land for island in island_shapes())


def _table(title: str, found: dict[str, Measured]) -> Table:
    table = Table(title, _HEADS, _NOTE)
    for kind, each in found.items():
        what = kind.partition(" ")[2]
        table.add(_name(kind), *_cells(each, found[f"kurilmap {what}"]))
    return table


def _growth(before: dict[str, Measured], after: dict[str, Measured]) -> Table:
    note = "How many times what it was with the first number of corners."
    table = Table("Growth from the first to the second", _HEADS, note)
    for kind, last in after.items():
        first = before[kind]
        ratios = (getattr(last, each) / getattr(first, each) for each in vars(first))
        table.add(_name(kind), *(f"{ratio:.1f}" for ratio in ratios))
    return table


def _name(kind: str) -> str:
    tool, _, what = kind.partition(" ")
    many = "one scenario" if what == "one" else f"all {len(km.scenarios())}"
    return f"{_TOOLS[tool]}: {many}"


def _cells(found: Measured, ours: Measured | None = None) -> list[str]:
    told = (
        f"{found.size / 1000:,.0f} kB",
        f"{found.packed / 1000:,.0f} kB",
        f"{1000 * found.build:,.0f} ms",
        f"{found.drawn:,.0f} ms",
    )
    if ours in (None, found):
        return list(told)
    ratios = (getattr(found, each) / getattr(ours, each) for each in vars(found))
    return [f"{cell} ({ratio:.1f})" for cell, ratio in zip(told, ratios, strict=True)]


def _built(kind: str, data: Path, page: Path) -> dict[str, float]:
    command = (sys.executable, "-m", "tests.benchmarks.subject", kind, str(data), str(page))
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def measured(browser: Browser, page: Path, paths: int, build: float) -> Measured:
    """Return what a page that is built takes; its size and its way to the screen are measured."""
    content = page.read_bytes()
    packed = len(gzip.compress(content, 9, mtime=0))
    return Measured(len(content), packed, build, drawn(browser, page, paths))


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


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser, and close it at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=["--no-sandbox"])
        yield browser
        browser.close()
