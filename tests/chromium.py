"""Where a Chromium or Chrome is: for the tests, the benchmarks and the picture in ``docs/``."""

import os
import shutil

# The headless shell is the same Chromium without its windows, and starts pages in half the time.
_NAMES = (
    "chromium-headless-shell",
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
)
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def found() -> str | None:
    """Return its path, of the one that KURILMAP_CHROMIUM names if set; None where there is none."""
    given = os.environ.get("KURILMAP_CHROMIUM")
    return next(filter(None, map(shutil.which, (given,) if given else (*_NAMES, *_MAC))), None)
