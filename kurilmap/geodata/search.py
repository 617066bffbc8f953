"""Islands, places and straits by any of their names."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from kurilmap.errors import DataError, UnknownPlace
from kurilmap.geodata.entries import Entry, entries, names_by_key
from kurilmap.geodata.islands import LOW_TIDE
from kurilmap.geodata.spelling import is_adjective_of, keys

if TYPE_CHECKING:
    import geopandas as gpd

_LANGS = ("en", "ja", "ru")
_RANKS = ("group", "island", LOW_TIDE, "settlement", "cape", "light", "peak", "strait")
_WITHIN = 3


def find(name: str) -> "gpd.GeoDataFrame":
    """Return the islands, places and straits of a name, in whatever script and spelling.

    Parameters
    ----------
    name : str
        For example ``"kunasiri"``, ``"Кунашир"``, ``"国後"`` or ``"Kunashirsky"``; the beginning
        of a name is enough. :mod:`kurilmap.geodata.spelling` tells how spellings are folded.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, index ``id``, the best match first; columns ``kind``, ``name_en``, ``name_ja``,
        ``name_ru``, ``matched`` (the name that was met), ``sources``, ``source`` (the first of
        them, or None) and ``geometry`` (a point).

    Raises
    ------
    kurilmap.errors.UnknownPlace
        If nothing has such a name; the message tells the nearest names.
    kurilmap.errors.DataError
        If `name` is no text, or has neither letter nor digit.

    Examples
    --------
    >>> find("kunasiri").iloc[0][["kind", "name_en"]].tolist()
    ['group', 'Kunashir / Kunashiri']
    >>> all(find(name).index[0] == "kunashiri" for name in ("Кунашир", "国後", "Kunashir"))
    True
    """
    matches = found(name)
    if not matches:
        near = nearest(name)
        told = f"the nearest are {', '.join(near)}" if near else "no name is near it"
        raise UnknownPlace(f"Nothing is named {name!r:.80}; {told}. km.places() lists places.")
    import geopandas as gpd
    from shapely import Point

    rows = [
        {
            "id": entry.id,
            "kind": entry.kind,
            **{f"name_{lang}": entry.names.get(lang) for lang in _LANGS},
            "matched": matched,
            "sources": entry.sources,
            "source": entry.sources[0] if entry.sources else None,
            "geometry": Point(entry.at),
        }
        for entry, matched in matches
    ]
    return gpd.GeoDataFrame(rows, crs="EPSG:4326").set_index("id")


def found(name: str) -> list[tuple[Entry, str]]:
    """Return what a name can mean, as plain values, the best match first.

    Parameters
    ----------
    name : str

    Returns
    -------
    list of tuple
        Each an :class:`Entry` and the name of it that was met; empty where there is none.

    Raises
    ------
    kurilmap.errors.DataError
        If `name` is no text, or has neither letter nor digit.
    """
    asked = _asked(name)
    ranked = []
    for place, (entry, names) in enumerate(_index()):
        met = [
            (_rank(key, other), len(key), _as_asked(spellings, name))
            for key, spellings in names.items()
            for other in asked
        ]
        hits = [(rank, length, spelling) for rank, length, spelling in met if rank is not None]
        if hits:
            rank, length, spelling = min(hits)
            ranked.append((rank, _RANKS.index(entry.kind), length, place, entry, spelling))
    return [(entry, spelling) for *_, entry, spelling in sorted(ranked, key=lambda row: row[:4])]


def nearest(name: str, count: int = 3) -> list[str]:
    """Return the names that are most like one that nothing has.

    Parameters
    ----------
    name : str
    count : int, default 3

    Returns
    -------
    list of str

    Examples
    --------
    >>> nearest("Kunashyre")[0]
    'Kunashir'
    """
    by_key: dict[str, str] = {}
    for _, names in _index():
        for key, spellings in names.items():
            by_key.setdefault(key, spellings[0])
    close = get_close_matches(_asked(name)[0], by_key, n=4 * count, cutoff=0.5)
    return list(dict.fromkeys(by_key[key] for key in close))[:count]


@cache
def _index() -> tuple[tuple[Entry, Mapping[str, list[str]]], ...]:
    return tuple((entry, names_by_key(entry)) for entry in entries())


def _as_asked(spellings: list[str], name: str) -> str:
    """Return the spelling that was asked for, or the first of those that fold alike."""
    same = (one for one in spellings if one.lower() == name.strip().lower())
    return next(same, spellings[0])


def _asked(name: str) -> tuple[str, ...]:
    if not isinstance(name, str):
        raise DataError(f"name={name!r:.80} was given; allowed is text: 'kunasiri', '国後' …")
    asked = keys(name)
    if not asked:
        raise DataError(f"name={name!r:.80} has neither letter nor digit; give a name.")
    return asked


def _rank(key: str, asked: str) -> int | None:
    """Return how well a key meets what is asked: whole, beginning, adjective, somewhere within."""
    if key == asked:
        return 0
    if key.startswith(asked) and (len(asked) > 1 or not asked.isascii()):
        return 1
    if is_adjective_of(asked, key):
        return 2
    return 3 if len(asked) >= _WITHIN and asked in key else None
