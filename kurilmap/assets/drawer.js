// The part of the panel with the pen: what is drawn becomes GeoJSON to take along.
(function () {
  "use strict";
  const { el } = kurilmap, { turn, crosses } = kurilmap.rings;
  const OTHER = { JP: "RU", RU: "JP", joint: "RU" };

  /** The units whose shores a line crosses. */
  function met(points, pieces) {
    const way = points.flatMap((point, i) => (i ? kurilmap.ellipsoid.geodesic(points[i - 1], point).slice(1) : [point]));
    const lons = way.map(([lon]) => lon), lats = way.map(([, lat]) => lat);
    const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
    const hit = (ring) => ring.some((point, i) => {
      const next = ring[(i + 1) % ring.length];
      if (Math.max(point[0], next[0]) < west || Math.min(point[0], next[0]) > east || Math.max(point[1], next[1]) < south || Math.min(point[1], next[1]) > north) return false;
      return way.some((from, j) => j && crosses(way[j - 1], from, point, next));
    });
    return [...new Set(pieces.filter((piece) => !piece.low && piece.g.some(hit)).map((piece) => piece.u))];
  }

  /** The compass words that tell the sides of a line, that nearest to southwest first. */
  function sidesOf(points) {
    const [from, to] = [points[0], points[points.length - 1]];
    const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], flat = kurilmap.ellipsoid.plane(...middle);
    const [a, b] = [flat.project(from), flat.project(to)];
    const bearing = (Math.atan2(b[0] - a[0], b[1] - a[1]) / kurilmap.ellipsoid.RAD + 360) % 360;
    const near = kurilmap.ellipsoid.towards(bearing, 225);
    const [first, second] = [near, near + 180].map((direction) => kurilmap.ellipsoid.sidesAt(direction % 360));
    const usual = first.includes("southwest") ? "southwest" : first[Math.floor(first.length / 2)];
    return { usual, all: kurilmap.ellipsoid.SIDES.filter((side) => first.includes(side) || second.includes(side)) };
  }

  /** A shape as GeoJSON (RFC 7946), for Scenario.from_geojson. */
  function geoJson(kind, points, properties, base) {
    const ring = turn(points) < 0 ? [...points].reverse() : points;
    const geometry = kind === "line" ? { type: "LineString", coordinates: points } : { type: "Polygon", coordinates: [[...ring, ring[0]]] };
    return { type: "FeatureCollection", ...(base ? { kurilmap: { base } } : {}), features: [{ type: "Feature", properties, geometry }] };
  }

  /** The pen's part of the panel. Returns {box, straight(drawn), says(which)}. */
  kurilmap.drawer = function (map, partition, data, look) {
    const state = kurilmap.stateOf(map), { words } = data;
    const given = { holder: "JP", rest: "RU", side: null };
    const button = (label, act) => {
      const node = el("button", { type: "button", class: "km-button" }, label);
      node.addEventListener("click", act);
      return node;
    };
    const pen = new kurilmap.Pen(look, words, () => step());
    const begin = (kind) => button(words[kind], () => {
      state.set({ drawn: null }, "reader");
      pen.start(kind);
    });
    const starts = el("div", { class: "km-buttons" }, begin("line"), begin("polygon"));
    const finish = button(words.finish, () => pen.finish());
    const undo = button(words.undo, () => pen.undo());
    const help = el("p", { class: "km-note" }), count = el("p", { class: "km-note", role: "status" });
    const busy = el("div", { hidden: "" }, help, el("div", { class: "km-buttons" },
      button(words.centre, () => pen.addCentre()), undo, finish, button(words.cancel, () => pen.clear())), count);

    const choice = (name, label) => {
      const select = el("select", {});
      select.addEventListener("change", () => {
        given[name] = select.value;
        if (given.holder === given.rest) given[name === "holder" ? "rest" : "holder"] = OTHER[select.value];
        step();
      });
      return { select, row: el("label", { class: "km-field" }, el("span", {}, label), select) };
    };
    const fields = { holder: choice("holder", words.holder), rest: choice("rest", words.rest), side: choice("side", words.side) };
    for (const name of ["holder", "rest"]) {
      fields[name].select.append(...data.order.map((holder) => el("option", { value: holder }, data.holders[holder])));
    }
    const says = el("p", { class: "km-own", role: "status" });
    const file = kurilmap.handover({
      title: words.geojson, note: words.geojsonNote, name: () => "kurilmap-drawing.geojson", type: "application/geo+json",
      value: () => JSON.stringify(state.get().drawn, null, 1),
    }, words);
    const done = el("div", { hidden: "" }, ...Object.values(fields).map((field) => field.row), says, file.box,
      el("div", { class: "km-buttons" }, button(words.remove, () => pen.clear())));
    const box = el("section", { class: "km-section km-drawer" }, el("h2", {}, words.drawHeading),
      el("details", {}, el("summary", {}, words.drawLead), starts, busy, done));

    let following = false;

    /** After each step of the pen, or another choice: buttons, and the GeoJSON of what is finished. */
    function step() {
      const { kind, points, drawing } = pen, finished = !drawing && points.length > 0;
      busy.hidden = !drawing;
      done.hidden = !finished;
      finish.disabled = !pen.canFinish();
      undo.disabled = !points.length;
      help.textContent = drawing ? words[kind === "line" ? "helpLine" : "helpPolygon"] : "";
      count.textContent = drawing ? kurilmap.fillIn(words.count, { count: points.length }) : "";
      if (following) return;
      if (!finished) {
        state.set({ drawn: null }, "reader");
        return;
      }
      const properties = { holder: given.holder, rest: given.rest };
      if (kind === "line") {
        const units = met(points, partition.pieces), { usual, all } = sidesOf(points);
        if (!all.includes(given.side)) given.side = usual;
        properties.side = given.side;
        if (units.length === 1) [properties.unit] = units;
      }
      // A drawing goes before a cut that was moved earlier.
      state.set({ drawn: geoJson(kind, points, properties, state.get().scenario), cut: null }, "reader");
    }

    /** Show what the state holds, whoever put it there. */
    function follow(now, changed) {
      if (changed.has("scenario") && now.drawn) {
        const { kurilmap: member, ...rest } = now.drawn;
        state.set({ drawn: now.scenario ? { ...rest, kurilmap: { ...member, base: now.scenario } } : rest }, "reader");
        return;
      }
      if (!changed.has("drawn")) return;
      const [feature] = now.drawn ? now.drawn.features : [];
      following = true;
      if (!feature) {
        if (!pen.drawing && pen.points.length) pen.clear();
      } else {
        const { type, coordinates } = feature.geometry, [kind, points] = type === "LineString" ? ["line", coordinates] : ["polygon", coordinates[0].slice(0, -1)];
        for (const name of Object.keys(given)) if (feature.properties[name]) given[name] = feature.properties[name];
        if (pen.kind !== kind || JSON.stringify(pen.points) !== JSON.stringify(points)) pen.put(kind, points);
        fields.side.row.hidden = kind !== "line";
        if (kind === "line") fields.side.select.replaceChildren(...sidesOf(points).all.map((side) => el("option", { value: side }, kurilmap.fillIn(words.sideOption, { side: data.sides[side] }))));
        for (const [name, { select }] of Object.entries(fields)) select.value = given[name];
        box.querySelector("details").open = true;
      }
      following = false;
      file.refresh();
    }

    map.addLayer(pen);
    kurilmap.leave(() => pen.remove());
    state.on(follow);
    return {
      box,

      /** The cut that a drawing of two points through one unit is; null for any other. */
      straight(drawn) {
        const [feature] = drawn ? drawn.features : [];
        if (!feature || feature.geometry.type !== "LineString" || feature.geometry.coordinates.length !== 2 || !feature.properties.unit) return null;
        const { unit, side, holder, rest } = feature.properties;
        return { unit, line: feature.geometry.coordinates, side, holder, rest };
      },

      says(which) { says.textContent = words[which]; },
    };
  };
})();
