"""Gives Leaflet's default marker its pictures."""

import json
import re

from kurilmap.page import library

_MARKERS = ("L.marker(", "L.Marker(", "Icon.Default")
_GEOJSON = ("L.geoJson(", "L.geoJSON(")
_POINT = re.compile(r"type[\"']\s*:\s*[\"'](?:Multi)?Point[\"']")


def wanted(script: str) -> bool:
    """Tell whether a script makes markers that may have the default icon."""
    if any(word in script for word in _MARKERS):
        return True
    return any(word in script for word in _GEOJSON) and bool(_POINT.search(script))


def script() -> str:
    """Return the statement that follows Leaflet.

    Leaflet finds its pictures by the path of its style sheet, which an inlined sheet has not; an
    empty path leaves the data: URIs as they are.
    """
    options = {
        "iconUrl": library.leaflet_image("marker-icon.png"),
        "iconRetinaUrl": library.leaflet_image("marker-icon-2x.png"),
        "shadowUrl": library.leaflet_image("marker-shadow.png"),
    }
    return f'L.Icon.Default.imagePath="";L.Icon.Default.mergeOptions({json.dumps(options)});'
