"""What changes hands between two scenarios."""

from typing import TYPE_CHECKING

import shapely

from kurilmap.scenarios import HOLDERS, Piece, Scenario, pieces

if TYPE_CHECKING:
    import geopandas as gpd

_Key = tuple[str, str, str, str, str]
COLUMNS = ("unit", "from", "to", "administers_from", "administers_to", "geometry", "area_km2")


def difference(a: Scenario, b: Scenario) -> "gpd.GeoDataFrame":
    """Return the land that has another holder, or another administration, in the second scenario.

    Parameters
    ----------
    a, b : Scenario
        With ids that differ.

    Returns
    -------
    geopandas.GeoDataFrame
        EPSG:4326; one row a unit and change: ``unit``, ``from``, ``to`` (holders),
        ``administers_from``, ``administers_to``, ``geometry`` and ``area_km2`` (geodesic, WGS84,
        in km², not rounded). Empty where nothing changes hands.

    Raises
    ------
    kurilmap.errors.ScenarioError
        If the two have one id, or a cut cannot be made.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> moved = difference(scenario("status-quo"), scenario("two-islands-1956"))
    >>> moved[["unit", "from", "to"]].values.tolist()
    [['habomai', 'RU', 'JP'], ['shikotan', 'RU', 'JP']]
    """
    return table(changed(pieces([a, b]), a.id, b.id))


def changed(found: list[Piece], a: str, b: str) -> dict[_Key, list[Piece]]:
    """Return the pieces whose fate differs, by unit and change.

    Parameters
    ----------
    found : list of Piece
        As :func:`kurilmap.scenarios.pieces` gives them for both.
    a, b : str
        The scenarios' ids.

    Returns
    -------
    dict
        From (unit, holder, holder, administers, administers), in the data's order of units and the
        machine order of holders.
    """
    moved: dict[_Key, list[Piece]] = {}
    for piece in found:
        holders, parties = piece.holders, piece.administers
        if (holders[a], parties[a]) != (holders[b], parties[b]):
            key = (piece.unit, holders[a], holders[b], parties[a], parties[b])
            moved.setdefault(key, []).append(piece)
    units = list(dict.fromkeys(piece.unit for piece in found))
    order = sorted(moved, key=lambda key: (units.index(key[0]), *map(HOLDERS.index, key[1:])))
    return {key: moved[key] for key in order}


def table(moved: dict[_Key, list[Piece]]) -> "gpd.GeoDataFrame":
    """Return changes as a table.

    Parameters
    ----------
    moved : dict
        As :func:`changed` gives them.

    Returns
    -------
    geopandas.GeoDataFrame
    """
    import geopandas as gpd

    rows = [
        {
            **dict(zip(COLUMNS, key, strict=False)),
            "geometry": shapely.MultiPolygon([piece.geometry for piece in found]),
            "area_km2": sum(piece.area_m2 for piece in found) / 1e6,
        }
        for key, found in moved.items()
    ]
    return gpd.GeoDataFrame(rows, columns=list(COLUMNS), geometry="geometry", crs="EPSG:4326")
