"""An independent judge measures what the solver made; see judge.py."""

import numpy as np
import pytest
import shapely

import kurilmap as km
from kurilmap.sea.solve import kit_waters
from tests.sea.examples import EXAMPLES
from tests.sea.judge import Judge, along, land_by_holder

POINTS = 500
LINE_M = 1.0
LIMIT_M = 5.0


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_line_is_as_far_from_one_holder_as_from_the_other_and_from_no_third(name, judges):
    scenario = EXAMPLES[name]()
    sea = km.sea(scenario)
    judge = judges(scenario)
    lines = sea.boundary[sea.boundary["kind"] == "equidistance"]
    assert len(lines) > 0
    for number, (between, rows) in enumerate(lines.groupby("between")):
        points = along(rows.geometry, POINTS, seed=number)
        one, other = (judge[holder].metres(points) for holder in between.split("-"))
        assert np.abs(one - other).max() <= LINE_M
        for third in set(judge) - set(between.split("-")):
            assert (judge[third].metres(points) >= one - LINE_M).all()
    assert sea.residual_m <= LINE_M
    assert sea.unresolved == ()


@pytest.mark.parametrize("miles", [12, 200])
def test_a_limit_is_its_miles_from_the_nearest_land(miles):
    waters = kit_waters()
    limit = next(each for each in waters.limits if each.metres == miles * 1852)
    inside = [
        part
        for line in limit.lines
        for part in shapely.get_parts(shapely.LineString(line).intersection(waters.window))
        if part.geom_type == "LineString"
    ]
    holders = land_by_holder(km.scenario("status-quo"), km.coast())
    judge = Judge([polygon for polygons in holders.values() for polygon in polygons])
    metres = judge.metres(along(inside, POINTS, seed=miles))
    assert np.abs(metres - miles * 1852).max() <= LIMIT_M
    assert limit.residual_m <= LIMIT_M


def test_the_judge_is_told_apart_from_a_line_that_is_off(judges):
    """The judge would see a line that lies ten metres beside its place."""
    scenario = km.scenario("status-quo")
    sea = km.sea(scenario)
    points = along(sea.boundary.geometry, 100, seed=5) + np.array([0.0001, 0])
    judge = judges(scenario)
    gaps = np.abs(judge["JP"].metres(points) - judge["RU"].metres(points))
    assert np.median(gaps) > LINE_M


def test_places_in_a_zone_are_nearest_to_its_holder_and_no_farther_than_its_miles(judges):
    scenario = km.scenario("aso-quarter")
    sea = km.sea(scenario)
    judge = judges(scenario)
    random = np.random.default_rng(8)
    points = random.uniform((139.5, 40), (154, 50), (400, 2))
    metres = {holder: judge[holder].metres(points) for holder in judge}
    for row in sea.zones.itertuples():
        inside = shapely.contains_xy(row.geometry, *points.T)
        own = metres[row.holder][inside]
        nearest = np.min([m[inside] for m in metres.values()], axis=0)
        assert (own <= nearest + LINE_M).all()
        limit = 12 * 1852 if row.zone == "territorial sea" else 200 * 1852
        assert (own <= limit + LIMIT_M).all()
