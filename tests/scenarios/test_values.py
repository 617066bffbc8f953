import copy
import pickle

import pytest

from kurilmap.scenarios import Table, Texts


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
    with pytest.raises(TypeError):
        Table({"etorofu": "RU"})["etorofu"] = "JP"


@pytest.mark.parametrize("value", [Texts("a", ja="b"), Table({"etorofu": "RU"})])
def test_values_survive_copying_and_pickling(value):
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value
