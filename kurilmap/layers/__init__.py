"""One function a layer, each returning a folium object that can be added to any folium map."""

from kurilmap.layers.base import InertLayer, asset, figure_with_assets, scripts_last, step
from kurilmap.layers.claims import claim
from kurilmap.layers.differ import beside, differ
from kurilmap.layers.land import BOX, land
from kurilmap.layers.lines import LAYERS as LINE_LAYERS
from kurilmap.layers.lines import lines
from kurilmap.layers.panel import Panel, layer_key
from kurilmap.layers.panel_texts import foot
from kurilmap.layers.partition import partition
from kurilmap.layers.past import COAST_UNITS as PAST_COAST
from kurilmap.layers.past import WHOLE, timeline
from kurilmap.layers.points import landmarks, settlements, straits
from kurilmap.layers.readings import readings
from kurilmap.layers.script import Verbatim, to_script_json
from kurilmap.layers.sea import sea
from kurilmap.layers.shared import shared_in
from kurilmap.layers.still.page import sketch
from kurilmap.layers.tongues import Text, in_each, in_lang
from kurilmap.layers.tools import tools
from kurilmap.layers.views import views

__all__ = [
    "BOX",
    "LINE_LAYERS",
    "PAST_COAST",
    "WHOLE",
    "InertLayer",
    "Panel",
    "Text",
    "Verbatim",
    "asset",
    "beside",
    "claim",
    "differ",
    "figure_with_assets",
    "foot",
    "in_each",
    "in_lang",
    "land",
    "landmarks",
    "layer_key",
    "lines",
    "partition",
    "readings",
    "scripts_last",
    "sea",
    "settlements",
    "shared_in",
    "sketch",
    "step",
    "straits",
    "timeline",
    "to_script_json",
    "tools",
    "views",
]
