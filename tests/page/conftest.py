"""Small maps, and the texts that a stranger might send."""

from collections.abc import Callable

import folium
import pytest


class LeanMap(folium.Map):
    """A map that needs Leaflet and jQuery alone, as kurilmap's own maps do."""

    default_js = folium.Map.default_js[:2]
    default_css = folium.Map.default_css[:1]


@pytest.fixture
def lean_map() -> Callable[..., folium.Map]:
    """Make a map without tiles; what is given is added to it."""

    def make(*parts: object) -> folium.Map:
        made = LeanMap(location=[44, 146], zoom_start=7, tiles=None)
        for part in parts:
            part.add_to(made)
        return made

    return make
