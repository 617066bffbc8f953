"""The two straits in which Japan's territorial sea keeps to three miles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.geodesy.globe import Tangents
from kurilmap.sea.shores import Shore
from kurilmap.sea.window import MILE_M, NARROW_M

Array = NDArray[np.float64]

WAYS_M = 30 * MILE_M
_GRID_DEG = 0.03
_CLOSE_M = 1.0
_ROUNDS = 40
_LONGEST_STEP_M = 500.0
_STEP_DEG = 0.01


@dataclass(frozen=True)
class Narrows:
    """A strait whose middle is left out of the territorial sea.

    Attributes
    ----------
    id : str
    holder : str
        Whose law says so; the rule binds nobody else.
    shores : tuple of str
        Units of the coast on its two sides.
    box : tuple of float
        Where to look for it: west, south, east, north.
    """

    id: str
    holder: str
    shores: tuple[str, str]
    box: tuple[float, float, float, float]


NARROWS: Sequence[Narrows] = (
    Narrows("soya", "JP", ("hokkaido", "sakhalin-south"), (141.3, 45.2, 142.7, 46.2)),
    Narrows("tsugaru", "JP", ("hokkaido", "honshu"), (139.5, 40.9, 142.0, 42.1)),
)
"""Soya / La Perouse and Tsugaru: of the five straits that Japan's law names, the two in the
window (Act on the Territorial Sea and the Contiguous Zone, supplementary provision 2)."""


def narrow_areas(shores: Mapping[str, Shore], narrows: Sequence[Narrows]) -> list[shapely.Polygon]:
    """Return where the three miles hold.

    A Cabinet Order draws the areas in law. Here an area is all places from which the ways to the
    two shores add up to 30 M or less: where twelve miles from both sides would close the strait,
    or leave less than six between them.

    Parameters
    ----------
    shores : mapping of str to Shore
        By unit of the coast.
    narrows : sequence of Narrows

    Returns
    -------
    list of shapely.Polygon
        EPSG:4326.
    """
    found = []
    for strait in narrows:
        both = tuple(shores[unit] for unit in strait.shores)
        west, south, east, north = strait.box
        lon, lat = np.meshgrid(
            np.arange(west, east, _GRID_DEG * 1.4), np.arange(south, north, _GRID_DEG)
        )
        centres = np.column_stack([lon.ravel(), lat.ravel()])
        inside = centres[_excess(centres, both) <= 0]
        if not len(inside):
            continue
        half = np.array([0.7, 0.5]) * _GRID_DEG * 1.0001
        cells = shapely.box(*(inside - half).T, *(inside + half).T)
        rough = max(shapely.get_parts(shapely.union_all(cells)), key=lambda part: part.area)
        ring = shapely.get_coordinates(shapely.segmentize(rough.exterior, _STEP_DEG))[:-1]
        area = shapely.make_valid(shapely.Polygon(_settled(ring, both)))
        found.append(max(shapely.get_parts(area), key=lambda part: part.area))
    return found


def fairway(area: shapely.Polygon, lines: Sequence[Array], shore: Shore) -> shapely.Polygon:
    """Return what of an area is more than three miles from land: its largest piece.

    A bay off the strait has none of its own: what the three miles close off stays territorial sea.

    Parameters
    ----------
    area : shapely.Polygon
    lines : sequence of array
        The limit of three miles, at least all of it that is in the area.
    shore : Shore

    Returns
    -------
    shapely.Polygon
        Empty where there is none.
    """
    noded = shapely.node(
        shapely.multilinestrings([area.exterior, *(shapely.LineString(line) for line in lines)])
    )
    pieces = shapely.get_parts(shapely.polygonize([noded]))
    points = shapely.get_coordinates(shapely.point_on_surface(pieces))
    far = shore.reach(points).metres > NARROW_M
    found = [piece for piece in pieces[far] if area.contains(piece.representative_point())]
    return max(found, key=lambda piece: piece.area, default=shapely.Polygon())


def _excess(points: Array, both: Sequence[Shore]) -> Array:
    """Return how much the ways to both shores add up to beyond 30 M."""
    total = sum(shore.reach(points).metres for shore in both)
    return np.asarray(total - WAYS_M)


def _settled(points: Array, both: Sequence[Shore]) -> Array:
    """Move points till the two ways add up to 30 M."""
    points = points.copy()
    left = np.arange(len(points))
    for _ in range(_ROUNDS):
        reaches = [shore.reach(points[left]) for shore in both]
        excess = reaches[0].metres + reaches[1].metres - WAYS_M
        wrong = np.abs(excess) > _CLOSE_M
        left = left[wrong]
        if not len(left):
            break
        here = Tangents.at(points[left])
        one, other = (here.away_from(reach.feet[wrong]) for reach in reaches)
        slope = one + other
        steepness = np.maximum((slope**2).sum(axis=1), 0.05)
        steps = -(excess[wrong] / steepness)[:, None] * slope
        length = np.hypot(*steps.T)
        steps *= np.minimum(1, _LONGEST_STEP_M / np.maximum(length, 1))[:, None]
        points[left] = here.moved(steps)
    return points
