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
        ("cut[0].side", "(nearest: southwest, "),
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
        (("share = 0.25", 'share = "equall"'), "cut[0].share", '"equal" (nearest: equal)'),
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
            "[[longitude, latitude], …], in degrees (548, 44 are no degrees",
        ),
        (
            ("share = 0.25", "line = [[45.2, 147.2], [44.7, 148.2]]"),
            "cut[0].line",
            "(swapped? longitude comes first)",
        ),
        (
            ("share = 0.25", f"line = [[147, 45], [1{'0' * 400}, 44]]"),
            "cut[0].line",
            "not all of it is pairs of numbers",
        ),
        (
            ("share = 0.25", f"polygon = [{[[147, 44], [148, 46], [148, 44], [147, 46]]}]"),
            "cut[0].polygon",
            "it crosses itself at 147.5, 45",
        ),
        (
            ("share = 0.25", f"line = {[[147, 45 + n / 1e5] for n in range(2001)]}"),
            "cut",
            "2,001 points in lines was given; allowed: at most 2,000",
        ),
        (('"mine"', '"none"'), "id", "(it stands for the choice of no scenario)"),
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
        (b"id = 1\na = " + b"[" * 50_000, r"line 2: arrays or tables nested more than 8 deep"),
        (b"a = " + b"{a=" * 9 + b"1" + b"}" * 9, r"nested more than 8 deep was given"),
        (b"a." * 40_000 + b"a = 1", r"line 1: a key of more than 8 parts .*at most 8"),
        (b"x = { " + b"a." * 40_000 + b"a = 1 }", r"a key of more than 8 parts"),
        (b"[" + b"a." * 40_000 + b"a]", r"a key of more than 8 parts"),
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


def test_no_more_than_ten_mistakes_are_told_and_the_others_counted(tmp_path):
    path = tmp_path / "many.toml"
    unknown = "".join(f'"habomai/x{number}" = "JP"\n' for number in range(20_000))
    path.write_text(SOUND.replace("[holders]\n", f"[holders]\n{unknown}"), encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"20,000 mistakes:\n  line 7") as caught:
        Scenario.from_toml(path)
    lines = str(caught.value).splitlines()
    assert len(lines) == 12
    assert lines[-1] == "  and 19,990 more"


def test_more_cuts_than_a_reader_waits_for_are_refused():
    cut = SOUND[SOUND.index("[[cut]]") :]
    (mistake,) = parse(SOUND + cut * 100).mistakes
    assert "101 cuts was given; allowed: at most 100" in str(mistake)


def test_a_key_that_drives_a_terminal_is_told_as_its_escapes():
    (mistake,) = parse('"a\\nb\\u001b[31m" = "JP"\n' + SOUND).mistakes
    assert str(mistake).startswith(r"line 1: 'a\nb\x1b[31m': an unknown key was given")
