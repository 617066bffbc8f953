"""Claims, lines, points and land: each with its text and its sources."""

import pytest

from kurilmap import geodata, layers, telling
from kurilmap.errors import MapError
from kurilmap.layers import look
from kurilmap.layers.lines import line_data, line_look
from kurilmap.scenarios import scenario

LANGS = pytest.mark.parametrize("lang", ["en", "ja", "ru"])


@LANGS
@pytest.mark.parametrize("party", ["JP", "RU"])
def test_a_claim_tells_its_argument_and_its_sources(party, lang):
    ground = layers.partition([scenario("status-quo")], lang)
    layer = layers.claim(party, ground, lang)
    row = next(c for c in geodata.records("claims.toml")["claim"] if c["party"] == party)
    assert row["argument"][lang] in layer.about["text"]
    assert set(row["sources"]) <= set(layer.data["sources"])
    assert layer.needs == (ground,)
    assert "g" not in layer.data


@LANGS
@pytest.mark.parametrize("key", layers.LINE_LAYERS)
def test_every_line_has_a_card_with_standing_text_and_source(key, lang):
    for line in layers.lines(key, lang).data["lines"]:
        assert line["card"]["head"]
        assert line["card"]["rows"]
        assert line["card"]["text"]
        assert line["card"]["sources"]


def test_lines_of_different_standing_differ_in_more_than_colour():
    drawn = [(style.dash, style.width) for style in look.LINES.values()]
    assert len(set(drawn)) == len(look.LINES)


def test_a_claimed_line_takes_its_party_s_ink():
    assert line_look("claimed", "JP")["colour"] == look.HOLDERS["JP"].ink
    assert line_look("agreed", None)["colour"] == look.LINES["agreed"].colour


def test_holders_differ_in_hatch_as_in_colour():
    assert len({style.hatch for style in look.HOLDERS.values()}) == len(look.HOLDERS)
    assert len({style.fill for style in look.HOLDERS.values()}) == len(look.HOLDERS)


def luminance(colour):
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(
    "colour",
    [
        look.CONSTRUCTED,
        *(h.ink for h in look.HOLDERS.values()),
        *(s.colour for s in look.LINES.values()),
    ],
)
def test_lines_stand_out_from_the_sea_as_wcag_asks_of_graphics(colour):
    # WCAG 2.1, success criterion 1.4.11: 3 to 1.
    lighter, darker = sorted((luminance(look.SEA), luminance(colour)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 3


def test_treaty_lines_carry_their_year():
    labels = line_data(("treaty-1855", "treaty-1905"), "en")["labels"]
    assert [label["text"] for label in labels] == ["1855", "1905"]


@LANGS
def test_settlements_tell_their_population_with_its_year(lang):
    cards = [p["card"] for p in layers.settlements(lang).data["points"]]
    told = [value for card in cards for _, value in card["rows"] if "(20" in value]
    assert len(told) >= 3


@LANGS
def test_a_strait_tells_its_shores_and_what_is_published_or_not_known(lang):
    for point in layers.straits(lang).data["points"]:
        card = point["card"]
        # Kind, shores, depth; width as well, or else a note that tells what is published.
        assert len(card["rows"]) >= 4 or card["text"]
        assert point["card"]["sources"]


def test_banned_owners_have_links_everywhere_but_in_russian_pages():
    banned = [
        key for key, row in geodata.source_table().items() if not row["link"] and row.get("url")
    ]
    assert banned
    for key in banned:
        assert telling.sources([key], "en")[key]["url"].startswith("http")
        assert telling.sources([key], "ru")[key]["url"] is None


def test_the_land_around_is_no_layer_to_switch():
    land = layers.land()
    assert not land.control
    units = {u["unit"] for u in land.data["units"]}
    assert {"hokkaido", "sakhalin-south", "kurils-north", "kamchatka"} <= units


@pytest.mark.parametrize(
    "ask", [lambda: layers.lines("treaty-1856"), lambda: layers.claim("SU", None)]
)
def test_an_unknown_line_or_party_names_those_that_there_are(ask):
    with pytest.raises(MapError, match="was asked for; allowed are"):
        ask()
