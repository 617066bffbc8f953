"""`make bench` prints sizes and times of our pages and cuts, each beside a peer in the same run.

Nothing is asserted. Every time is the median of a few runs on this machine; the first run warms the
caches. ``--markdown FILE`` writes the same tables as text, ``--only NAME`` measures one of them.
"""

import argparse
import tempfile
from pathlib import Path

from tests.benchmarks.first import first
from tests.benchmarks.pages import overview, pages
from tests.benchmarks.partitions import partitions
from tests.benchmarks.processes import processes
from tests.benchmarks.sea import sea
from tests.tables import Tables

_TOLD = (
    "What `make bench` printed, each figure beside a peer's in the same run: the median of a few "
    "runs, the first left out. Run it on your own machine before you rely on a time."
)
_WHAT = {
    "partitions": lambda tables, folder: partitions(tables),
    "sea": lambda tables, folder: sea(tables),
    "overview": overview,
    "first": first,
    "pages": pages,
    "processes": processes,
}


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--markdown", type=Path, metavar="FILE")
    parser.add_argument("--only", action="append", choices=_WHAT)
    given = parser.parse_args()
    tables = Tables()
    with tempfile.TemporaryDirectory() as folder:
        for name in given.only or _WHAT:
            _WHAT[name](tables, Path(folder))
    if given.markdown:
        tables.write(given.markdown, "Benchmarks", _TOLD)


main()
