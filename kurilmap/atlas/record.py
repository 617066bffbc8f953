"""The record as a page: static HTML, a table of statements and their verdicts."""

from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from kurilmap import telling
from kurilmap.atlas.static import static_page
from kurilmap.files import write_text
from kurilmap.record import Checked, checked
from kurilmap.words import check_lang, day, say


@dataclass(frozen=True)
class Row:
    """One line of the page's tables; sources stand as their numbers in the list below."""

    id: str
    statement: str
    told: str
    outcome: str
    outcome_word: str
    rest: str
    method: str
    articles: tuple[int, ...]
    sources: tuple[int, ...]
    date: str
    iso: str
    island: str


def save_record(path: str | PathLike[str] | None = None, lang: str = "en") -> Path | str:
    """Write the record as one HTML file that needs no network, or return its text.

    Parameters
    ----------
    path : path, optional
        The text is returned where none is given.
    lang : {"en", "ja", "ru"}, default "en"
        What is shown first; the page's reader can switch to any.

    Returns
    -------
    pathlib.Path or str

    Raises
    ------
    kurilmap.errors.WriteError
        If the file cannot be written.
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> save_record().startswith("<!DOCTYPE html>")
    True
    """
    text = record_html(check_lang(lang))
    return text if path is None else write_text(path, text)


def record_html(lang: str, *, back: str | None = None) -> str:
    """Return the page.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}
        What is shown first; the page holds all three.
    back : str, optional
        Address of the index, where the page stands in an atlas.

    Returns
    -------
    str
        HTML that asks for nothing.
    """
    return static_page("record", lang, _told, back=back)


def _told(lang: str) -> dict[str, Any]:
    rows = checked(lang)
    cited = dict.fromkeys(key for row in rows for key in (*row.articles, *row.sources))
    numbers = {key: number for number, key in enumerate(cited, 1)}
    made = [_row(row, numbers, lang) for row in rows]
    return {
        "title": say("record.title", lang),
        "statements": [row for row, one in zip(made, rows, strict=True) if one.kind == "statement"],
        "reports": [row for row, one in zip(made, rows, strict=True) if one.kind == "report"],
        "sources": _sources(numbers, lang),
    }


def _row(one: Checked, numbers: dict[str, int], lang: str) -> Row:
    word = say(f"record.{one.outcome}", lang)
    return Row(
        id=one.id,
        statement=one.statement,
        told=one.told,
        outcome=one.outcome,
        outcome_word=word,
        rest=one.verdict.removeprefix(word).strip(),
        method=one.method,
        articles=tuple(numbers[key] for key in one.articles),
        sources=tuple(numbers[key] for key in one.sources),
        date=day(one.date, lang) if one.date else "",
        iso=str(one.date or ""),
        island=_island(one.island, lang),
    )


def _island(unit: str | None, lang: str) -> str:
    return say(f"shore.{unit}", lang) if unit else ""


def _sources(numbers: dict[str, int], lang: str) -> list[dict[str, Any]]:
    told = telling.sources(numbers, lang)
    return [{"number": number, **told[key]} for key, number in numbers.items()]
