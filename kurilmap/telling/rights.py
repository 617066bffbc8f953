"""What is told of land that one party holds and another administers, or has rights on."""

from collections.abc import Iterable
from typing import Any

from kurilmap.geodata import UNITS
from kurilmap.scenarios import Piece, Scenario, mark, rights_on
from kurilmap.telling import figures
from kurilmap.telling.names import unit_name
from kurilmap.words import parties, say


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
        With the administering party where it is another, on all of the holder's land.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> verb(scenario("status-quo"), "RU", "en")
    'Administered by Russia'
    >>> verb(scenario("kawana-1998"), "JP", "en")
    'Japan would hold, Russia would administer'
    """
    held = [piece for piece in scenario.pieces() if piece.holders[scenario.id] == holder]
    told = {_verb(scenario, piece, lang) for piece in held}
    return told.pop() if len(told) == 1 else _holds(scenario, holder, lang)


def key(scenario: Scenario, lang: str) -> list[dict[str, Any]]:
    """Return each way in which land is filled on the map of a scenario, and what it means.

    Parameters
    ----------
    scenario : Scenario
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of dict
        ``holder``, ``mark`` (:func:`kurilmap.scenarios.mark`), ``label``, the
        ``fraction`` of all land, and ``sentence`` with its area and share; in the order of the
        language, what has no mark first.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> [row["label"] for row in key(scenario("two-plus-alpha"), "en")]
    ['Japan would hold', 'Russia would hold, with rights of Japan and joint rights']
    """
    land = scenario.pieces()
    total = sum(piece.area_m2 for piece in land)
    found: dict[tuple[int, str], list[Piece]] = {}
    order = parties(lang)
    for piece in land:
        place = order.index(piece.holders[scenario.id])
        found.setdefault((place, mark(scenario, piece)), []).append(piece)
    return [
        {
            "holder": order[place],
            "mark": marked,
            "label": (said := label(scenario, group[0], lang)),
            # As few digits as in a row of told().
            "fraction": round(fraction := sum(piece.area_m2 for piece in group) / total, 6),
            "sentence": say(
                "panel.sentence",
                lang,
                verb=said,
                area=figures.area(fraction * total, lang),
                share=figures.share(fraction, lang),
            ),
        }
        for (place, marked), group in sorted(found.items(), key=lambda item: item[0])
    ]


def label(scenario: Scenario, piece: Piece, lang: str) -> str:
    """Return who would hold a piece, who would administer it and whose rights lie on it.

    Parameters
    ----------
    scenario : Scenario
    piece : Piece
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str
    """
    having = {right.holder for right in rights_on(scenario, piece) if right.what != "talks"}
    told = [say(f"right.of-{party}", lang) for party in parties(lang) if party in having]
    held = _verb(scenario, piece, lang)
    if not told:
        return held
    return say("right.with", lang, held=held, rights=_joined(told, lang, "right.and"))


def rights(scenario: Scenario, lang: str) -> list[dict[str, Any]]:
    """Return what the panel lists of administration and rights.

    Parameters
    ----------
    scenario : Scenario
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of dict
        ``mark``, ``label``, where (``units`` in words, ``ids`` as they are) and ``text``.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> [(row["label"], row["units"]) for row in rights(scenario("kawana-1998"), "en")]
    [('Russia: administration', 'all four groups')]
    """
    parted: dict[str, dict[str, None]] = {}
    for piece in scenario.pieces():
        party = piece.administers[scenario.id]
        if party != piece.holders[scenario.id]:
            parted.setdefault(party, {})[piece.unit] = None
    rows = [
        _row(party, "administration", f"{party}/", list(parted[party]), "", lang)
        for party in parties(lang)
        if party in parted
    ]
    rows += [
        _row(right.holder, right.what, f"/{right.holder}", right.units, right.text[lang], lang)
        for right in scenario.rights
    ]
    return rows


def _row(
    party: str, what: str, marked: str, units: Iterable[str], text: str, lang: str
) -> dict[str, Any]:
    holder, said = say(f"holder.{party}", lang), say(f"right.{what}", lang)
    ids = list(units)
    # A pair of names is not broken at its stroke.
    names = [unit_name(unit, lang).replace(" / ", "\u00a0/\u00a0") for unit in ids]
    whole = set(ids) >= set(UNITS)
    return {
        "mark": marked,
        "label": say("right.label", lang, holder=holder, what=said),
        "units": say("right.all", lang) if whole else _joined(names, lang),
        "ids": ids,
        "text": text,
    }


def _joined(texts: list[str], lang: str, by: str = "right.both") -> str:
    told, *others = texts
    for text in others:
        told = say(by, lang, first=told, second=text)
    return told


def _verb(scenario: Scenario, piece: Piece, lang: str) -> str:
    holder, party = piece.holders[scenario.id], piece.administers[scenario.id]
    if any(right.what == "talks" for right in rights_on(scenario, piece)):
        return say(f"right.meanwhile-{party}", lang)
    held = _holds(scenario, holder, lang)
    return (
        held if party == holder else _joined([held, say(f"right.administers-{party}", lang)], lang)
    )


def _holds(scenario: Scenario, holder: str, lang: str) -> str:
    mood = "holds" if scenario.kind == "administered" or _moves_nothing(scenario) else "would"
    return say(f"holder.{mood}-{holder}", lang)


def _moves_nothing(scenario: Scenario) -> bool:
    """Tell whether all stays with who administers it today, and only rights are new."""
    told = (*scenario.holders.values(), *scenario.administers.values())
    return bool(scenario.rights) and not scenario.cuts and set(told) == {"RU"}
