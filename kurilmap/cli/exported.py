"""``kurilmap export``: what is named, as a file of the kind that its name says."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kurilmap.errors import ScenarioError

if TYPE_CHECKING:
    from kurilmap.scenarios import Scenario


class What(StrEnum):
    """What is exported."""

    scenario = "scenario"
    sea = "sea"
    islands = "islands"
    coast = "coast"
    lines = "lines"
    places = "places"
    straits = "straits"


def thing(what: What, found: "Sequence[Scenario]", lang: str) -> Any:
    """Return what :func:`kurilmap.export` is to write.

    Parameters
    ----------
    what : What
    found : sequence of Scenario
        One; several for a comparison; none for a table.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    Scenario, Comparison, SeaZones or geopandas.GeoDataFrame

    Raises
    ------
    kurilmap.errors.ScenarioError
        If there are too many scenarios, or too few.

    Examples
    --------
    >>> len(thing(What.islands, [], "en")) > 100
    True
    """
    if what not in (What.scenario, What.sea):
        if found:
            raise ScenarioError(
                f"--what {what} was given with {found[0].id}; that table shows no scenario: leave "
                "one of the two out."
            )
        return _tables()[what]()
    if not found:
        raise ScenarioError(
            f"No scenario was given; name one, such as equal-area, or a table with --what: "
            f"{', '.join(one for one in What if one not in (What.scenario, What.sea))}."
        )
    if what is What.sea:
        if len(found) > 1:
            raise ScenarioError(
                f"--what sea was given with {len(found)} scenarios; name one of them."
            )
        from kurilmap.sea import sea

        return sea(found[0])
    if len(found) == 1:
        return found[0]
    from kurilmap.compare import compare

    return compare(found, lang=lang)


def _tables() -> dict[What, Callable[[], Any]]:
    from kurilmap import geodata

    return {
        What.islands: lambda: geodata.islands(by="island"),
        What.coast: geodata.coast,
        What.lines: geodata.lines,
        What.places: geodata.places,
        What.straits: geodata.straits,
    }
