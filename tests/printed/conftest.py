"""Printed maps, drawn once for many tests."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

import kurilmap as km
from kurilmap.printed.drawn import sheet_of
from kurilmap.printed.given import plate_of
from kurilmap.printed.plate import Plate
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.sizes import SIZES
from kurilmap.printed.written import own_style

KINDS: dict[str, Callable[[], Any]] = {
    "scenario": lambda: km.scenario("equal-area"),
    "rights": lambda: km.scenario("two-plus-alpha"),
    "pair": lambda: km.compare("two-islands-1956", "equal-area"),
    "several": lambda: km.compare("two-islands-1956", "kawana-1998", "joint-administration"),
    "waters": lambda: km.sea("equal-area"),
    "islands": km.islands,
    "map": lambda: km.scenario_map("three-islands"),
}


@cache
def _thing(kind: str) -> Any:
    return KINDS[kind]()


@cache
def _drawn(kind: str, size: str, lang: str) -> tuple[Plate, Sheet]:
    plate, told = plate_of(_thing(kind), lang)
    with own_style():
        return plate, sheet_of(plate, SIZES[size], told)


@pytest.fixture(scope="session")
def thing() -> Callable[[str], Any]:
    """What can be printed, by a word for it."""
    return _thing


@pytest.fixture(scope="session")
def drawn() -> Callable[[str, str, str], tuple[Plate, Sheet]]:
    """A plate and the sheet that it is drawn on: of a kind, in a size and a language."""
    return _drawn
