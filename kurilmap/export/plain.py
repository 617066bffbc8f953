"""Tables as every format can hold them: flat columns of numbers, truths and clean text."""

import json
import math
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from kurilmap.errors import MapError

if TYPE_CHECKING:
    import pandas as pd

CRS = "EPSG:4326"
# What XML has no form for: control characters, halves of surrogate pairs, two non-characters.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    r"""Return a text without the characters that XML and SQLite have no form for.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> clean("two\x00 islands\x1b")
    'two islands'
    """
    return _UNFIT.sub("", line_feeds(text))


def line_feeds(text: str) -> str:
    r"""Return a text whose every line ends in a line feed, whatever it ended in.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> line_feeds("two\r\nislands\r")
    'two\nislands\n'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


def plain(table: "pd.DataFrame") -> "pd.DataFrame":
    """Return a copy of a table that reads back as it was written.

    Parameters
    ----------
    table : pandas.DataFrame or geopandas.GeoDataFrame

    Returns
    -------
    pandas.DataFrame or geopandas.GeoDataFrame
        EPSG:4326, rings by the right-hand rule; a named index as its first column; lists as text
        with semicolons between, dates as ISO text, other things as JSON.

    Raises
    ------
    kurilmap.errors.MapError
        If the table has shapes but no CRS, or a shape across 180°; two columns of one name, small
        and capital letters alike; or complex numbers.

    Examples
    --------
    >>> from kurilmap.geodata import lines
    >>> plain(lines())["id"].tolist()[0]
    'treaty-1855'
    """
    import geopandas as gpd
    import pandas as pd

    named = [name for name in table.index.names if name is not None]
    flat = table.reset_index(level=named) if named else table.copy()
    flat = flat.reset_index(drop=True)
    has_shapes = isinstance(flat, gpd.GeoDataFrame) and flat.active_geometry_name is not None
    shapes = _shapes(flat) if has_shapes else None
    if shapes is not None:
        flat = flat.drop(columns=flat.geometry.name)
    flat.columns = [clean(str(name)) for name in flat.columns]
    _check_names([*flat.columns, *([] if shapes is None else ["geometry"])])
    for name in flat.columns:
        flat[name] = _column(flat[name])
    flat = pd.DataFrame(flat)
    return flat if shapes is None else gpd.GeoDataFrame(flat, geometry=shapes, crs=CRS)


def _shapes(table: Any) -> Any:
    import shapely

    if table.crs is None:
        raise MapError(
            "A table without a CRS was given; say which its coordinates are in: "
            'table.set_crs("EPSG:4326").'
        )
    found = table.geometry.to_crs(CRS)
    west, _, east, _ = found.total_bounds
    if west < -180 or east > 180:
        raise MapError(
            f"Shapes from {west:.1f} to {east:.1f} degrees of longitude were given; allowed are "
            "-180 to 180. Cut what crosses 180° in two there."
        )
    return shapely.orient_polygons([_open(shape) for shape in found.array])


def _open(shape: Any) -> Any:
    """Return a ring as the line that files have for it, and any other shape as it is."""
    import shapely

    return shapely.LineString(shape) if getattr(shape, "geom_type", "") == "LinearRing" else shape


def _check_names(names: Iterable[str]) -> None:
    seen: dict[str, str] = {}
    for name in names:
        if (low := name.lower()) in seen:
            raise MapError(
                f"Two columns were given, {seen[low]!r} and {name!r}, that files do not tell "
                "apart; rename one of them."
            )
        seen[low] = name


def _column(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """Numbers and truths stay as they are; all else becomes text, and what is missing None."""
    import pandas as pd

    if pd.api.types.is_complex_dtype(column):
        raise MapError(
            f"Column {column.name!r} of complex numbers was given, which no file holds; give two."
        )
    if pd.api.types.is_bool_dtype(column) or pd.api.types.is_numeric_dtype(column):
        return column
    texts = [_text(value) for value in column]
    return pd.Series(texts, index=column.index, dtype=object)


def _text(value: Any) -> str | None:
    import pandas as pd

    if (
        value is None
        or (isinstance(value, float) and math.isnan(value))
        or value is pd.NaT
        or value is pd.NA
    ):
        return None
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return clean("; ".join(value))
    if isinstance(value, Mapping | list | tuple):
        return clean(json.dumps(value, ensure_ascii=False, default=str))
    return clean(str(value))
