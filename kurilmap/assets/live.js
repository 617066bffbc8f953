// A cut of the reader's own on the map: two fills and a line that move, over pieces that stay where they are.
(function () {
  "use strict";

  /** Islands of a unit without a holder or cut of their own: what a cut of the unit divides. */
  function divided(pieces, unit, file) {
    const entries = new Set([...Object.keys(file.holders), ...(file.cut || []).map((cut) => cut.unit)]);
    entries.delete(unit);
    return pieces.filter((piece) => !piece.low && (piece.u === unit || piece.i === unit) && !entries.has(piece.i));
  }

  const total = (areas) => Object.values(areas).reduce((sum, area) => sum + area, 0);
  const sums = (held) => Object.fromEntries(Object.entries(held).map(([holder, marked]) => [holder, total(marked)]));

  kurilmap.Live = L.LayerGroup.extend({
    /** partition: the layer of the islands; data: what layers/tools.py tells. */
    initialize(partition, data) {
      L.LayerGroup.prototype.initialize.call(this);
      this._partition = partition;
      this._data = data;
      this._grounds = new Map();
    },

    /** The land that a cut of a unit divides in a scenario, and what stands beside it. */
    _ground(base, unit) {
      const key = `${base.id} ${unit}`;
      if (this._grounds.has(key)) return this._grounds.get(key);
      const { pieces } = this._partition, parts = divided(pieces, unit, this._data.scenarios[base.id].file);
      const byIsland = new Map();
      for (const piece of parts) byIsland.set(piece.i, [...(byIsland.get(piece.i) || []), piece]);
      const islands = [...byIsland].map(([id, some]) => ({ id, rings: kurilmap.solve.join(some.map((piece) => piece.g)) }));
      const inside = new Set(parts), beside = {}, marks = [];
      for (const piece of pieces) {
        const holder = base.holders[piece.k], mark = (base.marks && base.marks[piece.k]) || "", [administers] = mark.split("/");
        // What was said of the unit before is dropped; who administers an islet with a fate of its own is not.
        marks[piece.k] = inside.has(piece) ? "" : piece.u !== unit ? mark : administers && `${administers}/`;
        if (piece.low || inside.has(piece)) continue;
        beside[holder] = beside[holder] || {};
        beside[holder][marks[piece.k]] = (beside[holder][marks[piece.k]] || 0) + piece.m;
      }
      // Lines of the scenario that part this land go; those of other units stay.
      const vertices = new Set(parts.flatMap((piece) => piece.g.flat().map(String)));
      const ground = {
        byIsland, beside, marks, lines: base.cuts.filter((line) => !vertices.has(String(line[0]))),
        region: kurilmap.solve.region(islands, this._data.units[unit].at),
      };
      this._grounds.set(key, ground);
      return ground;
    },

    /** How the cut runs: the solved line, and the side that is taken. */
    _solved(base, cut, ground) {
      const start = this._data.scenarios[base.id].cuts[cut.unit];
      if (cut.line) return { ...cut, result: ground.region.byLine(...cut.line, cut.side) };
      const { direction, side } = kurilmap.ellipsoid.turned(start, cut.bearing);
      const share = cut.share === null ? start.share : cut.share, { total } = ground.region;
      const target = share === "equal" ? this._equal(start, total, sums(ground.beside)) : share * total;
      return { ...start, unit: cut.unit, share, bearing: cut.bearing === null ? start.bearing : cut.bearing, side, result: ground.region.byArea(target, direction) };
    },

    /** The area that makes the totals of both parties equal. */
    _equal({ holder, rest }, total, beside) {
      const sign = (party) => (party === "JP") - (party === "RU");
      return ((beside.RU || 0) - (beside.JP || 0) - sign(rest) * total) / (sign(holder) - sign(rest));
    },

    /**
     * Show a cut {unit, share, bearing} or {unit, line, side, holder, rest} of a scenario. Returns what it comes to:
     * {held by holder and mark, totals by holder, their total, the cut, its part}; null where no such cut can be made, and the map stays as it was.
     */
    show(base, cut) {
      const ground = this._ground(base, cut.unit), solved = this._solved(base, cut, ground);
      if (!solved.result) return null;
      const { result, holder, rest } = solved, held = Object.fromEntries(Object.entries(ground.beside).map(([party, marked]) => [party, { ...marked }]));
      for (const [party, area] of [[holder, result.area], [rest, result.total - result.area]]) {
        held[party] = { ...held[party], "": ((held[party] || {})[""] || 0) + area };
      }
      this._sides = [holder, rest];
      this._areas = [result.area, result.total - result.area];
      this._unit = cut.unit;
      // What stands beside this map is told apart along the same line.
      this._partition.line = { at: this._data.units[cut.unit].at, sides: this._sides, result };
      this._draw(base, ground, result);
      const totals = sums(held);
      return { held, totals, total: total(totals), cut: solved, part: result.area / result.total };
    },

    /** Bring up to date what is read out of the map, once the cut has come to rest. */
    settle() { for (const piece of this._partition.pieces) if (piece.main) this._partition.markAs(piece); },

    hide() {
      this._told = this._partition.line = null;
      if (this._map) this._partition.removeLayer(this);
    },

    _draw(base, ground, result) {
      if (!this._near) this._make();
      const own = this._own(base, ground, result), told = JSON.stringify([base.id, this._unit, this._sides, own.fate]);
      // Pieces are painted anew only when an islet has gone over to the other side.
      if (told !== this._told) {
        this._partition.show(own);
        this._partition.addLayer(this);
        this._near.setStyle({ fillColor: `url(#km-fill-${this._sides[0]})` });
        this._far.setStyle({ fillColor: `url(#km-fill-${this._sides[1]})` });
        this._told = told;
      }
      const points = (name) => result.parts.flatMap((part) => part[name]).map(kurilmap.latLngs);
      this._near.setLatLngs(points("near"));
      this._far.setLatLngs(points("far"));
      const lines = result.lines.map(kurilmap.latLngs);
      for (const line of this._lines) line.setLatLngs(lines);
    },

    /** The reader's own scenario as the partition paints one. */
    _own(base, ground, result) {
      const { words, verbs, scenarios } = this._data, told = scenarios[base.id], changed = told.cuts[this._unit] || {};
      const holders = [...base.holders], split = new Set(), fate = [];
      for (const part of result.parts) {
        if (!part.whole) split.add(part.id);
        for (const piece of ground.byIsland.get(part.id)) holders[piece.k] = part.whole ? this._sides[part.whole === "near" ? 0 : 1] : null;
        fate.push(part.whole);
      }
      const rights = (changed.rights || []).filter((right) => right.text).map((right) => ({ units: right.ids, row: [right.label, right.text] }));
      return {
        id: told.file.id, title: told.title, holders, split, fate, cuts: ground.lines, parts: {}, sources: [],
        marks: ground.marks, rights, verbs: { ...verbs, ...changed.verbs },
        splitLabel: () => this._sides.map((holder, i) => `${verbs[holder]} ${kurilmap.area(this._areas[i], words)}`).join("; "),
        cutCard: { head: words.constructed, second: told.title, text: [words.note], sources: [] },
      };
    },

    _make() {
      const partition = this._partition, map = partition._map, pane = kurilmap.pane(map, "km-live", 399);
      const shared = { renderer: L.svg({ pane, padding: 0.5 }), pane, stroke: false, fillOpacity: 1, smoothFactor: 0.3 };
      [this._near, this._far] = [0, 1].map((i) => {
        const path = L.polygon([], { ...shared, className: "km-live" });
        path.on("add", () => path.getElement().setAttribute("data-side", i ? "far" : "near"));
        kurilmap.hover(path, () => this._card(i));
        return path.bindPopup(() => this._card(i), kurilmap.POPUP);
      });
      const line = partition.cutLine([], () => partition.chosen.cutCard);
      this._lines = line.getLayers();
      for (const layer of [this._near, this._far, line]) this.addLayer(layer);
    },

    _card(i) {
      const { words, verbs, units } = this._data;
      return kurilmap.card({
        head: units[this._unit].name, text: [words.leaves],
        rows: [[words.inScenario, verbs[this._sides[i]]], [words.part, kurilmap.area(this._areas[i], words)]],
      }, {}, words);
    },
  });
})();
