"""A map that folium has rendered before is saved as one that it has not."""

import branca.colormap as cm
import folium
import pytest
from branca.element import Element, Figure, JavascriptLink
from folium import plugins

import kurilmap as km
from kurilmap import layers
from kurilmap.page import to_html

AREA = {"type": "Polygon", "coordinates": [[[146, 44], [147, 44], [147, 45], [146, 44]]]}
FEATURES = {
    "type": "FeatureCollection",
    "features": [{"type": "Feature", "id": "a", "properties": {"name": "x"}, "geometry": AREA}],
}


def filled(made):
    """Add what folium treats in different ways when it renders."""
    group = folium.FeatureGroup("names").add_to(made)
    folium.Marker([44, 146], popup="one", tooltip="two", icon=folium.Icon()).add_to(group)
    folium.Marker([44, 147]).add_to(plugins.MarkerCluster().add_to(made))
    folium.GeoJson(
        FEATURES,
        style_function=lambda _: {"color": "red"},
        tooltip=folium.GeoJsonTooltip(["name"]),
        popup=folium.GeoJsonPopup(["name"]),
    ).add_to(made)
    folium.Choropleth(FEATURES, data={"a": 1.0}, key_on="feature.id").add_to(made)
    plugins.Draw().add_to(made)
    folium.Marker([44, 148], popup=folium.Popup(folium.IFrame("framed"))).add_to(made)
    cm.linear.YlOrRd_09.scale(0, 1).add_to(made)
    folium.LayerControl().add_to(made)
    return made


def pair():
    made = plugins.DualMap(location=[44, 146], tiles=None)
    folium.Marker([44, 146], popup="twice").add_to(made)
    folium.LayerControl().add_to(made)
    return made


def part_of_a_figure():
    made = filled(folium.Map(tiles=None))
    Figure().add_subplot(1, 2, 1).add_child(made)
    return made


def with_an_id_of_its_own():
    made = folium.Map(tiles=None)
    made._id = "chosen"
    folium.Marker([44, 146]).add_to(made)
    return made


def patterned():
    stripes = plugins.StripePattern(angle=45)
    made = folium.Map(tiles=None)
    folium.GeoJson(AREA, style_function=lambda _: {"fillPattern": stripes}).add_to(made)
    return made


MAPS = {
    "folium's": lambda: filled(folium.Map(tiles=None)),
    "ours": lambda: filled(km.Map()),
    "ours with a marker": lambda: km.Map().add_child(folium.Marker([44, 146], icon=folium.Icon())),
    "the overview": km.overview_map,
    "a scenario": lambda: km.scenario_map("two-islands-1956"),
    "our layer on folium's map": lambda: folium.Map(tiles=None).add_child(layers.settlements()),
    "a pair": pair,
    "a part of a figure": part_of_a_figure,
    "an id of its own": with_an_id_of_its_own,
    "a pattern": patterned,
}


def rendered(made):
    root = made.get_root()
    while root._parent is not None:
        root = root._parent.get_root()
    root.render()
    return made


@pytest.mark.parametrize("case", MAPS)
def test_a_render_by_folium_does_not_change_the_page(case):
    page = to_html(MAPS[case]())
    assert to_html(rendered(MAPS[case]())) == page
    assert to_html(rendered(rendered(MAPS[case]()))) == page


def test_what_was_added_after_a_render_stands_where_it_would_have_stood():
    made = rendered(filled(km.Map()))
    layers.settlements().add_to(made)
    page = to_html(made)
    assert page == to_html(filled(km.Map()).add_child(layers.settlements()))


def test_a_layer_that_was_switched_off_after_a_render_is_off():
    group = folium.FeatureGroup("names")
    made = rendered(folium.Map(tiles=None).add_child(group))
    group.show = False
    fresh = folium.Map(tiles=None).add_child(folium.FeatureGroup("names", show=False))
    assert to_html(made) == to_html(fresh)


@pytest.mark.parametrize("before", [True, False])
def test_what_the_maps_author_wrote_into_the_figure_stays(before):
    made = folium.Map(tiles=None)
    jquery = JavascriptLink("https://code.jquery.com/jquery-3.7.1.min.js")
    made.get_root().header.add_child(jquery, name="my jquery")
    made.get_root().script.add_child(Element("var mine = 1;"), name=f"{made.get_name()}_extra")
    made.get_root().script.add_child(Element("var yours = 2;"))
    page = to_html(rendered(made) if before else made)
    assert page.count("jQuery v3.7.1") == 2
    assert "var mine = 1;" in page
    assert "var yours = 2;" in page


def test_a_rendered_map_is_left_as_it_was_found():
    made = rendered(filled(km.Map()))
    figure = made.get_root()
    before = [list(region._children.items()) for region in (figure.header, figure.script)]
    to_html(made)
    assert before == [list(r._children.items()) for r in (figure.header, figure.script)]


def test_a_map_of_ours_draws_after_foliums_render(open_page):
    page = open_page(to_html(rendered(km.scenario_map("two-islands-1956"))))
    page.wait_for_selector("path.km-piece", state="attached")
    assert page.locator("table.km-table tr[data-holder='JP']").count() == 1


def test_a_pair_that_was_rendered_before_has_each_marker_once(open_page):
    page = open_page(to_html(rendered(pair())))
    page.wait_for_selector(".leaflet-marker-icon")
    assert page.locator(".leaflet-marker-icon").count() == 2


def test_a_pattern_fills_a_shape(open_page):
    page = open_page(to_html(rendered(patterned())))
    path = page.wait_for_selector("path.leaflet-interactive", state="attached")
    assert path.get_attribute("fill").startswith("url(")
    # Leaflet tells the plugin's author that the plugin is of an earlier age.
    assert all("Deprecated include of L.Mixin.Events" in told for told in open_page.problems)
    open_page.problems.clear()
