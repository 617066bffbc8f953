// A second map beside a page's own: the same layers from the same data, another scenario, one panel.
(function () {
  "use strict";
  const { el, text } = kurilmap;
  const NAMES = ["A", "B"];

  const administers = (scenario, piece) => (scenario.administers || scenario.holders)[piece.k];

  /** The pieces of land that have another holder, or another administration, in the two scenarios shown. */
  kurilmap.changed = function (partition) {
    const [here, there] = [partition.chosen, partition.other && partition.other.chosen];
    if (!here || !there) return [];
    return partition.pieces.filter((piece) => !piece.low &&
      (here.holders[piece.k] !== there.holders[piece.k] || administers(here, piece) !== administers(there, piece)));
  };

  /** The outline of what changes hands; it follows the choice on both maps. */
  const Differ = kurilmap.Group.extend({
    initialize(data, partition) {
      kurilmap.Group.prototype.initialize.call(this);
      this.data = data;
      this.partition = partition;
      partition.on("differ", () => this._trace());
    },

    onAdd(map) {
      kurilmap.Group.prototype.onAdd.call(this, map);
      const pane = kurilmap.pane(map, "km-differ", 425);
      this._shared = { renderer: L.svg({ pane, padding: 0.5 }), pane, interactive: false, fill: false, smoothFactor: 0.3 };
      this._trace();
    },

    _trace() {
      if (!this._map) return;
      this.clearLayers();
      const found = kurilmap.changed(this.partition), look = this.data.look;
      for (const piece of found) {
        this.addLayer(L.polygon(piece.latLngs, { ...this._shared, color: look.colour, weight: look.width, className: "km-differ" }));
      }
    },
  });

  kurilmap.differ = (data, partition) => new Differ(data, partition);

  /** Let one map go where the other is. */
  function follow(from, to, state) {
    const step = () => {
      if (state.busy) return;
      state.busy = true;
      const center = from.getCenter(), zoom = from.getZoom();
      if (zoom !== to.getZoom()) to.setView(center, zoom, { animate: false });
      else to.panBy(to.latLngToContainerPoint(center).subtract(to.getSize().divideBy(2)).round(), { animate: false });
      state.busy = false;
    };
    from.on("move zoomend", step);
    return () => from.off("move zoomend", step);
  }

  /** Without an animation of the zoom, both maps zoom in the same frame. */
  function calm(map) {
    const before = [map.options.zoomAnimation, map._zoomAnimated];
    [map.options.zoomAnimation, map._zoomAnimated] = [false, false];
    return () => { [map.options.zoomAnimation, map._zoomAnimated] = before; };
  }

  /** A line above a map that says what it shows: over the map it would hide an island. */
  function caption(map, i) {
    const line = el("p", { class: `km-caption km-caption-${NAMES[i].toLowerCase()}` });
    map.getContainer().before(line);
    return line;
  }

  /** What changes hands, added up by group and change. */
  function changes(partition, words) {
    const rows = new Map();
    for (const piece of kurilmap.changed(partition)) {
      const both = [partition.chosen, partition.other.chosen];
      const way = (parties) => parties.map((party) => words.holders[party]).join(" → ");
      const [held, run] = [both.map((scenario) => scenario.holders[piece.k]), both.map((scenario) => administers(scenario, piece))];
      const change = held[0] !== held[1] ? way(held) : `${words.administration}: ${way(run)}`;
      const key = [piece.u, change].join();
      const row = rows.get(key) || { unit: partition.data.units[piece.u].name, change, area: 0 };
      row.area += piece.m;
      rows.set(key, row);
    }
    if (!rows.size) return el("p", {}, words.same);
    return el("table", { class: "km-table km-changes" },
      el("thead", {}, el("tr", {}, [words.unit, words.change, words.area].map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, [...rows.values()].map((row) =>
        el("tr", {}, el("th", { scope: "row" }, text(row.unit)), el("td", {}, row.change), el("td", {}, kurilmap.area(row.area, words))))));
  }

  function about(scenario, name, data, words) {
    const { bar, told } = kurilmap.panelParts;
    return [
      el("h3", {}, `${name} · `, text(scenario.title)),
      bar(scenario.key, data.looks),
      el("ul", { class: "km-says" }, scenario.rows.map((row) => el("li", {}, row.sentence))),
      el("details", {}, el("summary", {}, words.summary),
        el("p", {}, text(scenario.summary)),
        scenario.cutNote ? el("p", { class: "km-own" }, text(scenario.cutNote)) : null),
      told(scenario, data),
    ];
  }

  /** Every measure, as Python worked it out: computed in one table, published in another. */
  function numbers(given, data) {
    return el("details", { class: "km-numbers" }, el("summary", {}, given.title), given.tables.map((table) => [
      el("p", { class: "km-label" }, table.caption),
      el("table", { class: "km-table" },
        el("thead", {}, el("tr", {}, table.heads.map((head) => el("th", { scope: "col" }, head)))),
        el("tbody", {}, table.rows.map(([measure, holder, ...cells]) => el("tr", {},
          el("th", { scope: "row" }, text(measure), el("br"), el("span", { class: "km-note" }, text(holder))),
          cells.map((cell) => el("td", {}, text(cell))))))),
      el("p", { class: "km-note" }, table.note),
    ]), kurilmap.citations(given.cited, given.sources, data.words));
  }

  /** Tell of all scenarios of a page at once, above the legend: a bar each, and every measure. */
  kurilmap.several = function (map, written) {
    const { words, numbers: given } = kurilmap.open(written);
    const { panel, data } = map.kurilmapPanel;
    panel.querySelector(".km-legend").closest(".km-section").before(
      el("section", { class: "km-section km-pair" }, el("h2", {}, words.shares),
        data.scenarios.map((scenario) => [
          el("h3", {}, text(scenario.title)), kurilmap.panelParts.bar(scenario.key, data.looks),
          el("ul", { class: "km-says" }, scenario.rows.map((row) => el("li", {}, row.sentence))),
        ]),
        numbers(given, data)));
  };

  /**
   * Put a second map beside a map. It shows another scenario of the same partition; the two move
   * together, and the panel tells of both.
   *
   * shown: id of the second map's scenario; fixed: whether both stay as they are, so that the panel
   * offers no choice; words: as comparison.py gives them; numbers: tables to fold out, optional.
   * Returns {first, second, choose(id), remove()}, kept as the page element's kurilmapPair.
   */
  kurilmap.beside = function (map, partition, written) {
    const { shown, fixed, words, numbers: given } = kurilmap.open(written);
    const box = map.getContainer(), page = box.closest(".km-page"), own = map.kurilmapWords;
    const place = el("div", { class: "folium-map km-second", id: `${box.id}_beside` });
    box.after(place);
    page.classList.add("km-two");
    if (fixed) page.classList.add("km-fixed");
    map.invalidateSize({ animate: false });
    const second = L.map(place, {
      ...map.options, zoomControl: false, attributionControl: false, layers: [], center: map.getCenter(), zoom: map.getZoom(),
    });
    kurilmap.dress(second, { words: own }, null);
    const undo = [calm(map), calm(second)];

    // Each layer of ours is made once more from the data that is in the page already.
    const twins = new Map();
    const twin = (layer) => {
      if (!twins.has(layer)) {
        const { factory, data, needs } = layer.recipe;
        twins.set(layer, kurilmap.make(factory, data, ...needs.map(twin)));
      }
      return twins.get(layer);
    };
    const other = twin(partition);
    [partition.other, other.other] = [other, partition];
    other.choose(shown);
    const mirror = (event) => {
      if (event.layer.recipe) twin(event.layer)[event.type === "layeradd" ? "addTo" : "removeFrom"](second);
    };
    map.eachLayer((layer) => mirror({ layer, type: "layeradd" }));
    map.on("layeradd layerremove", mirror);

    const state = { busy: false };
    undo.push(follow(map, second, state), follow(second, map, state));
    const captions = [map, second].map(caption);

    const told = el("section", { class: "km-section km-pair", "aria-live": "polite" });
    const { panel, data, redraw } = map.kurilmapPanel;
    panel.querySelector(".km-legend").closest(".km-section").before(told);
    const find = (scenario) => scenario && data.scenarios.find((one) => one.id === scenario.id);

    function tell() {
      const both = [find(partition.chosen), find(other.chosen)];
      [map, second].forEach((each, i) => {
        const title = both[i] ? both[i].title : data.words.none;
        captions[i].replaceChildren(`${NAMES[i]} · `, text(title));
        each.getContainer().setAttribute("aria-label", `${own.label}: ${NAMES[i]}, ${title}`);
      });
      told.replaceChildren(
        el("h2", {}, words.changes), both[0] && both[1] ? changes(partition, words) : el("p", {}, data.words.noneNote),
        el("h2", {}, words.shares), ...both.flatMap((scenario, i) => (scenario ? about(scenario, NAMES[i], data, words) : [])).filter(Boolean),
        el("p", { class: "km-note" }, data.words.rounding), ...(given ? [numbers(given, data)] : []));
      for (const each of [partition, other]) each.fire("differ");
      redraw();
    }
    partition.on("choose", tell);
    other.on("choose", tell);
    tell();

    const pair = (page.kurilmapPair = {
      first: map,
      second,
      choose(id) { second.closePopup(); other.choose(id); },
      remove() {
        map.off("layeradd layerremove", mirror);
        partition.off("choose", tell);
        undo.forEach((each) => each());
        captions.forEach((line) => line.remove());
        second.remove();
        place.remove();
        told.remove();
        page.classList.remove("km-two", "km-fixed");
        box.setAttribute("aria-label", own.label);
        partition.other = null;
        partition.fire("differ");
        redraw();
        delete page.kurilmapPair;
        map.invalidateSize({ animate: false });
      },
    });
    kurilmap.leave(() => { if (page.kurilmapPair === pair) pair.remove(); });
    return pair;
  };
})();
