"""The atlas's first page: static HTML, a card for each page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kurilmap import telling
from kurilmap.atlas.past import past
from kurilmap.atlas.static import static_page
from kurilmap.layers.look import HOLDERS, ISLAND_SHORE, LAND, LINES, SEA, SHORE
from kurilmap.layers.still.paints import paint_id, paints, past_paints
from kurilmap.layers.still.thumbnail import HEIGHT, WIDTH, Thumbnails, thumbnails
from kurilmap.record import checked
from kurilmap.record.verdict import OUTCOMES
from kurilmap.scenarios import Scenario
from kurilmap.words import dated, say


@dataclass(frozen=True)
class Share:
    """One part of the land: its pattern, the words, and where its stretch of the bar lies."""

    paint: str
    text: str
    start: float
    width: float


@dataclass(frozen=True)
class Card:
    """What the index says of one scenario."""

    href: str
    title: str
    kind: str
    date: str
    by: str
    shares: tuple[Share, ...]
    rights: tuple[str, ...]
    paints: tuple[str, ...]
    cut: str


@dataclass(frozen=True)
class Verdict:
    """How many statements of the record have one verdict; `row` is its line in the picture."""

    outcome: str
    count: int
    row: int
    text: str


def index_html(scenarios: Sequence[Scenario], lang: str) -> str:
    """Return the index page.

    Parameters
    ----------
    scenarios : sequence of Scenario
        Each links to ``<id>.html`` beside the page.
    lang : {"en", "ja", "ru"}
        What is shown first; the page holds all three.

    Returns
    -------
    str
        HTML that asks for nothing.
    """
    drawn = thumbnails(scenarios)

    def tell(lang: str) -> dict[str, Any]:
        return {
            "title": say("atlas.title", lang),
            "cards": [_card(scenario, drawn, lang) for scenario in scenarios],
            "verdicts": _verdicts(lang),
        }

    used = (fate for fates in drawn.fates.values() for fate in fates)
    return static_page(
        "index",
        lang,
        tell,
        drawn=drawn,
        past=past(),
        width=WIDTH,
        height=HEIGHT,
        paints=[*paints(used), *past_paints()],
        look={
            "sea": SEA,
            "land": LAND,
            "shore": SHORE,
            "island_shore": ISLAND_SHORE,
            "line": LINES["agreed"].colour,
        },
        holders=HOLDERS,
        cut=LINES["constructed"],
    )


def _verdicts(lang: str) -> list[Verdict]:
    counts = Counter(one.outcome for one in checked(lang) if one.kind == "statement")
    found = [outcome for outcome in OUTCOMES if counts[outcome]]
    return [
        Verdict(outcome, counts[outcome], row, _counted(outcome, counts[outcome], lang))
        for row, outcome in enumerate(found)
    ]


def _counted(outcome: str, count: int, lang: str) -> str:
    verdict = say(f"record.{outcome}", lang).rstrip(".。")
    return say("record.count", lang, verdict=verdict, count=count)


def _card(scenario: Scenario, drawn: Thumbnails, lang: str) -> Card:
    return Card(
        href=f"{scenario.id}.html",
        title=scenario.title[lang],
        kind=say(f"kind.{scenario.kind}", lang),
        date=dated(scenario.date, scenario.precision, lang),
        by=scenario.by[lang],
        shares=_shares(scenario, lang),
        rights=tuple(f"{row['label']} ({row['units']})" for row in telling.rights(scenario, lang)),
        paints=tuple(paint_id(*fate) for fate in drawn.fates[scenario.id]),
        cut=drawn.cuts[scenario.id],
    )


def _shares(scenario: Scenario, lang: str) -> tuple[Share, ...]:
    shares, start = [], 0.0
    for row in telling.told(scenario, lang)["key"]:
        width, paint = row["fraction"] * WIDTH, paint_id(row["holder"], row["mark"])
        shares.append(Share(paint, row["sentence"], round(start, 2), round(width, 2)))
        start += width
    return tuple(shares)
