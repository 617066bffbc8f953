"""The panel itself: the state of a page, as traits that a kernel reads and sets."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import traitlets as t
from anywidget import AnyWidget

from kurilmap.errors import MapError, ScenarioError, UnknownScenario
from kurilmap.scenarios import Scenario, scenario, scenarios
from kurilmap.scenarios.moved import movable, moved
from kurilmap.widgets.page import page_of
from kurilmap.words import check_lang, say

if TYPE_CHECKING:
    import pandas as pd

_TODAY = "status-quo"
_CUT = ("unit", "share", "bearing")


class Explore(AnyWidget):  # type: ignore[misc, unused-ignore]
    """The notebook panel; :func:`kurilmap.explore` makes one.

    Attributes
    ----------
    scenario_id : str or None
        What is chosen.
    unit : str or None
        The unit whose cut was moved; None for that of the scenario, or Etorofu / Iturup.
    share : float, "equal" or None
        Where the cut was moved to; None for what the scenario has.
    bearing : float or None
        Likewise, in degrees from north.
    lang : {"en", "ja", "ru"}
    layers : list of str or None
        Keys of the layers that are shown; None until the page tells.
    view : dict or None
        ``lat``, ``lon`` and ``zoom`` of the map.
    drawn : dict or None
        GeoJSON of what the reader has drawn.
    height : int
        Of the frame, in pixels.
    """

    _esm = files("kurilmap").joinpath("assets", "explore.js").read_text(encoding="utf-8")

    _page = t.Unicode().tag(sync=True)
    _title = t.Unicode().tag(sync=True)
    _label = t.Unicode().tag(sync=True)
    scenario_id = t.Unicode(None, allow_none=True).tag(sync=True)
    unit = t.Unicode(None, allow_none=True).tag(sync=True)
    share = t.Any(None, allow_none=True).tag(sync=True)
    bearing = t.Float(None, allow_none=True).tag(sync=True)
    lang = t.Unicode("en").tag(sync=True)
    layers = t.List(t.Unicode(), None, allow_none=True).tag(sync=True)
    view = t.Dict(default_value=None, allow_none=True).tag(sync=True)
    drawn = t.Dict(default_value=None, allow_none=True).tag(sync=True)
    height = t.Int(680).tag(sync=True)

    def __init__(
        self,
        chosen: Scenario | str | None = None,
        lang: str = "en",
        choice: Iterable[Scenario | str] | None = None,
    ) -> None:
        listed = [_taken(one) for one in (scenarios().values() if choice is None else choice)]
        first = _taken(chosen) if chosen is not None else None
        if first is not None and first not in listed:
            listed.append(first)
        self._choice = {one.id: one for one in listed}
        if len(self._choice) < len(listed):
            ids = [one.id for one in listed]
            double = next(id_ for id_ in ids if ids.count(id_) > 1)
            raise ScenarioError(
                f"explore() was given two scenarios with the id {double!r}; allowed is one of "
                "each. Give yours an id of its own: scenario.named(id=…)."
            )
        self._pages: dict[str, str] = {}
        usual = _TODAY if _TODAY in self._choice else next(iter(self._choice), None)
        super().__init__(scenario_id=first.id if first else usual, lang=lang)
        self._turn_page()

    @property
    def scenario(self) -> Scenario | None:
        """The scenario that the page shows, moved or drawn cut included.

        Raises
        ------
        kurilmap.errors.ScenarioError
            If what was drawn is no partition; the message says why.
        """
        base = self._base()
        if base is None:
            return None
        if any(getattr(self, name) is not None for name in _CUT):
            return moved(base, self.unit or _usual_unit(base), self.share, self.bearing)
        if self.drawn is not None:
            return Scenario.from_geojson(self.drawn, base=base)
        return base

    def _base(self) -> Scenario | None:
        return self._choice.get(self.scenario_id) if self.scenario_id is not None else None

    @property
    def table(self) -> "pd.DataFrame":
        """Land by unit and holder: ``area_km2``, and ``share`` of all land of the four groups."""
        import pandas as pd

        shown = self.scenario
        columns = ["unit", "holder", "administers", "area_km2"]
        if shown is None:
            return pd.DataFrame(columns=[*columns, "share"])
        table = pd.DataFrame(shown.territory()[columns])
        return table.assign(share=table["area_km2"] / table["area_km2"].sum())

    def reset(self) -> None:
        """Go back to the scenario as it is documented: no cut moved, nothing drawn."""
        with self.hold_trait_notifications():
            for name in (*_CUT, "drawn"):
                setattr(self, name, None)

    @t.validate("scenario_id")
    def _check_scenario(self, proposal: Mapping[str, Any]) -> str | None:
        id_: str | None = proposal["value"]
        if id_ is not None and id_ not in self._choice:
            raise UnknownScenario(
                f"scenario_id={id_!r} was given; allowed are {', '.join(self._choice)}, or None."
            )
        return id_

    @t.validate("unit")
    def _check_unit(self, proposal: Mapping[str, Any]) -> str | None:
        unit: str | None = proposal["value"]
        base = self._base()
        if unit is not None and base is not None:
            moved(base, unit)
        return unit

    @t.validate("share")
    def _check_share(self, proposal: Mapping[str, Any]) -> float | str | None:
        share = proposal["value"]
        if share is None or share == "equal":
            return "equal" if share else None
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 < share < 1:
            raise ScenarioError(
                f'share={share!r} was given; allowed: more than 0 and less than 1, "equal" or None.'
            )
        return float(share)

    @t.validate("bearing")
    def _check_bearing(self, proposal: Mapping[str, Any]) -> float | None:
        bearing: float | None = proposal["value"]
        if bearing is not None and not 0 <= bearing <= 360:
            raise ScenarioError(
                f"bearing={bearing!r} was given; allowed: degrees from north, 0 to 360, or None."
            )
        return bearing

    @t.validate("lang")
    def _check_lang(self, proposal: Mapping[str, Any]) -> str:
        return check_lang(proposal["value"])

    @t.validate("view")
    def _check_view(self, proposal: Mapping[str, Any]) -> dict[str, float] | None:
        view: dict[str, float] | None = proposal["value"]
        if view is not None and not (
            view.keys() == {"lat", "lon", "zoom"}
            and all(isinstance(value, int | float) for value in view.values())
        ):
            raise MapError(
                f"view={view!r} was given; allowed: "
                '{"lat": 44.5, "lon": 147.0, "zoom": 8}, or None.'
            )
        return view

    @t.observe("lang")
    def _change_lang(self, _: Mapping[str, Any]) -> None:
        if self._pages:
            self._turn_page()

    @t.observe("scenario_id")
    def _leave_cut(self, _: Mapping[str, Any]) -> None:
        # As in the page, another scenario takes no cut along. What comes from the page is whole.
        if "scenario_id" not in self._property_lock:
            with self.hold_trait_notifications():
                for name in _CUT:
                    setattr(self, name, None)

    def _turn_page(self) -> None:
        if self.lang not in self._pages:
            self._pages[self.lang] = page_of(self._choice, self.scenario_id, self.lang)
        self._label = say("explore.language", self.lang)
        self._title = say("map.title", self.lang)
        self._page = self._pages[self.lang]

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Show the panel; where no kernel runs, a still picture of what it shows now."""
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        from kurilmap.widgets.still import picture

        data, metadata = bundle
        still = b64encode(picture(self.scenario, self.lang)).decode("ascii")
        return {**data, "image/png": still, "text/plain": self._told()}, metadata

    def _told(self) -> str:
        shown = self.scenario
        return f"Explore: {shown.title[self.lang] if shown else say('panel.none', self.lang)}"


def _taken(one: Scenario | str) -> Scenario:
    return one if isinstance(one, Scenario) else scenario(one)


def _usual_unit(base: Scenario) -> str:
    cut = [rule.unit for rule in base.cuts if (m := movable(base, rule.unit)) and m.documented]
    return cut[0] if cut else "etorofu"
