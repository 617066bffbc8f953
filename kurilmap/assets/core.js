// The page's one global. Text from data reaches the document as text nodes only, never as HTML.
var kurilmap = (function () {
  "use strict";

  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false });
  }

  /** Make an element; a null child is left out, any other becomes a text node unless it is a node. */
  function el(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined) node.setAttribute(name, value);
    }
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined) node.append(child);
    }
    return node;
  }

  function svg(tag, attributes, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }

  /** Whether two values of plain data are alike. */
  const same = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);

  /** A text that may run either way must not turn its neighbours round. */
  const text = (value, attributes) => el("bdi", attributes, value);

  /** Text that is broken after what `after` matches, and not inside a name between. */
  function breakable(value, after) {
    const parts = value.split(after);
    if (parts.length === 1) return parts;
    const whole = (part) => el("bdi", part.length < 30 ? { class: "km-whole" } : {}, part);
    return parts.flatMap((part, i) => (i ? [el("wbr"), whole(part)] : [whole(part)]));
  }

  /** GeoJSON coordinates, nested to any depth, as Leaflet's. */
  const latLngs = (coordinates) =>
    typeof coordinates[0] === "number" ? L.latLng(coordinates[1], coordinates[0]) : coordinates.map(latLngs);

  /** A pane with its own drawing order, made once a map. */
  function pane(map, name, zIndex) {
    if (!map.getPane(name)) map.createPane(name).style.zIndex = zIndex;
    return name;
  }

  /** One source as a list item: what, by whom, when it was read; a link only to http(s). */
  function citation(source) {
    const title = /^https?:\/\//.test(source.url || "")
      ? el("a", { href: source.url, rel: "noopener noreferrer", target: "_blank", lang: source.lang }, text(source.title))
      : text(source.title, { lang: source.lang });
    const about = [source.by, source.read].filter(Boolean).join("; ");
    return el("li", {}, title, source.gloss ? [" [", text(source.gloss, { lang: "en" }), "]"] : null, about ? [" (", text(about), ")"] : null);
  }

  function citations(ids, sources, words) {
    const known = (ids || []).filter((id) => sources[id]);
    return known.length
      ? el("div", { class: "km-cite" }, el("p", { class: "km-label" }, words.sources),
          el("ul", {}, known.map((id) => citation(sources[id]))))
      : null;
  }

  function rows(pairs) {
    return el("dl", {}, pairs.map(([term, value]) => [el("dt", {}, term), el("dd", {}, text(value))]));
  }

  /** A popup's or tooltip's content: heads, pairs, paragraphs, sources. */
  function card(content, sources, words) {
    return el("div", { class: "km-card" },
      el("p", { class: "km-head" }, text(content.head)),
      content.second ? el("p", { class: "km-second" }, text(content.second)) : null,
      content.rows && content.rows.length ? rows(content.rows) : null,
      (content.text || []).map((line) => el("p", {}, text(line))),
      citations(content.sources, sources || {}, words));
  }

  const ends = new Set();

  /** Keep what ends a thing; it is called when the page is made anew in another language. Returns what ends it now. */
  function leave(end) {
    const once = () => ends.delete(once) && end();
    ends.add(once);
    return once;
  }

  /**
   * Listen to something that lives longer than the listener (a map, the window, the document). A layer that listens
   * between onAdd and onRemove, and a node to its own events, need none of this.
   */
  function watch(target, types, listener, options) {
    if (!target.addEventListener) {
      target.on(types, listener);
      return leave(() => target.off(types, listener));
    }
    for (const type of types.split(" ")) target.addEventListener(type, listener, options);
    return leave(() => types.split(" ").forEach((type) => target.removeEventListener(type, listener, options)));
  }

  let maps = 0;
  /** What tells names of one map's parts from another's: nothing for the first, then numbers. */
  function numberOf(map) {
    if (map.kurilmapNumber === undefined) map.kurilmapNumber = maps++ ? String(maps) : "";
    return map.kurilmapNumber;
  }

  const leaveAll = () => [...ends].forEach((end) => end());

  return { el, svg, same, text, breakable, latLngs, pane, card, citations, leave, watch, leaveAll, numberOf };
})();
