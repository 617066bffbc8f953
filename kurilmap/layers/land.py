"""The land around the four groups: the base map, with no tiles."""

from typing import Any

from kurilmap import geodata, telling
from kurilmap.layers import look
from kurilmap.layers.base import InertLayer
from kurilmap.layers.tongues import spoken
from kurilmap.words import say

BOX = (138.0, 40.0, 158.0, 53.0)
"""Where the coast's data ends: west, south, east, north, in degrees."""

# Anchors of names, longitude first: a cartographer's choice, in open water or inside the land.
SEAS = (
    ("okhotsk", (146.2, 45.35), 6.5, 9),
    ("pacific", (148.1, 43.75), 6.5, 9),
    ("okhotsk", (149.0, 49.8), 4, 6.25),
    ("pacific", (152.5, 42.5), 4, 6.25),
)
_LANDS = {
    "hokkaido": (143.2, 43.4, 5, 9),
    "honshu": (140.9, 40.6, 6, 9),
    "sakhalin": (145.3, 51.2, 5, 8),
    "urup": (149.65, 46.1, 6, 11),
    "kamchatka": (157.3, 52.2, 5, 8),
    "kurils": (153.6, 48.4, 5, 7),
    "mainland": (139.0, 49.5, 5, 8),
}


@spoken
def land(
    lang: str = "en", *, without: tuple[str, ...] = (), named_from: float | None = None
) -> InertLayer:
    """Return the neutral base: coast in one grey, sea names, the data's edge.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"
    without : tuple of str
        Units of the coast that another layer draws.
    named_from : float, optional
        Zoom from which lands are named, where a map opens farther out than the overview.

    Returns
    -------
    InertLayer
        Not among the layers that a reader switches.

    Examples
    --------
    >>> land().control
    False
    """
    units = [
        {"unit": f["properties"]["unit"], "coordinates": f["geometry"]["coordinates"]}
        for f in geodata.features("coast-light.geojson")
        if f["properties"]["unit"] not in without
    ]
    seas = [_label("sea", key, at, (10, first, last), lang) for key, at, first, last in SEAS]
    lands = [
        _label("land", key, (x, y), (15, min(first, named_from or first), last), lang)
        for key, (x, y, first, last) in _LANDS.items()
    ]
    data = {
        "units": units,
        "labels": seas + lands,
        "box": BOX,
        "look": {"land": look.LAND, "shore": look.SHORE, "paper": look.PAPER},
        "sources": telling.outline_source(lang),
    }
    about = {
        "text": [telling.about_outlines("cite.about-land", lang)],
        "sources": [telling.SOURCE],
    }
    return InertLayer("land", data, say("layer.land", lang), control=False, about=about)


def _label(
    kind: str, key: str, at: tuple[float, float], order: tuple[float, float, float], lang: str
) -> dict[str, Any]:
    rank, first, last = order
    return {
        "at": at,
        "text": say(f"{kind}.{key}", lang),
        "kind": kind,
        "rank": rank,
        "from": first,
        "to": last,
        "fixed": True,
        "over": True,
    }
