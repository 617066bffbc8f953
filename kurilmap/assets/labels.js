// Names that do not collide. Each label tries places around its anchor, off the shore where it can,
// and is left out where none is free; a leader line ties it to its anchor when it had to go far.
(function () {
  "use strict";
  const CELL = 6;
  const GAPS = [3, 9, 17, 27, 40, 56, 76];
  const ANGLES = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8);
  const LEADER_FROM = 14;
  const NEAR = 6.5;  // farther out the marks of places would cover one another
  const WORST = 2;  // shore cells that a label of lesser rank may cover

  const meets = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  /** Whether a line between two points meets a box. */
  function strikes([a, b], box) {
    let from = 0, to = 1;
    for (const [start, span, low, high] of [[a.x, b.x - a.x, box.x, box.x + box.w], [a.y, b.y - a.y, box.y, box.y + box.h]]) {
      if (span === 0) {
        if (start < low || start > high) return false;
        continue;
      }
      const [first, last] = [(low - start) / span, (high - start) / span].sort((p, q) => p - q);
      from = Math.max(from, first);
      to = Math.min(to, last);
    }
    return from <= to;
  }

  const spot = (point) => ({ x: point.x, y: point.y, w: 0.1, h: 0.1 });
  const grown = (box, by) => ({ x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by });

  const Labels = L.Layer.extend({
    initialize() {
      this._labels = new Set();
      this._lines = new Set();
    },

    onAdd(map) {
      kurilmap.pane(map, "km-labels", 640);
      this._box = kurilmap.el("div", { class: "km-labels", "aria-hidden": "true" });
      this._leaders = kurilmap.svg("svg", { class: "km-leaders" });
      this._box.append(this._leaders);
      map.getPane("km-labels").append(this._box);
      map.on("zoomstart", this._hide, this).on("zoomend moveend resize", this._later, this);
      this._later();
    },

    onRemove(map) {
      map.off("zoomstart", this._hide, this).off("zoomend moveend resize", this._later, this);
      this._box.remove();
      for (const label of this._labels) delete label.node;
      delete map.kurilmapLabels;
    },

    /** Show labels: {at: [lon, lat], text, second, kind, rank, from, to, fixed, over, leader, mark, clear}; lines to keep clear of: {latLngs, weight}. */
    put(labels, lines) {
      for (const label of labels) this._labels.add(label);
      for (const line of lines) this._lines.add(line);
      this._later();
    },

    drop(labels, lines) {
      for (const line of lines) this._lines.delete(line);
      for (const label of labels) {
        if (label.node) label.node.remove();
        delete label.node;
        this._labels.delete(label);
      }
      this._later();
    },

    /** Names stay inside these bounds, where the data ends. */
    within(bounds) { this._bounds = L.latLngBounds(bounds); },

    _hide() { this._box.style.visibility = "hidden"; },

    // Many layers add labels in one turn: place them all once, when the shapes are on the screen.
    _later() {
      if (this._waiting || !this._map) return;
      this._waiting = true;
      requestAnimationFrame(() => setTimeout(() => {
        this._waiting = false;
        if (this._map && this._map._loaded) this._place();
      }));
    },

    _node(label) {
      if (label.node) return label.node;
      label.node = kurilmap.el("div", { class: `km-name km-name-${label.kind}` },
        kurilmap.el("span", { class: "km-first" }, kurilmap.breakable(label.text, /(?<=／)/u)),
        label.second ? kurilmap.el("span", { class: "km-other" }, label.second) : null);
      this._box.append(label.node);
      return label.node;
    },

    _place() {
      const map = this._map, zoom = map.getZoom();
      const size = map.getSize(), corner = map.containerPointToLayerPoint([0, 0]);
      const view = this._inside({ x: corner.x + 2, y: corner.y + 2, w: size.x - 4, h: size.y - 4 });
      map.getContainer().classList.toggle("km-far", zoom < NEAR);
      const shore = this._shoreCells(view);
      const labels = [...this._labels].sort((a, b) => a.rank - b.rank);
      const marks = zoom < NEAR ? [] : this._marks(labels);
      const taken = [...this._controls(corner), ...marks];
      const shown = [], leaders = [];
      this._leaders.replaceChildren();
      const wanted = [];
      for (const label of labels) {
        const anchor = map.latLngToLayerPoint([label.at[1], label.at[0]]);
        const fits = zoom >= (label.from || 0) && zoom <= (label.to || 99) && meets(view, spot(anchor));
        if (fits) wanted.push([this._node(label), label, anchor]);
        if (label.node) label.node.style.display = fits ? "" : "none";
      }
      // All are measured before one is moved: the browser lays them out once.
      for (const [node, label] of wanted) [label.w, label.h] = [node.scrollWidth, node.scrollHeight];
      for (const [node, label, anchor] of wanted) {
        const place = this._best(label, anchor, { view, taken, shore, leaders, marks });
        if (!place) { node.style.display = "none"; continue; }
        taken.push(grown(place, 2));
        if (place.leader) leaders.push(place.leader);
        shown.push([label, place]);
      }
      for (const [label, place] of shown) {
        label.node.style.transform = `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)`;
        if (place.leader) {
          const [a, b] = place.leader;
          this._leaders.append(kurilmap.svg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y }));
        }
      }
      this._box.style.visibility = "";
      this._box.dataset.placed = shown.length;
    },

    _best(label, anchor, { view, taken, shore, leaders, marks }) {
      let best = null;
      for (const candidate of this._candidates(label, anchor)) {
        const inside = candidate.x >= view.x && candidate.y >= view.y &&
          candidate.x + candidate.w <= view.x + view.w && candidate.y + candidate.h <= view.y + view.h;
        if (!inside || taken.some((box) => meets(box, candidate))) continue;
        if (leaders.some((leader) => strikes(leader, candidate))) continue;
        candidate.leader = label.leader ? this._leader(candidate, anchor) : null;
        if (candidate.leader && taken.some((box) => strikes(candidate.leader, box) && !meets(box, spot(anchor)))) continue;
        if (label.mark && this._misleads(candidate, anchor, marks)) continue;
        const hits = this._hits(candidate, shore);
        if (hits > (label.rank < 20 ? 40 : WORST)) continue;
        const cost = hits * 8 + candidate.cost;
        if (!best || cost < best.cost) best = { ...candidate, cost };
      }
      return best;
    },

    *_candidates(label, anchor) {
      const { w, h } = label;
      const centred = (x, y, cost) => ({ x: x - w / 2, y: y - h / 2, w, h, cost });
      yield centred(anchor.x, anchor.y, label.over ? 0 : 60);
      if (label.fixed) {
        // Far out a few pixels are half a sea: the name of one must not slip into another.
        const step = this._map.getZoom() < NEAR ? 8 : 24;
        for (const [dx, dy] of [[0, -1], [0, 1], [-2, 0], [2, 0], [0, -2], [0, 2], [-3, 0], [3, 0]]) {
          yield centred(anchor.x + dx * step, anchor.y + dy * step, 4);
        }
        return;
      }
      for (const gap of GAPS) {
        for (const angle of ANGLES) {
          const x = anchor.x + Math.cos(angle) * (w / 2 + gap + (label.clear || 0));
          const y = anchor.y + Math.sin(angle) * (h / 2 + gap + (label.clear || 0));
          // To the right reads best, straight below or above least.
          yield centred(x, y, gap * 0.9 + 2 * (1 - Math.cos(angle)) + 2 * Math.abs(Math.sin(angle)));
        }
      }
    },

    _hits(box, shore) {
      let hits = 0;
      for (let y = Math.floor(box.y / CELL); y <= (box.y + box.h) / CELL; y++) {
        for (let x = Math.floor(box.x / CELL); x <= (box.x + box.w) / CELL; x++) {
          hits += shore.get(x * 65536 + y) || 0;
        }
      }
      return hits;
    },

    _shoreCells(view) {
      const cells = new Map(), near = grown(view, 40);
      for (const { latLngs, weight } of this._lines) {
        for (const latLng of latLngs) {
          const p = this._map.latLngToLayerPoint(latLng);
          if (p.x > near.x && p.x < near.x + near.w && p.y > near.y && p.y < near.y + near.h) {
            const cell = Math.floor(p.x / CELL) * 65536 + Math.floor(p.y / CELL);
            cells.set(cell, Math.max(weight, cells.get(cell) || 0));
          }
        }
      }
      return cells;
    },

    // Zoom buttons, scale and attribution are there first.
    _controls(corner) {
      const frame = this._map.getContainer().getBoundingClientRect();
      return [...this._map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
        const box = control.getBoundingClientRect();
        return grown({ x: box.left - frame.left + corner.x, y: box.top - frame.top + corner.y, w: box.width, h: box.height }, 2);
      });
    },

    /** The part of a view in which names may stand. */
    _inside(view) {
      if (!this._bounds) return view;
      const a = this._map.latLngToLayerPoint(this._bounds.getNorthWest());
      const b = this._map.latLngToLayerPoint(this._bounds.getSouthEast());
      const x = Math.max(view.x, a.x), y = Math.max(view.y, a.y);
      return { x, y, w: Math.min(view.x + view.w, b.x) - x, h: Math.min(view.y + view.h, b.y) - y };
    },

    // No name may cover another place's mark, named at this zoom or not.
    _marks(labels) {
      return labels.filter((label) => label.mark).map((label) => {
        const at = this._map.latLngToLayerPoint([label.at[1], label.at[0]]);
        return { x: at.x - 6, y: at.y - 6, w: 12, h: 12 };
      });
    },

    /** Whether a name without a leader could be taken for that of another place's mark. */
    _misleads(box, anchor, marks) {
      if (box.leader) return false;
      const far = (x, y) => Math.hypot(x - Math.max(box.x, Math.min(x, box.x + box.w)), y - Math.max(box.y, Math.min(y, box.y + box.h)));
      const own = far(anchor.x, anchor.y);
      return marks.some((mark) => far(mark.x + mark.w / 2, mark.y + mark.h / 2) < 1.4 * own + 3 && (mark.x + mark.w / 2 !== anchor.x || mark.y + mark.h / 2 !== anchor.y));
    },

    /** The line from a name to its anchor, where the two are far apart. */
    _leader(box, anchor) {
      const x = Math.max(box.x, Math.min(anchor.x, box.x + box.w));
      const y = Math.max(box.y, Math.min(anchor.y, box.y + box.h));
      return Math.hypot(x - anchor.x, y - anchor.y) < LEADER_FROM ? null : [{ x, y }, anchor];
    },
  });

  /** The map's one label placer. */
  kurilmap.labels = function (map) {
    if (!map.kurilmapLabels) map.kurilmapLabels = new Labels().addTo(map);
    return map.kurilmapLabels;
  };
})();
