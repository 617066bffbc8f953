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

  /** A text that may run either way must not turn its neighbours round. */
  const text = (value, attributes) => el("bdi", attributes, value);

  /** GeoJSON coordinates, nested to any depth, as Leaflet's. */
  const latLngs = (coordinates) =>
    typeof coordinates[0] === "number" ? L.latLng(coordinates[1], coordinates[0]) : coordinates.map(latLngs);

  /** A pane with its own drawing order, made once a map. */
  function pane(map, name, zIndex) {
    if (!map.getPane(name)) map.createPane(name).style.zIndex = zIndex;
    return name;
  }

  /** One source as a list item: what, who, when, checked when; a link only to http(s). */
  function citation(source, words) {
    const words_ = [source.publisher, source.year].filter(Boolean).join(", ");
    const title = /^https?:\/\//.test(source.url || "")
      ? el("a", { href: source.url, rel: "noopener noreferrer", target: "_blank", lang: source.lang }, text(source.title))
      : text(source.title, { lang: source.lang });
    return el("li", {}, title, ` (${words_}; ${words.checked} ${source.checked})`);
  }

  function citations(ids, sources, words) {
    const known = (ids || []).filter((id) => sources[id]);
    return known.length
      ? el("div", { class: "km-cite" }, el("p", { class: "km-label" }, words.sources),
          el("ul", {}, known.map((id) => citation(sources[id], words))))
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

  /**
   * Tell what lies under the pointer, in the map's one tooltip. Leaflet's own tooltips make each
   * path a stop of the Tab key, and there are hundreds.
   */
  function hover(path, content) {
    path.on("mouseover mousemove", (event) => {
      const map = path._map;
      if (!map) return;
      map.kurilmapTip = map.kurilmapTip || L.tooltip({ className: "km-tip", offset: [12, 0] });
      const tip = map.kurilmapTip;
      if (tip.kurilmapPath !== path || event.type === "mouseover") tip.setContent(content());
      tip.kurilmapPath = path;
      tip.setLatLng(event.latlng).openOn(map);
    });
    path.on("mouseout remove", () => {
      const map = path._map || path._mapToAdd;
      if (map && map.kurilmapTip) map.closeTooltip(map.kurilmapTip);
    });
    return path;
  }

  /** Make a path a stop of the Tab key that Enter opens. */
  function reachable(path, label) {
    path.on("add", () => {
      const node = path.getElement();
      for (const [name, value] of Object.entries({ tabindex: 0, role: "button", "aria-label": label })) node.setAttribute(name, value);
      node.addEventListener("keydown", (event) => {
        if (event.key === "Enter") path.openPopup();
      });
    });
    return path;
  }

  /** Show a rectangle, and show it again when the frame changes before the reader has moved. */
  function frame(map, bounds) {
    const fit = () => map.fitBounds(bounds, { animate: false, padding: [6, 6] });
    let touched = false;
    map.getContainer().addEventListener("pointerdown", () => { touched = true; });
    map.getContainer().addEventListener("wheel", () => { touched = true; }, { passive: true });
    map.getContainer().addEventListener("keydown", () => { touched = true; });
    fit();
    const known = map.getSize();
    new ResizeObserver(() => {
      const box = map.getContainer();
      if (box.clientWidth === known.x && box.clientHeight === known.y) return;
      [known.x, known.y] = [box.clientWidth, box.clientHeight];
      map.invalidateSize({ animate: false });
      if (!touched) fit();
    }).observe(map.getContainer());
  }

  /** What every map of ours has: a name for screen readers, scale, credit, first view. */
  function dress(map, label, credit, bounds) {
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", label);
    // Leaflet's own prefix carries a flag.
    map.attributionControl.setPrefix("Leaflet").addAttribution(credit);
    L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
    frame(map, bounds);
  }

  return { el, svg, text, latLngs, pane, card, citations, hover, reachable, dress };
})();
