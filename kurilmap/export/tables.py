"""CSV: the first layer's values, with what is told of them in columns of their own."""

from typing import TYPE_CHECKING, Any

from kurilmap.export.model import Dataset
from kurilmap.export.plain import line_feeds

if TYPE_CHECKING:
    import pandas as pd

_ABOUT = ("sources", "licence", "method", "version")
# A spreadsheet takes a text that begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\n")


def csv(data: Dataset) -> str:
    """Return the first layer as a table, without its shapes.

    Parameters
    ----------
    data : Dataset

    Returns
    -------
    str
        With a header. Points have ``lon`` and ``lat``; each row ends with ``sources``,
        ``licence``, ``method`` and ``version``. A text that a spreadsheet would run as a formula
        begins with an apostrophe.
    """
    table: Any = data.layers[0].table
    if data.layers[0].has_shapes:
        shapes = table.geometry
        points = bool((shapes.geom_type == "Point").all()) and len(shapes) > 0
        table = table.drop(columns="geometry")
        if points:
            table["lon"], table["lat"] = shapes.x, shapes.y
    for name in _ABOUT:
        told = data.about[name]
        # A table of the kit has a column `sources` of its own, a row's own: that is the better.
        if name not in table.columns:
            table = table.assign(**{name: "; ".join(told) if isinstance(told, list) else told})
    safe = table.rename(columns=guarded).apply(_guarded_column)
    return str(safe.to_csv(index=False, lineterminator="\n"))


def is_missing(value: Any) -> bool:
    """Return whether a cell of a plain table is empty.

    Parameters
    ----------
    value : object

    Returns
    -------
    bool

    Examples
    --------
    >>> is_missing(None), is_missing(float("nan")), is_missing(0)
    (True, True, False)
    """
    import pandas as pd

    return bool(pd.isna(value))


def guarded(text: str) -> str:
    r"""Return a text that no spreadsheet takes for a formula.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> guarded("=1+1"), guarded("Shikotan"), guarded("a\r=1")
    ("'=1+1", 'Shikotan', 'a\n=1')
    """
    # A carriage return alone would stand unquoted, and what follows it begin a row.
    text = line_feeds(text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _guarded_column(column: "pd.Series[Any]") -> "pd.Series[Any]":
    return column.map(lambda value: guarded(value) if isinstance(value, str) else value)
