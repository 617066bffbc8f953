"""Gives Leaflet's default marker its pictures."""

import json
import re

from kurilmap.page import library

_MARKER = re.compile(r"L\.[mM]arker\(")
_STRING = re.compile(r"""\"(?:[^"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'""")
_ICON_OF_ITS_OWN = re.compile(r"\bicon\s*[:,}]")
_LONGEST_CALL = 2000
_GEOJSON = ("L.geoJson(", "L.geoJSON(")
_POINT = re.compile(r"type[\"']\s*:\s*[\"'](?:Multi)?Point[\"']")


def wanted(script: str) -> bool:
    """Tell whether a script makes markers that may have the default icon.

    Parameters
    ----------
    script : str

    Returns
    -------
    bool

    Examples
    --------
    >>> wanted("L.marker([44, 146])"), wanted("L.marker([44, 146], {icon: mine})")
    (True, False)
    """
    if "Icon.Default" in script:
        return True
    if any(not _has_icon(script, call.end()) for call in _MARKER.finditer(script)):
        return True
    return any(word in script for word in _GEOJSON) and bool(_POINT.search(script))


def _has_icon(script: str, start: int) -> bool:
    """Tell whether the arguments of ``L.marker`` give an icon; in doubt, no."""
    rest = _STRING.sub("", script[start : start + _LONGEST_CALL])
    depth = 1
    for place, character in enumerate(rest):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            return bool(_ICON_OF_ITS_OWN.search(rest[:place]))
    return False


def script() -> str:
    """Return the statement that follows Leaflet.

    Leaflet finds its pictures by the path of its style sheet, which an inlined sheet has not; an
    empty path leaves the data: URIs as they are.

    Returns
    -------
    str
    """
    options = {
        "iconUrl": library.leaflet_image("marker-icon.png"),
        "iconRetinaUrl": library.leaflet_image("marker-icon-2x.png"),
        "shadowUrl": library.leaflet_image("marker-shadow.png"),
    }
    return f'L.Icon.Default.imagePath="";L.Icon.Default.mergeOptions({json.dumps(options)});'
