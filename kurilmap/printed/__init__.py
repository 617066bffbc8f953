"""Maps for print: a picture of what a map, a scenario or a table shows, made without a browser."""

from typing import Any

from kurilmap.errors import MapError, MissingExtra
from kurilmap.printed.sizes import SIZES, check_size

__all__ = ["SIZES", "SUFFIXES", "picture"]

SUFFIXES = (".png", ".svg", ".pdf")
"""What can be printed to."""


def picture(
    thing: Any, suffix: str, *, lang: str | None = None, size: str = "page", dpi: int | None = None
) -> bytes:
    """Return a printed map.

    Parameters
    ----------
    thing : Scenario, Comparison, SeaZones, geopandas.GeoDataFrame or Map
        A table is one of :func:`kurilmap.islands`. Of a map, what it shows when it is opened.
    suffix : {".png", ".svg", ".pdf"}
    lang : {"en", "ja", "ru"}, optional
        That of the thing where it has one, else English.
    size : {"page", "column", "slide"}, default "page"
        A4 on its side; 89 mm wide; 16:9.
    dpi : int, optional
        Of a PNG; 300, for a slide 200, where it is not given.

    Returns
    -------
    bytes
        The same for the same input, with title, sources and licence in the file itself.

    Raises
    ------
    kurilmap.errors.MapError
        If the thing, the suffix or the size is none of these.
    kurilmap.errors.MissingExtra
        If matplotlib is not installed, or no font here draws the language.
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> picture(scenario("three-islands"), ".pdf", size="column")[:5]
    b'%PDF-'
    """
    if suffix not in SUFFIXES:
        raise MapError(f"suffix={suffix!r} was given; allowed are {', '.join(SUFFIXES)}.")
    paper = check_size(size)
    try:
        import matplotlib  # noqa: F401 - all that draws needs it
    except ImportError as error:
        raise MissingExtra(
            "A printed map needs matplotlib, which is not installed; use: "
            "pip install 'kurilmap[print]'."
        ) from error
    from kurilmap.printed.drawn import drawn

    return drawn(thing, suffix, lang, paper, dpi)
