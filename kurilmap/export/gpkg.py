"""GeoPackage: every layer, the styles that QGIS reads, and the metadata."""

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kurilmap.export.model import Dataset, Layer
from kurilmap.export.qml import qml
from kurilmap.export.sld import sld
from kurilmap.geodata.records import source_table

_STYLES = "layer_styles"


def gpkg(data: Dataset) -> bytes:
    """Return a GeoPackage of all layers that have shapes.

    Parameters
    ----------
    data : Dataset

    Returns
    -------
    bytes
        The same for the same input: the dates in it are the day on which the sources were last
        checked. The table ``layer_styles`` holds a style a layer, which QGIS takes by default.
    """
    layers = [layer for layer in data.layers if layer.has_shapes]
    with tempfile.TemporaryDirectory() as folder, _dated(_stamp()):
        path = Path(folder) / "kurilmap.gpkg"
        for layer in layers:
            _write(path, layer, data)
        _style(path, layers)
        _settle(path)
        return path.read_bytes()


def _write(path: Path, layer: Layer, data: Dataset) -> None:
    import pyogrio

    told = {
        key: "\n".join(value) if isinstance(value, list) else value
        for key, value in data.about.items()
    }
    kinds = set(layer.table.geometry.geom_type.dropna())
    one = kinds.pop() if len(kinds) == 1 else _wider(kinds)
    pyogrio.write_dataframe(
        layer.table,
        path,
        layer=layer.name,
        driver="GPKG",
        append=path.exists(),
        geometry_type=f"{one} Z" if layer.table.has_z.any() and one != "Unknown" else one,
        promote_to_multi=one.startswith("Multi"),
        dataset_metadata=None if path.exists() else told,
        # Readers before 2024 warn of GeoPackage 1.4; nothing here needs it.
        dataset_options={} if path.exists() else {"VERSION": "1.2"},
        layer_options={
            "FID": _free("fid", layer),
            "GEOMETRY_NAME": "geometry",
            "IDENTIFIER": f"{layer.title} ({layer.name})",
            "DESCRIPTION": "\n".join((data.method, told["licence"], told["sources"])),
        },
    )


def _wider(kinds: set[str]) -> str:
    """Return the type that holds several: Polygon and MultiPolygon stand as MultiPolygon."""
    single = {kind.removeprefix("Multi") for kind in kinds}
    return f"Multi{single.pop()}" if len(single) == 1 else "Unknown"


def _free(name: str, layer: Layer) -> str:
    taken = {str(column).lower() for column in layer.table.columns}
    while name in taken:
        name += "_"
    return name


def _style(path: Path, layers: list[Layer]) -> None:
    import pandas as pd
    import pyogrio

    rows = [
        {
            "f_table_catalog": "",
            "f_table_schema": "",
            "f_table_name": layer.name,
            "f_geometry_column": "geometry",
            "styleName": layer.name,
            "styleQML": qml(layer),
            "styleSLD": sld(layer),
            "useAsDefault": True,
            "description": layer.title,
            "owner": "kurilmap",
            "ui": None,
            "update_time": pd.Timestamp(_stamp()[:-1]),
        }
        for layer in layers
    ]
    table = pd.DataFrame(rows)
    pyogrio.write_dataframe(
        table, path, layer=_STYLES, driver="GPKG", append=True, layer_options={"FID": "id"}
    )


def _settle(path: Path) -> None:
    """Give what SQLite itself dates the date of all else, and leave no free pages behind."""
    with contextlib.closing(sqlite3.connect(path)) as base:
        found = base.execute(
            "SELECT 1 FROM sqlite_master WHERE name = 'gpkg_metadata_reference'"
        ).fetchone()
        if found:
            base.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (_stamp(),))
        base.commit()
        base.execute("VACUUM")


def _stamp() -> str:
    checked: list[date] = [row["checked"] for row in source_table().values()]
    return f"{max(checked).isoformat()}T00:00:00.000Z"


@contextlib.contextmanager
def _dated(stamp: str) -> Iterator[None]:
    """Let GDAL take a date of ours for today's."""
    import pyogrio

    name = "OGR_CURRENT_DATE"
    before: Any = pyogrio.get_gdal_config_option(name)
    pyogrio.set_gdal_config_options({name: stamp})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({name: before})
