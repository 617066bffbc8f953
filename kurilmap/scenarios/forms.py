"""What may stand in a scenario's file: its keys and their types, as pydantic models."""

import datetime as dt
from numbers import Real
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from kurilmap.geodesy.sides import SIDES
from kurilmap.scenarios import rings
from kurilmap.scenarios.drawn import fault
from kurilmap.scenarios.rights import WHATS
from kurilmap.scenarios.values import KINDS, PRECISIONS

RESERVED_ID = "none"
"""In a page, and in its address, this is the choice of no scenario."""


def _id(value: str) -> str:
    if value == RESERVED_ID:
        raise PydanticCustomError("reserved", "it stands for the choice of no scenario")
    return value


def _one_text(value: object) -> object:
    return {"en": value} if isinstance(value, str) else value


def _share(value: object) -> object:
    number = isinstance(value, Real) and not isinstance(value, bool)
    if value is None or value == "equal" or (number and 0 < value < 1):  # type: ignore[operator]
        return value
    raise PydanticCustomError("share", "no share")


def _line(value: object) -> object:
    if value is not None and (reason := fault(value)):
        raise PydanticCustomError("fault", "{reason}", {"reason": reason})
    return value


def _polygon(value: object) -> object:
    if value is not None and (reason := rings.fault(value)):
        raise PydanticCustomError("fault", "{reason}", {"reason": reason})
    return value


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Id = Annotated[
    str, Field(pattern=r"\A[a-z0-9]+(-[a-z0-9]+)*\z", max_length=80), AfterValidator(_id)
]
Text = Annotated[str, Field(min_length=1)]
Holder = Literal["JP", "RU", "joint"]


class TextsForm(_Strict):
    """A text by language."""

    en: Text
    ja: Text | None = None
    ru: Text | None = None


class CutForm(_Strict):
    """One ``[[cut]]``."""

    unit: str
    share: Annotated[Any, BeforeValidator(_share)] = None
    holder: Holder
    rest: Holder
    side: Literal[SIDES] = "southwest"  # type: ignore[valid-type]
    bearing: Annotated[float, Field(ge=0, le=360, allow_inf_nan=False)] | None = None
    line: Annotated[Any, BeforeValidator(_line)] = None
    polygon: Annotated[Any, BeforeValidator(_polygon)] = None


class PropertiesForm(BaseModel):
    """The properties of a GeoJSON feature that say who gets what; others are passed over."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)

    unit: str | None = None
    holder: Holder | None = None
    rest: Holder | None = None
    side: Literal[SIDES] | None = None  # type: ignore[valid-type]
    administers: Holder | None = None


class MemberForm(_Strict):
    """The member ``"kurilmap"`` of a GeoJSON file."""

    base: Text | None = None
    id: Id | None = None
    title: Annotated[TextsForm | None, BeforeValidator(_one_text)] = None


class RightForm(_Strict):
    """One ``[[right]]``."""

    units: list[str]
    holder: Holder
    what: Literal[WHATS]  # type: ignore[valid-type]
    text: TextsForm | None = None


class ScenarioForm(_Strict):
    """A whole scenario file."""

    id: Id
    kind: Literal[KINDS]  # type: ignore[valid-type]
    date: dt.date
    precision: Literal[PRECISIONS] = "day"  # type: ignore[valid-type]
    title: TextsForm
    by: TextsForm | None = None
    summary: TextsForm | None = None
    conditions: TextsForm | None = None
    sources: list[Text] = []
    holders: dict[str, Holder] = {}
    administers: dict[str, Holder] = {}
    cut: list[CutForm] = []
    right: list[RightForm] = []
