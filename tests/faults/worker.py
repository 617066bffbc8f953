"""Checks the files of a folder one after the other, as the command line does: ``worker.py FOLDER``.

One line of JSON a file: its name, the status, what was printed, and the seconds and memory it took.
"""

import contextlib
import io
import json
import resource
import signal
import sys
import time
import traceback
from pathlib import Path

from kurilmap.cli import main as command
from kurilmap.scenarios import Scenario
from tests.faults.driver import peak
from tests.faults.running import MEMORY

SECONDS = 20
"""No file may take longer."""


class Hang(BaseException):
    """A file that is not through in time."""


def main(folder: Path) -> None:
    """Check every file."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, _hang)
    for path in sorted(folder.iterdir()):
        out, err = io.StringIO(), io.StringIO()
        began = time.monotonic()
        signal.alarm(SECONDS)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = _status(path)
        signal.alarm(0)
        told = {"name": path.name, "status": status, "out": out.getvalue(), "err": err.getvalue()}
        told |= {"seconds": time.monotonic() - began, "peak": peak()}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def _status(path: Path) -> int | str:
    sys.argv = ["kurilmap", "check", str(path)]
    try:
        command()
    except SystemExit as stop:
        if stop.code == 0:
            _read_again(path)
        return int(stop.code or 0)
    except BaseException:
        return traceback.format_exc()
    return 0


def _read_again(path: Path) -> None:
    """Write a scenario that was taken, and read it: it has to be the same."""
    read = Scenario.from_toml if path.suffix == ".toml" else Scenario.from_geojson
    made = read(path)
    copy = path.with_suffix(".copy")
    made.to_toml(copy)
    if Scenario.from_toml(copy) != made:
        raise AssertionError(f"{path} is another scenario when it is read again")
    copy.unlink()


def _hang(*_: object) -> None:
    raise Hang


if __name__ == "__main__":
    main(Path(sys.argv[1]))
