"""Whether a statement holds, by a rule that compares two figures."""

from collections.abc import Callable, Mapping, Sequence

OUTCOMES = ("holds", "in-part", "fails", "opinion", "not-found", "reported")
"""What a verdict can be. The first three are worked out where a row has a rule."""


def outcome(
    rule: str, figures: Sequence[float], stated: Sequence[float], tolerance: float = 0.0
) -> str:
    """Return whether a statement holds, in part, or fails.

    Parameters
    ----------
    rule : str
        A key of :data:`RULES`.
    figures : sequence of float
        What was found: several where the statement can be read in several ways.
    stated : sequence of float
        What is stated, or what the statement compares with.
    tolerance : float, default 0
        A share of what is stated.

    Returns
    -------
    {"holds", "in-part", "fails"}
        "in-part" where the rule is met by some of the pairs.

    Examples
    --------
    >>> outcome("about", [17291], [17000], 0.05), outcome("about", [16668], [12346], 0.05)
    ('holds', 'fails')
    >>> outcome("little-less", [5003], [5047.19, 6445.92], 0.05)
    'in-part'
    """
    met = [RULES[rule](figure, value, tolerance) for figure in figures for value in stated]
    return "holds" if all(met) else "in-part" if any(met) else "fails"


def _about(figure: float, stated: float, tolerance: float) -> bool:
    return abs(figure - stated) <= tolerance * abs(stated)


def _little_less(figure: float, stated: float, tolerance: float) -> bool:
    return (1 - tolerance) * stated <= figure < stated


def _less(figure: float, stated: float, _: float) -> bool:
    return figure < stated


def _at_least(figure: float, stated: float, _: float) -> bool:
    return figure >= stated


def _at_most(figure: float, stated: float, _: float) -> bool:
    return figure <= stated


RULES: Mapping[str, Callable[[float, float, float], bool]] = {
    "about": _about,
    "little-less": _little_less,
    "less": _less,
    "at-least": _at_least,
    "at-most": _at_most,
}
"""The figure is about what is stated, a little less, less, at least or at most that."""
