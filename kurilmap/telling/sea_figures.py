"""Figures of the sea beside the published ones, with the difference and why there is one."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from kurilmap import geodata
from kurilmap.scenarios import scenario
from kurilmap.sea.crossings import crossings
from kurilmap.sea.tables import sea
from kurilmap.sea.widths import shore_widths
from kurilmap.telling.names import by_lang, unit_name
from kurilmap.telling.straits import kilometres, straits
from kurilmap.words import check_lang, pick, say

if TYPE_CHECKING:
    import pandas as pd

# From where the published distances are measured, and the land that ours begin at.
_STARTS = {
    "distance from Cape Nosappu": ("from-nosappu", None),
    "distance from the Notsuke peninsula": ("from-notsuke", "hokkaido"),
    "distance from Habomai": ("from-habomai", "habomai"),
    "distance from Kunashir / Kunashiri": ("from-kunashiri", "kunashiri"),
}
_MAIN = {"habomai": "habomai/taraku", "etorofu": "etorofu/etorofu", "shikotan": "shikotan/shikotan"}
_MAIN |= {"kunashiri": "kunashiri/kunashiri"}
_COLUMNS = ("figure", "of", "computed", "published", "unit", "difference", "why", "vintage")


def sea_figures(lang: str = "en") -> "pd.DataFrame":
    """Return what is computed of the sea beside every published figure of it.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"
        Of the texts; the columns are the same in each.

    Returns
    -------
    pandas.DataFrame
        Index ``id``; columns ``figure``, ``of``, ``computed``, ``published``, ``unit`` ("km2",
        "km", "percent"), ``difference`` (computed less published), ``why``, ``vintage`` (year
        of the published figure) and ``source``. Areas are those that change hands between
        scenarios, computed within the window of :func:`kurilmap.sea`, by unadjusted equal
        distance from the coast in the kit's data.

    Raises
    ------
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> row = sea_figures().loc["distance-nosappu-etorofu"]
    >>> f"{row['computed']:.1f}, published {row['published']}"
    '144.5, published 144.5'
    """
    import pandas as pd

    check_lang(lang)
    table = pd.DataFrame([*_zones(lang), *_distances(lang), *_widths(lang)]).set_index("id")
    table["difference"] = table["computed"] - table["published"]
    return table[[*_COLUMNS, "source"]]


def _published(*measures: str) -> Iterator[Any]:
    for figure in geodata.records("figures.toml")["figure"]:
        if figure["measure"] in measures:
            yield figure


def _zones(lang: str) -> Iterator[dict[str, Any]]:
    whole, part = _changing("four-islands"), _changing("two-islands-1956")
    both = " · ".join(unit_name(unit, lang) for unit in ("habomai", "shikotan"))
    told = {
        "200-mile zone": ("zone-four", say("layer.scenarios", lang), whole, "why-zone"),
        "share of the 200-mile zone": ("zone-share", both, 100 * part / whole, "why-share"),
    }
    for figure in _published(*told):
        word, of, computed, why = told[figure["measure"]]
        yield _row(figure, say(f"waters-table.{word}", lang), of, computed) | {
            "why": say(f"waters-table.{why}", lang)
        }


@cache
def _changing(id_: str) -> float:
    """Return how much water changes hands in a scenario, in km²."""
    return float(sea(scenario(id_)).changes["area_km2"].sum())


def _distances(lang: str) -> Iterator[dict[str, Any]]:
    for figure in _published(*_STARTS):
        word, start = _STARTS[figure["measure"]]
        unit = figure["unit"]
        way = shore_widths([start or "hokkaido"], [unit])
        km = way.km if start else _from_nosappu(unit)
        why = _why(start, unit, lang) if start else say("waters-table.why-distance", lang)
        yield _row(figure, say(f"waters-table.{word}", lang), unit_name(unit, lang), km) | {
            "why": why
        }


def _from_nosappu(unit: str) -> float:
    """Return how far a unit is from Cape Nosappu, the point of Hokkaido nearest to Habomai."""
    import numpy as np

    from kurilmap.geodesy.measure import geod

    lon, lat = shore_widths(["hokkaido"], ["habomai"]).start
    shapes = [i.geometry for i in geodata.island_shapes() if unit in (i.group, i.unit)]
    points = np.vstack([np.asarray(shape.exterior.coords) for shape in shapes])
    metres = geod().inv(np.full(len(points), lon), np.full(len(points), lat), *points.T)[2]
    return float(np.min(metres)) / 1000


def _between_main(one: str, other: str) -> float | None:
    """Return how far apart the main islands of two groups are, if both are groups."""
    if one in _MAIN and other in _MAIN:
        return shore_widths([_MAIN[one]], [_MAIN[other]]).km
    return None


def _widths(lang: str) -> Iterator[dict[str, Any]]:
    for strait in straits():
        if strait["width_km"] is None:
            continue
        name = pick(by_lang(strait, "name"), lang)
        note = pick(by_lang(strait, "width_note"), lang)
        one, other = strait["shores"]
        why = _why(one, other, lang)
        if strait["id"] == "goyomai":
            why = say("waters-table.why-odoke", lang)
        yield {
            "id": f"width-{strait['id']}",
            "figure": say("waters-table.width", lang, strait=name),
            "of": " – ".join(say(f"shore.{unit}", lang) for unit in strait["shores"]),
            "computed": crossings()[strait["id"]].km,
            "published": float(strait["width_km"]),
            "unit": "km",
            "vintage": "n.d.",
            "source": strait["sources"][0],
            "why": " ".join(filter(None, (why, note))),
        }


def _why(one: str, other: str, lang: str) -> str:
    main = _between_main(one, other)
    if main is None:
        return say("waters-table.why-rounded", lang)
    return say("waters-table.why-islets", lang, width=kilometres(main, lang))


def _row(figure: Any, told: str, of: str, computed: float) -> dict[str, Any]:
    return {
        "id": figure["id"],
        "figure": told,
        "of": of,
        "computed": computed,
        "published": float(figure["value"]),
        "unit": figure["units"],
        "vintage": figure["vintage"],
        "source": figure["source"],
    }
