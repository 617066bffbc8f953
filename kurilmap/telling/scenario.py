"""What is told of a scenario: who holds what, and how its cut was drawn."""

from typing import Any

from kurilmap.scenarios import CutRule, Scenario
from kurilmap.telling import figures
from kurilmap.telling.names import unit_name
from kurilmap.telling.rights import key, rights, verb
from kurilmap.words import dated, parties, say


def told(scenario: Scenario, lang: str) -> dict[str, Any]:
    """Return what the panel says of a scenario, in one language.

    Parameters
    ----------
    scenario : Scenario
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict
        Texts, a row a holder with its area and share, the key of the map and the rights.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> [row["holder"] for row in told(scenario("two-islands-1956"), "en")["rows"]]
    ['JP', 'RU']
    """
    shares = scenario.shares()
    total = sum(shares.values())
    kind = say(f"kind.{scenario.kind}", lang)
    return {
        "id": scenario.id,
        "title": scenario.title[lang],
        "note": f"{_year(scenario, lang)} · {kind}",
        "kind": kind,
        "date": dated(scenario.date, scenario.precision, lang),
        "by": scenario.by[lang],
        "summary": scenario.summary[lang],
        "conditions": scenario.conditions[lang],
        "sources": list(scenario.sources),
        "rows": [
            _row(scenario, holder, shares[holder], total, lang)
            for holder in parties(lang)
            if shares.get(holder)
        ],
        "key": key(scenario, lang),
        "rights": rights(scenario, lang),
        "total": figures.area(total, lang),
        "whole": figures.share(1, lang),
        "cutNote": cut_note(scenario, lang),
    }


def _row(scenario: Scenario, holder: str, area: float, total: float, lang: str) -> dict[str, Any]:
    said = verb(scenario, holder, lang)
    size, part = figures.area(area, lang), figures.share(area / total, lang)
    return {
        "holder": holder,
        "name": say(f"holder.{holder}", lang),
        "verb": said,
        "area": size,
        "share": part,
        # What draws a bar: more digits would carry a cut's last bits of rounding into the page.
        "fraction": round(area / total, 6),
        "sentence": say("panel.sentence", lang, verb=said, area=size, share=part),
    }


def _year(scenario: Scenario, lang: str) -> str:
    if scenario.kind == "administered":
        return say("panel.since", lang, year=scenario.date.year)
    return str(scenario.date.year)


def cut_note(scenario: Scenario, lang: str) -> str:
    """Return the sentences that own up to the drawn cuts, or nothing where there is none.

    Parameters
    ----------
    scenario : Scenario
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str
        One sentence a cut; the same sentence stands once.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> cut_note(scenario("two-islands-1956"), "en")
    ''
    """
    return " ".join(dict.fromkeys(_one_cut(scenario, cut, lang) for cut in scenario.cuts))


def _one_cut(scenario: Scenario, cut: CutRule, lang: str) -> str:
    drawn = cut.line is not None or cut.polygon is not None
    if drawn and scenario.kind == "constructed":
        return say("drawn.note", lang)
    if drawn or cut.bearing is not None:
        return say("panel.cut-note-given", lang)
    side = say(f"side.{cut.side}", lang)
    if cut.share != "equal":
        return say("panel.cut-note", lang, side=side)
    land = [piece for piece in scenario.pieces() if cut.unit in (piece.unit, piece.island)]
    taken = sum(piece.area_m2 for piece in land if piece.holders[scenario.id] == cut.holder)
    part = figures.share(taken / sum(piece.area_m2 for piece in land), lang)
    return say("panel.cut-note-equal", lang, side=side, share=part, unit=unit_name(cut.unit, lang))
