"""The plate of the waters of a scenario, and how it is drawn under the land."""

from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from kurilmap import geodata, telling
from kurilmap.layers import look
from kurilmap.printed import paint
from kurilmap.printed.plate import Land, Panel, Plate, Row
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.window import Window
from kurilmap.scenarios import scenarios
from kurilmap.sea import SeaZones, simplified
from kurilmap.telling.sea import ZONES, sea_notes
from kurilmap.words import number, parties, say

STRENGTH = {"territorial": 0.32, "zone": 0.13}
"""How much of the holder's colour lies on a zone."""

_HAIR = 1e-6  # degrees
_EDGE = 0.02  # degrees: the window's edge is no limit


def waters_plate(given: SeaZones, lang: str) -> Plate:
    """Return the plate of a scenario's waters.

    Parameters
    ----------
    given : SeaZones
    lang : {"en", "ja", "ru"}

    Returns
    -------
    Plate
    """
    light = simplified(given)
    one = scenarios().get(given.scenario)
    at_sea = given.boundary["kind"] != "land"
    boundary = tuple(light.boundary.geometry[at_sea])
    cuts = tuple(given.boundary.geometry[~at_sea])
    told = sea_notes(lang)
    held = [holder for holder in parties(lang) if (given.zones["holder"] == holder).any()]
    km = number(float(given.boundary["length_km"][at_sea].sum()), lang, -1)
    metres = say("waters.residual-value", lang, value=number(given.residual_m, lang, 2))
    title = one.title[lang] if one else given.scenario
    return Plate(
        title=say("printed.sea", lang, title=title),
        note=say("standing.constructed", lang),
        panels=(Panel(_land(given), cuts=cuts, boundary=boundary, waters=light),),
        key=tuple(_key(given, held, bool(cuts), lang)),
        table=(
            (say("waters.length", lang), f"{km}\u00a0{say('unit-of.km', lang)}"),
            (say("waters.residual", lang), metres),
        ),
        notes=tuple(told["notes"]),
        cited=tuple(dict.fromkeys([*(one.sources if one else ()), *told["cited"]])),
    )


def _key(given: SeaZones, held: list[str], cut: bool, lang: str) -> list[Row]:
    rows = [Row("land", (holder, ""), say(f"holder.{holder}", lang)) for holder in held]
    rows += [
        Row(
            "wash",
            (holder, kind),
            say(
                "printed.wash",
                lang,
                holder=say(f"holder.{holder}", lang),
                zone=_lower(say(f"layer.sea-{kind}", lang)),
            ),
        )
        for holder in held
        for kind in ZONES
    ]
    gains = given.changes.groupby("after")["area_km2"].sum() if len(given.changes) else {}
    rows += [
        Row(
            "gained",
            (holder,),
            say(
                "printed.change",
                lang,
                gained=say(f"waters.gained-{holder}", lang),
                area=telling.area(gains[holder] * 1e6, lang),
            ),
        )
        for holder in parties(lang)
        if holder in gains
    ]
    rows.append(Row("line", ("boundary",), say("layer.sea-boundary", lang)))
    if cut:
        rows.append(Row("line", ("cut",), say("standing.constructed", lang)))
    return rows + [Row("line", (kind,), say(f"waters.limit-{kind}", lang)) for kind in ZONES]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def draw_waters(sheet: Sheet, window: Window, given: Any, step: float) -> None:
    """Draw zones as a light wash, their limits, and what changes hands as a hatch.

    Parameters
    ----------
    sheet : Sheet
    window : Window
    given : SeaZones
        Simplified.
    step : float
        Of the hatch, in points.
    """
    for kind, zone in ZONES.items():
        for row in given.zones[given.zones["zone"] == zone].itertuples():
            paint.wash(sheet, window.clipped(row.geometry), row.holder, STRENGTH[kind])
    for holder in dict.fromkeys(given.changes["after"]) if len(given.changes) else ():
        moved = given.changes.geometry[given.changes["after"] == holder].union_all()
        paint.gained(sheet, window.clipped(moved), holder, step)
    for kind, lines in _limits(given).items():
        style = look.LIMITS[kind]
        dash = [float(part) * 0.5 for part in style.dash.split()]
        sheet.line(window.clipped(lines), style.colour, 0.55, dash)


def _limits(given: SeaZones) -> dict[str, BaseGeometry]:
    """Return the outer limits of the zones, without boundaries, shores and the window's edge."""
    twelve = []
    for holder in dict.fromkeys(given.zones["holder"]):
        mine = given.zones[given.zones["holder"] == holder].set_index("zone").geometry
        if len(mine) == len(ZONES):
            twelve.append(shapely.intersection(*(shape.boundary for shape in mine)))
    whole = shapely.unary_union(given.zones.geometry.to_numpy())
    outer = shapely.multilinestrings([part.exterior for part in shapely.get_parts(whole)])
    edge = given.window.boundary.buffer(_EDGE)
    return {
        "territorial": shapely.unary_union(twelve),
        "zone": outer.difference(edge),
    }


def _land(given: SeaZones) -> tuple[Land, ...]:
    """Return the islands by whose waters they lie in: a cut parts an island."""
    cuts = given.boundary.geometry[given.boundary["kind"] == "land"]
    found: dict[str, list[BaseGeometry]] = {}
    near = given.zones[given.zones["zone"] == ZONES["territorial"]]
    shapes = near.geometry.to_numpy()
    shapely.prepare(shapes)
    for island in geodata.island_shapes():
        if not island.is_land:
            continue
        for part in _parted(island.geometry, cuts.to_numpy()):
            apart = shapely.distance(shapes, part.buffer(1e-4))
            # Both zones touch a part at the cut itself: its own has the longer shore.
            touching = shapely.area(shapely.intersection(shapes, part.buffer(0.01)))
            best = touching.argmax() if touching.max() > 0 else apart.argmin()
            found.setdefault(str(near["holder"].iloc[best]), []).append(part)
    return tuple(Land(holder, "", shapely.union_all(parts)) for holder, parts in found.items())


def _parted(island: BaseGeometry, cuts: Any) -> list[BaseGeometry]:
    mine = [_longer(cut) for cut in cuts if cut.intersects(island)]
    if not mine:
        return [island]
    edges = shapely.get_parts(shapely.unary_union([island.boundary, *mine]))
    faces = shapely.polygonize(edges)
    return [
        face for face in shapely.get_parts(faces) if island.contains(face.representative_point())
    ]


def _longer(cut: BaseGeometry) -> BaseGeometry:
    """Return a cut with its ends a hair out at sea: they may lie just short of the shore."""
    points = shapely.get_coordinates(cut)
    for end, inner in ((0, 1), (-1, -2)):
        step = points[end] - points[inner]
        points[end] += step / np.hypot(*step) * _HAIR
    return shapely.LineString(points)
