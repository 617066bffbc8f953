"""The map that a thing is as a page."""

from typing import Any

from branca.element import Element

from kurilmap import layers
from kurilmap.compare import Comparison
from kurilmap.errors import MapError, UnknownScenario
from kurilmap.export.given import ALLOWED
from kurilmap.export.kit import table_layer
from kurilmap.export.plain import plain
from kurilmap.maps import Map, scenario_map
from kurilmap.scenarios import Scenario, scenario
from kurilmap.scenarios.refusal import shown
from kurilmap.sea import SeaZones, sea


def page_map(thing: Any, lang: str | None) -> Element:
    """Return a map of a thing; a map as it is.

    Parameters
    ----------
    thing : object
    lang : {"en", "ja", "ru"} or None

    Returns
    -------
    folium.Map or branca.element.Figure

    Raises
    ------
    kurilmap.errors.MapError
        If there is no map of it.
    """
    import pandas as pd

    if isinstance(thing, Element):
        return thing
    if isinstance(thing, Comparison):
        return thing.map(lang)
    told = lang or "en"
    if isinstance(thing, Scenario):
        return scenario_map(thing, told)
    if isinstance(thing, SeaZones):
        return scenario_map(_scenario_of(thing), told)
    if isinstance(thing, pd.DataFrame):
        return _table_map(thing, told)
    raise MapError(f"{shown(thing)} was given to export; allowed are {ALLOWED}.")


def _scenario_of(zones: SeaZones) -> Scenario:
    """Return the scenario that waters are of, where the catalogue has it."""
    try:
        one = scenario(zones.scenario)
    except UnknownScenario:
        one = None
    if one is None or not sea(one, kaigara=zones.kaigara).zones.equals(zones.zones):
        raise MapError(
            f"SeaZones of a scenario of your own, {zones.scenario}, were given for a page; export "
            "the Scenario: its page shows the waters."
        )
    return one


def _table_map(table: Any, lang: str) -> Map:
    import folium
    from shapely import to_geojson

    layer = table_layer(plain(table), lang)
    if not layer.has_shapes:
        raise MapError("A table without shapes was given for a page; it can be .csv.")
    made = Map(lambda _: layer.title, lang)
    made.add_child(layers.land(lang))
    drawn: Any = layer.table
    for row in drawn.to_dict("records"):
        shape = row["geometry"]
        if shape is None or shape.is_empty:
            continue
        kind = layer.look.kinds[layer.look.place_of(row)]
        style: dict[str, Any] = {
            "color": kind.ink,
            "weight": kind.width,
            "dashArray": kind.dash or None,
            "fillColor": kind.fill,
            "fillOpacity": kind.opacity,
        }
        marker = folium.CircleMarker(radius=4, fill=True, **style)
        made.add_child(
            folium.GeoJson(
                to_geojson(shape), style_function=lambda _, style=style: style, marker=marker
            )
        )
    return made
