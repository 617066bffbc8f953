// The four groups: each piece of land is written once; a table says who holds it in each scenario.
(function () {
  "use strict";

  const Partition = kurilmap.Group.extend({
    initialize(data) {
      kurilmap.Group.prototype.initialize.call(this, (map, avoid) => this._pieces(map, avoid), data.labels);
      this.data = data;
      this.chosen = null;
      this.pieces = data.pieces.map((piece) => ({ ...piece, latLngs: kurilmap.latLngs(piece.g) }));
      this.scenarios = new Map(data.scenarios.map((scenario) => [scenario.id, scenario]));
    },

    onAdd(map) {
      kurilmap.Group.prototype.onAdd.call(this, map);
      this._paint();
    },

    /** Latitudes and longitudes of all land, shared with the layers that lie on it. */
    outlines() { return this.pieces.filter((piece) => !piece.low).map((piece) => piece.latLngs); },

    /** Choose a scenario by id, or null for none. */
    choose(id) {
      this.show(this.scenarios.get(id) || null);
    },

    /** Show a scenario that need not be among those to choose from: one of the reader's own. */
    show(scenario) {
      this.chosen = scenario;
      this._paint();
      this.fire("choose", { scenario: this.chosen });
    },

    /** What lies over the holder's fill, as rights.js draws it. */
    mark(piece) { return (this.holder(piece) && this.chosen.marks && this.chosen.marks[piece.k]) || ""; },

    /** Whether a cut of the reader's own runs through the piece's island, which live.js then fills. */
    isSplit(piece) { return Boolean(!piece.low && this.chosen && this.chosen.split && this.chosen.split.has(piece.i)); },

    holder(piece) { return this.chosen && !piece.low ? this.chosen.holders[piece.k] : null; },

    _pieces(map, avoid) {
      kurilmap.definePatterns(this.data.looks);
      avoid(this.outlines(), 1);
      this._cutRenderer = L.svg({ pane: kurilmap.pane(map, "km-cuts", 430), padding: 0.5 });
      const pane = kurilmap.pane(map, "km-pieces", 400);
      const shared = { renderer: L.svg({ pane, padding: 0.5 }), pane, color: this.data.shore, weight: 1, smoothFactor: 0.3 };
      return this.pieces.flatMap((piece) => {
        // A cut piece has no stroke of its own: its shore is drawn without the edge that the cut made.
        piece.path = L.polygon(piece.latLngs, {
          ...shared, stroke: !piece.shore, fillOpacity: 1, fillColor: "#fff", className: "km-piece", dashArray: piece.low ? "2 2" : null,
        });
        piece.path.on("add", () => this.markAs(piece));
        kurilmap.hover(piece.path, () => this._tip(piece));
        if (piece.main) kurilmap.reachable(piece.path);
        piece.path.bindPopup(() => this._card(piece), kurilmap.POPUP);
        const shore = piece.shore && L.polyline(kurilmap.latLngs(piece.shore), { ...shared, interactive: false });
        return shore ? [piece.path, shore] : [piece.path];
      });
    },

    /** Write on a piece's path what tests and screen readers find there. */
    markAs(piece) {
      const node = piece.path.getElement();
      node.setAttribute("data-piece", piece.k);
      node.setAttribute("data-unit", piece.u);
      node.setAttribute("data-holder", this.holder(piece) || "none");
      node.setAttribute("data-mark", this.mark(piece));
      node.classList.toggle("km-split", this.isSplit(piece));
      if (piece.main) node.setAttribute("aria-label", `${this.data.units[piece.u].name}: ${this._holderRow(piece)[1]}`);
    },

    _paint() {
      if (!this._map) return;
      for (const piece of this.pieces) {
        const holder = this.holder(piece);
        const fillColor = holder ? kurilmap.fill(this.data.looks, holder, this.mark(piece)) : "#ffffff";
        piece.path.setStyle({ fillColor, fillOpacity: this.isSplit(piece) ? 0 : 1 });
        this.markAs(piece);
      }
      if (this._cut) this.removeLayer(this._cut);
      this._cut = null;
      if (this.chosen && this.chosen.cuts.length) {
        this._cut = this.cutLine(kurilmap.latLngs(this.chosen.cuts), () => this.chosen.cutCard);
        this.addLayer(this._cut);
      }
    },

    /** A line of the kit's own construction on land, and what is told of it. */
    cutLine(lines, card) {
      const look = this.data.cutLook;
      const style = { renderer: this._cutRenderer, pane: "km-cuts", smoothFactor: 0.3, lineCap: "butt" };
      // A pale bed under the line keeps it legible on both fills.
      return L.featureGroup([
        L.polyline(lines, { ...style, color: "#fff", weight: look.width + 3, interactive: false }),
        kurilmap.reachable(kurilmap.hover(
          L.polyline(lines, { ...style, color: look.colour, weight: look.width, dashArray: look.dash, className: "km-cut" }),
          () => kurilmap.text(this.data.words.cut)), this.data.words.cut),
      ]).bindPopup(() => kurilmap.card(card(), this.data.sources, this.data.words), kurilmap.POPUP);
    },

    _head(piece) {
      const unit = this.data.units[piece.u];
      const names = piece.n || [this.data.words.unnamed, unit.name];
      return { head: names[0], second: names[1] };
    },

    _holderRow(piece) {
      const words = this.data.words;
      const holder = this.holder(piece);
      if (piece.low) return [words.kind, words.low];
      if (this.isSplit(piece)) return [words.inScenario, this.chosen.splitLabel()];
      if (!holder) return [words.what, words.undecided];
      return [words.inScenario, this.chosen.verbs[holder + this.mark(piece)]];
    },

    /** The island's area, and before it that of the holder's part where the scenario divides the island. */
    _areas(piece) {
      if (piece.low) return [];
      const parts = this.chosen && this.chosen.parts[piece.i];
      const whole = [this.data.words.area, piece.a];
      return parts ? [[this.data.words.part, parts[this.holder(piece)]], whole] : [whole];
    },

    _tip(piece) {
      const rows = [this._holderRow(piece), ...this._areas(piece).slice(0, 1)];
      return kurilmap.card({ ...this._head(piece), rows }, {}, this.data.words);
    },

    _card(piece) {
      const words = this.data.words, unit = this.data.units[piece.u];
      const published = unit.whole || piece.i === `${piece.u}/${piece.u}` ? unit.rows : [];
      const rows = [this._holderRow(piece), ...kurilmap.rightRows(this.chosen, piece), ...this._areas(piece), ...(piece.low ? [] : published)];
      const scenario = this.chosen && !piece.low ? [this.chosen.title] : [];
      const cited = this.chosen ? this.chosen.sources : [];
      return kurilmap.card({ ...this._head(piece), rows, text: scenario, sources: [...unit.sources, ...cited] }, this.data.sources, words);
    },
  });

  kurilmap.partition = (data) => new Partition(data);
})();
