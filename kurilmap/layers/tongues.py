"""One page in three languages: what differs between them stands beside one another in its data.

Whatever writes data into a page can tell it in each language; the three are merged into one tree,
whose leaves are the same in all or :class:`Spoken`. The page's script takes its pick, and is made
anew from the same tree when the reader switches.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from kurilmap.words import LANGS

if TYPE_CHECKING:
    from kurilmap.layers.base import InertLayer

Text = str | Callable[[str], str]
"""A text of the caller's own, the same in every language; or what gives one for a language."""

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made", bound="InertLayer | list[InertLayer]")


class Spoken(tuple[Any, ...]):
    """What differs between the languages: one value each, in the order of ``LANGS``."""

    __slots__ = ()


def in_lang(text: Text, lang: str) -> str:
    """Return a text in a language.

    Parameters
    ----------
    text : str or callable
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str

    Examples
    --------
    >>> in_lang("a map of mine", "ja"), in_lang(str.upper, "ja")
    ('a map of mine', 'JA')
    """
    return text if isinstance(text, str) else text(lang)


def in_each(tell: Callable[[str], Any]) -> Any:
    """Return data that holds every language.

    Parameters
    ----------
    tell : callable
        Gives the data in one language.

    Returns
    -------
    object
        As `tell` returns it, with :class:`Spoken` where the languages differ.

    Examples
    --------
    >>> in_each(lambda lang: {"id": 7, "name": lang.upper()})
    {'id': 7, 'name': ('EN', 'JA', 'RU')}
    """
    return merged([tell(lang) for lang in LANGS])


def merged(values: Sequence[Any]) -> Any:
    """Return one value for those of several languages.

    Parameters
    ----------
    values : sequence
        Plain data, one a language.

    Returns
    -------
    object
        Mappings with the same keys, and lists of the same length, are merged part by part; a
        mapping's order counts, unless it holds sources, which are looked up by their id.

    Examples
    --------
    >>> merged([[1, "one"], [1, "ichi"]])
    [1, ('one', 'ichi')]
    >>> merged([["one"], ["ichi", "ni"]])
    (['one'], ['ichi', 'ni'])
    """
    first, *others = values
    if all(first is other or (type(first) is type(other) and first == other) for other in others):
        # Equal mappings may still part in their order.
        if not isinstance(first, Mapping) or _alike(values):
            return first
    elif all(isinstance(value, list | tuple) for value in values):
        if all(len(other) == len(first) for other in others):
            return [merged(parts) for parts in zip(*values, strict=True)]
    elif all(isinstance(value, Mapping) for value in values) and _alike(values):
        return {
            key: _sources([value[key] for value in values])
            if key == "sources"
            else merged([value[key] for value in values])
            for key in first
        }
    return Spoken(values)


def _alike(values: Sequence[Mapping[Any, Any]]) -> bool:
    keys = list(values[0])
    return all(list(other) == keys for other in values[1:])


def _sources(values: Sequence[Any]) -> Any:
    first, *others = values
    if isinstance(first, Mapping) and all(
        isinstance(other, Mapping) and other.keys() == first.keys() for other in others
    ):
        return {key: merged([value[key] for value in values]) for key in first}
    return merged(values)


def spoken(make: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """Let a function that makes layers in one language tell them in the others.

    Parameters
    ----------
    make : callable
        With a parameter ``lang``; returns a layer or a list of layers.

    Returns
    -------
    callable
        The same; what it returns can be :meth:`told <kurilmap.layers.InertLayer.told>` in any
        language.
    """
    signature = inspect.signature(make)

    @wraps(make)
    def made(*args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
        result = make(*args, **kwargs)

        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        known = {bound.arguments["lang"]: _listed(result)}

        def again(number: int, lang: str) -> "InertLayer":
            if lang not in known:
                bound.arguments["lang"] = lang
                known[lang] = _listed(make(*bound.args, **bound.kwargs))
            return known[lang][number]

        for number, layer in enumerate(_listed(result)):
            layer.retold = partial(again, number)
        return result

    return made


def _listed(made: "InertLayer | list[InertLayer]") -> "list[InertLayer]":
    return made if isinstance(made, list) else [made]
