"""Our map is a folium map: lean, neutral, and open to any folium layer."""

import subprocess
import sys

import folium
import pytest
from selectolax.lexbor import LexborHTMLParser

import kurilmap as km
from kurilmap.errors import UnknownScenario, UnknownWord
from kurilmap.words import say


def urls(km_map):
    """Return the files that a map of folium's own making would link, scripts first."""
    page = LexborHTMLParser(km_map.get_root().render())
    scripts = [node.attributes["src"] for node in page.css("script[src]")]
    return scripts + [node.attributes["href"] for node in page.head.css("link[href]")]


def test_the_public_names_are_those_that_the_package_gives():
    assert set(km.__all__) <= set(dir(km))
    for name in km.__all__:
        assert getattr(km, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = km.nothing


def test_a_public_function_keeps_its_name_beside_a_module_of_that_name():
    code = "import kurilmap as km; km.scenario('equal-area'); print(len(km.scenarios()) > 5)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_a_map_is_a_folium_map_without_tiles():
    for km_map in (km.Map(), km.overview_map(), km.scenario_map("three-islands")):
        assert isinstance(km_map, folium.Map)
        assert not [c for c in km_map._children.values() if isinstance(c, folium.TileLayer)]


def test_a_map_of_our_own_layers_asks_for_leaflet_alone():
    assert [url.rsplit("/", 1)[1] for url in urls(km.overview_map())] == [
        "leaflet.js",
        "leaflet.css",
    ]


def test_what_a_user_adds_brings_what_it_needs_and_no_more():
    km_map = km.Map()
    folium.Circle([44, 146], radius=9).add_to(km_map)
    assert [u.rsplit("/", 1)[1] for u in urls(km_map)] == [
        "leaflet.js",
        "jquery-3.7.1.min.js",
        "leaflet.css",
    ]
    folium.Marker([44, 146], icon=folium.Icon()).add_to(km_map)
    assert len(urls(km_map)) == len(folium.Map.default_js) + len(folium.Map.default_css)
    assert len(urls(km.Map())) == 2


def test_asking_for_libraries_leaves_the_map_as_it_was():
    km_map = km.Map()
    folium.Marker([44, 146], icon=folium.Icon()).add_to(km_map)
    km_map.get_root().render()
    assert [name for name, _ in km_map.default_js] == ["leaflet"]


@pytest.mark.parametrize(
    "given",
    [{"location": [45.1, 147.9]}, {"zoom_start": 11}, {"location": [45, 147], "zoom_start": 9}],
)
def test_a_caller_who_says_where_the_map_opens_is_not_overruled(given):
    km_map = km.Map(**given)
    assert km_map.bounds is None
    assert km_map.location == given.get("location", km_map.location)


def test_folium_s_own_fit_bounds_is_not_overruled():
    km_map = km.Map()
    assert "[[43.2,144.85]" in km.save_html(km_map)
    km_map.fit_bounds([[43.3, 145.8], [43.7, 146.5]])
    assert "[[43.2,144.85]" not in km.save_html(km_map)


@pytest.mark.parametrize("bounds", [[1, 2], "north", ((45, 144), (43, 149)), 7])
def test_bounds_that_are_no_two_corners_are_refused(bounds):
    with pytest.raises(km.MapError, match="south-west and the north-east corner, latitude first"):
        km.Map(bounds=bounds)


def test_a_map_may_be_smaller_than_its_page():
    assert 'style="width:600.0px;height:50.0%;"' in km.save_html(km.Map(width=600, height="50%"))


def test_saving_does_not_depend_on_what_was_rendered_before():
    km_map = km.scenario_map("two-islands-1956")
    before = km.save_html(km_map)
    assert km.save_html(km_map) == before
    assert km.save_html(km.scenario_map("two-islands-1956")) == before


def test_a_user_s_own_scenario_is_drawn_like_any_other():
    own = km.scenario("status-quo").assign(habomai="JP").named(id="mine", title="Mine")
    page = km.save_html(km.scenario_map(own))
    assert '"chosen":"mine"' in page


def test_an_overview_can_be_of_some_scenarios_only():
    page = km.save_html(km.overview_map(scenarios=["status-quo", km.scenario("equal-area")]))
    assert '"id":"equal-area"' in page
    assert '"id":"aso-quarter"' not in page


def test_an_overview_can_begin_with_a_scenario():
    begun = km.overview_map("ja", chosen="equal-area")
    assert begun.page_title == f"{km.scenario('equal-area').title['ja']}｜{say('map.title', 'ja')}"
    page = km.save_html(begun)
    assert '"chosen":"equal-area"' in page
    assert '"id":"aso-quarter"' in page


def test_an_overview_begins_with_a_scenario_of_the_users_own():
    own = km.scenario("status-quo").assign(habomai="JP").named(id="mine", title="{title} </script>")
    begun = km.overview_map(scenarios=["status-quo", own], chosen="mine")
    assert begun.page_title.startswith("{title} </script> – Etorofu")
    assert "<title>{title} &lt;/script&gt; – Etorofu" in km.save_html(begun)


@pytest.mark.parametrize("chosen", ["aso-quarter", "none", "", 7, ["status-quo"]])
def test_an_overview_begins_with_none_but_a_scenario_of_its_choice(chosen):
    with pytest.raises(UnknownScenario, match="among the scenarios to choose from: status-quo"):
        km.overview_map(scenarios=["status-quo"], chosen=chosen)


def test_tiles_are_an_option():
    tiles = "https://tiles.example/{z}/{x}/{y}.png"
    km_map = km.Map(tiles=tiles, attr="example")
    assert tiles in km_map.get_root().render()
    with pytest.raises(km.OfflineError, match=r"tiles\.example"):
        km.save_html(km_map)


def test_an_unknown_scenario_names_the_nearest():
    with pytest.raises(UnknownScenario, match="two-islands-1956"):
        km.scenario_map("two-island-1956")


@pytest.mark.parametrize("build", [km.Map, km.overview_map])
def test_an_unknown_language_is_refused(build):
    with pytest.raises(UnknownWord, match="lang='de' was given"):
        build(lang="de")


def test_a_notebook_gets_a_frame_without_folium_s_word_of_trust():
    shown = km.Map(title='A "title" & more')._repr_html_()
    assert shown.count("<iframe") == 1
    assert "Make this Notebook Trusted" not in shown
    assert "&quot;title&quot;" in shown
