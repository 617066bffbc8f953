// The timeline: one geometry, recoloured for each dated state; a slider over states and events.
(function () {
  "use strict";
  const { el, text } = kurilmap;
  const BEAT = 2600;  // milliseconds between two states while it plays

  const Timeline = kurilmap.Group.extend({
    initialize(data, views) {
      kurilmap.Group.prototype.initialize.call(this, (map, avoid) => this._shapes(map, avoid), data.names);
      this.data = data;
      this._shapesOf = [...(views ? views.coast() : []), ...data.units];
      // The year of each line is shown with it: the group's own labels are the places.
      this._years = new Map(data.lines.map((line) => [line.id, line.label ? [line.label] : []]));
      this._shown = [];
      this.at = data.stops.length - 1;
    },

    onAdd(map) {
      kurilmap.Group.prototype.onAdd.call(this, map);
      const { stop } = kurilmap.stateOf(map).get();
      // On a second map the store is empty: what leads it has said where to stand.
      if (stop) this.at = this._stop(stop);
      if (this.data.whole) {
        map.getContainer().classList.add("km-past-on");
        this._before = map.getBounds();
        map.fitBounds(this.data.whole, { animate: false });
      }
      this._paint();
    },

    onRemove(map) {
      this._drop(map);
      if (this.data.whole) {
        map.getContainer().classList.remove("km-past-on");
        if (this._before) map.fitBounds(this._before, { animate: false });
      }
      this.fire("rest");
      kurilmap.Group.prototype.onRemove.call(this, map);
    },

    state() { return this.data.states[this.data.stops[this.at].state]; },

    /** What stands of it in the address: nothing at the last stop, today. */
    asks() { return { name: "stop", ids: this.data.stops.map((stop) => stop.id) }; },

    /** What a citation and a picture tell of it. */
    shownAs() {
      const stop = this.data.stops[this.at], state = this.state();
      return { id: stop.id, key: "state", when: stop.date, title: stop.title, notes: stop.begins ? [state.border] : [state.title, state.border] };
    },

    /** The number of a stop; the last where none is named. */
    _stop(id) {
      const found = this.data.stops.findIndex((stop) => stop.id === id);
      return found < 0 ? this.data.stops.length - 1 : found;
    },

    /** Go to a stop. */
    go(at) {
      this.at = Math.max(0, Math.min(this.data.stops.length - 1, at));
      const last = this.at === this.data.stops.length - 1;
      if (this._map) kurilmap.stateOf(this._map).set({ stop: last ? null : this.data.stops[this.at].id }, "reader");
      this._paint();
      this.fire("go", { at: this.at });
    },

    /** Let a twin on a second map show the same. */
    guide(twin) { twin.go(this.at); },

    /** The next stop in a direction at which a state begins, or null. */
    change(step) {
      for (let i = this.at + step; i >= 0 && i < this.data.stops.length; i += step) {
        if (this.data.stops[i].begins) return i;
      }
      return null;
    },

    /** The last stop of a year or before it. */
    ofYear(year) {
      let found = 0;
      this.data.stops.forEach((stop, i) => { if (stop.year !== null && stop.year <= year) found = i; });
      return found;
    },

    _shapes(map, avoid) {
      kurilmap.pastPatterns(this.data.looks);
      const pane = kurilmap.pane(map, "km-past", 412);
      const shared = { renderer: L.svg({ pane, padding: 0.5 }), pane, color: this.data.shore, weight: 0.9, fillOpacity: 1, smoothFactor: 0.3 };
      this._units = this._shapesOf.map((unit) => {
        // The stroke is the fill's own, so that two units of one holder show no seam.
        const latLngs = kurilmap.latLngs(unit.g), shore = L.polyline(kurilmap.shores(latLngs), { ...shared, interactive: false, className: "km-past-shore" });
        const path = L.polygon(latLngs, { ...shared, className: "km-past" });
        path.on("add", () => this._mark(unit.unit, path));
        const promise = L.polygon(path.getLatLngs(), { ...shared, stroke: false, interactive: false, fillColor: "url(#km-past-promised)", fillOpacity: 0 });
        kurilmap.hover(path, () => text(this._tip(unit.unit)));
        return { unit: unit.unit, path, promise, shore };
      });
      avoid(this._units.map(({ path }) => path.getLatLngs()), 0.5);
      const lines = kurilmap.pane(map, "km-past-lines", 414);
      const drawn = { renderer: L.svg({ pane: lines, padding: 0.5 }), pane: lines, smoothFactor: 0.5 };
      this._lines = this.data.lines.map((line) => {
        const latLngs = kurilmap.latLngs(line.g), style = { ...drawn, interactive: false };
        avoid(latLngs, 2);
        const ink = L.polyline(latLngs, { ...style, color: line.look.colour, weight: line.look.width + 0.8, dashArray: line.look.dash, lineCap: line.look.cap, className: `km-past-line km-line-${line.standing}` });
        ink.on("add", () => ink.getElement().setAttribute("data-line", line.id));
        const target = kurilmap.reachable(kurilmap.hover(L.polyline(latLngs, { ...drawn, opacity: 0, weight: 16 }), () => text(line.card.head)), line.card.head)
          .bindPopup(() => kurilmap.card(line.card, this.data.sources, this.data.words), kurilmap.POPUP);
        return { id: line.id, layers: L.layerGroup([L.polyline(latLngs, { ...style, color: "#fff", weight: line.look.width + 3.5, opacity: 0.8 }), ink, target]) };
      });
      return [...this._units.map(({ path }) => path), ...this._units.flatMap(({ promise, shore }) => [promise, shore])];
    },

    _mark(unit, path) {
      const node = path.getElement(), state = this.state();
      node.setAttribute("data-unit", unit);
      node.setAttribute("data-holder", state.holders[unit]);
      node.setAttribute("data-fill", state.fills[unit]);
    },

    _tip(unit) {
      const item = this.state().legend.find((one) => one.fill === `url(#km-past-${this.state().fills[unit]})`);
      return `${this.data.places[unit]}: ${item.label}`;
    },

    _drop(map) {
      if (map.kurilmapLabels) map.kurilmapLabels.drop(this._shown, []);
      this._shown = [];
    },

    _paint() {
      if (!this._map) return;
      const state = this.state();
      for (const { unit, path, promise } of this._units) {
        const fill = `url(#km-past-${state.fills[unit]})`;
        path.setStyle({ fillColor: fill, color: fill });
        // Not by its opacity: what prints would draw the hatch all the same.
        promise.setStyle({ fill: state.promised.includes(unit) });
        this._mark(unit, path);
      }
      this._map.closePopup();
      for (const line of this._lines) {
        if (state.lines.includes(line.id)) this.addLayer(line.layers);
        else this.removeLayer(line.layers);
      }
      this._drop(this._map);
      this._shown = state.lines.flatMap((id) => this._years.get(id));
      kurilmap.labels(this._map).put(this._shown, []);
    },

    /** The section of the panel. */
    section(map) {
      const section = panel(this, this.data);
      section.hidden = !map.hasLayer(this);
      kurilmap.stateOf(map).on((now, changed) => {
        if (changed.has("stop") && this._map && this._stop(now.stop) !== this.at) this.go(this._stop(now.stop));
      });
      kurilmap.watch(map, "layeradd layerremove", (event) => { if (event.layer === this) section.hidden = !map.hasLayer(this); });
      return section;
    },
  });

  /** A tick for each stop, a tall one where the map changes. */
  function ticks(data) {
    const last = data.stops.length - 1;
    const marks = data.stops.map((stop, i) => kurilmap.svg("line",
      { x1: `${(100 * i) / last}%`, x2: `${(100 * i) / last}%`, y1: stop.begins ? 0 : 6, y2: 12, class: stop.begins ? "km-tick-change" : "km-tick-event" }));
    return kurilmap.svg("svg", { class: "km-ticks", height: 12, "aria-hidden": "true", focusable: "false" }, ...marks);
  }

  function told(timeline, data) {
    const stop = data.stops[timeline.at], state = timeline.state(), words = data.words;
    return {
      says: [
        el("p", { class: "km-when" }, stop.date),
        el("p", { class: "km-time-title" }, text(stop.title)),
        el("p", {}, text(stop.begins ? state.text : stop.text)),
        stop.begins && stop.date ? null : el("p", { class: "km-note" }, words.nochange),
      ],
      more: [
        stop.begins ? null : el("div", { class: "km-still" }, el("p", { class: "km-label" }, words.mapshows), el("p", {}, el("b", {}, text(state.title))), el("p", {}, text(state.text))),
        el("p", { class: "km-border" }, state.border),
        el("table", { class: "km-table km-time-table" }, el("caption", {}, words.who),
          el("tbody", {}, state.rows.map(([place, holder]) => el("tr", {}, el("th", { scope: "row" }, place), el("td", {}, holder))))),
        el("p", { class: "km-label" }, words.legend),
        el("ul", { class: "km-key" }, [...state.legend.map((item) => [kurilmap.swatch(item.fill), item.label]),
          ...[...new Map(data.lines.filter((line) => state.lines.includes(line.id)).map((line) => [line.legend, line.look]))].map(([label, look]) => [kurilmap.lineSwatch(look), label]),
        ].map(([swatch, label]) => el("li", {}, swatch, " ", text(label)))),
        state.note ? el("p", { class: "km-note" }, text(state.note)) : null,
        kurilmap.citations([...new Set([...stop.sources, ...state.sources])], data.sources, words),
        state.lines.length ? el("p", { class: "km-note" }, words.course) : null,
      ],
    };
  }

  function panel(timeline, data) {
    const words = data.words;
    const says = el("div", { "aria-live": "polite", class: "km-time-says" }), more = el("div", {});
    const range = el("input", { type: "range", min: 0, max: data.stops.length - 1, step: 1, "aria-label": words.slider, class: "km-time-range" });
    const year = el("input", { type: "number", min: 1700, max: new Date().getFullYear(), step: 1, inputmode: "numeric" });
    const button = (label, sign) => el("button", { type: "button", "aria-label": label, title: label, class: "km-button" }, sign);
    const [back, on, play] = [button(words.previous, "‹"), button(words.next, "›"), button(words.play, "▶")];
    let timer = null;

    function rest() {
      clearInterval(timer);
      timer = null;
      play.setAttribute("aria-label", words.play);
      play.title = words.play;
      play.textContent = "▶";
      says.setAttribute("aria-live", "polite");
    }

    function start() {
      if (timeline.change(1) === null) timeline.go(0);
      play.setAttribute("aria-label", words.pause);
      play.title = words.pause;
      play.textContent = "❚❚";
      // Read out each change would talk over the last.
      says.setAttribute("aria-live", "off");
      timer = setInterval(() => {
        const next = timeline.change(1);
        if (next !== null) timeline.go(next);
        if (next === null || timeline.change(1) === null) rest();
      }, BEAT);
    }

    const step = (by) => { rest(); const next = timeline.change(by); if (next !== null) timeline.go(next); };
    back.addEventListener("click", () => step(-1));
    on.addEventListener("click", () => step(1));
    play.addEventListener("click", () => (timer ? rest() : start()));
    range.addEventListener("input", () => { rest(); timeline.go(Number(range.value)); });
    range.addEventListener("keydown", (event) => {
      const by = { PageUp: 1, PageDown: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      step(by);
    });
    year.addEventListener("change", () => {
      if (!year.value) return;
      const asked = year.value;
      rest();
      timeline.go(timeline.ofYear(Number(asked)));
      year.value = asked;
    });
    timeline.on("rest", rest);

    const list = el("ol", { class: "km-stops" }, data.stops.map((stop, i) => {
      const link = el("button", { type: "button", class: `km-stop${stop.begins ? " km-stop-change" : ""}` }, el("span", { class: "km-note" }, stop.date), " ", text(stop.title));
      link.addEventListener("click", () => { rest(); timeline.go(i); });
      return el("li", {}, link);
    }));

    function show() {
      const stop = data.stops[timeline.at], { says: live, more: rows } = told(timeline, data);
      range.value = timeline.at;
      range.setAttribute("aria-valuetext", `${stop.date}: ${stop.title}`);
      back.disabled = timeline.change(-1) === null;
      on.disabled = timeline.change(1) === null;
      year.value = stop.year === null ? "" : stop.year;
      section.dataset.stop = stop.id;
      section.dataset.state = timeline.state().id;
      list.querySelectorAll("[aria-current]").forEach((node) => node.removeAttribute("aria-current"));
      list.children[timeline.at].firstChild.setAttribute("aria-current", "true");
      says.replaceChildren(...live.filter(Boolean));
      more.replaceChildren(...rows.filter(Boolean));
    }

    const section = el("section", { class: "km-section km-time" }, el("h2", {}, words.heading),
      el("div", { class: "km-time-bar" }, back, play, on, el("label", { class: "km-time-year" }, words.year, " ", year)),
      el("div", { class: "km-time-track" }, range, ticks(data)),
      says, more,
      el("details", {}, el("summary", {}, words.all), el("p", { class: "km-note" }, words.keys), list),
      data.whole ? el("p", { class: "km-note" }, words.over) : null);
    timeline.on("go", show);
    show();
    return section;
  }

  kurilmap.timeline = (data, views) => new Timeline(data, views);
})();
