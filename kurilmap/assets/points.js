// Settlements, capes, lights, peaks and straits: a mark each, with tooltip and popup.
kurilmap.points = function (data) {
  "use strict";
  const group = new kurilmap.Group(function (map) {
    const pane = kurilmap.pane(map, "km-points", 620);
    const marks = data.points.map(function (point) {
      const mark = L.marker([point.at[1], point.at[0]], {
        pane, keyboard: true, riseOnHover: true, alt: "",
        icon: L.divIcon({ className: `km-mark km-mark-${point.kind}`, iconSize: [24, 24], html: "" }),
      });
      mark.on("add", () => mark.getElement().setAttribute("aria-label", point.label));
      return kurilmap.hover(mark, () => kurilmap.text(point.card.head))
        .bindPopup(() => kurilmap.card(point.card, data.sources, data.words), kurilmap.POPUP);
    });
    // What is out of sight is no stop of the Tab key.
    const reach = () => marks.forEach((mark) => {
      if (mark.getElement()) mark.getElement().tabIndex = map.getBounds().contains(mark.getLatLng()) ? 0 : -1;
    });
    kurilmap.watch(map, "moveend layeradd", reach);
    return marks;
  }, data.labels);
  group.points = data.points;
  return group;
};
