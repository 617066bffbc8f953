import copy
import dataclasses
import pickle

import pytest
import shapely

from kurilmap.errors import ScenarioError
from kurilmap.scenarios import CutRule, Texts, scenario


@pytest.fixture
def today():
    return scenario("status-quo")


def test_each_step_gives_a_new_scenario_and_leaves_the_old_one(today):
    before = today.holders
    changed = today.assign(habomai="JP")
    assert changed is not today
    assert today.holders == before
    assert changed.holders["habomai"] == "JP"
    with pytest.raises(dataclasses.FrozenInstanceError):
        today.id = "other"


def test_a_derived_scenario_tells_in_three_languages_what_it_derives_from(today):
    changed = today.assign(habomai="JP")
    assert (changed.id, changed.kind) == ("status-quo-changed", "constructed")
    assert all(today.title[lang] in changed.title[lang] for lang in ("en", "ja", "ru"))
    assert changed.sources == today.sources
    assert not changed.by
    assert not changed.summary


def test_a_further_step_keeps_id_and_title(today):
    once = today.assign(habomai="JP")
    twice = once.assign(shikotan="JP")
    assert (twice.id, twice.title) == (once.id, once.title)


def test_it_can_be_given_an_id_and_title_of_its_own(today):
    named = today.assign(habomai="JP").named("my-plan", "My plan")
    assert (named.id, named.title) == ("my-plan", Texts("My plan"))


def test_assigning_by_islet_goes_before_the_group(today):
    shares = today.assign(**{"habomai/suisho": "JP"}).shares()
    # GSI gives Suisho / Tanfilyeva 12.1 km² (facts.md A2, hoppou.go.jp).
    assert shares["JP"] / 1e6 == pytest.approx(12.1, abs=0.6)


def test_assigning_a_group_takes_its_islets_along(today):
    changed = today.assign(**{"habomai/suisho": "JP"}).assign(habomai="joint")
    assert dict(changed.holders)["habomai"] == "joint"
    assert "habomai/suisho" not in changed.holders


def test_assigning_a_cut_unit_removes_the_cut(today):
    cut = today.cut("etorofu", 0.25, holder="JP", rest="RU")
    assert cut.assign(etorofu="JP").cuts == ()
    assert "etorofu" not in cut.holders


def test_a_cut_takes_the_place_of_a_holder(today):
    assert today.cut("etorofu", 0.25, holder="JP", rest="RU").cuts == (
        CutRule("etorofu", 0.25, "JP", "RU"),
    )


def test_an_islet_with_a_holder_of_its_own_stays_out_of_its_groups_cut(today):
    cut = today.cut("habomai", 0.5, holder="JP", rest="RU")
    kept = cut.assign(**{"habomai/shibotsu": "joint"})
    shares, whole = kept.shares(), cut.shares()
    # The share is counted from what the cut still governs.
    governed = whole["JP"] * 2 - shares["joint"]
    assert shares["JP"] == pytest.approx(governed / 2, abs=1)


def test_administration_stays_apart_until_the_unit_is_assigned(make):
    kawana = make(habomai="JP", shikotan="JP", administers={"habomai": "RU", "shikotan": "RU"})
    rows = kawana.territory().set_index("unit")
    assert rows.loc["habomai", ["holder", "administers"]].tolist() == ["JP", "RU"]
    changed = kawana.assign(habomai="joint", **{"shikotan/shikotan": "joint"})
    assert dict(changed.administers) == {"shikotan": "RU", "shikotan/shikotan": "joint"}


def test_a_line_cut_takes_a_linestring_or_points(today):
    points = [(147.2, 45.2), (148.2, 44.7)]
    by_points = today.cut("etorofu", line=points, holder="JP", rest="RU")
    by_line = today.cut("etorofu", line=shapely.LineString(points), holder="JP", rest="RU")
    assert by_points == by_line
    assert 0 < by_line.shares()["JP"] < today.shares()["RU"]


