"""One page of the islands alone, built in a process of its own: ``subject.py KIND DATA FILE``.

Prints the seconds that building and inlining take, once all is loaded, and the corners drawn.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import folium
import geopandas as gpd
import shapely

import kurilmap as km
from kurilmap import layers
from kurilmap.geodata import store
from tests.benchmarks.timing import median

_RUNS = 3
_COLOURS = {"JP": "#2a6f97", "RU": "#b08968", "joint": "#7f6a93"}
Outlines = gpd.GeoDataFrame


def ours(scenarios: list[km.Scenario]) -> folium.Map:
    """Return our map with the islands under the scenarios, and nothing else."""
    return km.Map().add_child(layers.partition(scenarios))


def foliums(tables: list[Outlines]) -> folium.Map:
    """Return folium's own: a GeoJson layer a scenario, and its control."""
    made = folium.Map([44.4, 147], zoom_start=7, tiles=None)
    for index, (name, table) in enumerate(tables):
        layer = folium.GeoJson(table, name=name, style_function=style, show=index == 0)
        layer.add_to(made)
    return made.add_child(folium.LayerControl())


def explored(tables: list[Outlines]) -> folium.Map:
    """Return what ``explore()`` makes: one call a scenario, all on one map."""
    made = None
    for index, (name, table) in enumerate(tables):
        made = table.explore(
            **({"m": made} if made else {"tiles": None}),
            column="holder",
            categorical=True,
            categories=list(_COLOURS),
            cmap=list(_COLOURS.values()),
            legend=False,  # its script lies on a host that nothing can inline
            name=name,
            show=index == 0,
        )
    return made.add_child(folium.LayerControl())


def style(feature: dict) -> dict[str, object]:
    """Return the look of a piece."""
    return {"fillColor": _COLOURS[feature["properties"]["holder"]], "weight": 1}


def held(scenario: km.Scenario) -> tuple[str, Outlines]:
    """Return a scenario's pieces as the peers get them: ready made, and part by part."""
    table = scenario.territory()[["holder", "geometry"]].explode(ignore_index=True)
    return scenario.title["en"], table


def maker(kind: str) -> tuple[Callable[[], folium.Map], int]:
    """Return what makes a map, and how many corners it draws at first."""
    tool, _, what = kind.partition(" ")
    known = km.scenarios()
    chosen = list(known.values()) if what == "all" else [known["status-quo"]]
    corners = int(km.islands("island").geometry.map(shapely.get_num_coordinates).sum())
    if tool == "kurilmap":
        return lambda: ours(chosen), corners
    tables = [held(each) for each in chosen]
    return lambda: {"folium": foliums, "explore": explored}[tool](tables), corners


def main(kind: str, data: str, page: str) -> None:
    """Build a page from another data folder, and tell how long it takes."""
    store.data_dir = lambda: Path(data)
    make, corners = maker(kind)
    Path(page).write_text(km.save_html(make()), encoding="utf-8")
    taken = median(lambda: km.save_html(make()), _RUNS)
    sys.stdout.write(json.dumps({"seconds": taken, "corners": corners}))


if __name__ == "__main__":
    main(*sys.argv[1:])
