"""What a partition of the islands is; reading, checking, writing and solving one."""

from typing import TYPE_CHECKING, Any

from kurilmap.scenarios.catalogue import scenario, scenarios
from kurilmap.scenarios.model import Scenario
from kurilmap.scenarios.rights import Right, mark, rights_on
from kurilmap.scenarios.values import HOLDERS, KINDS, CutRule, Table, Texts

if TYPE_CHECKING:
    from kurilmap.scenarios.partition import Piece, pieces

__all__ = [
    "HOLDERS",
    "KINDS",
    "CutRule",
    "Piece",
    "Right",
    "Scenario",
    "Table",
    "Texts",
    "mark",
    "pieces",
    "rights_on",
    "scenario",
    "scenarios",
]


def __getattr__(name: str) -> Any:
    """Import what needs shapely only when it is asked for."""
    if name in ("Piece", "pieces"):
        from kurilmap.scenarios import partition

        return getattr(partition, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
