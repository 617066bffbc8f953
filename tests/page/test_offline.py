"""A page fetches nothing: what it needs is in it, or an error names the URL."""

import re

import folium
import pytest
from branca.element import Element, Figure
from folium import plugins
from selectolax.lexbor import LexborHTMLParser

import kurilmap as km
from kurilmap import layers
from kurilmap.errors import MapError, OfflineError
from kurilmap.page import icons, km_iframe, library, save_html, styles, to_html

AWAY = "https://away.example"
AT = {"location": [44, 146]}
BOX = [[44, 146], [45, 147]]
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def with_html(text):
    made = folium.Map(tiles=None)
    made.get_root().html.add_child(Element(text))
    return made


def with_header(text):
    made = folium.Map(tiles=None)
    made.get_root().header.add_child(Element(text))
    return made


def with_part(part):
    made = folium.Map(tiles=None)
    part.add_to(made)
    return made


def with_property(text):
    point = {"type": "Point", "coordinates": [146, 44]}
    feature = {"type": "Feature", "properties": {"name": text}, "geometry": point}
    return with_part(folium.GeoJson({"type": "FeatureCollection", "features": [feature]}))


def frame(html):
    return with_part(folium.Marker(popup=folium.Popup(folium.IFrame(html)), **AT))


FETCHING = {
    "tiles": lambda: folium.Map(tiles=AWAY + "/{z}/{x}/{y}.png", attr="somebody"),
    "WMS tiles": lambda: with_part(folium.WmsTileLayer(AWAY, "layer")),
    "a small map's tiles": lambda: with_part(
        plugins.MiniMap(tile_layer=folium.TileLayer(AWAY, attr="x"))
    ),
    "vector tiles": lambda: with_part(plugins.VectorGridProtobuf(AWAY + "/{z}.pbf")),
    "an image over the map": lambda: with_part(
        folium.raster_layers.ImageOverlay(AWAY + "/a.png", bounds=BOX)
    ),
    "a video over the map": lambda: with_part(
        folium.raster_layers.VideoOverlay(AWAY + "/a.webm", bounds=BOX)
    ),
    "an image on the page": lambda: with_part(plugins.FloatImage(AWAY + "/a.png")),
    "an icon": lambda: with_part(folium.Marker(icon=folium.CustomIcon(AWAY + "/a.png"), **AT)),
    "data fetched again and again": lambda: with_part(plugins.Realtime(AWAY + "/a.json")),
    "data fetched by a function": lambda: with_part(
        plugins.Realtime(folium.JsCode(f"() => fetch('{AWAY}/a.json')"))
    ),
    "a picture in a popup": lambda: with_part(
        folium.Marker(popup=f'<img alt="" src="{AWAY}/a.png">', **AT)
    ),
    "a picture in a tooltip": lambda: with_part(
        folium.Marker(tooltip=f"<img src={AWAY}/a.png>", **AT)
    ),
    "a background in an icon of HTML": lambda: with_part(
        folium.Marker(
            icon=folium.DivIcon(html=f'<div style="background: url({AWAY}/a.png)">'), **AT
        )
    ),
    "a picture in a GeoJSON property": lambda: with_property(f"<IMG src='{AWAY}/a.png'>"),
    "a picture without a scheme": lambda: with_html('<img src="//away.example/a.png">'),
    "a picture in a set": lambda: with_html(f'<img srcset="data:, 1x, {AWAY}/a.png 2x">'),
    "a frame": lambda: with_html(f'<iframe src="{AWAY}"></iframe>'),
    "a picture in a frame's text": lambda: frame(f'<img src="{AWAY}/a.png">'),
    "a script": lambda: with_header(f'<script src="{AWAY}/a.js"></script>'),
    "a script in a frame": lambda: frame(f'<script src="{AWAY}/a.js"></script>'),
    "a style sheet": lambda: with_header(f'<link href="{AWAY}/a.css" rel="stylesheet">'),
    "an icon of the page": lambda: with_header(f'<link href="{AWAY}/a.ico" rel="icon">'),
    "a background": lambda: with_header(f"<style>p {{ background: url('{AWAY}/a') }}</style>"),
    "a style attribute": lambda: with_html(f'<p style="background: url({AWAY}/a.png)"></p>'),
    "an imported sheet": lambda: with_header(f'<style>@import "{AWAY}/a.css" print;</style>'),
    "a font": lambda: with_header(
        f"<style>@font-face {{ font-family: x; src: url({AWAY}/a.woff2) }}</style>"
    ),
    "a page that moves on": lambda: with_header(
        f'<meta http-equiv="refresh" content="1;url={AWAY}">'
    ),
    "tiles of a script": lambda: with_html(f"<script>L.tileLayer('{AWAY}/{{z}}')</script>"),
}


