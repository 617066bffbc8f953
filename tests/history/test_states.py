"""The dated states: what the treaties say, at years on either side of each."""

from datetime import date, datetime

import pytest

import kurilmap as km
from kurilmap import geodata, history
from kurilmap.errors import DataError
from kurilmap.history.states import HOLDERS

GROUPS = ("etorofu", "kunashiri", "shikotan", "habomai")
SAKHALIN = ("sakhalin-north", "sakhalin-south")


def held(when, units):
    return {history.state_at(when).holders[unit] for unit in units}


# What the treaties themselves say: Shimoda 1855 art. 2, St Petersburg 1875 arts 1 and 2 (Joint
# Compendium of both ministries, 1992), Portsmouth 1905 art. IX (FRUS 1905), San Francisco 1951
# art. 2(c) (UNTS 1832), the Joint Declaration of 1956 art. 9.
@pytest.mark.parametrize(
    ("year", "north", "south", "kurils", "groups", "lines"),
    [
        (1854, "none agreed", "none agreed", "none agreed", "none agreed", ()),
        (1860, "undivided", "undivided", "RU", "JP", ("treaty-1855",)),
        (1880, "RU", "RU", "JP", "JP", ("treaty-1875-north", "treaty-1875-south")),
        (1910, "RU", "JP", "JP", "JP", ("treaty-1875-north", "treaty-1905")),
        (1930, "SU", "JP", "JP", "JP", ("treaty-1875-north", "treaty-1905")),
        (1946, "SU", "SU", "SU", "SU", ("control",)),
        (1953, "SU", "SU", "SU", "SU", ("control",)),
        (1957, "SU", "SU", "SU", "SU", ("control",)),
        (2026, "RU", "RU", "RU", "RU", ("control",)),
    ],
)
def test_each_year_has_the_holders_and_lines_of_its_treaty(
    year, north, south, kurils, groups, lines
):
    state = history.state_at(year)
    assert [state.holders[unit] for unit in SAKHALIN] == [north, south]
    assert state.holders["kurils-north"] == kurils
    assert held(year, GROUPS) == {groups}
    assert state.lines == lines
    assert state.border == ("agreed" if year in range(1855, 1945) else "none agreed")


def test_the_landings_of_1945_came_one_after_the_other():
    # Etorofu 28 August, Kunashiri and Shikotan 1 September, Habomai from 3 September 1945.
    soviet = {
        day: {unit for unit in GROUPS if history.state_at(day).holders[unit] == "SU"}
        for day in ("1945-08-27", "1945-08-28", "1945-09-01", "1945-09-03")
    }
    assert list(soviet.values()) == [
        set(),
        {"etorofu"},
        {"etorofu", "kunashiri", "shikotan"},
        set(GROUPS),
    ]


def test_what_no_agreement_settles_is_open_from_1945_on_and_nothing_before():
    renounced = {"sakhalin-south", "kurils-north", *GROUPS}
    assert history.state_at(1910).left_open == ()
    for year in (1946, 1953, 1957, 2026):
        assert set(history.state_at(year).left_open) == renounced
    assert history.state_at(1953).promised == ()
    assert set(history.state_at(1957).promised) == {"habomai", "shikotan"}


def test_the_soviet_union_is_a_holder_to_1991_and_russia_after():
    assert held("1991-12-23", history.UNITS) == {"SU"}
    assert held("1991-12-24", history.UNITS) == {"RU"}


def test_today_is_the_last_state():
    assert history.state_at() == history.states()[-1]


@pytest.mark.parametrize(
    "when", [date(1956, 10, 19), datetime(1956, 10, 19, 9), "1956-10-19", 1956, "1956"]
)
def test_a_day_and_a_year_can_be_asked_for_in_many_ways(when):
    assert history.state_at(when).id == "joint-declaration-1956"


@pytest.mark.parametrize("when", ["soon", True, 0, 1956.5, "1956-13-01", -3])
def test_what_is_neither_a_day_nor_a_year_is_refused(when):
    with pytest.raises(DataError, match=r"state_at\(.*allowed are a date"):
        history.state_at(when)


def test_states_stand_in_date_order_and_each_begins_with_its_event():
    events = {event["id"]: event["date"] for event in geodata.records("events.toml")["event"]}
    first, *others = history.states()
    assert (first.since, first.event) == (None, None)
    assert [state.since for state in others] == sorted(events[state.event] for state in others)


def test_states_name_known_lines_units_holders_and_sources():
    lines = {f["properties"]["id"] for f in geodata.features("lines.geojson")}
    for state in history.states():
        assert set(state.holders) == set(history.UNITS)
        assert set(state.holders.values()) <= set(HOLDERS)
        assert set(state.lines) <= lines
        assert {*state.left_open, *state.promised} <= set(history.UNITS)
        assert set(state.sources) <= set(geodata.source_table())
        # An agreed boundary is drawn by lines of treaties alone.
        agreed = all(line.startswith("treaty-") for line in state.lines) and bool(state.lines)
        assert agreed == (state.border == "agreed")


def test_nobody_can_change_a_state():
    with pytest.raises(TypeError):
        history.states()[0].holders["etorofu"] = "JP"


def test_every_event_is_a_stop_and_only_those_that_begin_a_state_change_the_map():
    stops = history.stops()
    assert [stop.id for stop in stops[1:]] == km.events().index.tolist()
    begun = [stop.state.id for stop in stops if stop.begins]
    assert begun == [state.id for state in history.states()]
    for id_ in ("tanaka-brezhnev-1973", "irkutsk-2001", "nagato-tokyo-2016", "singapore-2018"):
        assert not next(stop for stop in stops if stop.id == id_).begins


def test_the_events_of_the_ainu_are_on_the_timeline():
    ids = {stop.id for stop in history.stops()}
    told = km.voices().loc["ainu", "events"]
    assert set(told) <= ids
    years = {stop.day.year for stop in history.stops() if stop.id in told}
    assert {1789, 1884, 2002, 2005, 2008, 2017} <= years


def test_the_timeline_is_a_table_with_a_source_in_each_row():
    table = km.timeline()
    assert len(table) == len(history.states())
    assert table["source"].isin(km.sources().index).all()
    assert table.loc["shimoda-1855", "since"] == date(1855, 2, 7)


def test_events_say_where_only_the_year_is_known():
    precision = km.events()["precision"]
    assert set(precision) == {"day", "year"}
    assert precision["kuril-ainu-1884"] == "year"
    assert precision["shimoda-1855"] == "day"
