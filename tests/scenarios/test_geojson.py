"""Scenarios from what somebody drew."""

import json

import pytest
import shapely

from kurilmap.errors import KurilmapError, ScenarioError, UnknownScenario
from kurilmap.geodata import island_shapes
from kurilmap.scenarios import Scenario, geojson, jsontext, scenario, scenarios
from kurilmap.scenarios.jsontext import lines_of, loads

STATUS_QUO = scenario("status-quo")
LINE = [[147, 45.3], [148, 44.6]]
WEST = shapely.box(146.7, 44.3, 147.6, 46)  # of Etorofu, and of nothing else
ALL_ETOROFU = shapely.box(146.7, 44.3, 149.2, 46)
FARTHER = [[147.9, 45.5], [148.5, 44.8]]
UTM = [[388_000, 5_000_000], [408_000, 4_980_000]]


def line(points=None):
    return {"type": "LineString", "coordinates": points or LINE}


def feature(shape, **properties):
    geometry = (
        shape if isinstance(shape, dict) or shape is None else shapely.geometry.mapping(shape)
    )
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features, **members):
    return {"type": "FeatureCollection", "features": list(features), **members}


def held(made, unit=None):
    table = made.territory()
    if unit:
        table = table[table.unit == unit]
    sizes = table.groupby(["unit", "holder", "administers"]).area_km2.sum() * 1e6
    return sizes.to_dict()


@pytest.mark.parametrize(
    "source", [line(), feature(line()), collection(feature(line())), json.dumps(line())]
)
def test_a_line_cuts_the_unit_that_it_goes_through(source):
    made = Scenario.from_geojson(source)
    assert held(made) == held(STATUS_QUO.cut("etorofu", line=LINE, holder="JP", rest="RU"))


def test_a_file_is_read_by_its_path(tmp_path):
    path = tmp_path / "mine.geojson"
    path.write_text("\ufeff" + json.dumps(line()), encoding="utf-8")
    assert Scenario.from_geojson(path) == Scenario.from_geojson(str(path))


def test_a_line_through_two_units_cuts_both():
    made = Scenario.from_geojson(line([[145.2, 44.3], [146.2, 43.9], [146.8, 45.2], [148.2, 44.6]]))
    assert [rule.unit for rule in made.cuts] == ["kunashiri", "etorofu"]


def test_a_polygon_takes_what_it_covers_in_part():
    made = Scenario.from_geojson(feature(WEST))
    assert held(made) == held(STATUS_QUO.cut("etorofu", polygon=WEST, holder="JP", rest="RU"))


def test_what_a_polygon_covers_whole_is_assigned():
    made = Scenario.from_geojson(feature(ALL_ETOROFU, holder="joint"))
    assert (made.cuts, made.holders["etorofu"]) == ((), "joint")


def test_islets_that_a_polygon_covers_are_assigned_and_the_others_stay():
    made = Scenario.from_geojson(feature(shapely.box(145.84, 43.40, 145.97, 43.47)))
    assert made.holders["habomai/suisho"] == "JP"
    assert (made.holders["habomai"], made.cuts) == ("RU", ())


def test_a_unit_that_is_named_limits_a_shape_to_it():
    wide = shapely.box(145, 43, 147.6, 46)
    made = Scenario.from_geojson(feature(wide, unit="etorofu"))
    assert held(made) == held(STATUS_QUO.cut("etorofu", polygon=wide, holder="JP", rest="RU"))
    one = Scenario.from_geojson(feature(wide, unit="habomai/suisho"))
    assert held(one) == held(STATUS_QUO.assign(**{"habomai/suisho": "JP"}))


def test_what_a_feature_says_goes_before_what_the_call_says():
    made = Scenario.from_geojson(
        collection(feature(line(), holder="joint", rest="JP", side="northeast")),
        holder="RU",
        side="southwest",
    )
    drawn = STATUS_QUO.cut("etorofu", line=LINE, holder="joint", rest="JP", side="northeast")
    assert held(made) == held(drawn)


def test_what_is_given_to_russia_leaves_the_rest_to_japan():
    made = Scenario.from_geojson(feature(WEST, holder="RU"))
    assert held(made) == held(STATUS_QUO.cut("etorofu", polygon=WEST, holder="RU", rest="JP"))


