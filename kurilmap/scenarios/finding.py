"""A scenario by what it is called: its id, or the file that it is in."""

import os
from pathlib import Path

from kurilmap.scenarios.catalogue import scenario
from kurilmap.scenarios.model import Scenario


def find(name: str | os.PathLike[str]) -> Scenario:
    """Return a scenario of the catalogue, or of a file where the name ends as that of one.

    Parameters
    ----------
    name : str or path
        An id, or the path of a .toml, .geojson or .json file.

    Returns
    -------
    Scenario

    Raises
    ------
    kurilmap.errors.UnknownScenario
        If no scenario has the id.
    kurilmap.errors.ScenarioError
        If the file cannot be read, or is no scenario.

    Examples
    --------
    >>> find("equal-area").id
    'equal-area'
    """
    told = os.fsdecode(name)
    ending = told.lower()
    if ending.endswith(".toml"):
        return Scenario.from_toml(told)
    if ending.endswith((".geojson", ".json")):
        return Scenario.from_geojson(Path(told))
    return scenario(told)
