"""Tables of several scenarios: what is computed in one, what is published in the other."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kurilmap.measures.registry import Published, Wanted
from kurilmap.scenarios import HOLDERS, Scenario

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("scenario", "holder", "measure", "value", "unit")
PUBLISHED_COLUMNS = (*COLUMNS[:3], "of", "value", "unit", "year", "source")


def computed_table(scenarios: Iterable[Scenario], measures: Sequence[Wanted]) -> "pd.DataFrame":
    """Return what is computed of some scenarios, one value a row.

    Parameters
    ----------
    scenarios : iterable of Scenario
    measures : sequence of Wanted

    Returns
    -------
    pandas.DataFrame
        Columns ``scenario``, ``holder``, ``measure``, ``value``, ``unit``. Values are not rounded:
        the outlines support two or three figures.

    Examples
    --------
    >>> from kurilmap.measures import wanted
    >>> from kurilmap.scenarios import scenario
    >>> table = computed_table([scenario("status-quo")], wanted(["land share"])[0])
    >>> table.values.tolist()
    [['status-quo', 'JP', 'land share', 0.0, '1'], ['status-quo', 'RU', 'land share', 1.0, '1']]
    """
    import pandas as pd

    rows = [
        (scenario.id, holder, measure.name, value, measure.unit)
        for scenario in scenarios
        for measure in measures
        for holder, value in in_order(measure.of(scenario)).items()
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def published_table(
    scenarios: Iterable[Scenario], gather: Mapping[str, Published]
) -> "pd.DataFrame":
    """Return what is published of some scenarios' parts, one figure a row.

    Parameters
    ----------
    scenarios : iterable of Scenario
    gather : mapping of str to callable

    Returns
    -------
    pandas.DataFrame
        Columns ``scenario``, ``holder``, ``measure``, ``of`` (the unit or place), ``value``,
        ``unit``, ``year``, ``source``. A value that is missing is not known below the unit.

    Examples
    --------
    >>> from kurilmap.measures import wanted
    >>> from kurilmap.scenarios import scenario
    >>> _, gather = wanted(["population in 1945"])
    >>> int(published_table([scenario("status-quo")], gather)["value"].sum())
    17291
    """
    import pandas as pd

    rows = [
        (scenario.id, f.holder, name, f.of, f.value, f.unit, f.year, f.source)
        for scenario in scenarios
        for name, function in gather.items()
        for f in function(scenario)
    ]
    table = pd.DataFrame(rows, columns=list(PUBLISHED_COLUMNS))
    return table.astype({"value": "Float64"})


def in_order(values: Mapping[str, float]) -> dict[str, float]:
    """Return values by holder in machine order: JP, RU, joint, then what a reader's own adds.

    Parameters
    ----------
    values : mapping of str to float

    Returns
    -------
    dict

    Examples
    --------
    >>> in_order({"RU": 1, "all": 3, "JP": 2})
    {'JP': 2, 'RU': 1, 'all': 3}
    """
    known = {holder: values[holder] for holder in HOLDERS if holder in values}
    return {**known, **values}
