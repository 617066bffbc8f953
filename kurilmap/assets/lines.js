// Lines in the sea and on Sakhalin, each drawn by its standing.
(function () {
  "use strict";

  kurilmap.drawLines = function (map, avoid, data) {
    // All beds lie below all lines: two lines on one course must both be seen.
    const [bedPane, pane] = [kurilmap.pane(map, "km-beds", 415), kurilmap.pane(map, "km-lines", 420)];
    const bed = { renderer: L.svg({ pane: bedPane, padding: 0.5 }), pane: bedPane, smoothFactor: 0.5 };
    const shared = { renderer: L.svg({ pane, padding: 0.5 }), pane, smoothFactor: 0.5 };
    return data.lines.flatMap((line) => {
      const latLngs = kurilmap.latLngs(line.g);
      avoid(latLngs, 2);
      const drawn = { ...shared, interactive: false, lineCap: line.look.cap };
      const ink = L.polyline(latLngs, {
        ...drawn, color: line.look.colour, weight: line.look.width, dashArray: line.look.dash, className: `km-line km-line-${line.standing}`,
      });
      ink.on("add", () => ink.getElement().setAttribute("data-line", line.id));
      return [
        // A pale bed keeps a thin line legible on any ground.
        L.polyline(latLngs, { ...bed, interactive: false, color: "#fff", weight: line.look.width + 2.5, opacity: 0.75 }),
        ink,
        // A wide unseen line takes the pointer, so that a finger finds a thin one.
        kurilmap.reachable(kurilmap.hover(
          L.polyline(latLngs, { ...shared, opacity: 0, weight: 16 }), () => kurilmap.text(line.card.head)), line.card.head)
          .bindPopup(() => kurilmap.card(line.card, data.sources, data.words), kurilmap.POPUP),
      ];
    });
  };

  kurilmap.lines = (data) => new kurilmap.Group((map, avoid) => kurilmap.drawLines(map, avoid, data), data.labels);
})();