@pytest.mark.parametrize("case", FETCHING)
def test_what_would_be_fetched_is_an_error_that_names_the_url(case):
    with pytest.raises(OfflineError, match=r"would have to fetch (https:)?//away\.example"):
        to_html(FETCHING[case]())


def test_a_plain_folium_map_names_its_tile_server():
    with pytest.raises(OfflineError, match=r"tile\.openstreetmap\.org.*tiles=None"):
        to_html(folium.Map())


def test_a_search_for_addresses_needs_a_network():
    with pytest.raises(OfflineError, match=r"nominatim.*Geocoder"):
        to_html(with_part(plugins.Geocoder()))


def test_geojson_left_at_its_url_is_an_error_that_names_it(lean_map):
    layer = folium.GeoJson({"type": "FeatureCollection", "features": []})
    layer.embed, layer.embed_link = False, AWAY + "/a.geojson"
    with pytest.raises(OfflineError, match=AWAY + "/a.geojson"):
        to_html(lean_map(layer))


def test_a_file_beside_the_page_is_an_error_as_well(lean_map):
    made = lean_map()
    made.get_root().html.add_child(Element('<img src="photo.jpg">'))
    with pytest.raises(OfflineError, match=r"photo\.jpg"):
        to_html(made)


@pytest.mark.parametrize("part", ["plain", "marker", "cluster", "heat", "draw"])
def test_a_folium_map_and_its_plugins_become_one_file(part):
    parts = {
        "plain": folium.FeatureGroup(),
        "marker": folium.Marker([44, 146], icon=folium.Icon()),
        "cluster": plugins.MarkerCluster([[44, 146]]),
        "heat": plugins.HeatMap([[44, 146]]),
        "draw": plugins.Draw(),
    }
    tree = LexborHTMLParser(to_html(with_part(parts[part])))
    assert tree.css("script[src], link[href], img[src^=http]") == []
    for style in tree.css("style"):
        references = re.findall(r"url\(\s*[\"']?([^\"')]{0,40})", style.text())
        assert [url for url in references if not styles.is_local(url)] == []


def test_links_to_other_pages_are_allowed(lean_map):
    link = f'<a href="{AWAY}">the source</a>'
    made = lean_map(folium.Marker([44, 146], popup=link))
    made.get_root().html.add_child(Element(link))
    assert to_html(made).count(link) == 2


def test_without_folium_offline_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setattr(library, "find_spec", lambda name: None)
    with pytest.raises(OfflineError, match=r"bootstrap.*pip install kurilmap\[plugins\]"):
        to_html(folium.Map(tiles=None))


def test_leaflet_and_jquery_need_no_plugin_package(monkeypatch, lean_map):
    monkeypatch.setattr(library, "find_spec", lambda name: None)
    assert "L.map(" in to_html(lean_map())


def test_default_marker_pictures_are_there_only_where_a_marker_is(lean_map):
    setting = "L.Icon.Default.mergeOptions({"
    assert setting not in to_html(lean_map(folium.PolyLine(BOX)))
    assert setting in to_html(lean_map(folium.Marker([44, 146])))
    point = {"type": "Point", "coordinates": [146, 44]}
    assert setting in to_html(lean_map(folium.GeoJson(point)))


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        ("L.marker(at).addTo(map)", True),
        ("new L.Marker(at, {title: 'icon: none'})", True),
        ("L.marker([f(1), 2], {pane, icon: L.divIcon({html: '('})})", False),
        ("L.marker(at, {icon}); L.marker(at)", True),
        ("L.marker(at, {icon", True),
        ("L.polyline(at)", False),
    ],
)
def test_a_marker_with_an_icon_of_its_own_needs_no_default(script, wanted):
    assert icons.wanted(script) is wanted


