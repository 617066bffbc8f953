"""The dated states: who administered what, and which boundary was agreed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from kurilmap import geodata
from kurilmap.errors import DataError

UNITS = ("sakhalin-north", "sakhalin-south", "kurils-north", *reversed(geodata.UNITS))
"""What each state tells of: Sakhalin cut at 50°N, the Kurils from Urup north, the four groups."""

HOLDERS = ("JP", "RU", "SU", "undivided", "none agreed")
"""Machine order. RU is the Empire of Russia and the Russian Federation, SU the Soviet Union."""


@dataclass(frozen=True)
class State:
    """Who administered what from one day on, and which boundary was agreed.

    Attributes
    ----------
    id : str
    since : datetime.date or None
        The day of the event that it begins with; None for the first.
    event : str or None
        Id of that event, in :func:`kurilmap.events`.
    holders : mapping of str to str
        By unit (:data:`UNITS`), one of :data:`HOLDERS`.
    border : {"agreed", "none agreed"}
    lines : tuple of str
        Ids of :func:`kurilmap.lines`: the agreed boundary, or the line of control.
    left_open : tuple of str
        Units of which no agreement in force says whose they are.
    promised : tuple of str
        Units that were agreed to be transferred to Japan after a peace treaty.
    title, text, note : mapping of str to str
        By language; `note` may be empty.
    sources : tuple of str
    """

    id: str
    since: date | None
    event: str | None
    holders: Mapping[str, str]
    border: str
    lines: tuple[str, ...]
    left_open: tuple[str, ...]
    promised: tuple[str, ...]
    title: Mapping[str, str]
    text: Mapping[str, str]
    note: Mapping[str, str]
    sources: tuple[str, ...]


@cache
def states() -> tuple[State, ...]:
    """Return the dated states, in date order.

    Returns
    -------
    tuple of State

    Examples
    --------
    >>> [state.id for state in states()][:3]
    ['before-1855', 'shimoda-1855', 'st-petersburg-1875']
    """
    dates = {event["id"]: event["date"] for event in geodata.records("events.toml")["event"]}
    return tuple(_state(row, dates) for row in geodata.records("states.toml")["state"])


def state_at(when: date | int | str | None = None) -> State:
    """Return the state in force on a day, or at the end of a year.

    Parameters
    ----------
    when : datetime.date, int or str, optional
        A day, also as ``"1946-06-01"``; a year, also as ``"1946"``, means its last day. Today
        where none is given.

    Returns
    -------
    State

    Raises
    ------
    kurilmap.errors.DataError
        If `when` is neither a day nor a year.

    Examples
    --------
    >>> state_at(1860).holders["sakhalin-south"]
    'undivided'
    >>> state_at("1945-08-30").holders["kunashiri"]
    'JP'
    """
    day = date.today() if when is None else _day(when)
    begun = [state for state in states() if state.since is None or state.since <= day]
    return begun[-1]


def _day(when: object) -> date:
    if isinstance(when, date):
        return date(when.year, when.month, when.day)  # a datetime too
    text = "" if isinstance(when, bool) else str(when)
    try:
        if text.isdecimal():
            return date(int(text), 12, 31)
        return date.fromisoformat(text)
    except ValueError:
        raise DataError(
            f"state_at({when!r}) was asked for; allowed are a date, a date as text such as "
            '"1946-06-01", and a year such as 1946.'
        ) from None


def _state(row: Mapping[str, Any], dates: Mapping[str, date]) -> State:
    event = row.get("event")
    return State(
        id=row["id"],
        since=dates[event] if event else None,
        event=event,
        holders=MappingProxyType({unit: row["holders"][unit] for unit in UNITS}),
        border=row["border"],
        lines=row["lines"],
        left_open=row["left_open"],
        promised=row["promised"],
        title=row["title"],
        text=row["text"],
        note=row.get("note", {}),
        sources=row["sources"],
    )
