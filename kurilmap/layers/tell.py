"""How data is told in one language: names, areas, shares, sources."""

from collections.abc import Iterable, Mapping
from typing import Any

from kurilmap import geodata
from kurilmap.geodesy import round_area
from kurilmap.words import day, number, pick, say

# Beside the name in the page's language stands the other party's, in its own script.
_SECOND = {"en": ("ja", "ru"), "ja": ("ru",), "ru": ("ja",)}


def names(texts: Mapping[str, str | None], lang: str) -> list[str]:
    """Return a name and the line below it.

    Parameters
    ----------
    texts : mapping of str to str or None
        By language.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of str
        Two texts, the second may be empty.

    Examples
    --------
    >>> names({"en": "Suisho / Tanfilyeva", "ja": "水晶島", "ru": "Танфильева"}, "en")
    ['Suisho / Tanfilyeva', '水晶島 · Танфильева']
    """
    second = (texts.get(other) for other in _SECOND[lang])
    return [pick(texts, lang), " · ".join(text for text in second if text)]


def unit_names(unit: str, lang: str) -> list[str]:
    """Return a group's pair of names in a language, and its names in the other scripts.

    Parameters
    ----------
    unit : str
        One of :data:`kurilmap.geodata.UNITS`.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of str

    Examples
    --------
    >>> unit_names("etorofu", "en")
    ['Etorofu / Iturup', '択捉島 · Итуруп']
    """
    return [say(f"unit.{unit}", lang), names(geodata.GROUP_NAMES[unit], lang)[1]]


def features_names(properties: Mapping[str, Any], lang: str) -> list[str]:
    """Return the two name lines of a GeoJSON feature with ``name_en`` and so on.

    Parameters
    ----------
    properties : mapping
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of str
    """
    return names(by_lang(properties, "name"), lang)


def by_lang(properties: Mapping[str, Any], key: str) -> dict[str, str | None]:
    """Gather ``key_en``, ``key_ja`` and ``key_ru`` into a mapping by language.

    Parameters
    ----------
    properties : mapping
    key : str

    Returns
    -------
    dict

    Examples
    --------
    >>> by_lang({"name_en": "Urup", "name_ru": "Уруп"}, "name")["ru"]
    'Уруп'
    """
    return {lang: properties.get(f"{key}_{lang}") for lang in ("en", "ja", "ru")}


def area(square_metres: float, lang: str) -> str:
    r"""Return a computed area, rounded to what an outline of ±0.5 % supports.

    Parameters
    ----------
    square_metres : float
        Geodesic area in m².
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str
        In km².

    Examples
    --------
    >>> area(3_150_000_000, "en").replace("\u00a0", " ")
    '3,150 km²'
    """
    value, digits = round_area(square_metres / 1e6)
    return f"{number(value, lang, digits)}\u00a0{say('unit-of.km2', lang)}"


def share(fraction: float, lang: str) -> str:
    """Return a share in per cent, to a tenth; a whole has no decimals.

    Parameters
    ----------
    fraction : float
        From 0 to 1.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> share(0.0685, "en"), share(1, "en")
    ('6.9%', '100%')
    """
    digits = 0 if fraction == 1 else 1
    gap = "\u00a0" if lang == "ru" else ""
    return f"{number(100 * fraction, lang, digits)}{gap}%"


def sources(ids: Iterable[str], lang: str) -> dict[str, dict[str, Any]]:
    """Return the bibliography's entries for some ids, as a page shows them.

    Parameters
    ----------
    ids : iterable of str
    lang : {"en", "ja", "ru"}
        In Russian, a source whose owner is under a legal ban in Russia carries no link.

    Returns
    -------
    dict
        By id; unknown ids (a reader's own file may cite what it likes) stand as their own title.

    Examples
    --------
    >>> sources(["my-notes"], "en")["my-notes"]["title"]
    'my-notes'
    """
    table = geodata.source_table()
    return {key: _source(key, table.get(key), lang) for key in dict.fromkeys(ids)}


def _source(key: str, row: Mapping[str, Any] | None, lang: str) -> dict[str, Any]:
    if row is None:
        return {
            "title": key,
            "publisher": "",
            "year": "",
            "url": None,
            "lang": None,
            "checked": "–",
        }
    linked = row.get("link", True) or lang != "ru"
    return {
        "title": row["title"],
        "publisher": row["publisher"],
        "year": str(row["year"]),
        "url": row.get("url") if linked else None,
        "lang": row["language"],
        "checked": day(row["checked"], lang),
    }


def published_area(unit: str) -> Mapping[str, Any]:
    """Return the published area that stands beside the computed one: GSI, 2025.

    Parameters
    ----------
    unit : str
        One of :data:`kurilmap.geodata.UNITS`.

    Returns
    -------
    mapping
        A row of ``geo/figures.toml``, km².

    Examples
    --------
    >>> published_area("shikotan")["value"]
    247.65
    """
    figures = geodata.records("figures.toml")["figure"]
    row: Mapping[str, Any] = next(f for f in figures if f["id"] == f"gsi-2025-{unit}")
    return row


def card_words(lang: str) -> dict[str, str]:
    """Return the words that every popup needs.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    dict
    """
    return {"sources": say("panel.sources", lang), "checked": say("panel.checked", lang)}
