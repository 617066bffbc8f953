"""The names of groups and islets on the map."""

from typing import Any

from kurilmap import geodata, telling
from kurilmap.geodesy import area

_ISLETS_FROM = 9.5


def labels(lang: str) -> list[dict[str, Any]]:
    """Return the labels of the four groups and of their named islets.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of dict
        As ``labels.js`` takes them.

    Examples
    --------
    >>> labels("en")[3]["text"]
    'Etorofu / Iturup'
    """
    islets = [_islet_label(rank, island, lang) for rank, island in enumerate(_named_islets())]
    return [*(_group_label(unit, lang) for unit in geodata.UNITS), *islets]


def name_lines(island: geodata.Island, lang: str) -> list[str] | None:
    """Return an island's name and the line below it; the main island bears its group's name.

    Parameters
    ----------
    island : kurilmap.geodata.Island
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of str or None
        None for an islet without a published name.

    Examples
    --------
    >>> name_lines(geodata.island_shapes()[0], "en")
    ['Shibotsu / Zelyonyy', '志発島 · Зелёный']
    """
    if island.unit == f"{island.group}/{island.group}":
        return telling.unit_names(island.group, lang)
    return telling.names(island.names, lang) if island.names["en"] else None


def _group_label(unit: str, lang: str) -> dict[str, Any]:
    from shapely import MultiPolygon

    shapes = [i for i in geodata.island_shapes() if i.group == unit and i.is_land]
    main = [i.geometry for i in shapes if i.unit == f"{unit}/{unit}"]
    centre = (main[0] if main else MultiPolygon([i.geometry for i in shapes])).centroid
    first, second = telling.unit_names(unit, lang)
    return {
        "at": [round(centre.x, 4), round(centre.y, 4)],
        "text": first,
        "second": second,
        "kind": "group",
        "rank": 1,
        "from": 4,
        # A group without a main island is named by its islets when they are.
        **({} if main else {"to": _ISLETS_FROM - 0.25}),
        "leader": True,
    }


def _named_islets() -> list[geodata.Island]:
    """Return each named islet once, by size: a name of several rocks stands at the first."""
    main = {f"{unit}/{unit}" for unit in geodata.UNITS}
    named = (i for i in geodata.island_shapes() if i.names["en"] and i.unit not in main)
    once = {i.names["en"]: i for i in reversed(list(named))}
    return sorted(once.values(), key=lambda i: -area(i.geometry))


def _islet_label(rank: int, island: geodata.Island, lang: str) -> dict[str, Any]:
    centre = island.geometry.centroid
    first, second = telling.names(island.names, lang)
    return {
        "at": [round(centre.x, 4), round(centre.y, 4)],
        "text": first,
        "second": second,
        "kind": "islet",
        # Larger islets are named before smaller ones.
        "rank": 30 + rank,
        "from": _ISLETS_FROM,
        "leader": True,
    }