def test_equal_scenarios_are_equal_and_hash_alike(today):
    one = today.cut("etorofu", 0.25, holder="JP", rest="RU")
    other = today.cut("etorofu", 0.25, holder="JP", rest="RU")
    assert one == other
    assert hash(one) == hash(other)
    assert one != today


def test_what_was_worked_out_does_not_leak_into_what_is_derived(today):
    assert today.shares()["JP"] == 0
    assert today.assign(etorofu="JP").shares()["JP"] > 0
    assert today.shares()["JP"] == 0


def test_a_scenario_survives_copying_and_pickling(today):
    today.shares()
    assert copy.deepcopy(today) == today
    assert pickle.loads(pickle.dumps(today)) == today


@pytest.mark.parametrize(
    ("step", "reason"),
    [
        (lambda s: s.assign(etorufu="JP"), r"unknown unit 'etorufu'.*nearest: etorofu"),
        (lambda s: s.assign(**{"habomai/suish": "JP"}), r"nearest: habomai/suisho"),
        (lambda s: s.assign(**{"habomai/kaigara": "JP"}), r"unknown unit 'habomai/kaigara'"),
        (lambda s: s.assign(etorofu="Japan"), r"'Japan' was given; allowed: JP, RU, joint"),
        (lambda s: s.cut("urup", 0.5, holder="JP", rest="RU"), r"unknown unit 'urup'"),
        (lambda s: s.cut("etorofu", 1.5, holder="JP", rest="RU"), r"1\.5 was given; allowed: more"),
        (lambda s: s.cut("etorofu", 0, holder="JP", rest="RU"), r"0 was given; allowed: more"),
        (lambda s: s.cut("etorofu", 0.5, holder="JP", rest="JP"), r"'JP' for both parts"),
        (lambda s: s.cut("etorofu", holder="JP", rest="RU"), r"neither share nor line"),
        (
            lambda s: s.cut("etorofu", 0.5, holder="JP", rest="RU", side="left"),
            r"'left' was given; allowed: north, northeast",
        ),
        (
            lambda s: s.cut("etorofu", 0.5, holder="JP", rest="RU", bearing=45),
            r"cut 1 of etorofu: side='southwest' was given for a cut that runs nearly along it",
        ),
        (
            lambda s: s.cut("etorofu", line=[(140, 40), (141, 41)], holder="JP", rest="RU"),
            r"farther than 500 km",
        ),
        (
            lambda s: s.cut("etorofu", line=[(147, 45.3), (147.2, 45.4)], holder="JP", rest="RU"),
            r"misses the island",
        ),
        (
            lambda s: s.cut("etorofu", line=shapely.box(147, 45, 148, 46), holder="JP", rest="RU"),
            r"line=Polygon was given",
        ),
        (lambda s: s.cut("etorofu", line=[(1,), 2], holder="JP", rest="RU"), r"allowed is a Line"),
        (
            lambda s: s.cut("etorofu", line=[(500000, 4900000), (1, 2)], holder="JP", rest="RU"),
            r"in degrees",
        ),
        (
            lambda s: s.cut("etorofu", 0.8, holder="JP", rest="joint").cut(
                "etorofu", 0.3, holder="joint", rest="RU"
            ),
            r"cut 2 of etorofu: A cut was to take .* more than nothing and less than all",
        ),
    ],
)
def test_what_is_no_partition_is_refused_with_the_reason(today, step, reason):
    with pytest.raises(ScenarioError, match=reason):
        step(today)


def test_a_cut_whose_every_island_has_a_fate_of_its_own_is_refused(make):
    bare = make(CutRule("shikotan", 0.5, "JP", "RU"))
    islets = [i for i in make().assign(etorofu="JP")._pieces if i.unit == "shikotan"]
    every = bare.assign(**{piece.island: "JP" for piece in islets})
    with pytest.raises(ScenarioError, match="every island of it has a holder or a cut"):
        every.shares()
