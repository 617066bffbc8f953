"""How often lines cross: more than a map can show would take all the memory there is."""

import numpy as np
import shapely

from kurilmap.errors import ScenarioError
from kurilmap.geodesy.snapping import Line

MOST = 10_000
"""Crossings of what somebody drew with what they drew before."""

_AT_ONCE = 100


def crossings(one: Line, other: Line, most: int = MOST) -> int:
    """Return how many pairs of segments of two lines meet.

    Parameters
    ----------
    one, other : shapely.LineString or shapely.MultiLineString
    most : int, optional
        Counting stops soon after this.

    Returns
    -------
    int

    Examples
    --------
    >>> cross = [shapely.LineString([(0, 0), (2, 2)]), shapely.LineString([(0, 2), (2, 0)])]
    >>> crossings(*cross)
    1
    """
    tree = shapely.STRtree(_segments(one))
    segments = _segments(other)
    found = 0
    for start in range(0, len(segments), _AT_ONCE):
        found += tree.query(segments[start : start + _AT_ONCE], predicate="intersects").shape[1]
        if found > most:
            break
    return found


def refuse_tangle(one: Line, other: Line) -> None:
    """Refuse lines that cross too often to be laid over one another.

    Parameters
    ----------
    one, other : shapely.LineString or shapely.MultiLineString

    Raises
    ------
    kurilmap.errors.ScenarioError
    """
    if crossings(one, other) > MOST:
        raise ScenarioError(
            f"what is drawn crosses what was drawn before it more than {MOST:,} times; simplify "
            "it, or draw it beside the other."
        )


def _segments(line: Line) -> list[shapely.LineString]:
    rows = [shapely.get_coordinates(part) for part in shapely.get_parts(line)]
    pairs = np.concatenate([np.stack([row[:-1], row[1:]], axis=1) for row in rows])
    # What lies beyond the plane's horizon is refused by those who lay the line.
    return list(shapely.linestrings(pairs[np.isfinite(pairs).all(axis=(1, 2))]))
