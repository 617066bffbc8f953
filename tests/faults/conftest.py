"""How many cases to take, and where their figures go."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.faults.running import Outcome
from tests.tables import Table, Tables

_HEADS = ("fault", "cases", "done", "refused", "killed", "slowest", "peak memory")
_NOTE = (
    "Done: the command did its work, or the file was taken. Refused: one line that says why, exit "
    "status 1 or 2. No case ended in a traceback, a hang or a file that is not whole: the tests "
    "assert it."
)
_TOLD = "What `make faults` printed: what was made to fail, how often, and what came of it."


class Figures:
    """The table of all faults."""

    def __init__(self) -> None:
        self.table = Table("Faults", _HEADS, _NOTE)

    def add(self, fault: str, found: Iterable[Outcome]) -> None:
        """Add a row: the cases of one fault."""
        cases = list(found)
        peak = max(case.peak for case in cases)
        slowest = max(case.seconds for case in cases)
        self.table.add(
            fault,
            f"{len(cases):,}",
            f"{sum(case.status == 0 for case in cases):,}",
            f"{sum(case.status in (1, 2) for case in cases):,}",
            f"{sum(case.status < 0 for case in cases):,}",
            f"{slowest:.2f} s" if slowest else "not measured",
            f"{peak / 1e6:,.0f} MB" if peak else "not measured",
        )


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    """Whether all cases are wanted, or a sample."""
    return bool(pytestconfig.getoption("--faults") == "full")


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Iterator[Figures]:
    """Where each test adds its row; written at the end, where a file is named."""
    made = Figures()
    yield made
    if name := pytestconfig.getoption("--faults-file"):
        tables = Tables()
        tables.show(made.table)
        tables.write(Path(name), "Faults", _TOLD)
