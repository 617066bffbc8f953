"""The three views of the overview, and the three voices beside them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import kurilmap as km
from kurilmap import geodata, history
from kurilmap.words import LANGS
from tests.conftest import Opener

# From Teikoku Shoin's answer on Japan's maps, and facts on Russia's: geo/views.toml.
LINES = {
    "de-facto": {"control", "claim-jp", "claim-ru"},
    "JP": {"treaty-1875-south", "treaty-1905", "treaty-1875-north", "claim-jp"},
    "RU": {"claim-ru"},
}


def shown_lines(page: Page) -> set[str]:
    return set(page.locator("path.km-line").evaluate_all("(l) => l.map((p) => p.dataset.line)"))


def holders(page: Page) -> dict[str, str]:
    return dict(
        page.locator("path.km-view-unit").evaluate_all(
            "(l) => l.map((p) => [p.dataset.viewUnit, p.dataset.viewHolder])"
        )
    )


def names(page: Page) -> set[str]:
    return set(page.locator(".km-name:visible .km-first").all_inner_texts())


def test_the_overview_opens_with_the_choice_and_the_de_facto_view(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    choices = page.locator("input[name='km-view']")
    expect(choices).to_have_count(3)
    expect(page.locator("#km-view-de-facto")).to_be_checked()
    # It stands above the scenarios.
    order = page.locator(".km-panel fieldset input").evaluate_all(
        "(inputs) => inputs.map((input) => input.name)"
    )
    assert order[:4] == ["km-view"] * 3 + ["km-scenario"]


def test_each_view_has_its_own_fills_lines_and_names_and_says_whose_it_is(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    expect(page.locator(".km-labels[data-placed]")).to_be_attached()
    table = km.views()
    own = {"de-facto": "Etorofu / Iturup", "JP": "Etorofu", "RU": "Iturup"}
    page.locator("#km-view-de-facto").focus()
    for number, view in enumerate(("de-facto", "JP", "RU")):
        if number:
            page.keyboard.press("ArrowDown")
        expect(page.locator(f"#km-view-{view}")).to_be_checked()
        expect(page.locator(".folium-map")).to_have_attribute("data-view", view)
        assert shown_lines(page) == LINES[view]
        assert holders(page) == {unit: table.loc[view, unit] for unit in history.UNITS}
        expect(page.locator(".km-view-says")).to_have_text(table.loc[view, "text_en"])
        expect(page.locator(f".km-first >> text='{own[view]}'")).to_be_visible()
    assert not {name for name in names(page) if " / " in name}
    page.keyboard.press("ArrowDown")
    assert shown_lines(page) == LINES["de-facto"]
    expect(page.locator(".km-first >> text='Etorofu / Iturup'")).to_be_visible()


def test_a_scenario_takes_the_place_of_the_fill_and_leaves_the_view_s_lines(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    page.locator("#km-view-JP").check()
    page.locator("#km-choice-two-islands-1956").check()
    for unit in geodata.UNITS:
        expect(page.locator(f"path.km-view-unit[data-view-unit='{unit}']")).to_be_hidden()
    assert shown_lines(page) == LINES["JP"]
    shikotan = page.locator("path[data-piece][data-unit='shikotan']").first
    expect(shikotan).to_have_attribute("data-holder", "JP")
    page.locator("#km-view-RU").check()
    expect(shikotan).to_have_attribute("data-holder", "JP")
    page.locator("#km-choice-none").check()
    expect(page.locator("path.km-view-unit[data-view-unit='shikotan']")).to_be_visible()


def test_names_of_a_layer_switched_on_later_follow_the_view(
    overview: Path, open_page: Opener
) -> None:
    page = open_page(overview)
    straits = page.locator(".km-layers label", has_text="Straits").locator("input")
    straits.uncheck()
    page.locator("#km-view-RU").check()
    straits.check()
    expect(page.locator(".km-first", has_text="Ekaterina")).to_have_text("Ekaterina Strait")


@pytest.mark.parametrize("lang", LANGS)
def test_the_claims_and_the_ainu_stand_side_by_side(
    open_page: Opener, tmp_path: Path, lang: str
) -> None:
    path = km.save_html(km.overview_map(lang), tmp_path / "overview.html")
    page = open_page(path)
    fold = page.locator(".km-readings")
    fold.locator("> details > summary").click()
    claims = fold.locator(".km-beside > div[data-party]")
    expect(claims).to_have_count(2)
    left, right = (claims.nth(i).bounding_box() for i in (0, 1))
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    for row in geodata.records("partings.toml")["parting"]:
        expect(fold).to_contain_text(row["question"][lang])
        for party in ("JP", "RU"):
            expect(fold).to_contain_text(row[party][lang])
    voice = geodata.records("voices.toml")["voice"][0]
    expect(fold.locator(".km-voice")).to_contain_text(voice["argument"][lang])
    expect(fold.locator(".km-voice")).to_contain_text(voice["homeland"]["text"][lang])
    for claim in geodata.records("claims.toml")["claim"]:
        party = fold.locator(f".km-beside > div[data-party='{claim['party']}']")
        for document in claim["document"]:
            expect(party).to_contain_text(document["name"][lang])
