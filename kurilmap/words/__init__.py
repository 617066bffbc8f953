"""Every word that a page, picture or table shows, in English, Japanese and Russian."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kurilmap.errors import UnknownWord

LANGS = ("en", "ja", "ru")

# Thousands and decimal marks; Russian groups with a no-break space.
_MARKS = {"en": (",", "."), "ja": (",", "."), "ru": ("\u00a0", ",")}


def check_lang(lang: str) -> str:
    """Return a language code that the kit has words in.

    Parameters
    ----------
    lang : str

    Returns
    -------
    str

    Raises
    ------
    kurilmap.errors.UnknownWord
        For any other language.

    Examples
    --------
    >>> check_lang("ja")
    'ja'
    """
    if lang not in LANGS:
        raise UnknownWord(f"lang={lang!r} was given; allowed are 'en', 'ja' and 'ru'.")
    return lang


@cache
def wordlist(lang: str) -> Mapping[str, str]:
    """Return all words of a language by dotted key.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    mapping of str to str

    Raises
    ------
    kurilmap.errors.UnknownWord
        For any other language.

    Examples
    --------
    >>> wordlist("en")["holder.JP"]
    'Japan'
    """
    text = files(__package__).joinpath(f"{check_lang(lang)}.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            f"{section}.{key}": value
            for section, entries in tomllib.loads(text).items()
            for key, value in entries.items()
        }
    )


def say(key: str, lang: str, **values: object) -> str:
    """Return one word or sentence.

    Parameters
    ----------
    key : str
        Dotted key, ``"holder.JP"``.
    lang : {"en", "ja", "ru"}
    **values
        What stands in the sentence's ``{braces}``.

    Returns
    -------
    str

    Raises
    ------
    kurilmap.errors.UnknownWord
        If the key or language is unknown.

    Examples
    --------
    >>> say("holder.RU", "ru")
    'Россия'
    """
    try:
        text = wordlist(lang)[key]
    except KeyError as error:
        if isinstance(error, UnknownWord):
            raise
        raise UnknownWord(f"No word {key!r} in {lang}.toml; see kurilmap/words/.") from None
    return text.format(**values) if values else text


def pick(texts: Mapping[str, str | None], lang: str) -> str:
    """Return a text in one language, or in English where that one is missing.

    Parameters
    ----------
    texts : mapping of str to str
        By language.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str
        Empty if neither language has a text.

    Examples
    --------
    >>> pick({"en": "Etorofu / Iturup"}, "ru")
    'Etorofu / Iturup'
    """
    return texts.get(check_lang(lang)) or texts.get("en") or ""


def number(value: float, lang: str, digits: int = 0) -> str:
    """Return a number as readers of a language write it.

    Parameters
    ----------
    value : float
    lang : {"en", "ja", "ru"}
    digits : int, default 0
        Decimals; a negative number rounds to tens, hundreds …

    Returns
    -------
    str

    Examples
    --------
    >>> number(3166.64, "en", -1), number(1489.27, "ru", 1).replace("\u00a0", " ")
    ('3,170', '1 489,3')
    """
    group, point = _MARKS[check_lang(lang)]
    plain = f"{round(value, digits):,.{max(digits, 0)}f}"
    return plain.translate({ord(","): group, ord("."): point})


def decimal_marks(lang: str) -> tuple[str, str]:
    """Return what stands between thousands, and before decimals.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    tuple of (str, str)

    Examples
    --------
    >>> decimal_marks("en")
    (',', '.')
    """
    return _MARKS[check_lang(lang)]


def day(value: date, lang: str) -> str:
    """Return a date as readers of a language write it.

    Parameters
    ----------
    value : datetime.date
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> day(date(1956, 10, 19), "en"), day(date(1956, 10, 19), "ja")
    ('19 October 1956', '1956年10月19日')
    """
    month = say(f"month.{value.month}", lang)
    return say("month.form", lang, day=value.day, month=month, year=value.year)


def dated(value: date, precision: str, lang: str) -> str:
    """Return a date as exactly as it is known.

    Parameters
    ----------
    value : datetime.date
    precision : {"dated",
    "day", "month", "year"}
        ``"month"`` where the day is not known, ``"year"`` where neither it nor the month is.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> dated(date(1992, 3, 1), "month", "en"), dated(date(1992, 3, 1), "year", "ja")
    ('March 1992', '1992年')
    """
    if precision == "month":
        return say(f"dated.month-{value.month}", lang, year=value.year)
    if precision == "year":
        return say("dated.year", lang, year=value.year)
    return day(value, lang)


def iso(value: date, precision: str) -> str:
    """Return a date as exactly as it is known, in digits.

    Parameters
    ----------
    value : datetime.date
    precision : {"day", "month", "year"}

    Returns
    -------
    str

    Examples
    --------
    >>> iso(date(1992, 3, 1), "month"), iso(date(1956, 10, 19), "day")
    ('1992-03', '1956-10-19')
    """
    return value.isoformat()[: {"year": 4, "month": 7}.get(precision)]


def parties(lang: str) -> tuple[str, ...]:
    """Return the holders in the order in which a page of this language names them.

    Parties stand in the alphabetical order of their names in that language; "joint" comes last.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> parties("en"), parties("ru")
    (('JP', 'RU', 'joint'), ('RU', 'JP', 'joint'))
    """
    # Japan, Russia; ニホン, ロシア; Россия, Япония.
    order = ("RU", "JP") if check_lang(lang) == "ru" else ("JP", "RU")
    return (*order, "joint")
