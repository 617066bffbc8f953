"""Files of what the kit knows: pages, pictures, GIS files and tables; the suffix says which."""

import os
from pathlib import Path
from typing import Any

from kurilmap import files
from kurilmap.errors import MapError, WriteError
from kurilmap.words import check_lang

__all__ = ["SUFFIXES", "check_path", "export"]

_PAGES = (".html",)
_PICTURES = (".png", ".svg", ".pdf")
_GIS = (".gpkg", ".geojson", ".kml")
_TABLES = (".csv",)
SUFFIXES = (*_PAGES, *_PICTURES, *_GIS, *_TABLES)
"""What a file's name may end in."""


def export(
    thing: Any, path: str | os.PathLike[str], *, lang: str | None = None, size: str = "page"
) -> Path:
    """Write a file of a thing; what its name ends in says of which kind.

    Parameters
    ----------
    thing : Scenario, str, Comparison, SeaZones, pandas.DataFrame, geopandas.GeoDataFrame or Map
        A text is the id of a scenario, or the path of a .toml or .geojson file. Tables are those
        of the kit, such as :func:`kurilmap.islands`, or your own.
    path : str or path
        Ends in .html (a page that needs no network), .png, .svg, .pdf (a printed map; of a Map
        the scenarios that are chosen in it, or the islands, and no other layer), .gpkg
        (every layer, with styles for QGIS), .kml (for Google Earth), .geojson or .csv (one table:
        of a scenario the land, of waters the zones, of a comparison the measures). Its folder must
        be there.
    lang : {"en", "ja", "ru"}, optional
        Of titles, legends and notes; columns keep their names. That of the thing where it has
        one, else English. A map has a language of its own in a page.
    size : {"page", "column", "slide"}, default "page"
        Of a picture: A4 on its side, 89 mm wide, or 16:9.

    Returns
    -------
    pathlib.Path
        The path that was given. A file that was there stays until the new one is whole.

    Raises
    ------
    kurilmap.errors.WriteError
        If the name ends in something else, or the file cannot be written.
    kurilmap.errors.MapError
        If the thing cannot be such a file, and the message says what it can be; or for a size
        that there is not.
    kurilmap.errors.MissingExtra
        If a picture is asked for and matplotlib, or a font for the language, is not installed.
    kurilmap.errors.UnknownScenario
        If no scenario has the id.
    kurilmap.errors.ScenarioError
        If a file cannot be read, or is no scenario.
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Notes
    -----
    Coordinates are degrees, EPSG:4326, longitude first; areas km², geodesic on WGS84. Each file
    carries sources, licence (ODbL, © OpenStreetMap contributors), method and version. The same
    input gives the same bytes.

    Examples
    --------
    >>> import tempfile
    >>> import geopandas as gpd
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = export("aso-quarter", folder + "/aso.geojson")
    ...     gpd.read_file(file)["holder"].tolist()
    ['JP', 'JP', 'JP', 'JP', 'RU']
    >>> export("aso-quarter", "aso.shp")
    Traceback (most recent call last):
    kurilmap.errors.WriteError: Cannot write aso.shp: ...
    """
    from kurilmap.export.given import found
    from kurilmap.printed import picture
    from kurilmap.printed.sizes import check_size

    if lang is not None:
        check_lang(lang)
    suffix = check_path(path)
    check_size(size)
    given = found(thing)
    if suffix in _PAGES:
        from kurilmap.export.pages import page_map
        from kurilmap.page import to_html

        return files.write_text(path, to_html(page_map(given, lang)))
    if suffix in _PICTURES:
        return files.write_bytes(path, picture(given, suffix, lang=lang, size=size))
    told = lang or str(getattr(given, "lang", "en"))
    return files.write_bytes(path, _data(given, suffix, told))


def _data(thing: Any, suffix: str, lang: str) -> bytes:
    from branca.element import Element

    from kurilmap.export.given import dataset

    if isinstance(thing, Element):
        from kurilmap.maps import Map

        kinds = (*_PAGES, *_PICTURES) if isinstance(thing, Map) else _PAGES
        raise MapError(
            f"A map was given for {suffix}; it can be {', '.join(kinds)}. For {suffix} give the "
            "Scenario, Comparison, SeaZones or table that it shows."
        )
    if suffix == ".csv":
        from kurilmap.export.tables import csv

        return csv(dataset(thing, lang, only_first=True)).encode()
    data = dataset(thing, lang, only_first=suffix == ".geojson")
    if not any(layer.has_shapes for layer in data.layers):
        raise MapError(f"A table without shapes was given for {suffix}; it can be .csv.")
    if suffix == ".geojson":
        from kurilmap.export.geojson import geojson

        return geojson(data).encode()
    if suffix == ".gpkg":
        from kurilmap.export.gpkg import gpkg

        return gpkg(data)
    from kurilmap.export.kml import kml

    return kml(data)


def check_path(path: object) -> str:
    """Return the kind of file that is asked for, before anything is worked out.

    Parameters
    ----------
    path : str or path

    Returns
    -------
    str
        One of :data:`SUFFIXES`.

    Raises
    ------
    kurilmap.errors.WriteError
        If it is none of them, or no file can be written there.

    Examples
    --------
    >>> check_path("islands.GPKG")
    '.gpkg'
    """
    if not isinstance(path, str | os.PathLike):
        raise WriteError(f"Cannot write {path!r:.80}: a path is text or a pathlib.Path.")
    suffix = Path(os.fsdecode(path)).suffix.lower()
    suffix = ".html" if suffix == ".htm" else suffix  # as `kurilmap map` takes it
    if suffix not in SUFFIXES:
        raise WriteError(f"Cannot write {path}: a name ends in one of {', '.join(SUFFIXES)}.")
    files.check_files([path])
    return suffix
