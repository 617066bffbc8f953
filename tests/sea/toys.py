"""Toy land in a small sea, near enough to the kit's for its window's sphere, with known answers."""

import numpy as np
import shapely

from kurilmap.sea.country import Country, shore_lines
from kurilmap.sea.waters import Waters

SEA = shapely.Polygon(shapely.segmentize(shapely.box(145, 43, 149, 47).exterior, 0.05))


def rock(lon, lat, size=0.01):
    """Return a square of some size in degrees about a point."""
    return shapely.box(lon - size / 2, lat - size / 2, lon + size / 2, lat + size / 2)


def sea_of(window=SEA, **land):
    """Return the waters around toy land: sea_of(west=[rock(146, 45)], east=[rock(148, 45)])."""
    lines = {name: shore_lines(polygons) for name, polygons in land.items()}
    return Waters.of(Country(land, {name: (name,) for name in land}, lines), window)


def facing(corners, seed=1):
    """Return two shores that face each other, with so many corners in all, rough as coasts are."""
    random = np.random.default_rng(seed)
    half = corners // 2
    lat = np.linspace(43.2, 46.8, half)
    # A walk: the more corners, the shorter its steps, so that a finer coast is not a longer one.
    step = 3.6 / half
    west, east = (lon + step * random.normal(size=half).cumsum() for lon in (146.2, 147.8))
    return (
        shapely.Polygon([(145.2, 43.2), *zip(west, lat, strict=True), (145.2, 46.8)]),
        shapely.Polygon([(148.8, 43.2), *zip(east, lat, strict=True), (148.8, 46.8)]),
    )
