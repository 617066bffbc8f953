"""Hostile text at every entry point of our classes is shown as text, and runs nothing."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import folium
import pytest
import tomli_w
from playwright.sync_api import Frame, Page, expect

import kurilmap as km
from kurilmap.atlas.index import index_html
from kurilmap.layers import InertLayer
from kurilmap.page import library
from tests.conftest import Opener
from tests.hostile import HOSTILE

_TEXTS = ("title", "by", "summary", "conditions")
# One after the other: the texts go the same way in each.
LANGUAGE = dict(zip(HOSTILE, ("en", "ja", "ru") * len(HOSTILE), strict=False))


def scenario(folder: Path, text: str, name: str = "stranger") -> km.Scenario:
    """Read a scenario file that carries the text wherever one can stand."""
    path = folder / f"{name}.toml"
    content = {
        "id": name,
        "kind": "studied",
        "date": date(2020, 1, 1),
        **{key: {"en": text, "ja": text, "ru": text} for key in _TEXTS},
        "sources": [text],
        "holders": dict.fromkeys(("habomai", "shikotan", "kunashiri"), "RU"),
        "cut": [
            {"unit": "etorofu", "share": 0.5, "holder": "JP", "rest": "RU", "side": "southwest"}
        ],
    }
    path.write_text(tomli_w.dumps(content), encoding="utf-8")
    return km.Scenario.from_toml(path)


def layer(text: str) -> InertLayer:
    """Return a layer of ours that carries the text wherever one can stand."""
    card = {"head": text, "second": text, "rows": [[text, text]], "text": [text], "sources": ["s"]}
    label = {"at": [146, 44], "text": text, "second": text, "kind": "settlement", "rank": 1}
    source = dict.fromkeys(("title", "publisher", "year", "url", "checked"), text) | {"lang": "en"}
    data = {
        "points": [{"at": [146, 44], "kind": "settlement", "card": card}],
        "labels": [label],
        "sources": {"s": source},
        "words": {"sources": text, "checked": text},
    }
    about = {"text": [text], "sources": ["s"], "legend": [{"mark": "settlement", "label": text}]}
    return InertLayer("points", data, text, about=about)


def with_libraries(html: str) -> str:
    """Put the libraries that folium's own page names into it, and nothing else."""
    html = re.sub(
        r'<script src="([^"]+)"></script>',
        lambda match: f"<script>{library.text(match[1])}</script>",
        html,
    )
    return re.sub(
        r'<link rel="stylesheet" href="([^"]+)"/>',
        lambda match: f"<style>{library.text(match[1])}</style>",
        html,
    )


def own_map(text: str) -> km.Map:
    made = km.Map(title=text).add_child(layer(text))
    return made.add_child(folium.LayerControl(collapsed=False))


def of_a_scenario(text: str, lang: str, folder: Path) -> str:
    return km.save_html(km.scenario_map(scenario(folder, text), lang))


def of_an_own_map(text: str, lang: str, folder: Path) -> str:
    return km.save_html(own_map(text))


def of_foliums_save(text: str, lang: str, folder: Path) -> str:
    own_map(text).save(folder / "map.html")
    return with_libraries((folder / "map.html").read_text(encoding="utf-8"))


def of_a_folium_layer(text: str, lang: str, folder: Path) -> str:
    return km.save_html(km.Map().add_child(folium.FeatureGroup(name=text)))


def of_our_layer_on_foliums_map(text: str, lang: str, folder: Path) -> str:
    made = folium.Map([44, 146], zoom_start=8, tiles=None).add_child(layer(text))
    return km.save_html(made.add_child(folium.LayerControl(collapsed=False)))


def of_a_notebook(text: str, lang: str, folder: Path) -> str:
    return f"<!DOCTYPE html><meta charset=utf-8><body>{own_map(text)._repr_html_()}"


def of_the_atlas(text: str, lang: str, folder: Path) -> str:
    return index_html([scenario(folder, text)], lang)


def ids(name: str) -> str:
    return name.replace(" ", "-")


def open_a_piece(page: Page | Frame) -> None:
    for summary in page.locator("summary").all():
        if summary.is_visible():  # what a scenario has nothing to say in is hidden whole
            summary.click()
    page.locator("path.km-piece").first.dispatch_event("click")
    expect(page.locator(".leaflet-popup-content")).to_be_visible()


def open_a_point(page: Page | Frame) -> None:
    page.locator(".km-mark[role=button]").click()
    expect(page.locator(".leaflet-popup-content")).to_be_visible()
    for summary in page.locator(".km-layers summary").all():
        summary.click()


class Entry(NamedTuple):
    """A way for a text to come into a page."""

    make: Callable[[str, str, Path], str]
    times: int  # how often it is to be seen there, at least
    open: Callable[[Any], None] = lambda page: None


ENTRIES = {
    # Title of the page, heading, choice, result, summary, who, conditions, and the source.
    "a scenario": Entry(of_a_scenario, 8, open_a_piece),
    # Title, heading, name on the map (in two lines), popup, panel, legend, folium's own control.
    "a title and a layer": Entry(of_an_own_map, 9, open_a_point),
    "folium's own save": Entry(of_foliums_save, 9, open_a_point),
    "the name of a folium layer": Entry(of_a_folium_layer, 1),
    "our layer on folium's map": Entry(of_our_layer_on_foliums_map, 5, open_a_point),
    "a notebook": Entry(of_a_notebook, 9, open_a_point),
    # The card's title, and who.
    "the atlas": Entry(of_the_atlas, 2),
}


def shown(page: Page | Frame, text: str) -> int:
    """Count the innermost elements whose whole text is this one, however it breaks over lines."""
    return page.evaluate(
        """(text) => [...document.querySelectorAll('body *:not(script), title')]
             .filter((node) => !node.childElementCount && node.textContent.trim() === text.trim())
             .length""",
        text,
    )


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("entry", ENTRIES)
def test_hostile_text_is_only_text(entry: str, name: str, tmp_path: Path, open_page: Opener):
    text = HOSTILE[name]
    make, times, show = ENTRIES[entry]
    page = open_page(make(text, LANGUAGE[name], tmp_path))
    frames = page.frames
    inner = frames[-1]
    if entry != "the atlas":
        inner.wait_for_function("document.querySelector('.leaflet-map-pane')")
    show(inner)
    assert shown(inner, text) >= times
    assert [frame.evaluate("window.owned") for frame in frames] == [None] * len(frames)
    assert inner.locator("a[href^='javascript'], [onerror], b, iframe, img[src*=evil]").count() == 0
    assert len(frames) == 1 + (entry == "a notebook")


def test_all_of_them_in_one_overview_are_only_text(tmp_path: Path, open_page: Opener):
    strangers = [scenario(tmp_path, text, ids(name)) for name, text in HOSTILE.items()]
    page = open_page(km.save_html(km.overview_map(scenarios=strangers)))
    for name, text in HOSTILE.items():
        page.locator(f"#km-choice-{ids(name)}").check()
        assert shown(page, text) >= 6, name
    assert page.evaluate("window.owned") is None
