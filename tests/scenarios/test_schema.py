import pytest

from kurilmap.errors import ScenarioError
from kurilmap.scenarios import Scenario
from kurilmap.scenarios.schema import MAX_BYTES, parse

SOUND = """\
id = "mine"
kind = "constructed"
date = 2024-02-29
title = { en = "Mine" }

[holders]
habomai = "JP"
shikotan = "JP"
kunashiri = "RU"

[[cut]]
unit = "etorofu"
share = 0.25
holder = "JP"
rest = "RU"
"""

BROKEN = """\
id = "My Line"
kind = "ofered"
date = "2024-02-29"
titel = { en = "Mine" }
sources = "one"

[title]
en = ""
fr = "À moi"

[by]
en = '''
kind = "this line is text, and no key"
'''

[holders]
habomai = "Japan"
shikotam = "JP"
etorofu = "RU"

[administers]
urup = "RU"

[[cut]]
unit = "etorofu"
share = 1.5
holder = "JP"
rest = "JP"
side = "southwst"

[[cut]]
unit = "kunashiri"
bearing = 400
holder = "RU"
line = [[145, 44]]
"""


def told(text):
    return {mistake.key: mistake for mistake in parse(text).mistakes}


def test_a_sound_file_has_no_mistake():
    assert parse(SOUND).mistakes == ()


def test_every_mistake_of_a_file_is_told_at_once_with_its_line():
    lines = {key: mistake.line for key, mistake in told(BROKEN).items()}
    assert lines == {
        "id": 1,
        "kind": 2,
        "date": 3,
        "titel": 4,
        "sources": 5,
        "title.en": 8,
        "title.fr": 9,
        "holders.habomai": 17,
        "holders.shikotam": 18,
        "holders.shikotan": 16,
        "holders.etorofu": 19,
        "administers.urup": 22,
        "cut[0].share": 26,
        "cut[0].rest": 28,
        "cut[0].side": 29,
        "cut[1].bearing": 33,
        "cut[1].rest": 31,
        "cut[1].line": 35,
    }


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("kind", r"line 2: kind: 'ofered' was given; allowed: administered, agreed text, offered"),
        ("titel", "(nearest: title)"),
        ("title.fr", "title.fr: an unknown key was given; allowed: en, ja, ru"),
        ("holders.habomai", "'Japan' was given; allowed: JP, RU, joint"),
        ("holders.shikotam", "(nearest: shikotan)"),
        ("administers.urup", "the unknown unit 'urup' was given"),
        ("cut[0].side", "(nearest: southwest)"),
        ("cut[0].share", '1.5 was given; allowed: more than 0 and less than 1, or "equal"'),
        ("cut[1].rest", "nothing was given; allowed: JP, RU, joint"),
        ("cut[1].bearing", "400 was given; allowed: degrees from north, 0 to 360"),
        ("date", "'2024-02-29' was given; allowed: a date without quotes"),
    ],
)
def test_a_mistake_tells_what_was_given_and_what_is_allowed(key, line):
    assert line in str(told(BROKEN)[key])


def test_from_toml_raises_them_in_one_error_that_names_the_file(tmp_path):
    path = tmp_path / "broken.toml"
    path.write_text(BROKEN, encoding="utf-8")
    with pytest.raises(
        ScenarioError, match=r"broken\.toml is no scenario; \d+ mistakes:\n  line 1"
    ):
        Scenario.from_toml(path)


@pytest.mark.parametrize(
    ("change", "key", "reason"),
    [
        (("share = 0.25", ""), "cut[0]", "neither share nor line"),
        (("share = 0.25", 'share = "half"'), "cut[0].share", "'half' was given"),
        (("share = 0.25", "share = true"), "cut[0].share", "True was given"),
        (("share = 0.25", "share = nan"), "cut[0].share", "nan was given"),
        (
            ("share = 0.25", "share = 0.25\nline = [[147, 45], [148, 44]]"),
            "cut[0].line",
            "a line beside a share",
        ),
        (
            ("share = 0.25", "line = [[147, 45], [548, 44]]"),
            "cut[0].line",
            "[[longitude, latitude], …], in degrees",
        ),
        (('kunashiri = "RU"', ""), "holders.kunashiri", "nothing was given"),
        (
            ('kunashiri = "RU"', '"kunashiri/kunashiri" = "RU"'),
            "holders.kunashiri",
            "nothing was given",
        ),
        (("[[cut]]", 'etorofu = "RU"\n[[cut]]'), "holders.etorofu", "which is cut as well"),
        (("[[cut]]", "[cut]"), "cut", "one [[cut]] or more"),
        (("title = {", "title.x = 1 #"), "title.en", "nothing was given"),
        (("2024-02-29", "2024-02-29T00:00:00"), "date", "was given; allowed: a date"),
        (("2024-02-29", "2024-02-29T10:00:00Z"), "date", "was given; allowed: a date"),
        (('"etorofu"', "[1]"), "cut[0].unit", "[1] was given"),
        (('"JP"\nshik', "3\nshik"), "holders.habomai", "3 was given; allowed: JP, RU, joint"),
    ],
)
def test_one_change_makes_one_mistake_under_its_key(change, key, reason):
    assert change[0] in SOUND
    assert reason in str(told(SOUND.replace(*change, 1))[key])


def test_the_equal_cut_is_the_last_of_its_unit_and_the_only_one():
    cut = '[[cut]]\nunit = "{}"\nshare = {}\nholder = "JP"\nrest = "RU"\n'
    head = SOUND[: SOUND.index("kunashiri")]
    text = head + "".join(
        cut.format(*each)
        for each in [("etorofu", '"equal"'), ("etorofu", 0.1), ("kunashiri", '"equal"')]
    )
    mistakes = told(text)
    assert "that others of its unit follow" in str(mistakes["cut[0].share"])
    assert "a second" in str(mistakes["cut[2].share"])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'id = "\xff"', r"line 1: the byte 0xff was given; allowed: TOML in UTF-8"),
        (b"id = ", r"no TOML \(Invalid value"),
        (b"a = " + b"[" * 50_000, r"no TOML"),
        (b"a = " + b"9" * 5_000, r"no TOML"),
        (b"#" * (MAX_BYTES + 1), r"1,000,001 bytes .*at most 1,000,000 bytes"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path, content, reason):
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    with pytest.raises(ScenarioError, match=reason) as caught:
        Scenario.from_toml(path)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ScenarioError, match=r"none\.toml cannot be read: No such file"):
        Scenario.from_toml(tmp_path / "none.toml")


def test_a_cut_that_cannot_be_made_is_refused_when_the_file_is_read(tmp_path):
    path = tmp_path / "miss.toml"
    text = SOUND.replace("share = 0.25", "line = [[146.9, 45.3], [147.0, 45.5]]")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError, match="misses the island"):
        Scenario.from_toml(path)


def test_a_long_value_is_cut_short_and_stays_on_one_line():
    (mistake,) = parse(SOUND.replace('"constructed"', '"' + "x\\n" * 500 + '"')).mistakes
    assert len(mistake.given) <= 60
    assert "\n" not in str(mistake)
