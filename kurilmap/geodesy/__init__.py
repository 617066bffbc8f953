"""Areas and cuts of land on the ellipsoid: pure functions on shapely geometry."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kurilmap.geodesy.sides import SIDES

if TYPE_CHECKING:
    from kurilmap.geodesy.frame import Frame
    from kurilmap.geodesy.measure import area, densify, round_area

__all__ = ["SIDES", "Frame", "area", "densify", "round_area"]

_HOMES = {"Frame": "frame", "area": "measure", "densify": "measure", "round_area": "measure"}


def __getattr__(name: str) -> Any:
    """Import what needs numpy and shapely only when it is asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value
