"""What is read back beside what was written."""

from typing import Any

import geopandas as gpd
import numpy as np

from kurilmap.export.plain import plain


def assert_same(read: Any, written: Any) -> None:
    """Check each vertex and each value; rings may begin and turn as the format has it."""
    wanted = plain(written)
    assert len(read) == len(wanted)
    assert read.crs == "EPSG:4326"
    got = gpd.GeoSeries(read.geometry.values).normalize()
    goal = gpd.GeoSeries(wanted.geometry.values).normalize()
    for one, other in zip(got, goal, strict=True):
        # A format may hold a single part as one of several.
        if one.geom_type != other.geom_type:
            assert len(one.geoms) == 1
            one = one.geoms[0]  # noqa: PLW2901
        assert one.equals_exact(other.normalize(), 0)
    for name in wanted.columns.drop("geometry"):
        for one, other in zip(read[name], wanted[name], strict=True):
            missing = other is None or other != other  # noqa: PLR0124
            if missing:
                assert one is None or one != one  # noqa: PLR0124
            elif isinstance(other, float | np.floating):
                assert float(one) == float(other)
            else:
                assert one == other
