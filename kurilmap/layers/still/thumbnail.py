"""The islands as small SVG paths, drawn once and coloured anew for each scenario."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kurilmap.geodata import island_shapes
from kurilmap.layers.still.frame import Frame
from kurilmap.scenarios import Piece, Scenario, mark, pieces

WIDTH = 320
# The four groups, the end of Hokkaido and the end of Urup.
_FRAME = Frame(144.7, 43.15, 149.4, 45.75, WIDTH)
HEIGHT = _FRAME.height


@dataclass(frozen=True)
class Thumbnails:
    """What the pictures of several scenarios are drawn from.

    Attributes
    ----------
    land : str
        SVG path data of the land around.
    shapes : tuple of str
        SVG path data of what always changes hands together.
    shore : str
        SVG path data of the whole islands, so that no edge of a cut looks like a shore.
    fates : mapping of str to tuple of (str, str)
        By scenario id: the holder of each of `shapes`, and the mark over its fill.
    cuts : mapping of str to str
        By scenario id: SVG path data of its cuts, empty where there is none.
    """

    land: str
    shapes: tuple[str, ...]
    shore: str
    fates: Mapping[str, tuple[tuple[str, str], ...]]
    cuts: Mapping[str, str]


def thumbnails(
    scenarios: Sequence[Scenario], frame: Frame = _FRAME, *, beyond: float = 0
) -> Thumbnails:
    """Return outlines for pictures of some scenarios.

    Parameters
    ----------
    scenarios : sequence of Scenario
    frame : Frame, optional
        What they show; that of the atlas's cards where none is given.
    beyond : float, default 0
        Degrees past the frame to which the land around is drawn.

    Returns
    -------
    Thumbnails
    """
    together: dict[tuple[tuple[str, str], ...], list[Piece]] = defaultdict(list)
    for piece in pieces(scenarios):
        together[tuple((piece.holders[s.id], mark(s, piece)) for s in scenarios)].append(piece)
    return Thumbnails(
        land=frame.land(beyond=beyond),
        shapes=tuple(frame.outlines(p.geometry for p in group) for group in together.values()),
        shore=frame.outlines(i.geometry for i in island_shapes() if i.is_land),
        fates={s.id: tuple(key[i] for key in together) for i, s in enumerate(scenarios)},
        cuts={s.id: "".join(frame.path(line.coords) for line in s.cut_lines()) for s in scenarios},
    )
