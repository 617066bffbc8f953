"""A scenario: who holds what, as a frozen value from which others are derived."""

import datetime as dt
import os
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kurilmap.files import write_text
from kurilmap.scenarios import coercion
from kurilmap.scenarios.imported import Imported
from kurilmap.scenarios.measured import Measured
from kurilmap.scenarios.parts import Parts, derived
from kurilmap.scenarios.refusal import called, refuse, shown, told_of
from kurilmap.scenarios.rights import Right, as_rights
from kurilmap.scenarios.values import NO_ENTRIES, NO_TEXTS, CutRule, Share, Table, Texts

if TYPE_CHECKING:
    from shapely import LineString, Polygon

_TEXTS = ("title", "by", "summary", "conditions")


@dataclass(frozen=True)
class Scenario(Measured, Imported):
    """A partition of the four groups, with its history and sources.

    Plain mappings and lists are taken as well, and kept as the frozen values named here.

    Attributes
    ----------
    id : str
        Small letters, digits and hyphens.
    title : Texts
    kind : str
        One of :data:`kurilmap.scenarios.values.KINDS`.
    date : datetime.date
        When it was made; a derived scenario keeps the date of what it derives from.
    precision : {"day", "month", "year"}
        How much of `date` is meant: ``"month"`` where no source gives the day.
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
    rights : tuple of Right
        What a party may do on land that it need not hold, or that is still to be talked about.

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
    rights: tuple[Right, ...] = ()
    precision: str = "day"

    def __post_init__(self) -> None:
        """Freeze and check the whole, so that no broken scenario exists."""
        from kurilmap.scenarios import schema
        from kurilmap.scenarios.document import plain

        with told_of(f"Scenario {shown(self.id)}", ()):
            taken: dict[str, Any] = {
                **{name: coercion.as_texts(name, getattr(self, name)) for name in _TEXTS},
                "sources": coercion.as_sources(self.sources),
                "holders": coercion.as_table("holders", self.holders),
                "administers": coercion.as_table("administers", self.administers),
                "cuts": coercion.as_cuts(self.cuts),
                "rights": as_rights(self.rights),
            }
        for name, value in taken.items():
            object.__setattr__(self, name, value)
        refuse(schema.mistakes(plain(self)), f"Scenario {shown(self.id)}")

    def assign(self, **units: str) -> "Scenario":
        """Return a new scenario in which units have other holders.

        Parameters
        ----------
        **units : str
            Holder by unit. Islets are given as ``**{"habomai/suisho": "JP"}``. What was said
            of the unit before (cuts, administration, rights, its islets' holders) is dropped.

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
        with told_of(called("assign", **units), ("holders",)):
            parts = Parts.of(self)
            for unit, holder in units.items():
                parts = parts.assigned(unit, holder)
            return derived(self, parts)

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
        polygon: "Polygon | Sequence[Sequence[float]] | None" = None,
    ) -> "Scenario":
        """Return a new scenario in which a unit is cut in two, by a geodesic or as you draw it.

        A unit that one party held is cut afresh; one that is cut already is cut once more, and
        the new cut divides what the last one left.

        Parameters
        ----------
        unit : str
            A group or an island.
        share : float or "equal", optional
            What part `holder` gets of the land that the unit's cuts divide: all of the unit, but
            for islands with a holder or cut of their own. At least 1 m² goes to each side.
            ``"equal"`` makes Japan's and Russia's totals over the four groups equal. Not with
            `line` or `polygon`.
        holder, rest : str
            Who gets the part on `side`, and who the other.
        side : str, default "southwest"
            Where the share is counted from: a compass word.
        bearing : float, optional
            Azimuth of the cut in degrees at the middle of the group; by default square to the
            long axis of the unit's largest island.
        line : shapely.LineString, optional
            The cut itself, from shore to shore, EPSG:4326.
        polygon : shapely.Polygon, optional
            What `holder` gets of the unit is what this covers, EPSG:4326; its edges are geodesics.

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
        drawn = {"line": line, "polygon": polygon}
        hidden = {name: None if shape is None else ... for name, shape in drawn.items()}
        call = called("cut", unit, share=share, **hidden)
        with told_of(call, ("cut", len(self.cuts))):
            # Any line or polygon is taken, and kept as its points.
            rule = CutRule(
                unit,
                share,
                holder,
                rest,
                side,
                bearing,
                line,  # type: ignore[arg-type]
                polygon,  # type: ignore[arg-type]
            )
            new = derived(self, Parts.of(self).cut(rule))
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
        given = self.title if title is None else coercion.as_texts("title", title)
        return replace(self, id=self.id if id is None else id, title=given)

    def to_toml(self, path: str | os.PathLike[str] | None = None) -> str | Path:
        """Write the scenario as TOML.

        Parameters
        ----------
        path : str or path-like, optional

        Returns
        -------
        str or pathlib.Path
            The text where no path is given, else the path.

        Raises
        ------
        kurilmap.errors.WriteError
            If the file cannot be written; nothing is left half-written.
        """
        from kurilmap.scenarios.document import text_of

        return text_of(self) if path is None else write_text(path, text_of(self))

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> "Scenario":
        """Read a scenario from a TOML file, and solve its cuts.

        Parameters
        ----------
        path : str or path-like

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

        new = read(path)
        new.check()
        return new

    def __getstate__(self) -> dict[str, Any]:
        """Copy and pickle the fields alone: what was worked out from them can be again."""
        return {field.name: getattr(self, field.name) for field in fields(self)}
