"""Treaty lines, the line of control, and the lines that the two claims draw."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from kurilmap import geodata, telling
from kurilmap.errors import MapError
from kurilmap.layers import look
from kurilmap.layers.base import InertLayer
from kurilmap.layers.tongues import spoken
from kurilmap.words import pick, say

LAYERS: Mapping[str, tuple[str, ...]] = {
    "control": ("control",),
    "treaty-1855": ("treaty-1855",),
    "treaty-1875": ("treaty-1875-north", "treaty-1875-south"),
    "treaty-1905": ("treaty-1905",),
}
"""The line layers of the overview, each with the ids of its lines."""


@spoken
def lines(key: str, lang: str = "en", *, show: bool = True) -> InertLayer:
    """Return one of the line layers.

    Parameters
    ----------
    key : str
        A key of :data:`LAYERS`.
    lang : {"en", "ja", "ru"}, default "en"
    show : bool, default True
        Whether it is on at first.

    Returns
    -------
    InertLayer

    Raises
    ------
    kurilmap.errors.MapError
        For another key.

    Examples
    --------
    >>> lines("treaty-1855").layer_name
    'Treaty line of 1855'
    """
    if key not in LAYERS:
        raise MapError(f"lines({key!r}) was asked for; allowed are {', '.join(LAYERS)}.")
    data = line_data(LAYERS[key], lang)
    about = {
        "text": [text for line in data["lines"] for text in line["card"]["text"]],
        "sources": list(data["sources"]),
        "legend": [legend_item(line) for line in data["lines"]],
    }
    return InertLayer("lines", data, say(f"layer.{key}", lang), show=show, about=about)


def line_data(ids: tuple[str, ...], lang: str) -> dict[str, Any]:
    """Return what the page's script needs to draw some lines.

    Parameters
    ----------
    ids : tuple of str
        Ids of :func:`kurilmap.lines`.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict
        ``lines``, ``labels``, ``sources``, ``words``.
    """
    chosen = [f for f in geodata.features("lines.geojson") if f["properties"]["id"] in ids]
    cited = [source for f in chosen for source in f["properties"]["sources"]]
    return {
        "lines": [_line(feature, lang) for feature in chosen],
        "labels": [label for feature in chosen for label in _labels(feature)],
        "sources": telling.sources(cited, lang),
        "words": {"sources": say("panel.sources", lang)},
    }


def legend_item(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return a line's entry in the legend: how lines of its standing look.

    Parameters
    ----------
    line : mapping
        One of ``line_data(…)["lines"]``.

    Returns
    -------
    dict
    """
    return {"line": line["look"], "label": line["legend"]}


def line_look(standing: str, party: str | None) -> dict[str, Any]:
    """Return how a line is drawn: by its standing, a claimed one in its party's ink.

    Parameters
    ----------
    standing : str
        A key of :data:`kurilmap.layers.look.LINES`.
    party : {"JP", "RU"} or None

    Returns
    -------
    dict
        colour, dash, width, cap.
    """
    style = asdict(look.LINES[standing])
    if standing == "claimed" and party:
        style["colour"] = look.HOLDERS[party].ink
    return {**style, "cap": "round" if standing == "reported" else "butt"}


def _line(feature: Mapping[str, Any], lang: str) -> dict[str, Any]:
    properties = feature["properties"]
    geometry = feature["geometry"]
    parts = geometry["coordinates"]
    party = properties["party"]
    standing = say(f"standing.{properties['standing']}", lang)
    told = (pick(telling.by_lang(properties, key), lang) for key in ("text", "rule"))
    return {
        "id": properties["id"],
        "g": parts if geometry["type"] == "MultiLineString" else [parts],
        "standing": properties["standing"],
        "look": line_look(properties["standing"], party),
        "legend": f"{standing} ({say(f'holder.{party}', lang)})" if party else standing,
        "card": {
            "head": pick(telling.by_lang(properties, "name"), lang),
            "rows": [[say("popup.standing", lang), standing]],
            "text": [text for text in told if text],
            "sources": properties["sources"],
        },
    }


def _labels(feature: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Label a treaty line with its year; the legend tells the others."""
    if feature["properties"]["group"] != "treaty":
        return []
    geometry = feature["geometry"]
    flat = geometry["coordinates"]
    line = max(flat, key=len) if geometry["type"] == "MultiLineString" else flat
    year = feature["properties"]["date"][:4]
    return [{"at": line[len(line) // 2][:2], "text": year, "kind": "line", "rank": 5}]
