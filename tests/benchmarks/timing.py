"""How long something takes: the median of a few runs."""

import statistics
import time
from collections.abc import Callable

RUNS = 5


def median(action: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median of some runs, in seconds, after one to warm up."""
    action()
    return statistics.median(timed(action) for _ in range(runs))


def timed(action: Callable[[], object]) -> float:
    """Return the seconds that one run takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start
