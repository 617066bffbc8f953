"""km.explore() in JupyterLab: page and kernel tell each other what is chosen."""

import re
from typing import TYPE_CHECKING

import nbformat
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.own import slide
from tests.browser.test_draw import ACROSS

if TYPE_CHECKING:
    from tests.conftest import Opener
    from tests.notebooks.conftest import Lab

SHOW = """import kurilmap as km
panel = km.explore("aso-quarter")
panel"""
TELL = """print("share", panel.share, "of", panel.scenario.id)
etorofu = panel.table.query("unit == 'etorofu'").set_index("holder")["area_km2"]
print("Japan", round(float(etorofu["JP"] / etorofu.sum()), 4), "view", panel.view)"""
SET = """panel.scenario_id = "equal-area"
panel.lang = 'ru'"""
DRAWN = """shape = panel.drawn["features"][0]["geometry"] if panel.drawn else {}
print("drawn", shape.get("type"), len(shape.get("coordinates", ())))
print("cuts", [rule.unit for rule in panel.scenario.cuts if rule.line])"""
SLOW = 90_000
PLACE = """(map, [lon, lat]) => {
  const { x, y } = window[map.id].latLngToContainerPoint([lat, lon]);
  return { x, y };
}"""


@pytest.fixture
def page(lab: "Lab", open_page: "Opener") -> Page:
    cells = [nbformat.v4.new_code_cell(text) for text in (SHOW, TELL, SET, DRAWN)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, lab.folder / "panel.ipynb")
    page = open_page(lab("panel.ipynb"), allow="127.0.0.1", height=1000)
    page.set_default_timeout(SLOW)
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=SLOW)
    return page


def run(page: Page, text: str) -> Locator:
    """Run the cell that holds a text, and return what it put out once it has ended."""
    cell = page.locator(".jp-Notebook .jp-Cell").nth((SHOW, TELL, SET, DRAWN).index(text))
    prompt = cell.locator(".jp-InputPrompt")
    before = prompt.inner_text()
    # Keys belong to the cell that is active; the first click may only leave the page in its frame.
    for _ in range(5):
        cell.locator(".jp-InputPrompt").click()
        if "jp-mod-active" in (cell.get_attribute("class") or ""):
            break
    page.keyboard.press("Control+Enter")
    expect(prompt).to_have_text(re.compile(rf"^(?!{re.escape(before)}$)\[\d+\]:$"), timeout=SLOW)
    return cell.locator(".jp-OutputArea")


def run_until(page: Page, text: str, told: str) -> str:
    """Run a cell until it tells something: the page speaks a moment after the last move."""
    for _ in range(20):
        said: str = run(page, text).inner_text()
        if told in said:
            return said
    pytest.fail(f"{told!r} was not told, but {said!r}")


def test_the_slider_moves_a_line_is_drawn_and_the_kernel_knows_of_both(
    page: Page, open_page: "Opener"
) -> None:
    run(page, SHOW)
    frame = page.frame_locator(".jp-OutputArea-output iframe")
    slider = frame.get_by_role("slider").first
    expect(slider).to_have_value("25", timeout=SLOW)

    slide(slider, 40)
    expect(frame.locator("path.km-live")).to_have_count(2)
    expect(frame.locator(".km-table tr[data-holder=JP]")).to_contain_text("3,100 km²")
    said = run_until(page, TELL, "share 0.4 of aso-quarter-changed")
    assert "Japan 0.4 view {" in said

    frame.locator(".km-drawer > details > summary").click()
    frame.get_by_role("button", name="Draw a line").click()
    the_map = frame.locator(".folium-map")
    for number, point in enumerate(ACROSS, start=1):
        the_map.click(position=the_map.evaluate(PLACE, point))
        expect(frame.locator(".km-drawer")).to_contain_text(f"Points: {number}")
    frame.get_by_role("button", name="Finish").click()
    expect(frame.locator(".km-drawer")).to_contain_text("what this line would divide")
    said = run_until(page, DRAWN, "drawn LineString 2")
    assert "cuts ['etorofu']" in said

    zoom = re.search(r"'zoom': ([0-9.]+)", run(page, TELL).inner_text())
    assert zoom is not None
    closer = f"'zoom': {float(zoom[1]) + 1:g}"
    frame.locator(".leaflet-control-zoom-in").click()
    run_until(page, TELL, closer)
    run(page, SET)
    expect(frame.locator("html")).to_have_attribute("lang", "ru", timeout=SLOW)
    expect(frame.locator("#km-choice-equal-area")).to_be_checked()
    # Choice, drawing and view are as before, in another language.
    expect(frame.locator("path.km-drawn")).to_be_visible()
    run_until(page, TELL, closer)

    # JupyterLab's own grumbling is not ours to test; what our frames say is.
    open_page.problems[:] = [line for line in open_page.problems if "srcdoc" in line]
