"""What a stranger wrote stays text in all that a page does with it, in every language."""

import json
import re
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import kurilmap as km
from kurilmap.layers import InertLayer
from kurilmap.scenarios.document import parse
from kurilmap.scenarios.moved import moved
from kurilmap.widgets.page import page_of
from tests.browser.own import file_of, settled, share, slide
from tests.browser.test_hostile import LANGUAGE, ids, scenario
from tests.browser.test_languages import switch
from tests.conftest import Opener
from tests.hostile import HOSTILE

_MARKS = "a[href^=javascript], a[href^=data], [onerror], iframe, img[src*=evil], [style*=evil]"
# Those that would break out of the one place or the other: JSON, HTML, a template, TOML, TeX.
SOME = ("script", "handler", "quotes", "backtick", "line separator", "right to left", "call")
_BAD = (
    *("javascript:window.owned=1", "JavaScript:window.owned=1", " javascript:window.owned=1"),
    *("data:text/html,<script>window.owned=1</script>", "vbscript:x", "//evil.example", "file:///"),
    *("\thttps://evil.example", "java\nscript:window.owned=1", "https:javascript:x", ""),
)
_GOOD = ("https://one.example/", "http://two.example/\"onclick='window.owned=1'")
# A notebook's side of the panel: the model is what a kernel's traits would be.
_HOST = """<!DOCTYPE html><meta charset="utf-8"><title>x</title><div id="here"></div>
<script type="module">
const values = {values};
{module}
const model = {{ get: (name) => values[name] ?? null }};
for (const name of ["set", "on", "off", "save_changes"]) model[name] = () => {{}};
moduleRender({{ model, el: document.getElementById("here") }});
</script>"""


def inert(page: Page) -> bool:
    return page.evaluate("window.owned") is None and page.locator(_MARKS).count() == 0


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, km.Scenario]:
    folder = tmp_path_factory.mktemp("strangers")
    return {name: scenario(folder, HOSTILE[name], f"x-{ids(name)}") for name in SOME}


@pytest.fixture(scope="module")
def made(strangers: dict[str, km.Scenario], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "strangers.html"
    km.save_html(km.overview_map(scenarios=strangers.values()), path)
    return path


def test_moved_handed_over_cited_and_put_beside_they_are_only_text(
    made: Path, strangers: dict[str, km.Scenario], open_page: Opener
) -> None:
    page = open_page(made)
    page.locator("details").evaluate_all("(all) => all.forEach((each) => { each.open = true; })")
    other = next(iter(strangers.values()))
    for name, own in strangers.items():
        switch(page, LANGUAGE[name])
        page.locator(f"#km-choice-{own.id}").check()
        slide(share(page), 40)
        settled(page)
        handed = parse(file_of(page, ".km-mover"), "the file")
        assert handed == moved(own, "etorofu", share=0.4), name
        page.locator(".km-citing button").first.click()
        expect(page.locator(".km-citing textarea")).not_to_have_value("")
        assert inert(page), name
        if own is not other:
            page.locator(".km-beside select, select").first.select_option(other.id)
            expect(page.locator(".folium-map")).to_have_count(2)
            assert inert(page), name
            page.locator(".km-beside select, select").first.select_option("")
            expect(page.locator(".folium-map")).to_have_count(1)


def test_a_source_is_a_link_only_to_the_web(open_page: Opener) -> None:
    source = dict.fromkeys(("title", "publisher", "year", "checked"), "x") | {"lang": "en"}
    sources = {f"s{n}": source | {"url": url} for n, url in enumerate((*_BAD, *_GOOD))}
    layer = InertLayer(
        "points",
        {"points": [], "labels": [], "sources": sources, "words": {"sources": "S", "checked": "c"}},
        "A layer",
        about={"text": ["about"], "sources": list(sources), "legend": []},
    )
    page = open_page(km.save_html(km.Map().add_child(layer)))
    part = page.locator(".km-layers li").filter(has_text="A layer").first
    part.locator("summary").click()
    expect(part.locator(".km-cite li")).to_have_count(len(sources))
    links = part.locator(".km-cite a")
    assert links.evaluate_all("(all) => all.map((each) => each.getAttribute('href'))") == [*_GOOD]
    rels = links.evaluate_all("(all) => all.map((each) => each.rel)")
    assert rels == ["noopener noreferrer"] * len(_GOOD)
    assert links.evaluate_all("(all) => all.every((each) => !each.onclick)")
    assert page.evaluate("window.owned") is None


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_the_notebook_s_panel_takes_nothing_that_is_no_state(
    strangers: dict[str, km.Scenario], open_page: Opener, lang: str
) -> None:
    choice = {own.id: own for own in strangers.values()}
    text = page_of(choice, next(iter(choice)), lang)
    page = open_page(
        f"""<!DOCTYPE html><meta charset="utf-8"><title>A notebook</title>
        <iframe sandbox="allow-scripts" width="1200" height="700" srcdoc="{escape(text)}"></iframe>
        <script>
          window.heard = [];
          addEventListener("message", (event) => heard.push(event.data));
        </script>"""
    )
    page.wait_for_function("heard.length > 0")
    frame = page.frames[1]
    for value in (*HOSTILE.values(), "__proto__", "constructor", "toString", None, 1e308, {}, [[]]):
        state = {
            "scenario": value,
            "layers": [value],
            "lang": value,
            "cut": {"unit": value, "share": value, "bearing": value},
            "drawn": {"features": [{"properties": {"unit": value}, "geometry": {"type": value}}]},
            "view": {"lat": value, "lon": value, "zoom": value},
        }
        page.evaluate("(state) => frames[0].postMessage({ kurilmap: 'set', state }, '*')", state)
    last = list(choice)[-1]
    page.evaluate(
        "(id) => frames[0].postMessage({ kurilmap: 'set', state: { scenario: id } }, '*')", last
    )
    expect(frame.locator(f"#km-choice-{last}")).to_be_checked()
    assert frame.evaluate("window.owned") is None
    assert frame.locator(_MARKS).count() == 0


@pytest.mark.parametrize("name", SOME)
def test_around_the_panel_a_title_is_only_text(name: str, open_page: Opener) -> None:
    text = HOSTILE[name]
    module = files("kurilmap").joinpath("assets", "explore.js").read_text(encoding="utf-8")
    module = re.sub(r"export default .*", "const moduleRender = render;", module)
    values: dict[str, Any] = {"_title": text, "_label": text, "lang": "en", "height": 300}
    values |= {"_page": "<!DOCTYPE html><title>x</title>"}
    told = json.dumps(values).replace("<", "\\u003c")
    page = open_page(_HOST.format(values=told, module=module))
    frame = page.locator("#here iframe")
    expect(frame).to_have_attribute("title", text)
    assert page.locator("#here span").text_content() == text
    assert "allow-same-origin" not in frame.get_attribute("sandbox")
    assert page.evaluate("window.owned") is None
