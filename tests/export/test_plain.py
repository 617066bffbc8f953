"""Tables of anybody: flattened so that every format holds them, or refused."""

import datetime as dt

import geopandas as gpd
import pytest
from shapely import Point, box

import kurilmap as km
from kurilmap.export.plain import plain


def _table(**columns):
    rows = len(next(iter(columns.values())))
    return gpd.GeoDataFrame(columns, geometry=[Point(146, 44)] * rows, crs="EPSG:4326")


def test_lists_dates_and_mappings_become_text():
    flat = plain(_table(a=[("x", "y")], b=[dt.date(1855, 2, 7)], c=[{"k": 1}], d=[None]))
    assert flat.iloc[0][["a", "b", "c", "d"]].tolist() == ["x; y", "1855-02-07", '{"k": 1}', None]


def test_numbers_and_truths_stay_what_they_are():
    flat = plain(_table(a=[1], b=[0.1], c=[True]))
    assert [str(flat[name].dtype) for name in "abc"] == ["int64", "float64", "bool"]


def test_a_named_index_becomes_a_column_and_the_table_stays_as_it_was():
    table = km.islands()
    assert plain(table).columns[0] == "unit"
    assert table.index.name == "unit"


def test_another_crs_is_brought_to_degrees():
    table = _table(a=[1]).to_crs("EPSG:32655")
    assert plain(table).geometry[0].distance(Point(146, 44)) < 1e-9


def test_no_crs_is_told():
    table = gpd.GeoDataFrame({"a": [1]}, geometry=[Point(0, 0)])
    with pytest.raises(km.MapError, match=r"without a CRS.*set_crs"):
        plain(table)


def test_a_shape_across_180_degrees_is_refused():
    table = gpd.GeoDataFrame({"a": [1]}, geometry=[box(179, 50, 181, 51)], crs="EPSG:4326")
    with pytest.raises(km.MapError, match=r"allowed are -180 to 180\. Cut what crosses"):
        plain(table)


def test_columns_that_differ_in_capitals_only_are_told():
    with pytest.raises(km.MapError, match="'Name' and 'name'"):
        plain(_table(Name=["x"], name=["y"]))
