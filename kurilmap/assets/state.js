// What the reader has chosen on one map, kept once. Whoever shows it follows; nobody keeps a copy.
(function () {
  "use strict";
  const START = {
    scenario: null, beside: null, order: "date", cut: null, drawn: null, layers: [], view: null, lang: null, stop: null, whose: null, measured: null,
  };
  const { same } = kurilmap;

  function store() {
    let state = Object.freeze({ ...START });
    const listeners = new Set();
    /** A listener may end others, which then hear no more. */
    const tell = (changed, by) => [...listeners].forEach((listener) => listeners.has(listener) && listener(state, changed, by));
    return {
      get: () => state,

      /**
       * Change some of the state: scenario (an id or null), beside (the id of what a second map shows, or null), lang
       * ("en", "ja", "ru"), order (of the choice: "date" or "kind"), cut ({unit, share, bearing}, a null in it for what the
       * scenario has, or null), drawn (GeoJSON or null), layers (keys of those shown), view ({lat, lon, zoom}), stop (of the
       * timeline), whose (view of the matter), measured ({kind, points} of a measurement, or null).
       * Another scenario takes no cut along. Listeners get the state, the names of what changed, and who changed it.
       */
      set(change, by) {
        const wanted = "scenario" in change && !same(change.scenario, state.scenario) ? { cut: null, ...change } : change;
        const changed = Object.keys(wanted).filter((name) => name in START && !same(wanted[name], state[name]));
        if (!changed.length) return;
        state = Object.freeze({ ...state, ...Object.fromEntries(changed.map((name) => [name, wanted[name]])) });
        tell(new Set(changed), by);
      },

      /** Change some of the state, and tell everybody all of it. */
      again(change, by) {
        state = Object.freeze({ ...state, ...change });
        tell(new Set(Object.keys(START)), by);
      },

      /** Call a function after each change; returns what ends that. */
      on(listener) {
        listeners.add(listener);
        return kurilmap.leave(() => listeners.delete(listener));
      },
    };
  }

  const stores = [];

  /** The store of a map. */
  kurilmap.stateOf = function (map) {
    if (!map.kurilmapState) stores.push((map.kurilmapState = store()));
    return map.kurilmapState;
  };

  kurilmap.stores = () => [...stores];

  /** Keep store and map alike: which layers are shown, and which part of the map. entries: [{key, layer}]. */
  kurilmap.followMap = function (map, entries) {
    const state = kurilmap.stateOf(map);
    let busy = false;
    const shown = () => entries.filter((entry) => map.hasLayer(entry.layer)).map((entry) => entry.key);
    const seen = () => {
      const { lat, lng } = map.getCenter();
      return { lat: +lat.toFixed(5), lon: +lng.toFixed(5), zoom: +map.getZoom().toFixed(2) };
    };
    kurilmap.watch(map, "layeradd layerremove", (event) => {
      if (!busy && entries.some((entry) => entry.layer === event.layer)) state.set({ layers: shown() }, "map");
    });
    kurilmap.watch(map, "moveend", () => { if (!busy) state.set({ view: seen() }, "map"); });
    if (!state.get().view) state.set({ layers: shown(), view: seen() }, "map");
    state.on((now, changed, by) => {
      if (by === "map") return;
      busy = true;
      if (changed.has("layers")) {
        for (const { key, layer } of entries) map[now.layers.includes(key) ? "addLayer" : "removeLayer"](layer);
      }
      if (changed.has("view") && now.view && !same(now.view, seen())) {
        // From here on the view is the reader's: the frame is not fitted again.
        map.fire("kurilmapmoved").setView([now.view.lat, now.view.lon], now.view.zoom, { animate: false });
      }
      busy = false;
    });
  };
})();
