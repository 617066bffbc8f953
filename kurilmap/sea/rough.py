"""The first guess at lines of equal distance: the edges between cells of different owners."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.sea.diagram import Diagram

Array = NDArray[np.float64]
Ints = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Arc:
    """A line on which two pieces of land are equally far, and none is nearer.

    Attributes
    ----------
    between : tuple of str
        The two pieces.
    points : array of shape (n, 2)
        Degrees.
    """

    between: tuple[str, str]
    points: Array


def rough_arcs(
    diagram: Diagram, owners: Ints, names: Sequence[str], metres: float, within: shapely.Polygon
) -> list[Arc]:
    """Return the edges between cells of different owners, joined to lines.

    Parameters
    ----------
    diagram : Diagram
    owners : array of int
        Whose land each point of the diagram is, as a number of `names`.
    names : sequence of str
    metres : float
        Edges farther from land than this are left out.
    within : shapely.Polygon
        Where they are wanted, in degrees.

    Returns
    -------
    list of Arc
        From one place where three owners meet to the next, or to where they are left out.
    """
    count = len(diagram.points)
    inner = np.flatnonzero((diagram.first < count) & (diagram.second < count))
    one, other = owners[diagram.first[inner]], owners[diagram.second[inner]]
    mixed = inner[one != other]
    pairs = np.sort(np.column_stack([one, other])[one != other], axis=1)
    far = diagram.angle_at(metres)[mixed]
    lows, highs = np.maximum(diagram.lows[mixed], -far), np.minimum(diagram.highs[mixed], far)
    kept = lows < highs
    mixed, pairs, lows, highs = mixed[kept], pairs[kept], lows[kept], highs[kept]
    places = [diagram.sphere.globe(diagram.at(mixed, angles)) for angles in (lows, highs)]
    near = shapely.contains_xy(within, *places[0].T) | shapely.contains_xy(within, *places[1].T)
    # A node that two edges share is the same to the last bit, whichever edge it is worked out on.
    for side, (angles, ends) in enumerate(((lows, diagram.lows), (highs, diagram.highs))):
        whole = angles == ends[mixed]
        nodes = diagram.sphere.globe(diagram.nodes[diagram.ends[mixed, side]])
        places[side] = np.where(whole[:, None], nodes, places[side])
    arcs = []
    for pair in np.unique(pairs[near], axis=0).tolist():
        chosen = near & (pairs == pair).all(axis=1)
        pieces = shapely.linestrings(np.stack([side[chosen] for side in places], axis=1))
        merged = shapely.line_merge(shapely.multilinestrings(np.asarray(pieces)))
        arcs += [
            Arc((names[pair[0]], names[pair[1]]), shapely.get_coordinates(line))
            for line in shapely.get_parts(merged)
        ]
    return arcs
