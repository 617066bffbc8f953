// Settlements, capes, lights, peaks and straits: a mark each, with tooltip and popup.
kurilmap.points = function (data) {
  "use strict";
  return new kurilmap.Group(function (map) {
    const pane = kurilmap.pane(map, "km-points", 620);
    return data.points.map(function (point) {
      const mark = L.marker([point.at[1], point.at[0]], {
        pane, keyboard: true, riseOnHover: true, alt: "",
        icon: L.divIcon({ className: `km-mark km-mark-${point.kind}`, iconSize: [12, 12], html: "" }),
      });
      mark.on("add", () => mark.getElement().setAttribute("aria-label", point.card.head));
      return mark
        .bindTooltip(() => kurilmap.text(point.card.head), { className: "km-tip" })
        .bindPopup(() => kurilmap.card(point.card, data.sources, data.words), { maxWidth: 300 });
    });
  }, data.labels);
};
