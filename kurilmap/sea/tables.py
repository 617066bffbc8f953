"""``km.sea``: from a scenario to its tables."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kurilmap.scenarios import Scenario, scenario, scenarios
from kurilmap.sea import cache
from kurilmap.sea.model import SeaZones
from kurilmap.sea.notes import notes
from kurilmap.sea.progress import Report, reporting

if TYPE_CHECKING:
    import geopandas as gpd

    from kurilmap.sea.solve import Solved

TODAY = "status-quo"
"""The scenario that changes are told against."""


def sea(
    scenario: "Scenario | str", *, kaigara: bool = False, progress: bool | Report = False
) -> SeaZones:
    """Return the waters of a scenario.

    What comes out is kept on disk, in the user's cache folder or in the one that the environment
    variable ``KURILMAP_CACHE`` names (empty: nowhere), till coast, scenario or method change.

    Parameters
    ----------
    scenario : Scenario or str
        Or its id in the catalogue.
    kaigara : bool, default False
        Whether Kaigara / Signalnyy, a low-tide elevation, counts as shore; it follows the holder
        of Habomai.
    progress : bool or callable, default False
        True draws a bar on the terminal; a callable is told (done, total, what comes next).

    Returns
    -------
    SeaZones
        A provisional line from coastlines: an agreed or adjudicated one may differ.

    Raises
    ------
    kurilmap.errors.UnknownScenario
        If there is no such scenario.
    kurilmap.errors.ScenarioError
        If a cut cannot be made.

    Examples
    --------
    >>> today = sea("status-quo")
    >>> today.zones[["holder", "zone"]].values.tolist()[0]
    ['JP', 'territorial sea']
    >>> len(today.changes), today.residual_m < 1
    (0, True)
    """
    given = _scenario(scenario)
    return seas([given], kaigara=kaigara, progress=progress)[given.id]


def seas(
    given: "Iterable[Scenario | str] | None" = None,
    *,
    kaigara: bool = False,
    progress: bool | Report = False,
) -> dict[str, SeaZones]:
    """Return the waters of several scenarios, sharing what does not change between them.

    Parameters
    ----------
    given : iterable of Scenario or str, optional
        All of the catalogue where it is not given.
    kaigara, progress
        As in :func:`sea`.

    Returns
    -------
    dict of str to SeaZones
        By id, in the order given.
    """
    wanted = [_scenario(one) for one in (scenarios() if given is None else given)]
    today = _scenario(TODAY)
    found: dict[str, SeaZones] = {}
    with reporting(progress) as report:
        for number, one in enumerate(wanted):
            report(number, len(wanted), str(one.title))
            found[one.id] = _tables(one.id, _solved(one, today, kaigara), kaigara)
        report(len(wanted), len(wanted), "")
    return found


def _solved(given: Scenario, today: Scenario, kaigara: bool) -> "Solved":
    key = cache.key_of(given, today, kaigara)
    solved = cache.load(key)
    if solved is None:
        from kurilmap.sea.solve import solve

        solved = solve(given, today, kaigara)
        cache.save(key, solved)
    return solved


def _scenario(given: "Scenario | str") -> Scenario:
    return given if isinstance(given, Scenario) else scenario(given)


def _tables(id_: str, solved: "Solved", kaigara: bool) -> SeaZones:
    from kurilmap.sea.window import window

    return SeaZones(
        scenario=id_,
        boundary=_table(("between", "kind", "length_km"), solved.boundary),
        zones=_table(("holder", "zone", "area_km2"), solved.zones),
        changes=_table(("before", "after", "zone", "area_km2"), solved.changes),
        residual_m=solved.residual_m,
        limit_residual_m=solved.limit_residual_m,
        unresolved=tuple(solved.unresolved),
        window=window(),
        kaigara=kaigara,
        notes=notes(kaigara),
    )


def _table(columns: tuple[str, ...], rows: list[Any]) -> "gpd.GeoDataFrame":
    import geopandas as gpd

    data = {name: [row[place] for row in rows] for place, name in enumerate(columns)}
    return gpd.GeoDataFrame(data, geometry=[row[-1] for row in rows], crs="EPSG:4326")
