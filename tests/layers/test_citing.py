"""What a page says of itself: citation, sources of each layer, foot."""

import re
from pathlib import Path

import pytest

import kurilmap as km
from kurilmap import layers, telling
from kurilmap.atlas.index import index_html
from kurilmap.atlas.record import record_html
from kurilmap.layers.citing import citing
from kurilmap.telling.outlines import BUILT, PACKAGE
from kurilmap.words import LANGS, say

ROOT = Path(__file__).parents[2]
LANG = pytest.mark.parametrize("lang", LANGS)


def composed(lang):
    return {
        "overview": km.overview_map(lang),
        "scenario": km.scenario_map("equal-area", lang),
        "comparison": km.comparison_map("two-islands-1956", "equal-area", lang),
        "timeline": km.timeline_map(lang),
        "own": km.Map(lang=lang),
    }


def test_the_outlines_are_dated_as_the_data_s_own_record_dates_them():
    # geo/README.md tells where the land is from; the build's pin takes the same.
    told = " ".join((ROOT / "geo" / "README.md").read_text(encoding="utf-8").split())
    assert f"{PACKAGE} (built in {BUILT:%B %Y})" in told
    pinned = (ROOT / "geo" / "build" / "requirements.in").read_text(encoding="utf-8")
    assert PACKAGE.replace(" ", "==") in pinned


@LANG
def test_a_citation_names_kit_licence_and_vintage_and_no_author_or_date_of_its_own(lang):
    sentences = citing(lang)["sentences"]
    assert f"kurilmap {km.__version__}" in sentences["made"]
    for part in ("© OpenStreetMap contributors", "ODbL 1.0", PACKAGE, "2026"):
        assert part in sentences["outlines"]
    assert set(re.findall(r"\{(\w+)\}", sentences["text"])) == {
        "title",
        "shown",
        "made",
        "outlines",
        "opened",
    }


@LANG
def test_every_layer_that_a_reader_sees_tells_what_it_is_and_its_sources(lang):
    silent = []
    for name, page in composed(lang).items():
        for layer in page._children.values():
            if not isinstance(layer, layers.InertLayer):
                continue
            told = layer.told(lang)
            # What the others share, and what is a section of the panel with sources of its own.
            if told.factory in {"sea", "views", "readings"}:
                continue
            about = told.about or {}
            cited = about.get("sources", [])
            if not about.get("text") or not all(about["text"]):
                silent.append((name, told.title, "text"))
            # What changes hands is the kit's own sum of two scenarios that tell their sources.
            if not cited and told.factory != "differ":
                silent.append((name, told.title, "sources"))
            silent += [(name, told.title, id_) for id_ in cited if id_ not in told.data["sources"]]
    assert silent == []


@LANG
def test_the_base_says_whose_data_it_is_in_the_list_of_layers(lang):
    for layer in (layers.land(lang), layers.partition([km.scenario("equal-area")], lang)):
        assert telling.SOURCE in layer.about["sources"]
        assert "OpenStreetMap" in layer.about["text"][0]
        assert "ODbL" in layer.about["text"][0]
        assert PACKAGE in layer.about["text"][0]


@LANG
def test_every_kind_of_page_ends_with_licence_version_and_that_it_calls_for_nothing(lang):
    wanted = [
        say("panel.foot", lang),
        say("panel.licence", lang),
        say("panel.version", lang, version=km.__version__),
    ]
    for page in composed(lang).values():
        assert page.panel.told(lang)["foot"] == wanted
    for text in (index_html([km.scenario("equal-area")], lang), record_html(lang)):
        foot = text[text.index("<footer>") :]
        assert [line for line in wanted if line not in foot] == []
