"""Pieces of water that no line crosses, and the zone that each is in."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kurilmap.sea.window import EEZ_M, TERRITORIAL_M

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Faces:
    """Pieces of the window that no line crosses.

    Attributes
    ----------
    polygons, points : array
        Each piece, and a point in it.
    dry : array of bool
        Whether it is land.
    parts : array of str
        The part of the land that is nearest.
    metres : array of float
        How far that is from the point.
    narrow : list of (str, array of bool)
        Whose three-mile straits they are in, beyond the three miles.
    """

    polygons: NDArray[np.object_]
    points: Array
    dry: NDArray[np.bool_]
    parts: NDArray[np.str_]
    metres: Array
    narrow: list[tuple[str, NDArray[np.bool_]]]

    def zones(self, holders: NDArray[np.str_]) -> NDArray[np.str_]:
        """Return which zone each piece is in.

        Parameters
        ----------
        holders : array of str
            Of the nearest land, by piece.

        Returns
        -------
        array of str
            ``"territorial sea"``, ``"EEZ"``, or nothing on land and beyond 200 M.
        """
        zones = np.where(self.metres <= TERRITORIAL_M, "territorial sea", "EEZ")
        for holder, inside in self.narrow:
            zones[(holders == holder) & inside] = "EEZ"
        return np.where(self.dry | (self.metres > EEZ_M), "", zones)
