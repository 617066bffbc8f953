"""A scenario as TOML: its text, and what a text or file tells."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kurilmap.scenarios import rights
from kurilmap.scenarios.opening import contents
from kurilmap.scenarios.refusal import refuse, spelled
from kurilmap.scenarios.rings import written
from kurilmap.scenarios.rules import DEFAULT_SIDE
from kurilmap.scenarios.values import CutRule

if TYPE_CHECKING:
    from kurilmap.scenarios.model import Scenario

_TEXTS = ("title", "by", "summary", "conditions")


def plain(scenario: "Scenario") -> dict[str, Any]:
    """Return a scenario as the data that its TOML holds.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict
    """
    data: dict[str, Any] = {"id": scenario.id, "kind": scenario.kind, "date": scenario.date}
    if scenario.precision != "day":
        data["precision"] = scenario.precision
    if scenario.sources:
        data["sources"] = list(scenario.sources)
    for name in _TEXTS:
        texts = getattr(scenario, name)
        if texts or name == "title":
            data[name] = {lang: texts[lang] for lang in texts}
    data["holders"] = dict(scenario.holders)
    if scenario.administers:
        data["administers"] = dict(scenario.administers)
    if scenario.cuts:
        data["cut"] = [_plain_cut(rule) for rule in scenario.cuts]
    if scenario.rights:
        data["right"] = [rights.plain(right) for right in scenario.rights]
    return data


def text_of(scenario: "Scenario") -> str:
    """Return the TOML of a scenario.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    str
        Equal for equal scenarios.
    """
    import tomli_w

    data = plain(scenario)
    cuts, held = data.pop("cut", []), data.pop("right", [])
    written = tomli_w.dumps(data) + "".join(f"\n[[cut]]\n{tomli_w.dumps(cut)}" for cut in cuts)
    return written + "".join(map(rights.as_toml, held))


def read(path: str | os.PathLike[str]) -> "Scenario":
    """Read a scenario from a file.

    Parameters
    ----------
    path : str or path-like

    Returns
    -------
    Scenario

    Raises
    ------
    kurilmap.errors.ScenarioError
        If the file cannot be read, or is no scenario.
    """
    from kurilmap.scenarios import schema

    content = contents(path, schema.MAX_BYTES, "TOML")
    return parse(content, spelled(str(path)))


def parse(content: str | bytes, name: str) -> "Scenario":
    """Return the scenario that a text tells.

    Parameters
    ----------
    content : str or bytes
        TOML.
    name : str
        What to call the text in an error.

    Returns
    -------
    Scenario

    Raises
    ------
    kurilmap.errors.ScenarioError
        If it is no scenario; the message tells every mistake.
    """
    from kurilmap.scenarios import schema  # pydantic: a tenth of what folium takes to import

    parsed = schema.parse(content)
    refuse(parsed.mistakes, name)
    return scenario_of(parsed.data)


def scenario_of(data: Mapping[str, Any]) -> "Scenario":
    """Return the scenario that sound data tells.

    Parameters
    ----------
    data : mapping
        As TOML gives it.

    Returns
    -------
    Scenario
    """
    from kurilmap.scenarios.model import Scenario

    return Scenario(
        **{key: value for key, value in data.items() if key not in ("cut", "right")},
        cuts=tuple(CutRule(**{"share": None, **cut}) for cut in data.get("cut", ())),
        rights=rights.from_data(data.get("right", ())),
    )


def _plain_cut(rule: CutRule) -> dict[str, Any]:
    data: dict[str, Any] = {"unit": rule.unit}
    if rule.share is not None:
        data["share"] = rule.share
    data |= {"holder": rule.holder, "rest": rule.rest}
    # A polygon has no side: one that was given all the same is left for the schema to refuse.
    if rule.polygon is None or rule.side != DEFAULT_SIDE:
        data["side"] = rule.side
    if rule.bearing is not None:
        data["bearing"] = rule.bearing
    if rule.line is not None:
        data["line"] = [list(point) for point in rule.line]
    if rule.polygon is not None:
        data["polygon"] = written(rule.polygon)
    return data
