"""The TOML form of a scenario: what may stand in it, and every mistake in one that is broken."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kurilmap.geodesy.sides import SIDES
from kurilmap.scenarios import rules
from kurilmap.scenarios.forms import (
    CutForm,
    MemberForm,
    PropertiesForm,
    RightForm,
    ScenarioForm,
    TextsForm,
)
from kurilmap.scenarios.lines import MAX_DEPTH, Layout
from kurilmap.scenarios.refusal import Mistake, Path, shown, spelled
from kurilmap.scenarios.rights import WHATS
from kurilmap.scenarios.values import HOLDERS, KINDS, PRECISIONS

MAX_BYTES = 1_000_000
"""A scenario file is text of a page or two: a larger one is refused unread."""

_PLACE = re.compile(r"\(at line (\d{1,9}), column \d+\)$")

_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS,
    "precision": PRECISIONS,
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
    "precision": ", ".join(PRECISIONS),
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
    "base": "the id of a scenario of the catalogue, such as status-quo",
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
    "polygon": "three points or more around it, [[longitude, latitude], …], in degrees; where it "
    "has holes, a list of such rings, the outer one first",
}


@dataclass(frozen=True)
class Parsed:
    """What reading a scenario's text gives: its data, or what is wrong with it."""

    data: Mapping[str, Any]
    mistakes: tuple[Mistake, ...]
    layout: Layout | None = None


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
        place = _PLACE.search(reason)
        line = int(place[1]) if place else text.count("\n") + 1
        return _unreadable(f"no TOML ({reason})", "TOML 1.0, see https://toml.io", line)
    found = [replace(mistake, line=layout.line_of(mistake.path)) for mistake in mistakes(data)]
    return Parsed(data, tuple(sorted(found, key=lambda mistake: mistake.line or 0)), layout)


def mistakes_in(form: type[BaseModel], data: Mapping[str, Any], above: Path = ()) -> list[Mistake]:
    """Return what of some data does not fit a form.

    Parameters
    ----------
    form : type of pydantic.BaseModel
    data : mapping
    above : path, optional
        Where the data stands.

    Returns
    -------
    list of Mistake
    """
    try:
        form.model_validate(dict(data))
    except ValidationError as error:
        told = [_told(details, form) for details in error.errors(include_url=False)]
        return [replace(mistake, path=(*above, *mistake.path)) for mistake in told]
    return []


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
    return mistakes_in(ScenarioForm, data) + rules.mistakes(data)


def _unreadable(given: str, allowed: str, line: int | None = None) -> Parsed:
    return Parsed({}, (Mistake((), given, allowed, line),))


def _told(details: ErrorDetails, form: type[BaseModel]) -> Mistake:
    path = tuple(part for part in details["loc"] if part != "[key]")
    named = [part for part in path if isinstance(part, str)]
    key = named[-1] if named else ""
    if details["type"] == "missing":
        return Mistake(path, "nothing", _ALLOWED.get(key, ""))
    if details["type"] == "extra_forbidden":
        keys = _keys_beside(path, form)
        return Mistake(path, "an unknown key", ", ".join(keys), word=str(path[-1]), options=keys)
    if named[:1] in (["holders"], ["administers"]) and len(path) > 1:
        key = "holder"
    allowed = _own_allowed(form).get(key) or _ALLOWED.get(key, details["msg"])
    given = details["input"]
    if details["type"] in ("reserved", "fault"):
        allowed += f" ({details['msg']})"
    word = given if isinstance(given, str) else ""
    return Mistake(path, shown(given), allowed, word=word, options=_OPTIONS.get(key, ()))


def _own_allowed(form: type[BaseModel]) -> Mapping[str, str]:
    """Return what a form allows under a key that another one has as well."""
    if form is MemberForm:
        return {"title": 'a text, or texts by language: {"en": "…"}, and "ja" and "ru"'}
    if form is PropertiesForm:
        return {"administers": ", ".join(HOLDERS)}
    return {}


def _keys_beside(path: Path, form: type[BaseModel]) -> tuple[str, ...]:
    if len(path) > 1:
        form = TextsForm
    if len(path) == 3:  # a key of a table in an array: cut[0].share
        form = CutForm if path[0] == "cut" else RightForm
    return tuple(form.model_fields)
