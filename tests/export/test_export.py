"""`km.export`: the suffix decides, and a mistake is told before anything is written."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import folium
import geopandas as gpd
import pyogrio
import pytest

import kurilmap as km
from kurilmap.export import SUFFIXES
from kurilmap.scenarios import Right

# What a reader of each kind of file looks for first.
_STARTS = {
    ".html": b"<!DOCTYPE html>",
    ".gpkg": b"SQLite format 3\0",
    ".geojson": b'{"type":"FeatureCollection"',
    ".kml": b"<?xml",
}


@pytest.mark.parametrize("suffix", _STARTS)
def test_each_thing_can_be_each_kind_of_file(thing: Any, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"file{suffix}"
    assert km.export(thing, path) == path
    assert path.read_bytes().startswith(_STARTS[suffix])


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".kml", ".csv"])
def test_the_same_input_gives_the_same_bytes(thing: Any, suffix: str, tmp_path: Path) -> None:
    first, second = (km.export(thing, tmp_path / f"{name}{suffix}") for name in "ab")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".kml", ".csv"])
def test_each_data_file_tells_licence_method_and_version(
    thing: Any, suffix: str, tmp_path: Path
) -> None:
    text = km.export(thing, tmp_path / f"file{suffix}").read_bytes().decode("utf-8", "replace")
    for told in ("OpenStreetMap contributors", "ODbL", "geodesic", f"kurilmap {km.__version__}"):
        assert told in text


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".kml", ".csv"])
def test_the_sources_of_a_scenario_are_told(suffix: str, tmp_path: Path) -> None:
    text = km.export("equal-area", tmp_path / f"x{suffix}").read_bytes().decode("utf-8", "replace")
    for source in km.scenario("equal-area").sources:
        assert km.sources().loc[source, "title"].replace("&", "&amp;")[:20] in text


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".kml", ".csv"])
def test_of_somebodys_own_table_no_method_of_ours_is_told(suffix: str, tmp_path: Path) -> None:
    own = gpd.GeoDataFrame({"depth": [7]}, geometry=gpd.points_from_xy([146], [44]), crs=4326)
    text = km.export(own, tmp_path / f"x{suffix}").read_bytes().decode("utf-8", "replace")
    assert "geodesic" not in text
    assert "The table as it was given" in text
    assert "For what comes from this kit: Outlines ©" in text


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_a_picture_is_printed_with_language_and_size(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def picture(*given: Any, **told: Any) -> bytes:
        asked.append((*given, told))
        return b"picture"

    monkeypatch.setattr("kurilmap.printed.picture", picture)
    one = km.scenario("equal-area")
    path = km.export(one, tmp_path / f"a{suffix}", lang="ja", size="slide")
    assert path.read_bytes() == b"picture"
    assert asked == [(one, suffix, {"lang": "ja", "size": "slide"})]


def test_a_page_is_in_the_language_asked_for(tmp_path: Path) -> None:
    page = km.export("status-quo", tmp_path / "a.html", lang="ru").read_text(encoding="utf-8")
    assert '<html lang="ru">' in page


def test_a_comparison_keeps_its_own_language(tmp_path: Path) -> None:
    both = km.compare("status-quo", "equal-area", lang="ja")
    assert '<html lang="ja">' in km.export(both, tmp_path / "a.html").read_text(encoding="utf-8")
    assert "比較" in km.export(both, tmp_path / "a.kml").read_text(encoding="utf-8")


def test_a_map_is_written_as_it_is(tmp_path: Path) -> None:
    made = km.scenario_map("equal-area", lang="ja")
    assert km.export(made, tmp_path / "a.html").read_text(encoding="utf-8") == km.save_html(made)


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".kml", ".csv"])
@pytest.mark.parametrize(
    ("make", "kinds"),
    [
        (lambda: folium.Map(tiles=None), r"\.html"),
        (lambda: km.Map("x", "en"), r"\.html, \.png, \.svg, \.pdf"),
    ],
)
def test_a_map_is_no_data_and_says_what_it_can_be(
    make: Any, kinds: str, suffix: str, tmp_path: Path
) -> None:
    with pytest.raises(km.MapError, match=rf"A map was given for {suffix}; it can be {kinds}\."):
        km.export(make(), tmp_path / f"a{suffix}")


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".kml", ".html"])
def test_a_table_without_shapes_can_only_be_csv(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(km.MapError, match=r"without shapes was given .*; it can be \.csv"):
        km.export(km.events(), tmp_path / f"a{suffix}")
    assert km.export(km.events(), tmp_path / "a.csv").read_text().startswith("id,")


@pytest.mark.parametrize("suffix", [".html", ".gpkg", ".geojson", ".kml", ".csv"])
def test_what_is_no_thing_of_ours_is_refused(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(km.MapError, match="3 was given to export; allowed are a Scenario"):
        km.export(3, tmp_path / f"a{suffix}")


@pytest.mark.parametrize("name", ["a.shp", "a", "a.html.zip", ".png", ""])
def test_an_unknown_suffix_names_what_is_allowed(name: str, tmp_path: Path) -> None:
    with pytest.raises(km.WriteError, match=", ".join(SUFFIXES)):
        km.export("equal-area", name)


def test_a_path_is_text_or_a_path() -> None:
    with pytest.raises(km.WriteError, match=r"Cannot write 3: a path is text or a pathlib\.Path"):
        km.export("equal-area", 3)


def test_capitals_in_a_suffix_are_the_same_suffix(tmp_path: Path) -> None:
    path = km.export("equal-area", tmp_path / "A.GeoJSON")
    assert path.read_bytes().startswith(_STARTS[".geojson"])


def test_htm_is_a_page_as_html_is(tmp_path: Path) -> None:
    short, full = (km.export(km.islands(), tmp_path / f"a{end}") for end in (".htm", ".html"))
    assert short.read_bytes() == full.read_bytes()


@pytest.mark.parametrize("suffix", [".html", ".gpkg", ".geojson", ".kml", ".csv"])
def test_a_missing_folder_is_told(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(km.WriteError, match="does not exist"):
        km.export("equal-area", tmp_path / "none" / f"a{suffix}")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_place_without_a_folder_is_told_before_any_work(suffix: str, tmp_path: Path) -> None:
    # What is given is no thing of ours, which would be told as soon as it was looked at.
    with pytest.raises(km.WriteError, match=r"the folder .*none does not exist"):
        km.export(3, tmp_path / "none" / f"a{suffix}")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_unknown_size_is_told_whatever_the_file(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(km.MapError, match=r"size='A0' was given; allowed are 'column', 'page'"):
        km.export("equal-area", tmp_path / f"a{suffix}", size="A0")


def test_a_file_that_was_there_stays_where_the_new_one_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    path.write_bytes(b"old")
    with pytest.raises(km.MapError):
        km.export(km.events(), path)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.gpkg"]


def test_an_unknown_language_and_id_are_told(tmp_path: Path) -> None:
    with pytest.raises(km.UnknownWord, match="'fr' was given"):
        km.export("equal-area", tmp_path / "a.kml", lang="fr")
    with pytest.raises(km.UnknownScenario, match="equal-area"):
        km.export("equal-aera", tmp_path / "a.kml")


def test_waters_of_a_scenario_of_ones_own_are_no_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = km.scenario("status-quo").named("own", "Own")
    with pytest.raises(km.MapError, match="scenario of your own, own, were given for a page"):
        km.export(km.sea(own), tmp_path / "a.html")


def test_files_of_scenarios_are_taken_as_scenarios(tmp_path: Path) -> None:
    km.scenario("equal-area").named("own", "Own").to_toml(tmp_path / "own.toml")
    path = km.export(tmp_path / "own.toml", tmp_path / "a.geojson")
    assert '"title":"Own"' in path.read_text()


def test_a_geojson_file_is_taken_as_a_scenario(tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.geojson"
    drawn.write_text(km.scenario("aso-quarter").territory().to_json(), encoding="utf-8")
    table = gpd.read_file(km.export(drawn, tmp_path / "a.geojson"))
    assert table["holder"].tolist() == ["JP", "JP", "JP", "JP", "RU"]


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".kml"])
def test_the_land_tells_the_rights_that_lie_on_it(suffix: str, tmp_path: Path) -> None:
    path = km.export("two-plus-alpha", tmp_path / f"a{suffix}")
    layer = {} if suffix == ".geojson" else {"layer": pyogrio.list_layers(path)[0][0]}
    rights = gpd.read_file(path, **layer).groupby("unit")["rights"].first()
    assert rights["kunashiri"] == "joint: economy; JP: access; JP: fishing"
    assert rights["etorofu"] == "joint: economy; JP: access"
    assert rights[["habomai", "shikotan"]].isna().all()


def test_a_right_on_one_island_of_a_group_names_the_island(tmp_path: Path) -> None:
    island = "habomai/suisho"
    own = replace(km.scenario("status-quo"), id="own", rights=(Right([island], "JP", "port"),))
    table = gpd.read_file(km.export(own, tmp_path / "a.geojson")).set_index("unit")
    assert table.loc["habomai", "rights"] == f"JP: port ({island})"
