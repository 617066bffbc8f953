"""``kurilmap check``: what files of your own give, or everything that is wrong with them."""

from collections.abc import Iterator

from kurilmap.cli.terminal import plain
from kurilmap.scenarios import Scenario
from kurilmap.scenarios.checking import check_file
from kurilmap.telling import told
from kurilmap.words import say

MOST_TOLD = 1000
"""So many mistakes of a file are told; of the others only how many they are."""


def checked(names: list[str], lang: str) -> Iterator[tuple[str, bool]]:
    """Check files, one after the other.

    Parameters
    ----------
    names : list of str
    lang : {"en", "ja", "ru"}
        Of what a sound file gives; mistakes are told in English, as every error is.

    Yields
    ------
    line : str
        What is to be printed.
    is_sound : bool
        Whether it tells of no mistake.
    """
    for name in names:
        found = check_file(name)
        if found.scenario is not None:
            yield _sound(name, found.scenario, lang), True
        for mistake in found.mistakes[:MOST_TOLD]:
            place = f"{plain(name)}:{mistake.line}" if mistake.line else plain(name)
            key = f"{mistake.key}: " if mistake.path else ""
            yield f"{place}: {key}{mistake.reason}", False
        if (more := len(found.mistakes) - MOST_TOLD) > 0:
            yield f"{plain(name)}: and {more:,} more", False


def _sound(name: str, scenario: Scenario, lang: str) -> str:
    about = told(scenario, lang)
    gives = say("check.join", lang).join(row["sentence"] for row in about["rows"])
    return say("check.sound", lang, file=plain(name), title=plain(about["title"]), gives=gives)
