// A pen on the map: a line or an outline is set point by point, by pointer, finger or keyboard.
(function () {
  "use strict";
  const LEAST = { line: 2, polygon: 3 };
  const MOST = 500;

  kurilmap.Pen = L.LayerGroup.extend({
    /** look: of the line; words; changed(pen) is called after every step. */
    initialize(look, words, changed) {
      L.LayerGroup.prototype.initialize.call(this);
      Object.assign(this, { kind: null, points: [], _look: look, _words: words, _changed: changed });
    },

    onAdd(map) {
      const pane = kurilmap.pane(map, "km-draw", 645), shared = { renderer: L.svg({ pane, padding: 1 }), pane, interactive: false, fill: false };
      const ink = { ...shared, color: this._look.colour, weight: this._look.width, dashArray: this._look.dash };
      this._bed = L.polyline([], { ...shared, color: "#fff", weight: this._look.width + 3 });
      this._line = L.polyline([], { ...ink, className: this._look.className || "km-drawn" });
      this._ahead = L.polyline([], { ...ink, weight: 1.5, dashArray: "3 4" });
      this._dots = L.featureGroup();
      this._shared = shared;
      for (const layer of [this._bed, this._line, this._ahead, this._dots]) this.addLayer(layer);
      L.LayerGroup.prototype.onAdd.call(this, map);
      this._redraw();
    },

    onRemove(map) {
      this._stop();
      L.LayerGroup.prototype.onRemove.call(this, map);
    },

    /** Begin a "line" or a "polygon", or go on with one. */
    start(kind, points = []) {
      const map = this._map;
      this._stop();
      // There is one pointer: another pen lets go of it.
      map.fire("kurilmappen", { pen: this });
      Object.assign(this, { kind, points: [...points], drawing: true });
      map.closePopup();
      map.getContainer().classList.add("km-drawing");
      this._zooms = map.doubleClickZoom.enabled();
      map.doubleClickZoom.disable();
      this._cross = kurilmap.el("div", { class: "km-cross", "aria-hidden": "true" });
      map.getContainer().append(this._cross);
      map.on("click", this._click, this).on("mousemove", this._lead, this).on("kurilmappen", this._letGo, this);
      L.DomEvent.on(map.getContainer(), "keydown", this._key, this);
      map.getContainer().focus({ preventScroll: true });
      this._redraw();
    },

    add(latLng) {
      const { lat, lng } = latLng.wrap(), point = [+lng.toFixed(6), +lat.toFixed(6)], last = this.points[this.points.length - 1];
      if (!this.drawing || this.points.length >= MOST || (last && String(last) === String(point))) return;
      this.points.push(point);
      this._redraw();
    },

    /** The way of the keyboard: the point under the cross, to which the arrow keys move the map. */
    addCentre() { this.add(this._map.getCenter()); },

    /** Go on as the other kind. */
    turnInto(kind) {
      this.kind = kind;
      this._redraw();
    },

    undo() {
      this.points.pop();
      this._redraw();
    },

    canFinish() { return this.drawing && this.points.length >= LEAST[this.kind]; },

    finish() {
      if (!this.canFinish()) return;
      this._stop();
      this._redraw();
    },

    clear() {
      this._stop();
      this.points = [];
      this._redraw();
    },

    /** Show a shape that was drawn before. */
    put(kind, points) {
      this._stop();
      Object.assign(this, { kind, points });
      this._redraw();
    },

    _stop() {
      if (!this.drawing) return;
      const map = this._map;
      this.drawing = false;
      map.getContainer().classList.remove("km-drawing");
      if (this._zooms) map.doubleClickZoom.enable();
      this._cross.remove();
      map.off("click", this._click, this).off("mousemove", this._lead, this).off("kurilmappen", this._letGo, this);
      L.DomEvent.off(map.getContainer(), "keydown", this._key, this);
    },

    _letGo({ pen }) { if (pen !== this) this.clear(); },

    _click(event) { this.add(event.latlng); },

    _lead(event) {
      const last = this.points[this.points.length - 1];
      this._ahead.setLatLngs(last ? [kurilmap.latLngs(last), event.latlng] : []);
    },

    _key(event) {
      if (event.target !== this._map.getContainer()) return;
      const act = { Enter: () => this.addCentre(), Backspace: () => this.undo(), Escape: () => this.clear() }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },

    _redraw() {
      // Edges are geodesics, as everywhere in the kit: on the map they are not quite straight.
      const corners = this.kind === "polygon" && this.points.length > 2 ? [...this.points, this.points[0]] : this.points;
      const way = corners.flatMap((point, i) => (i ? kurilmap.ellipsoid.geodesic(corners[i - 1], point).slice(1) : [point]));
      for (const line of [this._bed, this._line]) line.setLatLngs(kurilmap.latLngs(way.length ? way : []));
      this._ahead.setLatLngs([]);
      this._dots.clearLayers();
      for (const point of this.points) {
        this._dots.addLayer(L.circleMarker(kurilmap.latLngs(point), {
          ...this._shared, radius: this.drawing ? 5 : 3, color: this._look.colour, weight: 2, fill: true, fillColor: "#fff", fillOpacity: 1, className: "km-vertex",
        }));
      }
      this._changed(this);
    },
  });
})();
