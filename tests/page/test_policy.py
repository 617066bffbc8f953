"""The policy of a page: what may run is what was hashed."""

import base64
import hashlib

import folium
import pytest
from branca.element import Element
from folium import plugins
from selectolax.lexbor import LexborHTMLParser

from kurilmap.errors import OfflineError
from kurilmap.page import evals, to_html


def policy(page):
    first = LexborHTMLParser(page).css_first("head meta[http-equiv]")
    assert first.attributes["http-equiv"] == "Content-Security-Policy"
    rules = (rule.split() for rule in first.attributes["content"].split(";"))
    return {name: values for name, *values in rules}


def hashed(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def with_script(lean_map, script):
    made = lean_map()
    made.get_root().script.add_child(Element(script))
    return made


def test_nothing_is_allowed_but_what_stands_in_the_page(lean_map):
    page = to_html(lean_map(folium.Marker([44, 146])))
    rules = policy(page)
    tree = LexborHTMLParser(page)
    assert set(rules.pop("script-src")) == {hashed(node.text()) for node in tree.css("script")}
    assert set(rules.pop("style-src-elem")) == {hashed(node.text()) for node in tree.css("style")}
    assert rules == {
        "default-src": ["'none'"],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["data:"],
        "font-src": ["data:"],
        "connect-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


def test_the_policy_is_the_first_thing_in_the_head_of_a_lean_page(lean_map):
    page = to_html(lean_map())
    assert page.split("<head>")[1].startswith('<meta http-equiv="Content-Security-Policy"')


@pytest.mark.parametrize("lean", [True, False])
def test_the_encoding_stands_in_the_first_1024_bytes(lean_map, lean):
    page = to_html(lean_map() if lean else folium.Map(tiles=None))
    assert b'<meta charset="utf-8">' in page.encode()[:1024]
    assert len(LexborHTMLParser(page).css("meta[charset], meta[http-equiv=content-type]")) == 1


def test_head_and_language_come_from_the_map(lean_map):
    made = lean_map()
    tree = LexborHTMLParser(to_html(made))
    assert tree.css_first("title").text() == "Map"
    assert tree.css_first("html").attributes["lang"] == "en"
    assert len(tree.css("meta[name=viewport]")) == 1
    made.page_title, made.page_lang = "四島 & Курилы", "ja"
    tree = LexborHTMLParser(to_html(made))
    assert tree.css_first("title").text() == "四島 & Курилы"
    assert tree.css_first("html").attributes["lang"] == "ja"


def test_a_block_of_data_needs_no_hash(lean_map):
    made = lean_map()
    before = policy(to_html(made))["script-src"]
    block = '<script type="application/json">{"a": "eval(1)"}</script>'
    made.get_root().html.add_child(Element(block))
    page = to_html(made)
    assert block in page
    assert policy(page)["script-src"] == before


def test_frames_may_show_their_own_text_only(lean_map):
    html = "<style>b { color: red }</style><script>1;</script><b>in a frame</b>"
    popup = folium.Popup(folium.IFrame(html))
    rules = policy(to_html(lean_map(folium.Marker([44, 146], popup=popup))))
    assert rules["frame-src"] == ["data:"]
    assert hashed("1;") in rules["script-src"]
    assert hashed("b { color: red }") in rules["style-src-elem"]


@pytest.mark.parametrize("version", ["v5", "v4"])
def test_a_vega_chart_needs_eval_and_is_a_named_error(lean_map, version):
    schema = f"https://vega.github.io/schema/vega-lite/{version}.json"
    chart = folium.VegaLite({"$schema": schema, "mark": "bar"})
    popup = folium.Popup().add_child(chart)
    with pytest.raises(OfflineError, match="VegaLite needs eval"):
        to_html(lean_map(folium.Marker([44, 146], popup=popup)))


def test_a_plugin_that_needs_eval_is_named_by_its_url():
    made = folium.Map(tiles=None)
    plugins.MeasureControl().add_to(made)
    with pytest.raises(OfflineError, match=r"leaflet-measure\.min\.js calls Function"):
        to_html(made)


@pytest.mark.parametrize(
    "script",
    [
        "eval('1')",
        "window.eval('1')",
        "(0, eval)('1')",
        "var f = new Function('a', 'return a');",
        "setTimeout('go()', 10);",
        "x = /[/'\"]/; eval(x);",
        "`${eval(1)}`",
        "'//'; eval(2)",
    ],
)
def test_a_script_that_runs_text_is_an_error(lean_map, script):
    with pytest.raises(OfflineError, match="The page's own script calls"):
        to_html(with_script(lean_map, script))


@pytest.mark.parametrize(
    "script",
    [
        "// eval(1)",
        "/* new Function('a') */",
        "var s = 'eval(1)', t = \"new Function()\", u = `eval(2) setTimeout('x')`;",
        "var r = /eval('x')/;",
        "medieval(1); model.eval(2);",
        "var g = window || Function('return this')();",
        "setTimeout(go, 10); setInterval(() => 1, 10);",
        "x instanceof Function; (function () {})();",
    ],
)
def test_a_script_that_only_mentions_it_is_none(script):
    evals.check(script, "a script")


def test_a_popup_that_speaks_of_eval_is_no_error(lean_map):
    assert "eval(1)" in to_html(lean_map(folium.Marker([44, 146], popup="what eval(1) does")))


@pytest.mark.parametrize(
    "part", [plugins.AntPath([[44, 146], [45, 147]]), plugins.GeoMan()], ids=["AntPath", "GeoMan"]
)
def test_a_plugin_whose_eval_is_never_reached_is_allowed(part):
    made = folium.Map(tiles=None)
    part.add_to(made)
    assert "unsafe-eval" not in to_html(made)
