// A second map beside a page's own: the same layers from the same data, another scenario, one panel.
(function () {
  "use strict";
  const { el, text } = kurilmap;
  const NAMES = ["A", "B"];

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

  /** What one of the two maps shows; of a reader's own cut there is no more to tell than its line. */
  function about(scenario, name, data, words) {
    const { bar, told } = kurilmap.panelParts;
    const note = scenario.cutNote ? el("p", { class: "km-own" }, text(scenario.cutNote)) : null;
    return [
      el("h3", {}, `${name} · `, text(scenario.title)),
      scenario.own ? el("p", { class: "km-own" }, scenario.own) : null,
      bar(scenario.key, data.looks),
      el("ul", { class: "km-says" }, scenario.rows.map((row) => el("li", {}, row.sentence))),
      scenario.own ? note : el("details", {}, el("summary", {}, words.summary), el("p", {}, text(scenario.summary)), note),
      scenario.own ? null : told(scenario, data),
    ].filter(Boolean);
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
        kurilmap.numbersTable(given, data)));
  };

  /**
   * Put a second map beside a map. It shows another scenario of the same partition; the two move
   * together, and the panel tells of both.
   *
   * shown: id of the second map's scenario; fixed: whether both stay as they are, so that the panel
   * offers no choice; words: as layers/differ.py gives them; numbers: tables to fold out, optional.
   * Returns {first, second, shown(), bringIntoSight(), choose(id), remove()}, kept as the page element's kurilmapPair.
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
    second.kurilmapLed = true;
    kurilmap.dress(second, { words: own }, null);
    const undo = [calm(map), calm(second)];

    // Each layer of ours is made once more from the data that is in the page already.
    const twins = new Map();
    const twin = (layer) => {
      if (!twins.has(layer)) {
        const { factory, data, needs } = layer.recipe, made = kurilmap.make(factory, data, ...needs.map(twin));
        twins.set(layer, made);
        // A layer with a choice of its own, whose map or which year, tells its twin.
        if (layer.guide) {
          const step = () => layer.guide(made);
          step();
          layer.on("go", step);
          undo.push(() => layer.off("go", step));
        }
      }
      return twins.get(layer);
    };
    const other = twin(partition);
    [partition.other, other.other, other.second] = [other, partition, true];
    other.choose(shown);

    // A map that was not made to be compared has no layer that outlines what differs.
    let known = false;
    map.eachLayer((layer) => { known = known || Boolean(layer.recipe && layer.recipe.factory === "differ"); });
    if (!known && words.outline) {
      const outline = kurilmap.make("differ", words.outline, partition).addTo(map);
      partition.outline = { line: words.outline.look, label: words.outline.label };
      undo.push(() => { outline.remove(); partition.outline = null; });
    }

    const mirror = (event) => {
      if (event.layer.recipe) twin(event.layer)[event.type === "layeradd" ? "addTo" : "removeFrom"](second);
    };
    map.eachLayer((layer) => mirror({ layer, type: "layeradd" }));
    map.on("layeradd layerremove", mirror);

    const state = { busy: false };
    undo.push(follow(map, second, state), follow(second, map, state));
    const captions = [map, second].map(caption);

    const { panel, data, redraw, told: find } = map.kurilmapPanel;
    const [changes, shares, more] = ["polite", null, null].map((live) => el("div", { "aria-live": live }));
    const told = el("section", { class: "km-section km-pair" }, changes, shares, el("p", { class: "km-note" }, data.words.rounding), more);
    panel.querySelector(".km-legend").closest(".km-section").before(told);

    /** Tell of both; while a cut moves, nothing is read out and what does not move stays. */
    function tell(settled) {
      const both = [find(partition.chosen), find(other.chosen)];
      [map, second].forEach((each, i) => {
        const title = both[i] ? both[i].title : data.words.none, mine = both[i] && both[i].own;
        captions[i].replaceChildren(`${NAMES[i]} · `, text(title), ...(mine ? [el("span", { class: "km-note" }, mine)] : []));
        each.getContainer().setAttribute("aria-label", [`${own.label}: ${NAMES[i]}, ${title}`, mine].filter(Boolean).join(". "));
      });
      changes.setAttribute("aria-busy", String(!settled));
      changes.replaceChildren(el("h2", {}, words.changes),
        both[0] && both[1] ? kurilmap.changesTable(partition, words) : el("p", {}, words.noFirst || data.words.noneNote));
      shares.replaceChildren(el("h2", {}, words.shares), ...both.flatMap((scenario, i) => (scenario ? about(scenario, NAMES[i], data, words) : [])));
      for (const each of [partition, other]) each.fire("differ");
    }

    function numbers() {
      const both = [partition.chosen, other.chosen], all = data.numbers;
      if (given) return more.replaceChildren(kurilmap.numbersTable(given, data));
      if (!all || !both[0] || !both[1]) return more.replaceChildren();
      return more.replaceChildren(...(both[0].split ? [el("p", { class: "km-note" }, data.words.ownOnly)] : []),
        kurilmap.numbersTable(kurilmap.numbersOf(all, both.map((each) => (each.split ? null : each.id)), NAMES), data, true));
    }

    function all() {
      tell(true);
      numbers();
      redraw();
    }

    /** Another scenario on the first map. A cut of the reader's own is told by the panel, once it knows what it comes to. */
    function step() {
      if (!partition.chosen || !partition.chosen.split) all();
    }

    function moved({ settled, begun }) {
      tell(settled);
      if (begun) numbers();
    }
    partition.on("choose", step);
    map.on("kurilmapown", moved);
    all();

    return (page.kurilmapPair = {
      first: map,
      second,
      shown: () => other.chosen && other.chosen.id,

      /** Where the maps stand above the panel, on a phone, a reader who asks for the second sees both. */
      bringIntoSight() {
        if (place.getBoundingClientRect().top < 0) captions[0].scrollIntoView({ block: "start" });
      },

      choose(id) {
        second.closePopup();
        other.choose(id);
        all();
      },

      remove: kurilmap.leave(() => {
        map.off("layeradd layerremove", mirror);
        partition.off("choose", step);
        map.off("kurilmapown", moved);
        // From here on nothing differs from anything.
        partition.other = null;
        undo.forEach((each) => each());
        captions.forEach((line) => line.remove());
        second.remove();
        place.remove();
        told.remove();
        page.classList.remove("km-two", "km-fixed");
        box.setAttribute("aria-label", own.label);
        partition.fire("differ");
        redraw();
        delete page.kurilmapPair;
        map.invalidateSize({ animate: false });
      }),
    });
  };
})();
