// The land around, in one neutral grey, inside the neat line where the data ends.
kurilmap.land = function (data) {
  "use strict";
  return new kurilmap.Group(function (map, avoid) {
    const pane = kurilmap.pane(map, "km-land", 210);
    const shared = { renderer: L.svg({ pane, padding: 0.5 }), pane, interactive: false, fillOpacity: 1, color: data.look.shore, smoothFactor: 0.5 };
    const land = data.units.map((unit) => L.polygon(kurilmap.latLngs(unit.coordinates), {
      ...shared, className: "km-land", fillColor: data.look.land, weight: 0.8,
    }));
    avoid(land.map((layer) => layer.getLatLngs()), 0.25);
    // Beyond the data there is neither sea nor land: the paper's colour, with a thin frame.
    const [west, south, east, north] = data.box;
    kurilmap.labels(map).within([[south, west], [north, east]]);
    const ring = (w, s, e, n) => [[s, w], [n, w], [n, e], [s, e]];
    return [...land, L.polygon([ring(west - 60, south - 35, east + 60, north + 25), ring(west, south, east, north)], {
      ...shared, className: "km-neatline", fillColor: data.look.paper, weight: 1,
    })];
  }, data.labels);
};
