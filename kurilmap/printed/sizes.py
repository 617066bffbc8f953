"""The sizes in which a map is printed: what a journal, a page and a screen have room for."""

from dataclasses import dataclass

from kurilmap.errors import MapError

_MM = 72 / 25.4


@dataclass(frozen=True)
class Size:
    """One size of paper; lengths in points, of which 72 are an inch.

    Attributes
    ----------
    width : float
    height : float or None
        None where the sheet is as tall as what stands on it.
    margin : float
    type : float
        Size of the running text.
    dpi : int
        Of a PNG.
    """

    width: float
    height: float | None
    margin: float
    type: float
    dpi: int

    @property
    def small(self) -> float:
        """Size of the small print."""
        return max(0.74 * self.type, 5.0)

    @property
    def title(self) -> float:
        """Size of the title."""
        return 1.75 * self.type if self.height else 1.5 * self.type

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin


SIZES: dict[str, Size] = {
    "column": Size(89 * _MM, None, 4 * _MM, 6.6, 300),
    "page": Size(297 * _MM, 210 * _MM, 10 * _MM, 8.2, 300),
    "slide": Size(13.333 * 72, 7.5 * 72, 0.4 * 72, 11.5, 200),
}
"""By name: a column of a journal, a page of A4 on its side, a slide of 16:9."""


def check_size(size: str) -> Size:
    """Return a size by its name.

    Parameters
    ----------
    size : {"page", "column", "slide"}

    Returns
    -------
    Size

    Raises
    ------
    kurilmap.errors.MapError
        If there is none of that name.

    Examples
    --------
    >>> check_size("slide").dpi
    200
    """
    if not isinstance(size, str) or size not in SIZES:
        raise MapError(f"size={size!r:.80} was given; allowed are {', '.join(map(repr, SIZES))}.")
    return SIZES[size]
