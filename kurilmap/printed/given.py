"""From what a user gives to the plate that shows it."""

from typing import Any

import shapely

from kurilmap import geodata, telling
from kurilmap.errors import MapError
from kurilmap.geodesy import area as area_m2
from kurilmap.layers import in_lang
from kurilmap.maps import Map
from kurilmap.printed.partitions import comparison_plate, scenario_plate
from kurilmap.printed.plate import Land, Panel, Plate, Row
from kurilmap.printed.waters import waters_plate
from kurilmap.scenarios import Scenario, scenario
from kurilmap.scenarios.refusal import shown
from kurilmap.sea import SeaZones
from kurilmap.words import check_lang, say

_TODAY = "status-quo"


def plate_of(thing: Any, lang: str | None) -> tuple[Plate, str]:
    """Return what is to be printed, and in which language.

    Parameters
    ----------
    thing : Scenario, Comparison, SeaZones, geopandas.GeoDataFrame or Map
    lang : {"en", "ja", "ru"} or None
        None for the thing's own, which is English where it has none.

    Returns
    -------
    tuple of (Plate, str)

    Raises
    ------
    kurilmap.errors.MapError
        If it is nothing that can be printed.
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.
    """
    own = getattr(thing, "page_lang", None) or getattr(thing, "lang", None)
    told = check_lang(lang or (own if isinstance(own, str) else "en"))
    return _plate(thing, told), told


def _plate(thing: Any, lang: str) -> Plate:
    if isinstance(thing, Scenario):
        return scenario_plate(thing, lang)
    if isinstance(thing, SeaZones):
        return waters_plate(thing, lang)
    if isinstance(thing, Map):
        return _map_plate(thing, lang)
    # A Comparison stands above this floor: it is known by what it has.
    if hasattr(thing, "scenarios") and hasattr(thing, "difference"):
        return _several(tuple(thing.scenarios), lang)
    if hasattr(thing, "geometry") and hasattr(thing, "index"):
        return _islands_plate(thing, lang)
    raise MapError(
        f"{shown(thing)} was given to be printed; allowed are a Scenario, a Comparison (compare), "
        "SeaZones (sea), islands() and a kurilmap.Map."
    )


def _several(scenarios: tuple[Scenario, ...], lang: str) -> Plate:
    if len(scenarios) == 1:
        return scenario_plate(scenarios[0], lang)
    if len(scenarios) == 2:
        a, b = (one.title[lang] for one in scenarios)
        return comparison_plate(scenarios, say("compare.title", lang, a=a, b=b), lang)
    title = say("compare.title-several", lang, count=len(scenarios))
    return comparison_plate(scenarios, title, lang)


def _map_plate(given: Map, lang: str) -> Plate:
    """Return what a map shows when it is opened."""
    panel = given.panel
    if panel.pair:
        return _several(tuple(panel.scenarios), lang)
    for one in panel.scenarios:
        if one.id == panel.chosen:
            return scenario_plate(one, lang)
    shown = {getattr(child, "factory", "") for child in given._children.values()}
    if "timeline" in shown and not panel.scenarios:
        return scenario_plate(scenario(_TODAY), lang)
    return _islands(geodata.islands(), in_lang(panel.title, lang), lang)


def _islands_plate(frame: Any, lang: str) -> Plate:
    units = [str(unit) for unit in frame.index]
    known = {*geodata.UNITS, *(island.unit for island in geodata.island_shapes())}
    if unknown := next((unit for unit in units if unit not in known), None):
        raise MapError(
            f"A table with the row {unknown!r} was given to be printed; allowed are rows of "
            "islands(), whose index is the unit."
        )
    if not units:
        raise MapError("A table without rows was given to be printed; give some of islands().")
    return _islands(
        frame if frame.crs is None else frame.to_crs("EPSG:4326"),
        say("printed.islands", lang),
        lang,
    )


def _islands(frame: Any, title: str, lang: str) -> Plate:
    """Return the islands with no holder: who holds them and who claims them is said in words."""
    found: dict[str, list[Any]] = {unit: [] for unit in geodata.UNITS}
    for unit, shape in zip(frame.index, frame.geometry, strict=True):
        found[str(unit).partition("/")[0]].append(shape)
    land = shapely.union_all([shape for shapes in found.values() for shape in shapes])
    low = {island.unit for island in geodata.island_shapes() if not island.is_land}
    sizes = dict.fromkeys(geodata.UNITS, 0.0)
    for unit, shape in zip(frame.index, frame.geometry, strict=True):
        sizes[str(unit).partition("/")[0]] += 0.0 if unit in low else area_m2(shape)
    rows = [
        (telling.unit_name(unit, lang), telling.area(size, lang))
        for unit, size in sizes.items()
        if size
    ]
    if len(rows) > 1:
        rows.append((say("panel.total", lang), telling.area(sum(sizes.values()), lang)))
    return Plate(
        title=title,
        note="",
        panels=(Panel((Land("", "", land),)),),
        key=(Row("land", ("", ""), say("popup.holder-none", lang)),),
        table=tuple(rows),
        head=say("popup.area", lang),
        notes=(say("panel.rounding", lang),),
    )
