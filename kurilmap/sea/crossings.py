"""The narrowest place of each strait, and whose territorial sea it is under a scenario."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import shapely

from kurilmap import geodata
from kurilmap.sea.country import ADMINISTERED
from kurilmap.sea.widths import Width, shore_widths
from kurilmap.sea.window import NARROW_M, TERRITORIAL_M

if TYPE_CHECKING:
    from kurilmap.scenarios import Scenario

# Japan's law keeps its territorial sea to three miles here (geo/sea.toml, "designated").
_BREADTHS = {("la-perouse", "JP"): NARROW_M}


@cache
def crossings() -> Mapping[str, Width]:
    """Return the shortest way over each strait of :func:`kurilmap.straits`.

    Returns
    -------
    mapping of str to Width
        From the first of the strait's ``shores`` to the second, islets included.

    Examples
    --------
    >>> round(crossings()["vries"].km)
    40
    """
    straits = [feature["properties"] for feature in geodata.features("straits.geojson")]
    return MappingProxyType(
        {strait["id"]: shore_widths(*([unit] for unit in strait["shores"])) for strait in straits}
    )


def shore_holders(scenario: "Scenario") -> dict[str, tuple[str, str]]:
    """Return who has the two shores of each strait, where it is narrowest.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    dict of str to (str, str)
        In the order of the strait's ``shores``. The coast around is with who administers it.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> shore_holders(scenario("equal-area"))["vries"]
    ('RU', 'RU')
    """
    land = scenario.pieces()
    shapes = np.array([piece.geometry for piece in land], dtype=object)

    def holder(unit: str, place: tuple[float, float]) -> str:
        if unit in ADMINISTERED:
            return ADMINISTERED[unit]
        nearest = int(shapely.distance(shapes, shapely.Point(place)).argmin())
        return land[nearest].holders[scenario.id]

    found = {}
    for feature in geodata.features("straits.geojson"):
        strait = feature["properties"]
        way = crossings()[strait["id"]]
        one, other = strait["shores"]
        found[strait["id"]] = holder(one, way.start), holder(other, way.end)
    return found


def narrows(strait: str, holders: Sequence[str], km: float) -> str:
    """Return whose territorial sea a strait is where it is narrowest.

    Parameters
    ----------
    strait : str
        Id.
    holders : sequence of str
        Of the two shores.
    km : float
        From shore to shore.

    Returns
    -------
    {"one", "two", "joint", "open"}
        Of one holder, or of two; "joint" where a shore is held jointly; "open" where a belt of
        EEZ remains beyond both territorial seas.

    Examples
    --------
    >>> narrows("vries", ("JP", "RU"), 40)
    'two'
    >>> narrows("la-perouse", ("JP", "RU"), 43)
    'open'
    """
    reach = sum(_BREADTHS.get((strait, holder), TERRITORIAL_M) for holder in holders)
    if 1000 * km > reach:
        return "open"
    if "joint" in holders:
        return "joint"
    return "one" if len(set(holders)) == 1 else "two"
