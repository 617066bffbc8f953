"""The look, in one place: colours, hatches and line styles of page, notebook and picture.

Fills are from the Okabe-Ito palette, safe for colour-blind readers. The direction of the hatch
says who, in possession as in claim, so that nothing is told by colour alone.
"""

from dataclasses import dataclass
from typing import Literal

SEA = "#EEF3F6"
LAND = "#D9D9D6"
SHORE = "#8F9593"
ISLAND_SHORE = "#3F4A4D"
PAPER = "#FFFFFF"
CONSTRUCTED = "#6A3FA0"

Hatch = Literal["forward", "backward", "cross", "level", "none"]


@dataclass(frozen=True)
class HolderLook:
    r"""How one holder is filled.

    Attributes
    ----------
    fill : str
        Colour, ``#rrggbb``.
    ink : str
        A darker tone of it, for claims and lines on a light ground (contrast 3:1 or more).
    hatch : {"forward", "backward", "cross", "level", "none"}
        Direction of the thin lines over the fill: forward is ``/``, backward ``\\``.
    """

    fill: str
    ink: str
    hatch: Hatch


HOLDERS: dict[str, HolderLook] = {
    "JP": HolderLook(fill="#009E73", ink="#00684C", hatch="forward"),
    "RU": HolderLook(fill="#E69F00", ink="#8F5F00", hatch="backward"),
    "joint": HolderLook(fill="#CC79A7", ink="#8A3F67", hatch="cross"),
}
"""Machine order: JP, then RU, then joint."""

PAST: dict[str, HolderLook] = {
    "JP": HOLDERS["JP"],
    "RU": HOLDERS["RU"],
    # Of Russia's family, and told apart by its hatch and by its word.
    "SU": HolderLook(fill="#C96F12", ink="#6E3A00", hatch="level"),
}
"""Who holds in the history: the Soviet Union is a holder of its own."""


@dataclass(frozen=True)
class LineLook:
    """How a line of one standing is drawn.

    Attributes
    ----------
    colour : str
        ``#rrggbb``; a claimed line takes its party's ink instead.
    dash : str
        SVG ``stroke-dasharray``; empty for a solid line.
    width : float
        In CSS pixels.
    """

    colour: str
    dash: str
    width: float


LINES: dict[str, LineLook] = {
    "agreed": LineLook(colour="#2B3A42", dash="", width=2.2),
    "claimed": LineLook(colour="#2B3A42", dash="16 8", width=5.0),
    "reported": LineLook(colour="#1B1B1B", dash="0.1 6", width=3.0),
    "constructed": LineLook(colour=CONSTRUCTED, dash="10 4 2 4", width=2.6),
}

LIMITS: dict[str, LineLook] = {
    "territorial": LineLook(colour="#4A6B80", dash="", width=1.1),
    "zone": LineLook(colour="#4A6B80", dash="7 4", width=1.1),
}
"""The outer limits of the territorial sea and of the 200-mile zone: thin, and no boundary."""
