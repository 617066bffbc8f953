// SVG patterns for holders and claims: the direction of the lines says who, as the colour does.
(function () {
  "use strict";
  const SIZE = 11;
  const PATHS = {
    forward: `M-2,2 l4,-4 M0,${SIZE} L${SIZE},0 M${SIZE - 2},${SIZE + 2} l4,-4`,
    backward: `M-2,${SIZE - 2} l4,4 M0,0 L${SIZE},${SIZE} M${SIZE - 2},-2 l4,4`,
    none: "",
  };
  PATHS.cross = `${PATHS.forward} ${PATHS.backward}`;
  kurilmap.hatchPaths = PATHS;

  function pattern(id, ground, hatch, ink, width) {
    const lines = kurilmap.svg("path", { d: PATHS[hatch], stroke: ink, "stroke-width": width, fill: "none" });
    const box = { id, width: SIZE, height: SIZE, patternUnits: "userSpaceOnUse" };
    return ground
      ? kurilmap.svg("pattern", box, kurilmap.svg("rect", { width: SIZE, height: SIZE, fill: ground }), lines)
      : kurilmap.svg("pattern", box, lines);
  }

  /** Define the patterns once a document; looks: {JP: {fill, ink, hatch}, ...}. */
  kurilmap.definePatterns = function (looks) {
    if (document.getElementById("km-patterns")) return;
    const patterns = Object.entries(looks).flatMap(([holder, look]) => [
      pattern(`km-fill-${holder}`, look.fill, look.hatch, "rgba(255,255,255,0.55)", 1.3),
      pattern(`km-claim-${holder}`, null, look.hatch, look.ink, 1.3),
    ]);
    document.body.append(kurilmap.svg("svg",
      { id: "km-patterns", width: 0, height: 0, "aria-hidden": "true", focusable: "false", class: "km-defs" },
      kurilmap.svg("defs", {}, ...patterns)));
  };

  /** A swatch for legend and table. */
  kurilmap.swatch = function (fill, stroke) {
    const rect = { x: 0.5, y: 0.5, width: 25, height: 15, fill, stroke: stroke || "#3F4A4D" };
    return kurilmap.svg("svg", { width: 26, height: 16, "aria-hidden": "true", class: "km-swatch" },
      kurilmap.svg("rect", rect));
  };

  kurilmap.lineSwatch = function (look) {
    const line = { x1: 1, y1: 8, x2: 33, y2: 8, stroke: look.colour, "stroke-width": look.width,
      "stroke-dasharray": look.dash, "stroke-linecap": look.cap || "butt" };
    return kurilmap.svg("svg", { width: 34, height: 16, "aria-hidden": "true", class: "km-swatch" },
      kurilmap.svg("line", line));
  };
})();
