"""What stands in the panel of every page: its words, its foot, and the published areas."""

from typing import Any

from kurilmap import geodata, telling
from kurilmap._version import __version__
from kurilmap.geodesy import area as area_m2
from kurilmap.words import say


def foot(lang: str) -> list[str]:
    """Return the lines that stand under every page.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of str
    """
    keys = ("panel.foot", "panel.licence")
    return [*(say(key, lang) for key in keys), say("panel.version", lang, version=__version__)]


def published(lang: str) -> dict[str, Any]:
    """Return the published areas beside those of the outlines.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict
        ``rows``, their ``note``, and the ``sources``.
    """
    figures = {unit: telling.published_area(unit) for unit in geodata.UNITS}
    rows = []
    for unit, figure in figures.items():
        land = sum(area_m2(island.geometry) for island in _covered(unit, figure["covers"]))
        name, told = say(f"unit.{unit}", lang), telling.published(unit, lang)
        rows.append([name, telling.area(land, lang), told])
    gsi = say("panel.gsi", lang, vintage=figures["etorofu"]["vintage"])
    return {
        "rows": rows,
        "note": say("panel.published-note", lang, source=gsi),
        "sources": list(dict.fromkeys(figure["source"] for figure in figures.values())),
    }


def _covered(unit: str, covers: str) -> list[geodata.Island]:
    """Return the land that a published figure covers, to compute the same."""
    land = [i for i in geodata.island_shapes() if i.group == unit and i.is_land]
    return land if covers == "with islets" else [i for i in land if i.unit == f"{unit}/{unit}"]


def panel_words(lang: str) -> dict[str, str]:
    """Return the words that the panel's script needs.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict of str to str
    """
    keys = {
        "scenarios": "panel.scenarios",
        "none": "panel.none",
        "noneNote": "panel.none-note",
        "result": "panel.result",
        "summary": "panel.summary",
        "holder": "panel.holder",
        "area": "panel.area",
        "share": "panel.share",
        "total": "panel.total",
        "rounding": "panel.rounding",
        "publishedCaption": "panel.published-caption",
        "published": "panel.published",
        "areaPublished": "popup.area-published-main",
        "by": "panel.by",
        "date": "panel.date",
        "conditions": "panel.conditions",
        "kind": "panel.kind",
        "layers": "panel.layers",
        "about": "panel.about",
        "always": "cite.always",
        "legend": "panel.legend",
        "details": "panel.details",
        "sources": "panel.sources",
        "hatchNote": "panel.hatch-note",
        "course": "panel.course",
        "undecided": "popup.holder-none",
        "constructed": "standing.constructed",
        "rights": "right.heading",
        "proposals": "proposal.heading",
        "proposalsLead": "proposal.lead",
        "why": "proposal.why",
        "order": "beside.order",
        "byDate": "beside.by-date",
        "byKind": "beside.by-kind",
        "ownOnly": "beside.own-only",
    }
    return {key: say(word, lang) for key, word in keys.items()}
