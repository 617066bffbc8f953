"""The patterns of the small maps: who holds, who administers, who has rights."""

from collections.abc import Iterable
from dataclasses import dataclass

from kurilmap.layers.look import HOLDERS

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


def _paint(holder: str, mark: str) -> Paint:
    administers, _, having = mark.partition("/")
    look = HOLDERS[holder]
    size = _LARGE if mark else _SMALL
    steps = range(0, size, _SMALL)
    return Paint(
        id=paint_id(holder, mark),
        size=size,
        fill=look.fill,
        hatch=look.hatch,
        repeats=tuple((x, y) for x in steps for y in steps),
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
