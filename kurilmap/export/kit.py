"""The tables of the kit, known by their columns: their names, and how each is drawn."""

from typing import Any

from kurilmap.export import look
from kurilmap.export.model import Layer, Look
from kurilmap.layers import look as looks
from kurilmap.words import say

# The first whose columns a table has names it.
_KNOWN = (
    ("lines", {"standing", "party", "rule_en"}),
    ("sea_zones", {"holder", "zone"}),
    ("sea_changes", {"before", "after", "zone"}),
    ("sea_boundary", {"between", "kind"}),
    ("differences", {"from", "to"}),
    ("territory", {"unit", "holder"}),
    ("straits", {"width_km", "shores"}),
    ("places", {"kind", "island"}),
    ("islands", {"unit", "feature"}),
    ("coast", {"unit", "name_en"}),
)
_TITLES = {"sea_boundary": "layer.sea-boundary"}
_HOLDER_COLUMNS = {
    "sea_zones": "holder",
    "sea_changes": "after",
    "differences": "to",
    "territory": "holder",
}


def table_layer(table: Any, lang: str) -> Layer:
    """Return a table as a layer: one of the kit's under its own name, any other as "table".

    Parameters
    ----------
    table : pandas.DataFrame
        Plain.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    Layer

    Examples
    --------
    >>> from kurilmap.export.plain import plain
    >>> from kurilmap.geodata import islands
    >>> table_layer(plain(islands()), "en").name
    'islands'
    """
    columns = set(table.columns)
    name = next((name for name, wanted in _KNOWN if wanted <= columns), "table")
    return named_table(name, table, lang)


def named_table(name: str, table: Any, lang: str, *, ground: bool = False) -> Layer:
    """Return a table as a layer of a name that is known.

    Parameters
    ----------
    name : str
    table : pandas.DataFrame
        Plain.
    lang : {"en", "ja", "ru"}
    ground : bool, default False

    Returns
    -------
    Layer
    """
    title = say(_TITLES.get(name, f"export.{name}"), lang)
    return Layer(name, title, table, _look(name, title, table, lang), ground)


def _look(name: str, title: str, table: Any, lang: str) -> Look:
    if name == "sea_boundary":
        return look.constructed(title)
    if name == "lines":
        whose = [party or "" for party in table["party"]]
        if set(table["standing"]) <= set(looks.LINES) and set(whose) <= {"", *looks.HOLDERS}:
            return look.standings(lang, zip(table["standing"], whose, strict=True))
    column = _HOLDER_COLUMNS.get(name)
    if column is not None and set(table[column]) <= set(looks.HOLDERS):
        wash = name.startswith("sea")
        return look.holders(column, lang, wash=wash, present=table[column])
    return look.land(title, ground=name == "coast")
