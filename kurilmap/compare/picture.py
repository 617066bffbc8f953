"""A figure that a notebook shows by itself, without pyplot and its list of open figures."""

from io import BytesIO
from typing import Any

from matplotlib import rc_context, rcParams
from matplotlib.figure import Figure


class Picture(Figure):
    """A matplotlib figure that shows itself, and keeps the fonts that it was made with."""

    _fonts: list[str] | None = None

    def keep_fonts(self) -> None:
        """Draw with the fonts that are set now, whenever it is drawn."""
        self._fonts = list(rcParams["font.family"])

    def draw(self, renderer: Any) -> None:
        """Draw the figure.

        Parameters
        ----------
        renderer : matplotlib renderer
        """
        with rc_context({"font.family": self._fonts or rcParams["font.family"]}):
            super().draw(renderer)

    def _repr_png_(self) -> bytes:
        picture = BytesIO()
        self.savefig(picture, format="png", dpi=110)
        return picture.getvalue()
