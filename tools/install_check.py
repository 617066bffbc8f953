"""Try the wheel in empty environments: each Python here, the oldest and the latest dependencies.

``python tools/install_check.py UV WHEEL [PYTHON…]``; without a Python, every one from 3.11 up that
is on the path or among pyenv's. What is installed is what pyproject.toml admits, no pin of ours.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MINORS = range(11, 20)
RESOLUTIONS = ("lowest-direct", "highest")


def pythons() -> list[str]:
    """Return one interpreter of each minor version that runs."""
    found: dict[str, str] = {}
    pyenv = sorted(Path.home().glob(".pyenv/versions/3.*/bin/python"))
    for given in [*(shutil.which(f"python3.{minor}") for minor in MINORS), *map(str, pyenv)]:
        version = given and told(given, "import sys; print('%d.%d' % sys.version_info[:2])")
        if version and int(version.partition(".")[2]) in MINORS:
            found.setdefault(version, str(given))
    return [found[version] for version in sorted(found, key=lambda one: int(one.split(".")[1]))]


def told(python: str, code: str) -> str:
    """Return what an interpreter prints; nothing where it is a shim that leads nowhere."""
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip() if done.returncode == 0 else ""


def check(uv: str, wheel: str, python: str, resolution: str) -> str:
    """Install into an environment of its own and use it; return what went wrong, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        own = f"{folder}/venv/bin/python"
        install = (uv, "pip", "install", "--quiet", "--python", own)
        for command in (
            (uv, "venv", "--quiet", "--no-python-downloads", "--python", python, f"{folder}/venv"),
            # Of a wheel's own dependencies uv calls none direct: they are read from pyproject.toml.
            (*install, "--resolution", resolution, "--extra", "notebook", "--extra", "plugins",
             "-r", str(ROOT / "pyproject.toml")),
            (*install, "--no-deps", wheel),
            (own, "-I", str(ROOT / "tools" / "smoke.py")),
        ):  # fmt: skip
            done = subprocess.run(  # noqa: S603 - what is run stands above
                command, cwd=folder, capture_output=True, text=True, check=False
            )
            if done.returncode:
                return f"{' '.join(command)}\n{done.stdout[-4000:]}{done.stderr[-4000:]}"
    return ""


def main() -> None:
    """Check every pair; the status tells whether all of them work."""
    uv, wheel, *given = sys.argv[1:]
    uv, wheel = str(Path(uv).absolute()), str(Path(wheel).absolute())
    failed = False
    for python in given or pythons():
        version = told(python, "import platform; print(platform.python_version())")
        for resolution in RESOLUTIONS:
            start = time.monotonic()
            wrong = check(uv, wheel, python, resolution)
            failed = failed or bool(wrong)
            print(
                f"Python {version or python}, {resolution}: {'FAILS' if wrong else 'works'} "
                f"({time.monotonic() - start:.0f} s)\n{wrong}",
                end="",
                flush=True,
            )
    sys.exit(failed)


if __name__ == "__main__":
    main()
