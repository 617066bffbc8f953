"""The outline of the land that changes hands between two maps that stand beside one another."""

from dataclasses import asdict
from typing import Any

from kurilmap.layers.base import InertLayer
from kurilmap.layers.look import LineLook
from kurilmap.layers.tongues import spoken
from kurilmap.words import decimal_marks, parties, say

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


def beside(lang: str = "en") -> dict[str, Any]:
    """Return what a page says of two maps beside one another, and of the choice of the second.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"

    Returns
    -------
    dict
        Words for ``compare.js`` and ``pairing.js``; ``outline`` is what draws the land that
        changes hands on a page that has no layer of :func:`differ`.

    Examples
    --------
    >>> beside("ru")["nothing"]
    'без сравнения'
    """
    group, point = decimal_marks(lang)
    keys = ("changes", "same", "administration", "unit", "change", "area", "shares")
    return {
        **{key: say(f"compare.{key}", lang) for key in keys},
        "with": say("beside.with", lang),
        "nothing": say("beside.nothing", lang),
        "noFirst": say("beside.no-first", lang),
        "summary": say("panel.summary", lang),
        "holders": {holder: say(f"holder.{holder}", lang) for holder in parties(lang)},
        "km2": say("unit-of.km2", lang),
        "group": group,
        "point": point,
        "outline": {
            "look": {**asdict(LOOK), "cap": "butt"},
            "label": say("compare.differ", lang),
        },
    }
