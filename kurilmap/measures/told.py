"""Measures as a reader sees them: named in a language, rounded to what the outlines support."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kurilmap import geodata, telling
from kurilmap.geodata import UNITS
from kurilmap.measures.registry import Figure, Published, Wanted
from kurilmap.scenarios import HOLDERS, Scenario
from kurilmap.words import number, parties, pick, say, wordlist


@dataclass(frozen=True)
class Row:
    """One line of a wide table.

    Attributes
    ----------
    measure, holder : str
        As they are shown.
    cells : tuple of str
        A text a scenario; empty where it has none.
    """

    measure: str
    holder: str
    cells: tuple[str, ...]


def computed_rows(
    scenarios: Sequence[Scenario], measures: Iterable[Wanted], lang: str
) -> list[Row]:
    """Return what is computed of some scenarios, one measure and holder a row.

    Parameters
    ----------
    scenarios : sequence of Scenario
    measures : iterable of Wanted
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of Row
        Parties in the order of the language.
    """
    rows = []
    for measure in measures:
        found = [measure.of(scenario) for scenario in scenarios]
        for holder in _shown(found, lang):
            cells = tuple(
                value(values[holder], measure.unit, lang) if holder in values else ""
                for values in found
            )
            rows.append(Row(name(measure.name, measure.unit, lang), _holder(holder, lang), cells))
    return rows


def published_rows(
    scenarios: Sequence[Scenario], gather: Mapping[str, Published], lang: str
) -> list[Row]:
    """Return what is published of some scenarios' parts, one measure and holder a row.

    Parameters
    ----------
    scenarios : sequence of Scenario
    gather : mapping of str to callable
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of Row
    """
    rows = []
    for key, function in gather.items():
        found = [_by_holder(function(scenario)) for scenario in scenarios]
        for holder in _shown(found, lang):
            cells = tuple(
                "; ".join(figure(one, lang) for one in figures.get(holder, ())) for figures in found
            )
            rows.append(Row(name(key, "", lang), _holder(holder, lang), cells))
    return rows


def name(measure: str, unit: str, lang: str) -> str:
    """Return a measure's name, with its unit where the cells bear none.

    Parameters
    ----------
    measure, unit : str
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str
        A reader's own measure keeps its name, and has its unit in brackets.

    Examples
    --------
    >>> name("land area", "km2", "ru"), name("length of roads", "mi", "en")
    ('Площадь суши', 'length of roads (mi)')
    """
    known = wordlist(lang).get(f"measure.{measure}")
    if known is not None:
        return known
    return f"{measure} ({unit})" if unit not in ("", "1", "count", *_UNITS) else measure


def value(number_: float, unit: str, lang: str) -> str:
    r"""Return one computed value, rounded to what the outlines support.

    Parameters
    ----------
    number_ : float
    unit : str
        An area is rounded as everywhere; a length to two figures, a share to a tenth of a per
        cent, and a whole number is left.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> [value(x, u, "en").replace("\u00a0", " ") for x, u in ((3150.4, "km2"), (714.2, "km"))]
    ['3,150 km²', '710 km']
    """
    if unit == "km2":
        return telling.area(number_ * 1e6, lang)
    if unit == "1":
        return telling.share(number_, lang)
    if unit in _UNITS:
        return f"{_two_figures(number_, lang)}\u00a0{say(f'unit-of.{unit}', lang)}"
    if float(number_).is_integer():
        return number(number_, lang)
    return number(number_, lang, 2)


def figure(one: Figure, lang: str) -> str:
    r"""Return one published figure as it was published, with what it is of and its year.

    Parameters
    ----------
    one : Figure
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> figure(Figure("JP", "shikotan", 1038, "people", "1945", "mofa-data-ja"), "en")
    'Shikotan 1,038 (1945)'
    >>> figure(Figure("JP", "etorofu", None, "people", "1945", "mofa-data-ja"), "en")
    'Etorofu / Iturup: not known below the unit'
    """
    of = _of(one.of, lang)
    if one.value is None:
        return say("compare.not-known", lang, of=of)
    told = number(one.value, lang)
    if one.unit in _UNITS:
        told = f"{told}\u00a0{say(f'unit-of.{one.unit}', lang)}"
    return f"{of} {told} ({one.year})" if one.year else f"{of} {told}"


_UNITS = ("km2", "km", "m")


def _two_figures(length: float, lang: str) -> str:
    if length == 0:
        return number(0, lang)
    return number(length, lang, 1 - math.floor(math.log10(abs(length))))


def _of(key: str, lang: str) -> str:
    if key.partition("/")[0] in UNITS:
        return telling.unit_name(key, lang)
    place = next(
        f["properties"] for f in geodata.features("places.geojson") if f["properties"]["id"] == key
    )
    return pick(telling.by_lang(place, "name"), lang)


def _holder(holder: str, lang: str) -> str:
    return say(f"holder.{holder}", lang) if holder in HOLDERS else holder


def _shown(found: Iterable[Mapping[str, object]], lang: str) -> list[str]:
    given = {holder: None for values in found for holder in values}
    known = [holder for holder in parties(lang) if holder in given]
    return [*known, *(holder for holder in given if holder not in known)]


def _by_holder(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    by: dict[str, list[Figure]] = {}
    for one in figures:
        by.setdefault(one.holder, []).append(one)
    return by
