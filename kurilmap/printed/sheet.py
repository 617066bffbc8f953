"""A sheet of paper: a matplotlib figure on which all is placed in points from the upper left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.patheffects import Stroke
from matplotlib.text import Text
from shapely.geometry.base import BaseGeometry

from kurilmap.layers import look
from kurilmap.printed.fonts import known
from kurilmap.printed.paths import areas, strands
from kurilmap.printed.type import Type, width_of, words


@dataclass
class Sheet:
    """What is drawn stands above what was drawn before.

    Attributes
    ----------
    width, height : float
        Points.
    fonts : tuple of str
        Families, tried in this order.
    windows : list
        The maps that stand on it, for who asks where a place lies.
    """

    width: float
    height: float
    fonts: tuple[str, ...]
    windows: list[Any] = field(default_factory=list)
    figure: Figure = field(init=False)
    _drawn: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """Begin with white paper."""
        size = (self.width / 72, self.height / 72)
        self.figure = Figure(figsize=size, dpi=72, facecolor=look.PAPER)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set(xlim=(0, self.width), ylim=(self.height, 0))
        self._axes.axis("off")

    def fill(self, geometry: BaseGeometry, colour: str) -> None:
        """Fill polygons; what is no polygon is left out."""
        # A hole is left free only where it runs the other way round than its shell.
        if (path := areas(shapely.orient_polygons(geometry))) is not None:
            self._add(PathPatch(path, facecolor=colour, edgecolor="none", linewidth=0))

    def line(
        self,
        geometry: BaseGeometry,
        colour: str,
        width: float,
        dash: Sequence[float] = (),
    ) -> None:
        """Draw lines, of polygons their edges; `dash` in points."""
        if (path := strands(geometry)) is not None:
            style: Any = (0, tuple(dash)) if dash else "solid"
            ends = "butt" if dash else "round"
            self._add(
                PathPatch(
                    path,
                    fill=False,
                    edgecolor=colour,
                    linewidth=width,
                    linestyle=style,
                    capstyle=ends,
                    joinstyle="round",
                )
            )

    def text(
        self, x: float, y: float, text: str, type_: Type, *, halo: str = "", at: str = "left"
    ) -> None:
        """Write a line of text.

        Parameters
        ----------
        x, y : float
            Where its base line begins, ends or has its middle.
        text : str
        type_ : Type
        halo : str
            Colour round the letters.
        at : {"left", "center", "right"}
        """
        told = known(text, self.fonts)
        place: dict[str, Any] = {"ha": at, "va": "baseline", "parse_math": False}
        place |= {"fontfamily": list(self.fonts), **type_.style}
        if halo:
            # Apart, so that the letters themselves stay text in a PDF.
            effects = [Stroke(linewidth=0.32 * type_.size, foreground=halo, joinstyle="round")]
            self._add(Text(x, y, told, color=halo, path_effects=effects, **place))
        self._add(Text(x, y, told, color=type_.colour, gid="text", **place))

    def measure(self, text: str, type_: Type) -> float:
        """Return the width of a line of text in points."""
        return width_of(known(text, self.fonts), self.fonts, type_)

    def wrapped(self, text: str, type_: Type, width: float) -> list[str]:
        """Return a text in lines no wider than `width`.

        Parameters
        ----------
        text : str
        type_ : Type
        width : float

        Returns
        -------
        list of str
        """
        space = self.measure("n n", type_) - self.measure("nn", type_)
        lines, room = [""], width
        for word in words(known(text, self.fonts)):
            for part in self._parts(word, type_, width):
                bare = part.rstrip(" ")
                # Word by word: measuring each line anew takes far longer, and gains a hair.
                needed = self.measure(bare, type_)
                if lines[-1] and needed > room:
                    lines.append("")
                    room = width
                lines[-1] += part
                room -= needed + space * (len(part) - len(bare))
        return [line.strip(" ") for line in lines if line.strip(" ")]

    def balanced(self, text: str, type_: Type, width: float) -> list[str]:
        """Return a text in as few lines as its width allows, of about one length."""
        lines = self.wrapped(text, type_, width)
        for part in (0.5, 0.6, 0.7, 0.8, 0.9):
            if len(even := self.wrapped(text, type_, part * width)) <= len(lines):
                return even
        return lines

    def crop(self, height: float) -> None:
        """Cut off what lies below a height."""
        self.height = height
        self.figure.set_size_inches(self.width / 72, height / 72)
        self._axes.set_ylim(height, 0)

    def _parts(self, word: str, type_: Type, width: float) -> Iterator[str]:
        """Break a word that is wider than a line."""
        if self.measure(word.rstrip(" "), type_) <= width:
            yield word
            return
        part = ""
        for char in word:
            if part and self.measure(part + char, type_) > width:
                yield part
                part = ""
            part += char
        yield part

    def _add(self, artist: Any) -> None:
        self._drawn += 1
        artist.set_zorder(self._drawn)
        self._axes.add_artist(artist)
        if isinstance(artist, PathPatch):
            artist.set_clip_on(False)
