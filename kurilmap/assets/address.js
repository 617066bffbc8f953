// The address: scenario, comparison, language, layers, cut and view stand in the URL's fragment, readable, so that a
// link shows what its sender saw. What a fragment says is taken only where the page has the same; it never becomes HTML.
(function () {
  "use strict";
  const QUIET = 400;  // milliseconds without a move before the address follows
  const LONGEST = 4000;
  const NEAR = 3;  // pixels by which a caption or a scroll bar may move the map: no other view
  const STEPS = ["scenario", "beside", "lang", "layers", "whose"];  // what makes a step of the history; the rest replaces
  let owner = null;

  const within = (value, low, high) => value !== null && value !== "" && Number.isFinite(+value) && low <= +value && +value <= high;
  const plain = (value) => encodeURIComponent(value).replace(/%2F/g, "/");
  const short = (value, digits) => String(+value.toFixed(digits));

  /** The parts of a fragment that can be read: text by name. */
  function parts(fragment) {
    const found = new Map();
    for (const part of fragment.replace(/^#/, "").slice(0, LONGEST).split("&")) {
      const at = part.indexOf("=");
      if (at > 0 && !found.has(part.slice(0, at))) found.set(part.slice(0, at), part.slice(at + 1));
    }
    return found;
  }

  function decoded(value) {
    try {
      return decodeURIComponent(value);
    } catch {
      return null;
    }
  }

  /** How each part of the state is read and written; read gives undefined for what the page does not have. */
  function kinds(map, { partition, tools, layers, languages }) {
    const scenario = (value) => (partition && partition.scenarios.has(value) ? value : undefined);
    const keys = layers.map((entry) => entry.key);
    // A layer with a choice of its own, whose map or which year.
    const asked = kurilmap.toldLayers(map, layers).filter((layer) => layer.asks).map((layer) => layer.asks());
    const own = asked.map(({ name, ids }) => [name, { read: (value) => (ids.includes(decoded(value)) ? decoded(value) : undefined), write: plain }]);
    return {
      scenario: { read: (value) => (partition && value === "none" ? null : scenario(decoded(value))), write: (value) => plain(value || "none") },
      beside: { read: (value) => (partition && value === "none" ? null : scenario(decoded(value))), write: (value) => plain(value || "none") },
      lang: { read: (value) => ((languages || []).includes(value) ? value : undefined), write: (value) => plain(value) },
      layers: {
        read(value) {
          const named = value.split(",").map(decoded);
          return value && !named.some((key) => keys.includes(key)) ? undefined : keys.filter((key) => named.includes(key));
        },
        write: (value) => value.map(plain).join(","),
      },
      ...Object.fromEntries(own),
      cut: {
        read(value, state) {
          const [unit, share, bearing, more] = value.split(",").map(decoded), told = tools && state.scenario !== null && tools.scenarios[state.scenario];
          if (!told || more !== undefined || !Object.keys(told.cuts).includes(unit)) return undefined;
          const cut = { unit, share: null, bearing: null };
          if (share === "equal") cut.share = share;
          else if (share) cut.share = within(share, 1e-6, 1 - 1e-6) ? +share : undefined;
          if (bearing) cut.bearing = within(bearing, 0, 360) ? +bearing % 180 : undefined;
          return Object.values(cut).includes(undefined) ? undefined : cut;
        },
        write: ({ unit, share, bearing }) => [plain(unit), share === null ? "" : share, bearing === null ? "" : bearing].join(","),
      },
      view: {
        read(value) {
          const [zoom, lat, lon, more] = value.split(",");
          return more === undefined && within(zoom, 0, 22) && within(lat || "", -85, 85) && within(lon || "", -360, 360)
            ? { zoom: +zoom, lat: +lat, lon: +lon } : undefined;
        },
        write: ({ zoom, lat, lon }) => [short(zoom, 2), short(lat, 5), short(lon, 5)].join(","),
      },
    };
  }

  /** The link over the map leads to the panel; it is followed without taking the address away. */
  function skipLink(map) {
    const id = `${map.getContainer().id}_panel`, link = [...document.querySelectorAll("a.km-skip")].find((node) => node.getAttribute("href") === `#${id}`);
    if (!link) return;
    const skip = (event) => {
      const panel = document.getElementById(id);
      event.preventDefault();
      panel.focus({ preventScroll: true });
      panel.scrollIntoView({ block: "start" });
    };
    kurilmap.watch(link, "click", skip);
  }

  /**
   * Keep address and state alike. chosen: the scenario that the page itself begins with; known: {partition, tools,
   * layers, languages}. The first map of a document has the address; another has only what the page begins with.
   */
  kurilmap.address = function (map, chosen, known) {
    const state = kurilmap.stateOf(map), all = kinds(map, known), names = Object.keys(all);
    owner = owner || map;
    skipLink(map);
    // Made anew in another language, a page goes on where it was.
    const anew = map.kurilmapStart === undefined;
    if (anew) map.kurilmapStart = { ...state.get(), scenario: chosen, cut: null, beside: null, lang: kurilmap.first };
    const start = map.kurilmapStart;
    if (owner !== map) {
      if (anew) state.set({ scenario: chosen }, "page");
      return;
    }

    // Until the reader has moved, the page fits its first view to the window: that is no view of the reader's.
    const differs = (now, name) => (name === "view" ? map.kurilmapTouched && map.kurilmapTouched() : !kurilmap.same(now[name], start[name]));
    let linked = null;
    const near = ({ zoom, lat, lon }, view) => zoom === view.zoom && map.project([lat, lon]).distanceTo(map.project([view.lat, view.lon])) < NEAR;
    const valueOf = (now, name) => (name === "view" && linked && near(linked, now.view) ? linked : now[name]);
    const fragmentOf = (now) => names.filter((name) => now[name] !== null || start[name] !== null).filter((name) => differs(now, name))
      .filter((name) => name !== "cut" || now.cut).map((name) => `${name}=${all[name].write(valueOf(now, name))}`).join("&");

    const begun = () => ({ ...Object.fromEntries(names.map((name) => [name, start[name]])), view: null });

    /** What a fragment asks for, the page's own start where it asks for nothing. Null where it is none of ours. */
    function wanted(fragment) {
      const found = parts(fragment), asked = begun();
      if (fragment.replace("#", "") && !names.some((name) => found.has(name))) return null;
      for (const name of names) {
        const value = found.has(name) ? all[name].read(found.get(name), asked) : undefined;
        if (value !== undefined) asked[name] = value;
      }
      return asked;
    }

    // What the page remembers of the address when it is made anew.
    const kept = (map.kurilmapAddress = map.kurilmapAddress || { written: location.hash.replace("#", ""), stood: null, going: false });
    let [waiting, timer, stepping, settable] = [null, 0, false, true];

    /** Set the address; in a frame that may not, nothing else is lost. A frame leaves the history to the page around it. */
    function put(fragment, step) {
      if (!settable || fragment === kept.written) return;
      const how = step && window.parent === window ? "pushState" : "replaceState";
      try {
        history[how](null, "", fragment ? `#${fragment}` : location.href.split("#")[0]);
        kept.written = fragment;
      } catch {
        settable = false;
      }
    }

    function settle() {
      clearTimeout(timer);
      timer = 0;
      if (waiting !== null) put(waiting, false);
      waiting = null;
    }

    /** Several changes of one act, as layers that a view takes away, are one step of the history. */
    function step() {
      if (stepping) return;
      stepping = true;
      settle();
      queueMicrotask(() => {
        stepping = false;
        kept.stood = discrete();
        put(fragmentOf(state.get()), true);
      });
    }

    const discrete = () => JSON.stringify(STEPS.map((name) => state.get()[name]));
    if (anew) kept.stood = discrete();

    state.on(() => {
      if (kept.going || stepping) return;
      // A second map makes room, which moves the first before anybody has heard why: that belongs to the same step.
      if (discrete() !== kept.stood) return step();
      const fragment = fragmentOf(state.get());
      if (fragment === (waiting === null ? kept.written : waiting)) return undefined;
      waiting = fragment;
      clearTimeout(timer);
      timer = setTimeout(settle, QUIET);
      return undefined;
    });

    function go(asked) {
      const { view, whose = null, ...others } = asked;
      kept.going = true;
      linked = view;
      // Whose map first: it takes layers off that the address may name.
      state.set({ whose }, "address");
      state.set(others, "address");
      // The view last: a second map that makes room has moved the first.
      if (view) state.set({ view }, "address");
      else if (map.kurilmapTouched && map.kurilmapTouched()) map.fire("kurilmaphome");
      kept.going = false;
      kept.stood = discrete();
    }

    function follow() {
      const fragment = location.hash.replace("#", ""), asked = wanted(fragment);
      if (!asked || fragment === kept.written) return;
      clearTimeout(timer);
      [kept.written, waiting, timer] = [fragment, null, 0];
      go(asked);
    }
    kurilmap.watch(window, "popstate hashchange", follow);
    kurilmap.leave(() => clearTimeout(timer));
    if (anew) go(wanted(location.hash) || begun());
  };
})();
