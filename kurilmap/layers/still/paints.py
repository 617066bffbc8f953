"""The patterns of the small maps: who holds, who administers, who has rights."""

from collections.abc import Iterable
from dataclasses import dataclass

from kurilmap.layers.look import HOLDERS, PAST

_SMALL, _LARGE = 6, 12


@dataclass(frozen=True)
class Dot:
    """One mark of a right: whose it is gives shape and colour."""

    party: str
    colour: str
    x: float
    y: float


@dataclass(frozen=True)
class Paint:
    """One pattern.

    Attributes
    ----------
    id : str
        In the document.
    size : int
        Side of the tile.
    fill, hatch : str
        Of who holds the land.
    repeats : tuple of (int, int)
        Where the hatch is drawn in the tile.
    stripe, stripe_hatch : str
        Of who administers it, empty where that is the holder.
    dots : tuple of Dot
        Of who has rights on it.
    """

    id: str
    size: int
    fill: str
    hatch: str
    repeats: tuple[tuple[int, int], ...]
    stripe: str
    stripe_hatch: str
    dots: tuple[Dot, ...]


def paint_id(holder: str, mark: str) -> str:
    """Return the id of a pattern.

    Parameters
    ----------
    holder : {"JP", "RU", "joint"}
    mark : str
        As :func:`kurilmap.scenarios.mark` gives it.

    Returns
    -------
    str

    Examples
    --------
    >>> paint_id("RU", ""), paint_id("RU", "/JP")
    ('hold-RU', 'hold-RU--JP')
    """
    return f"hold-{holder}" + (f"-{mark.replace('/', '-')}" if mark else "")


def paints(used: Iterable[tuple[str, str]]) -> list[Paint]:
    """Return the patterns that are used, each once, and the plain one of every holder.

    Parameters
    ----------
    used : iterable of (holder, mark)

    Returns
    -------
    list of Paint
    """
    plain = ((holder, "") for holder in HOLDERS)
    return [_paint(*each) for each in dict.fromkeys((*plain, *used))]


def past_id(holder: str, *, is_open: bool = False) -> str:
    """Return the id of a pattern of the history.

    Parameters
    ----------
    holder : str
        One of :data:`kurilmap.history.states.HOLDERS`.
    is_open : bool, default False
        Whether no agreement says whose the land is.

    Returns
    -------
    str

    Examples
    --------
    >>> past_id("undivided"), past_id("SU", is_open=True)
    ('past-undivided', 'past-SU-open')
    """
    return f"past-{holder}" + ("-open" if is_open else "")


def past_paints() -> list[Paint]:
    """Return the patterns of the history: each holder, what is left open, what is undivided.

    Returns
    -------
    list of Paint
    """
    found = []
    for holder, look in PAST.items():
        # White bands across the hatch: held, and yet of nobody by agreement.
        across = "forward" if look.hatch == "backward" else "backward"
        for is_open in (False, True):
            bands = ("#fff", across) if is_open else ("", "none")
            found.append(_plain(past_id(holder, is_open=is_open), look.fill, look.hatch, *bands))
    both = (PAST["JP"].fill, "none", PAST["RU"].fill, "backward")
    return [*found, _plain(past_id("undivided"), *both)]


def _plain(id: str, fill: str, hatch: str, stripe: str, stripe_hatch: str) -> Paint:
    size = _LARGE if stripe else _SMALL
    return Paint(id, size, fill, hatch, _repeats(size), stripe, stripe_hatch, ())


def _repeats(size: int) -> tuple[tuple[int, int], ...]:
    steps = range(0, size, _SMALL)
    return tuple((x, y) for x in steps for y in steps)


def _paint(holder: str, mark: str) -> Paint:
    administers, _, having = mark.partition("/")
    look = HOLDERS[holder]
    size = _LARGE if mark else _SMALL
    return Paint(
        id=paint_id(holder, mark),
        size=size,
        fill=look.fill,
        hatch=look.hatch,
        repeats=_repeats(size),
        stripe=HOLDERS[administers].fill if administers else "",
        stripe_hatch=HOLDERS[administers].hatch if administers else "none",
        dots=tuple(_dots(having.split("-") if having else [])),
    )


def _dots(parties: list[str]) -> Iterable[Dot]:
    if not parties:
        return
    second = parties[-1]
    places = [(3.5, 4.5, parties[0]), (9.5, 10.5, parties[0])]
    if len(parties) > 1:
        places += [(9.5, 4.5, parties[1]), (3.5, 10.5, second)]
    for x, y, party in places:
        yield Dot(party, HOLDERS[party].ink, x, y)
