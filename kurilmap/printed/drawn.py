"""Puts the steps together: what is shown, its fonts, its layout, its file."""

from collections.abc import Iterator
from typing import Any

from kurilmap.geodata import GROUP_NAMES
from kurilmap.printed.fonts import families
from kurilmap.printed.given import plate_of
from kurilmap.printed.layout import lay_out
from kurilmap.printed.plate import Plate
from kurilmap.printed.sheet import Sheet
from kurilmap.printed.sizes import Size
from kurilmap.printed.written import own_style, written
from kurilmap.words import wordlist


def drawn(thing: Any, suffix: str, lang: str | None, size: Size, dpi: int | None) -> bytes:
    """Return a printed map as :func:`kurilmap.printed.picture` tells."""
    plate, told = plate_of(thing, lang)
    with own_style():
        sheet = sheet_of(plate, size, told)
        return written(sheet, plate, suffix, dpi or size.dpi, told)


def sheet_of(plate: Plate, size: Size, lang: str) -> Sheet:
    """Return a plate, drawn.

    Parameters
    ----------
    plate : Plate
    size : Size
    lang : {"en", "ja", "ru"}

    Returns
    -------
    Sheet
    """
    # The kit's own words have to be drawn; a title of somebody's may hold anything.
    own = "".join(wordlist(lang).values()) + "".join(
        name for names in GROUP_NAMES.values() for name in names.values()
    )
    fonts = families(own, "".join(_texts(plate)), lang)
    return lay_out(plate, size, tuple(fonts), lang)


def _texts(plate: Plate) -> Iterator[str]:
    yield plate.title
    for panel in plate.panels:
        yield from (panel.title, *panel.caption)
    for _, text in plate.facts:
        yield text
