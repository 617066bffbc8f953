"""Who holds the nearest land of each piece of water."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kurilmap.sea.faces import Faces
from kurilmap.sea.shores import Shore

Fate = tuple[str, ...]
"""Who holds land in each of some scenarios."""


@dataclass(frozen=True, eq=False)
class Labels:
    """Tells the fate of a piece of water from its nearest land.

    Attributes
    ----------
    fates : mapping of str to Fate
        By part of the land that is whole.
    shores : mapping of str to mapping of Fate to Shore
        By divided group.
    """

    fates: Mapping[str, Fate]
    shores: Mapping[str, Mapping[Fate, Shore]]

    def of(self, faces: Faces) -> NDArray[np.str_]:
        """Return who holds the nearest land of each piece, in each scenario.

        Parameters
        ----------
        faces : Faces

        Returns
        -------
        array of str of shape (n, scenarios)
        """
        width = len(next(iter(self.fates.values())))
        holders = np.full((len(faces.points), width), "", dtype="U8")
        for part, fate in self.fates.items():
            holders[faces.parts == part] = fate
        for group, shores in self.shores.items():
            mine = np.flatnonzero(faces.parts == group)
            metres = [shore.reach(faces.points[mine]).metres for shore in shores.values()]
            holders[mine] = np.array(list(shores))[np.argmin(metres, axis=0)]
        return holders
