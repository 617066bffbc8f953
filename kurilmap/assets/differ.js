// What changes hands between the two scenarios that stand beside one another: found, outlined, added up.
(function () {
  "use strict";
  const { el, text } = kurilmap;
  const LEAST = 1e-5;  // of an island: below it, two lines in one place differ by their rounding alone

  /** Who administers a piece: the scenario's own word, what its stripes say, or the holder. */
  function administers(scenario, piece) {
    const [striped] = ((scenario.marks && scenario.marks[piece.k]) || "").split("/");
    return (scenario.administers && scenario.administers[piece.k]) || striped || scenario.holders[piece.k];
  }

  const status = (scenario, piece) => [scenario.holders[piece.k], administers(scenario, piece)];
  const alike = (a, b) => a[0] === b[0] && a[1] === b[1];

  /** The land of one island under one status in a scenario, as a cut can part it; made once. */
  function regions(partition, island, scenario, at) {
    const known = (partition.regions = partition.regions || new Map()), key = `${scenario.id} ${island}`;
    if (!known.has(key)) {
      const groups = new Map();
      for (const piece of partition.pieces) {
        if (piece.low || piece.i !== island) continue;
        const held = status(scenario, piece), name = held.join();
        groups.set(name, { held, u: piece.u, pieces: [...((groups.get(name) || {}).pieces || []), piece.g] });
      }
      known.set(key, [...groups.values()].map(({ held, u, pieces }) =>
        ({ held, u, region: kurilmap.solve.region([{ id: island, rings: kurilmap.solve.join(pieces) }], at) })));
    }
    return known.get(key);
  }

  /** What changes hands on an island through which a line of the reader's own runs. */
  function partedBy(partition, island, there) {
    const { at, sides, result } = partition.line, found = [];
    for (const { held, u, region } of regions(partition, island, there, at)) {
      const { parts: [part] } = region.along(result), whole = part.whole && { near: part.area ? part.total : 0, far: part.area ? 0 : part.total };
      const areas = whole || { near: part.area, far: part.total - part.area };
      for (const [side, holder] of [["near", sides[0]], ["far", sides[1]]]) {
        if (areas[side] < LEAST * part.total || alike([holder, holder], held)) continue;
        const rings = whole ? region.rings : part[side];
        found.push({ u, i: island, m: areas[side], g: rings, from: [holder, holder], to: held });
      }
    }
    return found;
  }

  /** The land with another holder, or another administration, in the two scenarios shown: [{u, i, m, g, from, to}]. */
  kurilmap.changed = function (shown) {
    const first = shown.second ? shown.other : shown, there = first && first.other && first.other.chosen, here = first && first.chosen;
    if (!here || !there) return [];
    const own = (here.split && first.line && here.split) || new Set();
    const found = [];
    for (const piece of first.pieces) {
      if (piece.low || own.has(piece.i)) continue;
      const [from, to] = [status(here, piece), status(there, piece)];
      if (!alike(from, to)) found.push({ u: piece.u, i: piece.i, m: piece.m, g: piece.g, from, to });
    }
    return [...found, ...[...own].flatMap((island) => partedBy(first, island, there))];
  };

  /** The outline of what changes hands; it follows the choice on both maps. */
  const Differ = kurilmap.Group.extend({
    initialize(data, partition) {
      kurilmap.Group.prototype.initialize.call(this);
      this.data = data;
      this.partition = partition;
    },

    onAdd(map) {
      kurilmap.Group.prototype.onAdd.call(this, map);
      const pane = kurilmap.pane(map, "km-differ", 425);
      this._shared = { renderer: L.svg({ pane, padding: 0.5 }), pane, interactive: false, fill: false, smoothFactor: 0.3 };
      this.partition.on("differ", this._trace, this);
      this._trace();
    },

    onRemove(map) {
      this.partition.off("differ", this._trace, this);
      kurilmap.Group.prototype.onRemove.call(this, map);
    },

    _trace() {
      this.clearLayers();
      const { look } = this.data, changes = new Map();
      for (const { i, g, from, to } of kurilmap.changed(this.partition)) {
        const key = [i, from, to].join();
        changes.set(key, [...(changes.get(key) || []), g]);
      }
      // Where other scenarios of the page cut the land, nothing changes: those edges are not outlined.
      for (const pieces of changes.values()) {
        this.addLayer(L.polygon(kurilmap.latLngs(kurilmap.solve.join(pieces)), { ...this._shared, color: look.colour, weight: look.width, className: "km-differ" }));
      }
    },
  });

  kurilmap.differ = (data, partition) => new Differ(data, partition);

  /** What changes hands, added up by group and change. */
  kurilmap.changesTable = function (partition, words) {
    const rows = new Map();
    const way = (parties) => parties.map((party) => words.holders[party]).join(" → ");
    for (const { u, m, from, to } of kurilmap.changed(partition)) {
      const change = from[0] !== to[0] ? way([from[0], to[0]]) : `${words.administration}: ${way([from[1], to[1]])}`;
      const key = [u, change].join();
      const row = rows.get(key) || { unit: partition.data.units[u].name, change, area: 0 };
      row.area += m;
      rows.set(key, row);
    }
    if (!rows.size) return el("p", {}, words.same);
    return el("table", { class: "km-table km-changes" },
      el("thead", {}, el("tr", {}, [words.unit, words.change, words.area].map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, [...rows.values()].map((row) =>
        el("tr", {}, el("th", { scope: "row" }, text(row.unit)), el("td", {}, row.change), el("td", {}, kurilmap.area(row.area, words))))));
  };
})();
