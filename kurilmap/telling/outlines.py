"""Where the outlines of the land are from: what a citation and a layer's own text say of it."""

from datetime import date
from typing import Any

from kurilmap.words import dated, say

PACKAGE = "roaring-landmask 0.11.0"
"""What ``geo/build/`` takes OpenStreetMap's land from; it does not print the day of its extract."""

BUILT = date(2026, 8, 1)
"""When that was built; the month is known."""

SOURCE = "openstreetmap"
"""What stands for the outlines among a layer's sources."""


def vintage(lang: str) -> dict[str, str]:
    """Return what stands in a sentence on the outlines: where they are from, and since when.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict
        ``package`` and ``month``.

    Examples
    --------
    >>> vintage("en")
    {'package': 'roaring-landmask 0.11.0', 'month': 'August 2026'}
    """
    return {"package": PACKAGE, "month": dated(BUILT, "month", lang)}


def outline_source(lang: str) -> dict[str, dict[str, Any]]:
    """Return the outlines as an entry of the bibliography, which holds texts alone.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict
        As :func:`kurilmap.telling.sources` gives it.

    Examples
    --------
    >>> outline_source("en")["openstreetmap"]["by"]
    'OpenStreetMap contributors, August 2026'
    """
    built = vintage(lang)["month"]
    return {
        SOURCE: {
            "title": "OpenStreetMap",
            "gloss": "",
            "by": f"OpenStreetMap contributors, {built}",
            "url": "https://www.openstreetmap.org/copyright",
            "lang": "en",
            "read": "",
        }
    }


def about_outlines(key: str, lang: str) -> str:
    """Return what a layer says of the outlines that it draws or is worked out from.

    Parameters
    ----------
    key : str
        Of the word list, ``"cite.about-islands"``.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> about_outlines("cite.about-land", "en")[:50]
    "OpenStreetMap's coastline, made simpler to draw: w"
    """
    return say(key, lang, **vintage(lang))
