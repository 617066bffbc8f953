"""A scenario as TOML: written, and read."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kurilmap.errors import ScenarioError, WriteError
from kurilmap.scenarios import schema
from kurilmap.scenarios.values import CutRule, Table, Texts

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
    cuts = data.pop("cut", [])
    return tomli_w.dumps(data) + "".join(f"\n[[cut]]\n{tomli_w.dumps(cut)}" for cut in cuts)


def write(scenario: "Scenario", path: Path) -> Path:
    """Write the TOML of a scenario: beside the path first, and then in its place.

    Parameters
    ----------
    scenario : Scenario
    path : pathlib.Path

    Returns
    -------
    pathlib.Path

    Raises
    ------
    kurilmap.errors.WriteError
        If it cannot be written.
    """
    beside: str | None = None
    content = text_of(scenario).encode("utf-8")
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        umask = os.umask(0)
        os.umask(umask)
        Path(beside).chmod(0o666 & ~umask)
        Path(beside).replace(path)
    except OSError as error:
        if beside is not None:
            Path(beside).unlink(missing_ok=True)
        reason = error.strerror or error
        raise WriteError(f"{path} cannot be written: {reason}. Nothing was changed.") from error
    return path


def read(path: Path) -> "Scenario":
    """Read a scenario from a file.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    Scenario

    Raises
    ------
    kurilmap.errors.ScenarioError
        If the file cannot be read, or is no scenario.
    """
    try:
        with path.open("rb") as file:
            content = file.read(schema.MAX_BYTES + 1)
        size = path.stat().st_size
    except OSError as error:
        raise ScenarioError(f"{path} cannot be read: {error.strerror or error}.") from error
    if len(content) > schema.MAX_BYTES:
        raise ScenarioError(
            f"{path} is no scenario: {max(size, len(content)):,} bytes were given; allowed are at "
            f"most {schema.MAX_BYTES:,} bytes of TOML."
        )
    return parse(content, str(path))


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
    schema.refuse(parsed.mistakes, name)
    data = parsed.data
    return Scenario(
        id=data["id"],
        kind=data["kind"],
        date=data["date"],
        sources=tuple(data.get("sources", ())),
        holders=Table(data.get("holders")),
        administers=Table(data.get("administers")),
        cuts=tuple(_cut(cut) for cut in data.get("cut", ())),
        **{text: Texts(**data.get(text, {})) for text in _TEXTS},
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


def _cut(data: Mapping[str, Any]) -> CutRule:
    line, bearing = data.get("line"), data.get("bearing")
    return CutRule(
        unit=data["unit"],
        share=data.get("share"),
        holder=data["holder"],
        rest=data["rest"],
        side=data.get("side", "southwest"),
        bearing=None if bearing is None else float(bearing),
        line=None if line is None else tuple((float(lon), float(lat)) for lon, lat in line),
    )
