"""The bibliography as a reader sees it."""

from collections.abc import Iterable, Mapping
from typing import Any

from kurilmap import geodata
from kurilmap.words import day, say


def sources(ids: Iterable[str], lang: str) -> dict[str, dict[str, Any]]:
    """Return the bibliography's entries for some ids, as a page shows them.

    Parameters
    ----------
    ids : iterable of str
    lang : {"en", "ja", "ru"}
        In Russian, a source whose owner is under a legal ban in Russia carries no link.

    Returns
    -------
    dict
        By id: title, an English gloss of a title in another script, by (publisher and year), url,
        lang, read (when it was checked or recorded). Unknown ids (a reader's own file may cite what
        it likes) stand as their own title.

    Examples
    --------
    >>> sources(["my-notes"], "en")["my-notes"]["title"]
    'my-notes'
    """
    table = geodata.source_table()
    return {key: _source(key, table.get(key), lang) for key in dict.fromkeys(ids)}


def _source(key: str, row: Mapping[str, Any] | None, lang: str) -> dict[str, Any]:
    if row is None:
        return {"title": key, "gloss": "", "by": "", "url": None, "lang": None, "read": ""}
    linked = row.get("link", True) or lang != "ru"
    year = say("source.undated", lang) if row["year"] == "n.d." else str(row["year"])
    # "Checked" is said only of what was read again in a copy of the source itself.
    read = say("source.checked" if row.get("reread", True) else "source.recorded", lang)
    return {
        "title": row["title"],
        "gloss": "" if row["language"] == lang else row.get("title_en", ""),
        "by": f"{row['publisher']}, {year}",
        "url": row.get("url") if linked else None,
        "lang": row["language"],
        "read": f"{read} {day(row['checked'], lang)}",
    }
