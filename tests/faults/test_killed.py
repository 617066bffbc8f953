"""A process that is killed, and two at once: each file is the old one or the new one, whole."""

import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.faults.conftest import Figures
from tests.faults.running import LIMIT_S, Outcome, run, start, sums

SEED = 1956
FOREIGN = "notes.txt"
STEPS = 3 * 19  # opened, written through to the disk, renamed: for each page of the atlas


@pytest.fixture(scope="module")
def fault(full: bool) -> dict[str, bool]:
    """A sample writes short pages: it is the writing that is looked at."""
    return {} if full else {"sham": True}


@pytest.fixture(scope="module")
def whole(
    tmp_path_factory: pytest.TempPathFactory, fault: dict[str, bool]
) -> tuple[dict[str, str], float]:
    """What an undisturbed run writes, and the seconds that it takes."""
    folder = tmp_path_factory.mktemp("whole")
    found = run(("atlas", folder / "atlas"), folder, fault)
    assert found.status == 0, found.err
    made = sums(folder / "atlas")
    assert 3 * len(made) == STEPS
    return made, found.seconds


def old_folder(folder: Path, names: list[str]) -> dict[str, str]:
    """Make a folder with an older atlas, half of its pages, and somebody's file."""
    folder.mkdir()
    for name in (FOREIGN, *names[::2]):
        (folder / name).write_text(f"old {name}", encoding="utf-8")
    return sums(folder)


def assert_old_or_new(folder: Path, before: dict[str, str], whole: dict[str, str]) -> None:
    for name, digest in sums(folder).items():
        if not name.startswith(".kurilmap-"):  # what a killed process cannot take away
            assert digest in (before.get(name), whole.get(name)), name
    assert set(before) <= set(sums(folder))


def test_killed_at_any_step_of_writing_it_leaves_old_or_new(
    tmp_path: Path,
    full: bool,
    fault: dict[str, bool],
    whole: tuple[dict[str, str], float],
    figures: Figures,
) -> None:
    made, _ = whole
    steps = random.Random(SEED).sample(range(STEPS), 10 if full else 2)
    found = []
    for step in steps:
        folder = tmp_path / str(step)
        before = old_folder(folder, list(made))
        found.append(run(("atlas", folder), tmp_path, {**fault, "die": step}))
        assert found[-1].status == -signal.SIGKILL
        assert_old_or_new(folder, before, made)
        # Pages are renamed one after the other, the index last: till then, it is the old one.
        renamed = max(0, step - STEPS * 2 // 3)
        assert sum(sums(folder).get(name) == digest for name, digest in made.items()) == renamed
    figures.add("killed at a step of writing an atlas", found)


def test_killed_at_any_time_it_leaves_old_or_new(
    tmp_path: Path,
    full: bool,
    fault: dict[str, bool],
    whole: tuple[dict[str, str], float],
    figures: Figures,
) -> None:
    made, usual = whole
    chance = random.Random(SEED)
    found = []
    for case in range(10 if full else 1):
        folder = tmp_path / str(case)
        before = old_folder(folder, list(made))
        began = time.monotonic()
        process = start(("atlas", folder), fault)
        # It may be done by then: that is one of the times at which a kill can come.
        try:
            process.wait(timeout=chance.uniform(0, 1.1 * usual))
        except subprocess.TimeoutExpired:
            process.kill()
        _, err = process.communicate(timeout=LIMIT_S)
        found.append(Outcome(process.returncode, err, time.monotonic() - began))
        assert process.returncode in (0, -signal.SIGKILL), err
        assert_old_or_new(folder, before, made)
    figures.add("killed at a moment of an atlas", found)


def test_two_runs_into_one_folder_leave_one_whole_atlas(
    tmp_path: Path, fault: dict[str, bool], whole: tuple[dict[str, str], float], figures: Figures
) -> None:
    made, _ = whole
    began = time.monotonic()
    both = [start(("atlas", tmp_path / "atlas"), fault) for _ in range(2)]
    errors = [process.communicate(timeout=LIMIT_S)[1] for process in both]
    taken = time.monotonic() - began
    assert [(process.returncode, err) for process, err in zip(both, errors, strict=True)] == [
        (0, ""),
        (0, ""),
    ]
    assert sums(tmp_path / "atlas") == made
    figures.add("two runs into one folder at once", [Outcome(0, err, taken) for err in errors])
