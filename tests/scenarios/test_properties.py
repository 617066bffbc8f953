"""What holds of every scenario, cut and file, whatever somebody makes up."""

import json
from functools import partial

import pytest
import shapely
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kurilmap.errors import KurilmapError
from kurilmap.geodesy import SIDES, area
from kurilmap.geodesy.measure import geod
from kurilmap.scenarios import Scenario, scenario
from kurilmap.scenarios.document import parse
from kurilmap.scenarios.land import land
from kurilmap.scenarios.values import CutRule, Table

STATUS_QUO = scenario("status-quo")
WHOLE = sum(plot.area for plot in land().plots.values())
UNITS = ("habomai", "shikotan", "kunashiri", "etorofu")
HOLDERS = ("JP", "RU", "joint")
# The boxes that the four groups lie in, as in the design: west, south, east, north.
BOXES = {
    "habomai": (145.84, 43.30, 146.60, 43.69),
    "shikotan": (146.55, 43.68, 146.98, 43.92),
    "kunashiri": (145.38, 43.62, 146.62, 44.56),
    "etorofu": (146.80, 44.40, 148.95, 45.60),
}
M2_PER_CUT = 1.0
few = partial(
    settings,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)

PARTIES = st.permutations(HOLDERS).map(lambda order: tuple(order[:2]))
SHARES = st.floats(0.01, 0.99)


def side_across(bearing):
    return SIDES[round((bearing + 90) / 45) % 8]


def within(box, part):
    west, south, east, north = box
    return west + (east - west) * part[0], south + (north - south) * part[1]


@st.composite
def steps(draw):
    """One step of a user's: a unit to assign, or a cut of any kind."""
    unit = draw(st.sampled_from(UNITS))
    kind = draw(st.sampled_from(["assign", "share", "bearing", "line", "polygon"]))
    holder, rest = draw(PARTIES)
    given = {"holder": holder, "rest": rest}
    part = st.floats(0.05, 0.95)
    if kind == "assign":
        return lambda made: made.assign(**{unit: holder})
    if kind == "share":
        given |= {"share": draw(SHARES)}
    elif kind == "bearing":
        bearing = draw(st.floats(0, 180))
        given |= {"share": draw(SHARES), "bearing": bearing, "side": side_across(bearing)}
    elif kind == "line":
        west, south, east, north = BOXES[unit]
        bend = within(BOXES[unit], (draw(part), draw(part)))
        ends = (west + (east - west) * draw(part) for _ in range(2))
        line = [(next(ends), north + 0.3), bend, (next(ends), south - 0.3)]
        given |= {"line": line, "side": "west"}
    else:
        corners = draw(st.lists(st.tuples(st.floats(-0.1, 1.1), st.floats(-0.1, 1.1)),
                                min_size=3, max_size=6, unique=True))  # fmt: skip
        hull = shapely.MultiPoint([within(BOXES[unit], corner) for corner in corners]).convex_hull
        assume(hull.geom_type == "Polygon" and hull.area > 1e-6)
        given |= {"polygon": hull}
    return lambda made: made.cut(unit, **given)


@st.composite
def scenarios(draw, most=4):
    """A scenario that somebody makes step by step; a step that is refused is left out."""
    made = STATUS_QUO
    for step in draw(st.lists(steps(), min_size=1, max_size=most)):
        try:
            made = step(made)
        except KurilmapError:
            continue
    return made


def held(made):
    table = made.territory()
    sizes = (table.set_index(["unit", "holder"]).geometry.map(area)).groupby(level=[0, 1]).sum()
    return sizes.to_dict()


def swapped(made):
    """The same partition with the parties in each other's place."""
    other = {"JP": "RU", "RU": "JP", "joint": "joint"}
    return Scenario(
        id="swapped",
        title=made.title,
        kind="constructed",
        date=made.date,
        holders=Table({unit: other[holder] for unit, holder in made.holders.items()}),
        cuts=tuple(
            CutRule(rule.unit, rule.share, other[rule.holder], other[rule.rest], rule.side,
                    rule.bearing, rule.line, rule.polygon)
            for rule in made.cuts
        ),
    )  # fmt: skip


@given(scenarios())
@few(max_examples=40)
def test_the_parts_add_up_to_the_whole_and_do_not_overlap(made):
    slack = M2_PER_CUT * max(1, len(made.cuts))
    measured = made.territory().geometry.map(area).sum()
    assert measured == pytest.approx(WHOLE, abs=slack)
    parts = made.shares()
    assert sum(parts.values()) == pytest.approx(WHOLE, abs=slack)
    assert sum(part / sum(parts.values()) for part in parts.values()) == pytest.approx(1, abs=1e-9)
    assert all(piece.geometry.is_valid for piece in made._pieces)


@given(scenarios())
@few(max_examples=25)
def test_swapping_the_parties_mirrors_the_table(made):
    one, other = made.shares(), swapped(made).shares()
    assert (one["JP"], one["RU"]) == (other["RU"], other["JP"])
    assert one.get("joint") == other.get("joint")


@given(scenarios())
@few(max_examples=25)
def test_a_scenario_written_as_toml_is_read_equal(made):
    again = parse(made.to_toml(), "text")
    assert again == made
    assert again.shares() == made.shares()


