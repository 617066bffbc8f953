"""``km.sea``: from a scenario to its tables."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kurilmap.scenarios import Scenario, scenario, scenarios
from kurilmap.sea.model import SeaZones
from kurilmap.sea.notes import notes

if TYPE_CHECKING:
    import geopandas as gpd

    from kurilmap.sea.solve import Solved

TODAY = "status-quo"
"""The scenario that changes are told against."""


def sea(scenario: "Scenario | str", *, kaigara: bool = False) -> SeaZones:
    """Return the waters of a scenario.

    Parameters
    ----------
    scenario : Scenario or str
        Or its id in the catalogue.
    kaigara : bool, default False
        Whether Kaigara / Signalnyy, a low-tide elevation, counts as shore; it follows the holder
        of Habomai.

    Returns
    -------
    SeaZones

    Raises
    ------
    kurilmap.errors.UnknownScenario
        If there is no such scenario.
    kurilmap.errors.ScenarioError
        If a cut cannot be made.
    """
    from kurilmap.sea.solve import solve

    given = _scenario(scenario)
    return _tables(given.id, solve(given, _scenario(TODAY), kaigara), kaigara)


def seas(
    given: "Iterable[Scenario | str] | None" = None, *, kaigara: bool = False
) -> dict[str, SeaZones]:
    """Return the waters of several scenarios, sharing what does not change between them.

    Parameters
    ----------
    given : iterable of Scenario or str, optional
        All of the catalogue where it is not given.
    kaigara : bool, default False

    Returns
    -------
    dict of str to SeaZones
        By id, in the order given.
    """
    wanted = [_scenario(one) for one in (scenarios() if given is None else given)]
    return {one.id: sea(one, kaigara=kaigara) for one in wanted}


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


def _table(columns: tuple[str, ...], rows: "list[tuple]") -> "gpd.GeoDataFrame":  # type: ignore[type-arg]
    import geopandas as gpd

    data = {name: [row[place] for row in rows] for place, name in enumerate(columns)}
    return gpd.GeoDataFrame(data, geometry=[row[-1] for row in rows], crs="EPSG:4326")
