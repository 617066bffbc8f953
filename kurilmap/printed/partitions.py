"""The plates of partitions: of one scenario, and of several side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import shapely

from kurilmap import measures, telling
from kurilmap.printed.plate import Land, Panel, Plate, Row
from kurilmap.scenarios import Scenario, mark
from kurilmap.words import parties, say


def scenario_plate(one: Scenario, lang: str) -> Plate:
    """Return the plate of one scenario.

    Parameters
    ----------
    one : Scenario
    lang : {"en", "ja", "ru"}

    Returns
    -------
    Plate

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> [row.text for row in scenario_plate(scenario("three-islands"), "en").key][0][:18]
    'Japan would hold: '
    """
    from kurilmap.sea import sea

    told = telling.told(one, lang)
    boundary = sea(one).boundary
    at_sea = tuple(boundary.geometry[boundary["kind"] != "land"])
    panel = _panel(one, told, boundary=at_sea)
    labels = [(say(f"panel.{name}", lang), told[name]) for name in ("by", "date", "conditions")]
    rights = [f"{row['label']} ({row['units']})" for row in told["rights"]]
    labels.append((say("right.heading", lang), say("printed.comma", lang).join(rights)))
    key = [Row("land", (row["holder"], row["mark"]), row["sentence"]) for row in told["key"]]
    key += [*_marks(key, lang), *line_rows([panel], lang)]
    return Plate(
        title=told["title"],
        note=told["note"],
        panels=(panel,),
        key=tuple(key),
        facts=tuple((label, text) for label, text in labels if text),
        summary=(say("panel.summary", lang), told["summary"]),
        notes=tuple(text for text in (told["cutNote"], say("panel.rounding", lang)) if text),
        cited=one.sources,
    )


def comparison_plate(scenarios: tuple[Scenario, ...], title: str, lang: str) -> Plate:
    """Return the plate of several scenarios: what the others change is outlined.

    Parameters
    ----------
    scenarios : tuple of Scenario
    title : str
    lang : {"en", "ja", "ru"}

    Returns
    -------
    Plate
    """
    first = scenarios[0]
    panels, table = [], []
    for one in scenarios:
        told = telling.told(one, lang)
        caption = [row["sentence"] for row in told["rows"]]
        if len(scenarios) > 2:
            caption = [say("printed.comma", lang).join(_short(row, lang) for row in told["rows"])]
        moved = None
        if one is not first:
            changes = measures.difference(first, one)
            moved = changes.union_all() if len(changes) else None
            if len(scenarios) == 2:
                table = [_change(row, lang) for row in changes.to_dict("records")]
            else:
                area = telling.area(changes["area_km2"].sum() * 1e6, lang)
                caption.append(say("printed.moves", lang, area=area))
        panels.append(_panel(one, told, told["title"], told["note"], tuple(caption), moved=moved))
    if len(scenarios) == 2 and panels[1].moved is not None:
        panels[0] = replace(panels[0], moved=panels[1].moved)
    notes = dict.fromkeys(
        [*(telling.cut_note(one, lang) for one in scenarios), say("panel.rounding", lang)]
    )
    against = None
    if len(scenarios) > 2:
        against = say("printed.against", lang, title=first.title[lang])
    none = () if table or len(scenarios) != 2 else ((say("compare.same", lang), ""),)
    return Plate(
        title=title,
        note="",
        panels=tuple(panels),
        key=(*_together(scenarios, lang), *line_rows(panels, lang, against)),
        table=tuple(table) or none,
        head=say("compare.changes", lang) if len(scenarios) == 2 else "",
        notes=tuple(note for note in notes if note),
        cited=tuple(dict.fromkeys(source for one in scenarios for source in one.sources)),
    )


def pieces(one: Scenario) -> tuple[Land, ...]:
    """Return the land of a scenario, one row for what is filled alike."""
    alike: dict[tuple[str, str], list[shapely.Polygon]] = {}
    for piece in one.pieces():
        alike.setdefault((piece.holders[one.id], mark(one, piece)), []).append(piece.geometry)
    return tuple(
        Land(holder, marked, shapely.MultiPolygon(found))
        for (holder, marked), found in alike.items()
    )


def line_rows(panels: Sequence[Panel], lang: str, against: str | None = None) -> list[Row]:
    """Return the rows of the key for lines that are drawn.

    Parameters
    ----------
    panels : sequence of Panel
    lang : {"en", "ja", "ru"}
    against : str, optional
        What is said of the outline, where it is no change between two.

    Returns
    -------
    list of Row
    """
    drawn = {
        "cut": (any(panel.cuts for panel in panels), "standing.constructed"),
        "boundary": (any(panel.boundary for panel in panels), "layer.sea-boundary"),
        "moved": (any(panel.moved is not None for panel in panels), "compare.differ"),
    }
    return [
        Row("line", (line,), against if line == "moved" and against else say(word, lang))
        for line, (is_drawn, word) in drawn.items()
        if is_drawn
    ]


def _panel(
    one: Scenario,
    told: Mapping[str, Any],
    title: str = "",
    note: str = "",
    caption: tuple[str, ...] = (),
    **lines: Any,
) -> Panel:
    shares = tuple((row["holder"], row["mark"], row["fraction"]) for row in told["key"])
    return Panel(pieces(one), title, note, caption, shares, tuple(one.cut_lines()), **lines)


def _together(scenarios: Sequence[Scenario], lang: str) -> list[Row]:
    """Return one key for several maps: who, whatever the mood in which each of them says so."""
    found: dict[tuple[str, str], str] = {}
    for one in scenarios:
        for row in telling.key(one, lang):
            holder = say(f"holder.{row['holder']}", lang)
            found.setdefault((row["holder"], row["mark"]), row["label"] if row["mark"] else holder)
    order = parties(lang)
    ranked = sorted(found.items(), key=lambda item: (bool(item[0][1]), order.index(item[0][0])))
    rows = [Row("land", look, text) for look, text in ranked]
    return [*rows, *_marks(rows, lang)]


def _marks(rows: Sequence[Row], lang: str) -> list[Row]:
    """Return whose each mark of rights is, where the land of a row carries those of several."""
    having = [row.look[1].partition("/")[2].split("-") for row in rows]
    if all(len(each) == 1 for each in having):
        return []
    known = {party for each in having for party in each}
    told = {party: say(f"right.of-{party}", lang) for party in parties(lang) if party in known}
    return [Row("mark", (party,), text[0].upper() + text[1:]) for party, text in told.items()]


def _change(row: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    unit, area = telling.unit_name(row["unit"], lang), telling.area(row["area_km2"] * 1e6, lang)
    keys = ("from", "to") if row["from"] != row["to"] else ("administers_from", "administers_to")
    before, after = (say(f"holder.{row[key]}", lang) for key in keys)
    word = "printed.moved" if keys[0] == "from" else "printed.administered"
    return unit, say(word, lang, before=before, after=after), area


def _short(row: Mapping[str, Any], lang: str) -> str:
    told = {"verb": row["name"], "area": row["area"], "share": row["share"]}
    return say("panel.sentence", lang, **told)
