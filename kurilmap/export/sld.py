"""A layer's look as OGC's Styled Layer Descriptor 1.1, for what is not QGIS."""

from xml.etree import ElementTree as ET

from kurilmap.export.model import Kind, Layer
from kurilmap.export.qml import shape_of

_SLD = "http://www.opengis.net/sld"
_SE = "http://www.opengis.net/se"
_OGC = "http://www.opengis.net/ogc"
# Names that GeoServer and QGIS have for hatches.
_HATCHES = {
    "forward": "shape://slash",
    "backward": "shape://backslash",
    "cross": "shape://times",
    "level": "shape://horline",
}


def sld(layer: Layer) -> str:
    """Return the style of a layer as SLD.

    Parameters
    ----------
    layer : Layer

    Returns
    -------
    str
        A rule a kind.
    """
    root = ET.Element(f"{{{_SLD}}}StyledLayerDescriptor", version="1.1.0")
    named = ET.SubElement(root, f"{{{_SLD}}}NamedLayer")
    _text(named, "Name", layer.name)
    user = ET.SubElement(named, f"{{{_SLD}}}UserStyle")
    _text(user, "Name", layer.name)
    style = _se(user, "FeatureTypeStyle")
    for kind in layer.look.kinds:
        _rule(style, kind, layer)
    for prefix, uri in (("sld", _SLD), ("se", _SE), ("ogc", _OGC)):
        ET.register_namespace(prefix, uri)
    return ET.tostring(root, encoding="unicode")


def _rule(style: ET.Element, kind: Kind, layer: Layer) -> None:
    rule = _se(style, "Rule")
    _text(rule, "Name", kind.told or layer.name)
    _text(_se(rule, "Description"), "Title", kind.label)
    if layer.look.column is not None:
        where = ET.SubElement(rule, f"{{{_OGC}}}Filter")
        if layer.look.by_party is not None and kind.party:
            where = ET.SubElement(where, f"{{{_OGC}}}And")
            _equal(where, layer.look.by_party, kind.party)
        _equal(where, layer.look.column, kind.value)
    shape = shape_of(layer)
    if shape == "line":
        _stroke(_se(rule, "LineSymbolizer"), kind, kind.dash)
    elif shape == "marker":
        mark = _se(_se(_se(rule, "PointSymbolizer"), "Graphic"), "Mark")
        _text(mark, "WellKnownName", "circle")
        _fill(mark, kind)
    else:
        area = _se(rule, "PolygonSymbolizer")
        _fill(area, kind)
        _stroke(area, kind)
        if kind.hatch in _HATCHES:
            hatched = _se(_se(_se(rule, "PolygonSymbolizer"), "Fill"), "GraphicFill")
            graphic = _se(hatched, "Graphic")
            mark = _se(graphic, "Mark")
            _text(mark, "WellKnownName", _HATCHES[kind.hatch])
            _stroke(mark, kind)
            _text(graphic, "Size", "8")


def _equal(parent: ET.Element, column: str, value: str) -> None:
    equal = ET.SubElement(parent, f"{{{_OGC}}}PropertyIsEqualTo")
    ET.SubElement(equal, f"{{{_OGC}}}PropertyName").text = column
    ET.SubElement(equal, f"{{{_OGC}}}Literal").text = value


def _fill(parent: ET.Element, kind: Kind) -> None:
    fill = _se(parent, "Fill")
    _parameter(fill, "fill", kind.fill)
    _parameter(fill, "fill-opacity", f"{kind.opacity:g}")


def _stroke(parent: ET.Element, kind: Kind, dash: str = "") -> None:
    stroke = _se(parent, "Stroke")
    _parameter(stroke, "stroke", kind.ink)
    _parameter(stroke, "stroke-width", f"{kind.width:g}")
    if dash:
        _parameter(stroke, "stroke-dasharray", dash)


def _parameter(parent: ET.Element, name: str, value: str) -> None:
    made = _se(parent, "SvgParameter")
    made.set("name", name)
    made.text = value


def _text(parent: ET.Element, name: str, text: str) -> None:
    _se(parent, name).text = text


def _se(parent: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{_SE}}}{name}")
