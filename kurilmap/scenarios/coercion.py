"""Take what a caller gave for a scenario as the frozen values that it is made of."""

from collections.abc import Mapping, Sequence

from kurilmap.errors import ScenarioError
from kurilmap.scenarios.refusal import shown, told_of
from kurilmap.scenarios.values import CutRule, Table, Texts
from kurilmap.words import LANGS


def as_texts(name: str, value: object) -> Texts:
    """Return a text by language.

    Parameters
    ----------
    name : str
        For the error.
    value : Texts, mapping of str to str, or str

    Returns
    -------
    Texts

    Raises
    ------
    kurilmap.errors.ScenarioError

    Examples
    --------
    >>> as_texts("title", {"en": "Mine", "ja": "私案"})["ja"]
    '私案'
    """
    if isinstance(value, Texts):
        return value
    if isinstance(value, str):
        return Texts(value)
    if isinstance(value, Mapping):
        with told_of(name, ()):
            if odd := [lang for lang in value if lang not in LANGS]:
                raise ScenarioError(f"{shown(odd[0])} was given; allowed: {', '.join(LANGS)}.")
            return Texts(**value)
    raise ScenarioError(
        f"{name}={shown(value)} was given; allowed: an English text, or texts by language, such "
        f'as {{"en": "…", "ja": "…"}}.'
    )


def as_table(name: str, value: object) -> Table:
    """Return a table of holders.

    Parameters
    ----------
    name : str
        For the error.
    value : Table or mapping of str to str

    Returns
    -------
    Table

    Raises
    ------
    kurilmap.errors.ScenarioError
    """
    if isinstance(value, Table):
        return value
    with told_of(name, ()):
        return Table(value)  # type: ignore[arg-type]


def as_sources(value: object) -> tuple[str, ...]:
    """Return ids of sources.

    Parameters
    ----------
    value : sequence of str

    Returns
    -------
    tuple of str

    Raises
    ------
    kurilmap.errors.ScenarioError
        If it is one text: that is no list of letters.
    """
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise ScenarioError(
            f'sources={shown(value)} was given; allowed: a list of source ids, such as ["…"].'
        )
    if odd := [source for source in value if not isinstance(source, str)]:
        raise ScenarioError(f"sources: {shown(odd[0])} was given; allowed: ids as texts.")
    return tuple(value)


def as_cuts(value: object) -> tuple[CutRule, ...]:
    """Return cuts.

    Parameters
    ----------
    value : sequence of CutRule

    Returns
    -------
    tuple of CutRule

    Raises
    ------
    kurilmap.errors.ScenarioError
    """
    if not isinstance(value, Sequence):
        raise ScenarioError(f"cuts={shown(value)} was given; allowed: a list of CutRule.")
    if odd := [each for each in value if not isinstance(each, CutRule)]:
        raise ScenarioError(f"cuts: {shown(odd[0])} was given; allowed: CutRule.")
    return tuple(value)
