import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kurilmap.errors import ScenarioError, WriteError
from kurilmap.scenarios import CutRule, Right, Scenario, Table, Texts, scenario, scenarios
from kurilmap.scenarios.document import parse
from kurilmap.scenarios.rights import WHATS
from tests.hostile import HOSTILE

CONTROLS = "\x00\x1b\x7f\x85 \r\n\t'''\"\"\""

# Whatever UTF-8 can say: control characters, quotes, directions. Lone surrogates it cannot.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
TEXTS = st.builds(Texts, en=WORDS, ja=st.none() | WORDS, ru=st.none() | WORDS)
PARTIES = st.sampled_from(["JP", "RU", "joint"])
POINTS = st.tuples(st.floats(145, 149), st.floats(43, 46))
BY_SHARE = st.builds(
    CutRule,
    unit=st.just("etorofu"),
    share=st.floats(0, 1, exclude_min=True, exclude_max=True) | st.just("equal"),
    holder=st.just("JP"),
    rest=st.sampled_from(["RU", "joint"]),
    side=st.sampled_from(["southwest", "north"]),
    bearing=st.none() | st.floats(0, 360),
)
BY_LINE = st.builds(
    CutRule,
    unit=st.just("etorofu"),
    share=st.none(),
    holder=st.just("RU"),
    rest=st.just("JP"),
    line=st.lists(POINTS, min_size=2, max_size=5, unique=True).map(tuple),
)
RIGHTS = st.builds(
    Right,
    units=st.lists(
        st.sampled_from(["habomai", "kunashiri", "habomai/suisho"]), min_size=1, unique=True
    ),
    holder=PARTIES,
    what=st.sampled_from(WHATS),
    text=st.just(Texts()) | TEXTS,
)
SCENARIOS = st.builds(
    Scenario,
    id=st.from_regex(r"(?!none$)[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True),
    title=TEXTS,
    kind=st.sampled_from(["floated", "agreed text", "constructed"]),
    date=st.dates(),
    by=st.just(Texts()) | TEXTS,
    summary=st.just(Texts()) | TEXTS,
    sources=st.lists(WORDS, max_size=3).map(tuple),
    holders=st.fixed_dictionaries(
        dict.fromkeys(("habomai", "shikotan", "kunashiri"), PARTIES),
        optional={"habomai/suisho": PARTIES},
    ).map(Table),
    administers=st.dictionaries(st.just("habomai"), PARTIES).map(Table),
    cuts=(BY_SHARE | BY_LINE).map(lambda rule: (rule,)),
    rights=st.lists(RIGHTS, max_size=3).map(tuple),
    precision=st.sampled_from(["day", "month", "year"]),
)


@given(SCENARIOS)
@settings(deadline=None)
def test_a_scenario_written_and_read_is_equal_and_so_is_its_text(made):
    text = made.to_toml()
    again = parse(text, "text")
    assert again == made
    assert again.to_toml() == text


@pytest.mark.parametrize("text", [*HOSTILE.values(), CONTROLS])
def test_hostile_text_is_just_text(tmp_path, text):
    made = scenario("equal-area").named(title=Texts(text, ja=text, ru=text))
    made.to_toml(tmp_path / "x.toml")
    assert Scenario.from_toml(tmp_path / "x.toml").title["ja"] == text


@pytest.mark.parametrize("id_", scenarios())
def test_every_entry_of_the_catalogue_round_trips(tmp_path, id_):
    path = tmp_path / "x.toml"
    assert scenario(id_).to_toml(path) == path
    again = Scenario.from_toml(path)
    assert again == scenario(id_)
    assert again.to_toml() == path.read_text(encoding="utf-8")


def test_cuts_are_written_as_tables_of_their_own():
    text = scenario("equal-area").to_toml()
    assert text.endswith(
        '\n[[cut]]\nunit = "etorofu"\nshare = "equal"\nholder = "JP"\nrest = "RU"\n'
        'side = "southwest"\n'
    )


def test_writing_leaves_no_other_file_behind_and_keeps_the_mode_of_the_one_there(tmp_path):
    path = tmp_path / "x.toml"
    path.touch(mode=0o600)
    scenario("status-quo").to_toml(path)
    assert [path.name for path in tmp_path.iterdir()] == ["x.toml"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_writing_through_a_link_changes_the_file_behind_it(tmp_path):
    (tmp_path / "x.toml").touch()
    (tmp_path / "link.toml").symlink_to(tmp_path / "x.toml")
    scenario("status-quo").to_toml(tmp_path / "link.toml")
    assert (tmp_path / "link.toml").is_symlink()
    assert Scenario.from_toml(tmp_path / "x.toml") == scenario("status-quo")


def test_a_path_that_cannot_be_written_is_named_and_nothing_is_left(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError, match=r"Cannot write .*folder: it is a folder"):
        scenario("status-quo").to_toml(tmp_path / "folder")
    with pytest.raises(WriteError, match=r"x\.toml: the folder .*missing does not exist"):
        scenario("status-quo").to_toml(tmp_path / "missing" / "x.toml")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.toml")
    for path in (tmp_path / "pipe.toml", Path(os.devnull)):
        with pytest.raises(ScenarioError, match="it is a device or a pipe, not a file"):
            Scenario.from_toml(path)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none.toml", r"none\.toml cannot be read: No such file"),
        (".", r"\. cannot be read: Is a directory"),
        ("a\0b.toml", r"a\\x00b\.toml cannot be read: embedded null"),
        ("a\n\x1b[31m.toml", r"^a\\n\\x1b\[31m\.toml cannot be read"),
        (None, r"None was given; allowed: the path of a file"),
        (3, r"3 was given; allowed: the path of a file"),
    ],
)
def test_a_path_that_cannot_be_read_is_named_in_one_line(path, reason):
    with pytest.raises(ScenarioError, match=reason):
        Scenario.from_toml(path)


def test_text_that_utf8_cannot_say_is_refused():
    with pytest.raises(ScenarioError, match=r"title\.en: '\\ud800' was given"):
        scenario("status-quo").named(title=Texts("\ud800"))
