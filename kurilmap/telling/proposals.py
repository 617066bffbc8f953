"""The proposals that are told in words only, in one language."""

from datetime import date
from typing import Any

from kurilmap import geodata
from kurilmap.words import day, pick, say


def proposals(lang: str) -> list[dict[str, Any]]:
    """Return what a page tells of the proposals that are not drawn.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of dict
        ``id``, ``title``, ``when``, ``by``, ``text``, ``why`` and the ids of ``sources``, in date
        order.

    Examples
    --------
    >>> [row["when"] for row in proposals("en") if row["id"] == "moscow-1998"]
    ['12 November 1998']
    """
    rows = geodata.records("proposals.toml")["proposal"]
    return [
        {
            "id": row["id"],
            **{name: pick(row[name], lang) for name in ("title", "by", "text", "why")},
            "when": _when(row["date"], lang),
            "sources": list(row["sources"]),
        }
        for row in rows
    ]


def _when(value: date | int | str, lang: str) -> str:
    if isinstance(value, date):
        return day(value, lang)
    return say("source.undated", lang) if value == "n.d." else say("dated.year", lang, year=value)
