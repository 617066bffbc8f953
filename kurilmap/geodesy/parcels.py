"""Land still to be divided: find the line that divides it, and what that line takes and leaves."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from kurilmap.errors import ScenarioError
from kurilmap.geodesy import plot as plots
from kurilmap.geodesy.compass import across, away_from
from kurilmap.geodesy.divider import Divider, bent, straight
from kurilmap.geodesy.enclosure import enclosing
from kurilmap.geodesy.measure import area
from kurilmap.geodesy.plot import Plot
from kurilmap.geodesy.profile import Profile

# The solver stops here; what is promised is 1 m², so that is the least that a part may have.
_TOLERANCE_M2 = 0.05
_LEAST_M2 = 1.0


@dataclass(frozen=True, eq=False)
class Parcel:
    """A plot, or the part of one that is still to be divided.

    Attributes
    ----------
    plot : Plot
    flat : shapely.Polygon
        The part, in the plot's frame.
    area : float
        Its geodesic area in square metres.
    """

    plot: Plot
    flat: shapely.Polygon
    area: float

    @classmethod
    def whole(cls, plot: Plot) -> "Parcel":
        """Return a plot as one parcel, its area kept."""
        return cls(plot, plot.flat, plot.area)


def at_area(
    parcels: Sequence[Parcel], target: float, side: str, bearing: float | None = None
) -> Divider:
    """Return the straight cut that has an area on its side.

    Parameters
    ----------
    parcels : sequence of Parcel
        All in one frame.
    target : float
        Square metres; 1 m² or more, and as much is left.
    side : str
    bearing : float, optional
        Degrees at the frame's centre; by default square to the largest parcel's long axis.

    Returns
    -------
    Divider

    Raises
    ------
    kurilmap.errors.ScenarioError
        If the target is out of reach, or the cut runs along `side`.
    """
    total = sum(parcel.area for parcel in parcels)
    if not _LEAST_M2 <= target <= total - _LEAST_M2:
        left = total - target
        what = _told(target) if left < 0 or left >= _LEAST_M2 else f"all but {_told(left)}"
        raise ScenarioError(
            f"the cut was to take {what} of the {_told(total)} that are there to divide; allowed "
            "is what leaves each part 1 m² or more."
        )
    if bearing is None:
        bearing = across(max(parcels, key=lambda parcel: parcel.area).flat)
    normal = away_from(side, bearing)
    radius = parcels[0].plot.frame.radius
    # Measured from the smaller part, for there is less of its shore to go through.
    sign = 1.0 if 2 * target <= total else -1.0
    target = target if sign > 0 else total - target
    profile = Profile([parcel.flat for parcel in parcels], sign * normal, radius)
    aim = target * profile.total / total
    for _ in range(20):
        offset = profile.offset(min(max(aim, 0.0), profile.total))
        missing = target - taken_area(parcels, straight(sign * normal, offset))
        if abs(missing) < _TOLERANCE_M2:
            break
        # Sphere and ellipsoid differ by a millionth, so what is missing there is missing here.
        aim += missing
    else:
        raise ScenarioError(
            f"no cut at {bearing:.1f} degrees takes {target / 1e6:.6g} km² to within 1 m² here; "
            "give another bearing, or draw the line."
        )
    return straight(normal, sign * offset)


def along(parcels: Sequence[Parcel], line: shapely.LineString, side: str) -> Divider:
    """Return the cut along a drawn line.

    Parameters
    ----------
    parcels : sequence of Parcel
        All in one frame.
    line : shapely.LineString
        EPSG:4326.
    side : str

    Returns
    -------
    Divider

    Raises
    ------
    kurilmap.errors.ScenarioError
        If the line does not part this land in two; see :func:`kurilmap.geodesy.divider.bent`.
    """
    divider = bent(line, side, parcels[0].plot.frame, [parcel.flat for parcel in parcels])
    total = sum(parcel.area for parcel in parcels)
    if not _LEAST_M2 <= taken_area(parcels, divider) <= total - _LEAST_M2:
        raise ScenarioError(
            "the line given misses the island: it leaves all land on one side, or all but 1 m². "
            "Draw it across, from shore to shore."
        )
    return divider


def within(parcels: Sequence[Parcel], polygon: shapely.Polygon) -> Divider:
    """Return the cut that takes what a polygon covers.

    Parameters
    ----------
    parcels : sequence of Parcel
        All in one frame.
    polygon : shapely.Polygon
        EPSG:4326.

    Returns
    -------
    Divider

    Raises
    ------
    kurilmap.errors.ScenarioError
        If the polygon covers none of this land, or all of it; see
        :func:`kurilmap.geodesy.enclosure.enclosing`.
    """
    divider = enclosing(polygon, parcels[0].plot.frame, [parcel.flat for parcel in parcels])
    total = sum(parcel.area for parcel in parcels)
    taken = taken_area(parcels, divider)
    if taken < _LEAST_M2:
        raise ScenarioError(
            "the polygon given covers no land that is there to divide, or less than 1 m² of it. "
            "Draw it over a part of the island."
        )
    if taken > total - _LEAST_M2:
        raise ScenarioError(
            "the polygon given covers all land that is there to divide, or all but 1 m². Assign "
            "the unit whole, or draw the polygon over a part of it."
        )
    return divider


def taken_area(parcels: Sequence[Parcel], divider: Divider) -> float:
    """Return the geodesic area that a divider takes.

    Parameters
    ----------
    parcels : sequence of Parcel
    divider : Divider

    Returns
    -------
    float
        Square metres. Parcels that the line does not meet are not measured again.
    """
    taken = 0.0
    for parcel in parcels:
        if divider.line.intersects(parcel.flat):
            clipped = shapely.intersection(parcel.flat, divider.taken)
            taken += area(parcel.plot.frame.unproject(clipped))
        elif divider.takes(inner_points([parcel.flat]))[0]:
            taken += parcel.area
    return taken


def left_over(parcels: Sequence[Parcel], divider: Divider) -> list[Parcel]:
    """Return what a divider leaves of some parcels.

    Parameters
    ----------
    parcels : sequence of Parcel
    divider : Divider

    Returns
    -------
    list of Parcel
    """
    rest: list[Parcel] = []
    for parcel in parcels:
        polygons = plots.split(parcel.flat, [divider.line])
        for polygon, gone in zip(polygons, divider.takes(inner_points(polygons)), strict=True):
            if gone:
                continue
            whole = len(polygons) == 1
            square = parcel.area if whole else area(parcel.plot.frame.unproject(polygon))
            rest.append(Parcel(parcel.plot, polygon, square))
    return rest


def inner_points(polygons: Sequence[shapely.Polygon]) -> NDArray[np.float64]:
    """Return a point inside each polygon.

    Parameters
    ----------
    polygons : sequence of shapely.Polygon

    Returns
    -------
    array of shape (n, 2)
    """
    return shapely.get_coordinates(shapely.point_on_surface(list(polygons)))


def _told(square: float) -> str:
    return f"{square / 1e6:,.6g} km²" if square >= 1e4 else f"{square:.6g} m²"
