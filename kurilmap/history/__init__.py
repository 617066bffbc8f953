"""The record in time: who administered what, which line was agreed, and what was said when."""

from kurilmap.history.states import UNITS, State, state_at, states
from kurilmap.history.stops import Stop, stops
from kurilmap.history.tables import partings, timeline, views, voices

__all__ = [
    "UNITS",
    "State",
    "Stop",
    "partings",
    "state_at",
    "states",
    "stops",
    "timeline",
    "views",
    "voices",
]
