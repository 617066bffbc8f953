import geopandas as gpd
import numpy as np
import pytest
import shapely

from kurilmap.errors import ScenarioError
from kurilmap.scenarios.drawn import points_of

POINTS = ((147.2, 45.2), (148.2, 44.7))
LINE = shapely.LineString(POINTS)
SERIES = gpd.GeoSeries([LINE], crs="EPSG:4326")


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        shapely.LineString([(*point, 5.0) for point in POINTS]),
        [list(point) for point in POINTS],
        np.array(POINTS),
        iter(POINTS),
    ],
)
def test_a_line_is_taken_however_it_is_written(line):
    assert points_of(line) == POINTS


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (SERIES, r"line=GeoSeries in EPSG:4326 was given; allowed: one LineString"),
        (SERIES.to_crs(3857), r"GeoSeries in EPSG:3857 .*to_crs\(4326\)"),
        (gpd.GeoSeries([LINE]), r"GeoSeries in no known CRS"),
        (gpd.GeoDataFrame(geometry=SERIES), r"line=GeoDataFrame in EPSG:4326"),
        (SERIES.to_crs(32655).iloc[0], r"are no degrees; is it in another CRS"),
        ([LINE], r"not all of it is pairs of numbers"),
        (LINE.wkt, r"not all of it is pairs of numbers"),
        ([(True, False), (1, 2)], r"not all of it is pairs of numbers"),
        ([(147, 45), (148, 10**400)], r"not all of it is pairs of numbers"),
        (3, r"line=3 was given"),
        (shapely.MultiLineString([LINE]), r"MultiLineString .*a cut for each of its parts"),
        (shapely.box(147, 44, 148, 45), r"line=Polygon was given; allowed: a LineString"),
        (shapely.LinearRing([(147, 44), (148, 44), (148, 45)]), r"line=LinearRing was given"),
        (shapely.LineString(), r"two different points or more"),
        ([], r"two different points or more"),
        ([POINTS[0], POINTS[0]], r"two different points or more"),
        ([point[::-1] for point in POINTS], r"swapped\? longitude comes first"),
        ([(147, float("nan")), (148, 45)], r"not all of its numbers are finite"),
        ([(147, float("inf")), (148, 45)], r"not all of its numbers are finite"),
    ],
)
def test_what_is_no_line_is_refused_with_the_reason(line, reason):
    with pytest.raises(ScenarioError, match=reason):
        points_of(line)
