"""Islands, places and straits by any of their names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from kurilmap.errors import DataError, UnknownPlace
from kurilmap.geodata.islands import GROUP_NAMES, LOW_TIDE, UNITS, Island, island_shapes
from kurilmap.geodata.records import features, records
from kurilmap.geodata.spelling import is_adjective_of, keys

if TYPE_CHECKING:
    import geopandas as gpd

_LANGS = ("en", "ja", "ru")
_PARTS = re.compile(r" / |／")
_RANKS = ("group", "island", LOW_TIDE, "settlement", "cape", "light", "peak", "strait")
# The letters in which the scholarly transliteration of Russian differs from the usual ones.
_SCHOLARLY = str.maketrans({"й": "j", "ю": "ju", "я": "ja"})
_WITHIN = 3


@dataclass(frozen=True)
class Entry:
    """What a name can lead to.

    Attributes
    ----------
    id : str
        As in its own table: ``"kunashiri"``, ``"habomai/suisho"``, ``"kurilsk"``. A place and a
        strait may have one id: `kind` tells them apart.
    kind : str
        "group", "island", "low-tide elevation", "settlement", "cape", "light", "peak", "strait".
    names : mapping of str to str or None
        By language.
    others : tuple of str
        Other names and spellings, from ``geo/names.toml``.
    at : tuple of float
        Longitude, latitude.
    sources : tuple of str
        Ids of the sources of the place or the other names; none for outlines, which
        ``geo/README.md`` tells of.
    """

    id: str
    kind: str
    names: Mapping[str, str | None]
    others: tuple[str, ...]
    at: tuple[float, float]
    sources: tuple[str, ...]

    def spellings(self) -> Iterator[str]:
        """Yield every name: whole, and each party's where a pair stands in one language."""
        for name in self.names.values():
            if name:
                yield name
                yield from _PARTS.split(name)
        yield from self.others

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all names, as :func:`kurilmap.geodata.spelling.keys` makes them."""
        return tuple(_names_by_key(self))


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
def entries() -> tuple[Entry, ...]:
    """Return everything that has a name: groups, islands, places, straits.

    Returns
    -------
    tuple of Entry
        Of several rocks under one name the first, which is the largest, stands for all.

    Examples
    --------
    >>> entries()[0].id
    'habomai'
    """
    return (*_groups(), *_islands(), *_points("places.geojson"), *_points("straits.geojson"))


@cache
def _index() -> tuple[tuple[Entry, Mapping[str, list[str]]], ...]:
    return tuple((entry, _names_by_key(entry)) for entry in entries())


def _names_by_key(entry: Entry) -> dict[str, list[str]]:
    """Return each key of an entry with the names that it is from."""
    made: dict[str, list[str]] = {}
    for name in entry.spellings():
        lower = name.lower()
        for form in (name, lower.replace("ё", "о"), lower.translate(_SCHOLARLY)):
            for key in keys(form):
                made.setdefault(key, name)
    return made


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


def _groups() -> Iterator[Entry]:
    for unit in UNITS:
        shapes = [i for i in island_shapes() if i.group == unit and i.is_land]
        main = max(shapes, key=lambda island: float(island.geometry.area))
        others, sources = _others(unit)
        yield Entry(unit, "group", GROUP_NAMES[unit], others, _middle(main), sources)


def _islands() -> Iterator[Entry]:
    seen = {f"{unit}/{unit}" for unit in UNITS}  # a main island is found as its group
    names: set[str | None] = {None}
    for island in island_shapes():
        if island.unit in seen or island.names["en"] in names:
            continue
        names.add(island.names["en"])
        others, sources = _others(island.unit)
        yield Entry(island.unit, island.feature, island.names, others, _middle(island), sources)


def _points(file: str) -> Iterator[Entry]:
    for feature in features(file):
        properties = feature["properties"]
        others, sources = _others(properties["id"])
        lon, lat = feature["geometry"]["coordinates"]
        yield Entry(
            id=properties["id"],
            kind=properties.get("kind", "strait"),
            names={lang: properties[f"name_{lang}"] for lang in _LANGS},
            others=others if "kind" in properties else (),
            at=(lon, lat),
            sources=tuple(dict.fromkeys((*properties["sources"], *sources))),
        )


def _middle(island: Island) -> tuple[float, float]:
    """Return a point on the island, where a map can open it."""
    point: Any = island.geometry.representative_point()
    return round(point.x, 4), round(point.y, 4)


def _others(key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = [row for row in records("names.toml")["name"] if row["of"] == key]
    spellings = dict.fromkeys(name for row in rows for name in row["spellings"])
    return tuple(spellings), tuple(dict.fromkeys(row["source"] for row in rows if "source" in row))