def test_an_icon_whose_font_no_package_has_is_an_error():
    icon = folium.Icon(icon="github", prefix="fab")
    with pytest.raises(OfflineError, match=r"webfonts/fa-brands-400\.woff2"):
        to_html(with_part(folium.Marker([44, 146], icon=icon)))


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("/* url(https://away.example/a) */ p {}", "/* url(https://away.example/a) */ p {}"),
        ('p::after { content: "url(x.png)" }', 'p::after { content: "url(x.png)" }'),
        ("p { fill: url(#pattern) }", "p { fill: url(#pattern) }"),
        ("p { background: url(data:,) }", "p { background: url(data:,) }"),
        (
            "@font-face { src: local(x), url(data:font/woff2;base64,AA==) format('woff2') }",
            "@font-face { src: local(x), url(data:font/woff2;base64,AA==) format('woff2') }",
        ),
    ],
)
def test_styles_that_fetch_nothing_stay_as_they_are(css, kept):
    assert styles.inline(css).text == kept


def test_a_font_keeps_the_sources_that_are_at_hand():
    css = "@font-face{font-family:x;src:url(data:,A) format('woff2'),url(../b.ttf)}"
    sheet = styles.inline(css, AWAY + "/css/x.css")
    assert sheet.text == "@font-face{font-family:x;src:url(data:,A) format('woff2')}"
    assert sheet.lost_fonts == []


@pytest.mark.parametrize(
    "part",
    [
        lambda: folium.DivIcon(html='<i class="fa-brands fa-github"></i>'),
        lambda: folium.DivIcon(class_name="far"),
        lambda: folium.Icon(icon="fa-github fab", prefix="fa"),
    ],
)
def test_a_class_whose_font_no_package_has_is_an_error(part):
    with pytest.raises(OfflineError, match=r"webfonts/fa-"):
        to_html(with_part(folium.Marker([44, 146], icon=part())))


@pytest.mark.parametrize("made", [km.Map, lambda: folium.Map(tiles=None)])
@pytest.mark.parametrize(
    "part",
    [
        lambda: folium.Marker([44, 146], icon=folium.Icon()),
        lambda: folium.Marker([44, 146], icon=folium.Icon(icon="plane", prefix="fa")),
        lambda: folium.Marker([44, 146], icon=folium.CustomIcon(PIXEL, icon_size=(8, 8))),
        lambda: folium.Marker([44, 146], icon=folium.DivIcon(html="as far as 'far' goes")),
        lambda: folium.Marker([44, 146], icon=plugins.BeautifyIcon(icon="plane")),
    ],
    ids=["default", "Font Awesome", "picture", "text", "Beautify"],
)
def test_markers_and_our_layers_stand_on_either_map(open_page, made, part):
    page = open_page(to_html(made().add_child(layers.settlements()).add_child(part())))
    page.wait_for_selector(".leaflet-marker-pane > *")
    page.wait_for_selector(".km-mark", state="attached")


@pytest.mark.parametrize(
    "script",
    [
        ("kurilmap.panel({{}}); L.popup().setContent('<img src={away}/a.png>');"),
        ('other.panel({{"a":"\\u003cimg src={away}/a.png\\u003e"}});'),
        ('kurilmap.panel({{"a":"\\u003cimg src={away}/a.png\\u003e"}});'),
    ],
)
def test_a_script_of_somebody_else_is_searched_whatever_it_calls(script):
    made = km.Map()
    made.get_root().script.add_child(Element(script.format(away=AWAY)))
    with pytest.raises(OfflineError, match=AWAY):
        to_html(made)


@pytest.mark.parametrize(
    "given",
    [folium.Marker([44, 146]), folium.FeatureGroup(), Element("x"), Figure(), "x", None, 3],
    ids=lambda given: type(given).__name__,
)
@pytest.mark.parametrize("function", [save_html, to_html, km_iframe])
def test_what_is_no_map_is_named_and_what_is_allowed_is_told(function, given):
    kind = type(given).__name__ if isinstance(given, Element) else repr(given)
    told = rf"{kind}( that holds no map)? was given.* allowed are a folium\.Map .*[Ff]igure"
    with pytest.raises(MapError, match=told):
        function(given)


def test_a_marker_in_a_map_is_no_map_either(lean_map):
    marker = folium.Marker([44, 146])
    lean_map(marker)
    with pytest.raises(MapError, match="A Marker was given, which is no map"):
        to_html(marker)
