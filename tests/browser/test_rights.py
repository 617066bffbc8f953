"""Rights and administration as a reader sees them: on the land, in legend, list and popup."""

from playwright.sync_api import expect

from kurilmap.maps import overview_map, scenario_map
from kurilmap.page import to_html


def piece(page, unit):
    return page.locator(f'path.km-piece[data-unit="{unit}"][aria-label]')


def test_a_right_is_drawn_over_the_holder_s_fill_and_told_in_the_legend(open_page):
    page = open_page(to_html(scenario_map("two-plus-alpha")))
    expect(piece(page, "shikotan")).to_have_attribute("fill", "url(#km-fill-JP)")
    expect(piece(page, "etorofu")).to_have_attribute("fill", "url(#km-fill-RU----JP-joint)")
    expect(page.locator("pattern#km-fill-RU----JP-joint circle")).not_to_have_count(0)
    expect(page.locator(".km-legend")).to_contain_text(
        "Russia would hold, with rights of Japan and joint rights"
    )
    expect(page.locator(".km-rights li")).to_have_count(3)


def test_who_administers_is_told_where_it_is_not_the_holder(open_page):
    page = open_page(to_html(scenario_map("kawana-1998")))
    expect(piece(page, "etorofu")).to_have_attribute("data-holder", "JP")
    expect(piece(page, "etorofu")).to_have_attribute("data-mark", "RU/")
    expect(page.locator(".km-says")).to_contain_text("Japan would hold, Russia would administer")
    expect(page.locator(".km-rights")).to_contain_text("Russia: administration")
    expect(piece(page, "etorofu")).to_have_attribute(
        "aria-label", "Etorofu / Iturup: Japan would hold, Russia would administer"
    )


def test_a_popup_tells_the_rights_on_its_land_and_no_other(open_page):
    page = open_page(to_html(scenario_map("iwashita-2013")))
    piece(page, "kunashiri").focus()
    page.keyboard.press("Enter")
    card = page.locator(".leaflet-popup .km-card")
    expect(card).to_contain_text("Joint: port")
    expect(card).to_contain_text("A free port at the western end of the island.")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    piece(page, "etorofu").focus()
    page.keyboard.press("Enter")
    expect(card).to_contain_text("Etorofu / Iturup")
    expect(card).not_to_contain_text("Joint: port")


def test_the_overview_tells_what_is_not_drawn_and_a_page_of_some_does_not(open_page):
    page = open_page(to_html(overview_map()))
    folded = page.locator(".km-proposals")
    expect(folded.locator("ul").first).to_be_hidden()
    folded.locator("summary").click()
    expect(folded).to_contain_text("Russia's answer to Kawana")
    expect(folded).to_contain_text("What it said was never published.")
    page = open_page(to_html(overview_map(scenarios=["status-quo"])))
    expect(page.locator(".km-legend li").first).to_be_visible()
    expect(page.locator(".km-proposals")).to_have_count(0)
