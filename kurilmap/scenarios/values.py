"""The frozen values that a scenario is made of: texts, tables of holders, cuts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from numbers import Real
from types import MappingProxyType
from typing import Any, Literal

from kurilmap.errors import ScenarioError
from kurilmap.scenarios.drawn import Points, points_of
from kurilmap.scenarios.refusal import shown
from kurilmap.scenarios.rings import Rings, rings_of
from kurilmap.words import LANGS

HOLDERS = ("JP", "RU", "joint")
"""Who can hold land: Japan, Russia, both together."""

KINDS = (
    "administered",
    "agreed text",
    "offered",
    "proposed",
    "floated",
    "studied",
    "constructed",
)
"""What a scenario is; ``"constructed"`` is a reader's own."""

PRECISIONS = ("day", "month", "year")
"""How much of a scenario's date is known."""

Share = float | Literal["equal"]


@dataclass(frozen=True)
class Texts(Mapping[str, str]):
    """One text in up to three languages; English stands in for those that are missing.

    Parameters
    ----------
    en : str, default ""
    ja, ru : str, optional

    Raises
    ------
    kurilmap.errors.ScenarioError
        If one is no text.

    Examples
    --------
    >>> title = Texts("Four islands", ja="四島")
    >>> str(title), title["ja"], title["ru"], list(title)
    ('Four islands', '四島', 'Four islands', ['en', 'ja'])
    """

    en: str = ""
    ja: str | None = None
    ru: str | None = None

    def __post_init__(self) -> None:
        """Check the types; an empty text in a language is none."""
        for lang in LANGS:
            own = getattr(self, lang)
            if not isinstance(own, str) and (own is not None or lang == "en"):
                raise ScenarioError(f"{lang}={shown(own)} was given; allowed: a text.")
            if not own and lang != "en":
                object.__setattr__(self, lang, None)

    def __str__(self) -> str:
        """Return the English text."""
        return self.en

    def __getitem__(self, lang: str) -> str:
        """Return the text in a language, or in English where it has none."""
        if lang not in LANGS:
            raise KeyError(lang)
        own: str | None = getattr(self, lang)
        return self.en if own is None else own

    def __contains__(self, lang: object) -> bool:
        """Tell whether the text itself is there in a language."""
        return lang in tuple(self)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the languages that the text is there in."""
        return iter(lang for lang in LANGS if getattr(self, lang) not in (None, ""))

    def __len__(self) -> int:
        """Return the number of languages; 0 where nothing is said."""
        return sum(1 for _ in self)


def _order(unit: str) -> tuple[int, str]:
    from kurilmap.geodata import UNITS

    group = str(unit).partition("/")[0]
    return (UNITS.index(group) if group in UNITS else len(UNITS), str(unit))


@dataclass(frozen=True, eq=False, repr=False)
class Table(Mapping[str, str]):
    """A mapping from unit to holder that does not change and can be hashed.

    Parameters
    ----------
    entries : mapping of str to str

    Raises
    ------
    kurilmap.errors.ScenarioError
        If a unit or holder is no text.

    Examples
    --------
    >>> Table({"etorofu": "RU", "habomai": "JP"})
    Table({'habomai': 'JP', 'etorofu': 'RU'})
    """

    entries: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take a copy, in order, that nobody can change."""
        if not isinstance(self.entries, Mapping):
            raise ScenarioError(
                f'{shown(self.entries)} was given; allowed: holders by unit: {{"etorofu": "RU"}}.'
            )
        given = dict(self.entries)
        for unit, holder in given.items():
            if not (isinstance(unit, str) and isinstance(holder, str)):
                raise ScenarioError(
                    f"{shown(unit)}: {shown(holder)} was given; allowed: a unit's id and one of "
                    f"{', '.join(HOLDERS)}."
                )
        ordered = {unit: given[unit] for unit in sorted(given, key=_order)}
        object.__setattr__(self, "entries", MappingProxyType(ordered))

    def __getitem__(self, unit: str) -> str:
        """Return the holder entered for a unit."""
        return self.entries[unit]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the units, from the southwest on, islets after their group."""
        return iter(self.entries)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.entries)

    def __hash__(self) -> int:
        """Return the same number for equal tables."""
        return hash(frozenset(self.entries.items()))

    def __repr__(self) -> str:
        """Return how to make the table again."""
        return f"Table({dict(self.entries)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy and pickle by what makes the table: a read-only view itself cannot be pickled."""
        return Table, (dict(self.entries),)


NO_TEXTS = Texts()
"""Nothing said."""

NO_ENTRIES = Table()
"""Nothing entered."""


@dataclass(frozen=True)
class CutRule:
    """A cut as a scenario states it.

    Attributes
    ----------
    unit : str
        A group or an island.
    share : float, "equal" or None
        What part of the land that the unit's cuts divide `holder` gets: all of the unit, but for
        islands with a holder or cut of their own. ``"equal"``: what makes the two parties'
        totals over the four groups equal; None where `line` or `polygon` is given.
    holder, rest : str
        Who holds the part on `side`, and who the other.
    side : str, default "southwest"
        The side that the share is counted from.
    bearing : float, optional
        Azimuth of the cut in degrees at the middle of the group; square to the long axis of
        the unit's largest island where it is not given.
    line : tuple of (lon, lat), optional
        The cut itself, EPSG:4326; taken from a LineString as well.
    polygon : tuple of rings of (lon, lat), optional
        What `holder` gets, EPSG:4326: the outer ring, then those of holes; taken from a Polygon
        as well. It has neither share nor side.
    """

    unit: str
    share: Share | None
    holder: str
    rest: str
    side: str = "southwest"
    bearing: float | None = None
    line: Points | None = None
    polygon: Rings | None = None

    def __post_init__(self) -> None:
        """Take any real numbers, numpy's too, and anything drawn, as plain values."""
        for name in ("share", "bearing"):
            value = getattr(self, name)
            whole = isinstance(value, int) and name == "share"  # no share: told of as it was given
            if isinstance(value, Real) and not isinstance(value, bool) and not whole:
                object.__setattr__(self, name, _plain(value))
        if self.line is not None:
            object.__setattr__(self, "line", points_of(self.line))
        if self.polygon is not None:
            object.__setattr__(self, "polygon", rings_of(self.polygon))


def _plain(value: Real) -> float | Real:
    try:
        return float(value)
    except OverflowError:  # 10**400: left for the schema to refuse
        return value
