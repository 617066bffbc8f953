"""How long the sea takes: cold, for the whole catalogue, from the cache, and as the coast grows."""

import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

import numpy as np
from scipy.spatial import Voronoi

import kurilmap as km
from kurilmap.sea import drawn, seas
from kurilmap.sea.country import country
from kurilmap.sea.waters import SAMPLE_M, sampled
from tests.sea.toys import facing, sea_of
from tests.tables import Table, Tables

RUNS = 3
SIZES = (5_000, 10_000, 20_000, 50_000)
_COLD = "import kurilmap as km; km.sea('equal-area')"
_NOTE = (
    "The peer: scipy's Voronoi of the same points of the coast, in degrees, with nothing "
    "made of it; the processes without what importing takes. Goals: one cold at most 3 s, all "
    "at most 15 s."
)
_ALL = "from kurilmap.sea import seas; seas(progress=True)"


def sea(tables: Tables) -> None:
    """Show the tables of the sea."""
    table = Table("The sea", ("work", "time", "of the peer"), _NOTE)
    with tempfile.TemporaryDirectory() as folder:
        base = process("import kurilmap, geopandas, scipy.spatial, shapely", folder)
        peer = median(plain_voronoi)
        for name, code in (
            ("one scenario with a cut, cold, whole process", _COLD),
            (f"all {len(km.scenarios())} scenarios, cold, whole process", _ALL),
        ):
            taken = statistics.median(process(code, "") for _ in range(RUNS))
            table.add(name, f"{taken:.2f} s", f"{(taken - base) / peer:.1f}")
        os.environ["KURILMAP_CACHE"] = folder
        seas()
        taken = median(lambda: km.sea("equal-area"))
        table.add("one scenario, from the cache", f"{taken:.2f} s", f"{taken / peer:.1f}")
        taken = median(drawn)
        table.add("pieces and lines of all, to draw", f"{taken:.2f} s", f"{taken / peer:.1f}")
        del os.environ["KURILMAP_CACHE"]
    tables.show(table)
    growth(tables)


def growth(tables: Tables) -> None:
    """Show how the work grows with the corners of two shores that face each other."""
    heads = ("corners of the coast", "CPU time", "time / n log n")
    table = Table("The sea, as the coast grows", heads, "Goal: time / n log n does not grow.")
    first = None
    for size in SIZES:
        west, east = facing(size)
        start = time.process_time()
        sea_of(west=[west], east=[east])
        taken = time.process_time() - start
        rate = taken / (size * math.log(size))
        first = first or rate
        table.add(f"{size:,}", f"{taken:.2f} s", f"{rate / first:.2f}")
    tables.show(table)


def plain_voronoi() -> object:
    """Do what a first try would: Voronoi's cells of the points, in degrees."""
    kit = country()
    points, _ = sampled(list(kit.lines.values()), SAMPLE_M)
    return Voronoi(np.unique(points, axis=0))


def process(code: str, cache: str) -> float:
    """Return the seconds of a new process; an empty cache keeps nothing."""
    start = time.perf_counter()
    subprocess.run(
        (sys.executable, "-c", code),
        check=True,
        capture_output=True,
        env=os.environ | {"KURILMAP_CACHE": cache},
    )
    return time.perf_counter() - start


def median(action: Callable[[], object]) -> float:
    """Return the median of some runs, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
