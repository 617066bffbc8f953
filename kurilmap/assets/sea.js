// The sea under every scenario: each line is there once, with the water to its left and right.
(function () {
  "use strict";
  const { el, text } = kurilmap;
  const SCALE = 1e4;

  /** Arcs as they came, [x, y, dx, dy, ...] in steps of a ten-thousandth of a degree, as Leaflet's points. */
  function unpack(flat) {
    const points = [];
    for (let i = 0, x = 0, y = 0; i < flat.length; i += 2) {
      x += flat[i];
      y += flat[i + 1];
      points.push(L.latLng(y / SCALE, x / SCALE));
    }
    return points;
  }

  const key = (point) => `${Math.round(point.lng * SCALE)},${Math.round(point.lat * SCALE)}`;

  /** Join lines end to end, so that dashes run on and rings close. */
  function joined(lines) {
    const at = new Map();
    const left = new Set(lines);
    const enter = (point, line) => at.set(key(point), [...(at.get(key(point)) || []), line]);
    for (const line of lines) for (const end of [line[0], line[line.length - 1]]) enter(end, line);
    const next = (point) => (at.get(key(point)) || []).find((line) => left.has(line));
    const grow = (chain) => {
      for (let line; (line = next(chain[chain.length - 1]));) {
        left.delete(line);
        const forward = key(line[0]) === key(chain[chain.length - 1]);
        chain.push(...(forward ? line.slice(1) : line.slice(0, -1).reverse()));
      }
      return chain;
    };
    const chains = [];
    for (const line of lines) {
      if (left.delete(line)) chains.push(grow(grow([...line]).reverse()));
    }
    return chains;
  }

  const Sea = L.LayerGroup.extend({
    initialize(data, partition) {
      L.LayerGroup.prototype.initialize.call(this);
      this.data = data;
      this.arcs = data.arcs.map((arc) => ({ line: unpack(arc.g), left: arc.l, right: arc.r, edge: arc.e }));
      this.chosen = null;
      const follow = (scenario) => {
        this.chosen = (scenario && data.cases[scenario.id]) || null;
        this.fire("choose");
      };
      partition.on("choose", (event) => follow(event.scenario));
      follow(partition.chosen);
    },

    /** Holder and zone of a face in the chosen scenario, or in the one that others are compared with. */
    status(face, base) {
      const row = base ? this.data.base : this.chosen && this.chosen.faces;
      return face < 0 || !row ? null : this.data.statuses[row[face]];
    },

    /** The lines with `wanted(left, right)`; faces by number. */
    lines(wanted) {
      return joined(this.arcs.filter((arc) => !arc.edge && wanted(arc.left, arc.right)).map((arc) => arc.line));
    },

    /** The outlines of all faces that are `within`. */
    outline(within) {
      return joined(this.arcs.filter((arc) => within(arc.left) !== within(arc.right)).map((arc) => arc.line));
    },

    changed(face) {
      const [now, was] = [this.status(face), this.status(face, true)];
      return Boolean(now && was && now.holder !== was.holder);
    },
  });

  kurilmap.sea = (data, partition) => new Sea(data, partition);

  /** A layer that is drawn anew when the choice changes. */
  function following(sea, draw) {
    const group = new kurilmap.Group(() => []);
    const step = () => {
      group.clearLayers();
      if (group._map) draw(group._map).forEach((layer) => group.addLayer(layer));
    };
    group.on("add", step);
    sea.on("choose", step);
    return group;
  }

  const svgPane = (map, name, z) => {
    const pane = kurilmap.pane(map, name, z);
    const known = (map.kurilmapSea = map.kurilmapSea || {});
    known[name] = known[name] || L.svg({ pane, padding: 0.5 });
    return { renderer: known[name], pane, smoothFactor: 0.5 };
  };

  /** One kind of zone: a light wash with a thin limit, and a hatch where the waters change hands. */
  kurilmap.seaZone = function (data, sea) {
    return following(sea, function (map) {
      kurilmap.definePatterns(data.looks);
      const wash = svgPane(map, "km-sea", 203), limit = svgPane(map, "km-sea-limits", 206);
      const here = (face, holder) => {
        const status = sea.status(face);
        return Boolean(status && status.zone === data.zone && (!holder || status.holder === holder));
      };
      const base = (face) => (sea.status(face) || sea.status(face, true));
      const ofZone = (face) => { const status = base(face); return Boolean(status && status.zone === data.zone); };
      const inner = (face) => { const status = base(face); return Boolean(status && status.zone === data.inside); };
      const out = [];
      for (const [holder, look] of Object.entries(data.looks)) {
        const rings = sea.outline((face) => here(face, holder));
        if (!rings.length) continue;
        const area = L.polygon(rings, { ...wash, stroke: false, fillColor: look.fill, fillOpacity: data.opacity, className: "km-sea-zone" });
        area.on("add", () => mark(area, { "data-zone": data.zone, "data-holder": holder }));
        area.bindPopup(() => card(sea, data, holder, false), kurilmap.POPUP);
        out.push(area);
      }
      for (const [holder, look] of Object.entries(data.looks)) {
        const within = (face) => here(face, holder) && sea.changed(face);
        const rings = sea.outline(within);
        if (!rings.length) continue;
        const hatch = L.polygon(rings, { ...wash, stroke: false, fillColor: `url(#km-claim-${holder})`, fillOpacity: 0.55, className: "km-sea-changed" });
        hatch.on("add", () => mark(hatch, { "data-zone": data.zone, "data-holder": holder, "data-changed": "yes" }));
        const head = `${data.words.changes}: ${data.words.zone}`;
        out.push(kurilmap.reachable(kurilmap.hover(hatch, () => text(head)), head)
          .bindPopup(() => card(sea, data, holder, true), kurilmap.POPUP));
        out.push(L.polyline(sea.lines((left, right) => within(left) !== within(right)), {
          ...limit, interactive: false, color: look.ink, weight: 1.4, opacity: 0.9, className: "km-sea-edge",
        }));
      }
      // The outer limit is there with and without a scenario: it depends on all land, not on who has it.
      const limits = sea.lines((left, right) => ofZone(left) !== ofZone(right) && !inner(left) && !inner(right));
      out.push(L.polyline(limits, { ...limit, interactive: false, color: data.line.colour, weight: data.line.width, dashArray: data.line.dash, className: "km-sea-limit" }));
      return out;
    });
  };

  function mark(path, attributes) {
    for (const [name, value] of Object.entries(attributes)) path.getElement().setAttribute(name, value);
  }

  function card(sea, data, holder, changed) {
    const told = sea.chosen;
    const rows = [[sea.data.words.inScenario, told.verbs[holder]]];
    if (changed) rows.push([sea.data.words.change, told.gains[data.zone][holder]]);
    return kurilmap.card({
      head: changed ? `${data.words.changes}: ${data.words.zone}` : data.words.zone,
      second: told.title, rows, text: sea.data.notes, sources: sea.data.cited,
    }, sea.data.sources, sea.data.words);
  }

  /** The line between the two holders' waters. */
  kurilmap.seaBoundary = function (data, sea) {
    const group = following(sea, function (map) {
      if (!sea.chosen) return [];
      const bed = svgPane(map, "km-sea-limits", 206), ink = svgPane(map, "km-sea-boundary", 208);
      const holders = (left, right) => [left, right].map((face) => (sea.status(face) || {}).holder);
      const lines = sea.lines((left, right) => {
        const [a, b] = holders(left, right);
        return Boolean(a && b && a !== b);
      });
      if (!lines.length) return [];
      const line = L.polyline(lines, { ...ink, color: data.look.colour, weight: data.look.width, dashArray: data.look.dash, lineCap: "butt", interactive: false, className: "km-sea-boundary" });
      const content = () => kurilmap.card({
        head: data.words.boundary, second: sea.chosen.title, rows: sea.chosen.line, text: sea.data.notes, sources: sea.data.cited,
      }, sea.data.sources, sea.data.words);
      return [
        L.polyline(lines, { ...bed, interactive: false, color: "#fff", weight: data.look.width + 2.5, opacity: 0.75 }),
        line,
        kurilmap.reachable(kurilmap.hover(L.polyline(lines, { ...ink, opacity: 0, weight: 14 }), () => text(data.words.boundary)), data.words.boundary)
          .bindPopup(content, kurilmap.POPUP),
      ];
    });
    group.panelSection = () => section(sea, data.words);
    return group;
  };

  const cells = (tag, values) => values.map((value) => el(tag, tag === "th" ? { scope: "col" } : {}, value));

  function table(head, rows) {
    return el("table", { class: "km-table" }, el("thead", {}, el("tr", {}, cells("th", head))),
      el("tbody", {}, rows.map(([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, text(first)), rest.map((value) => el("td", {}, text(value)))))));
  }

  /** The folded part of the panel that tells of the sea under the chosen scenario. */
  function section(sea, words) {
    const told = el("details", { class: "km-sea-told" });
    const step = () => {
      told.hidden = !sea.chosen;
      if (!sea.chosen) return told.replaceChildren();
      const straits = sea.data.straits.map((strait, n) => {
        const [shores, law] = sea.chosen.straits[n];
        return el("li", {}, el("p", { class: "km-head" }, text(strait.name)),
          el("p", {}, text(`${strait.width} · ${shores}`)), el("p", { class: "km-note" }, text(sea.data.law[law].label)));
      });
      const laws = [...new Set(sea.chosen.straits.map(([, law]) => law))];
      told.replaceChildren(...[
        el("summary", {}, words.section),
        sea.chosen.rows.length ? table(words.head, sea.chosen.rows) : el("p", {}, words.same),
        el("dl", {}, sea.chosen.line.map(([term, value]) => [el("dt", {}, term), el("dd", {}, text(value))])),
        sea.data.notes.map((note) => el("p", { class: "km-note" }, text(note))),
        el("details", {}, el("summary", {}, words.straits), el("ul", { class: "km-sea-straits" }, straits),
          laws.map((law) => el("p", { class: "km-note" }, el("b", {}, sea.data.law[law].label), ": ", text(sea.data.law[law].text))),
          sea.data.notices.map((notice) => el("p", { class: "km-note" }, text(notice)))),
        kurilmap.citations(sea.data.cited, sea.data.sources, sea.data.words),
      ].flat().filter(Boolean));
    };
    sea.on("choose", step);
    step();
    return told;
  }
})();
