"""Tables of figures: printed as they come, and written as Markdown at the end."""

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table as Printed

from kurilmap.files import write_text

PEERS = ("folium", "geopandas", "shapely", "scipy")


@dataclass
class Table:
    """One table: a row a subject, the first cell its name.

    Attributes
    ----------
    title : str
    heads : tuple of str
    note : str
        What is measured against what, and the goal.
    rows : list of tuple of str
    """

    title: str
    heads: tuple[str, ...]
    note: str = ""
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, *cells: str) -> None:
        """Add a row, with as many cells as there are heads."""
        if len(cells) != len(self.heads):
            raise ValueError(f"{cells} was given; there are {len(self.heads)} columns.")
        self.rows.append(cells)


class Tables:
    """All tables of one run.

    Parameters
    ----------
    console : rich.console.Console, optional
        Where each is printed as soon as it is whole.
    """

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(width=110)
        self._all: list[Table] = []

    def show(self, table: Table) -> None:
        """Print a table, and keep it for the file."""
        self._all.append(table)
        printed = Printed(title=table.title, title_justify="left", box=box.ROUNDED)
        for index, head in enumerate(table.heads):
            printed.add_column(head, justify="right" if index else "left")
        for row in table.rows:
            printed.add_row(*row)
        self._console.print(printed)
        self._console.print(f"{table.note}\n", highlight=False)

    def write(self, path: Path, title: str, told: str) -> None:
        """Write all tables as one Markdown file, with the machine that gave them."""
        parts = [f"# {title}", told, machine(), *map(markdown, self._all)]
        write_text(path, "\n\n".join(parts) + "\n")


def machine() -> str:
    """Return what a reader needs to judge a time: when, on what, beside which versions."""
    versions = ", ".join(f"{name} {version(name)}" for name in PEERS)
    day = datetime.now(UTC).date().isoformat()
    return (
        f"Run on {day}: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {versions}."
    )


def markdown(table: Table) -> str:
    """Return a table as Markdown.

    Examples
    --------
    >>> print(markdown(Table("Sizes", ("page", "size"), "A note.", [("a|b", "1 kB")])))
    ## Sizes
    <BLANKLINE>
    | page | size |
    |:---|---:|
    | a\\|b | 1 kB |
    <BLANKLINE>
    A note.
    """
    lines = (_line(table.heads), _line((":---", *("---:",) * (len(table.heads) - 1)), ""))
    told = [f"## {table.title}", "\n".join((*lines, *map(_line, table.rows))), table.note]
    return "\n\n".join(filter(None, told))


def _line(cells: Iterable[str], pad: str = " ") -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"|{pad}" + f"{pad}|{pad}".join(escaped) + f"{pad}|"
