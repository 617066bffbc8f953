"""From what was given to the layers of a file."""

import os
from typing import Any

from kurilmap.compare import Comparison
from kurilmap.errors import MapError, UnknownScenario
from kurilmap.export import look
from kurilmap.export.kit import named_table, table_layer
from kurilmap.export.model import Dataset, Layer
from kurilmap.export.plain import plain
from kurilmap.geodata import coast, islands
from kurilmap.scenarios import Scenario, scenario
from kurilmap.scenarios.finding import find
from kurilmap.scenarios.refusal import shown
from kurilmap.sea import SeaZones, sea
from kurilmap.telling import cut_note, sources
from kurilmap.telling.sea import sea_notes
from kurilmap.words import say

ALLOWED = (
    "a Scenario or the id of one, a Comparison, SeaZones, a table such as km.islands(), or a map"
)


def found(thing: Any) -> Any:
    """Return a scenario for its id or its file, and anything else as it is.

    Parameters
    ----------
    thing : object

    Returns
    -------
    object

    Raises
    ------
    kurilmap.errors.UnknownScenario
        If no scenario has the id.
    kurilmap.errors.ScenarioError
        If the file cannot be read, or is no scenario.
    """
    return find(thing) if isinstance(thing, str | os.PathLike) else thing


def dataset(thing: Any, lang: str, *, only_first: bool = False) -> Dataset:
    """Return the layers of a thing, with title, method and sources.

    Parameters
    ----------
    thing : Scenario, Comparison, SeaZones, pandas.DataFrame or geopandas.GeoDataFrame
    lang : {"en", "ja", "ru"}
    only_first : bool, default False
        Whether a format of one table asks: what else there is need not be worked out.

    Returns
    -------
    Dataset

    Raises
    ------
    kurilmap.errors.MapError
        If it is none of these.
    """
    import pandas as pd

    if isinstance(thing, Scenario):
        return _scenario(thing, lang, only_first)
    if isinstance(thing, SeaZones):
        return _sea(thing, lang)
    if isinstance(thing, Comparison):
        return _comparison(thing, lang, only_first)
    if isinstance(thing, pd.DataFrame):
        return _table(thing, lang)
    raise MapError(f"{shown(thing)} was given to export; allowed are {ALLOWED}.")


def _scenario(one: Scenario, lang: str, only_first: bool) -> Dataset:
    layers = [_territory(one, lang)]
    method = [say("export.method", lang), cut_note(one, lang)]
    cited = list(one.sources)
    if not only_first:
        layers += _cuts(one, lang)
        waters = _waters(sea(one), lang)
        layers += [*waters, *_ground(lang)]
        told = sea_notes(lang)
        method += told["notes"]
        cited += told["cited"]
    return _dataset(one.title[lang], lang, layers, method, cited)


def _sea(zones: SeaZones, lang: str) -> Dataset:
    told = sea_notes(lang)
    try:
        title = scenario(zones.scenario).title[lang]
    except UnknownScenario:  # of the reader's own
        title = zones.scenario
    layers = [*_waters(zones, lang), *_ground(lang)]
    method = [say("export.method", lang), *told["notes"]]
    return _dataset(say("printed.sea", lang, title=title), lang, layers, method, told["cited"])


def _comparison(several: Comparison, lang: str, only_first: bool) -> Dataset:
    ones = several.scenarios
    values = several.table if several.measures else several.published
    layers = [Layer("measures", say("export.table", lang), plain(values), look.land(""))]
    names = _names(ones)
    first = ones[0]
    if only_first:
        layers.append(_territories(ones, lang))
    else:
        layers += [_territory(one, lang, f"territory_{names[one.id]}") for one in ones]
    for other in () if only_first else ones[1:]:
        moved = several.difference(first, other)
        if len(moved):
            title = f"{say('compare.changes', lang)}: {first.title[lang]} → {other.title[lang]}"
            name = f"differences_{names[other.id]}"
            layers.append(
                Layer(name, title, plain(moved), look.holders("to", lang, present=moved["to"]))
            )
    title = (
        say("compare.title", lang, a=ones[0].title[lang], b=ones[1].title[lang])
        if len(ones) == 2
        else say("compare.title-several", lang, count=len(ones))
    )
    method = [say("export.method", lang), *(cut_note(one, lang) for one in ones)]
    cited = [source for one in ones for source in one.sources]
    if "source" in values.columns:
        cited += list(values["source"].dropna())
    if not only_first:
        layers += _ground(lang)
    return _dataset(title, lang, layers, method, cited)


