"""Change the code on purpose, a seeded random sample of it, and see whether the tests notice.

``python tools/mutants.py geodesy scenarios sea --sample 4 --seed 1`` lets mutmut make the mutants
of every module of these packages and tell which tests reach which function; this file picks so
many of each module, runs the tests of the same packages that reach them, and prints a table and
the difference of each survivor. Work is done in ``mutants/``, which is made anew.
"""

import argparse
import os
import random
import resource
import shutil
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mutmut import __main__ as mutmut
from mutmut.configuration import config
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.runners.harness import PytestRunner
from mutmut.state import state
from mutmut.stats import load_stats, save_stats
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir, setup_source_paths
from mutmut.utils.format_utils import mangled_name_from_mutant_name
from mutmut.workers.isolation import run_in_fork

PACKAGES = ("geodesy", "scenarios", "sea")
# Not even to be timed: they draw hundreds of examples, make whole pages, or solve the
# whole sea, so that the sea is tried on small made-up coasts.
SLOW = (
    *(
        f"tests/sea/test_{each}.py"
        for each in ("accuracy", "cache", "light", "narrows", "progress", "window", "zones")
    ),
    "tests/sea/test_waters.py::test_kaigara_moves_the_line_to_its_own_side_and_follows_habomai",
    "tests/sea/test_waters.py::test_the_kits_waters_are_made_once",
    "tests/scenarios/test_properties.py",
    "tests/scenarios/test_checking.py::test_a_drawing_can_be_shown_and_put_on_a_map_like_any_file",
    "tests/scenarios/test_document.py::test_a_scenario_written_and_read_is_equal_and_so_is_its_text",
    "tests/scenarios/test_cuts.py::test_the_parts_add_up_and_the_share_is_met_to_a_square_metre",
    "tests/scenarios/test_cuts.py::test_a_larger_share_never_gives_less",
    "tests/scenarios/test_precision.py::test_the_atlas_tells_the_month_alone",
)
UNREACHED, KILLED, TOO_LONG, SURVIVED = "no test", "killed", "too long", "survived"


def main() -> None:
    """Read what is asked, and run it."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("packages", nargs="*", default=PACKAGES, help=f"of {', '.join(PACKAGES)}")
    asked.add_argument("--sample", type=int, default=3, help="mutants a module (0: all)")
    asked.add_argument("--seed", type=int, default=1, help="of the choice")
    asked.add_argument("--slow", type=float, default=1, help="leave out tests of more seconds")
    asked.add_argument("--budget", type=float, default=10, help="seconds of tests a mutant")
    asked.add_argument("--whole", action="store_true", help="with what SLOW leaves out")
    asked.add_argument("--only", nargs="*", default=(), help="modules, by name")
    asked.add_argument("--minutes", type=float, default=1e6, help="a package, then the next")
    given = asked.parse_args()
    trial(given)


def trial(given: argparse.Namespace) -> None:
    """Make, choose and run the mutants of the packages, and print what became of them."""
    shutil.rmtree("mutants", ignore_errors=True)
    config().source_paths = [Path("kurilmap") / package for package in given.packages]
    tests = [f"tests/{package}" for package in given.packages]
    config().pytest_add_cli_args_test_selection = [
        *tests,
        *(
            f"--deselect={test}"
            for test in SLOW
            if test.startswith(tuple(tests)) and not given.whole
        ),
    ]
    made = generate()
    runner = PytestRunner()
    # In a process of its own: what the code keeps in memory would hide the mutants made after it.
    if run_in_fork(_measured, runner):
        sys.exit("The tests fail before anything is changed.")
    load_stats()
    set_mutant_under_test("")
    _quiet(runner.warm_up)
    for package in given.packages:
        of_it = {
            path: names
            for path, names in made.items()
            if path.split("/")[1] == package and (not given.only or Path(path).stem in given.only)
        }
        chosen = choose(of_it, given.sample, given.seed)
        end = time.monotonic() + 60 * given.minutes
        found: dict[str, str] = {}
        for name in chosen:
            if time.monotonic() > end:
                break
            found[name] = outcome(runner, name, reaching(name, given.slow, given.budget))
            print(f"{found[name]:9} {name}", flush=True)
        tell(package, of_it, chosen, found)


def generate() -> dict[str, list[str]]:
    """Have mutmut write its mutants; return their names by module."""
    Path("mutants").mkdir()
    copy_src_dir()
    copy_also_copy_files()
    setup_source_paths()
    mutmut.create_mutants(1)
    _, files = mutmut.collect_source_file_mutation_data(mutant_names=())
    return {path: sorted(data.exit_code_by_key) for path, data in sorted(files.items())}


def choose(made: dict[str, list[str]], sample: int, seed: int) -> list[str]:
    """Pick so many of each module, in random order: what time cuts short is still a sample."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    chosen = [
        name
        for names in made.values()
        for name in (dice.sample(names, min(sample, len(names))) if sample else names)
    ]
    dice.shuffle(chosen)
    return chosen


