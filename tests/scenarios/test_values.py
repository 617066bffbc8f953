import copy
import pickle

import numpy as np
import pytest
import shapely

from kurilmap.errors import ScenarioError
from kurilmap.scenarios import CutRule, Table, Texts


def test_english_stands_in_for_a_missing_language():
    title = Texts("Four islands", ja="四島")
    assert (title["ja"], title["ru"], title.get("ru")) == ("四島", "Four islands", "Four islands")


def test_a_text_tells_in_which_languages_it_is_there():
    title = Texts("Four islands", ja="四島")
    assert ("ja" in title, "ru" in title, len(title)) == (True, False, 2)
    assert dict(title) == {"en": "Four islands", "ja": "四島"}


def test_nothing_said_is_empty_and_false():
    assert str(Texts()) == ""
    assert not Texts()


def test_a_language_that_there_is_not_is_a_key_error():
    with pytest.raises(KeyError, match="fr"):
        Texts("x")["fr"]


def test_equal_texts_and_tables_are_equal_and_hash_alike():
    assert Texts("a", ja="b") == Texts("a", ja="b")
    assert hash(Texts("a", ja="b")) == hash(Texts("a", ja="b"))
    assert Texts("a") != Texts("b")
    one, other = (
        Table({"etorofu": "RU", "habomai": "JP"}),
        Table({"habomai": "JP", "etorofu": "RU"}),
    )
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == repr(other)


def test_a_table_runs_from_the_southwest_and_islets_follow_their_group():
    units = ("etorofu", "habomai/suisho", "shikotan", "habomai")
    assert list(Table(dict.fromkeys(units, "JP"))) == [
        "habomai",
        "habomai/suisho",
        "shikotan",
        "etorofu",
    ]


def test_values_do_not_change():
    with pytest.raises(AttributeError):
        Texts("a").en = "b"
    table = Table({"etorofu": "RU"})
    with pytest.raises(TypeError):
        table["etorofu"] = "JP"
    with pytest.raises(TypeError):
        table.entries["etorofu"] = "JP"
    with pytest.raises(AttributeError):
        table.entries = {}


def test_a_table_keeps_no_hold_on_what_it_was_made_of():
    given = {"etorofu": "RU"}
    table = Table(given)
    given["etorofu"] = "JP"
    assert table["etorofu"] == "RU"


def test_an_empty_text_in_a_language_is_none():
    assert Texts("a", ja="") == Texts("a")
    assert Texts("a", ja="")["ja"] == "a"


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: Texts(None), r"en=None was given; allowed: a text"),
        (lambda: Texts("a", ru=3), r"ru=3 was given; allowed: a text"),
        (lambda: Table("abc"), r"'abc' was given; allowed: holders by unit"),
        (lambda: Table({1: "JP"}), r"1: 'JP' was given; allowed: a unit's id and one of JP"),
        (lambda: Table({"etorofu": []}), r"'etorofu': \[\] was given"),
    ],
)
def test_what_is_no_text_is_refused(make, reason):
    with pytest.raises(ScenarioError, match=reason):
        make()


def test_a_cut_takes_numbers_and_lines_of_numpy_and_shapely_as_plain_values():
    rule = CutRule("etorofu", np.float32(0.25), "JP", "RU", bearing=np.int64(130))
    assert (type(rule.share), type(rule.bearing)) == (float, float)
    points = [(147, 45), (148, 44)]
    by_list = CutRule("etorofu", None, "JP", "RU", line=points)
    assert by_list == CutRule("etorofu", None, "JP", "RU", line=shapely.LineString(points))
    assert hash(by_list)


@pytest.mark.parametrize("value", [Texts("a", ja="b"), Table({"etorofu": "RU"})])
def test_values_survive_copying_and_pickling(value):
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value
