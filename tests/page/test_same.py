"""The same map gives the same bytes, and is left as it was."""

import copy
import os
import subprocess
import sys

import folium
from branca.element import Element, Figure
from folium import JsCode, plugins

from kurilmap.page import to_html
from kurilmap.page.tree import elements

BUILD = """
import sys
import folium
from folium.plugins import DualMap, MarkerCluster
from kurilmap.page import to_html

made = folium.Map(location=[44, 146], tiles=None)
group = folium.FeatureGroup("names").add_to(made)
folium.Marker([44, 146], popup="one", tooltip="two", icon=folium.Icon()).add_to(group)
folium.Marker([44, 147]).add_to(MarkerCluster().add_to(made))
area = {"type": "Polygon", "coordinates": [[[146, 44], [147, 44], [147, 45], [146, 44]]]}
folium.GeoJson(area, style_function=lambda _: {"color": "red"}).add_to(made)
html = folium.IFrame(folium.Html("in a frame"), width=100, height=50)
folium.Marker([44, 148], popup=folium.Popup(html)).add_to(made)
folium.LayerControl().add_to(made)
dual = DualMap(location=[44, 146], tiles=None)
folium.Marker([44, 146], popup="twice").add_to(dual)
sys.stdout.write(to_html(made) + to_html(dual))
"""


def build(seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    run = [sys.executable, "-c", BUILD]
    return subprocess.run(run, env=environment, capture_output=True, check=True).stdout


def state(figure):
    """Everything that hangs on a figure's elements."""

    def kept(value):
        return copy.copy(value) if isinstance(value, dict | list) else value

    return [
        (part, {name: kept(value) for name, value in vars(part).items()})
        for part in elements(figure)
    ]


def busy(made):
    marker = folium.Marker([44, 146], popup="one", tooltip="two", icon=folium.DivIcon("x"))
    marker.add_to(folium.FeatureGroup("names").add_to(made))
    folium.TopoJson(
        {
            "type": "Topology",
            "arcs": [[[0, 0], [1, 1]]],
            "objects": {
                "o": {
                    "type": "GeometryCollection",
                    "geometries": [{"type": "LineString", "arcs": [0]}],
                }
            },
        },
        "objects.o",
        style_function=lambda _: {"color": "red"},
    ).add_to(made)
    folium.LayerControl().add_to(made)
    return made


def test_two_processes_give_the_same_bytes():
    first = build("1")
    assert first == build("2")
    assert b"km1" in first


def test_two_maps_made_alike_give_the_same_text(lean_map):
    assert to_html(busy(folium.Map(tiles=None))) == to_html(busy(folium.Map(tiles=None)))


def test_a_map_is_left_as_it_was_found():
    made = busy(folium.Map(tiles=None))
    figure = made.get_root()
    topo = next(part for part in elements(figure) if isinstance(part, folium.TopoJson))
    data = copy.deepcopy(topo.data)
    before = state(figure)
    first = to_html(made)
    after = state(figure)
    assert [part for part, _ in before] == [part for part, _ in after]
    assert [values for _, values in before] == [values for _, values in after]
    assert topo.data == data
    assert to_html(made) == first
    assert made.get_name() in made.get_root().render()


def test_a_render_of_the_users_own_changes_nothing(lean_map):
    made = lean_map(folium.Marker([44, 146], popup="one"))
    first = to_html(made)
    made.get_root().render()
    assert to_html(made) == first


def test_a_second_map_of_a_pair_is_left_as_it_was_found():
    pair = plugins.DualMap(location=[44, 146], tiles=None)
    folium.Marker([44, 146]).add_to(pair)
    first = to_html(pair)
    assert pair.children_for_m2_copied == []
    assert len(pair.m2._children) == 0
    assert to_html(pair) == first


def test_hexadecimal_text_that_is_no_id_stays(lean_map):
    digest = "d41d8cd98f00b204e9800998ecf8427e"
    page = to_html(lean_map(folium.Marker([44, 146], popup=digest)))
    assert digest in page


def test_names_written_into_scripts_beforehand_follow(lean_map):
    made = lean_map()
    name = made.get_name()
    made.on(click=JsCode(f"() => {name}.zoomIn()"))
    made.get_root().script.add_child(Element(f"{name}.zoomOut();"))
    page = to_html(made)
    assert name not in page
    assert "map_km2.zoomIn()" in page
    assert "map_km2.zoomOut()" in page


def test_an_id_that_somebody_chose_stays(lean_map):
    made = lean_map()
    made._id = "chosen"
    assert 'id="map_chosen"' in to_html(made)


def test_a_map_is_found_in_its_figure_in_a_part_of_one_and_without_one(lean_map):
    figure = Figure()
    figure.add_child(lean_map())
    assert 'class="folium-map"' in to_html(figure)
    made = lean_map()
    Figure().add_subplot(1, 2, 1).add_child(made)
    page = to_html(made)
    assert page.startswith("<!DOCTYPE html><html")
    assert 'class="folium-map"' in page
    alone = lean_map()
    alone._parent = None
    assert 'class="folium-map"' in to_html(alone)
    assert alone._parent is None
