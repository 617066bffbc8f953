"""GeoJSON after RFC 7946: one collection, and beside it what is told of it."""

import json
import math
from typing import Any

from kurilmap.export.model import Dataset


def geojson(data: Dataset) -> str:
    """Return the first layer that has shapes as GeoJSON.

    Parameters
    ----------
    data : Dataset

    Returns
    -------
    str
        Coordinates have all their digits, so that reading back gives the same geometry. Beside
        the features stand ``bbox``, and as foreign members ``name``, ``title``, ``sources``,
        ``licence``, ``attribution``, ``method`` and ``version``.
    """
    import shapely

    layer = next(layer for layer in data.layers if layer.has_shapes)
    table: Any = layer.table
    names = [name for name in table.columns if name != "geometry"]
    features = [
        {
            "type": "Feature",
            "properties": {name: _value(row[name]) for name in names},
            "geometry": None if shape is None else shapely.geometry.mapping(shape),
        }
        for row, shape in zip(table[names].to_dict("records"), table.geometry, strict=True)
    ]
    whole: dict[str, Any] = {"type": "FeatureCollection", "name": layer.name, **data.about}
    if all(map(math.isfinite, table.total_bounds)):
        whole["bbox"] = [float(edge) for edge in table.total_bounds]
    whole["features"] = features
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"


def _value(value: Any) -> Any:
    """Return a value of a table as JSON has it."""
    plain = value.item() if hasattr(value, "item") else value
    if isinstance(plain, float) and not math.isfinite(plain):
        return None
    return plain if isinstance(plain, str | bool | int | float) else None
