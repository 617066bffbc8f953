"""The notebooks are short, clean, and show their maps in JupyterLab without a network.

That each runs top to bottom is nbmake's to show: pytest collects ``notebooks/`` itself.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from playwright.sync_api import expect

from kurilmap.geodata import UNITS, notebooks_dir

if TYPE_CHECKING:
    from tests.conftest import Opener

HERE = Path(__file__).parent
NOTEBOOKS = sorted(notebooks_dir().glob("*.ipynb"))
# No cell is taken out of the page while it is out of sight, and no news are asked for.
SETTINGS = {
    "notebook-extension/tracker": '{"windowingMode": "none"}',
    "apputils-extension/notification": '{"fetchNews": "false", "checkForUpdates": false}',
}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_it_is_under_twenty_cells_and_committed_without_outputs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert len(notebook.cells) < 20
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """Address of a JupyterLab on copies of the notebooks, whose kernels have no network."""
    folder = tmp_path / "notebooks"
    shutil.copytree(notebooks_dir(), folder, ignore=shutil.ignore_patterns("out", ".*"))
    for name, text in SETTINGS.items():
        path = tmp_path / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    path_of_kernels = (str(HERE / "offline"), os.getenv("PYTHONPATH"))
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, path_of_kernels)),
        "JUPYTER_CONFIG_DIR": str(tmp_path / "config"),
        "JUPYTER_DATA_DIR": str(tmp_path / "data"),
        "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(tmp_path / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(tmp_path / "workspaces"),
        "IPYTHONDIR": str(tmp_path / "ipython"),
    }
    port, token = free_port(), secrets.token_hex(16)
    arguments = (
        "--no-browser",
        "--allow-root",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={token}",
        "--LabApp.extension_manager=readonly",
        f"--ServerApp.root_dir={folder}",
    )
    with subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    ) as server:
        log = Log(server)
        try:
            log.wait_until_it_runs()
            yield f"http://127.0.0.1:{port}/lab/tree/01_explore.ipynb?token={token}"
        finally:
            server.terminate()
            server.wait(30)
            print("".join(log.lines))  # pytest shows it with a failure


class Log(threading.Thread):
    """Reads what a server says, and knows when it says that it runs."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        super().__init__(daemon=True)
        self.lines: list[str] = []
        self._server = server
        self._told = threading.Event()
        self._runs = False
        self.start()

    def run(self) -> None:
        for line in self._server.stderr or ():
            self.lines.append(line)
            if "is running at" in line:
                self._runs = True
                self._told.set()
        self._told.set()

    def wait_until_it_runs(self) -> None:
        self._told.wait(90)
        if not self._runs:
            pytest.fail("JupyterLab did not start:\n" + "".join(self.lines))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_its_map_shows_in_jupyterlab_without_a_network(lab: str, open_page: "Opener") -> None:
    page = open_page(lab, allow="127.0.0.1", height=1000)
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