@given(scenarios(most=3))
@few(max_examples=25)
def test_a_territory_written_as_geojson_gives_the_same_partition(made):
    again = Scenario.from_geojson(made.territory().to_json())
    assert held(again) == pytest.approx(held(made), abs=M2_PER_CUT * max(1, len(made.cuts)))


@given(st.sampled_from(UNITS), SHARES, SHARES, st.none() | st.floats(0, 180))
@few(max_examples=30)
def test_a_larger_share_never_gives_less(unit, one, other, bearing):
    side = "southwest" if bearing is None else side_across(bearing)
    sizes = [
        STATUS_QUO.cut(unit, share=share, bearing=bearing, side=side, holder="JP", rest="RU")
        .shares()["JP"]
        for share in sorted((one, other))
    ]  # fmt: skip
    assert sizes[1] >= sizes[0] - 1e-6
    (whole,) = {scenario("four-islands").territory().set_index("unit").area_km2[unit] * 1e6}
    assert sizes == pytest.approx([share * whole for share in sorted((one, other))], abs=1)


@given(st.floats(0.1, 0.9), st.floats(0, 0.05))
@few(max_examples=15)
def test_a_larger_polygon_never_takes_less(part, wider):
    west, south, east, north = BOXES["etorofu"]
    small = shapely.box(west - 0.1, south - 0.1, west + (east - west) * part, north + 0.1)
    large = small.union(shapely.box(*small.bounds[:2], small.bounds[2] + wider, small.bounds[3]))
    sizes = [
        STATUS_QUO.cut("etorofu", polygon=polygon, holder="JP", rest="RU").shares()["JP"]
        for polygon in (small, large)
    ]
    assert sizes[1] >= sizes[0] - 1e-3


@given(st.floats(0.15, 0.85), st.floats(60, 170))
@few(max_examples=15)
def test_a_drawn_line_and_a_polygon_on_its_side_take_the_same(part, bearing):
    middle = within(BOXES["etorofu"], (part, part))
    start, end = (geod().fwd(*middle, azimuth, 230_000)[:2] for azimuth in (bearing + 180, bearing))
    corner = [geod().fwd(*point, bearing + 90, 300_000)[:2] for point in (end, start)]
    by_line = {"line": [start, end], "side": side_across(bearing)}
    by_polygon = {"polygon": [start, end, *corner]}
    sizes = []
    for drawn in (by_line, by_polygon):
        try:
            sizes.append(STATUS_QUO.cut("etorofu", holder="JP", rest="RU", **drawn).shares()["JP"])
        except KurilmapError:
            assume(False)  # the line ends before more of the island
    assert sizes[0] == pytest.approx(sizes[1], abs=1)


TRIANGLE, LINE = [(147, 44), (148, 44), (148, 46)], [(145.3, 44.2), (146.4, 43.7)]
TOML = (
    STATUS_QUO.cut("etorofu", polygon=TRIANGLE, holder="JP", rest="RU")
    .cut("kunashiri", line=LINE, holder="joint", rest="RU")
    .to_toml()
)
DRAWN = json.dumps(
    {
        "type": "FeatureCollection",
        "kurilmap": {"id": "mine", "title": {"en": "Mine"}, "base": "status-quo"},
        "features": [
            {
                "type": "Feature",
                "properties": {"unit": "etorofu", "holder": "JP", "side": "west"},
                "geometry": {"type": "LineString", "coordinates": [[147, 45.3], [148, 44.6, 5]]},
            },
            {
                "type": "Feature",
                "properties": None,
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [[[[145, 43], [146, 43], [146, 44], [145, 43]]]],
                },
            },
        ],
    }
)
BITS = st.sampled_from(
    ["", " ", "\n", '"', "'", "[", "]", "{", "}", ",", ":", "=", "#", "\\", "\0", "\x1b", "é", "-",
     "0", "9", "1e9", "1e999", "nan", "NaN", "null", "true", "[[cut]]", "share = 1", "JP", "\ud800"]
)  # fmt: skip


@st.composite
def mutated(draw, text):
    """A text with some stretches of it replaced."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 1, 1, 2, 5, 40])))
        text = text[:start] + draw(BITS | st.text(max_size=4)) + text[end:]
    return text


@given(mutated(TOML))
@few(max_examples=250)
def test_a_mutated_toml_file_is_a_scenario_or_an_error_of_ours(text):
    try:
        made = parse(text, "text")
        made.check()
    except KurilmapError:
        return
    assert sum(made.shares().values()) == pytest.approx(WHOLE, abs=2)


@given(mutated(DRAWN))
@few(max_examples=250)
def test_a_mutated_geojson_file_is_a_scenario_or_an_error_of_ours(text):
    try:
        made = Scenario.from_geojson(text if text.lstrip().startswith("{") else {"text": text})
    except KurilmapError:
        return
    assert sum(made.shares().values()) == pytest.approx(WHOLE, abs=5)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-200, 200) | st.floats() | st.text(max_size=5)
    | st.sampled_from(["Feature", "FeatureCollection", "LineString", "Polygon", "etorofu", "JP"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["type", "features", "geometry", "coordinates", "properties", "kurilmap",
                         "unit", "holder", "crs", "base", "id", "title", "x"]), inner, max_size=5),
    max_leaves=20,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["type", "features", "geometry", "crs", "kurilmap"]), JSON))
@few(max_examples=200)
def test_any_data_at_all_is_a_scenario_or_an_error_of_ours(data):
    try:
        Scenario.from_geojson(data)
    except KurilmapError:
        return
