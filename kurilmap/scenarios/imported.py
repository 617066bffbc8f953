"""The half of a scenario that makes one from what somebody drew."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kurilmap.scenarios.model import Scenario
    from kurilmap.scenarios.values import Texts


class Imported:
    """The half of :class:`kurilmap.scenarios.Scenario` that reads GeoJSON."""

    @classmethod
    def from_geojson(
        cls,
        source: "str | os.PathLike[str] | Mapping[str, Any]",
        *,
        base: "str | Scenario | None" = None,
        holder: str = "JP",
        rest: str | None = None,
        side: str = "southwest",
        id: str | None = None,
        title: "Texts | str | Mapping[str, str] | None" = None,
    ) -> "Scenario":
        """Return the scenario that shapes make which somebody drew over the islands.

        A polygon takes what it covers of every unit that it meets; a line cuts the units that it
        goes through. Edges are geodesics, as of every cut. Where a feature has the properties
        ``unit``, ``holder``, ``rest`` or ``side``, they go before what is given here; see
        ``docs/scenario-format.md``. What ``scenario.territory().to_json()`` gives makes the same
        partition again.

        Parameters
        ----------
        source : str, path-like or mapping
            The path of a GeoJSON file, its text, or its data: a FeatureCollection, a Feature, or
            a geometry; lines and polygons in longitude and latitude on WGS84. Heights are dropped.
        base : str or Scenario, optional
            What holds where nothing is drawn; else what the file names, or ``"status-quo"``.
        holder : str, default "JP"
            Who gets what a polygon covers, or the land on `side` of a line.
        rest : str, optional
            Who gets the rest of a unit that is cut; else Russia, or Japan where a shape gives to
            Russia.
        side : str, default "southwest"
            The side of a line that `holder` gets.
        id, title : optional
            Else what the file says, or what tells of `base`.

        Returns
        -------
        Scenario

        Raises
        ------
        kurilmap.errors.ScenarioError
            If this is no partition; the message tells every mistake.
        kurilmap.errors.UnknownScenario
            If there is no such `base`.

        Examples
        --------
        >>> from kurilmap.scenarios import Scenario
        >>> line = {"type": "LineString", "coordinates": [[147, 45.3], [148, 44.6]]}
        >>> drawn = Scenario.from_geojson(line, id="my-line", title="A line of mine")
        >>> drawn.id, drawn.cuts[0].unit
        ('my-line', 'etorofu')
        """
        from kurilmap.scenarios.importing import read

        parties = {"holder": holder, "rest": rest, "side": side}
        return read(source, base=base, id=id, title=title, **parties)
