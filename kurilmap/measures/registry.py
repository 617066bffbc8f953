"""Which measures there are: plain functions of a scenario, computed or published."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kurilmap.errors import ScenarioError
from kurilmap.scenarios import Scenario

Computed = Callable[[Scenario], Mapping[str, float]]
"""What works a measure out: value by holder."""


@dataclass(frozen=True)
class Figure:
    """One published figure, as it falls to a holder.

    Attributes
    ----------
    holder : {"JP", "RU", "joint"}
    of : str
        The unit, or the id of the place, that the figure is of.
    value : float or None
        None where nothing published says what part of it falls to the holder.
    unit : str
        ``"people"``, ``"m"``.
    year : str
        Of which the figure is; empty where its source names none.
    source : str
        Id of the source.
    """

    holder: str
    of: str
    value: float | None
    unit: str
    year: str
    source: str


Published = Callable[[Scenario], tuple[Figure, ...]]
"""What gathers published figures: one or more a holder."""


@dataclass(frozen=True)
class About:
    """What is known of a measure beside its function.

    Attributes
    ----------
    unit : str
        ``"km2"``, ``"km"``, ``"m"``; ``"1"`` for a share, ``"count"`` for a whole number.
    costly : bool
        Whether it takes so long that it is only worked out when it is named.
    """

    unit: str
    costly: bool = False


MEASURES: dict[str, Computed] = {}
"""The measures that are computed, by name."""

PUBLISHED: dict[str, Published] = {}
"""The published figures that stand beside them, by name; never in one column with those."""

_ABOUT: dict[str, About] = {}
_C = TypeVar("_C", bound=Computed)
_P = TypeVar("_P", bound=Published)


def measure(name: str, unit: str, *, costly: bool = False) -> Callable[[_C], _C]:
    """Enter a function among the measures of the kit; it stays the plain function that it is.

    Parameters
    ----------
    name : str
        As it stands in tables.
    unit : str
        See :class:`About`.
    costly : bool, default False
        Work it out only when it is named.

    Returns
    -------
    callable
        A decorator.
    """

    def enter(function: _C) -> _C:
        MEASURES[name] = function
        _ABOUT[name] = About(unit, costly)
        return function

    return enter


def published(name: str) -> Callable[[_P], _P]:
    """Enter a function among those that gather published figures.

    Parameters
    ----------
    name : str

    Returns
    -------
    callable
        A decorator.
    """

    def enter(function: _P) -> _P:
        PUBLISHED[name] = function
        return function

    return enter


@dataclass(frozen=True)
class Wanted:
    """A measure to be worked out, ours or a reader's own.

    Attributes
    ----------
    name : str
    unit : str
    function : callable
    """

    name: str
    unit: str
    function: Computed

    def of(self, scenario: Scenario) -> Mapping[str, float]:
        """Return the value by holder, worked out once a scenario.

        Parameters
        ----------
        scenario : Scenario

        Returns
        -------
        mapping of str to float
        """
        # The function itself is kept beside, so that its id stays its own.
        kept = scenario.kept.get(id(self.function))
        if kept is None:
            value = self.function(scenario)
            if not isinstance(value, Mapping):
                raise ScenarioError(
                    f"The measure {self.name!r} gave {type(value).__name__} for {scenario.id!r}; "
                    'allowed is a mapping of holder to number: {"JP": 1.0, "RU": 2.0}.'
                )
            kept = scenario.kept[id(self.function)] = (self.function, dict(value))
        found: Mapping[str, float] = kept[1]
        return found


Named = str | Computed


def wanted(measures: Iterable[Named] | None = None) -> tuple[list[Wanted], dict[str, Published]]:
    """Return what is to be worked out, and which published figures stand beside it.

    Parameters
    ----------
    measures : iterable of str or callable, optional
        Names of :data:`MEASURES` and :data:`PUBLISHED` (with spaces or hyphens), and functions
        of a scenario that return value by holder: their name is the measure's, and an attribute
        ``unit``, where they have one, its unit. All but the costly ones where it is not given.

    Returns
    -------
    computed : list of Wanted
    published : dict of str to callable

    Raises
    ------
    kurilmap.errors.ScenarioError
        If there is no measure of a name.

    Examples
    --------
    >>> [one.name for one in wanted(["land-area"])[0]]
    ['land area']
    """
    if measures is None:
        usual = (name for name in MEASURES if not _ABOUT[name].costly)
        return [_ours(name) for name in usual], dict(PUBLISHED)
    computed: dict[str, Wanted] = {}
    beside: dict[str, Published] = {}
    for one in [measures] if isinstance(measures, str) or callable(measures) else measures:
        if callable(one):
            name = getattr(one, "__name__", type(one).__name__).replace("_", " ")
            # The measure's own function, named by itself, keeps its name and unit.
            known = next((key for key, ours in MEASURES.items() if ours is one), None)
            theirs = Wanted(name, str(getattr(one, "unit", "")), one)
            computed[known or name] = _ours(known) if known else theirs
            continue
        name = _known(one)
        if name in MEASURES:
            computed[name] = _ours(name)
        else:
            beside[name] = PUBLISHED[name]
    return list(computed.values()), beside


def _ours(name: str) -> Wanted:
    return Wanted(name, _ABOUT[name].unit, MEASURES[name])


def _known(name: object) -> str:
    plain = name.strip().replace("-", " ") if isinstance(name, str) else name
    for known in _names():
        if known.replace("-", " ") == plain:
            return known
    raise ScenarioError(
        f"There is no measure {name!r}; allowed are {', '.join(_names())}, or a function of a "
        "scenario that returns value by holder."
    )


def _names() -> Iterator[str]:
    yield from MEASURES
    yield from PUBLISHED
