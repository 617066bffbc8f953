"""Three views of one map, each with whose it is: which fills, which lines, whose names."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from branca.element import Element

from kurilmap import geodata, telling
from kurilmap.layers import look
from kurilmap.layers.base import InertLayer
from kurilmap.layers.lines import line_data, line_look
from kurilmap.layers.past import COAST_UNITS
from kurilmap.layers.tongues import spoken
from kurilmap.words import parties, pick, say


@spoken
def views(ground: InertLayer, present: Sequence[Element], lang: str = "en") -> InertLayer:
    """Return the choice of view: de facto, as Japan's and as Russia's official maps show it.

    Parameters
    ----------
    ground : InertLayer
        The partition, whose outlines are filled where no scenario is chosen.
    present : sequence of folium elements
        Layers that belong to the de facto view alone: the claims and the line of control.
    lang : {"en", "ja", "ru"}, default "en"

    Returns
    -------
    InertLayer
        Not among the layers that a reader switches: it is a choice of its own in the panel.
    """
    rows = geodata.records("views.toml")["view"]
    order = ["de-facto", *parties(lang)]
    told = [_view(row, lang) for row in sorted(rows, key=lambda row: order.index(row["id"]))]
    coast = geodata.features("coast-light.geojson")
    data = {
        "views": told,
        "units": [
            {"unit": f["properties"]["unit"], "g": f["geometry"]["coordinates"]}
            for f in coast
            if f["properties"]["unit"] in COAST_UNITS
        ],
        "looks": {holder: asdict(style) for holder, style in look.PAST.items()},
        "names": [list(row) for row in geodata.records("views.toml")["names"][lang]],
        "shore": look.SHORE,
        "sources": telling.sources(
            (s for one in told for s in (*one["sources"], *_cited(one["lines"]))), lang
        ),
        "words": {
            "heading": say("views.heading", lang),
            "sources": say("panel.sources", lang),
            "about": say("panel.about", lang),
        },
    }
    name = say("views.heading", lang)
    return InertLayer("views", data, name, control=False, needs=[ground, *present])


def _view(row: Mapping[str, Any], lang: str) -> dict[str, Any]:
    lines = [_line(line, row["sources"], lang) for line in row.get("line", ())]
    pale = row["claims"]
    fills = {unit: _fill(holder, pale=pale) for unit, holder in row["holders"].items()}
    order = [*parties(lang), "undetermined"]
    filled = dict.fromkeys(zip(fills.values(), row["holders"].values(), strict=True))
    named = sorted(filled, key=lambda pair: order.index(pair[1]))
    key = "holder.holds" if pale else "views.drawn"
    legend: list[dict[str, Any]] = [
        {"fill": f"url(#km-past-{fill})", "label": say(f"{key}-{holder}", lang)}
        for fill, holder in named
    ]
    if lines:
        party = row["id"]
        legend.append({"line": lines[0]["look"], "label": say(f"views.line-{party}", lang)})
    return {
        "id": row["id"],
        "title": row["title"][lang],
        "text": row["text"][lang],
        "present": pale,
        "names": row["names"],
        "holders": dict(row["holders"]),
        "fills": fills,
        "lines": lines,
        "legend": legend,
        "sources": list(row["sources"]),
    }


def _cited(lines: Sequence[Mapping[str, Any]]) -> list[str]:
    return [source for line in lines for source in line["card"]["sources"]]


def _fill(holder: str, *, pale: bool) -> str:
    return f"{holder}-pale" if pale else holder


def _line(line: Mapping[str, Any], sources: Sequence[str], lang: str) -> dict[str, Any]:
    """Return a line on the course of one that is known, in the standing that the view gives it."""
    drawn = line_data((line["course"],), lang)["lines"][0]
    name = pick(line["name"], lang)
    rule = drawn["card"]["text"][-1:]
    card = {"head": name, "rows": [], "text": rule, "sources": list(sources)}
    return {
        **drawn,
        "look": line_look("claimed", line["party"]),
        "standing": "claimed",
        "card": card,
    }
