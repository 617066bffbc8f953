"""Whose the two shores of a strait are, where it is narrowest."""

import pytest

import kurilmap as km
from kurilmap.geodata import UNITS
from kurilmap.sea.crossings import narrows, shore_holders

JAPANS = {"hokkaido", "honshu"}  # the rest of the coast around is administered by Russia


@pytest.mark.parametrize(
    ("scenario", "transferred"),
    [
        ("status-quo", ()),
        ("two-islands-1956", ("habomai", "shikotan")),
        ("four-islands", UNITS),
    ],
)
def test_each_shore_is_with_who_holds_it(scenario: str, transferred: tuple[str, ...]) -> None:
    japans = {*JAPANS, *transferred}
    expected = {
        strait: tuple("JP" if unit in japans else "RU" for unit in shores)
        for strait, shores in km.straits()["shores"].items()
    }
    assert shore_holders(km.scenario(scenario)) == expected


def test_of_an_island_that_is_cut_the_nearest_part_counts() -> None:
    found = shore_holders(km.scenario("aso-quarter"))
    shores = km.straits()["shores"]
    # The quarter is the south-western one, towards Kunashir / Kunashiri, and not towards Urup.
    assert dict(zip(shores["ekaterina"], found["ekaterina"], strict=True))["etorofu"] == "JP"
    assert dict(zip(shores["vries"], found["vries"], strict=True))["etorofu"] == "RU"


def test_a_joint_shore_makes_a_narrow_strait_joint_and_a_wide_one_stays_open() -> None:
    # Twelve miles of 1,852 m from each shore are 44.448 km.
    assert narrows("vries", ("joint", "RU"), 44.44) == "joint"
    assert narrows("vries", ("joint", "RU"), 44.45) == "open"
    assert narrows("vries", ("RU", "RU"), 44.44) == "one"
    # Three from Japan's shore of La Pérouse and twelve from the other are 27.78 km.
    assert narrows("la-perouse", ("JP", "RU"), 27.77) == "two"
    assert narrows("la-perouse", ("JP", "RU"), 27.79) == "open"
