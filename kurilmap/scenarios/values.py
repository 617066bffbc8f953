"""The frozen values that a scenario is made of: texts, tables of holders, cuts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

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

LANGS = ("en", "ja", "ru")

Share = float | Literal["equal"]


@dataclass(frozen=True)
class Texts(Mapping[str, str]):
    """One text in up to three languages; English stands in for those that are missing.

    Parameters
    ----------
    en : str, default ""
    ja, ru : str, optional

    Examples
    --------
    >>> title = Texts("Four islands", ja="四島")
    >>> str(title), title["ja"], title["ru"], list(title)
    ('Four islands', '四島', 'Four islands', ['en', 'ja'])
    """

    en: str = ""
    ja: str | None = None
    ru: str | None = None

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


class Table(Mapping[str, str]):
    """A mapping from unit to holder that does not change and can be hashed.

    Parameters
    ----------
    entries : mapping of str to str

    Examples
    --------
    >>> Table({"etorofu": "RU", "habomai": "JP"})
    Table({'habomai': 'JP', 'etorofu': 'RU'})
    """

    __slots__ = ("_entries",)

    def __init__(self, entries: Mapping[str, str] | None = None) -> None:
        given = dict(entries or {})
        self._entries = {unit: given[unit] for unit in sorted(given, key=_order)}

    def __getitem__(self, unit: str) -> str:
        """Return the holder entered for a unit."""
        return self._entries[unit]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the units, from the southwest on, islets after their group."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._entries)

    def __hash__(self) -> int:
        """Return the same number for equal tables."""
        return hash(frozenset(self._entries.items()))

    def __repr__(self) -> str:
        """Return how to make the table again."""
        return f"Table({self._entries!r})"


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
        Share of the unit's area that `holder` gets; ``"equal"``: what makes the two parties'
        totals over the four groups equal; None where `line` is given.
    holder, rest : str
        Who holds the part on `side`, and who the other.
    side : str, default "southwest"
        The side that the share is counted from.
    bearing : float, optional
        Azimuth of the cut in degrees at the middle of the group; square to the long axis of
        the unit's largest island where it is not given.
    line : tuple of (lon, lat), optional
        The cut itself, EPSG:4326.
    """

    unit: str
    share: Share | None
    holder: str
    rest: str
    side: str = "southwest"
    bearing: float | None = None
    line: tuple[tuple[float, float], ...] | None = None
