"""A scenario: who holds what, as a frozen value from which others are derived."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kurilmap.scenarios.parts import Parts, points_of
from kurilmap.scenarios.values import NO_ENTRIES, NO_TEXTS, CutRule, Share, Table, Texts

# Shapely, geopandas and the solver are imported by the methods that need them: listing the
# scenarios has to be quick.
if TYPE_CHECKING:
    import geopandas as gpd
    from shapely import LineString

    from kurilmap.scenarios.partition import Piece

_DERIVED = "-changed"


@dataclass(frozen=True)
class Scenario:
    """A partition of the four groups, with its history and sources.

    Attributes
    ----------
    id : str
        Small letters, digits and hyphens.
    title : Texts
    kind : str
        One of :data:`kurilmap.scenarios.values.KINDS`.
    date : datetime.date
        When it was made; a derived scenario keeps the date of what it derives from.
    by, summary, conditions : Texts
        Empty where nothing is said.
    sources : tuple of str
        Ids of :func:`kurilmap.geodata.sources`.
    holders : Table
        Holder by group or island, ``"JP"``, ``"RU"`` or ``"joint"``; an island's own entry goes
        before its group's, and takes it out of a cut of the group.
    administers : Table
        Likewise, where administration differs from holding.
    cuts : tuple of CutRule
        In the order in which they are made: a further cut of a unit divides what the cut
        before it left.

    Raises
    ------
    kurilmap.errors.ScenarioError
        If the parts make no partition; the message tells every mistake.
    """

    id: str
    title: Texts
    kind: str
    date: dt.date
    by: Texts = NO_TEXTS
    summary: Texts = NO_TEXTS
    conditions: Texts = NO_TEXTS
    sources: tuple[str, ...] = ()
    holders: Table = NO_ENTRIES
    administers: Table = NO_ENTRIES
    cuts: tuple[CutRule, ...] = ()

    def __post_init__(self) -> None:
        """Check the whole, so that no broken scenario exists."""
        from kurilmap.scenarios import schema
        from kurilmap.scenarios.document import plain

        schema.refuse(schema.mistakes(plain(self)), f"Scenario {self.id!r}")

    def assign(self, **units: str) -> "Scenario":
        """Return a new scenario in which units have other holders.

        Parameters
        ----------
        **units : str
            Holder by unit. Islets are given as ``**{"habomai/suisho": "JP"}``. What was said
            of the unit before (cuts, administration, its islets' holders) is dropped.

        Returns
        -------
        Scenario

        Raises
        ------
        kurilmap.errors.ScenarioError
            If a unit or holder is unknown.

        Examples
        --------
        >>> from kurilmap.scenarios import scenario
        >>> scenario("status-quo").assign(habomai="JP").holders["habomai"]
        'JP'
        """
        parts = Parts(self.holders, self.administers, self.cuts)
        for unit, holder in units.items():
            parts = parts.assigned(unit, holder)
        return self._derived(parts)

    def cut(
        self,
        unit: str,
        share: Share | None = None,
        *,
        holder: str,
        rest: str,
        side: str = "southwest",
        bearing: float | None = None,
        line: "LineString | Sequence[Sequence[float]] | None" = None,
    ) -> "Scenario":
        """Return a new scenario in which a geodesic cuts a unit in two.

        A unit that one party held is cut afresh; one that is cut already is cut once more, and
        the new cut divides what the last one left.

        Parameters
        ----------
        unit : str
            A group or an island.
        share : float or "equal", optional
            Share of the unit's whole area that `holder` gets; ``"equal"`` makes Japan's and
            Russia's totals over the four groups equal. Not with `line`.
        holder, rest : str
            Who gets the part on `side`, and who the other.
        side : str, default "southwest"
            Where the share is counted from: a compass word.
        bearing : float, optional
            Azimuth of the cut in degrees at the middle of the group; by default square to the
            long axis of the unit's largest island.
        line : shapely.LineString, optional
            The cut itself, from shore to shore, EPSG:4326.

        Returns
        -------
        Scenario

        Raises
        ------
        kurilmap.errors.ScenarioError
            If this is no cut of the unit; the message says why.

        Examples
        --------
        >>> from kurilmap.scenarios import scenario
        >>> cut = scenario("status-quo").cut("etorofu", share=0.25, holder="JP", rest="RU")
        >>> cut.id, cut.kind, str(cut.title)
        ('status-quo-changed', 'constructed', 'Derived from: As administered today')
        """
        rule = CutRule(unit, share, holder, rest, side, bearing, points_of(line))
        new = self._derived(Parts(self.holders, self.administers, self.cuts).cut(rule))
        # An equal cut may only become possible with the steps to come; any other is tried now.
        if all(rule.share != "equal" for rule in new.cuts):
            new.check()
        return new

    def named(self, id: str | None = None, title: Texts | str | None = None) -> "Scenario":
        """Return the same partition under another id or title.

        Parameters
        ----------
        id : str, optional
        title : Texts or str, optional

        Returns
        -------
        Scenario

        Examples
        --------
        >>> from kurilmap.scenarios import scenario
        >>> scenario("status-quo").named("today", "Today").id
        'today'
        """
        titled = Texts(title) if isinstance(title, str) else title
        return replace(self, id=id or self.id, title=titled or self.title)

    def check(self) -> None:
        """Solve every cut, so that an impossible one is found.

        Raises
        ------
        kurilmap.errors.ScenarioError
            If a cut cannot be made.
        """
        from kurilmap.scenarios.land import land
        from kurilmap.scenarios.ruling import rulings

        rulings(self, land())

    def territory(self) -> "gpd.GeoDataFrame":
        """Return the land by unit, holder and administration.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326; columns ``unit``, ``holder``, ``administers``, ``geometry`` and
            ``area_km2`` (geodesic, WGS84, in km²). Low-tide elevations are left out. Cut edges
            are densified to 500 m or less.

        Examples
        --------
        >>> from kurilmap.scenarios import scenario
        >>> scenario("aso-quarter").territory()[["unit", "holder"]].values.tolist()[-2:]
        [['etorofu', 'JP'], ['etorofu', 'RU']]
        """
        from kurilmap.scenarios.partition import territory

        return territory(self.id, self._pieces)

    def shares(self) -> dict[str, float]:
        """Return the area that each party holds.

        Returns
        -------
        dict of str to float
            Square metres, geodesic on WGS84: ``"JP"``, ``"RU"``, and ``"joint"`` where there is
            such land.

        Examples
        --------
        >>> from kurilmap.scenarios import scenario
        >>> scenario("status-quo").shares()["JP"]
        0.0
        """
        totals = {"JP": 0.0, "RU": 0.0}
        for piece in self._pieces:
            holder = piece.holders[self.id]
            totals[holder] = totals.get(holder, 0.0) + piece.area_m2
        return totals

    def cut_lines(self) -> "list[LineString]":
        """Return the cuts where they run on land and part two holders.

        Returns
        -------
        list of shapely.LineString
            EPSG:4326, densified to 500 m or less.
        """
        from kurilmap.scenarios.partition import cut_lines

        return cut_lines(self._pieces)

    def to_toml(self, path: str | Path | None = None) -> str | Path:
        """Write the scenario as TOML.

        Parameters
        ----------
        path : str or pathlib.Path, optional

        Returns
        -------
        str or pathlib.Path
            The text where no path is given, else the path.

        Raises
        ------
        kurilmap.errors.WriteError
            If the file cannot be written; nothing is left half-written.
        """
        from kurilmap.scenarios.document import text_of, write

        return text_of(self) if path is None else write(self, Path(path))

    @classmethod
    def from_toml(cls, path: str | Path) -> "Scenario":
        """Read a scenario from a TOML file, and solve its cuts.

        Parameters
        ----------
        path : str or pathlib.Path

        Returns
        -------
        Scenario

        Raises
        ------
        kurilmap.errors.ScenarioError
            If the file cannot be read or is no scenario; the message tells every mistake,
            with line, key, what was given and what is allowed.
        """
        from kurilmap.scenarios.document import read

        new = read(Path(path))
        new.check()
        return new

    @cached_property
    def _pieces(self) -> "tuple[Piece, ...]":
        from kurilmap.scenarios.partition import pieces

        return tuple(pieces([self]))

    def _derived(self, parts: Parts) -> "Scenario":
        changed = replace(
            self, holders=parts.holders, administers=parts.administers, cuts=parts.cuts
        )
        if self.kind == "constructed" and self.id.endswith(_DERIVED):
            return changed
        # What was said by and of the original does not hold for what is made of it.
        return replace(
            changed,
            id=self.id[: 80 - len(_DERIVED)].rstrip("-") + _DERIVED,
            kind="constructed",
            title=Texts(
                en=f"Derived from: {self.title['en']}",
                ja=f"もとの案：{self.title['ja']}",
                ru=f"На основе: {self.title['ru']}",
            ),
            by=NO_TEXTS,
            summary=NO_TEXTS,
            conditions=NO_TEXTS,
        )
