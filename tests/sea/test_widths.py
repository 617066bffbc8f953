"""The narrowest place between two shores, against published widths and by brute force."""

import numpy as np
import pytest
import shapely
from pyproj import Geod

import kurilmap as km
from kurilmap.sea import shore_widths
from tests.sea.judge import Judge, shore_points


@pytest.mark.parametrize(
    ("one", "other", "published", "off"),
    [
        # geo/straits.geojson, each with its source; widths are given to about a kilometre there.
        ("kunashiri", "etorofu", 22, 1.5),
        ("etorofu", "kurils-north", 41, 1.5),
        ("kunashiri", "hokkaido", 16, 1.5),
        ("hokkaido", "sakhalin-south", 43, 1.5),
    ],
)
def test_widths_are_near_published_ones(one, other, published, off):
    assert shore_widths([one], [other]).km == pytest.approx(published, abs=off)


def test_it_is_the_shortest_way_there_is():
    islands = km.islands("island").geometry
    suisho, taraku = islands["habomai/suisho"], islands["habomai/taraku"]
    width = shore_widths(["habomai/suisho"], ["habomai/taraku"])
    brute = Judge([taraku]).metres(shore_points(suisho)).min()
    assert width.km * 1000 == pytest.approx(brute, abs=0.05)
    _, _, metres = Geod(ellps="WGS84").inv(*width.start, *width.end)
    assert metres == pytest.approx(width.km * 1000, abs=0.01)
    assert suisho.distance(shapely.Point(width.start)) < 1e-7
    assert taraku.distance(shapely.Point(width.end)) < 1e-7


def test_there_and_back_is_as_far():
    there, back = shore_widths(["shikotan"], ["habomai"]), shore_widths(["habomai"], ["shikotan"])
    assert there.km == pytest.approx(back.km, abs=1e-6)
    assert np.allclose(there.start, back.end, atol=1e-7)


def test_several_units_make_one_shore():
    both = shore_widths(["habomai", "kunashiri"], ["hokkaido"])
    assert both.km == min(
        shore_widths([unit], ["hokkaido"]).km for unit in ("habomai", "kunashiri")
    )


def test_kaigara_counts_only_where_it_is_named():
    without = shore_widths(["habomai"], ["hokkaido"]).km
    assert shore_widths(["habomai", "habomai/kaigara"], ["hokkaido"]).km < without


def test_an_unknown_unit_is_told_of():
    with pytest.raises(km.DataError, match="'atlantis' was given; allowed are habomai, shikotan"):
        shore_widths(["atlantis"], ["hokkaido"])
    with pytest.raises(km.DataError, match="No unit was given"):
        shore_widths([], ["hokkaido"])
