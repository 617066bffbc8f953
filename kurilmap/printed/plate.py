"""What a printed map shows and tells, before anything is drawn."""

from dataclasses import dataclass
from typing import Any

from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Land:
    """Land that is filled alike.

    Attributes
    ----------
    holder : str
        Empty where nobody is said to be the holder.
    mark : str
        As :func:`kurilmap.scenarios.mark` gives it.
    geometry : shapely geometry
        EPSG:4326.
    """

    holder: str
    mark: str
    geometry: BaseGeometry


@dataclass(frozen=True)
class Panel:
    """One map of a plate.

    Attributes
    ----------
    land : tuple of Land
    title, note : str
        Above it; empty where it is the only one.
    caption : tuple of str
        Below it.
    shares : tuple of (str, str, float)
        Holder, mark and fraction of the land.
    cuts, boundary : tuple of shapely geometry
        Lines on land and at sea, constructed by the kit.
    moved : shapely geometry or None
        Land that changes hands.
    waters : object or None
        A :class:`kurilmap.sea.SeaZones`.
    """

    land: tuple[Land, ...]
    title: str = ""
    note: str = ""
    caption: tuple[str, ...] = ()
    shares: tuple[tuple[str, str, float], ...] = ()
    cuts: tuple[BaseGeometry, ...] = ()
    boundary: tuple[BaseGeometry, ...] = ()
    moved: BaseGeometry | None = None
    waters: Any = None


@dataclass(frozen=True)
class Row:
    """A row of the key.

    Attributes
    ----------
    kind : {"land", "mark", "wash", "gained", "line"}
    look : tuple of str
        Holder and mark, who has rights, holder and zone, holder, or what line.
    text : str
    """

    kind: str
    look: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Plate:
    """A printed map, or several on one sheet.

    Attributes
    ----------
    title, note : str
    panels : tuple of Panel
    key : tuple of Row
    facts : tuple of (str, str)
        Label and text: who, when, on what conditions.
    table : tuple of tuple of str
    head : str
        Heading of the table.
    summary : tuple of (str, str)
        Label and text, where there is room for it.
    notes : tuple of str
        The small print that is this plate's own.
    cited : tuple of str
        Ids of sources.
    """

    title: str
    note: str
    panels: tuple[Panel, ...]
    key: tuple[Row, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    head: str = ""
    summary: tuple[str, str] = ("", "")
    notes: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
