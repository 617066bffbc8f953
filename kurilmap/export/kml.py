"""KML for Google Earth: a folder a layer, styles, and the attributes with their types."""

import re
from typing import Any
from xml.etree import ElementTree as ET

from kurilmap.export.model import Dataset, Kind, Layer
from kurilmap.export.qml import shape_of
from kurilmap.export.tables import is_missing

_ID = re.compile(r"[a-z][a-z0-9-]*")
_KML = "http://www.opengis.net/kml/2.2"
_LABELS = ("name_{lang}", "name_en", "title", "unit", "id", "holder", "between")


def kml(data: Dataset) -> bytes:
    """Return the layers that have shapes, without those that only lie under the others.

    Parameters
    ----------
    data : Dataset

    Returns
    -------
    bytes
        Texts stand escaped: for XML, and once more where Google Earth reads HTML.
    """
    root = ET.Element("kml", xmlns=_KML)
    document = ET.SubElement(root, "Document")
    _text(document, "name", data.title)
    _text(document, "open", "1")
    _text(document, "description", _about(data))
    layers = [layer for layer in data.layers if layer.has_shapes]
    shown = [layer for layer in layers if not layer.ground] or layers
    for layer in shown:
        for place, kind in enumerate(layer.look.kinds):
            _style(document, f"{layer.name}-{place}", kind, shape_of(layer))
    for layer in shown:  # OGC's schema has every style before the first of these
        _schema(document, layer)
    for layer in shown:
        folder = ET.SubElement(document, "Folder")
        _text(folder, "name", layer.title)
        _features(folder, layer, data.lang)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _about(data: Dataset) -> str:
    """Return what is told of the file as HTML, every text escaped by the serialiser."""
    box = ET.Element("div")
    about = data.about
    for key in ("method", "licence", "version"):
        _text(box, "p", about[key])
    rows = ET.SubElement(box, "ul")
    for source in data.sources:
        _text(rows, "li", source)
    return ET.tostring(box, encoding="unicode", method="html")


def _style(document: ET.Element, name: str, kind: Kind, shape: str) -> None:
    style = ET.SubElement(document, "Style", id=name)
    if shape == "marker":
        _text(ET.SubElement(style, "IconStyle"), "color", _colour(kind.ink))
    line = ET.SubElement(style, "LineStyle")
    _text(line, "color", _colour(kind.ink))
    _text(line, "width", f"{kind.width:g}")
    if shape == "fill":
        _text(ET.SubElement(style, "PolyStyle"), "color", _colour(kind.fill, kind.opacity * 0.8))
    # The balloon of its own accord would show a name as HTML; the description is escaped.
    _text(ET.SubElement(style, "BalloonStyle"), "text", "$[description]")


def _schema(document: ET.Element, layer: Layer) -> None:
    schema = ET.SubElement(document, "Schema", name=layer.name, id=f"{layer.name}-fields")
    for name in _columns(layer):
        ET.SubElement(schema, "SimpleField", name=name, type=_type(layer.table[name]))


def _type(column: Any) -> str:
    """Return a column's type by KML's names: its integers have 32 bits, and it has none larger."""
    from pandas.api import types

    if types.is_bool_dtype(column):
        return "bool"
    if types.is_integer_dtype(column):
        return "int" if column.abs().max() < 2**31 or not column.count() else "string"
    return "double" if types.is_numeric_dtype(column) else "string"


def _features(folder: ET.Element, layer: Layer, lang: str) -> None:
    table: Any = layer.table
    names = _columns(layer)
    for row, shape in zip(table[names].to_dict("records"), table.geometry, strict=True):
        told = {name: _told(value) for name, value in row.items() if not is_missing(value)}
        feature = ET.SubElement(folder, "Placemark")
        # Readers take the element's own id for a column `id`.
        if _ID.fullmatch(told.get("id", "")) and not told["id"].startswith(f"{layer.name}-"):
            feature.set("id", told["id"])
        place = layer.look.place_of(row)
        label = next(
            (told[key] for each in _LABELS if (key := each.format(lang=lang)) in told), layer.title
        )
        kind = layer.look.kinds[place].label
        _text(feature, "name", f"{label}: {kind}" if layer.look.column else label)
        _text(feature, "description", _balloon(told))
        _text(feature, "styleUrl", f"#{layer.name}-{place}")
        extended = ET.SubElement(feature, "ExtendedData")
        values = ET.SubElement(extended, "SchemaData", schemaUrl=f"#{layer.name}-fields")
        for name, text in told.items():
            ET.SubElement(values, "SimpleData", name=name).text = text
        if shape is not None and not shape.is_empty:
            _shape(feature, shape)


def _balloon(told: dict[str, str]) -> str:
    box = ET.Element("table")
    for name, text in told.items():
        row = ET.SubElement(box, "tr")
        _text(row, "th", name)
        _text(row, "td", text)
    return ET.tostring(box, encoding="unicode", method="html")


def _shape(parent: ET.Element, shape: Any) -> None:
    kind = shape.geom_type
    if kind.startswith("Multi") or kind == "GeometryCollection":
        several = ET.SubElement(parent, "MultiGeometry")
        for part in shape.geoms:
            _shape(several, part)
        return
    made = ET.SubElement(parent, "LineString" if kind == "LinearRing" else kind)
    if kind != "Point":
        _text(made, "tessellate", "1")
    if kind == "Polygon":
        for place, ring in enumerate((shape.exterior, *shape.interiors)):
            edge = ET.SubElement(made, "innerBoundaryIs" if place else "outerBoundaryIs")
            _text(ET.SubElement(edge, "LinearRing"), "coordinates", _points(ring))
    else:
        _text(made, "coordinates", _points(shape))


def _points(line: Any) -> str:
    return " ".join(",".join(map(repr, point)) for point in line.coords)


def _columns(layer: Layer) -> list[str]:
    return [str(name) for name in layer.table.columns if name != "geometry"]


def _told(value: Any) -> str:
    plain = value.item() if hasattr(value, "item") else value
    return str(int(plain)) if isinstance(plain, bool) else str(plain)


def _colour(colour: str, opacity: float = 1.0) -> str:
    """Return a colour as KML has it: opacity, blue, green, red."""
    return f"{round(opacity * 255):02x}{colour[5:7]}{colour[3:5]}{colour[1:3]}".lower()


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text
