"""Runs the command line with a fault, and keeps what came of it."""

import ctypes
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MEMORY = 4_000_000_000
"""Bytes of address space that a process may take."""

LIMIT_S = 300
"""No command may take longer: it would hang."""

_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE = 24, 1


@dataclass(frozen=True)
class Outcome:
    """What came of one case: the exit status, stderr, seconds, and bytes of memory at the most."""

    status: int
    err: str
    seconds: float
    peak: int = 0

    @property
    def refused(self) -> bool:
        """Whether it is refused as it has to be: in one line of ours."""
        one_line = self.err.startswith("kurilmap: ") and self.err.count("\n") == 1
        return self.status == 2 and one_line and "Traceback" not in self.err


def start(
    arguments: Sequence[object], fault: dict[str, Any] | None = None, *, ordinary: bool = False
) -> subprocess.Popen[str]:
    """Start the command line with a fault; `ordinary` takes root's right to write anywhere away."""
    fault = {"memory": MEMORY, **(fault or {})}
    # -B: what Python compiles meets the fault too, and half a .pyc would stay for every later run.
    command = (sys.executable, "-B", "-m", "tests.faults.driver", json.dumps(fault))
    return subprocess.Popen(
        (*command, *map(str, arguments)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_as_ordinary if ordinary and os.geteuid() == 0 else None,  # noqa: PLW1509
    )


def run(
    arguments: Sequence[object],
    folder: Path,
    fault: dict[str, Any] | None = None,
    *,
    ordinary: bool = False,
) -> Outcome:
    """Run the command line to its end; `folder` is for what the driver tells."""
    told = folder / "peak"
    began = time.monotonic()
    process = start(arguments, {"told": str(told), **(fault or {})}, ordinary=ordinary)
    _, err = process.communicate(timeout=LIMIT_S)
    taken = time.monotonic() - began
    peak = int(told.read_text()) if told.exists() else 0
    told.unlink(missing_ok=True)
    return Outcome(process.returncode, err, taken, peak)


def sums(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file of a folder, hidden ones too."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.is_file()
    }


def _as_ordinary() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")
