// Whose map: three views, each with fills, lines and names of its own, and each says whose it is.
(function () {
  "use strict";
  const { el, text } = kurilmap;
  const Views = kurilmap.Group.extend({
    initialize(data, partition, present) {
      kurilmap.Group.prototype.initialize.call(this, (map, avoid) => this._shapes(map, avoid), []);
      this.data = data;
      this.partition = partition;
      this.present = present;
      this.view = data.views[0];
    },

    onAdd(map) {
      kurilmap.addSection(map, this);
      kurilmap.Group.prototype.onAdd.call(this, map);
      this.partition.on("choose", this._paint, this);
      this.partition.viewed = true;
      this.view = this._named(kurilmap.stateOf(map).get().whose || this.view.id);
      // Names of a layer that is switched on later follow the view too.
      map.on("layeradd", this._rename, this);
      this._paint();
    },

    onRemove(map) {
      this.partition.off("choose", this._paint, this);
      map.off("layeradd", this._rename, this);
      kurilmap.Group.prototype.onRemove.call(this, map);
    },

    _named(id) { return this.data.views.find((view) => view.id === id) || this.data.views[0]; },

    choose(id) {
      this.view = this._named(id);
      this._map.closePopup();
      // The claims and the line of control belong to the first view; the others draw their own.
      for (const layer of this.present) {
        if (this.view.present) this._map.addLayer(layer);
        else this._map.removeLayer(layer);
      }
      this._paint();
      this._rename();
      this.fire("go");
    },

    /** Let a twin on a second map show the same. */
    guide(twin) {
      if (twin._map) twin.choose(this.view.id);
      else twin.view = this.view;
    },

    /** What stands of it in the address: nothing where it is the first view. */
    asks() { return { name: "whose", ids: this.data.views.map((view) => view.id) }; },

    /** What a citation and a picture tell of it. */
    shownAs() { return { id: this.view.id, key: "view", title: this.view.title }; },

    _shapes(map, avoid) {
      kurilmap.pastPatterns(this.data.looks);
      const coast = kurilmap.pane(map, "km-view-coast", 212), over = kurilmap.pane(map, "km-view", 405);
      const shared = { interactive: false, fillOpacity: 1, smoothFactor: 0.5 };
      const coastal = L.svg({ pane: coast, padding: 0.5 }), renderer = L.svg({ pane: over, padding: 0.5 });
      this._coast = this.data.units.map((unit) => ({
        unit: unit.unit,
        path: L.polygon(kurilmap.latLngs(unit.g), { ...shared, renderer: coastal, pane: coast, weight: 0.8, className: "km-view-unit" }),
      }));
      const shores = this._coast.map(({ path }) => L.polyline(kurilmap.shores(path.getLatLngs()),
        { renderer: coastal, pane: coast, interactive: false, color: this.data.shore, weight: 0.8, smoothFactor: 0.5 }));
      avoid(this._coast.map(({ path }) => path.getLatLngs()), 0.25);
      // Over the white of the four groups, under the hatch of the claims; the pointer falls through.
      const units = [...new Set(this.partition.pieces.map((piece) => piece.u))];
      this._groups = units.map((unit) => ({
        unit,
        path: L.polygon(this.partition.pieces.filter((piece) => piece.u === unit && !piece.low).map((piece) => piece.latLngs),
          { ...shared, renderer, pane: over, stroke: false, smoothFactor: 0.3, className: "km-view-unit" }),
      }));
      this._drawn = new Map(this.data.views.map((view) => {
        const kept = [];
        const keep = (latLngs, weight) => kept.push({ latLngs: latLngs.flat(Infinity), weight });
        const drawn = kurilmap.drawLines(map, keep, { lines: view.lines, sources: this.data.sources, words: this.data.words });
        return [view.id, { lines: L.layerGroup(drawn), kept }];
      }));
      return [...this._coast.map(({ path }) => path), ...shores, ...this._groups.map(({ path }) => path)];
    },

    _paint() {
      if (!this._map) return;
      for (const { unit, path } of [...this._coast, ...this._groups]) {
        const fill = `url(#km-past-${this.view.fills[unit]})`;
        path.setStyle({ fillColor: fill, color: fill });
        path.getElement().setAttribute("data-view-unit", unit);
        path.getElement().setAttribute("data-view-holder", this.view.holders[unit]);
      }
      // A scenario's own fills stand in the place of the view's.
      for (const { path } of this._groups) path.getElement().style.display = this.partition.chosen ? "none" : "";
      const labels = kurilmap.labels(this._map);
      for (const [id, { lines, kept }] of this._drawn) {
        if (id === this.view.id) {
          this.addLayer(lines);
          labels.put([], kept);
        } else {
          this.removeLayer(lines);
          labels.drop([], kept);
        }
      }
      this._map.getContainer().dataset.view = this.view.id;
    },

    /** Keep of each pair the name that the view keeps; of the names below, those in the party's script. */
    _rename() {
      const labels = this._map && this._map.kurilmapLabels;
      if (!labels) return;
      const party = this.view.names, at = { JP: 1, RU: 2 }[party];
      const own = { JP: /[぀-ヿ一-鿿]/u, RU: /[Ѐ-ӿ]/u }[party];
      let changed = false;
      for (const label of labels._labels) {
        label.full = label.full || [label.text, label.second];
        const pair = at && this.data.names.find((names) => names[0] === label.full[0]);
        const first = pair ? pair[at] : label.full[0];
        const second = own && label.full[1] ? label.full[1].split(" · ").filter((name) => own.test(name)).join(" · ") : label.full[1];
        if (first === label.text && second === label.second) continue;
        [label.text, label.second] = [first, second];
        if (label.node) label.node.remove();
        delete label.node;
        changed = true;
      }
      if (changed) labels._later();
    },

    /** The coast that this layer draws, for another that draws it over. */
    coast() { return this.data.units; },

    /** The section of the panel: the choice, and whose the chosen view is. */
    section(map) {
      const { data } = this, suffix = kurilmap.numberOf(map), state = kurilmap.stateOf(map);
      const says = el("div", { "aria-live": "polite" }), more = el("div", {});
      const show = () => {
        const view = this.view;
        says.replaceChildren(el("p", { class: "km-view-says" }, text(view.text)));
        more.replaceChildren(
          el("ul", { class: "km-key" }, view.legend.map((item) => el("li", {}, item.line ? kurilmap.lineSwatch(item.line) : kurilmap.swatch(item.fill), " ", item.label))),
          el("details", {}, el("summary", {}, data.words.sources), kurilmap.citations(view.sources, data.sources, data.words)));
      };
      const options = data.views.map((view) => {
        const input = el("input", { type: "radio", name: `km-view${suffix}`, value: view.id, id: `km-view${suffix}-${view.id}` });
        input.checked = view === this.view;
        input.addEventListener("change", () => state.set({ whose: view === data.views[0] ? null : view.id }, "reader"));
        return el("label", { for: input.id }, input, el("span", {}, text(view.title, { class: "km-title" })));
      });
      show();
      state.on((now, changed) => {
        if (!changed.has("whose") || this._named(now.whose) === this.view) return;
        this.choose(now.whose);
        options[data.views.indexOf(this.view)].querySelector("input").checked = true;
        show();
      });
      return el("section", { class: "km-section km-views" },
        el("fieldset", { class: "km-view-choice" }, el("legend", {}, data.words.heading), options), says, more);
    },
  });

  kurilmap.views = (data, partition, ...present) => new Views(data, partition, present);
})();
