"""When a page shows its first islands, and when it can be used: ours beside ``explore()``."""

import statistics
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

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
        page.wait_for_function("kmSeen.first > 0 && kmSeen.live > 0")
        times.append(page.evaluate("[kmSeen.first, kmSeen.live]"))
        context.close()
    return Seen(*map(statistics.median, zip(*times, strict=True)))
