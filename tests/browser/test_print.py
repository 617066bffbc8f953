"""A page on paper: map, who would hold what, legend and sources on one sheet."""

import pypdfium2
import pytest

import kurilmap as km
from kurilmap.scenarios import scenarios
from kurilmap.words import say

LANGS = pytest.mark.parametrize("lang", ["en", "ja", "ru"])
A4 = (595, 842)  # points, ISO 216


def sheets(page, folder):
    """Return the text of each sheet, without what breaks its lines, and the size of the first."""
    path = folder / "page.pdf"
    page.pdf(path=path, prefer_css_page_size=True, print_background=True)
    document = pypdfium2.PdfDocument(path)
    texts = ["".join(one.get_textpage().get_text_range().split()) for one in document]
    size = tuple(round(side) for side in document[0].get_size())
    document.close()
    return texts, size


def squeezed(text):
    return "".join(text.split())


@LANGS
@pytest.mark.parametrize("kind", ["scenario", "overview", "comparison"])
def test_a_page_prints_on_one_sheet(open_page, tmp_path, kind, lang):
    first, second = scenarios()["two-islands-1956"], scenarios()["equal-area"]
    made = {
        "scenario": lambda: km.scenario_map(first, lang),
        "overview": lambda: km.overview_map(lang, chosen=first.id),
        "comparison": lambda: km.comparison_map(first, second, lang),
    }[kind]()
    page = open_page(km.save_html(made))
    page.locator("path[data-piece]").first.wait_for()
    before = page.locator(".folium-map").first.bounding_box()
    texts, size = sheets(page, tmp_path)
    assert size == pytest.approx(A4, abs=1)
    assert len(texts) == 1
    for word in (first.title[lang], say("panel.sources", lang), say("panel.licence", lang)):
        assert squeezed(word).upper() in texts[0].upper()
    for party in ("JP", "RU"):
        assert squeezed(say(f"holder.would-{party}", lang)) in texts[0]
    assert squeezed(say("panel.layers", lang)).upper() not in texts[0].upper()
    assert page.locator(".folium-map").first.bounding_box() == before


@LANGS
def test_a_page_without_scripts_prints_its_picture_and_table_on_one_sheet(browser, tmp_path, lang):
    one = scenarios()["two-islands-1956"]
    path = km.save_html(km.scenario_map(one, lang), tmp_path / "still.html")
    with browser.new_context(java_script_enabled=False, offline=True) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        texts, _ = sheets(page, tmp_path)
    assert len(texts) == 1
    assert squeezed(one.title[lang]) in texts[0]
    assert squeezed(say("panel.sources", lang)).upper() in texts[0].upper()
