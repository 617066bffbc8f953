"""Straits: how wide, how deep, whose shores, and what the law of the sea says of that."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kurilmap import geodata
from kurilmap.scenarios import Scenario
from kurilmap.scenarios import scenario as of_catalogue
from kurilmap.sea.crossings import crossings, narrows, shore_holders
from kurilmap.sea.widths import shore_widths
from kurilmap.telling.names import by_lang
from kurilmap.words import check_lang, number, pick, say

if TYPE_CHECKING:
    import pandas as pd


def strait_table(scenario: Scenario | str, lang: str = "en") -> "pd.DataFrame":
    """Return the straits under a scenario.

    Parameters
    ----------
    scenario : Scenario or str
        Or its id in the catalogue.
    lang : {"en", "ja", "ru"}, default "en"
        Of the texts; the columns are the same in each.

    Returns
    -------
    pandas.DataFrame
        Index ``id``; columns ``name``; ``shore_1``, ``shore_2`` (units) and ``holder_1``,
        ``holder_2`` (who has each where the strait is narrowest); ``width_km`` (computed, from
        shore to shore, islets included), ``width_published_km``, ``width_note`` (what else is
        published), ``depth_published_m``; ``narrows`` ("one", "two", "joint" or "open": whose
        territorial sea the narrowest place is), ``law`` (what that means), ``source`` (of the
        published figures, the first of ``sources``), ``law_source``.

    Raises
    ------
    kurilmap.errors.UnknownScenario
        If no scenario has that id.
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> table = strait_table("four-islands")
    >>> table.loc["vries", ["holder_1", "holder_2", "narrows"]].tolist()
    ['JP', 'RU', 'two']
    """
    import pandas as pd

    check_lang(lang)
    given = scenario if isinstance(scenario, Scenario) else of_catalogue(scenario)
    rows = [_row(strait, lang) for strait in straits()]
    table = pd.DataFrame(rows).set_index("id")
    cases = strait_cases(given)
    table["holder_1"] = [cases[id_][0][0] for id_ in table.index]
    table["holder_2"] = [cases[id_][0][1] for id_ in table.index]
    table["narrows"] = [cases[id_][1] for id_ in table.index]
    laws = law(lang)
    table["law"] = [laws[case]["text"] for case in table["narrows"]]
    table["law_source"] = [laws[case]["sources"][0] for case in table["narrows"]]
    columns = (
        *("name", "shore_1", "shore_2", "holder_1", "holder_2"),
        *("width_km", "width_published_km", "width_note", "depth_published_m"),
        *("narrows", "law", "source", "sources", "law_source"),
    )
    return table[list(columns)]


def straits() -> list[Mapping[str, Any]]:
    """Return the rows of ``geo/straits.geojson``.

    Returns
    -------
    list of mapping
    """
    return [feature["properties"] for feature in geodata.features("straits.geojson")]


def strait_cases(scenario: Scenario) -> dict[str, tuple[tuple[str, str], str]]:
    """Return who has the shores of each strait in a scenario, and whose its narrows are.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to ((str, str), str)
        By strait; see :func:`kurilmap.sea.crossings.narrows`.
    """
    return {
        strait: (holders, narrows(strait, holders, crossings()[strait].km))
        for strait, holders in shore_holders(scenario).items()
    }


def law(lang: str) -> dict[str, dict[str, Any]]:
    """Return what the law of the sea says of the narrows of a strait, by case.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict of str to dict
        ``label``, ``text``, ``sources``.

    Examples
    --------
    >>> list(law("en"))
    ['one', 'two', 'open', 'joint']
    """
    return {
        row["id"]: {
            "label": pick(row["label"], lang),
            "text": pick(row["text"], lang),
            "sources": list(row["sources"]),
        }
        for row in geodata.records("sea.toml")["law"]
    }


def width(strait: Mapping[str, Any], lang: str) -> str:
    """Return a strait's computed width, rounded to what the shore supports.

    Parameters
    ----------
    strait : mapping
        A row of :func:`straits`.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str
        To a tenth of a kilometre: the shore is good to some tens of metres.
    """
    return kilometres(crossings()[strait["id"]].km, lang)


def kilometres(km: float, lang: str) -> str:
    r"""Return a distance to a tenth of a kilometre.

    Parameters
    ----------
    km : float
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> kilometres(21.799, "en").replace("\u00a0", " ")
    '21.8 km'
    """
    return f"{number(km, lang, 1)}\u00a0{say('unit-of.km', lang)}"


def aside(strait: Mapping[str, Any], lang: str) -> str:
    """Return what has to be said of a strait beside its width: where else it is narrow.

    Parameters
    ----------
    strait : mapping
        A row of :func:`straits`.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str
        Mostly empty.
    """
    if strait["id"] != "south-kuril":
        return ""
    lesser = shore_widths(["kunashiri"], ["habomai"]).km
    return say("waters-table.why-lesser", lang, width=kilometres(lesser, lang))


def _row(strait: Mapping[str, Any], lang: str) -> dict[str, Any]:
    notes = (pick(by_lang(strait, "width_note"), lang), aside(strait, lang))
    return {
        "id": strait["id"],
        "name": pick(by_lang(strait, "name"), lang),
        "shore_1": strait["shores"][0],
        "shore_2": strait["shores"][1],
        "width_km": crossings()[strait["id"]].km,
        "width_published_km": strait["width_km"],
        "width_note": " ".join(filter(None, notes)),
        "depth_published_m": strait["depth_m"],
        "source": strait["sources"][0],
        "sources": strait["sources"],
    }
