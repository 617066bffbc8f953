"""Check the file of a scenario in full: its form, and its cuts on the land."""

import os
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from kurilmap.errors import ScenarioError
from kurilmap.scenarios import document, geojson, importing, schema, trial
from kurilmap.scenarios.opening import contents
from kurilmap.scenarios.refusal import Mistake, shown

if TYPE_CHECKING:
    from kurilmap.scenarios.model import Scenario

GEOJSON_SUFFIXES = (".geojson", ".json")
SUFFIXES = (".toml", *GEOJSON_SUFFIXES)


@dataclass(frozen=True)
class Checked:
    """What checking a file gives: the scenario, or everything that is wrong.

    Attributes
    ----------
    scenario : Scenario or None
        None beside mistakes.
    mistakes : tuple of Mistake
        In the order of the file, with their lines.
    """

    scenario: "Scenario | None"
    mistakes: tuple[Mistake, ...] = ()


def check_file(path: str | os.PathLike[str]) -> Checked:
    """Check a scenario's file.

    Parameters
    ----------
    path : str or path-like
        To TOML, or to GeoJSON.

    Returns
    -------
    Checked
        A file that cannot be read is a mistake like any other.

    Examples
    --------
    >>> check_file("notes.txt").mistakes[0].reason
    "a file named 'notes.txt' was given; allowed: a name that ends in .toml, .geojson, .json"
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in SUFFIXES:
        name = shown(os.fspath(path), 100)
        allowed = f"a name that ends in {', '.join(SUFFIXES)}"
        return Checked(None, (Mistake((), f"a file named {name}", allowed),))
    drawn = suffix in GEOJSON_SUFFIXES
    most, what = (geojson.MAX_BYTES, "GeoJSON") if drawn else (schema.MAX_BYTES, "TOML")
    try:
        content = contents(path, most, what)
    except ScenarioError as error:
        return Checked(None, (Mistake((), "", "", told=str(error)),))
    if drawn:
        found = importing.parsed(content)
        return Checked(found.scenario, found.mistakes)
    return _checked_toml(content)


def _checked_toml(content: bytes) -> Checked:
    parsed = schema.parse(content)
    wrong = list(parsed.mistakes)
    if parsed.layout is not None:
        line_of = parsed.layout.line_of
        on_land = trial.mistakes(parsed.data, wrong)
        wrong += [replace(mistake, line=line_of(mistake.path)) for mistake in on_land]
        wrong.sort(key=lambda mistake: mistake.line or 0)
    return Checked(None, tuple(wrong)) if wrong else Checked(document.scenario_of(parsed.data))
