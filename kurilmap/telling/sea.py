"""What is told of the sea under a scenario: what changes hands, the line, and what it is not."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kurilmap import geodata
from kurilmap.scenarios import Scenario
from kurilmap.telling import figures
from kurilmap.telling.names import by_lang
from kurilmap.telling.rights import verb
from kurilmap.telling.straits import aside, law, strait_cases, straits, width
from kurilmap.words import day, number, parties, pick, say

if TYPE_CHECKING:
    from kurilmap.sea import SeaZones

ZONES = {"territorial": "territorial sea", "zone": "EEZ"}
"""The zones by the word for them."""

_NOTES = ("provisional", "baseline", "designated", "third-states")


@dataclass(frozen=True)
class SeaNumbers:
    """What a scenario comes to at sea, without the geometry.

    Attributes
    ----------
    gains : mapping of str to mapping of str to float
        By zone and holder: by how many km² it differs from today's.
    boundary_km : float
    residual_m : float
    """

    gains: Mapping[str, Mapping[str, float]]
    boundary_km: float
    residual_m: float


@lru_cache(maxsize=128)
def sea_numbers(scenario: Scenario) -> SeaNumbers:
    """Return a scenario's numbers at sea, worked out once.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    SeaNumbers

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> dict(sea_numbers(scenario("status-quo")).gains["EEZ"])
    {}
    """
    from kurilmap.sea import sea

    waters = sea(scenario)
    lines = waters.boundary[waters.boundary["kind"] != "land"]
    return SeaNumbers(
        {zone: _gains(waters, zone) for zone in ZONES.values()},
        float(lines["length_km"].sum()),
        waters.residual_m,
    )


def sea_told(scenario: Scenario, lang: str) -> dict[str, Any]:
    """Return what the panel and the popups say of a scenario's waters.

    Parameters
    ----------
    scenario : Scenario
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict
        Texts: ``title``, ``verbs``, ``gains`` (by zone and holder), ``rows`` (of the table of
        changes), ``line`` (pairs), ``residual``, ``straits`` (who has the shores, and whose
        the narrows are, in the order of the straits).

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> told = sea_told(scenario("status-quo"), "en")
    >>> told["rows"], told["straits"][1]
    ([], (('RU', 'RU'), 'one'))
    """
    cases = strait_cases(scenario)
    numbers = sea_numbers(scenario)
    held = [party for party in parties(lang) if party in _holders(scenario)]
    gains = numbers.gains
    touched = [party for party in parties(lang) if any(party in gain for gain in gains.values())]
    metres = say("waters.residual-value", lang, value=number(numbers.residual_m, lang, 2))
    return {
        "title": scenario.title[lang],
        "verbs": {holder: verb(scenario, holder, lang) for holder in held},
        "gains": {
            zone: {party: _signed(km2, lang) for party, km2 in gain.items()}
            for zone, gain in gains.items()
        },
        "rows": [
            [
                say(f"holder.{party}", lang),
                *(_signed(gain.get(party, 0.0), lang) for gain in gains.values()),
            ]
            for party in touched
        ],
        "line": [
            [say("waters.length", lang), _whole_km(numbers.boundary_km, lang)],
            [say("waters.residual", lang), metres],
        ],
        "residual": f"{say('waters.residual', lang)}: {metres}",
        "straits": [cases[strait["id"]] for strait in straits()],
    }


def sea_notes(lang: str) -> dict[str, Any]:
    """Return what is told beside the waters of every scenario.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict
        ``notes``, ``notices`` and ``law`` of ``geo/sea.toml``, ``straits`` (name,
        widths and depth) and ``cited``, the sources of all that.
    """
    record = geodata.records("sea.toml")
    notes = [row for row in record["note"] if row["id"] in _NOTES]
    ice = [row for row in record["note"] if row["id"] == "ice"]
    rows = [*notes, *ice, *record["notice"], *record["law"]]
    return {
        "notes": [*(pick(row["text"], lang) for row in notes), say("waters.window", lang)],
        "notices": [
            *(pick(row["text"], lang) for row in ice),
            *(_notice(row, lang) for row in record["notice"]),
        ],
        "law": {
            case: {"label": row["label"], "text": row["text"]} for case, row in law(lang).items()
        },
        "straits": [
            {
                "name": pick(by_lang(strait, "name"), lang),
                "shores": [say(f"shore.{unit}", lang) for unit in strait["shores"]],
                "measures": _measures(strait, lang),
                "note": aside(strait, lang),
            }
            for strait in straits()
        ],
        "cited": list(dict.fromkeys(source for row in rows for source in row["sources"])),
    }


def _measures(strait: Mapping[str, Any], lang: str) -> str:
    """Return the computed width beside the published one, and the published depth."""
    told = [say("waters.wide", lang, width=width(strait, lang))]
    for key, word, unit in (("width_km", "wide-published", "km"), ("depth_m", "deep", "m")):
        if strait[key] is not None:
            digits = 0 if float(strait[key]).is_integer() else 1
            size = f"{number(strait[key], lang, digits)}\u00a0{say(f'unit-of.{unit}', lang)}"
            told.append(say(f"waters.{word}", lang, size=size))
    return say("waters.comma", lang).join(told)


def _gains(waters: "SeaZones", zone: str) -> dict[str, float]:
    """Return by how many km² each holder's part of a zone differs from today's."""
    gains: dict[str, float] = {}
    for row in waters.changes.itertuples():
        if row.zone == zone:
            gains[row.after] = gains.get(row.after, 0.0) + row.area_km2
            gains[row.before] = gains.get(row.before, 0.0) - row.area_km2
    return gains


def _holders(scenario: Scenario) -> set[str]:
    """Return who has land in a scenario or around, and so waters."""
    return {"JP", "RU", *scenario.shares()}


def _signed(km2: float, lang: str) -> str:
    """Return a change with its sign; a change of nothing is a plain nought."""
    told = figures.area(abs(km2) * 1e6, lang)
    return told if not km2 else f"{'+' if km2 > 0 else '−'}{told}"


def _whole_km(km: float, lang: str) -> str:
    return f"{number(km, lang, -1 if km >= 1000 else 0)}\u00a0{say('unit-of.km', lang)}"


def _notice(row: Any, lang: str) -> str:
    start, end = (day(row[key], lang) for key in ("from", "until"))
    return say("waters.from-to", lang, start=start, end=end, text=pick(row["text"], lang))
