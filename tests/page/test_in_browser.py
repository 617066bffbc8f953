"""Saved pages in Chromium, every host blocked; `open_page` fails on any error or request."""

import folium
import pytest
from branca.element import Element
from folium import plugins

from kurilmap.page import km_iframe, save_html, to_html

AREA = {"type": "Polygon", "coordinates": [[[146, 44], [147, 44], [147, 45], [146, 44]]]}


def test_a_lean_map_draws_and_its_marker_shows_leaflets_own_icon(open_page, lean_map, tmp_path):
    made = lean_map(folium.GeoJson(AREA), folium.Marker([44, 146]), folium.LayerControl())
    page = open_page(save_html(made, tmp_path / "map.html"))
    page.wait_for_selector("path.leaflet-interactive", state="attached")
    icon = page.wait_for_selector("img.leaflet-marker-icon")
    # Leaflet's marker-icon.png is 25 x 41 pixels, its shadow 41 x 41.
    page.wait_for_function("icon => icon.complete && icon.naturalWidth === 25", arg=icon)
    assert page.locator("img.leaflet-marker-shadow").evaluate("i => i.naturalWidth") == 41
    assert page.evaluate("document.characterSet") == "UTF-8"
    assert page.evaluate("document.compatMode") == "CSS1Compat"


def test_a_folium_map_with_icons_and_plugins_draws(open_page):
    made = folium.Map(location=[44, 146], tiles=None)
    made.options["max_zoom"] = 18  # without tiles nothing else tells the cluster how far it goes
    folium.Marker([44, 146], icon=folium.Icon(icon="cloud")).add_to(made)
    plugins.MarkerCluster([[44.5, 146], [44.5, 146.01]]).add_to(made)
    plugins.AntPath([[44, 146], [45, 147]]).add_to(made)
    folium.Choropleth({"type": "Feature", "id": "a", "properties": {}, "geometry": AREA}).add_to(
        made
    )
    page = open_page(to_html(made))
    page.wait_for_selector(".awesome-marker i.glyphicon-cloud")
    page.wait_for_selector(".marker-cluster")
    assert page.evaluate("document.fonts.load('12px \"Glyphicons Halflings\"').then(f => f.length)")


def test_scripts_with_any_line_ends_run(open_page, lean_map):
    made = lean_map()
    made.get_root().html.add_child(Element("<script>\r\nwindow.a = 1;\rwindow.b = 2;\n</script>"))
    page = open_page(to_html(made))
    assert page.evaluate("[window.a, window.b]") == [1, 2]


HANDLER = '<img src="x" onerror="window.hit = 1"><b onclick="window.hit = 1" id="bold">b</b>'
BREAKOUT = "</script><script>window.hit = 1</script><b id='bold'>b</b>"


def shown_by(name, text):
    point = {"type": "Point", "coordinates": [146, 44]}
    feature = {"type": "Feature", "properties": {"name": text}, "geometry": point}
    collection = {"type": "FeatureCollection", "features": [feature]}
    return {
        "LayerControl": lambda: [folium.FeatureGroup(text), folium.LayerControl(collapsed=False)],
        "Popup": lambda: folium.Marker([44, 146], popup=folium.Popup(text, show=True)),
        "Tooltip": lambda: folium.Marker([44, 146], tooltip=folium.Tooltip(text, permanent=True)),
        "DivIcon": lambda: folium.Marker([44, 146], icon=folium.DivIcon(html=text)),
        "GeoJsonTooltip": lambda: folium.GeoJson(
            collection, tooltip=folium.GeoJsonTooltip(["name"], permanent=True)
        ),
    }[name]()


@pytest.mark.parametrize("text", [HANDLER, BREAKOUT], ids=["handlers", "end of script"])
@pytest.mark.parametrize("name", ["Popup", "Tooltip", "DivIcon", "GeoJsonTooltip", "LayerControl"])
def test_hostile_html_in_foliums_own_texts_runs_nothing(open_page, lean_map, name, text):
    parts = shown_by(name, text)
    page = open_page(to_html(lean_map(*parts if isinstance(parts, list) else [parts])))
    page.wait_for_selector("#bold").dispatch_event("click")
    if text == HANDLER:  # both handlers and the picture are stopped, and told of
        page.wait_for_function("window.kmViolations.length >= 3")
    assert page.evaluate("window.hit") is None
    assert page.evaluate("document.querySelectorAll('.leaflet-pane').length") > 0
    page.evaluate("window.kmViolations = []")
    open_page.problems.clear()


def test_text_that_folium_escapes_is_shown_as_it_was_written(open_page, lean_map):
    text = "{{ 7*7 }} {% raise %} {# x #} </script> <img src=x onerror=alert(1)> ' \" \u2028 \u202e"
    made = lean_map()
    made.get_root().html.add_child(folium.Html(text))
    popup = folium.Popup(text, parse_html=True, show=True)
    folium.Marker([44, 146], popup=popup).add_to(made)
    page = open_page(to_html(made))
    shown = page.wait_for_selector(".leaflet-popup-content").text_content()
    assert shown == text


def test_a_notebook_frame_draws_the_map_and_says_nothing_of_trust(open_page, lean_map):
    made = lean_map(folium.GeoJson(AREA))
    made.page_title = 'A "quoted" <title>'
    html = km_iframe(made, height=300)
    page = open_page(f"<!DOCTYPE html><meta charset=utf-8><body>{html}")
    frame = page.wait_for_selector("iframe")
    assert frame.get_attribute("title") == made.page_title
    assert frame.bounding_box()["height"] == 300
    assert "rust" not in page.inner_text("body")
    frame.content_frame().wait_for_selector("path.leaflet-interactive", state="attached")


def test_a_frame_in_a_popup_is_shown(open_page, lean_map):
    html = "<style>b { color: rgb(1, 2, 3) }</style><b>in a frame</b>"
    popup = folium.Popup(folium.IFrame(html, width=200, height=80), show=True)
    page = open_page(to_html(lean_map(folium.Marker([44, 146], popup=popup))))
    inside = page.wait_for_selector(".leaflet-popup iframe").content_frame()
    assert (
        inside.wait_for_selector("b").evaluate("b => getComputedStyle(b).color") == "rgb(1, 2, 3)"
    )
