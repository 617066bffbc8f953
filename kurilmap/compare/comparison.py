"""A comparison of scenarios: a value that shows itself as table, chart and map."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kurilmap import measures as m
from kurilmap.compare.given import Given, One, gathered
from kurilmap.errors import ScenarioError
from kurilmap.measures.registry import Named, Published, Wanted
from kurilmap.scenarios import Scenario
from kurilmap.words import check_lang

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd
    from matplotlib.figure import Figure

    from kurilmap.maps import Map


@dataclass(frozen=True, eq=False)
class Comparison:
    """Scenarios side by side; in a notebook, a wide table.

    Attributes
    ----------
    scenarios : tuple of Scenario
    measures : tuple of Wanted
        What is computed of each.
    gathered : mapping of str to callable
        What is published beside it.
    lang : {"en", "ja", "ru"}
        In which it shows itself, where no other language is asked for.
    """

    scenarios: tuple[Scenario, ...]
    measures: tuple[Wanted, ...]
    gathered: dict[str, Published]
    lang: str = "en"

    @property
    def table(self) -> "pd.DataFrame":
        """What is computed, one value a row: ``scenario``, ``holder``, ``measure``, ``value``,
        ``unit``. Values are not rounded; areas and lengths are geodesic on WGS84.
        """  # noqa: D205 - the columns belong to the first sentence
        return m.computed_table(self.scenarios, self.measures)

    @property
    def published(self) -> "pd.DataFrame":
        """What is published, one figure a row: ``scenario``, ``holder``, ``measure``, ``of``,
        ``value``, ``unit``, ``year``, ``source``. A missing value is not known below the unit.
        """  # noqa: D205 - the columns belong to the first sentence
        return m.published_table(self.scenarios, self.gathered)

    def difference(self, a: One | None = None, b: One | None = None) -> "gpd.GeoDataFrame":
        """Return what changes hands from one scenario to another.

        Parameters
        ----------
        a, b : Scenario or str, optional
            Scenarios, or ids of those compared or of the catalogue; the two that are compared,
            where there are just two.

        Returns
        -------
        geopandas.GeoDataFrame
            EPSG:4326: ``unit``, ``from``, ``to``, ``administers_from``, ``administers_to``,
            ``geometry``, ``area_km2``; see :func:`kurilmap.measures.difference`.

        Raises
        ------
        kurilmap.errors.ScenarioError
            If no two are named, and not just two are compared.

        Examples
        --------
        >>> both = compare("three-islands", "aso-quarter")
        >>> both.difference()[["unit", "from", "to"]].values.tolist()
        [['etorofu', 'RU', 'JP']]
        """
        if a is None or b is None:
            if a is not None or b is not None or len(self.scenarios) != 2:
                raise ScenarioError(
                    f"difference() of {len(self.scenarios)} scenarios needs two of them: "
                    "difference(a, b)."
                )
            return m.difference(*self.scenarios)
        return m.difference(*(self._one(each) for each in (a, b)))

    def chart(self, lang: str | None = None) -> "Figure":
        """Return a chart of each holder's share of the land, a bar a scenario.

        Parameters
        ----------
        lang : {"en", "ja", "ru"}, optional

        Returns
        -------
        matplotlib.figure.Figure
            Readable in grey: the hatches say who, as on the map. Save it with ``.savefig(path)``.

        Raises
        ------
        kurilmap.errors.MissingExtra
            If matplotlib is not installed, or no font draws the language.
        """
        from kurilmap.compare.chart import share_chart

        return share_chart(self.scenarios, self._lang(lang))

    def map(self, lang: str | None = None) -> "Map":
        """Return two maps that move together; of more scenarios, one map with a choice.

        Parameters
        ----------
        lang : {"en", "ja", "ru"}, optional

        Returns
        -------
        Map
        """
        from kurilmap import maps

        told = self._lang(lang)
        named: list[Named] = [*(one.function for one in self.measures), *self.gathered]
        if len(self.scenarios) == 2:
            return maps.comparison_map(*self.scenarios, lang=told, measures=named)
        return maps.several_map(self.scenarios, told, measures=named)

    def to_html(self, lang: str | None = None) -> str:
        """Return the wide tables as HTML, for a page of one's own.

        Parameters
        ----------
        lang : {"en", "ja", "ru"}, optional

        Returns
        -------
        str
            What is computed and what is published, in a table each. All text is escaped.
        """
        from kurilmap.compare.wide import wide_html

        return wide_html(self.scenarios, self.measures, self.gathered, self._lang(lang))

    def _repr_html_(self) -> str:
        return self.to_html()

    def __repr__(self) -> str:
        """Return what is compared, in one line."""
        return f"<Comparison of {', '.join(one.id for one in self.scenarios)}>"

    def _lang(self, lang: str | None) -> str:
        return self.lang if lang is None else check_lang(lang)

    def _one(self, which: One) -> Scenario:
        known = {one.id: one for one in self.scenarios}
        if isinstance(which, str) and which in known:
            return known[which]
        return gathered([which])[0]


def compare(
    *scenarios: Given, measures: Iterable[Named] | Named | None = None, lang: str = "en"
) -> Comparison:
    """Compare scenarios: of the catalogue, from files, one's own.

    Parameters
    ----------
    *scenarios : Scenario, str, path, or a collection of these
        Scenarios, ids, paths to .toml and .geojson files;
        ``compare(km.scenarios(), "mine.toml")`` takes the whole catalogue and a file.
    measures : iterable of str or callable, optional
        Names of :data:`kurilmap.measures.MEASURES` and :data:`kurilmap.measures.PUBLISHED`, and
        functions of your own: of a Scenario, returning value by holder. Such a function's name
        is the measure's, and its attribute ``unit``, where it has one, the unit. By default all
        that take no time worth telling of.
    lang : {"en", "ja", "ru"}, default "en"
        In which the comparison shows itself.

    Returns
    -------
    Comparison

    Raises
    ------
    kurilmap.errors.ScenarioError
        If none was given, two have one id, or there is no such measure.
    kurilmap.errors.UnknownScenario
        If no scenario has one of the ids.
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.

    Examples
    --------
    >>> both = compare("two-islands-1956", "equal-area", measures=["land share"])
    >>> [(row.holder, round(row.value, 3)) for row in both.table.itertuples()]
    [('JP', 0.069), ('RU', 0.931), ('JP', 0.5), ('RU', 0.5)]
    """
    check_lang(lang)
    found = gathered(scenarios)
    if not found:
        raise ScenarioError(
            'compare() was given no scenario; name some: compare("two-islands-1956", "equal-area").'
        )
    named: Iterable[Named] | None
    named = [measures] if isinstance(measures, str) or callable(measures) else measures
    computed, published = m.wanted(named)
    return Comparison(found, tuple(computed), published, lang)
