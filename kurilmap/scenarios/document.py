"""A scenario as TOML: its text, and what a text or file tells."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kurilmap.errors import ScenarioError
from kurilmap.scenarios import rights, schema
from kurilmap.scenarios.refusal import refuse, shown, spelled
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
    name = spelled(str(path))
    try:
        file = Path(path)
        # Opening a pipe would wait for whoever writes to it.
        if file.exists() and not file.is_file() and not file.is_dir():
            raise ScenarioError(f"{name} cannot be read: it is a device or a pipe, not a file.")
        with file.open("rb") as opened:
            content = opened.read(schema.MAX_BYTES + 1)
        size = file.stat().st_size
    except OSError as error:
        raise ScenarioError(f"{name} cannot be read: {error.strerror or error}.") from error
    except TypeError as error:
        raise ScenarioError(f"{shown(path)} was given; allowed: the path of a file.") from error
    except ValueError as error:
        if isinstance(error, ScenarioError):
            raise
        raise ScenarioError(f"{name} cannot be read: {error}.") from error
    if len(content) > schema.MAX_BYTES:
        raise ScenarioError(
            f"{name} is no scenario: {max(size, len(content)):,} bytes were given; allowed are at "
            f"most {schema.MAX_BYTES:,} bytes of TOML."
        )
    return parse(content, name)


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
    from kurilmap.scenarios.model import Scenario

    parsed = schema.parse(content)
    refuse(parsed.mistakes, name)
    data = parsed.data
    return Scenario(
        **{key: value for key, value in data.items() if key not in ("cut", "right")},
        cuts=tuple(CutRule(**{"share": None, **cut}) for cut in data.get("cut", ())),
        rights=rights.from_data(data.get("right", ())),
    )


def _plain_cut(rule: CutRule) -> dict[str, Any]:
    data: dict[str, Any] = {"unit": rule.unit}
    if rule.share is not None:
        data["share"] = rule.share
    data |= {"holder": rule.holder, "rest": rule.rest, "side": rule.side}
    if rule.bearing is not None:
        data["bearing"] = rule.bearing
    if rule.line is not None:
        data["line"] = [list(point) for point in rule.line]
    return data
