"""The tables around the outlines: coast, places, straits, lines, claims, events, sources."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from kurilmap.errors import DataError
from kurilmap.geodata.records import features, records, source_table

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

_Table = TypeVar("_Table", bound="pd.DataFrame")
_COASTS = {"fine": "coast.geojson", "light": "coast-light.geojson"}


def coast(detail: Literal["fine", "light"] = "fine") -> "gpd.GeoDataFrame":
    """Return the land around the four groups, 138-158°E and 40-53°N.

    Parameters
    ----------
    detail : {"fine", "light"}, default "fine"
        "fine" (100 m or better) measures the sea; "light" is for drawing.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326; columns ``unit`` (hokkaido, sakhalin-south …), ``name_en``, ``name_ja``,
        ``name_ru``, ``geometry``.

    Raises
    ------
    kurilmap.errors.DataError
        If `detail` is neither word, or the file is missing or changed.

    Examples
    --------
    >>> "hokkaido" in set(coast("light")["unit"])
    True
    """
    if not isinstance(detail, str) or detail not in _COASTS:
        raise DataError(f"detail={detail!r} was given; allowed are 'fine' and 'light'.")
    return _geo_table(_COASTS[detail])


def places() -> "gpd.GeoDataFrame":
    """Return settlements, capes, lights and peaks.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, index ``id``; columns as in ``geo/README.md``; ``source`` is the first of
        ``sources``.

    Examples
    --------
    >>> set(places()["kind"]) <= {"settlement", "cape", "light", "peak"}
    True
    """
    return _with_source(_geo_table("places.geojson").set_index("id"))


def straits() -> "gpd.GeoDataFrame":
    """Return the straits, with published widths (km) and depths (m).

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, index ``id``; the point is a label's place, not a measure.

    Examples
    --------
    >>> len(straits()) > 5
    True
    """
    return _with_source(_geo_table("straits.geojson").set_index("id"))


def lines() -> "gpd.GeoDataFrame":
    """Return treaty lines, claimed lines and the line of control.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326, index ``id``; ``standing`` is "agreed", "claimed", "reported" or
        "constructed", ``rule_en`` tells how the course was drawn.

    Examples
    --------
    >>> lines().loc["treaty-1855", "standing"]
    'agreed'
    """
    return _with_source(_geo_table("lines.geojson").set_index("id"))


def claims() -> "pd.DataFrame":
    """Return each party's claim, in its own words as the kit reports them.

    Returns
    -------
    pandas.DataFrame
        Index ``party`` ("JP", then "RU"); columns ``title_en`` …, ``argument_en`` …, ``units``,
        ``line``, ``document`` (what it rests on: mappings of ``event``, ``name``, ``use`` and
        ``sources``), ``source``, ``sources``.

    Examples
    --------
    >>> claims().index.tolist()
    ['JP', 'RU']
    """
    return _with_source(_table("claims.toml", "claim").set_index("party"))


def events() -> "pd.DataFrame":
    """Return the dated events of the record, in date order.

    Returns
    -------
    pandas.DataFrame
        Index ``id``; columns ``date``, ``precision`` ("day", "month" or "year": how much
        of the date is known), ``title_en`` …, ``text_en`` …, ``source``, ``sources``.

    Examples
    --------
    >>> events()["date"].astype(str).is_monotonic_increasing
    True
    """
    table = _table("events.toml", "event").set_index("id").sort_values("date", key=_as_text)
    table["precision"] = table["precision"].fillna("day")
    return _with_source(table)


def proposals() -> "pd.DataFrame":
    """Return the proposals that are told in words only, in date order.

    What they say of the land is not known well enough to draw, or does not concern the four groups
    alone; :func:`kurilmap.scenarios.scenarios` has those that are drawn.

    Returns
    -------
    pandas.DataFrame
        Index ``id``; columns ``date`` (a date, a year, or "n.d."), ``title_en`` …, ``by_en`` …,
        ``text_en`` …, ``why_en`` … (why it is not drawn), ``source``, ``sources``.

    Examples
    --------
    >>> "moscow-1998" in proposals().index
    True
    """
    return _with_source(_table("proposals.toml", "proposal").set_index("id"))


def figures() -> "pd.DataFrame":
    """Return published figures with their vintage, never mixed with computed ones.

    Returns
    -------
    pandas.DataFrame
        Index ``id``; columns ``unit``, ``measure``, ``value``, ``units``, ``vintage``,
        ``covers``, ``source``, ``note``.

    Examples
    --------
    >>> float(figures().loc["gsi-2025-shikotan", "value"])
    247.65
    """
    return _table("figures.toml", "figure").set_index("id")


def sources() -> "pd.DataFrame":
    """Return the bibliography, each entry with the day on which it was checked.

    Returns
    -------
    pandas.DataFrame
        Index ``id``; columns ``title``, ``publisher``, ``year``, ``language``, ``url``,
        ``checked``, ``kind``, ``link``, ``note`` and ``source`` (the id again, so that every
        table has that column).

    Examples
    --------
    >>> bool(sources()["checked"].notna().all())
    True
    """
    import pandas as pd

    rows = [{"id": key, "source": key, **row} for key, row in source_table().items()]
    return pd.DataFrame(rows).set_index("id")


def _geo_table(name: str) -> "gpd.GeoDataFrame":
    import geopandas as gpd

    return gpd.GeoDataFrame.from_features(features(name), crs="EPSG:4326")


def _table(name: str, key: str) -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame([_flat(row) for row in records(name)[key]])


def _as_text(column: "pd.Series[Any]") -> "pd.Series[str]":
    """Order dates and bare years alike: both begin with the year."""
    return column.astype(str)


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Spread a text in three languages over three columns: title -> title_en …."""
    flat: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, Mapping):
            flat.update({f"{key}_{lang}": text for lang, text in value.items()})
        else:
            flat[key] = value
    return flat


def _with_source(table: _Table) -> _Table:
    table["source"] = [ids[0] for ids in table["sources"]]
    return table
