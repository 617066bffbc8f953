"""The three views and the three voices: they differ where the facts say, and nowhere else."""

import re

import pytest

import kurilmap as km
from kurilmap import geodata, history, layers
from kurilmap.layers.look import HOLDERS
from kurilmap.scenarios import scenario
from kurilmap.words import LANGS

GROUPS = ("etorofu", "kunashiri", "shikotan", "habomai")


def test_the_views_differ_in_fill_exactly_where_japan_s_maps_do():
    table = km.views()
    russia, facto, japan = (table.loc[key] for key in ("RU", "de-facto", "JP"))
    assert {facto[unit] for unit in history.UNITS} == {russia[unit] for unit in history.UNITS}
    assert {facto[unit] for unit in history.UNITS} == {"RU"}
    # Teikoku Shoin on the ministry's notice of 1969: the four are Japan's, the land between the
    # four lines is left white, and northern Sakhalin lies outside of them.
    assert {japan[unit] for unit in GROUPS} == {"JP"}
    assert japan["kurils-north"] == japan["sakhalin-south"] == "undetermined"
    assert japan["sakhalin-north"] == "RU"


def test_japan_s_maps_draw_four_lines_and_russia_s_one():
    lines = km.views()["lines"]
    assert lines["JP"] == ("treaty-1875-south", "treaty-1905", "treaty-1875-north", "claim-jp")
    assert lines["RU"] == ("claim-ru",)
    assert set(lines["de-facto"]) == {"control", "claim-jp", "claim-ru"}


def test_only_the_view_of_the_kit_shows_claims_and_the_names_of_both():
    assert km.views()["claims"].to_dict() == {"de-facto": True, "JP": False, "RU": False}
    assert km.views()["names"].to_dict() == {"de-facto": "both", "JP": "JP", "RU": "RU"}


@pytest.mark.parametrize("lang", LANGS)
def test_every_view_says_whose_it_is_and_has_sources(lang):
    words = {
        "de-facto": {"en": "kit's own", "ja": "kurilmap自身", "ru": "самого kurilmap"},
        "JP": {"en": "that of Japan", "ja": "日本の見方", "ru": "взгляд Японии"},
        "RU": {"en": "that of Russia", "ja": "ロシアの見方", "ru": "взгляд России"},
    }
    for view in layers.views(layers.partition([scenario("status-quo")]), (), lang).data["views"]:
        assert words[view["id"]][lang] in view["text"]
        assert view["sources"]
        assert view["legend"]


def test_views_stand_in_the_order_of_the_page_s_language():
    ground = layers.partition([scenario("status-quo")])
    order = {
        lang: [v["id"] for v in layers.views(ground, (), lang).data["views"]] for lang in LANGS
    }
    assert order["en"] == order["ja"] == ["de-facto", "JP", "RU"]
    assert order["ru"] == ["de-facto", "RU", "JP"]


def test_the_line_of_a_view_is_drawn_as_its_party_claims_it():
    ground = layers.partition([scenario("status-quo")])
    for view in layers.views(ground, ()).data["views"]:
        for line in view["lines"]:
            assert line["standing"] == "claimed"
            assert line["look"]["colour"] == HOLDERS[view["id"]].ink


@pytest.mark.parametrize("lang", LANGS)
def test_every_pair_of_names_on_the_map_parts_into_the_two_that_the_views_keep(lang):
    km_map = km.overview_map(lang)
    shown = {
        label["text"]
        for layer in km_map._children.values()
        if isinstance(layer, layers.InertLayer)
        for label in layer.data.get("labels", ())
    }
    names = {row[0]: row[1:] for row in geodata.records("views.toml")["names"][lang]}
    pairs = {text for text in shown if re.search(r" / |／", text)}
    assert len(pairs) > 15
    assert pairs <= set(names)
    for full, (japanese, russian) in names.items():
        assert japanese != russian
        assert "/" not in japanese + russian, full


def test_views_keep_the_right_name_of_a_pair():
    names = {row[0]: row[1:] for row in geodata.records("views.toml")["names"]["en"]}
    assert names["Etorofu / Iturup"] == ("Etorofu", "Iturup")
    assert names["Kunashir / Kunashiri"] == ("Kunashiri", "Kunashir")
    # Brazhnik and Ponomarev pp. 397-403, geo/README.md.
    assert names["Suisho / Tanfilyeva"] == ("Suisho", "Tanfilyeva")


def test_each_claim_rests_on_as_many_documents_as_the_other():
    documents = km.claims()["document"]
    assert len(documents["JP"]) == len(documents["RU"]) >= 3
    events = set(km.events().index)
    for document in (*documents["JP"], *documents["RU"]):
        assert document["sources"]
        assert "event" not in document or document["event"] in events


@pytest.mark.parametrize("lang", LANGS)
def test_both_readings_of_a_question_are_of_like_length_and_each_in_its_party_s_name(lang):
    voices = {
        "JP": {"en": "Japan:", "ja": "日本：", "ru": "Япония:"},
        "RU": {"en": "Russia:", "ja": "ロシア：", "ru": "Россия:"},
    }
    for row in geodata.records("partings.toml")["parting"]:
        for party in ("JP", "RU"):
            assert row[party][lang].startswith(voices[party][lang])
        assert 0.8 < len(row["JP"][lang]) / len(row["RU"][lang]) < 1.25, row["id"]


def test_the_points_where_the_readings_part_are_1951_and_1855_or_1945():
    assert km.partings().index.tolist() == ["kurile-islands-1951", "1855-or-1945"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_third_voice_has_two_sentences_of_the_length_that_the_parties_have(lang):
    voice = geodata.records("voices.toml")["voice"][0]["argument"][lang]
    lengths = [len(claim["argument"][lang]) for claim in geodata.records("claims.toml")["claim"]]
    assert len(re.findall(r"。|[.](?= |$)", voice)) == 2
    assert 0.8 * min(lengths) < len(voice) < 1.25 * max(lengths)


@pytest.mark.parametrize("lang", LANGS)
def test_the_three_voices_stand_side_by_side_with_every_source_that_they_name(lang):
    data = layers.readings(lang).data
    for row in (*data["claims"], *data["partings"], *data["voices"]):
        assert row["sources"]
        assert set(row["sources"]) <= set(data["sources"])
    assert data["voices"][0]["names"]
