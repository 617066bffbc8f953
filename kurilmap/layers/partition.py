"""The four groups under every scenario: one geometry, and a table of who holds which piece."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from kurilmap import geodata, telling
from kurilmap.layers import look, names, outline
from kurilmap.layers.base import InertLayer
from kurilmap.layers.lines import line_look
from kurilmap.layers.tongues import spoken
from kurilmap.scenarios import Piece, Scenario, mark, pieces
from kurilmap.words import say

_Key = TypeVar("_Key")


@spoken
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
    atoms = pieces(scenarios)
    units = {unit: _unit(unit, size, lang) for unit, size in _sums(atoms, lambda p: p.unit).items()}
    cited = [source for scenario in scenarios for source in scenario.sources]
    cited += [source for unit in units.values() for source in unit["sources"]]
    data = {
        "pieces": [*_land(atoms, lang), *_low_tide(len(atoms), lang)],
        "scenarios": [_scenario(scenario, atoms, lang) for scenario in scenarios],
        "units": units,
        "labels": names.labels(lang),
        "looks": {holder: asdict(style) for holder, style in look.HOLDERS.items()},
        "shore": look.ISLAND_SHORE,
        "cutLook": line_look("constructed", None),
        "sources": telling.sources(cited, lang) | telling.outline_source(lang),
        "words": _words(lang),
    }
    # One source, however many groups it measures.
    published = dict.fromkeys(source for unit in units.values() for source in unit["sources"])
    about = {
        "text": [telling.about_outlines("cite.about-islands", lang)],
        "sources": [telling.SOURCE, *published],
    }
    name = say("layer.scenarios", lang)
    return InertLayer("partition", data, name, control=False, about=about)


def _words(lang: str) -> dict[str, str]:
    words = {
        "sources": "panel.sources",
        "area": "popup.area",
        "part": "popup.part",
        "kind": "popup.kind",
        "inScenario": "popup.in-scenario",
        "undecided": "popup.holder-none",
        "what": "popup.what",
        "low": "feature.low-tide-elevation",
        "unnamed": "popup.unnamed",
        "cut": "standing.constructed",
    }
    return {key: say(word, lang) for key, word in words.items()}


def _unit(unit: str, square_metres: float, lang: str) -> dict[str, Any]:
    published = telling.published_area(unit)
    name = say(f"unit.{unit}", lang)
    told = (
        f"{telling.published(unit, lang)} ({say('panel.gsi', lang, vintage=published['vintage'])})"
    )
    whole = published["covers"] == "with islets"
    # Like stands beside like: where the figure is of the main island, only that one shows it.
    rows = (
        [
            [say("popup.area-group", lang, unit=name), telling.area(square_metres, lang)],
            [say("popup.area-published", lang, unit=name), told],
        ]
        if whole
        else [[say("popup.area-published-main", lang), told]]
    )
    return {"name": name, "whole": whole, "rows": rows, "sources": [published["source"]]}


def _land(atoms: Sequence[Piece], lang: str) -> list[dict[str, Any]]:
    islands = {island.unit: island for island in geodata.island_shapes()}
    sizes = _sums(atoms, lambda piece: piece.island)
    # One piece a group is a stop of the Tab key: the largest.
    largest = {piece.unit: piece for piece in sorted(atoms, key=lambda piece: piece.area_m2)}
    return [
        {
            **_feature(k, islands[piece.island], outline.rings(piece.geometry), lang),
            "a": telling.area(sizes[piece.island], lang),
            "m": round(piece.area_m2),
            **({"main": True} if largest[piece.unit] is piece else {}),
            **(
                {"shore": outline.shore(piece.geometry, piece.cut_edges)} if piece.cut_edges else {}
            ),
        }
        for k, piece in enumerate(atoms)
    ]


def _low_tide(start: int, lang: str) -> list[dict[str, Any]]:
    low = (island for island in geodata.island_shapes() if not island.is_land)
    return [
        {**_feature(k, island, outline.rings(island.geometry), lang), "low": True}
        for k, island in enumerate(low, start)
    ]


def _feature(
    k: int, island: geodata.Island, rings: list[outline.Ring], lang: str
) -> dict[str, Any]:
    lines = names.name_lines(island, lang)
    named = {"n": lines} if lines else {}
    return {"k": k, "u": island.group, "i": island.unit, "g": rings, **named}


def _scenario(scenario: Scenario, atoms: Sequence[Piece], lang: str) -> dict[str, Any]:
    title = scenario.title[lang]
    holders = [piece.holders[scenario.id] for piece in atoms]
    marks = [mark(scenario, piece) for piece in atoms]
    parties = [piece.administers[scenario.id] for piece in atoms]
    return {
        "id": scenario.id,
        "title": title,
        "holders": holders,
        "verbs": {row["holder"] + row["mark"]: row["label"] for row in telling.key(scenario, lang)},
        **({"marks": marks, "rights": _rights(scenario, lang)} if any(marks) else {}),
        **({"administers": parties} if parties != holders else {}),
        "parts": _parts(scenario, atoms, lang),
        "sources": list(scenario.sources),
        "cuts": [outline.rounded(line.coords) for line in scenario.cut_lines()],
        "cutCard": {
            "head": say("standing.constructed", lang),
            "second": title,
            "text": [telling.cut_note(scenario, lang)],
            "sources": list(scenario.sources),
        },
    }


def _rights(scenario: Scenario, lang: str) -> list[dict[str, Any]]:
    """Return what a popup tells of the rights on its unit, or on its island alone."""
    return [
        {"units": row["ids"], "row": [row["label"], row["text"]]}
        for row in telling.rights(scenario, lang)
        if row["text"]
    ]


def _parts(scenario: Scenario, atoms: Sequence[Piece], lang: str) -> dict[str, Any]:
    """Return each holder's part of the islands that a scenario divides."""
    sums = _sums(atoms, lambda piece: (piece.island, piece.holders[scenario.id]))
    parts: dict[str, dict[str, str]] = {}
    for (island, holder), size in sums.items():
        parts.setdefault(island, {})[holder] = telling.area(size, lang)
    return {island: held for island, held in parts.items() if len(held) > 1}


def _sums(atoms: Iterable[Piece], key: Callable[[Piece], _Key]) -> dict[_Key, float]:
    """Add up areas in m² by a key, in the order of first appearance."""
    sums: dict[_Key, float] = {}
    for piece in atoms:
        sums[key(piece)] = sums.get(key(piece), 0.0) + piece.area_m2
    return sums
