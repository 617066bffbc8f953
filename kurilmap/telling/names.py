"""Names in one language, and the line of other names below them."""

from collections.abc import Mapping
from typing import Any

from kurilmap import geodata
from kurilmap.words import pick, say

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


def unit_name(unit: str, lang: str) -> str:
    """Return the name of a group, or of one island, in a language.

    Parameters
    ----------
    unit : str
        ``"etorofu"``, or an island's id, ``"habomai/suisho"``.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> unit_name("kunashiri", "en"), unit_name("habomai/suisho", "en")
    ('Kunashir / Kunashiri', 'Suisho / Tanfilyeva')
    """
    group = unit.partition("/")[0]
    if unit in (group, f"{group}/{group}"):
        return say(f"unit.{group}", lang)
    island = next(i for i in geodata.island_shapes() if i.unit == unit)
    return pick(island.names, lang) or say("popup.unnamed", lang)


def feature_names(properties: Mapping[str, Any], lang: str) -> list[str]:
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
