"""Tables of measures for the panel, a column a scenario: what is computed, what is published."""

from collections.abc import Iterable, Sequence
from typing import Any

from kurilmap import telling
from kurilmap.measures import computed_rows, published_rows, published_table, wanted
from kurilmap.measures.registry import Named
from kurilmap.scenarios import Scenario
from kurilmap.words import say

_SEA = ("change of territorial sea", "change of EEZ")
_STRAITS = ("straits with both shores", "straits with one shore")
_PEOPLE = ("population of units", "population in 1945")


def all_numbers(
    scenarios: Sequence[Scenario], named: Iterable[Named] | None, lang: str
) -> dict[str, Any]:
    """Return every measure as the page folds it out.

    Parameters
    ----------
    scenarios : sequence of Scenario
    named : iterable of str or callable, or None
        As for :func:`kurilmap.measures.wanted`.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict
        For ``numbers.js``.
    """
    heads = ["A", "B"] if len(scenarios) == 2 else [one.title[lang] for one in scenarios]
    words = {key: f"compare.{key}" for key in ("computed", "computed-note")}
    words |= {key: f"compare.{key}" for key in ("published", "published-note")}
    return _tables(scenarios, named, heads, {**words, "title": "compare.numbers"}, lang)


def choice_numbers(scenarios: Sequence[Scenario], lang: str) -> dict[str, Any]:
    """Return what the panel tells of each scenario to choose beside its land.

    Parameters
    ----------
    scenarios : sequence of Scenario
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict
        For ``numbers.js``: the sea and the straits, computed; people, as published.
    """
    words = {
        "title": "beside.figures",
        "computed": "beside.computed",
        "computed-note": "beside.computed-note",
        "published": "beside.people",
        "published-note": "beside.people-note",
    }
    told = _tables(scenarios, (*_SEA, *_STRAITS, *_PEOPLE), [], words, lang)
    changes = {say(f"measure.{name}", lang) for name in _SEA}
    for row in (row for table in told["tables"] for row in table["rows"]):
        if row[0] in changes:
            row[2:] = map(_signed, row[2:])
    return told


def _signed(cell: str) -> str:
    """Return a change with its sign; nothing has none."""
    if not cell or cell.startswith("0"):
        return cell
    return f"\u2212{cell[1:]}" if cell.startswith("-") else f"+{cell}"


def _tables(
    scenarios: Sequence[Scenario],
    named: Iterable[Named] | None,
    heads: Sequence[str],
    words: dict[str, str],
    lang: str,
) -> dict[str, Any]:
    computed, gather = wanted(named)
    rows = {
        "computed": computed_rows(scenarios, computed, lang),
        "published": published_rows(scenarios, gather, lang),
    }
    cited = list(dict.fromkeys(published_table(scenarios, gather)["source"]))
    return {
        "title": say(words["title"], lang),
        "ids": [scenario.id for scenario in scenarios],
        "tables": [
            {
                "caption": say(words[key], lang),
                "heads": [say("compare.measure", lang), *heads],
                "rows": [[row.measure, row.holder, *row.cells] for row in found],
                "note": say(words[f"{key}-note"], lang),
                # A published figure names what it is of and its year.
                "wide": key == "published",
            }
            for key, found in rows.items()
            if found
        ],
        "cited": cited,
        "sources": telling.sources(cited, lang),
    }
