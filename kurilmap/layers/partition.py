"""The four groups under every scenario: one geometry, and a table of who holds which piece."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kurilmap import geodata
from kurilmap.layers import look, tell
from kurilmap.layers.base import InertLayer
from kurilmap.layers.lines import line_look
from kurilmap.scenarios import Piece, Scenario, pieces
from kurilmap.words import number, say

if TYPE_CHECKING:
    from shapely import LineString, Polygon

_DECIMALS = 6


def partition(scenarios: Sequence[Scenario], lang: str = "en") -> InertLayer:
    """Return the layer of the islands, which the page recolours as a scenario is chosen.

    Parameters
    ----------
    scenarios : sequence of Scenario
        In the order of the choice. Each piece of land is written once for all of them.
    lang : {"en", "ja", "ru"}, default "en"

    Returns
    -------
    InertLayer
        Not among the layers that a reader switches: the choice stands for it.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> layer = partition([scenario("two-islands-1956")])
    >>> len(layer.data["pieces"]) > 100
    True
    """
    names = {island.unit: island for island in geodata.island_shapes()}
    atoms = pieces(scenarios)
    land = [_piece(k, piece, names[piece.island], lang) for k, piece in enumerate(atoms)]
    low = [
        _low_tide(len(atoms) + k, island, lang)
        for k, island in enumerate(i for i in names.values() if not i.is_land)
    ]
    sizes = {unit: sum(p.area_m2 for p in atoms if p.unit == unit) for unit in geodata.UNITS}
    units = {unit: _unit(unit, size, lang) for unit, size in sizes.items()}
    cited = [s for scenario in scenarios for s in scenario.sources]
    cited += [s for unit in units.values() for s in unit["sources"]]
    data = {
        "pieces": land + low,
        "scenarios": [_scenario(scenario, atoms, lang) for scenario in scenarios],
        "units": units,
        "labels": [_group_label(unit, lang) for unit in geodata.UNITS]
        + [_islet_label(island, lang) for island in _named_islets()],
        "looks": {holder: asdict(style) for holder, style in look.HOLDERS.items()},
        "shore": look.ISLAND_SHORE,
        "cutLook": line_look("constructed", None),
        "sources": tell.sources(cited, lang),
        "words": _words(lang),
    }
    return InertLayer("partition", data, say("layer.scenarios", lang), control=False)


def cut_note(scenario: Scenario, lang: str) -> str:
    """Return the sentence that owns up to the drawn cut, or nothing where there is none.

    Parameters
    ----------
    scenario : Scenario
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> cut_note(scenario("two-islands-1956"), "en")
    ''
    """
    if not scenario.cuts:
        return ""
    cut = scenario.cuts[0]
    if cut.line is not None or cut.bearing is not None:
        return say("panel.cut-note-given", lang)
    return say("panel.cut-note", lang, side=say(f"side.{cut.side}", lang))


def verb(scenario: Scenario, holder: str, lang: str) -> str:
    """Return what a scenario says of a holder: that it administers, or that it would hold.

    Parameters
    ----------
    scenario : Scenario
    holder : {"JP", "RU", "joint"}
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> verb(scenario("status-quo"), "RU", "en")
    'Administered by Russia'
    """
    mood = "holds" if scenario.kind == "administered" else "would"
    return say(f"holder.{mood}-{holder}", lang)


def _words(lang: str) -> dict[str, str]:
    told = {
        "area": "popup.area",
        "inScenario": "popup.in-scenario",
        "undecided": "popup.holder-none",
        "what": "popup.what",
        "low": "feature.low-tide-elevation",
        "unnamed": "popup.unnamed",
        "cut": "standing.constructed",
    }
    return tell.card_words(lang) | {key: say(word, lang) for key, word in told.items()}


def _unit(unit: str, square_metres: float, lang: str) -> dict[str, Any]:
    published = published_area(unit)
    covers = "-main" if published["covers"] == "main islands" else ""
    name = say(f"unit.{unit}", lang)
    size = f"{number(published['value'], lang, 2)} {say('unit-of.km2', lang)}"
    return {
        "name": name,
        "rows": [
            [say("popup.area-group", lang, unit=name), tell.area(square_metres, lang)],
            [
                say(f"popup.area-published{covers}", lang, unit=name),
                f"{size} ({say('panel.gsi', lang, vintage=published['vintage'])})",
            ],
        ],
        "sources": [published["source"]],
    }


def published_area(unit: str) -> Mapping[str, Any]:
    """Return the published area that stands beside the computed one: GSI, 2025.

    Parameters
    ----------
    unit : str
        One of :data:`kurilmap.geodata.UNITS`.

    Returns
    -------
    mapping
        A row of ``geo/figures.toml``, km².

    Examples
    --------
    >>> published_area("shikotan")["value"]
    247.65
    """
    figures = geodata.records("figures.toml")["figure"]
    row: Mapping[str, Any] = next(f for f in figures if f["id"] == f"gsi-2025-{unit}")
    return row


def _piece(k: int, piece: Piece, island: geodata.Island, lang: str) -> dict[str, Any]:
    rings = _rings(piece.geometry)
    shore = _shore(rings, piece.cut_edges) if piece.cut_edges else None
    return {
        "k": k,
        "u": piece.unit,
        "a": tell.area(piece.area_m2, lang),
        "g": rings,
        **_name(island, lang),
        **({"main": True} if island.unit == f"{island.group}/{island.group}" else {}),
        **({"shore": shore} if shore else {}),
    }


def _low_tide(k: int, island: geodata.Island, lang: str) -> dict[str, Any]:
    rings = _rings(island.geometry)
    return {"k": k, "u": island.group, "g": rings, "low": True, **_name(island, lang)}


def _name(island: geodata.Island, lang: str) -> dict[str, Any]:
    if island.unit == f"{island.group}/{island.group}":
        return {"n": tell.unit_names(island.group, lang)}
    return {"n": tell.names(island.names, lang)} if island.names["en"] else {}


def _rings(polygon: "Polygon") -> list[list[list[float]]]:
    # A ring is closed by Leaflet, so the last vertex, a copy of the first, is left out.
    return [
        [[round(x, _DECIMALS), round(y, _DECIMALS)] for x, y in ring.coords[:-1]]
        for ring in (polygon.exterior, *polygon.interiors)
    ]


def _shore(
    rings: list[list[list[float]]], cut_edges: Iterable["LineString"]
) -> list[list[list[float]]]:
    """Return the rings without the edges that the cuts made, as open lines."""
    cut: set[frozenset[tuple[float, ...]]] = {
        frozenset(pair)
        for edge in cut_edges
        for pair in pairwise([(round(x, _DECIMALS), round(y, _DECIMALS)) for x, y in edge.coords])
    }
    return [run for ring in rings for run in _runs(ring, cut)]


def _runs(
    ring: list[list[float]], cut: set[frozenset[tuple[float, ...]]]
) -> Iterator[list[list[float]]]:
    closed = [*ring, ring[0]]
    runs: list[list[list[float]]] = [[closed[0]]]
    for a, b in pairwise(closed):
        if frozenset((tuple(a), tuple(b))) in cut:
            runs.append([b])
        else:
            runs[-1].append(b)
    if len(runs) > 1 and runs[-1][-1] == runs[0][0]:
        # The ring began in the middle of a stretch of shore: join its two ends.
        runs[0] = runs.pop() + runs[0][1:]
    return (run for run in runs if len(run) > 1)


def _scenario(scenario: Scenario, atoms: Sequence[Piece], lang: str) -> dict[str, Any]:
    title = scenario.title[lang]
    holders = [piece.holders[scenario.id] for piece in atoms]
    return {
        "id": scenario.id,
        "title": title,
        "holders": holders,
        "verbs": {holder: verb(scenario, holder, lang) for holder in dict.fromkeys(holders)},
        "sources": list(scenario.sources),
        "cuts": [
            [[round(x, _DECIMALS), round(y, _DECIMALS)] for x, y in line.coords]
            for line in scenario.cut_lines()
        ],
        "cutCard": {
            "head": say("standing.constructed", lang),
            "second": title,
            "text": [cut_note(scenario, lang)],
            "sources": list(scenario.sources),
        },
    }


def _group_label(unit: str, lang: str) -> dict[str, Any]:
    from shapely import MultiPolygon

    shapes = [i for i in geodata.island_shapes() if i.group == unit and i.is_land]
    main = [i.geometry for i in shapes if i.unit == f"{unit}/{unit}"]
    centre = (main[0] if main else MultiPolygon([i.geometry for i in shapes])).centroid
    first, second = tell.unit_names(unit, lang)
    return {
        "at": [round(centre.x, 4), round(centre.y, 4)],
        "text": first,
        "second": second,
        "kind": "group",
        "rank": 1,
        "from": 6,
        "leader": True,
    }


def _named_islets() -> list[geodata.Island]:
    """Return each named islet once: a name that covers several rocks stands at the first."""
    main = {f"{unit}/{unit}" for unit in geodata.UNITS}
    named = (i for i in geodata.island_shapes() if i.names["en"] and i.unit not in main)
    return list({i.names["en"]: i for i in reversed(list(named))}.values())


def _islet_label(island: geodata.Island, lang: str) -> dict[str, Any]:
    centre = island.geometry.centroid
    first, second = tell.names(island.names, lang)
    return {
        "at": [round(centre.x, 4), round(centre.y, 4)],
        "text": first,
        "second": second,
        "kind": "islet",
        "rank": 30,
        "from": 9.5,
        "leader": True,
    }
