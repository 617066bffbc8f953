"""How long cuts, a sweep and comparisons take, beside shapely's own clip at each step."""

import statistics

import numpy as np
import shapely
from pyproj import Geod

import kurilmap as km
from tests.benchmarks.timing import median, timed
from tests.tables import Table, Tables

_UNITS = ("shikotan", "kunashiri", "etorofu")
_PAIR = ("two-islands-1956", "aso-quarter")
_NOTE = (
    "The peer: of a cut, bisection with shapely and pyproj to 1 m²; of the sweep, as many cuts "
    "one by one; of the page, one map of both. Goals: a cut is at most 20 ms (median of "
    "the three), a sweep 10 s."
)


def partitions(tables: Tables) -> None:
    """Show how long partitions take, once all is loaded."""
    table = Table("Partitions, once loaded", ("work", "time", "of the peer"), _NOTE)
    base = km.scenario("status-quo")
    base.shares()
    # Every share is a new one: a cut that was solved once is not solved again.
    shares = iter(np.linspace(0.11, 0.89, 997))

    def cut(unit: str) -> None:
        base.cut(unit, share=float(next(shares)), holder="JP", rest="RU")

    times = {unit: median(lambda u=unit: cut(u), 25) for unit in _UNITS}
    for unit in _UNITS:
        peer = median(lambda u=unit: bisected(u, float(next(shares))), 3)
        table.add(f"a cut of {unit}", f"{1000 * times[unit]:.1f} ms", f"{times[unit] / peer:.3f}")
    across = statistics.median(times.values())
    table.add("a cut, median of the three", f"{1000 * across:.1f} ms", "")
    taken = statistics.median(timed(lambda s=start: swept(s)) for start in (0.10, 0.11, 0.12))
    peer = 1000 * times["etorofu"]
    table.add("a sweep of 1,000 cuts of etorofu", f"{taken:.2f} s", f"{taken / peer:.3f}")
    table.add(f"compare() of {len(km.scenarios())}", f"{1000 * median(compared):,.0f} ms", "")
    text = km.save_html(km.comparison_map(*_PAIR))
    single = km.save_html(km.overview_map(scenarios=_PAIR))
    taken = median(lambda: km.save_html(km.comparison_map(*_PAIR)))
    share = f"{len(text) / len(single):.2f} of its bytes"
    name = f"comparison page, {len(text) / 1000:,.0f} kB"
    table.add(name, f"{1000 * taken:,.0f} ms", share)
    tables.show(table)


def swept(start: float) -> None:
    """Make a thousand cuts, none of which was made before."""
    km.sweep("etorofu", np.linspace(start, 0.99, 1000), bearing=start * 1000, progress=False)


def compared() -> None:
    """Compare the catalogue anew."""
    _ = km.compare(*(one.named(title="x") for one in km.scenarios().values())).table


def bisected(unit: str, share: float) -> float:
    """Cut a group along a meridian by bisection, as one would with shapely and pyproj alone."""
    geod = Geod(ellps="WGS84")
    whole = km.islands().loc[unit, "geometry"]
    target = share * abs(geod.geometry_area_perimeter(whole)[0])
    west, south, east, north = whole.bounds
    low, high = west, east
    for _ in range(60):
        middle = (low + high) / 2
        part = whole.intersection(shapely.box(west, south, middle, north))
        area = abs(geod.geometry_area_perimeter(part)[0])
        if abs(area - target) < 1:
            break
        low, high = (middle, high) if area < target else (low, middle)
    return middle
