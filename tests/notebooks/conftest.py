"""A JupyterLab for the tests of a file, on the notebooks that `kurilmap notebooks` gives."""

import os
import secrets
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kurilmap.cli.notebooks import copied

HERE = Path(__file__).parent
# No cell is taken out of the page while it is out of sight, and no news are asked for.
SETTINGS = {
    "notebook-extension/tracker": '{"windowingMode": "none"}',
    "apputils-extension/notification": '{"fetchNews": "false", "checkForUpdates": false}',
}


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab.

    Attributes
    ----------
    folder : Path
        With the notebooks.
    address : str
        Of one of them, with ``{name}`` for its name and ``{place}`` for a workspace of its own:
        JupyterLab opens again what another page had left open in the same.
    """

    folder: Path
    address: str

    def __call__(self, name: str) -> str:
        """Return the address of a notebook."""
        return self.address.format(name=name, place=name.removesuffix(".ipynb"))


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Lab"]:
    """A JupyterLab on copies of the notebooks, whose kernels have no network."""
    tmp_path = tmp_path_factory.mktemp("lab")
    folder = tmp_path / "notebooks"
    assert len(list(copied(str(folder)))) == 2  # what was written, and what to run next
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
            address = f"http://127.0.0.1:{port}/lab/workspaces/{{place}}/tree/{{name}}"
            yield Lab(folder, f"{address}?token={token}")
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
