"""The notebooks are short, clean, and show their maps in JupyterLab without a network.

That each runs top to bottom is nbmake's to show: pytest collects ``notebooks/`` itself.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from playwright.sync_api import expect

from kurilmap.geodata import UNITS, notebooks_dir

if TYPE_CHECKING:
    from tests.conftest import Opener
    from tests.notebooks.conftest import Lab

NOTEBOOKS = sorted(notebooks_dir().glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_it_is_under_twenty_cells_and_committed_without_outputs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert len(notebook.cells) < 20
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


def test_its_map_shows_in_jupyterlab_without_a_network(lab: "Lab", open_page: "Opener") -> None:
    page = open_page(lab("01_explore.ipynb"), allow="127.0.0.1", height=1000)
    page.set_default_timeout(90_000)
    # The Run menu belongs to what has the focus: without it, its items are there but disabled.
    page.locator(".jp-Notebook .jp-Cell").first.click()
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
    # The last cell names the page that it wrote: all cells before it have run.
    failed = page.locator("[data-mime-type='application/vnd.jupyter.stderr']")
    written = page.locator(".jp-OutputArea-output", has_text="mine.html")
    expect(written.or_(failed).first).to_be_attached(timeout=90_000)
    assert failed.all_inner_texts() == []

    maps = page.locator(".jp-OutputArea-output iframe")
    expect(maps).to_have_count(3)
    for number in range(3):
        maps.nth(number).scroll_into_view_if_needed()
        drawn = maps.nth(number).content_frame
        for unit in UNITS:
            expect(drawn.locator(f"path[data-unit^={unit}]").first).to_be_visible()
        expect(drawn.get_by_text("Make this Notebook Trusted")).to_have_count(0)
    expect(page.get_by_text("Make this Notebook Trusted")).to_have_count(0)

    # JupyterLab's own grumbling is not ours to test; what our frames say is.
    open_page.problems[:] = [line for line in open_page.problems if "srcdoc" in line]
