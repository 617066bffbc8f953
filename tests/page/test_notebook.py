"""A map in a notebook's cell: offline where it can be, else with the network, and never a line on
trust."""

import re
from html import unescape
from urllib.parse import urlsplit

import folium
import pytest
from folium import plugins
from selectolax.lexbor import LexborHTMLParser

import kurilmap as km
from kurilmap import layers
from kurilmap.page import km_iframe, library

TILES = "https://tiles.example/{z}/{x}/{y}.png"
PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002014c003b"
)


def content(html):
    return unescape(re.search(r'srcdoc="([^"]*)"', html)[1])


def rules(html):
    meta = LexborHTMLParser(content(html)).css_first("head > meta")
    assert meta.attributes["http-equiv"] == "Content-Security-Policy"
    return dict(rule.split(maxsplit=1) for rule in meta.attributes["content"].split("; "))


@pytest.fixture
def cell(browser):
    """Open a notebook's output in a page of a site, with a network of this test's own."""
    asked, problems = [], []

    def answer(route):
        url = route.request.url
        asked.append((url, route.request.headers.get("referer")))
        host = urlsplit(url).hostname
        if host == "notebook.example":
            route.fulfill(body=cell_html, content_type="text/html; charset=utf-8")
        elif host == "tiles.example":
            route.fulfill(body=PIXEL, content_type="image/gif")
        elif url.endswith((".js", ".css")) and (text := library.text(url)) is not None:
            kind = "text/css" if url.endswith(".css") else "text/javascript"
            route.fulfill(body=text, content_type=f"{kind}; charset=utf-8")
        else:
            route.abort()

    def show(html):
        nonlocal cell_html
        cell_html = f"<!DOCTYPE html><body>{html}"
        page.goto("https://notebook.example/lab")
        return page

    cell_html = ""
    with browser.new_context() as context:
        context.route("**/*", answer)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        show.asked = asked
        show.problems = problems
        yield show


def test_a_map_that_needs_no_network_is_shown_in_a_closed_frame():
    html = km.Map()._repr_html_()
    allowed = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
    assert f'sandbox="{allowed}"' in html
    assert rules(html)["default-src"] == "'none'"


def test_tiles_are_fetched_in_a_frame_of_the_notebooks_site(cell):
    made = km.Map(tiles=TILES, attr="somebody")
    made.add_child(layers.settlements())
    html = made._repr_html_()
    assert "Trust" not in html
    page = cell(html)
    frame = page.wait_for_selector("iframe").content_frame()
    frame.wait_for_selector(".km-mark", state="attached")
    frame.wait_for_selector("img.leaflet-tile-loaded", state="attached")
    referers = {referer for url, referer in cell.asked if "tiles.example" in url}
    assert referers == {"https://notebook.example/"}  # which some tile servers insist on
    assert cell.problems == []


def test_a_plugin_that_needs_eval_is_shown_with_the_network(cell):
    made = folium.Map([44, 146], zoom_start=7, tiles=None)
    plugins.MeasureControl().add_to(made)
    frame = cell(km_iframe(made)).wait_for_selector("iframe").content_frame()
    frame.wait_for_selector(".leaflet-control-measure", state="attached")
    assert cell.problems == []


def test_text_in_a_frame_with_the_network_is_no_template_and_runs_nothing(cell, tmp_path):
    own = tmp_path / "owned"
    text = (
        f"{{% set x=cycler.__init__.__globals__.os.system('touch {own}') %}}{{{{ 7*191 }}}}"
        '<img src="x" onerror="top.owned = 1"><script>top.owned = 2</script>'
    )
    made = km.Map(title=text, tiles=TILES, attr="somebody")
    folium.Marker([44, 146], popup=folium.Popup(text, show=True)).add_to(made)
    page = cell(made._repr_html_())
    frame = page.wait_for_selector("iframe").content_frame()
    frame.wait_for_selector(".leaflet-popup-content")
    assert "{{ 7*191 }}" in frame.inner_text(".leaflet-popup-content")
    assert frame.locator("h1").text_content() == text
    assert page.evaluate("window.owned") is None
    assert not own.exists()


def test_the_policy_with_a_network_names_each_library_and_allows_no_other():
    made = folium.Map(tiles=TILES, attr="somebody")
    made.default_js = [("odd", "https://away.example/a;b,c.js?v=1")]
    made.default_css = []
    found = rules(km_iframe(made))
    assert found.keys() == {"script-src", "object-src", "base-uri", "form-action"}
    sources = found["script-src"].split()
    assert "https://away.example/a%3Bb%2Cc.js" in sources
    assert not {"https:", "'unsafe-inline'", "*"} & set(sources)
