// The buttons below the zoom: each tool brings its own.
(function () {
  "use strict";
  const { el, svg } = kurilmap;

  /** Whether a map is too narrow for what stands in its corners elsewhere. */
  kurilmap.narrow = (map) => map.getSize().x < 500;

  /** A button of the bar. drawing: path data on a field of 24. */
  kurilmap.toolButton = function (drawing, act) {
    const icon = svg("svg", { viewBox: "0 0 24 24", width: 18, height: 18, "aria-hidden": "true", focusable: "false" }, svg("path", { d: drawing }));
    const button = el("button", { type: "button", class: "km-tool" }, icon);
    button.addEventListener("click", act);
    return {
      button,
      named(name) {
        button.setAttribute("aria-label", name);
        button.title = name;
      },
    };
  };

  kurilmap.Toolbar = L.Control.extend({
    options: { position: "topleft" },

    onAdd() {
      const box = L.DomUtil.create("div", "km-toolbar leaflet-bar");
      box.append(...this.options.buttons.filter(Boolean));
      L.DomEvent.disableClickPropagation(box);
      return box;
    },
  });
})();
