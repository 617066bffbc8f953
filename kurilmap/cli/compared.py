"""A comparison as a terminal shows it, and as a file holds it."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from kurilmap import measures as m
from kurilmap.cli.terminal import plain
from kurilmap.scenarios import Scenario
from kurilmap.words import say

if TYPE_CHECKING:
    import pandas as pd

    from kurilmap.compare import Comparison

# What a measure's name and its holder take, and a scenario's column at the least.
_HEADS = 38
_COLUMN = 20


def shown(comparison: "Comparison", lang: str, width: int) -> Group:
    """Return what is computed and what is published, for a terminal.

    Parameters
    ----------
    comparison : Comparison
    lang : {"en", "ja", "ru"}
    width : int
        Of the terminal: scenarios that have no room beside one another stand in further tables.

    Returns
    -------
    rich.console.Group
    """
    every = comparison.scenarios
    room = max(1, (width - _HEADS) // _COLUMN)
    blocks = [every[start : start + room] for start in range(0, len(every), room)]
    parts: list[Text | Table] = []
    if comparison.measures:
        for some in blocks:
            rows = m.computed_rows(some, comparison.measures, lang)
            parts += [_table("computed", some, rows, lang), Text()]
        parts += [Text(say("compare.computed-note", lang), style="dim"), Text()]
    if comparison.gathered:
        for some in blocks:
            rows = m.published_rows(some, comparison.gathered, lang)
            parts += [_table("published", some, rows, lang), Text()]
        parts += [Text(say("compare.published-note", lang), style="dim"), Text()]
    return Group(*parts[:-1])


def _table(name: str, scenarios: Sequence[Scenario], rows: Sequence[m.Row], lang: str) -> Table:
    table = Table(
        title=say(f"compare.{name}", lang),
        title_justify="left",
        title_style="bold",
        box=None,
        header_style="bold",
        pad_edge=False,
    )
    table.add_column(say("compare.measure", lang))
    table.add_column(say("compare.holder", lang), no_wrap=True)
    for one in scenarios:
        table.add_column(
            Text(plain(one.title[lang])), justify="right" if name == "computed" else "left"
        )
    before = None
    for row in rows:
        head = row.measure if row.measure != before else ""
        cells = (Text(plain(cell)) for cell in row.cells)
        table.add_row(Text(plain(head)), Text(plain(row.holder)), *cells)
        before = row.measure
    return table


def as_csv(comparison: "Comparison") -> str:
    """Return what is computed, one value a line; what is published, where nothing else is.

    Parameters
    ----------
    comparison : Comparison

    Returns
    -------
    str
        CSV with the columns of ``Comparison.table``, or of ``Comparison.published``: the two
        never share a column.
    """
    table = comparison.table if comparison.measures else comparison.published
    return str(table.to_csv(index=False, lineterminator="\n"))


def as_json(comparison: "Comparison") -> str:
    """Return what is computed and, apart from it, what is published.

    Parameters
    ----------
    comparison : Comparison

    Returns
    -------
    str
        An object with the lists ``table`` and ``published``.
    """
    tables = {"table": comparison.table, "published": comparison.published}
    data = {name: _records(table) for name, table in tables.items()}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _records(table: "pd.DataFrame") -> object:
    return json.loads(table.to_json(orient="records", double_precision=15))
