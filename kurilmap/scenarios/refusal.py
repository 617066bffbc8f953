"""What is wrong with a scenario, and how it is told: what was given, what is allowed."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches

from kurilmap.errors import ScenarioError

Path = tuple[str | int, ...]

MOST_TOLD = 10
"""So many mistakes of a scenario are told in one error; of the others only how many they are."""


def spelled(text: str) -> str:
    r"""Return text on one line, whatever does not print as its escape.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> print(spelled("択捉\n\x1b[31m"))
    択捉\n\x1b[31m
    """
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def shown(value: object, most: int = 60) -> str:
    """Return a value as an error message shows it, on one line and cut short.

    Parameters
    ----------
    value : object
    most : int, default 60

    Returns
    -------
    str
    """
    text = spelled(repr(value[: most + 1] if isinstance(value, str) else value)[: most + 1])
    return text if len(text) <= most else f"{text[: most - 1]}…"


def key_of(path: Path) -> str:
    """Return a path as people write it: ``cut[0].share``.

    Parameters
    ----------
    path : tuple of str and int

    Returns
    -------
    str
    """
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            bare = part.replace("/", "").replace("-", "").isalnum()
            text += ("." if text else "") + (part if bare and len(part) < 60 else shown(part))
    return text


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong.

    Attributes
    ----------
    path : tuple of str and int
        The key, and its place in an array.
    given, allowed : str
        What stands there, and what may.
    line : int, optional
        Where in the file.
    word : str
        What was written, where one of `options` may have been meant.
    options : tuple of str
    told : str, optional
        The whole reason, where it is a sentence of its own: why a cut cannot be made.
    """

    path: Path
    given: str
    allowed: str
    line: int | None = None
    word: str = ""
    options: tuple[str, ...] = ()
    told: str = ""

    @property
    def key(self) -> str:
        """The path as people write it."""
        return key_of(self.path)

    @property
    def reason(self) -> str:
        """What was given, what is allowed, and what may have been meant."""
        if self.told:
            return self.told
        # Looked for only when it is told: a file may hold twenty thousand mistakes.
        near = get_close_matches(self.word, self.options, 2) if self.word else []
        nearest = f" (nearest: {', '.join(near)})" if near else ""
        return f"{self.given} was given; allowed: {self.allowed}{nearest}"

    def __str__(self) -> str:
        """Return the mistake as one line."""
        where = f"line {self.line}: " if self.line else ""
        key = f"{self.key}: " if self.path else ""
        return where + key + self.reason


class RefusalError(ScenarioError):
    """The error of a scenario, with the place of each reason in it.

    Parameters
    ----------
    message : str
    reasons : sequence of (path, str)
        For those who know better what to call the place.
    """

    def __init__(self, message: str, reasons: Sequence[tuple[Path, str]] = ()) -> None:
        super().__init__(message)
        self.reasons = tuple(reasons)


def refuse(found: Sequence[Mistake], what: str) -> None:
    """Raise one error that tells the mistakes, if there are any.

    Parameters
    ----------
    found : sequence of Mistake
    what : str
        Names the scenario or file, for the message.

    Raises
    ------
    kurilmap.errors.ScenarioError
    """
    if not found:
        return
    told = found[:MOST_TOLD]
    text = f"{what} is no scenario: {found[0]}"
    if len(found) > 1:
        listed = "".join(f"\n  {mistake}" for mistake in told)
        text = f"{what} is no scenario; {len(found):,} mistakes:{listed}"
    if len(found) > len(told):
        text += f"\n  and {len(found) - len(told):,} more"
    raise RefusalError(text, [(mistake.path, mistake.reason) for mistake in told])


@contextmanager
def told_of(call: str, own: Path) -> Iterator[None]:
    """Let an error name the call that somebody wrote, not the scenario that came of it.

    Parameters
    ----------
    call : str
        ``cut("etorofu", share=1)``.
    own : tuple of str and int
        The path of what the call makes, left out of the message.

    Raises
    ------
    kurilmap.errors.ScenarioError
    """
    try:
        yield
    except RefusalError as error:
        raise ScenarioError(f"{call}: {'; '.join(_beneath(error.reasons, own))}") from error
    except ScenarioError as error:
        raise ScenarioError(f"{call}: {error}") from error


def called(name: str, *arguments: object, **keywords: object) -> str:
    """Return a call as somebody may have written it.

    Parameters
    ----------
    name : str
    *arguments, **keywords
        Keywords that are None are left out; ``...`` stands for what is too long to show.

    Returns
    -------
    str

    Examples
    --------
    >>> print(called("cut", "etorofu", share=1, line=None))
    cut("etorofu", share=1)
    """
    parts = [_quoted(value) for value in arguments]
    parts += [
        f"{key}={_quoted(value)}"
        if key.isidentifier()
        else f"**{{{_quoted(key)}: {_quoted(value)}}}"
        for key, value in keywords.items()
        if value is not None
    ]
    return f"{name}({', '.join(parts)})"


def _quoted(value: object) -> str:
    if value is ...:
        return "…"
    text = shown(value, 40)
    return f'"{text[1:-1]}"' if text[0] == text[-1] == "'" and '"' not in text else text


def _beneath(reasons: Iterable[tuple[Path, str]], own: Path) -> Iterator[str]:
    for path, reason in reasons:
        inner = path[len(own) :] if path[: len(own)] == own else path
        yield f"{key_of(inner)}: {reason}" if inner else reason
