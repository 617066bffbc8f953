"""From shapes that lie on the land to what a scenario says of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kurilmap.scenarios.land import Land
from kurilmap.scenarios.overlay import Cover, Crossing, islands_of
from kurilmap.scenarios.parts import Parts
from kurilmap.scenarios.refusal import Mistake, Path
from kurilmap.scenarios.values import CutRule, Table

# Between neighbours whose file was rounded, a little land lies in neither.
_LEAST_M2 = 1.0
_GAP = 1e-7


@dataclass(frozen=True)
class Parties:
    """Who gets what where a shape does not say.

    Attributes
    ----------
    holder : str
    rest : str or None
        None for the party that `holder` is not.
    side : str
    """

    holder: str = "JP"
    rest: str | None = None
    side: str = "southwest"


@dataclass(frozen=True, eq=False)
class Assembly:
    """What shapes make of a scenario.

    Attributes
    ----------
    parts : Parts
    origins : tuple of (CutRule, Path)
        Each cut that comes of a shape, and where the shape stands in its file.
    mistakes : tuple of Mistake
    """

    parts: Parts
    origins: tuple[tuple[CutRule, Path], ...] = ()
    mistakes: tuple[Mistake, ...] = ()


def assembled(
    base: Parts, laid: Sequence[Cover | Crossing], parties: Parties, on: Land
) -> Assembly:
    """Return what shapes make of a partition.

    Parameters
    ----------
    base : Parts
        What holds where no shape says otherwise. Of a unit that a shape cuts, nothing of it holds.
    laid : sequence of Cover or Crossing
        As :func:`kurilmap.scenarios.overlay.met` gives them; no two cover the same land.
    parties : Parties
    on : Land

    Returns
    -------
    Assembly
    """
    whole = Assembly(base)
    units = dict.fromkeys([*on.groups.values(), *on.groups])
    for unit in (unit for unit in units if any(each.unit == unit for each in laid)):
        work = _Unit(unit, [each for each in laid if each.unit == unit], parties, on)
        step = work.assembled(whole.parts)
        whole = replace(
            step,
            origins=whole.origins + step.origins,
            mistakes=(*whole.mistakes, *step.mistakes, *work.odd_administrations()),
        )
    return whole


class _Unit:
    """What is laid on one unit."""

    def __init__(
        self, unit: str, laid: Sequence[Cover | Crossing], parties: Parties, on: Land
    ) -> None:
        self.unit = unit
        self.laid = laid
        self.parties = parties
        self.sizes = {island: on.plots[island].flat.area for island in islands_of(unit, on)}
        self.covers = [each for each in laid if isinstance(each, Cover)]
        self.crossings = [each for each in laid if isinstance(each, Crossing)]
        land = sum(self.sizes.values())
        gap = land - sum(sum(cover.areas.values()) for cover in self.covers)
        self.is_full = gap < max(_LEAST_M2, _GAP * land) and not self.crossings
        self.held: dict[str, float] = {}
        for each in laid:
            holder = self.holder(each)
            size = sum(each.areas.values()) if isinstance(each, Cover) else 0.0
            self.held[holder] = self.held.get(holder, 0.0) + size

    def holder(self, each: Cover | Crossing) -> str:
        return each.shape.holder or self.parties.holder

    def assembled(self, base: Parts) -> Assembly:
        islands = {island: self.holder(cover) for cover in self.covers for island in cover.whole}
        if self.is_full and len(self.held) == 1:
            parts = base.assigned(self.unit, next(iter(self.held)))
        elif self.crossings or any(cover.is_partial for cover in self.covers):
            return self._cut(base, islands)
        else:
            parts = self._given(base, islands)
        return Assembly(self._administered(parts))

    def _given(self, base: Parts, islands: dict[str, str]) -> Parts:
        """Give whole islands to their holders."""
        parts, usual = base, base.holders.get(self.unit)
        if self.is_full:
            usual = max(self.held, key=lambda holder: self.held[holder])
            parts = base.assigned(self.unit, usual)
        for island in (island for island in self.sizes if island in islands):
            if parts.holders.get(island, usual) != islands[island]:
                parts = parts.assigned(island, islands[island])
        return parts

    def _cut(self, base: Parts, islands: dict[str, str]) -> Assembly:
        said = dict.fromkeys(each.shape.rest for each in self.laid if each.shape.rest)
        if len(said) > 1:
            place = next(each.shape.path for each in reversed(self.laid) if each.shape.rest)
            given = f"{' and '.join(said)} for the rest of {self.unit}"
            wrong = Mistake((*place, "properties", "rest"), given, "one party for one unit")
            return Assembly(base, mistakes=(wrong,))
        rest = self._rest(next(iter(said), None))
        # Polygons first: a line divides what they leave.
        drawn: list[Cover | Crossing] = [
            cover
            for cover in self.covers
            if cover.is_partial and (self.crossings or self.holder(cover) != rest)
        ]
        drawn += self.crossings
        origins = [(self._rule(each, rest), each.shape.path) for each in drawn]
        if odd := [path for rule, path in origins if rule.holder == rule.rest]:
            return Assembly(base, mistakes=tuple(self._one_party(rest, path) for path in odd))
        if not origins:
            path = self.laid[0].shape.path
            return Assembly(base, mistakes=(self._one_party(rest, path),))
        parts = base.assigned(self.unit, rest)
        for rule, _ in origins:
            parts = parts.cut(rule)
        own = {
            island: islands[island]
            for cover in self.covers
            if cover not in drawn
            for island in self.sizes
            if island in cover.whole and (islands[island] != rest or self.crossings)
        }
        parts = replace(parts, holders=Table({**parts.holders, **own}))
        return Assembly(self._administered(parts), tuple(origins))

    def _rest(self, said: str | None) -> str:
        if said:
            return said
        rest = self.parties.rest or _other(self.parties.holder)
        if self.is_full and rest not in self.held:
            return max(self.held, key=lambda holder: self.held[holder])
        # A shape that gives to the one who has the rest leaves the rest to the other.
        return _other(rest) if set(self.held) == {rest} else rest

    def _rule(self, each: Cover | Crossing, rest: str) -> CutRule:
        holder = self.holder(each)
        if isinstance(each, Cover):
            return CutRule(self.unit, None, holder, rest, polygon=each.rings)
        side = each.shape.side or self.parties.side
        return CutRule(self.unit, None, holder, rest, side, line=each.line)

    def _one_party(self, rest: str, path: Path) -> Mistake:
        given = f"{rest} for a part of {self.unit} and for the rest of it"
        return Mistake(path, given, 'two parties; name them in the properties "holder" and "rest"')

    def _administered(self, parts: Parts) -> Parts:
        entries: dict[str, str] = {}
        for island in self.sizes:
            parties = self._administrations(island)
            if any(holder != party for holder, party in parties):
                entries[island] = parties[0][1]
        if entries.keys() == self.sizes.keys() and len(set(entries.values())) == 1:
            entries = {self.unit: next(iter(entries.values()))}
        return replace(parts, administers=Table({**parts.administers, **entries}))

    def odd_administrations(self) -> Iterator[Mistake]:
        """Tell of islands whose parts one party holds and another administers."""
        for island in self.sizes:
            parties = self._administrations(island)
            odd = any(holder != party for holder, party in parties)
            if odd and len({party for _, party in parties}) > 1:
                cover = next(cover for cover in self.covers if island in cover.areas)
                given = f"more than one administration of {island}, other than who holds it"
                allowed = "one for each island, or everywhere that of the holder"
                place = (*cover.shape.path, "properties", "administers")
                yield Mistake(place, given, allowed)

    def _administrations(self, island: str) -> list[tuple[str, str]]:
        found = {
            (self.holder(cover), cover.shape.administers or self.holder(cover))
            for cover in self.covers
            if island in cover.areas
        }
        return sorted(found)


def _other(party: str) -> str:
    return "RU" if party == "JP" else "JP"
