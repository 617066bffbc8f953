// Patterns of the history and of the views: holders, what is left open, what is undivided or undetermined.
(function () {
  "use strict";
  const SIZE = 9;
  const FORWARD = `M-2,2 l4,-4 M0,${SIZE} L${SIZE},0 M${SIZE - 2},${SIZE + 2} l4,-4`;
  const BACKWARD = `M-2,${SIZE - 2} l4,4 M0,0 L${SIZE},${SIZE} M${SIZE - 2},-2 l4,4`;
  const PATHS = { forward: FORWARD, backward: BACKWARD, level: `M0,${SIZE / 2} L${SIZE},${SIZE / 2}`, none: "", cross: `${FORWARD} ${BACKWARD}` };

  function pattern(id, ground, ...strokes) {
    return kurilmap.svg("pattern", { id: `km-past-${id}`, width: SIZE, height: SIZE, patternUnits: "userSpaceOnUse" },
      ...(ground ? [kurilmap.svg("rect", { width: SIZE, height: SIZE, fill: ground })] : []),
      ...strokes.map(([path, stroke, width]) => kurilmap.svg("path", { d: path, stroke, "stroke-width": width, fill: "none" })));
  }

  const SEAM = 50;  // the data parts Sakhalin here: a seam is no line, where no treaty drew one

  /** The shores of nested rings as open lines, without the edge at which the data parts Sakhalin. */
  kurilmap.shores = function (latLngs) {
    if (!(latLngs[0] instanceof L.LatLng)) return latLngs.flatMap(kurilmap.shores);
    const runs = [[latLngs[0]]];
    [...latLngs.slice(1), latLngs[0]].forEach((point, i) => {
      if (point.lat === SEAM && latLngs[i].lat === SEAM) runs.push([point]);
      else runs[runs.length - 1].push(point);
    });
    return runs.filter((run) => run.length > 1);
  };

  /** Define them once a document; looks: {JP: {fill, ink, hatch}, RU, SU}. */
  kurilmap.pastPatterns = function (looks) {
    if (document.getElementById("km-past-patterns")) return;
    const hatch = (look) => [PATHS[look.hatch], "rgba(255,255,255,0.55)", 1.2];
    const blank = (id) => pattern(id, "#FFFFFF", [FORWARD, "#8F9593", 1]);
    const held = Object.entries(looks).flatMap(([holder, look]) => [
      pattern(holder, look.fill, hatch(look)),
      // White bands across the hatch: held, and yet of nobody by agreement.
      pattern(`${holder}-open`, look.fill, hatch(look), [look.hatch === "backward" ? FORWARD : BACKWARD, "#FFFFFF", 2.6]),
      pattern(`${holder}-pale`, "#FFFFFF", [`M0,${SIZE / 2} L${SIZE},${SIZE / 2}`, `${look.fill}66`, SIZE]),
    ]);
    document.body.append(kurilmap.svg("svg",
      { id: "km-past-patterns", width: 0, height: 0, "aria-hidden": "true", focusable: "false", class: "km-defs" },
      kurilmap.svg("defs", {}, ...held,
        pattern("undivided", looks.JP.fill, [BACKWARD, looks.RU.fill, 4.4]),
        pattern("promised", null, [FORWARD, looks.JP.ink, 1.6]),
        blank("none-agreed"), blank("undetermined"))));
  };
})();
