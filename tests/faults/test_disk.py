"""A full disk, and what may not be written: one line tells of it, and nothing is left half."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import Figures
from tests.faults.running import Outcome, run, sums

OLD = "what was there"
# What each command writes, and how many bytes a disk has to spare: too few.
COMMANDS: dict[str, tuple[tuple[str, ...], int]] = {
    "a table": (("compare", "status-quo", "two-islands-1956", "--measures", "land area"), 60),
    "a page": (("map", "two-islands-1956"), 100_000),
    "a record": (("record",), 20_000),
    "a comparison": (("compare", "status-quo", "equal-area"), 300_000),
    "an atlas": (("atlas",), 400_000),
}
NAMES = {"a table": "x.csv"}
SAMPLE = ("a table",)


def chosen(full: bool) -> list[str]:
    return list(COMMANDS if full else SAMPLE)


def goal(name: str, folder: Path) -> tuple[object, ...]:
    """Return a command that writes over an old file in a folder."""
    arguments, _ = COMMANDS[name]
    file = folder / ("overview.html" if name == "an atlas" else NAMES.get(name, "x.html"))
    file.write_text(OLD, encoding="utf-8")
    return (*arguments, folder) if name == "an atlas" else (*arguments, "-o", file)


def assert_refused(found: Outcome, folder: Path, before: dict[str, str], reason: str) -> None:
    assert found.refused, found.err
    assert reason in found.err
    assert sums(folder) == before


def test_where_no_file_can_grow_the_old_one_stays(
    tmp_path: Path, full: bool, figures: Figures
) -> None:
    found = []
    for name in chosen(full):
        folder = tmp_path / name
        folder.mkdir()
        command, before = goal(name, folder), sums(folder)
        found.append(run(command, tmp_path, {"file": COMMANDS[name][1]}))
        assert_refused(found[-1], folder, before, "there is no space left in")
    figures.add("files limited to too few bytes (RLIMIT_FSIZE)", found)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB that is almost full, for root; for others, a folder that fills no disk."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk))
    mounted = os.geteuid() == 0 and _done(mount)
    yield disk
    if mounted:
        subprocess.run(("umount", str(disk)), check=True)


def test_on_a_full_disk_the_old_file_stays(
    small_disk: Path, tmp_path: Path, full: bool, figures: Figures
) -> None:
    mounted = small_disk.is_mount()
    found = []
    for name in chosen(full):
        for old in small_disk.iterdir():
            old.unlink()
        spare = COMMANDS[name][1]
        command = goal(name, small_disk)
        if mounted:
            fill(small_disk, spare)
        before = sums(small_disk)
        found.append(run(command, tmp_path, {} if mounted else {"file": spare}))
        assert_refused(found[-1], small_disk, before, "there is no space left in")
    how = "a full disk (tmpfs of 1 MB)" if mounted else "a full disk (no right to mount one: limit)"
    figures.add(how, found)


def _done(command: tuple[str, ...]) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def fill(disk: Path, spare: int) -> None:
    """Take the disk's space, but for a few bytes; space goes by pages of 4 kB."""
    status = os.statvfs(disk)
    pages = status.f_bavail - spare // status.f_frsize
    with (disk / "filler").open("wb") as file:
        file.write(b"\0" * max(pages, 0) * status.f_frsize)


def test_a_full_standard_output_is_one_line() -> None:
    with Path("/dev/full").open("w") as full_device:
        done = subprocess.run(
            (sys.executable, "-m", "kurilmap", "list"),
            stdout=full_device,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "kurilmap: Cannot write the output: No space left on device.\n"


def test_what_may_not_be_written_is_told_and_stays(
    tmp_path: Path, full: bool, figures: Figures
) -> None:
    found = []
    for name in chosen(full):
        for place in ("file", "folder"):
            folder = tmp_path / f"{name}, {place}"
            folder.mkdir()
            command, before = goal(name, folder), sums(folder)
            what = folder if place == "folder" else next(folder.iterdir())
            what.chmod(0o555 if place == "folder" else 0o444)
            found.append(run(command, tmp_path, ordinary=True))
            what.chmod(0o755)
            assert_refused(found[-1], folder, before, "you may not write to")
    figures.add("a file or its folder that is read-only", found)
