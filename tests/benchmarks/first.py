"""When a page shows its first islands, and when it can be used: ours beside ``explore()``."""

import statistics
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from playwright.sync_api import Browser

import kurilmap as km
from tests.benchmarks.pages import chromium
from tests.tables import Table, Tables

RUNS = 10
# Both in milliseconds from the start of the navigation, at the end of the frame that drew them:
# outlines of any kind, the still picture's among them, and those of the live map.
_WATCH = """window.kmSeen = {};
const drawn = { first: () => document.querySelectorAll(
    ".km-sketch [data-zoom] use, .leaflet-pane svg path[d]").length,
  live: () => document.querySelectorAll(".leaflet-pane svg path[d]").length };
const look = () => {
  for (const [name, count] of Object.entries(drawn)) {
    if (kmSeen[name] === undefined && count() > 0) {
      kmSeen[name] = null;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { kmSeen[name] = performance.now(); };
      channel.port2.postMessage(null);
    }
  }
  if (!kmSeen.live) requestAnimationFrame(look);
};
requestAnimationFrame(look);"""
_TIMES = """() => new Promise((resolve) => {
  const look = () => kmSeen.first && kmSeen.live
    ? resolve([kmSeen.first, kmSeen.live]) : requestAnimationFrame(look);
  look();
})"""


@dataclass(frozen=True)
class Seen:
    """Medians in milliseconds.

    Attributes
    ----------
    first : float
        To the first outlines of islands.
    live : float
        To those that can be pointed at.
    """

    first: float
    live: float


def seen(browser: Browser, path: Path) -> Seen:
    """Return the times of a page, every host blocked."""
    times = []
    for _ in range(RUNS):
        context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.add_init_script(_WATCH)
        page.goto(path.as_uri(), wait_until="commit")
        times.append(page.evaluate(_TIMES))
        context.close()
    return Seen(*map(statistics.median, zip(*times, strict=True)))


def first(tables: Tables, folder: Path) -> None:
    """Show when our heaviest page and explore()'s of the outlines alone show islands."""
    heads = ("page", "first islands", "live islands")
    note = "Goal: first islands in at most 0.6 times explore()'s. In brackets: times what it takes."
    table = Table("From navigation to islands, medians of 10", heads, note)
    outlines = pd.concat(
        [
            km.islands(by="island")[["name_en", "geometry"]],
            km.coast("light")[["name_en", "geometry"]],
        ]
    )
    made = {
        "explore(), outlines alone": lambda: outlines.explore(tiles=None),
        "kurilmap overview, all layers and scenarios": km.overview_map,
    }
    with chromium() as browser:
        peer = None
        for name, build in made.items():
            found = seen(browser, km.save_html(build(), folder / "first.html"))
            peer = peer or found
            pairs = ((found.first, peer.first), (found.live, peer.live))
            table.add(name, *(f"{ours:,.0f} ms ({ours / its:.2f})" for ours, its in pairs))
    tables.show(table)
