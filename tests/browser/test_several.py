"""More than one map in a document, maps that go away, and maps with layers of the user's own."""

import folium
import pytest
from branca.element import Figure
from playwright.sync_api import expect

import kurilmap as km
from tests.conftest import Opener


def test_two_maps_in_one_document_have_each_its_own_choice(open_page: Opener):
    figure = Figure()
    for column in (1, 2):
        figure.add_subplot(1, 2, column).add_child(km.overview_map(scenarios=["three-islands"]))
    page = open_page(km.save_html(figure))
    expect(page.locator("fieldset.km-choice")).to_have_count(2)
    assert page.locator(".km-choice input:checked").count() == 2
    ids = page.locator("[id]").evaluate_all("(all) => all.map((node) => node.id)")
    assert len(ids) == len(set(ids))
    page.locator(".km-panel").nth(1).get_by_label("Three islands to Japan, one to Russia").check()
    expect(page.locator(".km-panel").nth(0).locator("input[value='none']")).to_be_checked()


def test_a_map_can_be_removed_and_its_layers_switched_again_and_again(overview, open_page: Opener):
    page = open_page(overview)
    for box in page.locator(".km-layers input").all():
        box.click()
        box.click()
        box.click()
    expect(page.locator(".km-name-strait")).to_have_count(0)
    page.evaluate(
        """() => {
          const name = document.querySelector('.folium-map').id;
          window[name].remove();
        }"""
    )
    expect(page.locator(".km-name")).to_have_count(0)


@pytest.mark.parametrize("option", [{"attribution_control": False}, {"zoom_control": False}])
def test_controls_can_be_left_out(open_page: Opener, option):
    page = open_page(km.save_html(km.Map(**option)))
    expect(page.locator(".leaflet-control-scale")).to_be_visible()


def test_a_reader_sees_where_the_caller_placed_the_map(open_page: Opener):
    page = open_page(km.save_html(km.Map(location=[45.1, 147.9], zoom_start=11)))
    name = page.locator(".folium-map").get_attribute("id")
    assert page.evaluate(f"[{name}.getZoom(), {name}.getCenter().lat.toFixed(1)]") == [11, "45.1"]


def test_what_a_user_adds_with_folium_is_drawn_and_listed(open_page: Opener):
    km_map = km.scenario_map("three-islands")
    group = folium.FeatureGroup(name="My own places").add_to(km_map)
    folium.Marker([44.5, 147.0], popup="Mine").add_to(group)
    folium.GeoJson(
        {"type": "Point", "coordinates": [146.5, 44.6]},
        name="A point",
        marker=folium.Circle(radius=4000),
    ).add_to(km_map)
    page = open_page(km.save_html(km_map))
    icon = page.locator("img.leaflet-marker-icon")
    expect(icon).to_be_visible()
    assert icon.evaluate("(node) => node.naturalWidth") > 0
    icon.click()
    expect(page.locator(".leaflet-popup-content")).to_contain_text("Mine")
    for name in ("My own places", "A point"):
        box = page.locator(".km-layers label", has_text=name).locator("input")
        expect(box).to_be_checked()
    page.locator(".km-layers label", has_text="My own places").locator("input").uncheck()
    expect(icon).to_have_count(0)


def test_no_sea_s_name_slips_into_another_sea(overview, open_page: Opener):
    page = open_page(overview)
    name = page.locator(".folium-map").get_attribute("id")
    for zoom in (4, 5, 6, 7, 8):
        page.evaluate(f"void {name}.setView([45, 148], {zoom}, {{animate: false}})")
        expect(page.locator(".km-labels")).to_have_css("visibility", "visible")
        places = page.evaluate(
            f"""() => [...document.querySelectorAll('.km-name-sea')]
              .filter((node) => node.style.display !== 'none').map((node) => {{
                const box = node.getBoundingClientRect();
                const frame = {name}.getContainer().getBoundingClientRect();
                const at = {name}.containerPointToLatLng(
                  [box.x + box.width / 2 - frame.x, box.y + box.height / 2 - frame.y]);
                return [node.textContent, at.lat, at.lng];
              }})"""
        )
        for text, lat, lng in places:
            # The chain of islands runs from 43.4 N 145.8 E to 50.9 N 156.7 E.
            northwest = lat - 43.4 > (lng - 145.8) * (50.9 - 43.4) / (156.7 - 145.8)
            assert northwest == (text == "Sea of Okhotsk"), (zoom, text, lat, lng)