def test_where_nothing_is_drawn_the_base_holds():
    member = {"base": "three-islands", "id": "drawn", "title": {"en": "Drawn", "ja": "図"}}
    made = Scenario.from_geojson(collection(feature(WEST), kurilmap=member))
    assert (made.id, made.title["ja"], made.kind) == ("drawn", "図", "constructed")
    assert made.holders["kunashiri"] == "JP"
    again = Scenario.from_geojson(
        collection(feature(WEST), kurilmap=member), base=STATUS_QUO, id="x", title="X"
    )
    assert (again.id, str(again.title), again.holders["kunashiri"]) == ("x", "X", "RU")


def test_a_shape_replaces_the_cuts_that_the_base_has_there():
    made = Scenario.from_geojson(feature(WEST), base="aso-quarter")
    assert len(made.cuts) == 1


def test_polygons_go_before_lines_whatever_their_order():
    shapes = [feature(line()), feature(shapely.box(147.9, 44, 149, 46), holder="joint")]
    made = held(Scenario.from_geojson(collection(*shapes)))
    assert made == held(Scenario.from_geojson(collection(*shapes[::-1])))
    assert {holder for unit, holder, _ in made if unit == "etorofu"} == {"JP", "RU", "joint"}


MADE = {
    **scenarios(),
    "two cuts": STATUS_QUO.cut("etorofu", share=0.25, holder="JP", rest="RU").cut(
        "etorofu", share=0.25, holder="joint", rest="RU"
    ),
    "cuts of all kinds": STATUS_QUO.cut("habomai", share=0.4, holder="JP", rest="joint")
    .cut("shikotan", share=0.3, bearing=130, holder="RU", rest="JP")
    .cut("kunashiri", polygon=shapely.Point(145.9, 44.1).buffer(0.1), holder="joint", rest="RU")
    .cut("etorofu", line=LINE, holder="JP", rest="RU")
    .assign(**{"habomai/suisho": "joint"}),
}


def rounded(coordinates, digits):
    if isinstance(coordinates, list):
        return [rounded(each, digits) for each in coordinates]
    return round(coordinates, digits)


@pytest.mark.parametrize("made", MADE.values(), ids=list(MADE))
def test_a_territory_written_as_geojson_gives_the_same_partition(made):
    again = Scenario.from_geojson(made.territory().to_json())
    assert held(again) == pytest.approx(held(made), abs=1)
    assert len(again.cut_lines()) == len(made.cut_lines())


@pytest.mark.parametrize(("digits", "within"), [(9, 1), (7, 20), (6, 200)])
def test_a_rounded_file_leaves_no_slivers(digits, within):
    made = MADE["cuts of all kinds"]
    data = json.loads(made.territory().to_json())
    for each in data["features"]:
        each["geometry"]["coordinates"] = rounded(each["geometry"]["coordinates"], digits)
    again = Scenario.from_geojson(data)
    assert held(again) == pytest.approx(held(made), abs=within)
    assert len(again.cut_lines()) == len(made.cut_lines())


def test_administration_that_parts_from_holding_comes_back():
    table = STATUS_QUO.territory().assign(holder="JP")
    again = Scenario.from_geojson(table.to_json())
    assert dict(again.administers) == dict.fromkeys(
        ("habomai", "shikotan", "kunashiri", "etorofu"), "RU"
    )
    parts = [
        feature(WEST, administers="RU", holder="JP"),
        feature(shapely.box(147.6, 44, 149, 46), holder="joint"),
    ]
    with pytest.raises(ScenarioError, match="more than one administration of etorofu/etorofu"):
        Scenario.from_geojson(collection(*parts))


