"""OpenStreetMap's land, as the package roaring-landmask carries it."""

from __future__ import annotations

import shapely
from shapely.geometry import Polygon

Box = tuple[float, float, float, float]


def land(box: Box) -> list[Polygon]:
    """Return every land polygon that meets a box (west, south, east, north), whole."""
    try:
        from roaring_landmask import LandmaskProvider, Shapes
    except ImportError as error:
        message = (
            "roaring-landmask 0.11.0 is not installed here; run `make geo`, "
            "which installs geo/build/requirements.txt into an environment of its own"
        )
        raise SystemExit(message) from error
    parts = shapely.get_parts(shapely.from_wkb(Shapes.wkb(LandmaskProvider.Osm)))
    west, south, east, north = shapely.bounds(parts).T
    meets = (east >= box[0]) & (west <= box[2]) & (north >= box[1]) & (south <= box[3])
    return list(parts[meets])
