"""Finds the elements of a map that fetch when the page is opened, or that need ``eval``."""

import re
from collections.abc import Iterable

from branca.element import Element

from kurilmap.errors import OfflineError
from kurilmap.page import library
from kurilmap.page.styles import is_local

# By class name, so that folium.plugins need not be imported; the attribute that holds the URL.
_URL_OF = {
    "TileLayer": "tiles",
    "WmsTileLayer": "url",
    "ImageOverlay": "url",
    "VideoOverlay": "url",
    "FloatImage": "image",
    "VectorGridProtobuf": "url",
    "Realtime": "src",
}
_NEED_NETWORK = {"TileLayer", "WmsTileLayer", "VectorGridProtobuf", "Realtime", "Geocoder"}
_NEED_EVAL = {"Vega", "VegaLite"}
_HTTP = re.compile(r"https?://[^\s\"'`\\<>)]+")

# What folium's texts and scripts may hold. Each pattern begins with plain letters: it is searched
# for in all of a map's data.
_TAG = r"(?:img|source|video|audio|iframe|embed|object|image|input|link|script)\b"
_QUOTE = r"(?:\\?[\"']|\\u002[27]|&quot;|&#3[49];)?"
_REMOTE = r"(?P<url>(?:https?:)?//[^\s\"'`\\<>)&]+)"
_ATTRIBUTE = rf"[^<>]*?[\s\"'](?:src|srcset|data|poster|href)\s*=\s*{_QUOTE}\s*{_REMOTE}"
_STYLE = rf"[\s\"']style\s*=\s*{_QUOTE}[^<>]*?url\(\s*{_QUOTE}{_REMOTE}"
_FETCHED_IN_SCRIPT = [
    re.compile(pattern)
    for pattern in (
        rf"<(?i:{_TAG}{_ATTRIBUTE})",
        rf"\\u003[cC](?i:{_TAG}{_ATTRIBUTE})",  # `<` in JSON
        rf"<(?i:[a-z][^<>]*?{_STYLE})",
        rf"\\u003[cC](?i:[a-z](?:(?!\\u003e)[^<>])*?{_STYLE})",
        rf"L\.(?:tileLayer(?:\.wms)?|imageOverlay|videoOverlay)\(\s*[\"'`]{_REMOTE}",
        rf"fetch\(\s*[\"'`]{_REMOTE}",
        rf"\$\.(?:ajax|get|getJSON)\(\s*[\"'`]{_REMOTE}",
    )
]


def check_elements(parts: Iterable[Element]) -> None:
    """Refuse a map with an element that cannot work without a network.

    Parameters
    ----------
    parts : iterable of branca.element.Element
        All that the page is made of.

    Raises
    ------
    kurilmap.errors.OfflineError
        Names the element's class and its URL.
    """
    for part in parts:
        names = {cls.__name__ for cls in type(part).__mro__}
        kind = type(part).__name__
        if names & _NEED_EVAL:
            raise OfflineError(
                f"{kind} needs eval, which the page's policy forbids. "
                "Draw the chart as a picture (a data: URI or inline SVG), or leave it out."
            )
        for url in _fetched_by(part, names):
            if is_local(url):
                continue
            if names & _NEED_NETWORK:
                raise OfflineError(
                    f"The page would have to fetch {url} ({kind}). That works with a network only: "
                    "leave it out (for a map without tiles: folium.Map(tiles=None))."
                )
            raise library.missing(url, kind)


def check_script(script: str, where: str) -> None:
    """Refuse a script whose texts load something over the network, such as an ``<img>``.

    Parameters
    ----------
    script : str
        Without what is data alone.
    where : str
        What the script is, for the message.

    Raises
    ------
    kurilmap.errors.OfflineError
        Names the URL.
    """
    for pattern in _FETCHED_IN_SCRIPT:
        found = pattern.search(script)
        if found:
            raise library.missing(found.group("url"), where)


def _fetched_by(part: Element, names: set[str]) -> Iterable[str]:
    for name in names & _URL_OF.keys():
        value = getattr(part, _URL_OF[name], None)
        code = getattr(value, "js_code", None)
        if code is not None:
            yield from _HTTP.findall(str(code))
        elif isinstance(value, str):
            yield value
    if "CustomIcon" in names:
        options = getattr(part, "options", {})
        yield from (str(options[key]) for key in ("icon_url", "shadow_url") if options.get(key))
    if "GeoJson" in names and not getattr(part, "embed", True):
        yield str(getattr(part, "embed_link", ""))
    if "TimestampedGeoJson" in names and not getattr(part, "embed", True):
        yield str(getattr(part, "data", ""))
    if "Geocoder" in names:
        yield "https://nominatim.openstreetmap.org/"
