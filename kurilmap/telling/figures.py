"""Areas and shares, rounded to what the outlines support, and the published ones beside them."""

from collections.abc import Mapping
from typing import Any

from kurilmap import geodata
from kurilmap.geodesy import round_area
from kurilmap.words import number, say


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


def published(unit: str, lang: str) -> str:
    r"""Return a group's published area as it was published, to the last decimal.

    Parameters
    ----------
    unit : str
        One of :data:`kurilmap.geodata.UNITS`.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str
        In km².

    Examples
    --------
    >>> published("etorofu", "en").replace("\u00a0", " ")
    '3,166.64 km²'
    """
    return f"{number(published_area(unit)['value'], lang, 2)}\u00a0{say('unit-of.km2', lang)}"


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
