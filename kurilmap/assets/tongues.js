// The page in another language, without loading it again: what made it is run once more, on the same maps and stores.
(function () {
  "use strict";
  const steps = [];  // in the order in which the page was made
  const controls = [];
  let busy = false;

  // folium's own layer control knows layers by object: it is told of those that take their places.
  L.Control.Layers.addInitHook(function () { controls.push(this); });

  /** Run a part of the page, and keep it; it returns a layer, or nothing. */
  kurilmap.step = function (run) {
    steps.push({ run, made: run() });
  };

  /** Put a layer where another was: on the map, in groups, in folium's layer control. */
  function handOver(before, after) {
    const groups = Object.values(before._eventParents || {}).filter((group) => group.hasLayer && group.hasLayer(before));
    for (const group of groups) group.removeLayer(before).addLayer(after);
    const map = before._map;
    before.remove();
    if (map) after.addTo(map);
    for (const control of controls) {
      const entry = control._layers.find(({ layer }) => layer === before);
      if (entry) control.removeLayer(before).addOverlay(after, entry.name);
    }
  }

  /** Take what nothing is drawn with any more off the map. */
  function sweep(map) {
    const idle = [];
    map.eachLayer((layer) => { if (layer instanceof L.SVG && !Object.keys(layer._layers).length) idle.push(layer); });
    idle.forEach((layer) => layer.remove());
  }

  /** Show the whole page in a language; what is chosen on each of its maps stays, and so does the focus. */
  kurilmap.speak = function (lang) {
    if (busy || !kurilmap.hear(lang)) return;
    busy = true;
    const focused = document.activeElement, button = focused && focused.closest(".km-langs") && focused.closest(".km-panel").id;
    const scrolled = [...document.querySelectorAll(".km-panel")].map((panel) => [panel, panel.scrollTop]);
    const tops = [window.scrollX, window.scrollY];
    const heads = document.querySelectorAll("h1"), named = heads.length === 1 && heads[0].textContent === document.title;
    kurilmap.leaveAll();
    const maps = new Set();
    for (const step of steps) {
      const before = step.made;
      step.made = step.run();
      if (!before) continue;
      if (before._map) maps.add(before._map);
      handOver(before, step.made);
    }
    maps.forEach(sweep);
    for (const store of kurilmap.stores()) store.again({ lang }, "language");
    if (named) document.title = document.querySelector("h1").textContent;
    scrolled.forEach(([panel, top]) => { panel.scrollTop = top; });
    window.scrollTo(...tops);
    if (button) document.getElementById(button).querySelector(`.km-langs [lang="${lang}"]`).focus({ preventScroll: true });
    busy = false;
  };
})();
