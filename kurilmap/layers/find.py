"""The search box of the panel: every name, and the tables by which spellings are folded."""

from functools import cache
from typing import Any

from kurilmap import geodata, telling
from kurilmap.geodata import spelling
from kurilmap.words import pick, say


def finder(lang: str) -> dict[str, Any]:
    """Return what the search box needs.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict
        ``entries`` (in the order in which equal matches stand), ``tables`` for the folding of
        :mod:`kurilmap.geodata.spelling`, and ``words``.

    Examples
    --------
    >>> finder("en")["entries"][2]["name"]
    'Kunashir / Kunashiri'
    """
    return {
        "entries": [
            _entry(entry, keys, lang)
            for entry, keys in zip(geodata.entries(), _keys(), strict=True)
        ],
        "tables": {
            "letters": dict(spelling.letters()),
            "rules": [list(rule) for rule in spelling.RULES],
            "generic": sorted(spelling.GENERIC),
            "endings": list(spelling.ENDINGS),
            "apostrophes": spelling.APOSTROPHES,
            "adjective": spelling.ADJECTIVE,
        },
        "words": {
            word: say(f"find.{word}", lang)
            for word in ("label", "hint", "none", "nearest", "one", "many")
        },
    }


@cache
def _keys() -> tuple[tuple[str, ...], ...]:
    """Return the keys of all entries, which are the same in every language."""
    return tuple(entry.keys() for entry in geodata.entries())


def _entry(entry: geodata.Entry, keys: tuple[str, ...], lang: str) -> dict[str, Any]:
    lines = telling.names(entry.names, lang)
    first = say(f"unit.{entry.id}", lang) if entry.kind == "group" else lines[0]
    return {
        "id": entry.id,
        "kind": entry.kind,
        "name": first or pick(entry.names, "ru"),
        "second": lines[1],
        "what": _what(entry, lang),
        "at": list(entry.at),
        "keys": list(keys),
    }


def _what(entry: geodata.Entry, lang: str) -> str:
    if entry.kind == geodata.LOW_TIDE:
        return say("find.low-tide", lang)
    if entry.kind in {"group", "island"}:
        # Three of the groups are an island each, with rocks around.
        several = entry.kind == "group" and entry.id == "habomai"
        return say("find.group" if several else "find.island", lang)
    return say(f"feature.{entry.kind}", lang)
