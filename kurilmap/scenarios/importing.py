"""A scenario from shapes that somebody drew."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from kurilmap.errors import ScenarioError, UnknownScenario
from kurilmap.scenarios import forms, geojson, jsontext, schema
from kurilmap.scenarios.catalogue import scenario as by_id
from kurilmap.scenarios.coercion import as_texts
from kurilmap.scenarios.geojson import Drawing
from kurilmap.scenarios.opening import contents
from kurilmap.scenarios.parts import Parts, derived
from kurilmap.scenarios.refusal import Mistake, RefusalError, refuse, shown, spelled
from kurilmap.scenarios.values import Texts

if TYPE_CHECKING:
    from kurilmap.scenarios.model import Scenario

_BASE = "status-quo"

Source = str | os.PathLike[str] | Mapping[str, Any]


@dataclass(frozen=True)
class Found:
    """What reading a drawing gives: a scenario, or what is wrong with it.

    Attributes
    ----------
    scenario : Scenario or None
        None beside mistakes.
    mistakes : tuple of Mistake
    """

    scenario: "Scenario | None"
    mistakes: tuple[Mistake, ...] = ()


def read(
    source: Source,
    *,
    base: "str | Scenario | None" = None,
    id: str | None = None,
    title: Texts | str | Mapping[str, str] | None = None,
    **parties: str | None,
) -> "Scenario":
    """Return the scenario that a drawing makes; see :meth:`Scenario.from_geojson`.

    Parameters
    ----------
    source : str, path-like or mapping
    base, id, title : optional
    **parties : str
        ``holder``, ``rest`` and ``side``, where a shape does not say.

    Returns
    -------
    Scenario

    Raises
    ------
    kurilmap.errors.ScenarioError
    """
    refuse(schema.mistakes_in(forms.PropertiesForm, parties), "What was given to from_geojson")
    if isinstance(source, Mapping):
        name, found = "The GeoJSON given", laid(geojson.drawing(source), base, id, title, parties)
    else:
        name, content = _content(source)
        found = parsed(content, base, id, title, parties)
    refuse(found.mistakes, name)
    return cast("Scenario", found.scenario)


def parsed(
    content: str | bytes,
    base: "str | Scenario | None" = None,
    id: str | None = None,
    title: Texts | str | Mapping[str, str] | None = None,
    parties: Mapping[str, str | None] = MappingProxyType({}),
) -> Found:
    """Return what the text of a GeoJSON file makes on the land.

    Parameters
    ----------
    content : str or bytes
    base, id, title : optional
        Go before what the text says of itself.
    parties : mapping

    Returns
    -------
    Found
        With the lines of what is wrong.
    """
    data, mistake = jsontext.loads(content)
    if mistake:
        return Found(None, (mistake,))
    found = laid(geojson.drawing(data), base, id, title, parties)
    if not found.mistakes:
        return found
    text = content if isinstance(content, str) else content.decode("utf-8-sig")
    lines = jsontext.lines_of(text, [mistake.path for mistake in found.mistakes])
    placed = [replace(mistake, line=lines[mistake.path]) for mistake in found.mistakes]
    return Found(None, tuple(sorted(placed, key=lambda mistake: mistake.line or 0)))


def laid(
    drawn: Drawing,
    base: "str | Scenario | None",
    id: str | None,
    title: Texts | str | Mapping[str, str] | None,
    parties: Mapping[str, str | None],
) -> Found:
    """Return what a drawing makes on the land.

    Parameters
    ----------
    drawn : Drawing
    base, id, title : optional
        Go before what the drawing says of itself.
    parties : mapping

    Returns
    -------
    Found
        What cannot be made is told beside what is wrong with the form.
    """
    from kurilmap.scenarios.assembly import Parties, assembled
    from kurilmap.scenarios.land import land
    from kurilmap.scenarios.overlay import met
    from kurilmap.scenarios.trial import failures

    found = list(drawn.mistakes)
    given = Parties(**{key: value for key, value in parties.items() if value is not None})
    under, wrong = _base(base, drawn.member)
    found += wrong
    covers, missed = met(drawn.shapes, land())
    found += missed
    whole = assembled(Parts.of(under), covers, given, land())
    found += whole.mistakes
    try:
        made = derived(under, whole.parts)
    except RefusalError as error:  # more than a scenario may hold
        return Found(None, (*found, *(Mistake((), "", "", told=why) for _, why in error.reasons)))
    for rule, reason in failures(made):
        place = next((path for each, path in whole.origins if each is rule), ())
        found.append(Mistake(place, "", "", told=reason))
    if found:
        return Found(None, tuple(found))
    said = drawn.member
    told = said.get("title") if title is None else title
    texts = None if told is None else as_texts("title", told)
    return Found(made.named(said.get("id") if id is None else id, texts))


def _base(
    base: "str | Scenario | None", member: Mapping[str, Any]
) -> "tuple[Scenario, list[Mistake]]":
    if isinstance(base, str):
        return by_id(base), []
    if base is not None:
        return base, []
    given = member.get("base")
    try:
        return by_id(given if isinstance(given, str) else _BASE), []
    except UnknownScenario as error:
        return by_id(_BASE), [Mistake(("kurilmap", "base"), "", "", told=str(error))]


def _content(source: object) -> tuple[str, str | bytes]:
    """Return what to call a text in an error, and the text: given as such, or in a file."""
    if isinstance(source, str) and source.lstrip().startswith("{"):
        if (size := len(source.encode("utf-8", "surrogatepass"))) > geojson.MAX_BYTES:
            raise ScenarioError(
                f"{size:,} bytes of GeoJSON were given; allowed are at most {geojson.MAX_BYTES:,}."
            )
        return "The GeoJSON given", source
    if not isinstance(source, str | os.PathLike):
        raise ScenarioError(
            f"{shown(source)} was given; allowed: the path of a GeoJSON file, its text or its "
            "data as a dict; of a table, table.to_json()."
        )
    return spelled(str(source)), contents(source, geojson.MAX_BYTES, "GeoJSON")
