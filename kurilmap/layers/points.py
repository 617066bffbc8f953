"""Settlements, landmarks and straits, as marks with names."""

from collections.abc import Iterable, Mapping
from typing import Any

from kurilmap import geodata, telling
from kurilmap.layers.base import InertLayer
from kurilmap.layers.tongues import spoken
from kurilmap.words import number, pick, say

LANDMARKS = ("cape", "light", "peak")


@spoken
def settlements(lang: str = "en", *, show: bool = True) -> InertLayer:
    """Return the settlements, with their latest published population.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"
    show : bool, default True

    Returns
    -------
    InertLayer

    Examples
    --------
    >>> settlements().layer_name
    'Settlements'
    """
    return _places(("settlement",), "places", lang, show=show)


@spoken
def landmarks(lang: str = "en", *, show: bool = False) -> InertLayer:
    """Return capes, lights and peaks.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"
    show : bool, default False

    Returns
    -------
    InertLayer

    Examples
    --------
    >>> landmarks().show
    False
    """
    return _places(LANDMARKS, "landmarks", lang, show=show)


@spoken
def straits(lang: str = "en", *, show: bool = True) -> InertLayer:
    """Return the straits, with published widths and depths.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"
    show : bool, default True

    Returns
    -------
    InertLayer

    Examples
    --------
    >>> straits("ja").layer_name != straits("en").layer_name
    True
    """
    features = geodata.features("straits.geojson")
    points = [_point(f, "strait", _strait_rows(f["properties"], lang), lang) for f in features]
    return _layer(points, features, "straits", lang, show=show)


def _places(kinds: Iterable[str], key: str, lang: str, *, show: bool) -> InertLayer:
    features = [f for f in geodata.features("places.geojson") if f["properties"]["kind"] in kinds]
    points = [
        _point(f, f["properties"]["kind"], _place_rows(f["properties"], lang), lang)
        for f in features
    ]
    return _layer(points, features, key, lang, show=show)


def _layer(
    points: list[dict[str, Any]],
    features: Iterable[Mapping[str, Any]],
    key: str,
    lang: str,
    *,
    show: bool,
) -> InertLayer:
    cited = [source for f in features for source in f["properties"]["sources"]]
    data = {
        "points": points,
        "labels": [_label(p, f["properties"]) for p, f in zip(points, features, strict=True)],
        "sources": telling.sources(cited, lang),
        "words": {"sources": say("panel.sources", lang)},
    }
    kinds = dict.fromkeys(p["kind"] for p in points)
    about = {
        "text": [say(f"cite.about-{key}", lang)],
        "sources": list(data["sources"]),
        "legend": [{"mark": kind, "label": say(f"feature.{kind}", lang)} for kind in kinds],
    }
    return InertLayer("points", data, say(f"layer.{key}", lang), show=show, about=about)


# From which zoom on a name stands, and how early it is placed: small settlements (of which no
# population is published), capes and peaks when a reader comes near.
_FIRST = {"strait": (7.0, 25), "settlement": (7.5, 20), "hamlet": (9.5, 35)}
_LANDMARK = (9.0, 40)


def _label(point: Mapping[str, Any], properties: Mapping[str, Any]) -> dict[str, Any]:
    kind = point["kind"]
    hamlet = kind == "settlement" and properties["population"] is None
    first, rank = _FIRST.get("hamlet" if hamlet else kind, _LANDMARK)
    return {
        "at": point["at"],
        "text": point["card"]["head"],
        "kind": "landmark" if kind in LANDMARKS else kind,
        "rank": rank,
        "from": first,
        "mark": True,
        "clear": 4,
        "leader": True,
    }


def _point(
    feature: Mapping[str, Any], kind: str, rows: list[list[str]], lang: str
) -> dict[str, Any]:
    properties = feature["properties"]
    head, second = telling.feature_names(properties, lang)
    notes = (pick(telling.by_lang(properties, key), lang) for key in ("width_note", "note"))
    return {
        "at": feature["geometry"]["coordinates"],
        "kind": kind,
        "label": f"{head}: {say(f'feature.{kind}', lang)}",
        "card": {
            "head": head,
            "second": second,
            "rows": [[say("popup.kind", lang), say(f"feature.{kind}", lang)], *rows],
            "text": [note for note in notes if note],
            "sources": properties["sources"],
        },
    }


def _place_rows(properties: Mapping[str, Any], lang: str) -> list[list[str]]:
    rows = []
    if properties.get("population") is not None:
        people = number(properties["population"], lang)
        rows.append([say("popup.population", lang), f"{people} ({properties['population_year']})"])
    if properties.get("elevation_m") is not None:
        height = number(properties["elevation_m"], lang)
        rows.append([say("popup.elevation", lang), f"{height} {say('unit-of.m', lang)}"])
    return rows


def _strait_rows(properties: Mapping[str, Any], lang: str) -> list[list[str]]:
    shores = " – ".join(say(f"shore.{unit}", lang) for unit in properties["shores"])
    rows = [[say("popup.between", lang), shores]]
    for key, word, unit in (("width_km", "width", "km"), ("depth_m", "depth", "m")):
        value = properties.get(key)
        if value is None and key == "width_km" and properties.get("width_note_en"):
            continue  # the note tells what is published instead
        digits = 0 if value is None or float(value).is_integer() else 1
        told = (
            say("popup.unknown", lang)
            if value is None
            else f"{number(value, lang, digits)} {say(f'unit-of.{unit}', lang)}"
        )
        rows.append([say(f"popup.{word}", lang), told])
    ice = pick(telling.by_lang(properties, "ice"), lang)
    if ice:
        rows.append([say("popup.ice", lang), ice])
    return rows
