"""What a file is made of: layers with their look, and what is told of them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kurilmap._version import __version__
from kurilmap.layers import look as looks
from kurilmap.words import say

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Kind:
    """How the features of one value are drawn, and what a legend calls them.

    Attributes
    ----------
    value : str
        Of the look's column.
    party : str
        Of the look's ``by_party`` column; empty where that has none.
    label : str
    fill : str
        Colour of areas and points, ``#rrggbb``.
    ink : str
        Colour of lines, hatches and edges.
    hatch : str
        As in :mod:`kurilmap.layers.look`.
    opacity : float
        Of the fill.
    width : float
        Of a line or an edge, CSS pixels.
    dash : str
        SVG ``stroke-dasharray``; empty for a solid line.
    """

    value: str
    label: str
    fill: str = looks.LAND
    ink: str = looks.ISLAND_SHORE
    hatch: str = "none"
    opacity: float = 1.0
    width: float = 0.8
    dash: str = ""
    party: str = ""

    @property
    def told(self) -> str:
        """Value and party as one."""
        return f"{self.value}-{self.party}" if self.party else self.value


@dataclass(frozen=True)
class Look:
    """How a layer is drawn: by a column's value, or all its features alike.

    Attributes
    ----------
    kinds : tuple of Kind
    column : str or None
        None for a layer with one kind.
    by_party : str or None
        A second column, where a value is drawn otherwise for each party.
    """

    kinds: tuple[Kind, ...]
    column: str | None = None
    by_party: str | None = None

    def place_of(self, row: Mapping[str, Any]) -> int:
        """Return which of the kinds a row of the table is."""
        if self.column is None:
            return 0
        party = row[self.by_party] if self.by_party is not None else None
        mine = (row[self.column], party or "")
        return [(kind.value, kind.party) for kind in self.kinds].index(mine)


@dataclass(frozen=True)
class Layer:
    """A table, and how it is drawn.

    Attributes
    ----------
    name : str
        Small letters, digits and low lines.
    title : str
        For readers, in the language asked for.
    table : pandas.DataFrame
        A GeoDataFrame of EPSG:4326 where it has shapes; plain values (see
        :mod:`kurilmap.export.plain`).
    look : Look
    ground : bool
        Whether it only lies under what the file is about.
    """

    name: str
    title: str
    table: "pd.DataFrame"
    look: Look
    ground: bool = False

    @property
    def has_shapes(self) -> bool:
        """Whether the table has a geometry."""
        import geopandas as gpd

        return isinstance(self.table, gpd.GeoDataFrame)


@dataclass(frozen=True)
class Dataset:
    """All that a file holds.

    Attributes
    ----------
    title : str
    lang : {"en", "ja", "ru"}
    layers : tuple of Layer
        What the file is about comes first: a format of one table takes that.
    method : str
    sources : tuple of str
        One a line, as a reader sees it.
    """

    title: str
    lang: str
    layers: tuple[Layer, ...]
    method: str
    sources: tuple[str, ...]

    @property
    def about(self) -> Mapping[str, Any]:
        """What every format tells: title, sources, licence, attribution, method, version."""
        return {
            "title": self.title,
            "sources": list(self.sources),
            "licence": say("panel.licence", self.lang),
            "attribution": "© OpenStreetMap contributors",
            "method": self.method,
            "version": f"kurilmap {__version__}",
        }
