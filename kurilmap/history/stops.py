"""The stops of the slider: each event, with the state in force when it happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from kurilmap import geodata
from kurilmap.history.states import State, state_at, states


@dataclass(frozen=True)
class Stop:
    """One stop: an event and the state of its day.

    Attributes
    ----------
    id : str
        The event's id; the first stop, which has no event, bears its state's.
    day : datetime.date or None
    precision : {"day", "month", "year"}
        "month" or "year" where no source gives the day.
    state : State
    begins : bool
        Whether the state begins here; else the event changes no line and no holder.
    event : mapping or None
        The row of ``geo/events.toml``.
    """

    id: str
    day: date | None
    precision: str
    state: State
    begins: bool
    event: Mapping[str, Any] | None


@cache
def stops() -> tuple[Stop, ...]:
    """Return all stops, in date order, the first being the state before any agreement.

    Returns
    -------
    tuple of Stop

    Examples
    --------
    >>> [stop.id for stop in stops() if stop.begins][:2]
    ['before-1855', 'shimoda-1855']
    """
    first = states()[0]
    found = [Stop(first.id, None, "day", first, True, None)]
    for event in sorted(geodata.records("events.toml")["event"], key=lambda e: e["date"]):
        state = state_at(event["date"])
        found.append(
            Stop(
                id=event["id"],
                day=event["date"],
                precision=event.get("precision", "day"),
                state=state,
                begins=state.event == event["id"],
                event=event,
            )
        )
    return tuple(found)
