"""How texts are set: sizes and colours, how wide a line is, and where it may break."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

INK = "#1F2A30"
GREY = "#55636B"
RULE = "#C3CACC"
_ASCENT, _DESCENT = 0.8, 0.24
_FINE = 4  # text is measured at so many times its size, where hinting does not show


@dataclass(frozen=True)
class Type:
    """How a text is set.

    Attributes
    ----------
    size : float
        Points.
    colour : str
    bold, italic : bool
    """

    size: float
    colour: str = INK
    bold: bool = False
    italic: bool = False

    @property
    def style(self) -> dict[str, Any]:
        """The same in matplotlib's words."""
        return {
            "fontsize": self.size,
            "fontweight": "bold" if self.bold else "normal",
            "fontstyle": "italic" if self.italic else "normal",
        }


def line_height(type_: Type) -> float:
    """Return the way from one base line to the next."""
    return 1.32 * type_.size


def text_box(x: float, y: float, width: float, type_: Type) -> tuple[float, float, float, float]:
    """Return what a line of text covers whose base line begins at a point."""
    return x, y - _ASCENT * type_.size, x + width, y + _DESCENT * type_.size


def ascent(type_: Type) -> float:
    """Return how far letters reach above the base line."""
    return _ASCENT * type_.size


@lru_cache(maxsize=20_000)
def width_of(text: str, fonts: tuple[str, ...], type_: Type) -> float:
    """Return the width of a line of text in points, drawn with some fonts."""
    if not text:
        return 0.0
    canvas = _canvas()
    drawn = Text(0, 0, text, fontfamily=list(fonts), parse_math=False, **type_.style)
    drawn.set_figure(canvas.figure)
    return float(drawn.get_window_extent(canvas.get_renderer()).width) / _FINE


@lru_cache(maxsize=1)
def _canvas() -> Any:
    return FigureCanvasAgg(Figure(figsize=(1, 1), dpi=72 * _FINE))


# Japanese breaks between any two letters, but not before what closes and not after what opens.
_CLOSING = "、。，．・：；）」』】〕’”％ー／々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)],.;:!?"
_OPENING = "（「『【〔‘“(["


def words(text: str) -> Iterator[str]:
    """Give out what stands together, each with the spaces behind it."""
    word = ""
    for char in text:
        last = word[-1:]
        wide = _is_wide(char) or _is_wide(last)
        free = last == " " or (wide and char not in _CLOSING and last not in _OPENING)
        if word and char != " " and free:
            yield word
            word = ""
        word += char
    yield word


def _is_wide(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\uffef"
