"""What has a name: groups, islands, places and straits, with every spelling of each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kurilmap.geodata.islands import GROUP_NAMES, UNITS, Island, island_shapes
from kurilmap.geodata.records import features, records
from kurilmap.geodata.spelling import keys

_LANGS = ("en", "ja", "ru")
_PARTS = re.compile(r" / |／")
# The letters in which the scholarly transliteration of Russian differs from the usual ones.
_SCHOLARLY = str.maketrans({"й": "j", "ю": "ju", "я": "ja"})


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
        return tuple(names_by_key(self))


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


def names_by_key(entry: Entry) -> dict[str, list[str]]:
    """Return each key of an entry with the names that it is from.

    Parameters
    ----------
    entry : Entry

    Returns
    -------
    dict
        Lists of names, by key.
    """
    made: dict[str, list[str]] = {}
    for name in entry.spellings():
        lower = name.lower()
        for form in (name, lower.replace("ё", "о"), lower.translate(_SCHOLARLY)):
            for key in keys(form):
                made.setdefault(key, []).append(name)
    return made


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
