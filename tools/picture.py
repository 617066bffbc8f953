"""Take the README's picture of the real overview page: ``python -m tools.picture``, in the venv."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import kurilmap as km
from tests.chromium import found

GOAL = Path(__file__).parent.parent / "docs" / "overview.png"


def main() -> None:
    """Write docs/overview.png."""
    browser = found()
    if browser is None:
        sys.exit("The picture needs Chromium or Chrome: run tools/browser.sh first.")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = km.save_html(
            km.overview_map(chosen="equal-area"), Path(folder) / "overview.html"
        )
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        page.goto(Path(page_file).as_uri())
        page.locator("path.km-cut").wait_for(state="attached")
        page.locator(".km-labels[data-placed]").wait_for(state="attached")
        page.screenshot(path=GOAL)
        chromium.close()


if __name__ == "__main__":
    main()