def _table(table: Any, lang: str) -> Dataset:
    flat = plain(table)
    layer = table_layer(flat, lang)
    cited: list[str] = []
    for name in ("source", "sources"):
        if name in flat.columns:
            cited += [one for told in flat[name].dropna() for one in str(told).split("; ")]
    return _dataset(layer.title, lang, [layer], [say("export.method", lang)], cited)


def _territory(one: Scenario, lang: str, name: str = "territory") -> Layer:
    land = _held(one)
    drawn = look.holders("holder", lang, present=land["holder"])
    return Layer(name, f"{say('panel.result', lang)}: {one.title[lang]}", plain(land), drawn)


def _territories(ones: tuple[Scenario, ...], lang: str) -> Layer:
    """Return the land of several scenarios in one table."""
    import pandas as pd

    tables = []
    for one in ones:
        land = _held(one)
        land.insert(0, "scenario", one.id)
        tables.append(land)
    land = pd.concat(tables, ignore_index=True)
    drawn = look.holders("holder", lang, present=land["holder"])
    return Layer("territory", say("panel.result", lang), plain(land), drawn)


def _held(one: Scenario) -> Any:
    """Return the land of a scenario, and whose rights lie on it beside who holds it."""
    land = one.territory()
    return land.assign(rights=[_rights(one, unit) for unit in land["unit"]])


def _rights(one: Scenario, unit: str) -> str | None:
    """Return the rights on a unit, such as "JP: fishing"; of islands in it alone, with these."""
    told = []
    for right in one.rights:
        parts = [each for each in right.units if each.startswith(f"{unit}/")]
        if unit in right.units:
            told.append(f"{right.holder}: {right.what}")
        elif parts:
            told.append(f"{right.holder}: {right.what} ({', '.join(parts)})")
    return "; ".join(told) or None


def _cuts(one: Scenario, lang: str) -> list[Layer]:
    import geopandas as gpd

    cuts = one.cut_lines()
    if not cuts:
        return []
    table: gpd.GeoDataFrame = gpd.GeoDataFrame(
        {"scenario": [one.id] * len(cuts)}, geometry=cuts, crs="EPSG:4326"
    )
    title = say("export.cut_lines", lang)
    return [Layer("cut_lines", title, plain(table), look.constructed(title))]


def _waters(zones: SeaZones, lang: str) -> list[Layer]:
    tables = (zones.zones, zones.boundary, zones.changes)
    names = ("sea_zones", "sea_boundary", "sea_changes")
    return [
        named_table(name, plain(table), lang)
        for name, table in zip(names, tables, strict=True)
        if len(table)
    ]


def _ground(lang: str) -> list[Layer]:
    """Return the islands by name, and the land around."""
    tables = {"islands": islands(by="island"), "coast": coast("light")}
    return [named_table(name, plain(table), lang, ground=True) for name, table in tables.items()]


def _names(ones: tuple[Scenario, ...]) -> dict[str, str]:
    """Return names of layers for ids, which have hyphens where SQL takes none."""
    return {one.id: one.id.replace("-", "_") for one in ones}


def _dataset(
    title: str, lang: str, layers: list[Layer], method: list[str], cited: list[str]
) -> Dataset:
    from kurilmap.export.plain import clean

    told = sources(dict.fromkeys(cited), lang).values()
    lines = (
        ". ".join(part for part in (row["title"], row["by"], row["read"], row["url"]) if part)
        for row in told
    )
    whole = " ".join(part for part in method if part)
    return Dataset(clean(title), lang, tuple(layers), clean(whole), tuple(map(clean, lines)))
