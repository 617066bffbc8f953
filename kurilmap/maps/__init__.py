"""The maps: each a folium map, to which a user may add any folium layer."""

from kurilmap.maps.base import VIEW, Map
from kurilmap.maps.comparison import comparison_map, several_map
from kurilmap.maps.compositions import overview_map, scenario_map
from kurilmap.maps.timeline import timeline_map

__all__ = [
    "VIEW",
    "Map",
    "comparison_map",
    "overview_map",
    "scenario_map",
    "several_map",
    "timeline_map",
]
