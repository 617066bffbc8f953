// Measuring: distance along points, or the area that they enclose, on the ellipsoid.
(function () {
  "use strict";
  const { el } = kurilmap;
  const LOOK = { colour: "#1f2a30", width: 2, dash: null, className: "km-measured-line" };
  const RULER = "M3 16L16 3l5 5L8 21zM7.5 11.5l2 2M11 8l3 3M14.5 4.5l2 2";

  /** A length in a unit, with three figures or all before the point: a click is no more exact. */
  function length(value, unit, words) {
    const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return `${kurilmap.number(value, digits, words)}\u00a0${words.units[unit]}`;
  }

  function distance(metres, words) {
    const metric = metres < 1000 ? length(Math.round(metres), "m", words) : length(metres / 1000, "km", words);
    return `${metric} (${length(metres / kurilmap.MILE, "nm", words)})`;
  }

  const along = (points) => points.reduce((sum, point, i) => sum + (i ? kurilmap.geodesics.inverse(points[i - 1], point).length : 0), 0);

  /** What points come to, in sentences. */
  function told(kind, points, words) {
    const { tool } = words, sentences = [];
    if (points.length < 2) return [tool[points.length ? "second" : "first"]];
    if (kind === "polygon") {
      if (points.length < 3) return [tool.third];
      if (kurilmap.rings.knotted(points)) return [tool.knotted];
      sentences.push(kurilmap.fillIn(tool.inside, { area: kurilmap.area(kurilmap.geodesics.area(points), { ...words, km2: words.units.km2 }) }));
      sentences.push(kurilmap.fillIn(tool.around, { distance: distance(along([...points, points[0]]), words) }));
      return sentences;
    }
    const [from, to] = points.slice(-2), { azimuth } = kurilmap.geodesics.inverse(from, to);
    sentences.push(kurilmap.fillIn(tool.total, { distance: distance(along(points), words) }));
    if (points.length > 2) sentences.push(kurilmap.fillIn(tool.leg, { distance: distance(along([from, to]), words) }));
    sentences.push(kurilmap.fillIn(tool.bearing, { degrees: Math.round(azimuth) % 360 }));
    return sentences;
  }

  const Card = L.Control.extend({
    onAdd() {
      L.DomEvent.disableClickPropagation(this.options.box);
      L.DomEvent.disableScrollPropagation(this.options.box);
      return this.options.box;
    },
  });

  /** The button that begins and ends it. */
  kurilmap.measuring = function (map, words) {
    const { tool } = words, state = kurilmap.stateOf(map), suffix = kurilmap.numberOf(map);
    const result = el("div", { class: "km-measured", role: "status" });
    const push = (name, act) => {
      const node = el("button", { type: "button", class: "km-button" }, name);
      node.addEventListener("click", act);
      return node;
    };
    const { button, named } = kurilmap.toolButton(RULER, () => (pen.drawing ? pen.clear() : pen.start("line")));
    const kinds = ["line", "polygon"].map((kind) => {
      const input = el("input", { type: "radio", name: `km-measure${suffix}`, value: kind });
      input.addEventListener("change", () => pen.turnInto(kind));
      return el("label", {}, input, tool[kind]);
    });
    const undo = push(tool.undo, () => {
      pen.undo();
      // A button that cannot be pressed keeps no focus.
      if (undo.disabled) map.getContainer().focus({ preventScroll: true });
    });
    const again = push(tool.again, () => pen.start(pen.kind));
    const end = push(tool.end, () => {
      pen.clear();
      button.focus({ preventScroll: true });
    });
    end.classList.add("km-measure-end");
    const box = el("section", { class: "km-measure", "aria-label": tool.measure },
      el("div", { class: "km-measure-kinds", role: "radiogroup", "aria-label": tool.what }, kinds),
      result,
      el("p", { class: "km-note" }, tool.help),
      el("div", { class: "km-buttons" }, push(tool.centre, () => pen.addCentre()), undo, again, end));
    // Where the first view has most sea.
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") end.click(); });
    const card = new Card({ box, position: kurilmap.narrow(map) ? "topright" : "bottomright" });
    const pen = new kurilmap.Pen(LOOK, {}, show);

    function show() {
      if (pen.drawing) card.addTo(map);
      else card.remove();
      map.getContainer().classList.toggle("km-measures", pen.drawing);
      button.setAttribute("aria-pressed", String(Boolean(pen.drawing)));
      kinds.forEach((label) => { label.firstChild.checked = label.firstChild.value === pen.kind; });
      undo.disabled = again.disabled = !pen.points.length;
      result.replaceChildren(...(pen.drawing ? told(pen.kind, pen.points, words) : []).map((line) => el("p", {}, line)));
      state.set({ measured: pen.drawing ? { kind: pen.kind, points: [...pen.points] } : null }, "reader");
    }

    named(tool.measure);
    const { measured } = state.get();
    map.addLayer(pen);
    if (measured) pen.start(measured.kind, measured.points);
    // What is measured goes on in another language.
    kurilmap.leave(() => {
      const kept = state.get().measured;
      pen.remove();
      card.remove();
      state.set({ measured: kept }, "reader");
    });
    return button;
  };
})();
