"""Many cuts of one unit at once: a table by share."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from kurilmap.errors import ScenarioError
from kurilmap.geodesy.compass import across, away_from
from kurilmap.geodesy.divider import straight
from kurilmap.geodesy.measure import geod
from kurilmap.geodesy.parcels import Parcel, taken_area
from kurilmap.geodesy.profile import Profile
from kurilmap.scenarios import HOLDERS, Scenario, scenario
from kurilmap.scenarios.land import Land, land
from kurilmap.scenarios.refusal import shown
from kurilmap.scenarios.rules import known_units

if TYPE_CHECKING:
    import pandas as pd

TOLERANCE_M2 = 1.0
"""What a sweep's cut may take more or less than a full one."""

Progress = Callable[[int, int], object]

# The areas on the ellipsoid are measured at this many lines; what they differ by from those on
# the sphere, up to some thousand m², changes evenly enough to be interpolated between.
_KNOTS = 129
_LEAST_M2 = 1.0


class _Cuts:
    """The cuts of some land at one bearing: one pass along the axis serves them all."""

    def __init__(
        self, on: Land, islands: tuple[str, ...], side: str, bearing: float | None
    ) -> None:
        plots = [on.plots[island] for island in islands]
        parcels = [Parcel.whole(plot) for plot in plots]
        self.area = sum(plot.area for plot in plots)
        flat = max(plots, key=lambda plot: plot.area).flat
        self.bearing = across(flat) if bearing is None else bearing % 180
        self._frame = plots[0].frame
        self._normal = away_from(side, self.bearing)
        self._profile = Profile([plot.flat for plot in plots], self._normal, self._frame.radius)
        self._solved: dict[float, tuple[float, float]] = {}
        # On the sphere, and how much more it is on the ellipsoid.
        knots = np.linspace(0, self._profile.total, _KNOTS)
        more = np.zeros(_KNOTS)
        more[-1] = self.area - self._profile.total
        for number in range(1, _KNOTS - 1):
            offset = self._profile.offset(float(knots[number]))
            taken = taken_area(parcels, straight(self._normal, offset))
            knots[number] = self._profile.area(offset)
            more[number] = taken - knots[number]
        self._taken, self._more = knots + more, more

    def at(self, share: float) -> tuple[float, float]:
        """Return offset and length on land, both in metres, of the cut that takes a share."""
        if share not in self._solved:
            target = share * self.area
            more = float(np.interp(target, self._taken, self._more))
            offset = self._profile.offset(target - more)
            self._solved[share] = offset, self._length(offset)
        return self._solved[share]

    def _length(self, offset: float) -> float:
        way = np.array([-self._normal[1], self._normal[0]])
        ends = self._profile.crossings(offset).reshape(-1)
        points = self._frame.unproject_points(self._normal * offset + ends[:, None] * way)
        starts, stops = points[::2].T, points[1::2].T
        return float(np.sum(geod().inv(*starts, *stops)[2]))


# What was solved once is not solved again, whoever asks for it.
_cuts = lru_cache(maxsize=32)(_Cuts)


