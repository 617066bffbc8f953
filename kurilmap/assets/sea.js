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
        // A cut of the reader's own has no sea worked out: none is shown.
        const chosen = (scenario && data.cases[scenario.id]) || null;
        if (chosen === this.chosen) return;
        this.chosen = chosen;
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

    /** Where the window of the computation ends beside faces that are `within`: no line of anyone's. */
    edges(within) {
      return joined(this.arcs.filter((arc) => arc.edge && within(arc.left)).map((arc) => arc.line));
    },

    /** The outlines of all faces that are `within`. */
    outline(within) {
      return joined(this.arcs.filter((arc) => within(arc.left) !== within(arc.right)).map((arc) => arc.line));
    },

    /** Whether two holders' waters meet here. */
    parted(left, right) {
      const [a, b] = [this.status(left), this.status(right)];
      return Boolean(a && b && a.holder !== b.holder);
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

  /** Who would gain waters of a zone in the chosen scenario. */
  const gaining = (sea, zone) => [...new Set(sea.data.base.map((_, face) => face)
    .filter((face) => sea.changed(face) && sea.status(face).zone === zone).map((face) => sea.status(face).holder))];

  /** One kind of zone: a light wash with a thin limit, and a hatch where the waters change hands. */
  kurilmap.seaZone = function (data, sea) {
    const of = (face, holder) => {
      const status = sea.status(face);
      return Boolean(status && status.zone === data.zone && (!holder || status.holder === holder));
    };
    // The limit of the EEZ is where there is no water of a state beyond, that of the territorial sea where there is EEZ.
    const outside = (face) => (data.beyond ? (sea.status(face) || {}).zone === data.beyond : !sea.status(face));

    function areas(map, holder, look) {
      const wash = svgPane(map, "km-sea", 203), limit = svgPane(map, "km-sea-limits", 206);
      const rings = sea.outline((face) => of(face, holder));
      if (!rings.length) return [];
      const area = L.polygon(rings, { ...wash, stroke: false, fillColor: look.fill, fillOpacity: data.opacity, className: "km-sea-zone" });
      area.on("add", () => mark(area, { "data-zone": data.zone, "data-holder": holder }));
      area.bindPopup(() => card(sea, data, holder, false), kurilmap.POPUP);
      const gained = (face) => of(face, holder) && sea.changed(face);
      const hatched = sea.outline(gained);
      if (!hatched.length) return [area];
      const hatch = L.polygon(hatched, { ...wash, stroke: false, fillColor: `url(#km-claim-${holder})`, fillOpacity: 0.45, className: "km-sea-changed" });
      hatch.on("add", () => mark(hatch, { "data-zone": data.zone, "data-holder": holder, "data-changed": "yes" }));
      const head = `${data.words.changes}: ${data.words.zone}`;
      kurilmap.reachable(kurilmap.hover(hatch, () => text(head)), head)
        .bindPopup(() => card(sea, data, holder, true), kurilmap.POPUP);
      // Where the waters of the two meet now, the boundary stands; the edge is where they met before.
      const edge = sea.lines((left, right) => gained(left) !== gained(right)
        && sea.changed(left) !== sea.changed(right) && sea.status(left) && sea.status(right) && !sea.parted(left, right));
      return [area, hatch, L.polyline(edge, { ...limit, interactive: false, color: look.ink, weight: 1.4, className: "km-sea-edge" })];
    }

    const group = following(sea, function (map) {
      if (!sea.chosen) return [];
      kurilmap.definePatterns(data.looks);
      const limit = svgPane(map, "km-sea-limits", 206);
      const limits = sea.lines((left, right) => (of(left) && outside(right)) || (of(right) && outside(left)));
      return [
        ...Object.entries(data.looks).flatMap(([holder, look]) => areas(map, holder, look)),
        L.polyline(limits, { ...limit, interactive: false, color: data.line.colour, weight: data.line.width, dashArray: data.line.dash, className: "km-sea-limit" }),
        L.polyline(sea.edges((face) => of(face)), { ...limit, interactive: false, color: data.line.colour, weight: 0.8, dashArray: "1 4", className: "km-sea-window" }),
      ];
    });
    group.legendItems = () => (sea.chosen ? [
      { line: data.line, label: data.words.limit },
      ...gaining(sea, data.zone).map((holder) => ({ fill: `url(#km-claim-${holder})`, label: data.words.gained[holder] })),
    ] : []);
    return group;
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
      const lines = sea.lines((left, right) => sea.parted(left, right));
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
    group.legendItems = () => (sea.chosen ? [{ line: data.look, label: data.words.boundary }] : []);
    group.panelSection = () => section(sea, data.words);
    return group;
  };

  const cells = (tag, values) => values.map((value) => el(tag, tag === "th" ? { scope: "col" } : {}, value));

  function table(head, rows) {
    return el("table", { class: "km-table" }, el("thead", {}, el("tr", {}, cells("th", head))),
      el("tbody", {}, rows.map(([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, text(first)), rest.map((value) => el("td", {}, text(value)))))));
  }

  /** What the panel tells of the sea under the chosen scenario: what the line is, and the rest folded. */
  function section(sea, words) {
    const told = el("section", { class: "km-section km-sea-told" });
    const pairs = (rows) => el("dl", {}, rows.map(([term, value]) => [el("dt", {}, term), el("dd", {}, text(value))]));
    const notes = (lines) => lines.map((line) => el("p", { class: "km-note" }, text(line)));
    const strait = (one, [holders, law]) => el("li", {}, el("p", { class: "km-head" }, text(one.name)),
      holders.map((holder, side) => el("p", {}, text(one.shores[side]), ": ", words.holders[holder])), el("p", {}, text(one.measures)),
      notes([sea.data.law[law].label, one.note].filter(Boolean)));
    const step = () => {
      const chosen = sea.chosen;
      told.hidden = !chosen;
      if (!chosen) return told.replaceChildren();
      const laws = [...new Set(chosen.straits.map(([, law]) => law))].map((law) => sea.data.law[law]);
      return told.replaceChildren(
        el("h2", {}, words.sea), ...notes([chosen.residual, sea.data.notes[0]]),
        el("details", {}, el("summary", {}, words.section),
          chosen.rows.length ? table(words.head, chosen.rows) : el("p", {}, words.same), pairs(chosen.line), notes(sea.data.notes.slice(1))),
        el("details", {}, el("summary", {}, words.straits),
          el("ul", { class: "km-sea-straits" }, sea.data.straits.map((one, n) => strait(one, chosen.straits[n]))),
          laws.map((law) => el("p", { class: "km-note" }, el("strong", {}, law.label), ": ", text(law.text))), notes(sea.data.notices),
          kurilmap.citations(sea.data.cited, sea.data.sources, sea.data.words)));
    };
    sea.on("choose", step);
    step();
    return told;
  }
})();
