"""The outline of the land that changes hands between two maps that stand beside one another."""

from dataclasses import asdict

from kurilmap.layers.base import InertLayer
from kurilmap.layers.look import LineLook
from kurilmap.layers.tongues import spoken
from kurilmap.words import say

LOOK = LineLook(colour="#1B1B1B", dash="", width=2.2)
"""Darker and wider than any shore."""


@spoken
def differ(partition: InertLayer, lang: str = "en") -> InertLayer:
    """Return the outlines of the pieces that the two scenarios shown give to different holders.

    Parameters
    ----------
    partition : InertLayer
        The layer whose pieces are outlined; it stays the only copy of the geometry. Where no
        second map stands beside its own, nothing is drawn.
    lang : {"en", "ja", "ru"}, default "en"

    Returns
    -------
    InertLayer
        One that a reader can switch.
    """
    name = say("compare.differ", lang)
    item = {"line": {**asdict(LOOK), "cap": "butt"}, "label": name}
    about = {"text": [say("cite.about-differ", lang)], "legend": [item]}
    return InertLayer("differ", {"look": asdict(LOOK)}, name, needs=[partition], about=about)
