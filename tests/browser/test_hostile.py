"""Hostile text at every entry point of our classes is shown as text, and runs nothing."""

from datetime import date
from pathlib import Path

import folium
import pytest
from playwright.sync_api import expect

import kurilmap as km
from kurilmap.layers import InertLayer
from tests.conftest import Opener
from tests.hostile import HOSTILE

_TEXTS = ("title", "by", "summary", "conditions")


def scenario_file(folder: Path, text: str) -> Path:
    """Write a scenario file that carries the text wherever one can stand."""
    import tomli_w

    path = folder / "stranger.toml"
    content = {
        "id": "stranger",
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
    return path


def shown(page, text: str) -> int:
    """Count the elements whose whole text is this one, however it is broken over lines."""
    return page.evaluate(
        """(text) => [...document.querySelectorAll('bdi, span, title')]
             .filter((node) => node.textContent === text).length""",
        text,
    )


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_scenario_file_is_only_text(text: str, lang: str, tmp_path: Path, open_page: Opener):
    scenario = km.Scenario.from_toml(scenario_file(tmp_path, text))
    page = open_page(km.save_html(km.scenario_map(scenario, lang)))
    expect(page.locator("table.km-table tr[data-holder='JP']")).to_be_visible()
    for summary in page.locator("summary").all():
        summary.click()
    # Heading, choice, result, summary; who and conditions; the source.
    assert shown(page, text) >= 6
    page.locator("path.km-piece").first.dispatch_event("click")
    expect(page.locator(".leaflet-popup-content")).to_be_visible()
    assert page.evaluate("window.owned") is None
    assert (
        page.title() == " ".join(text.replace("\u2028", " ").replace("\u2029", " ").split())
        or text in page.title()
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_title_and_a_layer_are_only_text(text: str, open_page: Opener):
    km_map = km.Map(title=text)
    point = {
        "at": [146.0, 44.0],
        "kind": "settlement",
        "card": {
            "head": text,
            "second": text,
            "rows": [[text, text]],
            "text": [text],
            "sources": ["s"],
        },
    }
    source = {
        "title": text,
        "publisher": text,
        "year": text,
        "url": text,
        "lang": "en",
        "checked": text,
    }
    data = {
        "points": [point],
        "labels": [
            {"at": [146.0, 44.0], "text": text, "second": text, "kind": "settlement", "rank": 1}
        ],
        "sources": {"s": source},
        "words": {"sources": text, "checked": text},
    }
    about = {"text": [text], "sources": ["s"], "legend": [{"mark": "settlement", "label": text}]}
    km_map.add_child(InertLayer("points", data, text, about=about))
    page = open_page(km.save_html(km_map))
    page.locator(".km-mark[role=button]").click()
    expect(page.locator(".leaflet-popup-content")).to_be_visible()
    page.locator(".km-layers summary").click()
    assert shown(page, text) >= 6
    assert page.evaluate("window.owned") is None
    assert page.locator("a[href^='javascript']").count() == 0


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_of_a_folium_layer_stands_in_our_panel_as_text(text: str, open_page: Opener):
    km_map = km.Map()
    folium.FeatureGroup(name=text).add_to(km_map)
    page = open_page(km.save_html(km_map))
    expect(page.locator(".km-layers label")).to_have_count(1)
    assert shown(page, text) == 1
    assert page.evaluate("window.owned") is None
