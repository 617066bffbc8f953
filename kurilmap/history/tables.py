"""The history as tables: states, the points where readings part, the third voice, the views."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kurilmap import geodata
from kurilmap.history.states import UNITS, states

if TYPE_CHECKING:
    import pandas as pd


def timeline() -> "pd.DataFrame":
    """Return the dated states: who administered what, and which boundary was agreed.

    Returns
    -------
    pandas.DataFrame
        Index ``state``; columns ``since``, a column a unit with its holder ("JP", "RU", "SU",
        "undivided", "none agreed"), ``border``, ``lines``, ``left_open``, ``promised``,
        ``title_en`` …, ``text_en`` …, ``source``, ``sources``. The events that change no line are
        in :func:`kurilmap.events`.

    Examples
    --------
    >>> timeline().loc["portsmouth-1905", ["sakhalin-north", "sakhalin-south"]].tolist()
    ['RU', 'JP']
    """
    import pandas as pd

    rows = [
        {
            "state": state.id,
            "since": state.since,
            **{unit: state.holders[unit] for unit in UNITS},
            "border": state.border,
            "lines": state.lines,
            "left_open": state.left_open,
            "promised": state.promised,
            **_spread("title", state.title),
            **_spread("text", state.text),
            "source": state.sources[0],
            "sources": state.sources,
        }
        for state in states()
    ]
    return pd.DataFrame(rows).set_index("state")


def partings() -> "pd.DataFrame":
    """Return the points at which the two claims part, with each party's reading.

    Returns
    -------
    pandas.DataFrame
        Index ``id``; columns ``question_en`` …, ``common_en`` …, ``JP_en`` …, ``RU_en`` …,
        ``source``, ``sources``.

    Examples
    --------
    >>> partings().index.tolist()
    ['kurile-islands-1951', '1855-or-1945']
    """
    return _table(geodata.records("partings.toml")["parting"])


def voices() -> "pd.DataFrame":
    """Return the third voice: the Ainu, whose homeland the islands are.

    Returns
    -------
    pandas.DataFrame
        Index ``id``; columns ``title_en`` …, ``argument_en`` …, ``events`` (ids of
        :func:`kurilmap.events`), ``homeland``, ``name``, ``source``, ``sources``.

    Examples
    --------
    >>> "ainu-2005" in voices().loc["ainu", "events"]
    True
    """
    rows = geodata.records("voices.toml")["voice"]
    return _table(rows, whole=("homeland", "name"))


def views() -> "pd.DataFrame":
    """Return the three ways of drawing the map: de facto, as Japan's, as Russia's official maps.

    Returns
    -------
    pandas.DataFrame
        Index ``id`` ("de-facto", "JP", "RU"); columns ``title_en`` …, ``text_en`` …, a column a
        unit with "JP", "RU" or "undetermined", ``names``, ``claims``, ``lines`` (whose courses),
        ``source``, ``sources``.

    Examples
    --------
    >>> views().loc["JP", "kurils-north"]
    'undetermined'
    """
    rows = [
        {
            **{key: row[key] for key in ("id", "title", "text", "names", "claims", "sources")},
            **{unit: row["holders"][unit] for unit in UNITS},
            "lines": (*row["layers"], *(line["course"] for line in row.get("line", ()))),
        }
        for row in geodata.records("views.toml")["view"]
    ]
    return _table(rows)


def _table(rows: Iterable[Mapping[str, Any]], whole: tuple[str, ...] = ()) -> "pd.DataFrame":
    import pandas as pd

    flat = [
        {
            name: entry
            for key, value in row.items()
            for name, entry in (
                _spread(key, value).items()
                if isinstance(value, Mapping) and key not in whole
                else [(key, value)]
            )
        }
        for row in rows
    ]
    table = pd.DataFrame(flat).set_index("id")
    table["source"] = [ids[0] for ids in table["sources"]]
    return table


def _spread(key: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {f"{key}_{lang}": text for lang, text in texts.items()}
