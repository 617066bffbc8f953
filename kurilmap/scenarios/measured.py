"""What a scenario comes to on the land: its pieces, areas and cuts, worked out when asked for."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

# Shapely, geopandas and the solver are imported by the methods that need them: listing the
# scenarios has to be quick.
if TYPE_CHECKING:
    import geopandas as gpd
    from shapely import LineString

    from kurilmap.scenarios.model import Scenario
    from kurilmap.scenarios.partition import Piece


class Measured:
    """The half of :class:`kurilmap.scenarios.Scenario` that needs the outlines."""

    def check(self) -> None:
        """Solve every cut, so that an impossible one is found.

        Raises
        ------
        kurilmap.errors.ScenarioError
            If a cut cannot be made.
        """
        from kurilmap.scenarios.land import land
        from kurilmap.scenarios.ruling import rulings

        rulings(self._scenario, land())

    def territory(self) -> "gpd.GeoDataFrame":
        """Return the land by unit, holder and administration.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326; columns ``unit``, ``holder``, ``administers``, ``geometry`` and
            ``area_km2`` (geodesic, WGS84, in km²). Low-tide elevations are left out. Cut edges
            are densified to 500 m or less.

        Examples
        --------
        >>> from kurilmap.scenarios import scenario
        >>> scenario("aso-quarter").territory()[["unit", "holder"]].values.tolist()[-2:]
        [['etorofu', 'JP'], ['etorofu', 'RU']]
        """
        from kurilmap.scenarios.partition import territory

        return territory(self._scenario.id, self._pieces)

    def shares(self) -> dict[str, float]:
        """Return the area that each party holds.

        Returns
        -------
        dict of str to float
            Square metres, geodesic on WGS84: ``"JP"``, ``"RU"``, and ``"joint"`` where there is
            such land.

        Examples
        --------
        >>> from kurilmap.scenarios import scenario
        >>> scenario("status-quo").shares()["JP"]
        0.0
        """
        totals = {"JP": 0.0, "RU": 0.0}
        for piece in self._pieces:
            holder = piece.holders[self._scenario.id]
            totals[holder] = totals.get(holder, 0.0) + piece.area_m2
        return totals

    def cut_lines(self) -> "list[LineString]":
        """Return the cuts where they run on land and part two holders.

        Returns
        -------
        list of shapely.LineString
            EPSG:4326, densified to 500 m or less.
        """
        from kurilmap.scenarios.partition import cut_lines

        return cut_lines(self._pieces)

    def pieces(self) -> "tuple[Piece, ...]":
        """Return the land as pieces, each of one island, holder and administration.

        Returns
        -------
        tuple of Piece
            Worked out once; see :func:`kurilmap.scenarios.pieces`.

        Examples
        --------
        >>> from kurilmap.scenarios import scenario
        >>> len({piece.unit for piece in scenario("status-quo").pieces()})
        4
        """
        return self._pieces

    @cached_property
    def kept(self) -> "dict[Any, Any]":
        """What measures have worked out of the scenario: kept with it, and never saved."""
        return {}

    @cached_property
    def _pieces(self) -> "tuple[Piece, ...]":
        from kurilmap.scenarios.partition import pieces

        return tuple(pieces([self._scenario]))

    @property
    def _scenario(self) -> "Scenario":
        return cast("Scenario", self)
