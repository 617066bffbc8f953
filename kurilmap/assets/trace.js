// A map as it stands, drawn once more as one SVG: Leaflet's paths, our names and marks, what else lies over it.
(function () {
  "use strict";
  const { svg } = kurilmap;
  const COPIED = ["fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "stroke-dashoffset"];
  // As kurilmap.css draws them, on a field of 24.
  const INK = "#1f2a30", WATER = "#3b6a86";
  const MARKS = {
    settlement: [["circle", { r: 4.5, fill: INK }], ["circle", { r: 3, fill: INK, stroke: "#fff", "stroke-width": 1.2 }]],
    cape: [["circle", { r: 3, fill: "#fff", stroke: INK, "stroke-width": 2 }]],
    light: [["path", { d: "M0,-5.6 L5.6,0 L0,5.6 L-5.6,0 Z", fill: INK, stroke: "#fff", "stroke-width": 1.4 }]],
    peak: [["path", { d: "M0,-5 L5,5 L-5,5 Z", fill: INK }]],
    strait: [["path", { d: "M0,-4.2 L4.2,0 L0,4.2 L-4.2,0 Z", fill: "#fff", stroke: WATER, "stroke-width": 1.4 }]],
  };
  const pen = document.createElement("canvas").getContext("2d");

  /** A mark of one of our kinds, with its middle at a point. */
  kurilmap.markShape = (kind, x, y) => svg("g", { transform: `translate(${x} ${y})` }, ...(MARKS[kind] || []).map(([tag, shape]) => svg(tag, shape)));

  const kindOf = kurilmap.markKind = (node) => [...node.classList].map((name) => name.match(/^km-mark-(\w+)$/)).filter(Boolean).map((found) => found[1])[0];
  const seen = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility !== "hidden";
  const clear = (colour) => /^(transparent|rgba\(.*, 0\))$/.test(colour);

  /** The lines that a text node is broken into, each with its box. */
  function linesOf(node) {
    const lines = [], range = document.createRange();
    let at = 0;
    for (const sign of node.data) {
      range.setStart(node, at);
      range.setEnd(node, (at += sign.length));
      const box = range.getBoundingClientRect(), last = lines[lines.length - 1];
      if (!box.width) continue;
      if (last && Math.abs(last.top - box.top) < box.height / 2) last.text += sign;
      else lines.push({ text: sign, left: box.left, top: box.top, height: box.height });
    }
    return lines;
  }

  function texts(node, corner) {
    const style = getComputedStyle(node.parentElement);
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText("x");
    const halo = style.textShadow === "none" ? {} : { stroke: "#fff", "stroke-width": 3.2, "stroke-linejoin": "round", "paint-order": "stroke", "stroke-opacity": 0.9 };
    return linesOf(node).map((line) => {
      const label = svg("text", {
        x: line.left - corner.left, y: line.top - corner.top + line.height * (up / (up + down)), fill: style.color, ...halo,
        "font-family": style.fontFamily, "font-size": style.fontSize, "font-weight": style.fontWeight, "font-style": style.fontStyle,
        "letter-spacing": style.letterSpacing === "normal" ? 0 : style.letterSpacing,
      });
      label.textContent = line.text.trimEnd();
      return label;
    });
  }

  /** Leaflet's shapes lie in a frame of their own, which the map's panes have moved. */
  function shapes(drawing, shift) {
    const group = svg("g", { transform: `translate(${shift.x} ${shift.y})` });
    for (const defs of drawing.querySelectorAll("defs")) group.append(defs.cloneNode(true));
    for (const node of drawing.querySelectorAll("path, line")) {
      const style = getComputedStyle(node), line = node.localName === "line";
      if (style.display === "none" || style.visibility === "hidden" || node.closest("defs")) continue;
      const names = line ? ["x1", "y1", "x2", "y2"] : ["d", ...COPIED];
      const given = Object.fromEntries(names.filter((name) => node.hasAttribute(name)).map((name) => [name, node.getAttribute(name)]));
      const unseen = +given["stroke-opacity"] === 0 && (given.fill === "none" || +given["fill-opacity"] === 0);
      if (unseen || given.d === "M0 0") continue;
      group.append(svg(node.localName, line ? { ...given, stroke: style.stroke, "stroke-width": style.strokeWidth } : given));
    }
    return group;
  }

  /** A drawing that is somebody's own, as an icon may be. */
  function placed(drawing, at) {
    const copy = drawing.cloneNode(true);
    for (const [name, value] of Object.entries(at)) copy.setAttribute(name, value);
    return copy;
  }

  /** Ground and edges of a box. */
  function frame(node, at) {
    const style = getComputedStyle(node), sides = { Top: [0, 0, 1, 0], Right: [1, 0, 1, 1], Bottom: [0, 1, 1, 1], Left: [0, 0, 0, 1] };
    const drawn = clear(style.backgroundColor) ? [] : [svg("rect", { ...at, fill: style.backgroundColor })];
    for (const [side, [x1, y1, x2, y2]] of Object.entries(sides)) {
      const width = parseFloat(style[`border${side}Width`]), colour = style[`border${side}Color`];
      if (!width || clear(colour)) continue;
      drawn.push(svg("line", { x1: at.x + x1 * at.width, y1: at.y + y1 * at.height, x2: at.x + x2 * at.width, y2: at.y + y2 * at.height, stroke: colour, "stroke-width": width }));
    }
    return drawn;
  }

  /** A node over the map, and what is in it, as SVG. */
  function drawn(node, corner, shift) {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? texts(node, corner) : [];
    if (node.nodeType !== Node.ELEMENT_NODE || !seen(node)) return [];
    const box = node.getBoundingClientRect();
    const at = { x: box.left - corner.left, y: box.top - corner.top, width: box.width, height: box.height };
    if (node.localName === "svg") return [node.matches(".leaflet-pane > svg, .km-leaders") ? shapes(node, shift) : placed(node, at)];
    if (node.localName === "canvas") return [svg("image", { ...at, href: node.toDataURL() })];
    if (node.localName === "img") return node.src.startsWith("data:") ? [svg("image", { ...at, href: node.src, opacity: getComputedStyle(node).opacity, preserveAspectRatio: "none" })] : [];
    if (kindOf(node)) return [kurilmap.markShape(kindOf(node), at.x + at.width / 2, at.y + at.height / 2)];
    return [...(box.width ? frame(node, at) : []), ...[...node.childNodes].flatMap((child) => drawn(child, corner, shift))];
  }

  /** Names that stand all the time belong to the picture; what is open under the pointer does not. */
  function tips(map) {
    const found = [];
    map.eachLayer((layer) => {
      const tip = layer.getTooltip && layer.getTooltip();
      if (tip && tip.options.permanent && tip.isOpen() && tip.getElement()) found.push(tip.getElement());
    });
    return found;
  }

  /** A map as an SVG element at a place of another. */
  kurilmap.traced = function (map, x, y) {
    const box = map.getContainer(), corner = box.getBoundingClientRect(), size = map.getSize(), shift = map.layerPointToContainerPoint([0, 0]);
    const depth = (pane) => +getComputedStyle(pane).zIndex || 0;
    const left = [map.getPane("popupPane"), map.getPane("tooltipPane")];
    const panes = [...map.getPane("mapPane").children].filter((pane) => !left.includes(pane) && getComputedStyle(pane).display !== "none");
    panes.sort((a, b) => depth(a) - depth(b));
    const over = [...panes.flatMap((pane) => [...pane.childNodes]), ...tips(map), ...box.querySelectorAll(".leaflet-control-scale")];
    return svg("svg", { x, y, width: size.x, height: size.y, viewBox: `0 0 ${size.x} ${size.y}`, overflow: "hidden" },
      svg("rect", { width: size.x, height: size.y, fill: getComputedStyle(box).backgroundColor }),
      ...over.flatMap((node) => drawn(node, corner, shift)));
  };
})();
