"""Rights over land that another party holds."""

import copy
import pickle

import pytest

from kurilmap.errors import ScenarioError
from kurilmap.scenarios import Right, Scenario, mark, rights_on, scenario
from kurilmap.scenarios.schema import parse

ACCESS = Right(["kunashiri", "etorofu"], "JP", "access", {"en": "Visits", "ja": "往来"})
SOUND = """\
id = "mine"
kind = "constructed"
date = 2024-02-29
title = { en = "Mine" }

[holders]
habomai = "JP"
shikotan = "JP"
kunashiri = "RU"
etorofu = "RU"

[[right]]
units = ["kunashiri", "etorofu"]
holder = "JP"
what = "access"

[right.text]
en = "Visits"
"""
BROKEN = """\
id = "mine"
kind = "constructed"
date = 2024-02-29
title = { en = "Mine" }

[holders]
habomai = "JP"
shikotan = "JP"
kunashiri = "RU"
etorofu = "RU"

[[right]]
units = ["kunashiri", "kunashirii", "kunashiri"]
holder = "Japan"
what = "acces"

[right.text]
en = "Visits"
fr = "Visites"

[[right]]
units = "etorofu"
holder = "JP"
whom = "JP"

[[right]]
units = []
holder = "JP"
what = "port"
"""


def having(*rights, **changes):
    base = scenario("two-islands-1956")
    return Scenario(
        id="mine",
        title="Mine",
        kind="constructed",
        date=base.date,
        holders={**base.holders, **changes},
        rights=rights,
    )


def told(text):
    return {mistake.key: mistake for mistake in parse(text).mistakes}


def test_a_sound_right_has_no_mistake():
    assert told(SOUND) == {}


def test_every_mistake_of_a_right_is_told_with_its_line():
    lines = {key: mistake.line for key, mistake in told(BROKEN).items()}
    assert lines == {
        "right[0].units[1]": 13,
        "right[0].units[2]": 13,
        "right[0].holder": 14,
        "right[0].what": 15,
        "right[0].text.fr": 19,
        "right[1].units": 22,
        "right[1].what": 21,
        "right[1].whom": 24,
        "right[2].units": 27,
    }


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("right[0].units[1]", "the unknown unit 'kunashirii' was given"),
        ("right[0].units[1]", "(nearest: kunashiri)"),
        ("right[0].units[2]", "'kunashiri' twice was given; allowed: each unit once"),
        ("right[0].holder", "'Japan' was given; allowed: JP, RU, joint"),
        ("right[0].what", "'acces' was given; allowed: access, fishing, port, economy, "),
        ("right[0].what", "(nearest: access)"),
        ("right[0].text.fr", "an unknown key was given; allowed: en, ja, ru"),
        ("right[1].units", "'etorofu' was given; allowed: a list of units"),
        ("right[1].whom", "an unknown key was given; allowed: units, holder, what, text"),
        ("right[1].what", "nothing was given; allowed: access, fishing"),
        ("right[2].units", "no unit was given; allowed: a list of one unit or more"),
    ],
)
def test_a_mistake_tells_what_was_given_and_what_is_allowed(key, line):
    assert line in str(told(BROKEN)[key])


def test_a_hundred_rights_are_enough():
    rights = [Right(["etorofu"], "JP", "access")] * 101
    with pytest.raises(ScenarioError, match="a list of 101 rights was given; allowed: at most 100"):
        having(*rights)


@pytest.mark.parametrize(
    ("give", "message"),
    [
        (
            lambda: Right("etorofu", "JP", "access"),
            r"units='etorofu' was given; allowed: a list of units, such as \[\"etorofu\"\]\.$",
        ),
        (lambda: having({"what": "access"}), "rights: .* was given; allowed: Right"),
        (lambda: Right(["etorofu"], "JP", "access", 3), "text=3 was given"),
        (lambda: having(Right(["etorofu"], "SU", "port")), r"right\[0\].holder: 'SU' was given"),
        (lambda: having(Right([["x"]], "JP", "port")), r"right\[0\].units\[0\]: \['x'\] was given"),
    ],
)
def test_what_is_no_right_is_refused_where_it_is_made(give, message):
    with pytest.raises(ScenarioError, match=message):
        give()


def test_rights_are_written_as_tables_of_their_own_and_read_again():
    made = having(ACCESS, Right(["habomai/suisho"], "RU", "fishing"))
    text = made.to_toml()
    assert text.endswith(
        '\n[[right]]\nunits = [\n    "habomai/suisho",\n]\nholder = "RU"\nwhat = "fishing"\n'
    )
    assert parse(text).mistakes == ()


def test_a_right_is_a_value_that_can_be_copied_hashed_and_pickled():
    assert hash(ACCESS) == hash(copy.deepcopy(ACCESS))
    assert pickle.loads(pickle.dumps(having(ACCESS))) == having(ACCESS)


def test_a_step_drops_the_rights_on_its_unit_and_keeps_the_others():
    made = having(ACCESS)
    assert made.assign(etorofu="JP").rights == (ACCESS.without("etorofu"),)
    assert made.assign(etorofu="JP").rights[0].units == ("kunashiri",)
    cut = made.cut("kunashiri", share=0.5, holder="JP", rest="RU")
    assert cut.rights[0].units == ("etorofu",)
    assert made.assign(etorofu="JP", kunashiri="JP").rights == ()
    assert made.assign(habomai="RU").rights == (ACCESS,)


def test_a_unit_takes_the_rights_on_its_islets_along():
    made = having(Right(["habomai/suisho", "shikotan"], "RU", "fishing"))
    assert made.assign(habomai="JP").rights[0].units == ("shikotan",)


def test_a_right_on_an_islet_is_on_that_islet_alone():
    made = having(Right(["habomai/suisho"], "RU", "fishing"))
    marked = {piece.island for piece in made.pieces() if mark(made, piece)}
    assert marked == {"habomai/suisho"}
    piece = next(piece for piece in made.pieces() if piece.island == "habomai/suisho")
    assert [right.what for right in rights_on(made, piece)] == ["fishing"]


def test_a_mark_tells_who_administers_and_whose_rights_there_are_in_machine_order():
    made = Scenario(
        id="mine",
        title="Mine",
        kind="constructed",
        date=scenario("status-quo").date,
        holders=scenario("four-islands").holders,
        administers={"etorofu": "RU"},
        rights=[Right(["etorofu"], "joint", "economy"), Right(["etorofu"], "JP", "port")],
    )
    marks = {piece.unit: mark(made, piece) for piece in made.pieces()}
    assert marks == {"habomai": "", "shikotan": "", "kunashiri": "", "etorofu": "RU/JP-joint"}
