// What a page shows, for a citation and a picture: a state of the history, or one scenario or two, or whose map it is.
(function () {
  "use strict";

  const clean = (id) => String(id).replace(/[^A-Za-z0-9-]+/g, "-");

  /** What a layer says that it shows: {id, key, when, title, notes}. */
  function byLayer(map, key) {
    const all = kurilmap.toldLayers(map, map.kurilmapPanel.layers).reverse();
    const layer = all.find((one) => one.shownAs && map.hasLayer(one) && one.shownAs().key === key);
    return layer ? layer.shownAs() : null;
  }

  /**
   * What is shown on a map, and on the one beside it: {id, key, when, title, scenarios}. `key` names the sentence of the
   * citation, null where nothing is chosen; `scenarios` are told as in the panel, the reader's own as its own.
   */
  kurilmap.shown = function (map) {
    const { partition, told } = map.kurilmapPanel;
    const state = byLayer(map, "state");
    if (state) return { scenarios: [], ...state, id: clean(state.id) };
    const chosen = partition && map.hasLayer(partition) ? [partition, partition.other].map((each) => each && each.chosen) : [];
    const scenarios = chosen.map(told).filter(Boolean);
    if (scenarios.length) {
      const key = scenarios.length > 1 ? "scenarios" : scenarios[0].own ? "own" : "scenario";
      return { id: scenarios.map((one) => clean(one.id)).join("--"), key, title: scenarios[0].title, scenarios };
    }
    const view = byLayer(map, "view");
    return view ? { scenarios, ...view, id: clean(view.id) } : { id: "map", key: null, title: null, scenarios };
  };
})();
