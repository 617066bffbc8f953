"""One function a layer, each returning a folium object that can be added to any folium map."""

from kurilmap.layers.base import InertLayer, Verbatim, figure_with_assets, to_script_json
from kurilmap.layers.claims import claim
from kurilmap.layers.differ import differ
from kurilmap.layers.land import BOX, land
from kurilmap.layers.lines import LAYERS as LINE_LAYERS
from kurilmap.layers.lines import lines
from kurilmap.layers.panel import Panel, foot
from kurilmap.layers.partition import partition
from kurilmap.layers.points import landmarks, settlements, straits
from kurilmap.layers.sea import sea

__all__ = [
    "BOX",
    "LINE_LAYERS",
    "InertLayer",
    "Panel",
    "Verbatim",
    "claim",
    "differ",
    "figure_with_assets",
    "foot",
    "land",
    "landmarks",
    "lines",
    "partition",
    "sea",
    "settlements",
    "straits",
    "to_script_json",
]
