"""One key for all the ways in which a name is written.

A name of the islands comes in four scripts and in several ways of writing each in Latin letters.
:func:`keys` folds them: Kunashir, Kunasiri, クナシリ and Кунашир begin alike, whatever the case,
macrons and hyphens. The page gets the same tables, and tests keep its keys equal to these.

The folding, in order:

1. NFKC and lower case; marks over Latin letters go (ō → o), ё is е.
2. The text parts into words at all that is neither letter nor digit; apostrophes only go.
3. Words that say what a thing is go: island, cape, остров, tō …; so do 島, 海峡 … at the end of a
   Japanese name. Where nothing else is left, they stay.
4. Cyrillic and kana become Latin letters; kanji stay.
5. Hepburn, Kunrei and the Russian transliterations meet: sh → s, ch → t, ts → t, f → h, j → z; long
   vowels are short, double letters single; y before a vowel goes after a consonant, else is i.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_KANA_ROWS = {
    "": "アイウエオ",
    "k": "カキクケコ",
    "g": "ガギグゲゴ",
    "s": "サシスセソ",
    "z": "ザジズゼゾ",
    "t": "タチツテト",
    "d": "ダヂヅデド",
    "n": "ナニヌネノ",
    "h": "ハヒフヘホ",
    "b": "バビブベボ",
    "p": "パピプペポ",
    "m": "マミムメモ",
    "r": "ラリルレロ",
}
# What is left of the kana, and Cyrillic, each above its Latin letters; * is none, ~ eats a vowel.
_REST = (
    ("ヤユヨワヰヱヲンヴッー", "ya yu yo wa i e o n v * *"),
    ("ァィゥェォャュョヮ", "~a ~i ~u ~e ~o ~a ~u ~o ~a"),
)
_CYRILLIC = (
    ("абвгдежзийклмноп", "a b v g d e zh z i y k l m n o p"),
    ("рстуфхцчшщъыьэюя", "r s t u f kh ts ch sh shch * y * e yu ya"),
)

RULES: tuple[tuple[str, str], ...] = (
    ("[iu]~", ""),
    ("~", ""),
    ("shch|sch", "s"),
    ("sh", "s"),
    ("zh", "z"),
    ("kh", "h"),
    ("ch|ts|c", "t"),
    ("f", "h"),
    ("j", "z"),
    ("ou", "o"),
    ("([a-z])\\1+", "$1"),
    ("([bdghklmnprstvz])y([aeou])", "$1$2"),
    ("yi|iy", "i"),
    ("y", "i"),
    ("ie", "e"),
    ("i+", "i"),
)
"""Regular expressions and what takes the place of a match, one after the other.

They are written so that Python and JavaScript read them alike; ``$1`` is the first group, ``$2``
the second.
"""

_GENERIC = """
island islands islet islets isle is group cape mys point strait proliv channel light lighthouse
mayak mount mt mountain volcano vulkan gora ostrov ostrova o jima shima to tou gunto guntou shoto
shotou retto kaikyo kaikyou suido suidou misaki saki zaki dake take san yama остров острова о
островок мыс пролив маяк гора вулкан поселок село город г группа the of на
"""
GENERIC = frozenset(_GENERIC.split())
"""Words that say what a thing is, and not which."""

_ENDINGS = """
の灯台 灯台 諸島 群島 列島 火山 海峡 水道 島 岬 埼 岳 山
かいきょう カイキョウ ぐんとう グントウ しょとう ショトウ れっとう レットウ
すいどう スイドウ みさき ミサキ だけ ダケ とう トウ じま ジマ
"""
ENDINGS = tuple(sorted(_ENDINGS.split(), key=len, reverse=True))
"""The same at the end of a Japanese name, in kanji or kana, the longest first."""

APOSTROPHES = "'’ʼ`´ʹ′"
"""Marks that go without parting a word."""

ADJECTIVE = "i?sk(i|ia|aia|oe|ie|oi|oia|ogo|om)?"
"""The ending of a Russian adjective, folded."""


@cache
def letters() -> Mapping[str, str]:
    """Return what each Cyrillic letter and each kana becomes in Latin letters.

    Returns
    -------
    mapping of str to str

    Examples
    --------
    >>> letters()["ш"], letters()["シ"], letters()["し"]
    ('sh', 'si', 'si')
    """
    table = {
        kana: consonant + vowel
        for consonant, row in _KANA_ROWS.items()
        for kana, vowel in zip(row, "aiueo", strict=True)
    }
    table |= _paired(_REST)
    # Hiragana stand 0x60 before katakana.
    table |= {chr(ord(kana) - 0x60): latin for kana, latin in table.items() if kana != "ー"}
    return {char: latin.replace("*", "") for char, latin in (table | _paired(_CYRILLIC)).items()}


def _paired(rows: tuple[tuple[str, str], ...]) -> dict[str, str]:
    pairs = (zip(chars, latin.split(), strict=True) for chars, latin in rows)
    return {char: letters for row in pairs for char, letters in row}


def keys(name: str) -> tuple[str, ...]:
    """Return the keys of a name: without the words that say what it is, and with them.

    Parameters
    ----------
    name : str
        In any script.

    Returns
    -------
    tuple of str
        One or two, the barer first; none where `name` has no letter.

    Examples
    --------
    >>> keys("Kunashiri-tō"), keys("国後島")
    (('kunasiri', 'kunasirito'), ('国後', '国後島'))
    >>> keys("Кунасири") == keys("クナシリ") == keys("KUNASIRI")
    True
    """
    words = _words(name)
    bare = [_without_ending(word) for word in words if word not in GENERIC]
    found = (_fold("".join(some)) for some in (bare, words))
    return tuple(dict.fromkeys(key for key in found if key))


def is_adjective_of(key: str, stem: str) -> bool:
    """Return whether a key is a Russian adjective made from another: Kunashirsky, Kunashir.

    Parameters
    ----------
    key, stem : str
        As :func:`keys` gives them.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_adjective_of(keys("Kunashirsky")[0], keys("Kunashir")[0])
    True
    """
    return (
        len(stem) > 3 and key.startswith(stem) and bool(re.fullmatch(ADJECTIVE, key[len(stem) :]))
    )


def _words(name: str) -> list[str]:
    lower = unicodedata.normalize("NFKC", name).lower()
    plain = "".join(
        char for char in unicodedata.normalize("NFD", lower) if not "\u0300" <= char <= "\u036f"
    )
    whole = unicodedata.normalize("NFC", plain)
    kept = "".join(
        "" if char in APOSTROPHES else char if _is_letter(char) else " " for char in whole
    )
    return kept.split(" ") if kept.strip() else []


def _is_letter(char: str) -> bool:
    # The long vowel mark is a letter to Unicode as well.
    return unicodedata.category(char)[0] in "LN"


def _without_ending(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and word != ending:
            return word.removesuffix(ending)
    return word


def _fold(text: str) -> str:
    table = letters()
    latin = "".join(table.get(char, char) for char in text)
    for pattern, replacement in RULES:
        latin = re.sub(pattern, re.sub(r"\$(\d)", r"\\\1", replacement), latin)
    return latin