def reaching(name: str, slow: float, budget: float) -> list[str]:
    """Return the tests that reach a mutant, the fastest first, as many as the budget allows.

    Those of the same file count as well: what a fixture made for all is told of the first alone.
    """
    took = state().duration_by_test
    hits = state().tests_by_mangled_function_name.get(mangled_name_from_mutant_name(name), set())
    files = {test.split("::")[0] for test in hits}
    tests = {test for test in took if test.split("::")[0] in files}

    def affordable() -> Iterator[str]:
        left = budget
        for test in sorted(tests, key=lambda test: (test not in hits, took[test], test)):
            left -= took[test] if took[test] <= slow else 0
            if left < 0:
                return
            if took[test] <= slow:
                yield test

    return list(affordable())


def outcome(runner: PytestRunner, name: str, tests: list[str]) -> str:
    """Run the tests in a process that has the mutant switched on."""
    if not tests:
        return UNREACHED
    code = run_in_fork(_mutated, runner, name, tests)
    return TOO_LONG if code < 0 else KILLED if code else SURVIVED


def tell(
    package: str, made: dict[str, list[str]], chosen: list[str], found: dict[str, str]
) -> None:
    """Print a row a module, and what each survivor changed."""
    rows = Counter[str]()
    print(f"\n{package}: made, sampled, killed, too long, survived, no test, not run")
    for path, names in made.items():
        counts = Counter(found.get(name, "not run") for name in chosen if name in set(names))
        rows.update(counts)
        _row(Path(path).name, len(names), counts)
    _row(package, sum(map(len, made.values())), rows)
    for name, what in sorted(found.items()):
        if what in (SURVIVED, UNREACHED):
            print(f"\n# {what}: {name}\n{get_diff_for_mutant(name)}")


def _row(name: str, made: int, counts: Counter[str]) -> None:
    shown = (counts[what] for what in (KILLED, TOO_LONG, SURVIVED, UNREACHED, "not run"))
    print(f"| {name} | {made} | {counts.total()} | {' | '.join(map(str, shown))} |")


def _mutated(runner: PytestRunner, name: str, tests: list[str]) -> int:
    set_mutant_under_test(name)
    seconds = int(60 + 10 * sum(state().duration_by_test[test] for test in tests))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    return _quiet(lambda: runner.run_tests(mutant_name=name, tests=tests))


def _measured(runner: PytestRunner) -> int:
    set_mutant_under_test("stats")
    try:
        code = _quiet(lambda: runner.run_stats(tests=[]))
        save_stats()
    except BaseException:
        traceback.print_exc()
        raise
    return code


def _quiet(work: Callable[[], Any]) -> Any:
    """Run something with its output thrown away, that of its child processes too."""
    kept = os.dup(1), os.dup(2)
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    try:
        return work()
    finally:
        os.dup2(kept[0], 1)
        os.dup2(kept[1], 2)


if __name__ == "__main__":
    main()
