"""The TOML form of a scenario: what may stand in it, and every mistake in one that is broken."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from numbers import Real
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from kurilmap.geodesy.sides import SIDES
from kurilmap.scenarios import rules
from kurilmap.scenarios.drawn import fault
from kurilmap.scenarios.lines import MAX_DEPTH, Layout
from kurilmap.scenarios.refusal import Mistake, Path, shown, spelled
from kurilmap.scenarios.rights import WHATS
from kurilmap.scenarios.values import HOLDERS, KINDS

MAX_BYTES = 1_000_000
"""A scenario file is text of a page or two: a larger one is refused unread."""

RESERVED_ID = "none"
"""In a page, and in its address, this is the choice of no scenario."""

_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS,
    "holder": HOLDERS,
    "rest": HOLDERS,
    "side": SIDES,
    "share": ("equal",),
    "what": WHATS,
}

_ALLOWED: Mapping[str, str] = {
    "id": 'small letters, digits and hyphens, such as "my-own-line"',
    "kind": ", ".join(KINDS),
    "date": "a date without quotes, such as 2006-12-13",
    "title": 'a table of texts: { en = "…" }, and ja and ru where you have them',
    "by": 'a table of texts: { en = "…" }, and ja and ru where you have them',
    "summary": 'a table of texts: { en = "…" }, and ja and ru where you have them',
    "conditions": 'a table of texts: { en = "…" }, and ja and ru where you have them',
    "en": "text in quotes, not empty",
    "ja": "text in quotes, not empty",
    "ru": "text in quotes, not empty",
    "sources": "a list of source ids in quotes",
    "holders": 'a table of units: etorofu = "RU", "habomai/suisho" = "JP" …',
    "administers": "a table of units, as [holders]; only where it differs from them",
    "cut": "one [[cut]] or more",
    "unit": "habomai, shikotan, kunashiri, etorofu, or an island's id such as habomai/suisho",
    "share": 'more than 0 and less than 1, or "equal"',
    "holder": ", ".join(HOLDERS),
    "rest": ", ".join(HOLDERS),
    "side": ", ".join(SIDES),
    "bearing": "degrees from north, 0 to 360",
    "line": "two points or more, [[longitude, latitude], …], in degrees",
    "right": "one [[right]] or more",
    "units": 'a list of units in quotes, such as ["kunashiri", "habomai/suisho"]',
    "what": ", ".join(WHATS),
    "text": 'a table of texts: { en = "…" }, and ja and ru where you have them',
}


def _id(value: str) -> str:
    if value == RESERVED_ID:
        raise PydanticCustomError("reserved", "it stands for the choice of no scenario")
    return value


def _share(value: object) -> object:
    number = isinstance(value, Real) and not isinstance(value, bool)
    if value is None or value == "equal" or (number and 0 < value < 1):  # type: ignore[operator]
        return value
    raise PydanticCustomError("share", "no share")


def _line(value: object) -> object:
    if value is not None and (reason := fault(value)):
        raise PydanticCustomError("fault", "{reason}", {"reason": reason})
    return value


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


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


class RightForm(_Strict):
    """One ``[[right]]``."""

    units: list[str]
    holder: Holder
    what: Literal[WHATS]  # type: ignore[valid-type]
    text: TextsForm | None = None


class ScenarioForm(_Strict):
    """A whole scenario file."""

    id: Annotated[
        str,
        Field(pattern=r"\A[a-z0-9]+(-[a-z0-9]+)*\z", max_length=80),
        AfterValidator(_id),
    ]
    kind: Literal[KINDS]  # type: ignore[valid-type]
    date: dt.date
    title: TextsForm
    by: TextsForm | None = None
    summary: TextsForm | None = None
    conditions: TextsForm | None = None
    sources: list[Text] = []
    holders: dict[str, Holder] = {}
    administers: dict[str, Holder] = {}
    cut: list[CutForm] = []
    right: list[RightForm] = []


@dataclass(frozen=True)
class Parsed:
    """What reading a scenario's text gives: its data, or what is wrong with it."""

    data: Mapping[str, Any]
    mistakes: tuple[Mistake, ...]


def parse(content: str | bytes) -> Parsed:
    """Read the TOML of a scenario and check it in full.

    Parameters
    ----------
    content : str or bytes
        At most 1 MB of UTF-8.

    Returns
    -------
    Parsed
        With every mistake, in the order of the file; none means that the data is sound.

    Examples
    --------
    >>> parse('id = "x"').mistakes[0].key
    'kind'
    """
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    if len(raw) > MAX_BYTES:
        return _unreadable(f"{len(raw):,} bytes", f"at most {MAX_BYTES:,} bytes of TOML")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _unreadable(f"the byte 0x{raw[error.start]:02x}", "TOML in UTF-8", line)
    # Looked through first: a key of 40,000 parts takes the TOML reader all memory there is.
    layout = Layout(text)
    if layout.too_deep:
        what, line = layout.too_deep
        return _unreadable(what, f"at most {MAX_DEPTH}", line)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        reason = spelled(str(error)[:200])
        return _unreadable(f"no TOML ({reason})", "TOML 1.0, see https://toml.io")
    found = [replace(mistake, line=layout.line_of(mistake.path)) for mistake in mistakes(data)]
    return Parsed(data, tuple(sorted(found, key=lambda mistake: mistake.line or 0)))


def mistakes(data: Mapping[str, Any]) -> list[Mistake]:
    """Return everything that is wrong with a scenario's data.

    Parameters
    ----------
    data : mapping
        As TOML gives it.

    Returns
    -------
    list of Mistake
        Empty for a sound scenario.
    """
    found: list[Mistake] = []
    try:
        ScenarioForm.model_validate(dict(data))
    except ValidationError as error:
        found += [_told(details) for details in error.errors(include_url=False)]
    return found + rules.mistakes(data)


def _unreadable(given: str, allowed: str, line: int | None = None) -> Parsed:
    return Parsed({}, (Mistake((), given, allowed, line),))


def _told(details: ErrorDetails) -> Mistake:
    path = tuple(part for part in details["loc"] if part != "[key]")
    named = [part for part in path if isinstance(part, str)]
    key = named[-1] if named else ""
    if details["type"] == "missing":
        return Mistake(path, "nothing", _ALLOWED.get(key, ""))
    if details["type"] == "extra_forbidden":
        keys = _keys_beside(path)
        return Mistake(path, "an unknown key", ", ".join(keys), word=str(path[-1]), options=keys)
    if named[:1] in (["holders"], ["administers"]) and len(path) > 1:
        key = "holder"
    allowed, given = _ALLOWED.get(key, details["msg"]), details["input"]
    if details["type"] in ("reserved", "fault"):
        allowed += f" ({details['msg']})"
    word = given if isinstance(given, str) else ""
    return Mistake(path, shown(given), allowed, word=word, options=_OPTIONS.get(key, ()))


def _keys_beside(path: Path) -> tuple[str, ...]:
    form: type[BaseModel] = ScenarioForm
    if len(path) > 1:
        form = TextsForm
    if len(path) == 3:  # a key of a table in an array: cut[0].share
        form = CutForm if path[0] == "cut" else RightForm
    return tuple(form.model_fields)