CRS = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (collection(), r"features: an empty collection was given; allowed: one feature or more"),
        (
            collection(feature(WEST), feature(ALL_ETOROFU)),
            r"features\[1\]: a polygon that overlaps that of features\[0\]: .* would go to both",
        ),
        (shapely.geometry.mapping(shapely.MultiPolygon([WEST, ALL_ETOROFU])), "another of its"),
        (line([[140, 45], [141, 44]]), r"a line that meets no land of the four groups"),
        (feature(line(), unit="shikotan"), r"a line that meets no land of shikotan"),
        (feature(shapely.box(150, 44, 151, 45)), r"a polygon that meets no land"),
        (line([[147, 45.3], [147.8, 45]]), r"it ends at 147\.8000, 45\.0000, with land still"),
        (
            {"type": "Polygon", "coordinates": [[[147, 44], [148, 45], [148, 44], [147, 45]]]},
            r"it crosses itself at 147\.5, 44\.5",
        ),
        (line([point[::-1] for point in LINE]), r"swapped\? longitude comes first"),
        (line(UTM), r"388000, 5000000 are no degrees; is it in another CRS"),
        (collection(feature(line()), crs=CRS), r"crs: 'urn:ogc:def:crs:EPSG::3857' was given"),
        (line([[147, float("nan")], [148, 44]]), r"not all of its numbers are finite"),
        (line([[147, 1e999], [148, 44]]), r"not all of its numbers are finite"),
        (line([[147], [148, 44]]), r"not all of it is pairs of numbers"),
        ({"type": "Polygon", "coordinates": LINE}, r"not all of it is rings of points"),
        ({"type": "MultiPolygon", "coordinates": []}, r"the parts of a MultiPolygon, one or more"),
        ({"type": "Point", "coordinates": [147, 45]}, r"type: 'Point' was given"),
        ({"type": "Polygone"}, r"nearest: Polygon"),
        ({"coordinates": LINE}, r"type: nothing was given; allowed: FeatureCollection, Feature"),
        (collection(feature(None)), r"features\[0\]\.geometry: None was given"),
        (collection(3), r"features\[0\]: 3 was given; allowed: a Feature"),
        (collection(feature(line(), unit="etorofo")), r"unknown unit 'etorofo' .*nearest: etorofu"),
        (collection(feature(line(), holder="Japan")), r"holder: 'Japan' was given; allowed: JP"),
        (collection(feature(line(), holder="JP", rest="JP")), r"rest: 'JP' for both parts"),
        (collection(feature(line(), side="up")), r"side: 'up' was given; allowed: north"),
        (
            collection(feature(WEST, rest="RU"), feature(line(FARTHER), rest="joint")),
            r"features\[1\]\.properties\.rest: RU and joint for the rest of etorofu",
        ),
        (collection(feature(line()), kurilmap={"titel": "x"}), r"kurilmap\.titel: .*base, id, ti"),
        (collection(feature(line()), kurilmap={"base": "nope"}), r"kurilmap\.base: No scenario"),
        (collection(feature(line()), kurilmap={"id": "A B"}), r"kurilmap\.id: 'A B' was given"),
        (collection(*[feature(line())] * 1001), r"1,001 features was given; .*at most 1,000"),
        (line([[147, 45]] * 2001 + [[148, 44]]), r"a line of 2,002 points was given"),
        ('{"type": 1, "type": 2}', r"line 1: the key 'type' twice in one object"),
        # The word stands on lines 1 and 2 too, each once in its object.
        ('{"type": 1,\n"a": {"type": 1},\n"type": 2}', r"line 3: the key 'type' twice in one"),
        ("{", r"no JSON \(.*\) was given; allowed: JSON, see https://www.json.org$"),
        (collection(feature(line([[147, 45], [147, 45]]))), r"\(a line has two different"),
        (line([[147, float("inf")], [148, 44]]), r"\(not all of its numbers are finite\)$"),
        ({**collection(feature(WEST)), "crs": "EPSG:3857"}, r"crs: 'EPSG:3857' was given"),
        ('{"type":\n"LineString",\n}', r"line 3: no JSON \("),
        ('{"type": NaN}', r"NaN is no number of JSON"),
        ('{"a": ' + "[" * 100_000, r"nested too deep.*allowed: what GeoJSON needs"),
        ('{"a": ' + "9" * 5_000 + "}", r"no JSON"),
        ("nowhere.geojson", r"nowhere\.geojson cannot be read: No such file"),
        (STATUS_QUO, r"allowed: the path of a GeoJSON file, its text or its data as a dict"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_partition_is_refused_with_the_reason(source, reason):
    with pytest.raises(ScenarioError, match=reason):
        Scenario.from_geojson(source)


def test_every_mistake_is_told_at_once():
    source = collection(
        feature(line(), holder="Japan"),
        feature(line([[147, 45.3], [147.8, 45]])),
        feature(line([[140, 45], [141, 44]])),
        feature(WEST),
        feature(ALL_ETOROFU),
    )
    with pytest.raises(ScenarioError) as caught:
        Scenario.from_geojson(source)
    for number in (0, 1, 2, 4):
        assert f"features[{number}]" in str(caught.value)


@pytest.mark.parametrize(("key", "given"), [("holder", "Japan"), ("rest", 3), ("side", "up")])
def test_what_is_given_beside_the_drawing_is_checked_too(key, given):
    with pytest.raises(ScenarioError, match=rf"given to from_geojson .*{key}: "):
        Scenario.from_geojson(line(), **{key: given})
    with pytest.raises(UnknownScenario, match="nope"):
        Scenario.from_geojson(line(), base="nope")


def test_heights_are_dropped():
    high = [[*point, 12.5] for point in LINE]
    assert Scenario.from_geojson(line(high)) == Scenario.from_geojson(line())


def test_a_file_of_100_mb_is_refused_by_its_size_and_not_read(tmp_path, monkeypatch):
    path = tmp_path / "large.geojson"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setattr(jsontext, "loads", None)
    with pytest.raises(
        ScenarioError, match=r"100,000,000 bytes were given; allowed are at most 5,000,000"
    ):
        Scenario.from_geojson(path)
    with pytest.raises(ScenarioError, match=r"5,000,\d+ bytes of GeoJSON were given"):
        Scenario.from_geojson("{" + " " * geojson.MAX_BYTES)


def test_a_file_that_is_too_large_is_told_with_its_format(tmp_path):
    path = tmp_path / "large.geojson"
    path.write_bytes(b" " * (geojson.MAX_BYTES + 1))
    with pytest.raises(ScenarioError, match=r"at most 5,000,000 bytes of GeoJSON\.$"):
        Scenario.from_geojson(path)


def test_too_many_points_are_told_with_what_to_do():
    many = [[147 + number / 1e6, 45] for number in range(geojson.MAX_POINTS + 1)]
    with pytest.raises(ScenarioError, match=r"a total of .* points.*; simplify what was drawn"):
        Scenario.from_geojson(line(many))


def test_a_drawing_gives_an_islet_back_that_had_a_holder_of_its_own():
    base = STATUS_QUO.assign(**{"habomai/suisho": "JP"})
    (islet,) = [i.geometry for i in island_shapes() if i.unit == "habomai/suisho"]
    around = shapely.box(*shapely.bounds(islet.buffer(0.001)))
    own = Scenario.from_geojson(feature(around), base=base, holder="RU")
    assert own.shares()["JP"] == 0


def test_bytes_that_are_no_utf8_are_told_with_their_line(tmp_path):
    path = tmp_path / "x.geojson"
    path.write_bytes(b'{\n"type": "\xff"}')
    with pytest.raises(ScenarioError, match=r"line 2: the byte 0xff was given; allowed: UTF-8"):
        Scenario.from_geojson(path)


def test_combs_that_would_fill_the_memory_are_refused():
    def comb(turned):
        teeth = [
            point
            for n in range(400)
            for x in (146.8 + n / 200, 146.8025 + n / 200)
            for point in ([(x, 44.5), (x, 45.7)] if x * 1000 % 5 < 2.4 else [(x, 45.7), (x, 44.5)])
        ]
        ring = [*teeth, (teeth[-1][0], 44.3), (146.8, 44.3)]
        if turned:
            ring = [(146.8 + (y - 44.3) * 1.6, 44.4 + (x - 146.8) * 0.6) for x, y in ring]
        return shapely.Polygon(ring)

    with pytest.raises(KurilmapError, match="more than 10,000 times"):
        Scenario.from_geojson(collection(feature(comb(False)), feature(comb(True))))


def test_two_drawings_that_cross_one_another_too_often_are_told_apart():
    # A hundred and twenty teeth from north to south, and as many from west to east.
    step = 2 / 120
    teeth = [
        (146.8 + number * step + east, lat)
        for number in range(120)
        for east, lat in ((0, 44.5), (0, 45.7), (step / 2, 45.7), (step / 2, 44.5))
    ]
    upright = [*teeth, (teeth[-1][0], 44.3), (146.8, 44.3)]
    lying = [(146.8 + (y - 44.3) * 1.6, 44.4 + (x - 146.8) * 0.6) for x, y in upright]
    both = [feature(shapely.Polygon(ring)) for ring in (upright, lying)]
    reason = r"features\[1\]: what is drawn crosses what was drawn before it more than 10,000 times"
    with pytest.raises(ScenarioError, match=reason):
        Scenario.from_geojson(collection(*both))


TEXT = '{"a": [\n1, {"b/c":\n[[], [2,\n3]]}],\n"d": "[{,\\"", "\\u0065": {}}'


@pytest.mark.parametrize(
    ("path", "at"),
    [(("a",), 1), (("a", 0), 2), (("a", 1, "b/c"), 2), (("a", 1, "b/c", 1, 1), 4), (("d",), 5),
     (("e",), 5), (("a", 7), 1), ((), 1)],
)  # fmt: skip
def test_a_part_of_json_is_found_on_its_line_or_with_what_is_around_it(path, at):
    assert loads(TEXT)[1] is None
    assert lines_of(TEXT, [path]) == {path: at}
