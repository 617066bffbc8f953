"""The scenarios that kurilmap knows: one file each in ``geo/scenarios/``."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType

from kurilmap import geodata
from kurilmap.errors import DataError, UnknownScenario
from kurilmap.scenarios.document import parse
from kurilmap.scenarios.model import Scenario
from kurilmap.scenarios.refusal import shown


@cache
def scenarios() -> Mapping[str, Scenario]:
    """Return the catalogue.

    Returns
    -------
    mapping of str to Scenario
        By id, in date order; read-only.

    Raises
    ------
    kurilmap.errors.DataError
        If a file is missing, changed or no scenario.

    Examples
    --------
    >>> next(iter(scenarios()))
    'status-quo'
    """
    found = [_read(name) for name in geodata.names("scenarios")]
    found.sort(key=lambda scenario: (scenario.date, scenario.id))
    return MappingProxyType({scenario.id: scenario for scenario in found})


def scenario(id: str) -> Scenario:
    """Return one scenario of the catalogue.

    Parameters
    ----------
    id : str

    Returns
    -------
    Scenario

    Raises
    ------
    kurilmap.errors.UnknownScenario
        If there is none; the message names the nearest ids.

    Examples
    --------
    >>> str(scenario("status-quo").title)
    'As administered today'
    """
    known = scenarios()
    if isinstance(id, str) and id in known:
        return known[id]
    near = get_close_matches(id, known, 3) if isinstance(id, str) else []
    hint = f"nearest: {', '.join(near)}" if near else f"known: {', '.join(known)}"
    raise UnknownScenario(f"No scenario has the id {shown(id, 80)}; {hint}.")


def _read(name: str) -> Scenario:
    found = parse(geodata.read_text(name), f"geo/{name}")
    if found.id != PurePosixPath(name).stem:
        raise DataError(
            f"geo/{name} has the id {found.id!r}; its file should be scenarios/{found.id}.toml."
        )
    return found
