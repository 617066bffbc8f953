"""The statements of the articles, each with its figure and its verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kurilmap import geodata, telling
from kurilmap.errors import DataError
from kurilmap.record.measured import MEASURES, Amount, Measured
from kurilmap.record.verdict import outcome
from kurilmap.words import check_lang, number, pick, say

if TYPE_CHECKING:
    import pandas as pd

_BARE = ("", "percent")


@dataclass(frozen=True)
class Checked:
    """One statement, checked, in one language.

    Attributes
    ----------
    id, kind : str
        `kind` is ``"statement"``, or ``"report"`` for a dated report of the press.
    articles : tuple of str
        Ids of the sources that state it.
    date : datetime.date or None
        Of a report.
    island : str or None
        The group, or the part of the chain, that a report names.
    statement : str
        Paraphrased.
    stated, figure : float or None
        In `unit`.
    told : str
        The figure with its unit, in words; empty where there is none.
    unit : str
    tolerance : float or None
        A share of what is stated.
    method : str
    outcome : str
        One of :data:`kurilmap.record.verdict.OUTCOMES`.
    verdict : str
        In plain words.
    sources : tuple of str
        Ids of the other sources.
    """

    id: str
    kind: str
    articles: tuple[str, ...]
    date: Any
    island: str | None
    statement: str
    stated: float | None
    figure: float | None
    told: str
    unit: str
    tolerance: float | None
    method: str
    outcome: str
    verdict: str
    sources: tuple[str, ...]


def check_record(lang: str = "en") -> "pd.DataFrame":
    """Return what the articles state, beside what the data and other sources say.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"
        Of the texts; ids and columns are the same in each.

    Returns
    -------
    pandas.DataFrame
        Index ``id``; columns ``kind`` ("statement" or "report": a dated report of the press, told
        and not checked), ``statement`` (paraphrased), ``article`` and ``articles`` (source ids),
        ``date`` and ``island`` (of reports), ``stated``, ``figure``, ``unit``, ``tolerance`` (a
        share of what is stated), ``method``, ``sources`` (the other ones), ``outcome`` ("holds",
        "in-part", "fails", "opinion", "not-found", "reported"), ``verdict`` (in plain words) and
        ``source`` (as ``article``).

    Raises
    ------
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> table = check_record()
    >>> table.loc["residents-1945", "outcome"], table.loc["residents-2016", "outcome"]
    ('holds', 'fails')
    """
    import pandas as pd

    rows = [_row(one) for one in checked(lang)]
    return pd.DataFrame(rows).set_index("id")


def _row(one: Checked) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "statement": one.statement,
        "article": one.articles[0],
        "articles": one.articles,
        "date": one.date,
        "island": one.island,
        "stated": one.stated,
        "figure": one.figure,
        "unit": one.unit,
        "tolerance": one.tolerance,
        "method": one.method,
        "sources": one.sources,
        "outcome": one.outcome,
        "verdict": one.verdict,
        "source": one.articles[0],
    }


def checked(lang: str = "en") -> tuple[Checked, ...]:
    """Return every statement with its verdict, as plain values.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"

    Returns
    -------
    tuple of Checked
        In the order of ``geo/statements.toml``: statements, then reports.

    Examples
    --------
    >>> checked()[0].id
    'total-area'
    """
    check_lang(lang)
    return tuple(_checked(row, lang) for row in geodata.records("statements.toml")["statement"])


def _checked(row: Mapping[str, Any], lang: str) -> Checked:
    unit, tolerance = row.get("unit", ""), row.get("tolerance")
    found = MEASURES[row["figure"]]() if "figure" in row else None
    stated = found.stated if found and found.stated else _several(row.get("stated"))
    if "rule" in row and found:
        result = outcome(row["rule"], found.figures, stated, tolerance or 0.0)
    elif "outcome" in row:
        result = row["outcome"]
    else:
        raise DataError(
            f"The statement {row['id']!r} in geo/statements.toml has neither a figure with a rule "
            "nor an outcome; give it one of them."
        )
    figure = found.figures[0] if found else None
    shown = "" if figure is None else tell(Amount(figure, unit, row["digits"]), lang)
    return Checked(
        id=row["id"],
        kind=row.get("kind", "statement"),
        articles=row["articles"],
        date=row.get("date"),
        island=row.get("island"),
        statement=pick(row["text"], lang),
        stated=float(stated[0]) if stated else None,
        figure=None if figure is None else float(figure),
        told=shown,
        unit=unit,
        tolerance=tolerance,
        method=pick(row.get("method", {}), lang),
        outcome=result,
        verdict=_verdict(row, result, found, stated, lang),
        sources=row["sources"],
    )


def _verdict(
    row: Mapping[str, Any],
    result: str,
    found: Measured | None,
    stated: tuple[float, ...],
    lang: str,
) -> str:
    """Put the verdict together: the outcome, how far apart the figures are, and the note."""
    parts = [say(f"record.{result}", lang)]
    if row.get("rule") == "about" and found:
        parts.append(_apart(found.figures[0], stated[0], row, lang))
    note = pick(row.get("note", {}), lang)
    if note:
        fields = found.fields if found else {}
        parts.append(note.format(**{key: tell(amount, lang) for key, amount in fields.items()}))
    return ("" if lang == "ja" else " ").join(parts)


def _apart(figure: float, stated: float, row: Mapping[str, Any], lang: str) -> str:
    side = say("record.above" if figure > stated else "record.below", lang)
    off, tolerance = abs(figure / stated - 1), row["tolerance"]
    if row["unit"] == "percent":  # a share of a share would be taken for points
        difference, within = (number(part * stated, lang, 1) for part in (off, tolerance))
        return say("record.off-points", lang, difference=difference, side=side, tolerance=within)
    within = tell(Amount(100 * tolerance, "percent"), lang)
    difference = telling.share(off, lang)
    return say("record.off-by", lang, difference=difference, side=side, tolerance=within)


def tell(amount: Amount, lang: str) -> str:
    r"""Return a figure with its unit.

    Parameters
    ----------
    amount : Amount
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> tell(Amount(1115.98, "km", -1), "en").replace("\u00a0", " ")
    '1,120 km'
    """
    text = number(amount.value, lang, amount.digits)
    if amount.unit in _BARE:
        gap = "\u00a0" if lang == "ru" else ""
        return f"{text}{gap}%" if amount.unit else text
    return say(f"record.in-{amount.unit}", lang, number=text)


def _several(value: Any) -> tuple[float, ...]:
    return () if value is None else value if isinstance(value, tuple) else (value,)
