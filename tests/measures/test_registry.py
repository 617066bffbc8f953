"""Which measures are worked out, when, and how often."""

import pytest

from kurilmap import measures
from kurilmap.errors import ScenarioError
from kurilmap.measures import computed_table, published_table, wanted
from kurilmap.scenarios import scenario


@pytest.fixture
def costly():
    """A measure that takes long, entered for one test."""
    calls = []

    @measures.measure("slow sea", unit="km2", costly=True)
    def slow_sea(one):
        calls.append(one.id)
        return {"JP": 1.0, "RU": 2.0}

    yield calls
    del measures.MEASURES["slow sea"]


def fresh():
    return scenario("two-islands-1956").named(id="fresh")


def test_what_takes_long_is_worked_out_only_when_it_is_named(costly):
    one = fresh()
    computed_table([one], wanted()[0])
    assert costly == []
    table = computed_table([one], wanted(["slow sea"])[0])
    assert table["value"].tolist() == [1.0, 2.0]
    assert costly == ["fresh"]


def test_a_value_is_worked_out_once_a_scenario(costly):
    one, other = fresh(), fresh().named(id="other")
    for _ in range(3):
        computed_table([one, other], wanted(["slow-sea"])[0])
    assert costly == ["fresh", "other"]


def test_what_is_kept_is_no_part_of_a_scenario():
    one = fresh()
    computed_table([one], wanted()[0])
    assert one == fresh()
    assert "kept" not in one.__getstate__()


def test_a_reader_s_own_function_is_a_measure():
    def length_of_names(one):
        return {"JP": len(one.id), "all": 7}

    length_of_names.unit = "letters"
    table = computed_table([fresh()], wanted([length_of_names, "land share"])[0])
    assert table.values.tolist()[:2] == [
        ["fresh", "JP", "length of names", 5, "letters"],
        ["fresh", "all", "length of names", 7, "letters"],
    ]


def test_a_measure_of_the_kit_given_as_a_function_keeps_its_name_and_unit():
    table = computed_table([fresh()], wanted([measures.land_area])[0])
    assert table[["measure", "unit"]].drop_duplicates().values.tolist() == [["land area", "km2"]]


def test_an_unknown_measure_is_refused_and_the_known_are_named():
    with pytest.raises(ScenarioError, match=r"no measure 'roads'; allowed are land area, land sh"):
        wanted(["roads"])


def test_a_function_that_gives_no_mapping_is_refused():
    def area(one):
        return 3.0

    with pytest.raises(ScenarioError, match="'area' gave float for 'fresh'; allowed is a mapping"):
        computed_table([fresh()], wanted([area])[0])


def test_computed_and_published_figures_share_no_name_and_no_table():
    assert not set(measures.MEASURES) & set(measures.PUBLISHED)
    computed, gather = wanted()
    first = computed_table([fresh()], computed)
    second = published_table([fresh()], gather)
    assert list(first) == ["scenario", "holder", "measure", "value", "unit"]
    assert {"year", "source"} <= set(second)
    assert not set(first["measure"]) & set(second["measure"])


def test_every_measure_tells_its_unit_and_what_it_stands_on():
    for name, function in (measures.MEASURES | measures.PUBLISHED).items():
        text = function.__doc__ or ""
        assert "Parameters" in text, name
        assert any(word in text for word in ("km", "metres", "how many", "0 to 1", "people")), name
