"""Every place is found by any of its names, in any script and spelling."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kurilmap as km
from kurilmap.errors import DataError, UnknownPlace
from kurilmap.geodata import UNITS, entries, found, island_shapes
from kurilmap.geodata.spelling import is_adjective_of, keys

# Each way of writing stands between bars.
KUNASHIR = """
kunasiri | Kunashir | KUNASHIRI | Kunashiri-tō | Kunashiri-tou | Kunasir | kunashirí | Кунашир
Кунасири | о. Кунашир | остров Кунашир | 国後 | 国後島 | 國後 | クナシリ | くなしり | クナシル
Ｋｕｎａｓｈｉｒ | Kunashir / Kunashiri | ʼKunashirʼ
くなしりとう | クナシリトウ | ｸﾅｼﾘ | クナシルトウ
"""
PLACES = {
    "etorofu": ("Etorofu | Etorohu | えとろふとう | Итуруп | Эторофу | 択捉 | 擇捉 | イトゥルプ島"),
    "shikotan": "Sikotan | Шикотан | 色丹 | しこたん",
    "habomai": "Habomai | Khabomai | Хабомаи | 歯舞 | はぼまい | はぼまいぐんとう",
    "habomai/shibotsu": "Zelyony | Zelenyy | Zelënyj | Зеленый | 志発島 | Sibotu",
    "habomai/suisho": (
        "Suishō-jima | Suisyou | すいしょうじま | 水晶 | Tanfil'yeva | Tanfilieva | Танфильева"
    ),
    "habomai/yuri": "Iurii | Jurij | Юрий | Yuri | 勇留島",
    "habomai/taraku": "Polonskogo | Taraku-tō | 多楽",
    "habomai/akiyuri": "Anučina | Anuchina | Акиюри | 秋勇留島",
    "habomai/todo-1": "Oskolki | 海馬島",
    "habomai/kaigara": "貝殻島 | Kaigara | Signal'nyy",
    "tyatya": "Tyatya | Chacha | 爺爺岳 | ちゃちゃだけ | Chachanuburi | Тятя",
    "yuzhno-kurilsk": "Yuzhno-Kuril’sk | Juzhno-Kurilsk | 古釜布 | Южно-Курильск",
    "kurilsk": "Shana | Сяна | 紗那",
    "cape-alyokhina": "мыс Алехина | Alekhina | Алёхина",
    "goyomai": "珸瑤瑁水道 | Sovetsky Strait | Советский пролив",
    "vries": "Фриза | Vries",
    "nosappu-light": "Nosappu | 納沙布岬",
}
PAIRS = [(name, place) for place, text in PLACES.items() for name in text.split(" | ")]


@pytest.mark.parametrize("name", re.split(r" \| |\n", KUNASHIR.strip()))
def test_kunashir_is_found_first_however_it_is_written(name):
    assert found(name)[0][0].id == "kunashiri"


@pytest.mark.parametrize(("name", "place"), PAIRS)
def test_a_place_is_found_first_by_names_of_either_side(name, place):
    assert found(name)[0][0].id == place


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: f"{entry.kind}-{entry.id}")
def test_every_place_is_found_by_each_name_that_it_has(entry):
    for name in entry.spellings():
        assert entry in [one for one, _ in found(name)], name


def test_everything_that_has_a_name_can_be_found():
    known = {(entry.kind, entry.id) for entry in entries()}
    assert {("group", unit) for unit in UNITS} <= known
    assert set(km.places().index) <= {key for kind, key in known if kind != "strait"}
    assert set(km.straits().index) == {key for kind, key in known if kind == "strait"}
    mains = {f"{unit}/{unit}" for unit in UNITS}
    named = {i.names["en"] for i in island_shapes() if i.names["en"] and i.unit not in mains}
    kinds = ("island", "low-tide elevation")
    assert named == {entry.names["en"] for entry in entries() if entry.kind in kinds}


def test_a_point_lies_on_the_island_that_it_stands_for():
    from shapely import MultiPolygon, Point

    for entry in entries():
        land = [i.geometry for i in island_shapes() if entry.id in (i.unit, i.group)]
        if land and entry.kind in ("group", "island", "low-tide elevation"):
            assert MultiPolygon(land).covers(Point(entry.at)), entry.id


def test_the_beginning_of_a_name_is_enough_and_whole_names_come_first():
    assert found("kuril")[0][0].id == "kurilsk"
    assert found("iturup")[0][0].kind == "group"
    assert found("etorofu")[0][0].kind == "group"
    assert [entry.id for entry, _ in found("griga")] == ["shikotan/griga"]


def test_a_russian_adjective_finds_its_noun():
    ids = [entry.id for entry, _ in found("Kunashirsky")]
    assert ids == ["nemuro", "kunashiri"]
    assert is_adjective_of("iturupski", "iturup")
    assert not is_adjective_of("iturupski", "itu")
    assert not is_adjective_of("iturupa", "iturup")


def test_the_table_has_a_row_a_place_and_says_what_was_met():
    table = km.find("国後")
    assert table.index.tolist() == ["kunashiri", "ekaterina"]
    assert {"kind", "name_en", "name_ja", "name_ru", "matched", "source", "geometry"} <= set(table)
    assert table["matched"].tolist() == ["国後島", "国後水道"]
    assert table.crs.to_epsg() == 4326
    assert set(table["source"].dropna()) <= set(km.sources().index)


def test_of_names_that_fold_alike_the_one_asked_for_is_told():
    assert km.find("tyatya").loc["tyatya", "matched"] == "Tyatya"
    assert km.find("Chacha").loc["tyatya", "matched"] == "Chacha"


def test_places_keep_their_columns():
    assert {"kind", "island", "name_en", "name_ja", "name_ru", "population", "source"} <= set(
        km.places().columns
    )


def test_a_name_that_nothing_has_is_told_its_neighbours():
    with pytest.raises(UnknownPlace, match="'Kunashyre'; the nearest are Kunashir"):
        km.find("Kunashyre")
    with pytest.raises(UnknownPlace, match="no name is near it"):
        km.find("qqqqqqq")


@pytest.mark.parametrize("name", ["", "   ", "--", "!?", "'"])
def test_a_name_without_a_letter_is_refused(name):
    with pytest.raises(DataError, match="neither letter nor digit"):
        km.find(name)


@pytest.mark.parametrize("name", [None, 7, ["kunasiri"]])
def test_what_is_no_text_is_refused(name):
    with pytest.raises(DataError, match="allowed is text"):
        km.find(name)


def test_words_that_only_say_what_a_thing_is_do_not_hide_a_name():
    assert keys("Oshima")[0] == "osima"
    assert found("大島")[0][0].id == "shikotan/griga"
    assert keys("島") == ("島",)


@given(st.text(max_size=40))
def test_any_text_has_keys_and_the_same_in_either_case(text):
    made = keys(text)
    assert len(made) <= 2
    assert all(made)
    assert keys(text.lower()) == made


@given(st.sampled_from([name for entry in entries() for name in entry.spellings()]))
def test_a_key_is_its_own_key(name):
    for key in keys(name):
        assert key in keys(key)
