"""The sea joins a comparison when it is asked for."""

import pytest

import kurilmap as km
from kurilmap.measures import MEASURES, strait_shores, wanted
from kurilmap.sea.crossings import shore_holders

SEA = ("change of territorial sea", "change of EEZ", "sea boundary")


def test_the_sea_is_worked_out_only_when_it_is_named():
    assert set(SEA) <= set(MEASURES)
    assert not set(SEA) & {one.name for one in wanted()[0]}


def test_a_comparison_tells_the_change_of_waters():
    table = km.compare("status-quo", "two-islands-1956", measures=SEA).table
    rows = zip(table["scenario"], table["measure"], table["holder"], table["value"], strict=True)
    value = {row[:3]: row[3] for row in rows}
    for measure in SEA[:2]:
        assert value["status-quo", measure, "JP"] == 0
        gained = value["two-islands-1956", measure, "JP"]
        assert gained > 0
        assert gained == pytest.approx(-value["two-islands-1956", measure, "RU"])
    lengths = [value["two-islands-1956", "sea boundary", party] for party in ("JP", "RU")]
    assert lengths[0] == lengths[1] > 0


def test_waters_agree_with_the_table_of_changes():
    changes = km.sea("four-islands").changes.groupby("zone")["area_km2"].sum()
    four = km.scenario("four-islands")
    assert MEASURES["change of EEZ"](four)["JP"] == pytest.approx(changes["EEZ"])


def test_joint_land_has_waters_of_its_own():
    joint = km.scenario("status-quo").assign(shikotan="joint").named(id="joint-shikotan")
    change = MEASURES["change of EEZ"](joint)
    assert change["joint"] == pytest.approx(-change["RU"])
    assert set(MEASURES["sea boundary"](joint)) == {"JP", "RU", "joint"}


def test_shores_of_straits_are_the_same_in_every_table():
    for one in km.scenarios().values():
        held = shore_holders(one)
        for strait, pair in strait_shores(one).items():
            assert held[strait] == pair, (one.id, strait)
