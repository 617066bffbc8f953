"""The sea for the page: each line once, and faces that close whoever holds what."""

import gzip
from collections import Counter
from itertools import accumulate, pairwise

import pytest
import shapely

import kurilmap as km
from kurilmap.geodesy import area
from kurilmap.layers import partition, sea, to_script_json
from kurilmap.scenarios import scenario, scenarios


@pytest.fixture(scope="module")
def layers():
    choice = list(scenarios().values())
    return sea(choice, partition(choice))


@pytest.fixture(scope="module")
def data(layers):
    return layers[0].data


def line(arc):
    """Unpack an arc as the page does."""
    x, y = (list(accumulate(arc["g"][axis::2])) for axis in (0, 1))
    return [(a / 1e4, b / 1e4) for a, b in zip(x, y, strict=True)]


def rings(data, inside):
    """Put the outlines of some faces together, as the page does."""
    held = [line(a) for a in data["arcs"] if inside(a["l"]) != inside(a["r"])]
    return shapely.get_parts(shapely.line_merge(shapely.MultiLineString(held)))


def inside(data, case, holder, zone):
    wanted = data["statuses"].index({"holder": holder, "zone": zone})
    return lambda face: face >= 0 and case["faces"][face] == wanted


def test_the_first_layer_holds_all_lines_and_is_none_that_a_reader_switches(layers):
    assert [layer.control for layer in layers] == [False, True, True, True]
    assert [layer.factory for layer in layers] == ["sea", "seaBoundary", "seaZone", "seaZone"]
    for layer in layers[1:]:
        assert layer.needs == (layers[0],)
        assert "arcs" not in layer.data


def test_no_stretch_of_line_is_written_twice(data):
    stretches = Counter(frozenset(pair) for arc in data["arcs"] for pair in pairwise(line(arc)))
    assert [stretch for stretch, count in stretches.items() if count > 1] == []


def test_each_line_parts_two_different_waters(data):
    for arc in data["arcs"]:
        assert arc["l"] != arc["r"]
        if arc["r"] >= 0 and arc["l"] >= 0:
            fates = [[c["faces"][arc[side]] for c in data["cases"].values()] for side in "lr"]
            assert fates[0] != fates[1]


@pytest.mark.parametrize("holder", ["JP", "RU"])
@pytest.mark.parametrize("zone", ["territorial sea", "EEZ"])
def test_outlines_close_whoever_holds_what(data, holder, zone):
    for case in data["cases"].values():
        found = rings(data, inside(data, case, holder, zone))
        assert len(found)
        # Where four faces meet in a point, lines stay apart there: then the ends do.
        loose = Counter(ring.coords[end] for ring in found for end in (0, -1) if not ring.is_closed)
        assert [point for point, count in loose.items() if count % 2] == []


def test_what_the_page_draws_as_changing_hands_is_what_the_sea_says(data):
    # Islands are filled in on the page: their land, 5,003 km² (MLIT, 2025), is added.
    case, base = data["cases"]["four-islands"], data["base"]
    gained = {n for n, status in enumerate(case["faces"]) if status != base[n]}
    found = shapely.polygonize(rings(data, lambda face: face in gained))
    drawn = area(shapely.union_all(shapely.get_parts(found))) / 1e6
    computed = km.sea("four-islands").changes["area_km2"].sum()
    assert drawn == pytest.approx(computed + 5003, rel=0.005)


def test_a_map_of_one_scenario_still_tells_what_changes(layers):
    one = scenario("two-islands-1956")
    data = sea([one], partition([one]))[0].data
    case = data["cases"]["two-islands-1956"]
    assert case["faces"] != data["base"]
    assert case["rows"]


def test_the_page_says_what_the_line_is_not(data):
    told = " ".join(data["notes"])
    for words in ("provisional, unadjusted", "may differ", "7 February 1984", "No third state"):
        assert words in told
    assert all("m" in case["residual"] for case in data["cases"].values())


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_the_sea_under_every_scenario_is_light(lang):
    choice = list(scenarios().values())
    texts = [to_script_json(layer.data).encode() for layer in sea(choice, partition(choice), lang)]
    assert sum(map(len, texts)) <= 75_000
    assert len(gzip.compress(b"".join(texts), 9)) <= 22_000


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_the_overview_with_all_layers_of_the_sea_stays_light(lang):
    # The page holds all three languages, whichever it shows first.
    text = km.save_html(km.overview_map(lang)).encode()
    assert len(text) <= 950_000
    assert len(gzip.compress(text, 9)) <= 300_000
