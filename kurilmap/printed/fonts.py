"""Fonts for pictures in three scripts: found among those of the system, never empty boxes."""

from collections.abc import Iterable
from functools import cache
from unicodedata import category

from kurilmap.errors import MissingExtra

# matplotlib brings the first, which has Latin and Cyrillic; the others are what systems have for
# Japanese, tried before any other font that has the letters.
_OWN = "DejaVu Sans"
_JAPANESE = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans JP",
    "Hiragino Sans",
    "Hiragino Maru Gothic Pro",
    "Yu Gothic",
    "Meiryo",
    "MS Gothic",
    "IPAexGothic",
    "IPAGothic",
    "TakaoGothic",
    "VL Gothic",
    "Noto Serif CJK JP",
)


def families(words: str, titles: str, lang: str) -> list[str]:
    """Return the fonts that draw a chart's text, in the order in which they are tried.

    Parameters
    ----------
    words : str
        What has to be drawn.
    titles : str
        What is drawn as far as there are fonts for it: a scenario's title may hold anything.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    list of str

    Raises
    ------
    kurilmap.errors.MissingExtra
        If no font of the system draws a letter of `words`.
    """
    chosen = [_OWN]
    # Where the language is Japanese, one font draws all: letters of two do not sit together.
    if lang == "ja" and (first := next(filter(_letters, _JAPANESE), None)):
        chosen.insert(0, first)
    missing = _drawn(words + titles).difference(*map(_letters, chosen))
    for family in (*_JAPANESE, *_others()):
        if not missing:
            break
        if missing & _letters(family):
            chosen.append(family)
            missing -= _letters(family)
    if absent := sorted(missing & _drawn(words)):
        raise MissingExtra(
            f"No font here draws {''.join(absent[:5])!r}, which a picture with lang={lang!r} "
            "needs; install one, such as Noto Sans CJK (fonts-noto-cjk on Debian)."
        )
    return chosen


def drawable(text: str) -> str:
    """Return a text with what the chosen fonts lack as question marks, not as empty boxes.

    Parameters
    ----------
    text : str
        Drawn with the fonts that are set.

    Returns
    -------
    str
        One line; a dollar sign begins no formula.
    """
    from matplotlib import rcParams

    return known(text, rcParams["font.family"]).replace("$", r"\$")


def known(text: str, fonts: Iterable[str]) -> str:
    r"""Return a text with what some fonts lack as question marks, and without control characters.

    Parameters
    ----------
    text : str
    fonts : iterable of str
        Families.

    Returns
    -------
    str
        One line.

    Examples
    --------
    >>> known("a\tb \u202ec", ["DejaVu Sans"])
    'a b c'
    """
    letters = _all_letters(tuple(fonts))
    seen = "".join(char for char in text if char.isspace() or category(char)[0] != "C")
    # A no-break space stays: it holds a number to its unit.
    line = " ".join(seen.replace("\u00a0", "\ue000").split()).replace("\ue000", "\u00a0")
    return "".join(char if char in letters or char in " \u00a0" else "?" for char in line)


def _drawn(text: str) -> set[str]:
    return {char for char in text if not char.isspace()}


@cache
def _letters(family: str) -> frozenset[str]:
    from matplotlib.font_manager import fontManager, get_font

    for entry in fontManager.ttflist:
        if entry.name == family and entry.style == "normal":
            return frozenset(map(chr, get_font(entry.fname).get_charmap()))
    return frozenset()


@cache
def _all_letters(fonts: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(_letters, fonts))


@cache
def _others() -> tuple[str, ...]:
    from matplotlib.font_manager import fontManager

    return tuple(sorted({entry.name for entry in fontManager.ttflist} - {_OWN, *_JAPANESE}))
