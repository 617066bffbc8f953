"""The sea of a scenario: equidistance, territorial seas and exclusive economic zones."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kurilmap.sea.model import ZONES, SeaZones

if TYPE_CHECKING:
    from kurilmap.sea.light import LinePiece, WaterPiece, drawn, simplified
    from kurilmap.sea.tables import sea, seas
    from kurilmap.sea.widths import Width, shore_widths

__all__ = [
    "ZONES",
    "LinePiece",
    "SeaZones",
    "WaterPiece",
    "Width",
    "drawn",
    "sea",
    "seas",
    "shore_widths",
    "simplified",
]

_HOMES = {
    "LinePiece": "light",
    "WaterPiece": "light",
    "Width": "widths",
    "drawn": "light",
    "sea": "tables",
    "seas": "tables",
    "shore_widths": "widths",
    "simplified": "light",
}


def __getattr__(name: str) -> Any:
    """Import what needs numpy and shapely only when it is asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value
