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
from kurilmap.scenarios import scenarios

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


OURS = """
import sys
from pathlib import Path
import kurilmap as km
from kurilmap.atlas import write_atlas

folder = Path(sys.argv[1])
km.save_html(km.overview_map("ja"), folder / "overview-ja.html")
km.save_html(km.scenario_map("equal-area", "ru"), folder / "equal-area-ru.html")
write_atlas(folder / "atlas")
"""


def build(seed, script=BUILD, *arguments):
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    run = [sys.executable, "-c", script, *arguments]
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


def test_two_processes_write_the_same_atlas_overview_and_scenario(tmp_path):
    written = []
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        build(seed, OURS, str(tmp_path / seed))
        files = sorted((tmp_path / seed).rglob("*.html"))
        written.append({str(f.relative_to(tmp_path / seed)): f.read_bytes() for f in files})
    assert written[0] == written[1]
    assert {"overview-ja.html", "equal-area-ru.html"} < written[0].keys()
    # Index, overview, timeline and record, and the two that are no part of an atlas.
    assert len(written[0]) == 4 + 2 + len(scenarios())


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
