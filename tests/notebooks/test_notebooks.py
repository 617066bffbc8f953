"""The notebooks are short and clean, and in JupyterLab they run to their end without a network."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from playwright.sync_api import Page, expect

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


def run_all(lab: "Lab", open_page: "Opener", name: str) -> Page:
    """Open a notebook, run all its cells from the menu, and wait for the last one's end."""
    page = open_page(lab(name), allow="127.0.0.1", height=1000)
    page.set_default_timeout(90_000)
    # The Run menu belongs to what has the focus: without it, its items are there but disabled.
    page.locator(".jp-Notebook .jp-Cell").first.click()
    idle = page.get_by_text("Python 3 (ipykernel) | Idle")
    expect(idle).to_be_visible()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
    # A cell has its number once it has ended; after one that fails, the others have none.
    prompts = page.locator(".jp-Notebook .jp-CodeCell .jp-InputPrompt")
    failed = page.locator("[data-mime-type='application/vnd.jupyter.stderr']")
    ended = prompts.last.filter(has_text=re.compile(r"\d"))
    expect(ended.or_(failed).first).to_be_attached(timeout=90_000)
    assert failed.all_inner_texts() == []
    cells = nbformat.read(lab.folder / name, as_version=4).cells
    count = sum(cell.cell_type == "code" for cell in cells)
    assert prompts.all_inner_texts() == [f"[{number}]:" for number in range(1, count + 1)]
    expect(idle).to_be_visible()
    return page


def forget_the_labs_own(open_page: "Opener") -> None:
    """JupyterLab's own grumbling is not ours to test; what our frames say is."""
    open_page.problems[:] = [line for line in open_page.problems if "srcdoc" in line]


# The first one is run by the test of its maps.
@pytest.mark.parametrize("name", [path.name for path in NOTEBOOKS[1:]])
def test_it_runs_to_its_end_in_jupyterlab_without_a_network(
    lab: "Lab", open_page: "Opener", name: str
) -> None:
    page = run_all(lab, open_page, name)
    expect(page.get_by_text("Make this Notebook Trusted")).to_have_count(0)
    forget_the_labs_own(open_page)


def test_the_maps_of_the_first_one_show_in_jupyterlab_without_a_network(
    lab: "Lab", open_page: "Opener"
) -> None:
    page = run_all(lab, open_page, NOTEBOOKS[0].name)
    expect(page.locator(".jp-OutputArea-output", has_text="mine.html")).to_be_attached()
    maps = page.locator(".jp-OutputArea-output iframe")
    expect(maps).to_have_count(3)
    for number in range(3):
        maps.nth(number).scroll_into_view_if_needed()
        drawn = maps.nth(number).content_frame
        for unit in UNITS:
            expect(drawn.locator(f"path[data-unit^={unit}]").first).to_be_visible()
        expect(drawn.get_by_text("Make this Notebook Trusted")).to_have_count(0)
    expect(page.get_by_text("Make this Notebook Trusted")).to_have_count(0)
    forget_the_labs_own(open_page)
