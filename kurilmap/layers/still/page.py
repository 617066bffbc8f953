"""What a page shows before its scripts have run, and without them: a picture, a table, sources."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from math import log2
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from kurilmap import telling
from kurilmap.layers import look
from kurilmap.layers.land import SEAS
from kurilmap.layers.names import labels
from kurilmap.layers.still import template
from kurilmap.layers.still.frame import Mercator
from kurilmap.layers.still.paints import paint_id, paints
from kurilmap.layers.still.thumbnail import Thumbnails, thumbnails
from kurilmap.scenarios import Scenario
from kurilmap.words import parties, say

_WIDTH = 640
_BEYOND = 1.5
# Where a group's name stands beside the middle of its land, in pixels: in the open water.
_OFFSETS = {
    "habomai": (12, 26, "start"),
    "shikotan": (20, 14, "start"),
    "kunashiri": (28, 14, "start"),
    "etorofu": (-34, -26, "end"),
}
# The seas' names keep clear of the groups', which are large on a narrow page.
_SEA_OFFSETS = ((-30, 0), (45, 34))
_SPACE = re.compile(r"\n\s*")


def sketch(
    shown: Sequence[Scenario],
    title: str,
    bounds: Sequence[Sequence[float]],
    lang: str,
    *,
    claimed: bool = True,
) -> str:
    """Return the still picture that stands in a map's place until the map is drawn.

    Parameters
    ----------
    shown : sequence of Scenario
        One picture each; the islands under both claims where there are none.
    title : str
        What the picture is called where no scenario names it. May be hostile.
    bounds : sequence
        South-west and north-east corner, latitude first, in degrees: the map's first view.
    lang : {"en", "ja", "ru"}
    claimed : bool, default True
        Whether islands that no scenario fills are hatched as claimed by both; else they are land.

    Returns
    -------
    str
        HTML, every text in it escaped.

    Examples
    --------
    >>> sketch([], "<b>", ((43.2, 144.85), (45.75, 149.9)), "en").count("&lt;b&gt;")
    1
    """
    (south, west), (north, east) = bounds
    frame = Mercator(west, south, east, north, _WIDTH)
    drawn = thumbnails(shown, frame, beyond=_BEYOND)
    text = (
        _environment()
        .get_template("sketch.html.j2")
        .render(
            drawn=drawn if shown else replace(drawn, shapes=()),
            pictures=[_picture(one, drawn, shown, lang) for one in shown]
            or [{"caption": "", "fills": (), "cut": ""}],
            paints=paints(fate for one in shown for fate in drawn.fates[one.id]) if shown else (),
            names=_names(frame, lang),
            title=title,
            ground="url(#hold-claims)" if claimed else look.LAND,
            width=_WIDTH,
            height=frame.height,
            # The zoom of a map on the web at which it is as large as this picture.
            zoom=round(log2(_WIDTH / (east - west) * 360 / 256), 6),
            look={"land": look.LAND, "shore": look.SHORE, "island_shore": look.ISLAND_SHORE},
            holders=look.HOLDERS,
            cut=look.LINES["constructed"],
        )
    )
    return _SPACE.sub("\n", text)


def plain(
    title: str,
    scenarios: Sequence[Scenario],
    shown: Sequence[Scenario],
    stops: Sequence[Mapping[str, Any]],
    foot: Sequence[str],
    lang: str,
) -> str:
    """Return what stands in the panel's place in a browser that runs no scripts.

    Parameters
    ----------
    title : str
        May be hostile, as may all that the scenarios say.
    scenarios : sequence of Scenario
        What could be chosen.
    shown : sequence of Scenario
        Those in the picture, told of at length; all others are listed.
    stops : sequence of mapping
        ``date`` and ``title`` of what happened when, for a timeline.
    foot : sequence of str
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str
        A ``<noscript>``, every text in it escaped.

    Examples
    --------
    >>> plain("<b>", [], [], [], [], "en").count("&lt;b&gt;")
    1
    """
    ids = [source for one in shown for source in one.sources]
    cited = telling.sources(ids, lang) | (telling.outline_source(lang) if scenarios else {})
    rows = {
        paint_id(row["holder"], row["mark"]): row["label"]
        for one in shown
        for row in telling.key(one, lang)
    }
    if scenarios and not shown:
        # What is hatched in the picture.
        rows["hold-claims"] = " · ".join(
            say(f"layer.claim-{one}", lang) for one in parties(lang)[:2]
        )
    text = (
        _environment()
        .get_template("plain.html.j2")
        .render(
            say=partial(say, lang=lang),
            # A pair of names stays on its line.
            title=title.replace(" / ", "\u00a0/\u00a0"),
            shown=[telling.told(one, lang) for one in shown],
            others=[telling.told(one, lang) for one in scenarios if one not in shown],
            stops=stops,
            key=[{"paint": paint, "label": label} for paint, label in rows.items()],
            cut=look.LINES["constructed"] if any(one.cut_lines() for one in shown) else None,
            sources=[_linked(source) for source in cited.values()],
            foot=foot,
        )
    )
    return _SPACE.sub("\n", text)


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        loader=FunctionLoader(template),
    )


def _picture(
    one: Scenario, drawn: Thumbnails, shown: Sequence[Scenario], lang: str
) -> dict[str, Any]:
    return {
        "caption": one.title[lang] if len(shown) > 1 else "",
        "fills": [paint_id(*fate) for fate in drawn.fates[one.id]],
        "cut": drawn.cuts[one.id],
    }


def _names(frame: Mercator, lang: str) -> list[dict[str, Any]]:
    """Return the names of the groups, and of the seas that lie within the frame."""
    names = []
    for unit, label in zip(_OFFSETS, labels(lang), strict=False):
        x, y = frame.at(*label["at"])
        dx, dy, anchor = _OFFSETS[unit]
        names.append(_name(label["text"], x + dx, y + dy, anchor, sea=False))
    for (key, (longitude, latitude), *_), (dx, dy) in zip(SEAS, _SEA_OFFSETS, strict=False):
        x, y = frame.at(longitude, latitude)
        names.append(_name(say(f"sea.{key}", lang), x + dx, y + dy, "middle", sea=True))
    return names


def _name(text: str, x: float, y: float, anchor: str, *, sea: bool) -> dict[str, Any]:
    return {"text": text, "x": round(x), "y": round(y), "anchor": anchor, "sea": sea}


def _linked(source: Mapping[str, Any]) -> dict[str, Any]:
    """Link to nothing but the web."""
    url = source.get("url") or ""
    return {**source, "url": url if url.startswith(("http://", "https://")) else None}
