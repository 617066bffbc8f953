"""Cut islands by a geodesic: at a share of their area, at a bearing, or along a drawn line."""

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from kurilmap.errors import ScenarioError
from kurilmap.geodesy import plot as plots
from kurilmap.geodesy.frame import Frame
from kurilmap.geodesy.measure import polygons_of
from kurilmap.geodesy.parcels import Parcel, along, at_area, inner_points
from kurilmap.geodesy.plot import Plot


@dataclass(frozen=True, eq=False)
class Cut:
    """What a cut gives.

    Attributes
    ----------
    taken, rest : shapely.MultiPolygon
        EPSG:4326; `taken` lies on the side named. Cut edges are densified to 500 m or less.
    lines : tuple of shapely.LineString
        The cut where it runs on land, EPSG:4326, densified likewise.
    """

    taken: shapely.MultiPolygon
    rest: shapely.MultiPolygon
    lines: tuple[shapely.LineString, ...]


def cut(
    geometry: BaseGeometry,
    share: float | None = None,
    *,
    side: str = "southwest",
    bearing: float | None = None,
    line: shapely.LineString | None = None,
) -> Cut:
    """Cut land in two by a geodesic.

    Parameters
    ----------
    geometry : shapely.Polygon or shapely.MultiPolygon
        EPSG:4326.
    share : float, optional
        What part of the area lies on `side`: above 0 and below 1. Not with `line`.
    side : str, default "southwest"
        The side from which the share is counted, one of
        :data:`kurilmap.geodesy.compass.SIDES`.
    bearing : float, optional
        Azimuth of the cut in degrees, at the middle of the geometry's bounds. Square to the
        long axis of the largest polygon where it is not given.
    line : shapely.LineString, optional
        The cut itself, instead of `share` and `bearing`; from shore to shore, EPSG:4326.

    Returns
    -------
    Cut
        The parts add up to the whole, and `taken` is `share` of it, to 1 m² each.

    Raises
    ------
    kurilmap.errors.ScenarioError
        If neither or both of `share` and `line` are given, if the share is not within 0 and 1,
        if the line is no cut of this land, or if the cut runs along `side`.

    Notes
    -----
    Areas are geodesic on WGS84 and the cut is straight in an ellipsoidal gnomonic frame
    (Karney 2013, sections 6 and 8).

    Examples
    --------
    >>> from kurilmap.geodesy import area
    >>> parts = cut(shapely.box(147, 45, 147.4, 45.1), 0.25, side="west")
    >>> round(area(parts.taken) / area(shapely.box(147, 45, 147.4, 45.1)), 9)
    0.25
    """
    if (share is None) == (line is None) or (line is not None and bearing is not None):
        raise ScenarioError("Give a share, with or without a bearing, or else a line.")
    frame = Frame.around(geometry)
    ground = [Plot(polygon, frame) for polygon in polygons_of(geometry)]
    parcels = [Parcel.whole(plot) for plot in ground]
    if line is not None:
        divider = along(parcels, line, side)
    else:
        check_share(share)
        target = float(share or 0) * sum(plot.area for plot in ground)
        divider = at_area(parcels, target, side, bearing)
    taken: list[plots.Piece] = []
    rest: list[plots.Piece] = []
    for plot in ground:
        polygons = plots.split(plot.flat, [divider.line])
        inside = divider.takes(inner_points(polygons))
        for piece, is_taken in zip(plots.finish(plot, polygons), inside, strict=True):
            (taken if is_taken else rest).append(piece)
    return Cut(
        shapely.MultiPolygon([piece.polygon for piece in taken]),
        shapely.MultiPolygon([piece.polygon for piece in rest]),
        tuple(edge for piece in taken for edge in piece.cut_edges),
    )


def check_share(share: object) -> None:
    """Refuse a share that is no number between 0 and 1.

    Parameters
    ----------
    share : object

    Raises
    ------
    kurilmap.errors.ScenarioError
    """
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 < share < 1:
        raise ScenarioError(f"share={share!r} was given; allowed is more than 0 and less than 1.")
