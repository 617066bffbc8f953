"""Fonts for a chart in three scripts: found among those of the system, never empty boxes."""

from functools import cache

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
    missing = _drawn(words + titles) - _letters(_OWN)
    for family in (*_JAPANESE, *_others()):
        if not missing:
            break
        if missing & _letters(family):
            chosen.append(family)
            missing -= _letters(family)
    if absent := sorted(missing & _drawn(words)):
        raise MissingExtra(
            f"No font here draws {''.join(absent[:5])!r}, which a chart with lang={lang!r} needs; "
            "install one, such as Noto Sans CJK (fonts-noto-cjk on Debian)."
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

    known = {code for family in rcParams["font.family"] for code in _letters(family)}
    letters = " ".join(text.split())
    told = (char if char in known or char == " " else "?" for char in letters)
    return "".join(told).replace("$", r"\$")


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
def _others() -> tuple[str, ...]:
    from matplotlib.font_manager import fontManager

    return tuple(sorted({entry.name for entry in fontManager.ttflist} - {_OWN, *_JAPANESE}))
