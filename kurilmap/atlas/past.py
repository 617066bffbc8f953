"""Small maps of four dated states: the picture of the timeline."""

from dataclasses import dataclass

from shapely.geometry import shape

from kurilmap import history, layers
from kurilmap.geodata import UNITS, features, island_shapes
from kurilmap.history import State
from kurilmap.layers.still.frame import Frame
from kurilmap.layers.still.paints import past_id

# Three treaties that drew a boundary, and the one that drew none.
_STATES = ("shimoda-1855", "st-petersburg-1875", "portsmouth-1905", "san-francisco-1952")
(_SOUTH, _WEST), (_NORTH, _EAST) = layers.WHOLE
_FRAME = Frame(_WEST, _SOUTH - 0.6, _EAST, _NORTH, 158)
_GAP = 4


@dataclass(frozen=True)
class Year:
    """One of the small maps.

    Attributes
    ----------
    year : int
        When the state began.
    x, y : float
        Where the map stands in the picture.
    paints : tuple of (str, str)
        A unit, and the pattern of who held it.
    lines : str
        SVG path data of the boundary, or of the line of control.
    """

    year: int
    x: float
    y: float
    paints: tuple[tuple[str, str], ...]
    lines: str


@dataclass(frozen=True)
class Past:
    """What the picture is drawn from.

    Attributes
    ----------
    width, height : float
        Of one small map.
    land : str
        SVG path data of what the history does not tell of.
    units : tuple of (str, str)
        What it tells of: a unit, and its SVG path data.
    years : tuple of Year
    """

    width: float
    height: float
    land: str
    units: tuple[tuple[str, str], ...]
    years: tuple[Year, ...]


def past() -> Past:
    """Return the small maps of the timeline's picture.

    Returns
    -------
    Past

    Examples
    --------
    >>> [one.year for one in past().years]
    [1855, 1875, 1905, 1952]
    """
    found = {state.id: state for state in history.states()}
    return Past(
        width=_FRAME.width,
        height=_FRAME.height,
        land=_FRAME.land(without=layers.PAST_COAST),
        units=tuple((unit, _outline(unit)) for unit in history.UNITS),
        years=tuple(_year(found[key], number) for number, key in enumerate(_STATES)),
    )


def _outline(unit: str) -> str:
    if unit in UNITS:
        return _FRAME.outlines(i.geometry for i in island_shapes() if i.group == unit and i.is_land)
    coast = {f["properties"]["unit"]: f["geometry"] for f in features("coast-light.geojson")}
    return _FRAME.outlines([shape(coast[unit]).intersection(_FRAME.box)])


def _year(state: State, number: int) -> Year:
    drawn = {f["properties"]["id"]: f["geometry"] for f in features("lines.geojson")}
    row, column = divmod(number, 2)
    held = {
        unit: past_id(state.holders[unit], is_open=unit in state.left_open)
        for unit in state.holders
    }
    return Year(
        year=state.since.year if state.since else 0,
        x=column * (_FRAME.width + _GAP),
        y=row * (_FRAME.height + _GAP),
        paints=tuple(held.items()),
        lines="".join(_FRAME.path(shape(drawn[line]).coords) for line in state.lines),
    )
