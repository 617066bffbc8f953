"""All places that are equally far from land: envelopes of arcs, of 3, 12 and 200 miles."""

import math
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.geodesy.globe import Tangents, arc_lengths
from kurilmap.geodesy.measure import geod
from kurilmap.geodesy.sphere import compass
from kurilmap.sea.diagram import Diagram
from kurilmap.sea.shores import Shore

Array = NDArray[np.float64]
Ints = NDArray[np.intp]

_HALVINGS = 12
_MIDDLE_M = 1.25
SAG_M = 1.0  # how far the middle of an edge may be inside its arc
_ROUNDS = 20
_ALONE = 3  # rounds before a point counts as one of two feet
_APART_M = 1.0
_THIN_M = 0.2  # what leaving out corners of tiny arcs may move the line by
_CLOSE_M = 0.001
_LONGEST_STEP_M = 2000.0
_DEGREE_M = 111_195.0
_ONE_NUMBER = np.array([1, 1j])  # a point as one number, to be looked up by


@dataclass(frozen=True, eq=False)
class Limit:
    """The limit at one distance.

    Attributes
    ----------
    metres : float
    lines : list of array of shape (n, 2)
        Degrees; closed but where the diagram ends.
    residual_m : float
        The most by which a point, or the middle of an edge, is off.
    """

    metres: float
    lines: list[Array]
    residual_m: float = 0.0


def limit(diagram: Diagram, shore: Shore, metres: float, within: shapely.Polygon) -> Limit:
    """Return the places that are so far from the nearest shore.

    Parameters
    ----------
    diagram : Diagram
        Of the shore's points.
    shore : Shore
        All of it; the limit is measured to its edges, not to the points alone.
    metres : float
    within : shapely.Polygon
        Where it is wanted, in degrees; what lies farther off may be left out.

    Returns
    -------
    Limit

    Notes
    -----
    In the cell of a point the limit is an arc about it; a concave corner of the limit is where an
    edge between two cells is so far from both points, and is solved as such on geodesics.
    """
    start, end, corners = _corners(diagram, metres)
    wanted = shapely.contains_xy(within, *corners.T)
    start, end, corners = start[wanted], end[wanted], corners[wanted]
    corners = _solved(diagram.points[start], diagram.points[end], corners, metres)
    follower = _followers(diagram, start, end, corners)
    lines = [
        _drawn(diagram, end[chain], corners[chain], closed, metres)
        for chain, closed in _chains(follower)
    ]
    if not lines:
        return Limit(metres, [])
    thin = [thinned(line, _THIN_M) for line in lines]
    points = pushed(np.vstack(thin), shore, metres)
    number = np.repeat(np.arange(len(thin)), [len(line) for line in thin])
    residual = float(np.abs(shore.reach(points).metres - metres).max())
    unseen = np.flatnonzero(number[1:] == number[:-1])
    for _ in range(_HALVINGS):
        middles = (points[unseen] + points[unseen + 1]) / 2
        off = np.abs(shore.reach(middles).metres - metres)
        wide = off > _MIDDLE_M
        residual = max(residual, float(off[~wide].max(initial=0)))
        if not wide.any():
            break
        split = unseen[wide]
        points = np.insert(points, split + 1, pushed(middles[wide], shore, metres), axis=0)
        number = np.insert(number, split + 1, number[split])
        # Each split edge has become two, each one place further on for every one before it.
        unseen = (split + np.arange(len(split)))[:, None] + np.array([0, 1])
        unseen = unseen.ravel()
    else:
        residual = max(residual, float(off.max()))
    return Limit(metres, np.split(points, np.flatnonzero(np.diff(number)) + 1), residual)


def thinned(line: Array, metres: float) -> Array:
    """Leave out points that a line hardly needs.

    Parameters
    ----------
    line : array of shape (n, 2)
        Degrees.
    metres : float
        How far the line may move.

    Returns
    -------
    array of shape (m, 2)
    """
    scale = np.array([math.cos(math.radians(float(line[:, 1].mean()))), 1.0]) * _DEGREE_M
    flat = line * scale
    kept = shapely.get_coordinates(
        shapely.LineString(flat).simplify(metres, preserve_topology=False)
    )
    # The points that stay are the very ones that were given, to the last bit.
    return np.asarray(line[np.isin(flat @ _ONE_NUMBER, kept @ _ONE_NUMBER)])


def pushed(points: Array, shore: Shore, metres: float) -> Array:
    """Move points straight away from, or to, their nearest shore till the distance is right.

    Parameters
    ----------
    points : array of shape (n, 2)
    shore : Shore
    metres : float

    Returns
    -------
    array of shape (n, 2)

    Notes
    -----
    In a concave corner two feet take turns: there the point is solved that is right for both.
    """
    points = points.copy()
    left = np.arange(len(points))
    before = np.full((len(points), 3), np.nan)
    for number in range(_ROUNDS):
        reach = shore.reach(points[left])
        wrong = np.abs(metres - reach.metres) > _CLOSE_M
        left, feet, last = left[wrong], reach.feet[wrong], before[left[wrong]]
        if not len(left):
            break
        here = Tangents.at(points[left])
        away = here.away_from(feet)
        steps = (metres - reach.metres[wrong])[:, None] * away
        if number >= _ALONE:
            apart = np.linalg.norm(feet - last, axis=1) > _APART_M
            steps[apart] = _to_both(here, feet, last, metres)[apart]
        points[left] = here.moved(_clamped(steps))
        before[left] = feet
    return points


