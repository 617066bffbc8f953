// What lies over a holder's fill: stripes of who administers, dots of who has rights. Shape says who, as colour does.
(function () {
  "use strict";
  const { el, svg, text } = kurilmap;
  // Two repeats of the holders' hatch each way, so that it goes on through the pattern.
  const SIZE = 22;
  const STRIPES = {
    forward: `M-11,11 L11,-11 M-11,33 L33,-11 M11,33 L33,11`,
    backward: `M-11,11 L11,33 M-11,-11 L33,33 M11,-11 L33,11`,
  };
  STRIPES.cross = `${STRIPES.forward} ${STRIPES.backward}`;
  const SHAPES = {
    JP: (x, y) => ["circle", { cx: x, cy: y, r: 3.7 }],
    RU: (x, y) => ["rect", { x: x - 3.4, y: y - 3.4, width: 6.8, height: 6.8 }],
    joint: (x, y) => ["path", { d: `M${x},${y - 4.7} l4.7,4.7 l-4.7,4.7 l-4.7,-4.7 z` }],
  };

  function stripes(look) {
    const stripe = (stroke, width) => svg("path", { d: STRIPES[look.hatch], stroke, "stroke-width": width, fill: "none" });
    return [stripe("#fff", 7), stripe(look.fill, 4.6)];
  }

  /** One shape a tile and row for one party; two or three parties take turns. */
  function dots(parties, looks) {
    const [first, second, third] = parties;
    const places = [[6.5, 8, first], [17.5, 19, first]];
    if (second) places.push([17.5, 8, second], [6.5, 19, third || second]);
    return places.map(([x, y, party]) => {
      const [tag, shape] = SHAPES[party](x, y);
      return svg(tag, { ...shape, fill: looks[party].ink, stroke: "#fff", "stroke-width": 1.4 });
    });
  }

  /** The fill of a piece: mark is "", or as in Python "RU/", "/JP", "RU/JP-joint". */
  kurilmap.fill = function (looks, holder, mark) {
    if (!mark) return `url(#km-fill-${holder})`;
    const id = `km-fill-${holder}--${mark.replace("/", "--")}`;
    if (!document.getElementById(id)) {
      kurilmap.definePatterns(looks);
      const [administers, having] = mark.split("/");
      const look = looks[holder];
      const hatch = kurilmap.hatchPaths[look.hatch];
      const repeat = [0, SIZE / 2].flatMap((x) => [0, SIZE / 2].map((y) =>
        svg("path", { d: hatch, transform: `translate(${x} ${y})`, stroke: "rgba(255,255,255,0.55)", "stroke-width": 1.3, fill: "none" })));
      document.querySelector("#km-patterns defs").append(
        svg("pattern", { id, width: SIZE, height: SIZE, patternUnits: "userSpaceOnUse" },
          svg("rect", { width: SIZE, height: SIZE, fill: look.fill }), ...repeat,
          ...(administers ? stripes(looks[administers]) : []),
          ...(having ? dots(having.split("-"), looks) : [])));
    }
    return `url(#${id})`;
  };

  /** What a popup tells of the rights on a piece. */
  kurilmap.rightRows = (scenario, piece) =>
    ((scenario && !piece.low && scenario.rights) || [])
      .filter((right) => right.units.includes(piece.u) || right.units.includes(piece.i))
      .map((right) => right.row);

  /** The list below the table: whose right it is, to what, where, in which words. */
  kurilmap.rightsList = function (scenario, words) {
    if (!scenario.rights.length) return null;
    const item = (right) => el("li", {}, el("strong", {}, text(right.label)), " ", el("span", { class: "km-note" }, text(right.units)),
      right.text ? el("span", { class: "km-right-text" }, text(right.text)) : null);
    return el("div", { class: "km-rights" }, el("h3", {}, words.rights), el("ul", {}, scenario.rights.map(item)));
  };
})();
