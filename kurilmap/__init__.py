"""kurilmap: maps of the islands between Hokkaido and Urup, of what is claimed and proposed.

The names below are the public face. Each is imported when it is first used, so that
``import kurilmap`` alone stays quick.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from kurilmap._version import __version__

if TYPE_CHECKING:
    from kurilmap.atlas import save_record
    from kurilmap.compare import Comparison, compare
    from kurilmap.errors import (
        DataError,
        KurilmapError,
        MapError,
        MissingExtra,
        OfflineError,
        ScenarioError,
        UnknownPlace,
        UnknownScenario,
        UnknownWord,
        WriteError,
    )
    from kurilmap.export import export
    from kurilmap.geodata import (
        claims,
        coast,
        events,
        figures,
        find,
        islands,
        lines,
        places,
        proposals,
        sources,
        straits,
    )
    from kurilmap.history import partings, state_at, timeline, views, voices
    from kurilmap.maps import Map, comparison_map, overview_map, scenario_map, timeline_map
    from kurilmap.measures import sweep
    from kurilmap.page import save_html
    from kurilmap.record import check_record
    from kurilmap.scenarios import Scenario, scenario, scenarios
    from kurilmap.sea import SeaZones, sea
    from kurilmap.telling.sea_figures import sea_figures
    from kurilmap.telling.straits import strait_table
    from kurilmap.widgets import explore

_HOMES = {
    "kurilmap.compare": ("Comparison", "compare"),
    "kurilmap.atlas": ("save_record",),
    "kurilmap.errors": (
        "DataError",
        "KurilmapError",
        "MapError",
        "MissingExtra",
        "OfflineError",
        "ScenarioError",
        "UnknownPlace",
        "UnknownScenario",
        "UnknownWord",
        "WriteError",
    ),
    "kurilmap.export": ("export",),
    "kurilmap.geodata": (
        "claims",
        "coast",
        "events",
        "figures",
        "find",
        "islands",
        "lines",
        "places",
        "proposals",
        "sources",
        "straits",
    ),
    "kurilmap.maps": ("Map", "comparison_map", "overview_map", "scenario_map", "timeline_map"),
    "kurilmap.measures": ("sweep",),
    "kurilmap.history": ("partings", "state_at", "timeline", "views", "voices"),
    "kurilmap.page": ("save_html",),
    "kurilmap.record": ("check_record",),
    "kurilmap.scenarios": ("Scenario", "scenario", "scenarios"),
    "kurilmap.telling.sea_figures": ("sea_figures",),
    "kurilmap.telling.straits": ("strait_table",),
    "kurilmap.sea": ("SeaZones", "sea"),
    "kurilmap.widgets": ("explore",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Comparison",
    "DataError",
    "KurilmapError",
    "Map",
    "MapError",
    "MissingExtra",
    "OfflineError",
    "Scenario",
    "ScenarioError",
    "SeaZones",
    "UnknownPlace",
    "UnknownScenario",
    "UnknownWord",
    "WriteError",
    "__version__",
    "check_record",
    "claims",
    "coast",
    "compare",
    "comparison_map",
    "events",
    "explore",
    "export",
    "figures",
    "find",
    "islands",
    "lines",
    "overview_map",
    "partings",
    "places",
    "proposals",
    "save_html",
    "save_record",
    "scenario",
    "scenario_map",
    "scenarios",
    "sea",
    "sea_figures",
    "sources",
    "state_at",
    "strait_table",
    "straits",
    "sweep",
    "timeline",
    "timeline_map",
    "views",
    "voices",
]


class _Package(ModuleType):
    """The package, in which a public function keeps its name beside a module of the same name.

    Importing ``kurilmap.scenarios`` makes Python set that module as ``kurilmap.scenarios``, where
    the function belongs. ``from kurilmap.scenarios import …`` reads the module all the same.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in _HOME_OF):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'kurilmap' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