def _to_both(here: Tangents, one: Array, other: Array, metres: float) -> Array:
    """Return the steps to where two feet are equally far, each foot taken as it stands."""
    rows = np.stack([here.away_from(one), here.away_from(other)], axis=1)
    gaps = np.column_stack([metres - arc_lengths(feet, here.places) for feet in (one, other)])
    return np.asarray(np.einsum("nij,nj->ni", np.linalg.pinv(rows, rcond=1e-6), gaps))


def _clamped(steps: Array) -> Array:
    length = np.hypot(*steps.T)
    return np.asarray(steps * np.minimum(1, _LONGEST_STEP_M / np.maximum(length, 1))[:, None])


def _corners(diagram: Diagram, metres: float) -> tuple[Ints, Ints, Array]:
    """Return where the limit passes from one point's cell to another's, land on its right."""
    angle = diagram.angle_at(metres)
    own = np.maximum(diagram.first, diagram.second) < len(diagram.points)
    out = np.flatnonzero(own & (diagram.lows < angle) & (angle < diagram.highs))
    back = np.flatnonzero(own & (diagram.lows < -angle) & (-angle < diagram.highs))
    start = np.concatenate([diagram.first[out], diagram.second[back]])
    end = np.concatenate([diagram.second[out], diagram.first[back]])
    units = np.vstack([diagram.at(out, angle[out]), diagram.at(back, -angle[back])])
    return start, end, diagram.sphere.globe(units)


def _solved(one: Array, other: Array, points: Array, metres: float) -> Array:
    """Move each corner to where it is exactly so far from both of its points."""
    for _ in range(_ROUNDS):
        rows, gaps = [], []
        for feet in (one, other):
            _, back, away = geod().inv(feet[:, 0], feet[:, 1], points[:, 0], points[:, 1])
            turn = np.radians(np.asarray(back) + 180)
            rows.append(np.column_stack([np.sin(turn), np.cos(turn)]))
            gaps.append(metres - np.asarray(away))
        if max(np.abs(gap).max(initial=0) for gap in gaps) < _CLOSE_M:
            break
        steps = np.linalg.solve(np.stack(rows, axis=1), np.column_stack(gaps)[..., None])[..., 0]
        points = Tangents.at(points).moved(_clamped(steps))
    return points


def _followers(diagram: Diagram, start: Ints, end: Ints, corners: Array) -> Ints:
    """Return the corner to which the arc leads that begins at each; -1 where there is none."""
    number = np.arange(len(start))
    cell = np.concatenate([end, start])
    enters = np.repeat([True, False], len(start))
    corner = np.concatenate([number, number])
    units = diagram.sphere.units(corners)[corner]
    east, north = compass(diagram.units[cell])
    turn = np.arctan2((units * east).sum(axis=1), (units * north).sum(axis=1))
    order = np.lexsort((turn, cell))
    opens = np.flatnonzero(np.diff(cell[order], prepend=-1))
    after = np.arange(len(order)) + 1
    closes = np.append(opens[1:], len(order)) - 1
    after[closes] = opens
    follower = np.full(len(start), -1)
    good = enters[order] & ~enters[order[after]]
    follower[corner[order][good]] = corner[order[after]][good]
    return follower


def _chains(follower: Ints) -> list[tuple[Ints, bool]]:
    """Return the corners in the order in which the limit passes them; whether it closes."""
    following = follower.tolist()
    left = np.ones(len(following), dtype=bool)
    led_to = np.zeros(len(following), dtype=bool)
    led_to[follower[follower >= 0]] = True
    chains = []
    # Open chains from their beginning first; what is left then is closed.
    for begin in [*np.flatnonzero(~led_to).tolist(), *range(len(following))]:
        chain, corner = [], begin
        while corner >= 0 and left[corner]:
            left[corner] = False
            chain.append(corner)
            corner = following[corner]
        if len(chain) > 1:
            chains.append((np.array(chain), corner == begin))
    return chains


def _drawn(diagram: Diagram, cells: Ints, corners: Array, closed: bool, metres: float) -> Array:
    """Return the arcs from corner to corner, in steps that keep their middles near the arc."""
    finish = np.roll(corners, -1, axis=0)
    if not closed:
        cells, corners, finish = cells[:-1], corners[:-1], finish[:-1]
    lon, lat = diagram.points[cells].T
    begin = np.asarray(geod().inv(lon, lat, corners[:, 0], corners[:, 1])[0])
    swept = (np.asarray(geod().inv(lon, lat, finish[:, 0], finish[:, 1])[0]) - begin) % 360
    longest = math.degrees(math.sqrt(8 * SAG_M / metres))
    steps = np.maximum(np.ceil(swept / longest), 1).astype(np.intp)
    origin = np.repeat(np.arange(len(cells)), steps)
    number = np.arange(len(origin)) - np.repeat(np.cumsum(steps) - steps, steps)
    turn = begin[origin] + swept[origin] * number / steps[origin]
    east, north, _ = geod().fwd(
        lon[origin], lat[origin], turn, np.full(len(origin), metres), return_back_azimuth=True
    )
    points = np.column_stack([east, north])
    points[number == 0] = corners
    return np.vstack([points, finish[-1:]])
