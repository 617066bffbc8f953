"""A scenario as a terminal shows it."""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from kurilmap import telling
from kurilmap.cli.terminal import plain
from kurilmap.scenarios import Scenario
from kurilmap.words import parties, say


def told(scenario: Scenario, lang: str) -> Group:
    """Return who proposed a scenario, what it says, what it gives to whom, and the sources.

    Parameters
    ----------
    scenario : Scenario
    lang : {"en", "ja", "ru"}

    Returns
    -------
    rich.console.Group
        To be printed at once: an error leaves no half of it on the screen.
    """
    about = telling.told(scenario, lang)
    facts = (plain(about["id"]), about["kind"], about["date"])
    parts: list[Text | Table] = [
        Text(plain(about["title"]), style="bold"),
        Text(" · ".join(facts), style="dim"),
    ]
    for key in ("by", "summary", "conditions"):
        if text := plain(about[key]):
            parts.append(Text.assemble("\n", (say(f"panel.{key}", lang) + "  ", "bold"), text))
    parts += [Text(), _shares(about, lang), Text(), _groups(scenario, lang), Text()]
    if about["rights"]:
        parts.append(Text(say("right.heading", lang), style="bold"))
        parts += [_right(row) for row in about["rights"]]
        parts.append(Text())
    if about["cutNote"]:
        parts.append(Text(plain(about["cutNote"]), style="dim"))
    parts.append(Text(say("panel.rounding", lang), style="dim"))
    if scenario.sources:
        parts.append(Text("\n" + say("panel.sources", lang), style="bold"))
        parts += _sources(scenario.sources, lang)
    return Group(*parts)


def told_in_words(id_: str, lang: str) -> Group:
    """Return who made a proposal that is not drawn, what it says, and why it is not drawn.

    Parameters
    ----------
    id_ : str
        Of ``geo/proposals.toml``.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    rich.console.Group
    """
    row = next(row for row in telling.proposals(lang) if row["id"] == id_)
    facts = (id_, say("proposal.heading", lang), row["when"])
    parts = [
        Text(plain(row["title"]), style="bold"),
        Text(" · ".join(facts), style="dim"),
    ]
    heads = {"by": "panel.by", "text": "panel.summary", "why": "proposal.why"}
    for key, head in heads.items():
        parts.append(Text.assemble("\n", (say(head, lang) + "  ", "bold"), plain(row[key])))
    parts.append(Text("\n" + say("panel.sources", lang), style="bold"))
    return Group(*parts, *_sources(tuple(row["sources"]), lang))


def _shares(about: Mapping[str, Any], lang: str) -> Table:
    table = _table(say("panel.holder", lang), say("panel.area", lang), say("panel.share", lang))
    for row in about["rows"]:
        table.add_row(row["name"], row["area"], row["share"])
    return table


def _groups(scenario: Scenario, lang: str) -> Table:
    held: dict[str, dict[str, float]] = {}
    for piece in scenario.pieces():
        group, holder = held.setdefault(piece.unit, {}), piece.holders[scenario.id]
        group[holder] = group.get(holder, 0.0) + piece.area_m2
    shown = [party for party in parties(lang) if any(party in group for group in held.values())]
    table = _table(say("popup.group", lang), *(say(f"holder.{party}", lang) for party in shown))
    for unit, group in held.items():
        areas = (telling.area(group[party], lang) if party in group else "" for party in shown)
        table.add_row(telling.unit_name(unit, lang), *areas)
    return table


def _right(row: Mapping[str, Any]) -> Text:
    said = f": {row['text']}" if row["text"] else ""
    return Text(plain(f"- {row['label']} ({row['units']}){said}"))


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="right" if number else "left")
    return table


def _sources(ids: tuple[str, ...], lang: str) -> Iterator[Text]:
    for source in telling.sources(ids, lang).values():
        gloss = f" [{source['gloss']}]" if source["gloss"] else ""
        about = "; ".join(part for part in (source["by"], source["read"]) if part)
        yield Text(plain(f"- {source['title']}{gloss}{f' ({about})' if about else ''}"))
        if source["url"]:
            yield Text(f"  {plain(source['url'])}", no_wrap=True, overflow="ignore")
