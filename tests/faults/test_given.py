"""Files that are given: cut off anywhere, or changed at random, each is taken or refused."""

import json
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.faults.conftest import Figures
from tests.faults.mutate import examples, mutants
from tests.faults.running import Outcome

ROOT = Path(__file__).parents[2]
EXAMPLES = examples(ROOT)
SEED = 2006
MOST_MEMORY = 700_000_000
"""Bytes: what the kit itself takes with all that it loads, and some for a file of 5 MB."""

LIMIT_S = 3600
A_FOLDER = 1000


def check(files: Mapping[str, bytes], folder: Path) -> list[Outcome]:
    """Let the command line look at files, a thousand a process, and hold it to what it owes."""
    names = list(files)
    found = []
    for start in range(0, len(names), A_FOLDER):
        place = folder / f"from-{start}"
        place.mkdir()
        for name in names[start : start + A_FOLDER]:
            (place / name).write_bytes(files[name])
        found += _checked(place)
    assert len(found) == len(files)
    return found


def _checked(place: Path) -> list[Outcome]:
    done = subprocess.run(
        (sys.executable, "-m", "tests.faults.worker", str(place)),
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    cases = [json.loads(line) for line in done.stdout.splitlines()]
    for case in cases:
        where = f"{place / case['name']}: {case}"
        assert case["status"] in (0, 1), where
        assert case["err"] == "", where
        assert case["out"].startswith(str(place / case["name"])), where
        assert case["out"].endswith("\n"), where
        drives = {c for c in case["out"] if unicodedata.category(c) == "Cc"} - {"\n"}
        assert not drives, where
        assert case["peak"] < MOST_MEMORY, where
    return [Outcome(case["status"], "", case["seconds"], case["peak"]) for case in cases]


def test_the_examples_themselves_are_sound(tmp_path: Path) -> None:
    assert Counter(case.status for case in check(EXAMPLES, tmp_path)) == {0: len(EXAMPLES)}


@pytest.mark.parametrize("suffix", [".toml", ".geojson"])
def test_a_file_cut_off_at_any_byte_is_taken_or_refused(
    suffix: str, tmp_path: Path, full: bool, figures: Figures
) -> None:
    whole = EXAMPLES[f"example{suffix}"]
    lengths = [*range(0, len(whole), 1 if full else 29), len(whole)]
    found = check({f"{size:05}{suffix}": whole[:size] for size in lengths}, tmp_path)
    if suffix == ".geojson":  # half of it is no JSON; of TOML, the first tables alone are a file
        allowed = len(whole.rstrip())
        assert all(
            case.status == (size < allowed) for size, case in zip(lengths, found, strict=True)
        )
    assert {case.status for case in found} == {0, 1}
    figures.add(f"a {suffix} file cut off, at every byte" if full else f"{suffix} cut off", found)


@pytest.mark.parametrize("suffix", [".toml", ".geojson"])
def test_a_file_changed_at_random_is_taken_or_refused(
    suffix: str, tmp_path: Path, full: bool, figures: Figures
) -> None:
    originals = [content for name, content in EXAMPLES.items() if name.endswith(suffix)]
    count = (5000 if full else 90) // len(originals)
    files = {
        f"{number}-{each:05}{suffix}": content
        for number, original in enumerate(originals)
        for each, content in enumerate(mutants(original, suffix, count, SEED + number))
    }
    found = check(files, tmp_path)
    assert {case.status for case in found} == {0, 1}
    figures.add(f"a {suffix} file changed at random: bytes, words, structure", found)
