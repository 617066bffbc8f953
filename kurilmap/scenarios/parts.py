"""The steps from one partition to the next: assign a unit, or cut it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kurilmap.errors import ScenarioError
from kurilmap.scenarios.values import CutRule, Table

if TYPE_CHECKING:
    from shapely import LineString


@dataclass(frozen=True)
class Parts:
    """What a scenario says of the land, without its texts.

    Attributes
    ----------
    holders, administers : Table
    cuts : tuple of CutRule
    """

    holders: Table
    administers: Table
    cuts: tuple[CutRule, ...]

    def assigned(self, unit: str, holder: str) -> "Parts":
        """Return the parts with a unit given whole to a holder.

        Parameters
        ----------
        unit, holder : str

        Returns
        -------
        Parts
        """
        kept = self._without(unit)
        group = unit.partition("/")[0]
        # An islet is taken out of what its group says of administration, too.
        own = {unit: holder} if unit != group and group in kept.administers else {}
        return Parts(
            Table({**kept.holders, unit: holder}), Table({**kept.administers, **own}), kept.cuts
        )

    def cut(self, rule: CutRule) -> "Parts":
        """Return the parts with one more cut.

        Parameters
        ----------
        rule : CutRule

        Returns
        -------
        Parts
        """
        again = any(other.unit == rule.unit for other in self.cuts)
        kept = self if again else self._without(rule.unit)
        return Parts(kept.holders, kept.administers, (*kept.cuts, rule))

    def _without(self, unit: str) -> "Parts":
        def is_kept(other: str) -> bool:
            return other != unit and not other.startswith(f"{unit}/")

        def keep(table: Mapping[str, str]) -> Table:
            return Table({other: holder for other, holder in table.items() if is_kept(other)})

        return Parts(
            keep(self.holders),
            keep(self.administers),
            tuple(rule for rule in self.cuts if is_kept(rule.unit)),
        )


def points_of(
    line: "LineString | Sequence[Sequence[float]] | None",
) -> tuple[tuple[float, float], ...] | None:
    """Return the points of a line as plain numbers.

    Parameters
    ----------
    line : shapely.LineString or sequence of (lon, lat) or None

    Returns
    -------
    tuple of (lon, lat), or None

    Raises
    ------
    kurilmap.errors.ScenarioError
        If it is another geometry, or no sequence of points.
    """
    if line is None:
        return None
    kind: str = getattr(line, "geom_type", "LineString")
    points: Any = getattr(line, "coords", line) if kind == "LineString" else None
    if points is None:
        raise ScenarioError(
            f"line={kind} was given; allowed is a LineString of two points or more."
        )
    try:
        return tuple((float(point[0]), float(point[1])) for point in points)
    except (TypeError, ValueError, IndexError) as error:
        raise ScenarioError(
            f"line={line!r:.60} was given; allowed is a LineString, or a list of "
            "(longitude, latitude)."
        ) from error
