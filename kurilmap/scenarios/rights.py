"""Rights over land that another party holds: access, fishing, ports, joint economy, talks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kurilmap.errors import ScenarioError
from kurilmap.scenarios.refusal import Mistake, shown
from kurilmap.scenarios.values import HOLDERS, NO_TEXTS, Texts

if TYPE_CHECKING:
    from kurilmap.scenarios.model import Scenario
    from kurilmap.scenarios.partition import Piece

WHATS = ("access", "fishing", "port", "economy", "administration", "talks")
"""What a right may be of. ``"talks"``: whose the land is, is to be settled by further talks."""

MAX_RIGHTS = 100


@dataclass(frozen=True)
class Right:
    """A right over some units, beside the question of who holds them.

    Attributes
    ----------
    units : tuple of str
        Groups or islands.
    holder : str
        Whose right it is: ``"JP"``, ``"RU"`` or ``"joint"``.
    what : str
        One of :data:`WHATS`.
    text : Texts
        What was said of it; empty where nothing was. A plain text or mapping is taken as well.

    Examples
    --------
    >>> Right(["etorofu"], "JP", "fishing").units
    ('etorofu',)
    """

    units: tuple[str, ...]
    holder: str
    what: str
    text: Texts = NO_TEXTS

    def __post_init__(self) -> None:
        """Freeze what was given; whether it makes sense is the scenario's to check."""
        from kurilmap.scenarios.coercion import as_texts

        if isinstance(self.units, str) or not isinstance(self.units, Sequence):
            raise ScenarioError(
                f"units={shown(self.units)} was given; allowed: a list of units, such as "
                '["etorofu"].'
            )
        object.__setattr__(self, "units", tuple(self.units))
        object.__setattr__(self, "text", as_texts("text", self.text))

    def without(self, unit: str) -> "Right | None":
        """Return the right over the units that are left without one and its islands.

        Parameters
        ----------
        unit : str

        Returns
        -------
        Right or None
            None where nothing is left.
        """
        left = tuple(u for u in self.units if u != unit and not u.startswith(f"{unit}/"))
        return Right(left, self.holder, self.what, self.text) if left else None


def as_rights(value: object) -> tuple[Right, ...]:
    """Return rights as a scenario keeps them.

    Parameters
    ----------
    value : sequence of Right

    Returns
    -------
    tuple of Right

    Raises
    ------
    kurilmap.errors.ScenarioError
        If it is no sequence of them.
    """
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise ScenarioError(f"rights={shown(value)} was given; allowed: a list of Right.")
    if odd := [each for each in value if not isinstance(each, Right)]:
        raise ScenarioError(f"rights: {shown(odd[0])} was given; allowed: Right.")
    return tuple(value)


def from_data(rows: Iterable[Mapping[str, Any]]) -> tuple[Right, ...]:
    """Return the rights that the ``[[right]]`` tables of a sound file tell.

    Parameters
    ----------
    rows : iterable of mapping

    Returns
    -------
    tuple of Right
    """
    return tuple(Right(**row) for row in rows)


def plain(right: Right) -> dict[str, Any]:
    """Return a right as the data that its TOML holds.

    Parameters
    ----------
    right : Right

    Returns
    -------
    dict
    """
    data: dict[str, Any] = {
        "units": list(right.units),
        "holder": right.holder,
        "what": right.what,
    }
    if right.text:
        data["text"] = {lang: right.text[lang] for lang in right.text}
    return data


def as_toml(data: Mapping[str, Any]) -> str:
    """Return one ``[[right]]`` table.

    Parameters
    ----------
    data : mapping
        As :func:`plain` gives it.

    Returns
    -------
    str
    """
    import tomli_w

    own = {key: value for key, value in data.items() if key != "text"}
    written = f"\n[[right]]\n{tomli_w.dumps(own)}"
    if text := data.get("text"):
        written += f"\n[right.text]\n{tomli_w.dumps(text)}"
    return written


def mistakes(rows: Sequence[Any]) -> Iterator[Mistake]:
    """Yield what is wrong with rights beside their form; unknown units are told by the rules.

    Parameters
    ----------
    rows : sequence
        As TOML gives them; parts of a wrong type are passed over.

    Yields
    ------
    Mistake
    """
    if len(rows) > MAX_RIGHTS:
        yield Mistake(("right",), f"a list of {len(rows):,} rights", f"at most {MAX_RIGHTS}")
    for index, units in units_of(rows):
        if not units:
            yield Mistake(("right", index, "units"), "no unit", "a list of one unit or more")
        for place, unit in enumerate(units):
            if unit in units[:place]:
                yield Mistake(
                    ("right", index, "units", place), f"{shown(unit)} twice", "each unit once"
                )


def units_of(rows: Sequence[Any]) -> Iterator[tuple[int, Sequence[Any]]]:
    """Yield the units of each right, where they are a list.

    Parameters
    ----------
    rows : sequence

    Yields
    ------
    int, sequence
        The right's place, and its units.
    """
    for index, row in enumerate(rows):
        units = row.get("units") if isinstance(row, Mapping) else None
        if isinstance(units, list | tuple):
            yield index, units


def rights_on(scenario: "Scenario", piece: "Piece") -> tuple[Right, ...]:
    """Return the rights of a scenario over a piece of land.

    Parameters
    ----------
    scenario : Scenario
    piece : Piece

    Returns
    -------
    tuple of Right
        In the scenario's order.
    """
    return tuple(r for r in scenario.rights if piece.unit in r.units or piece.island in r.units)


def mark(scenario: "Scenario", piece: "Piece") -> str:
    """Return what is drawn over the fill of a piece, beside who holds it.

    Parameters
    ----------
    scenario : Scenario
    piece : Piece
        Of :func:`kurilmap.scenarios.pieces` with that scenario.

    Returns
    -------
    str
        ``"RU/"`` where Russia administers what another holds, ``"/JP"`` where Japan has a right,
        ``"RU/JP-joint"`` where both are so; empty where there is neither.

    Examples
    --------
    >>> from kurilmap.scenarios import pieces, scenario
    >>> kawana = scenario("kawana-1998")
    >>> {mark(kawana, piece) for piece in pieces([kawana])}
    {'RU/'}
    """
    holder, party = piece.holders[scenario.id], piece.administers[scenario.id]
    found = {right.holder for right in rights_on(scenario, piece)}
    having = "-".join(each for each in HOLDERS if each in found)
    parted = party if party != holder else ""
    return f"{parted}/{having}" if parted or having else ""
