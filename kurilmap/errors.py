"""The errors that kurilmap raises, under one base class.

Every message says what was given, what is allowed, and what to do about it.
"""


class KurilmapError(Exception):
    """Base class of every error that kurilmap raises on purpose."""


class UnknownScenario(KurilmapError, KeyError):  # noqa: N818 - a name of the public face
    """A scenario id that the catalogue does not hold."""

    def __str__(self) -> str:
        """Return the message itself: KeyError would show its repr."""
        return str(self.args[0]) if self.args else ""


class ScenarioError(KurilmapError, ValueError):
    """A scenario, or a scenario file, that is no partition of the islands."""


class DataError(KurilmapError):
    """A file of ``geo/`` that is missing or changed, or a question that it cannot answer."""


class MapError(KurilmapError, ValueError):
    """Something that is no map, or that a map of ours cannot be made with."""


class UnknownWord(KurilmapError, KeyError):  # noqa: N818 - reads like UnknownScenario
    """A language, or a key, that the word lists do not hold."""

    def __str__(self) -> str:
        """Return the message itself: KeyError would show its repr."""
        return str(self.args[0]) if self.args else ""


class UnknownPlace(KurilmapError, KeyError):  # noqa: N818 - reads like UnknownScenario
    """A name under which the kit knows no island, place or strait."""

    def __str__(self) -> str:
        """Return the message itself: KeyError would show its repr."""
        return str(self.args[0]) if self.args else ""


class OfflineError(KurilmapError):
    """Something in a map that a page without a network cannot carry."""


class WriteError(KurilmapError, OSError):
    """A file or folder that cannot be written."""


class MissingExtra(KurilmapError, ImportError):  # noqa: N818 - says what is missing
    """Something that is installed apart, and is not."""
