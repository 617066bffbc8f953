"""The map of the history: dated states on a slider, from before 1855 to now."""

from functools import partial

from kurilmap import layers
from kurilmap.maps.base import Map
from kurilmap.words import say


def timeline_map(lang: str = "en") -> Map:
    """Return the map of who administered what, and which boundary was agreed, from 1855 to now.

    A slider moves through the dated states; events that change no line stand on it as marks.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"

    Returns
    -------
    Map

    Raises
    ------
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> timeline_map("ja").page_lang
    'ja'
    """
    composed = Map(partial(say, "timeline.title"), lang, bounds=layers.WHOLE)
    composed.add_child(layers.land(lang, without=layers.PAST_COAST, named_from=4))
    composed.add_child(layers.timeline(lang))
    return composed
