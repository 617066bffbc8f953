"""The record as a terminal shows it."""

from rich.table import Table
from rich.text import Text

from kurilmap.cli.terminal import plain
from kurilmap.record import checked
from kurilmap.words import say


def told(lang: str) -> Table:
    """Return what the articles state, the figure found, and the verdict.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    rich.table.Table
    """
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 1, 0))
    table.add_column(say("record.statement", lang), ratio=2)
    table.add_column(say("record.figure", lang), no_wrap=True)
    table.add_column(say("record.verdict", lang), ratio=3)
    for one in checked(lang):
        table.add_row(*(Text(plain(text)) for text in (one.statement, one.told, one.verdict)))
    return table
