"""A layer's look as QGIS keeps it."""

from typing import Any
from xml.etree import ElementTree as ET

from kurilmap.export.model import Kind, Layer, Look

_SPACING = "2.2"
_ANGLES = {"forward": (45,), "backward": (135,), "cross": (45, 135), "level": (0,)}
_PIXEL = 0.264583
"""Millimetres, as CSS has it."""


def qml(layer: Layer) -> str:
    """Return the style of a layer as QML.

    Parameters
    ----------
    layer : Layer

    Returns
    -------
    str
        A renderer with a category a kind, or with one symbol.
    """
    look = layer.look
    root = ET.Element("qgis", version="3.28.0", styleCategories="Symbology")
    one = look.column is None
    kind = "singleSymbol" if one else "categorizedSymbol"
    drawn = ET.SubElement(
        root, "renderer-v2", type=kind, enableorderby="0", forceraster="0", symbollevels="0"
    )
    if look.column is not None:
        drawn.set("attr", _attribute(look))
        rows = ET.SubElement(drawn, "categories")
        for place, each in enumerate(look.kinds):
            ET.SubElement(
                rows,
                "category",
                value=each.told,
                symbol=str(place),
                label=each.label,
                render="true",
                type="string",
            )
    symbols = ET.SubElement(drawn, "symbols")
    for place, each in enumerate(look.kinds):
        _symbol(symbols, str(place), each, shape_of(layer))
    return ET.tostring(root, encoding="unicode")


def _attribute(look: Look) -> str:
    """Return the column that tells a feature's kind, or QGIS's expression for two of them."""
    if look.by_party is None:
        return str(look.column)
    return f"\"{look.column}\" || coalesce('-' || \"{look.by_party}\", '')"


def shape_of(layer: Layer) -> str:
    """Return what a layer is drawn as.

    Parameters
    ----------
    layer : Layer

    Returns
    -------
    {"fill", "line", "marker"}
    """
    table: Any = layer.table
    kinds = {str(kind).removeprefix("Multi") for kind in table.geometry.geom_type.dropna()}
    if kinds <= {"LineString", "LinearRing"} and kinds:
        return "line"
    return "marker" if kinds == {"Point"} else "fill"


def _symbol(parent: ET.Element, name: str, kind: Kind, shape: str) -> None:
    symbol = ET.SubElement(
        parent, "symbol", type=shape, name=name, alpha="1", clip_to_extent="1", force_rhr="0"
    )
    edge = f"{kind.width * _PIXEL:.3f}"
    if shape == "line":
        _layer(symbol, "SimpleLine", **_stroke(kind))
    elif shape == "marker":
        _layer(
            symbol, "SimpleMarker", name="circle", color=_rgba(kind.fill), size="2",
            outline_color=_rgba(kind.ink), outline_width=edge,
        )  # fmt: skip
    else:
        _layer(
            symbol, "SimpleFill", style="solid", color=_rgba(kind.fill, kind.opacity),
            outline_color=_rgba(kind.ink), outline_style="solid", outline_width=edge,
            outline_width_unit="MM",
        )  # fmt: skip
        for angle in _ANGLES.get(kind.hatch, ()):
            lines = _layer(
                symbol, "LinePatternFill", angle=str(angle), distance=_SPACING,
                distance_unit="MM", color=_rgba(kind.ink), line_width=edge,
            )  # fmt: skip
            inner = f"@{name}@{len(symbol) - 1}"
            sub = ET.SubElement(lines, "symbol", type="line", name=inner, alpha="1")
            _layer(
                sub, "SimpleLine", line_color=_rgba(kind.ink), line_width="0.15",
                line_width_unit="MM", line_style="solid",
            )  # fmt: skip


def _stroke(kind: Kind) -> dict[str, str]:
    made = {
        "line_color": _rgba(kind.ink),
        "line_width": f"{kind.width * _PIXEL:.3f}",
        "line_width_unit": "MM",
        "line_style": "solid",
        "capstyle": "round" if kind.dash.startswith("0.") else "flat",
    }
    if kind.dash:
        parts = (f"{float(part) * _PIXEL:.3f}" for part in kind.dash.split())
        made |= {"use_custom_dash": "1", "customdash": ";".join(parts), "customdash_unit": "MM"}
    return made


def _layer(symbol: ET.Element, cls: str, **options: str) -> ET.Element:
    layer = ET.SubElement(
        symbol, "layer", {"class": cls, "enabled": "1", "locked": "0", "pass": "0"}
    )
    told = ET.SubElement(layer, "Option", type="Map")
    for key, value in options.items():
        ET.SubElement(told, "Option", type="QString", name=key, value=value)
    return layer


def _rgba(colour: str, opacity: float = 1.0) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red},{green},{blue},{round(opacity * 255)}"