def sweep(
    unit: str,
    shares: Iterable[float],
    *,
    holder: str = "JP",
    rest: str = "RU",
    side: str = "southwest",
    bearing: float | None = None,
    of: Scenario | str = "status-quo",
    progress: bool | Progress = True,
) -> "pd.DataFrame":
    """Return what many cuts of one unit give to whom, by share.

    A thousand cuts of Etorofu / Iturup take about a second, as one pass along the island's axis
    serves them all. Each is the cut that :meth:`kurilmap.Scenario.cut` would make, to 1 m².

    Parameters
    ----------
    unit : str
        A group, all islands of which are divided, or an island.
    shares : iterable of float
        What part of its land `holder` gets in each cut, between 0 and 1.
    holder, rest : str, default "JP", "RU"
        Who gets the part on `side`, and who the other.
    side : str, default "southwest"
        Where the share is counted from: a compass word.
    bearing : float, optional
        Azimuth of the cuts in degrees at the middle of the group; by default square to the long
        axis of the unit's largest island.
    of : Scenario or str, default "status-quo"
        Who holds all other land, for the totals.
    progress : bool or callable, default True
        Whether to show a bar, in a terminal or notebook; or what is called as
        ``progress(done, total)``.

    Returns
    -------
    pandas.DataFrame
        One row a share, in the order given: ``share``; ``unit``, ``holder``, ``rest``;
        ``taken_km2`` and ``left_km2``, what each gets of the unit; ``cut_km``, the geodesic length
        of the cut on land; ``offset_m``, its distance from the middle of the group, across the cut
        and away from `side`; ``bearing``; and a column a holder with its total over the four
        groups, ``JP_km2``, ``RU_km2`` (and ``joint_km2``).

    Raises
    ------
    kurilmap.errors.ScenarioError
        If there is no such unit, holder or side, or a share is not between 0 and 1.

    Examples
    --------
    >>> table = sweep("etorofu", [0.25, 0.5], progress=False)
    >>> table[["share", "holder", "rest"]].values.tolist()
    [[0.25, 'JP', 'RU'], [0.5, 'JP', 'RU']]
    """
    import pandas as pd

    cuts, wanted = _asked(unit, shares, holder, rest, side, bearing)
    base = scenario(of) if isinstance(of, str) else of
    totals = _others(base, unit)
    for party in (holder, rest):
        totals.setdefault(party, 0.0)
    report = progress if callable(progress) else _silent
    rows = []
    with _bar(len(wanted), show=progress is True) as step:
        for done, share in enumerate(wanted, start=1):
            offset, length = cuts.at(share)
            taken, left = share * cuts.area / 1e6, (1 - share) * cuts.area / 1e6
            held = {**totals, holder: totals[holder] + taken}
            held[rest] += left
            rows.append(
                {
                    "share": share,
                    "unit": unit,
                    "holder": holder,
                    "rest": rest,
                    "taken_km2": taken,
                    "left_km2": left,
                    "cut_km": length / 1000,
                    "offset_m": offset,
                    "bearing": cuts.bearing,
                    **{f"{party}_km2": held[party] for party in HOLDERS if party in held},
                }
            )
            step()
            report(done, len(wanted))
    return pd.DataFrame(rows)


def _asked(
    unit: str,
    shares: Iterable[float],
    holder: str,
    rest: str,
    side: str,
    bearing: float | None,
) -> tuple[_Cuts, list[float]]:
    """Check what was given, as far as a single cut would, and return the solver."""
    on = land()
    islands = tuple(i for i, group in on.groups.items() if unit in (i, group))
    if not islands:
        allowed = ", ".join(known_units(unit)[:4])
        raise ScenarioError(
            f"sweep({shown(unit)}, …) was asked for; allowed are {allowed}, or the id of an island."
        )
    for name, party in (("holder", holder), ("rest", rest)):
        if party not in HOLDERS:
            raise ScenarioError(
                f"{name}={shown(party)} was given; allowed are {', '.join(HOLDERS)}."
            )
    if holder == rest:
        raise ScenarioError(f"holder and rest are both {shown(holder)}; allowed are two parties.")
    cuts = _cuts(on, islands, side, None if bearing is None else float(bearing))
    wanted = []
    for share in shares:
        if not _LEAST_M2 / cuts.area <= share <= 1 - _LEAST_M2 / cuts.area:
            raise ScenarioError(
                f"share={shown(share)} was given; allowed is a number between 0 and 1 that leaves "
                "each part 1 m² or more."
            )
        wanted.append(float(share))
    return cuts, wanted


def _others(base: Scenario, unit: str) -> dict[str, float]:
    """Return in km² what each party holds outside the unit."""
    totals: dict[str, float] = {"JP": 0.0, "RU": 0.0}
    for piece in base.pieces():
        if unit not in (piece.unit, piece.island):
            party = piece.holders[base.id]
            totals[party] = totals.get(party, 0.0) + piece.area_m2 / 1e6
    return totals


@contextmanager
def _bar(total: int, *, show: bool) -> Iterator[Callable[[], None]]:
    """Show a bar on stderr while a loop runs; a pipe or a log gets none."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn
    from rich.progress import Progress as Bar

    log = Console(stderr=True)
    hidden = not (show and (log.is_terminal or log.is_jupyter))
    columns = (BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=log, transient=True, disable=hidden) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


def _silent(*_: object) -> None:
    """Report to nobody."""
