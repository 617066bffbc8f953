"""What is exported: one thing of each sort."""

from collections.abc import Callable
from typing import Any

import pytest

import kurilmap as km

THINGS: dict[str, Callable[[], Any]] = {
    "scenario": lambda: km.scenario("equal-area"),
    "id": lambda: "two-islands-1956",
    "comparison": lambda: km.compare("status-quo", "aso-quarter", measures=["land area"]),
    "sea": lambda: km.sea("status-quo"),
    "islands": lambda: km.islands(by="island"),
    "coast": lambda: km.coast("light"),
    "lines": km.lines,
    "places": km.places,
    "straits": km.straits,
}


@pytest.fixture(params=THINGS)
def thing(request: pytest.FixtureRequest) -> Any:
    """Each thing that can be every kind of file."""
    return THINGS[request.param]()
