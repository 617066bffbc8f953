"""What each side says, side by side: where the readings part, the documents, and the Ainu."""

from collections.abc import Mapping
from typing import Any

from kurilmap import geodata, telling
from kurilmap.layers.base import InertLayer
from kurilmap.layers.tongues import spoken
from kurilmap.words import dated, parties, say


@spoken
def readings(lang: str = "en") -> InertLayer:
    """Return the section of the panel that puts both claims and the Ainu's voice side by side.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"

    Returns
    -------
    InertLayer
        It draws nothing, and is not among the layers that a reader switches.

    Examples
    --------
    >>> [claim["party"] for claim in readings("ru").data["claims"]]
    ['RU', 'JP']
    """
    claims: dict[str, Mapping[str, Any]] = {
        row["party"]: row for row in geodata.records("claims.toml")["claim"]
    }
    order = [party for party in parties(lang) if party in claims]
    data: dict[str, Any] = {
        "claims": [_claim(claims[party], lang) for party in order],
        "partings": [
            _parting(row, order, lang) for row in geodata.records("partings.toml")["parting"]
        ],
        "voices": [_voice(row, lang) for row in geodata.records("voices.toml")["voice"]],
        "words": {
            key: say(f"readings.{key}", lang)
            for key in ("heading", "parting", "documents", "statements", "names")
        }
        | {"sources": say("panel.sources", lang)},
    }
    cited = [
        s for row in (*data["claims"], *data["partings"], *data["voices"]) for s in row["sources"]
    ]
    data["sources"] = telling.sources(cited, lang)
    return InertLayer("readings", data, say("readings.heading", lang), control=False)


def _claim(row: Mapping[str, Any], lang: str) -> dict[str, Any]:
    documents = [[one["name"][lang], one["use"][lang]] for one in row["document"]]
    cited = [*row["sources"], *(s for one in row["document"] for s in one["sources"])]
    return {
        "party": row["party"],
        "title": row["title"][lang],
        "argument": row["argument"][lang],
        "documents": documents,
        "sources": list(dict.fromkeys(cited)),
    }


def _parting(row: Mapping[str, Any], order: list[str], lang: str) -> dict[str, Any]:
    return {
        "question": row["question"][lang],
        "common": row["common"][lang],
        "answers": [{"party": party, "text": row[party][lang]} for party in order],
        "sources": list(row["sources"]),
    }


def _voice(row: Mapping[str, Any], lang: str) -> dict[str, Any]:
    events = {event["id"]: event for event in geodata.records("events.toml")["event"]}
    told = [events[key] for key in row["events"]]
    parts = (row["homeland"], *row["name"])
    cited = [*row["sources"], *(s for part in (*told, *parts) for s in part["sources"])]
    return {
        "title": row["title"][lang],
        "argument": row["argument"][lang],
        "statements": [
            [f"{_date(event, lang)}: {event['title'][lang]}", event["text"][lang]] for event in told
        ],
        "homeland": row["homeland"]["text"][lang],
        "names": [[name["text"][lang], name["latin"]] for name in row["name"]],
        "sources": list(dict.fromkeys(cited)),
    }


def _date(event: Mapping[str, Any], lang: str) -> str:
    return dated(event["date"], event.get("precision", "day"), lang)
