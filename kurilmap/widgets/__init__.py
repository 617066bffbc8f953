"""The notebook panel: the page itself in a frame, whose choices the kernel knows.

It needs the packages of the extra ``notebook``; they are imported when a panel is made.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kurilmap.errors import MissingExtra
from kurilmap.scenarios import Scenario

if TYPE_CHECKING:
    from kurilmap.widgets.panel import Explore

__all__ = ["explore"]


def explore(
    scenario: Scenario | str | None = None,
    lang: str = "en",
    scenarios: Iterable[Scenario | str] | None = None,
) -> "Explore":
    """Return the notebook panel: choose a scenario, move its cut, draw one, switch layers.

    The map, the table and the cut follow in the browser, without the kernel; the kernel gets what
    they come to, a moment after the last move.

    Parameters
    ----------
    scenario : Scenario or str, optional
        What is chosen at first; the islands as administered today where none is given.
    lang : {"en", "ja", "ru"}, default "en"
    scenarios : iterable of Scenario or str, optional
        What can be chosen, in this order; the whole catalogue where none are given. `scenario` is
        added to it where it is not among them.

    Returns
    -------
    Explore
        A widget (anywidget). Its ``scenario``, ``table`` and ``drawn`` tell what the reader has
        made; setting ``scenario_id``, ``unit``, ``share``, ``bearing``, ``lang``, ``layers``,
        ``view`` or ``drawn`` moves the page.

    Raises
    ------
    kurilmap.errors.MissingExtra
        If anywidget is not installed.
    kurilmap.errors.UnknownScenario
        If no scenario has one of the ids.
    kurilmap.errors.ScenarioError
        If two scenarios have the same id, or a cut cannot be made.
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> panel = explore("aso-quarter")
    >>> panel.share = 0.4
    >>> panel.scenario.cuts[0].share
    0.4
    """
    try:
        from kurilmap.widgets.panel import Explore
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("anywidget", "ipywidgets", "traitlets"):
            raise
        raise MissingExtra(
            f"explore() needs {error.name}, which is not installed; use: "
            "pip install 'kurilmap[notebook]'."
        ) from error
    return Explore(scenario, lang, scenarios)
