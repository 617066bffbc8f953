"""The command line in a process of its own, with one fault: ``driver.py FAULT ARGUMENT…``.

FAULT is JSON: ``memory`` and ``file`` limit bytes, ``die`` kills the process at that step of
writing, ``data`` is another folder than ``geo/``, ``sham`` writes short pages in the real
ones' place, and ``told`` is the file that gets the peak of memory in bytes.
"""

import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

SHAM = "<!DOCTYPE html>" + "x" * 200_000


def main(fault: dict[str, Any]) -> None:
    """Run what is left of the arguments."""
    for key, limit in (("memory", resource.RLIMIT_AS), ("file", resource.RLIMIT_FSIZE)):
        if key in fault:
            resource.setrlimit(limit, (fault[key], fault[key]))
    if "data" in fault:
        from kurilmap.geodata import store

        store.data_dir = lambda: Path(fault["data"])
    if fault.get("sham"):
        _write_shams()
    if "die" in fault:
        _die_at(fault["die"])

    from kurilmap.cli import main as run

    try:
        run()
    finally:
        if "told" in fault:
            Path(fault["told"]).write_text(str(peak()), encoding="utf-8")


def _write_shams() -> None:
    """Let the atlas write pages that take no time to make."""
    from kurilmap import atlas

    for name in ("overview_map", "timeline_map", "begin_with", "_linked"):
        setattr(atlas, name, lambda *_, **__: None)
    for name in ("to_html", "record_html", "index_html"):
        setattr(atlas, name, lambda *_, **__: SHAM)


def peak() -> int:
    """Return the most memory that this process has held, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would tell of the process that started this one as well
        words = status.read_text(encoding="ascii").split()
        return 1024 * int(words[words.index("VmHWM:") + 1])
    unit = 1 if sys.platform == "darwin" else 1024
    return unit * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _die_at(step: int) -> None:
    """Kill this process right before one of the calls that write: as a power cut would."""
    from kurilmap import files

    left = iter(range(step, -1, -1))

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*given: Any, **named: Any) -> Any:
            if next(left) == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*given, **named)

        return wrapped

    files.os = _Counted(os, counted)
    files.Path.replace = counted(files.Path.replace)


class _Counted:
    """The module ``os``, with each writing call counted."""

    def __init__(self, module: Any, counted: Callable[..., Any]) -> None:
        self._module = module
        self.open, self.fsync = counted(module.open), counted(module.fsync)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)


if __name__ == "__main__":
    FAULT = json.loads(sys.argv.pop(1))
    main(FAULT)
