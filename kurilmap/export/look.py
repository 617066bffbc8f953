"""The looks of the layers: the page's colours, hatches and dashes, with their legends."""

from collections.abc import Iterable

from kurilmap.export.model import Kind, Look
from kurilmap.layers import look as looks
from kurilmap.layers.lines import line_look
from kurilmap.words import parties, say

WASH = 0.2
"""Of the sea's fill, which lies under the land."""


def holders(column: str, lang: str, *, wash: bool = False, present: Iterable[str]) -> Look:
    """Return the look of areas by who holds them.

    Parameters
    ----------
    column : str
        With "JP", "RU" or "joint".
    lang : {"en", "ja", "ru"}
    wash : bool, default False
        Light and without a hatch, for the sea.
    present : iterable of str
        The holders that there are.

    Returns
    -------
    Look

    Examples
    --------
    >>> [kind.label for kind in holders("holder", "en", present=["RU", "JP"]).kinds]
    ['Japan', 'Russia']
    """
    there = set(present)
    return Look(
        tuple(
            Kind(
                value=party,
                label=say(f"holder.{party}", lang),
                fill=looks.HOLDERS[party].fill,
                ink=looks.HOLDERS[party].ink,
                hatch="none" if wash else looks.HOLDERS[party].hatch,
                opacity=WASH if wash else 0.85,
                width=0.4 if wash else 0.8,
            )
            for party in parties(lang)
            if party in there
        ),
        column,
    )


def standings(lang: str, present: Iterable[tuple[str, str]]) -> Look:
    """Return the look of lines by what they rest on, and by whose claim they are.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}
    present : iterable of (str, str)
        The standings that there are, each with its party, or with an empty text.

    Returns
    -------
    Look

    Examples
    --------
    >>> both = standings("en", [("claimed", "RU"), ("claimed", "JP"), ("agreed", "")])
    >>> [kind.label for kind in both.kinds]
    ['Line agreed in a treaty', 'Claimed line (Japan)', 'Claimed line (Russia)']
    """
    there = set(present)
    return Look(
        tuple(
            _line(standing, party, lang)
            for standing in looks.LINES
            for party in ("", *parties(lang))
            if (standing, party) in there
        ),
        "standing",
        "party",
    )


def constructed(label: str) -> Look:
    """Return the look of lines that this kit constructs.

    Parameters
    ----------
    label : str

    Returns
    -------
    Look
    """
    line = looks.LINES["constructed"]
    ink = line.colour
    return Look((Kind("", label, fill=ink, ink=ink, width=line.width, dash=line.dash),))


def land(label: str, *, ground: bool = False) -> Look:
    """Return the look of land of which no holder is told, and of points.

    Parameters
    ----------
    label : str
    ground : bool, default False
        With the shore of the land around.

    Returns
    -------
    Look
    """
    return Look((Kind("", label, ink=looks.SHORE if ground else looks.ISLAND_SHORE),))


def _line(standing: str, party: str, lang: str) -> Kind:
    drawn = line_look(standing, party or None)
    told = say(f"standing.{standing}", lang)
    return Kind(
        standing,
        f"{told} ({say(f'holder.{party}', lang)})" if party else told,
        fill=drawn["colour"],
        ink=drawn["colour"],
        width=drawn["width"],
        dash=drawn["dash"],
        party=party,
    )
