// State to and from the page that holds this one in a frame: a notebook. Only its own parent is listened to, and
// nothing that it says is taken unless it is of the kind that the state holds.
kurilmap.bridge = function (map, known) {
  "use strict";
  const QUIET = 120;  // milliseconds without a change before the notebook hears of it
  const NAMES = ["scenario", "cut", "drawn", "layers", "view"];
  const state = kurilmap.stateOf(map);
  if (window.parent === window) return;

  const within = (value, low, high) => typeof value === "number" && low <= value && value <= high;
  const among = (value, names) => typeof value === "string" && names.includes(value);
  const isPoint = (point) => Array.isArray(point) && point.length === 2 && within(point[0], -180, 180) && within(point[1], -90, 90);
  const isWay = (way, least) => Array.isArray(way) && way.length >= least && way.length <= 501 && way.every(isPoint);

  function cutOf(value, scenario) {
    if (!value || typeof value !== "object" || !(scenario in known.units)) return null;
    const units = known.units[scenario], share = value.share === "equal" || within(value.share, 1e-6, 1 - 1e-6) ? value.share : null;
    const unit = among(value.unit, units) ? value.unit : units[0];
    return unit ? { unit, share, bearing: within(value.bearing, 0, 360) ? value.bearing % 180 : null } : null;
  }

  function drawnOf(value, scenario) {
    const feature = value && Array.isArray(value.features) && value.features.length === 1 ? value.features[0] : null;
    const { type, coordinates } = (feature && feature.geometry) || {};
    const line = type === "LineString" && isWay(coordinates, 2);
    if (!line && !(type === "Polygon" && Array.isArray(coordinates) && coordinates.length === 1 && isWay(coordinates[0], 4))) return null;
    const given = feature.properties || {}, properties = {};
    for (const name of ["holder", "rest"]) if (among(given[name], known.holders)) properties[name] = given[name];
    if (line && among(given.side, kurilmap.ellipsoid.SIDES)) properties.side = given.side;
    if (line && among(given.unit, known.groups)) properties.unit = given.unit;
    return { type: "FeatureCollection", ...(scenario ? { kurilmap: { base: scenario } } : {}), features: [{ type: "Feature", properties, geometry: { type, coordinates } }] };
  }

  /** What of a message is fit to be state. */
  function taken(message) {
    const found = {};
    if (message.scenario === null || among(message.scenario, Object.keys(known.units))) found.scenario = message.scenario;
    const scenario = "scenario" in found ? found.scenario : state.get().scenario;
    if ("cut" in message) found.cut = cutOf(message.cut, scenario);
    if ("drawn" in message) found.drawn = drawnOf(message.drawn, scenario);
    if (Array.isArray(message.layers)) found.layers = message.layers.filter((key) => typeof key === "string").slice(0, 500);
    const { lat, lon, zoom } = message.view || {};
    if (within(lat, -85, 85) && within(lon, -360, 360) && within(zoom, 0, 22)) found.view = { lat, lon, zoom };
    return found;
  }

  const post = (kurilmapMessage, names) => window.parent.postMessage(
    { kurilmap: kurilmapMessage, state: Object.fromEntries(names.map((name) => [name, state.get()[name]])) }, "*");

  let timer = 0;
  const waiting = new Set();
  state.on((now, changed, by) => {
    if (by === "parent") return;
    for (const name of NAMES) if (changed.has(name)) waiting.add(name);
    if (!waiting.size) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      post("state", [...waiting]);
      waiting.clear();
    }, QUIET);
  });
  kurilmap.watch(window, "message", (event) => {
    const message = event.data;
    if (event.source !== window.parent || !message || message.kurilmap !== "set" || !message.state) return;
    state.set(taken(message.state), "parent");
  });
  post("ready", NAMES);
};
