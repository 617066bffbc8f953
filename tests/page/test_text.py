"""Text in other people's folium objects is never a template, and never ends a script."""

import base64
import re
import threading

import folium
import pytest
from branca.element import Element, MacroElement
from selectolax.lexbor import LexborHTMLParser

from kurilmap.errors import OfflineError
from kurilmap.page import km_iframe, to_html
from tests.hostile import HOSTILE as STRANGERS

TEMPLATES = ["{{ 7*7 }}", "{% raise %}", "{# x #}", "{{ this.__class__ }}", "{%- for x in"]
HOSTILE = [
    *TEMPLATES,
    "</script><script>alert(1)</script>",
    "</SCRIPT ><!-- <script>",
    "<img src=x onerror=alert(1)>",
    "${alert(1)}",
    "`backticks`",
    "quotes \" and '",
    "line\u2028paragraph\u2029",
    "\u202eright to left\u202c",
    "half a pair \ud800",
]


def feature(text):
    shape = {"type": "Polygon", "coordinates": [[[146, 44], [147, 44], [147, 45], [146, 44]]]}
    one = {"type": "Feature", "id": "a", "properties": {"name": text}, "geometry": shape}
    return {"type": "FeatureCollection", "features": [one]}


def geojson_tooltip(text):
    return [folium.GeoJson(feature(text), tooltip=folium.GeoJsonTooltip(["name"]))]


def geojson_popup(text):
    return [folium.GeoJson(feature(text), popup=folium.GeoJsonPopup(["name"], aliases=[text]))]


def choropleth(text):
    return [
        folium.Choropleth(
            feature(text), data={"a": 1.0}, key_on="feature.id", name=text, legend_name="km2"
        )
    ]


def styled(text):
    return [folium.GeoJson(feature("x"), style_function=lambda _: {"className": text})]


def layer_names(text):
    return [folium.FeatureGroup(text), folium.LayerControl()]


ENTRIES = {
    "a GeoJson tooltip": geojson_tooltip,
    "a GeoJson popup": geojson_popup,
    "a popup": lambda text: [folium.Marker([44, 146], popup=text)],
    "a lazy popup": lambda text: [folium.Marker([44, 146], popup=folium.Popup(text, lazy=True))],
    "a popup of plain text": lambda text: [
        folium.Marker([44, 146], popup=folium.Popup(text, parse_html=True))
    ],
    "a tooltip": lambda text: [folium.Marker([44, 146], tooltip=text)],
    "a marker's title": lambda text: [folium.Marker([44, 146], title=text, alt=text)],
    "an icon of HTML": lambda text: [folium.Marker([44, 146], icon=folium.DivIcon(html=text))],
    "names of layers": layer_names,
    "a style": styled,
}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("entry", ENTRIES)
def test_hostile_text_makes_no_element_and_runs_nothing_in_python(lean_map, entry, text):
    harmless = LexborHTMLParser(to_html(lean_map(*ENTRIES[entry]("text"))))
    page = LexborHTMLParser(to_html(lean_map(*ENTRIES[entry](text))))
    tags = [[node.tag for node in tree.css("*")] for tree in (harmless, page)]
    assert tags[0] == tags[1]


def framed(page):
    """What the data: frames in a page hold."""
    found = re.findall(r"data:text/html;charset=utf-8;base64,([A-Za-z0-9+/=]+)", page)
    return [base64.b64decode(frame).decode().lstrip() for frame in found]


def with_frame(lean_map, text, own):
    attack = f"{{% set x=cycler.__init__.__globals__.os.system('touch {own}') %}}{text}"
    popup = folium.Popup(folium.IFrame(attack))
    return attack, lean_map(folium.Marker([44, 146], popup=popup))


# branca's own constructor raises on these, which are broken templates.
BROKEN = ("statement", "triple brace")
# As HTML, which the text of a frame is, these would fetch.
FETCHING = ("handler", "picture", "picture without a scheme", "frame", "background")


@pytest.mark.parametrize("name", [name for name in STRANGERS if name not in FETCHING + BROKEN])
@pytest.mark.parametrize("function", [to_html, km_iframe])
def test_the_text_of_a_frame_is_no_template(lean_map, function, name, tmp_path):
    own = tmp_path / "owned"
    attack, made = with_frame(lean_map, STRANGERS[name], own)
    assert framed(function(made)) == [attack]
    # A render of folium's own has left named parts behind: the page is made in two goes.
    made.get_root().header.add_child(Element("<!-- x -->"), name="named")
    assert framed(function(made)) == [attack]
    assert not own.exists()


@pytest.mark.parametrize("name", FETCHING)
def test_the_text_of_a_frame_that_would_fetch_runs_nothing_either(lean_map, name, tmp_path):
    own = tmp_path / "owned"
    _, made = with_frame(lean_map, STRANGERS[name], own)
    with pytest.raises(OfflineError, match="would have to fetch"):
        to_html(made)
    assert not own.exists()


@pytest.mark.parametrize("text", TEMPLATES)
@pytest.mark.parametrize("entry", ENTRIES)
def test_template_tags_stand_in_the_page_as_they_were_written(lean_map, entry, text):
    assert text in to_html(lean_map(*ENTRIES[entry](text)))


@pytest.mark.parametrize("text", TEMPLATES)
def test_template_tags_in_a_choropleth_stay_literal(text):
    made = folium.Map(tiles=None)
    for part in choropleth(text):
        part.add_to(made)
    assert text in to_html(made)


def test_leftovers_of_an_earlier_render_are_not_read_as_templates(lean_map):
    layer = folium.GeoJson(feature("harmless"))
    made = lean_map(layer)
    made.get_root().render()
    layer.data["features"][0]["properties"]["name"] = "{% raise %}"
    assert "{% raise %}" in to_html(made)
    del made._children[layer.get_name()]
    assert "harmless" not in to_html(made)


def test_an_element_that_its_author_wrote_stays_a_template(lean_map):
    made = lean_map()
    made.get_root().html.add_child(Element("<p>{{ 6 * 7 }}</p>"))
    assert "<p>42</p>" in to_html(made)


@pytest.mark.parametrize("holder", ["map", "figure"])
def test_a_title_is_text(lean_map, holder):
    made = lean_map()
    title = "</title><script>alert(1)</script>{{ 7*7 }}"
    if holder == "map":
        made.page_title = title
    else:
        made.get_root().title = title
    tree = LexborHTMLParser(to_html(made))
    assert tree.css_first("title").text() == title
    assert len(tree.css("title")) == 1
    assert len(tree.css("script")) == len(LexborHTMLParser(to_html(lean_map())).css("script"))


def test_other_threads_keep_their_templates_while_a_page_renders(lean_map):
    seen = []

    class Spy(MacroElement):
        def render(self, **kwargs):
            seen.append(Element("{{ 6 * 7 }}").render())
            thread = threading.Thread(target=lambda: seen.append(Element("{{ 6 * 7 }}").render()))
            thread.start()
            thread.join()

    to_html(lean_map(Spy()))
    assert seen == ["{{ 6 * 7 }}", "42"]
    assert Element("{{ 6 * 7 }}").render() == "42"


def test_branca_is_itself_again_after_a_render_that_fails(lean_map):
    class Broken(MacroElement):
        def render(self, **kwargs):
            raise RuntimeError("broken on purpose")

    made = lean_map(Broken())
    with pytest.raises(RuntimeError, match="on purpose"):
        to_html(made)
    assert Element("{{ 6 * 7 }}").render() == "42"
    assert len(Element()._id) == 32
