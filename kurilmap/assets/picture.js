// The view as a picture: what is shown, the map or both, legend, and whose data it is, on one sheet.
(function () {
  "use strict";
  const { svg } = kurilmap;
  const SCALE = 2;  // pixels of the picture to one of the page
  const PAD = 16, GAP = 3, COLUMN = 250, KEY = 44;
  const INK = "#1f2a30", SOFT = "#55636b";
  const pen = document.createElement("canvas").getContext("2d");

  /** What may stand together on a line: words where the browser knows them, and no mark of punctuation before its word. */
  function parts(value, lang) {
    const found = window.Intl && Intl.Segmenter
      ? [...new Intl.Segmenter(lang, { granularity: "word" }).segment(value)].map((one) => one.segment) : value.split(/(?<= )/);
    const joined = [];
    for (const part of found) {
      const last = joined.length - 1;
      if (last >= 0 && (/^[\s、。，．：；！？）」』】〉》,.;:!?)\]»%/–—-]/u.test(part) || /[（「『【〈《([«/]$/u.test(joined[last]))) joined[last] += part;
      else joined.push(part);
    }
    return joined;
  }

  /** A sheet of a width, filled from the top. */
  function sheet(width, lang, family) {
    const nodes = [];
    let y = PAD;

    function wrapped(value, font, room) {
      pen.font = font;
      const lines = [];
      let line = "";
      for (const part of parts(value, lang)) {
        if (line && pen.measureText((line + part).trimEnd()).width > room) {
          lines.push(line);
          line = "";
        }
        line += line ? part : part.trimStart();
        // An address has no place to break.
        while (pen.measureText(line).width > room && line.length > 1) {
          let fits = line.length - 1;
          while (fits > 1 && pen.measureText(line.slice(0, fits)).width > room) fits -= 1;
          lines.push(line.slice(0, fits));
          line = line.slice(fits);
        }
      }
      return [...lines, line];
    }

    /** Text at a place; returns the height that it takes. */
    function put(value, { x = PAD, top = y, room = width - 2 * PAD, size = 13, weight = 400, fill = INK } = {}) {
      const lines = wrapped(value, `${weight} ${size}px ${family}`, room), step = Math.round(size * 1.32);
      lines.forEach((line, i) => {
        const node = svg("text", { x, y: top + step * i + size, fill, "font-family": family, "font-size": size, "font-weight": weight });
        node.textContent = line.trimEnd();
        nodes.push(node);
      });
      return step * lines.length;
    }

    return {
      nodes,
      width,
      get y() { return y; },
      down(by) { y += by; },
      put,
      line(value, style) { y += put(value, style) + GAP; },
    };
  }

  /** The maps of a page, as they stand beside or below one another. */
  function maps(map) {
    const pair = map.getContainer().closest(".km-page").kurilmapPair;
    const all = pair ? [pair.first, pair.second] : [map];
    const [a, b] = all.map((one) => one.getContainer().getBoundingClientRect());
    return { all, level: Boolean(b && b.left >= a.right - 1) };
  }

  function heads(paper, map, shown) {
    const { data } = map.kurilmapPanel;
    paper.line(data.title, { size: 18, weight: 650 });
    if (shown.scenarios.length > 1) return;
    if (shown.when) paper.line(shown.when, { fill: SOFT });
    if (shown.title && shown.title !== data.title) paper.line(shown.title, { size: 15, weight: 600 });
    for (const note of shown.notes || []) paper.line(note);
    shown.scenarios.forEach((one) => says(paper, one, {}));
  }

  /** What the panel says first, and where what is drawn is no one's proposal. */
  function says(paper, scenario, style) {
    for (const row of scenario.rows) paper.line(row.sentence, style);
    if (scenario.own) paper.line(scenario.own, { ...style, fill: "#6a3fa0" });
  }

  function drawMaps(paper, { all, level }, scenarios) {
    const column = paper.width / (level ? all.length : 1);
    const caption = (i, style) => {
      const one = scenarios[i];
      return one ? [[`${"AB"[i]} · ${one.title}`, { ...style, size: 14, weight: 600 }], ...one.rows.map((row) => [row.sentence, style])] : [];
    };
    const told = (i, x) => {
      let height = 0;
      for (const [value, style] of caption(i, { x: x + PAD, room: column - 2 * PAD })) height += paper.put(value, { ...style, top: paper.y + height }) + GAP;
      return height;
    };
    if (level) {
      paper.down(Math.max(...all.map((_, i) => told(i, i * column))) + 4);
      all.forEach((map, i) => paper.nodes.push(kurilmap.traced(map, i * column, paper.y)));
      paper.nodes.push(svg("line", { x1: column, x2: column, y1: paper.y, y2: paper.y + all[0].getSize().y, stroke: "#fff", "stroke-width": 3 }));
      return paper.down(all[0].getSize().y);
    }
    all.forEach((map, i) => {
      if (all.length > 1) paper.down(told(i, 0) + 4);
      paper.nodes.push(kurilmap.traced(map, 0, paper.y));
      paper.down(map.getSize().y + (i < all.length - 1 ? 8 : 0));
    });
    return undefined;
  }

  /** The legend's entries that the reader sees, each once; over a state of the history, its own and the marks of places. */
  function entries(panel, past) {
    const found = new Map(), lists = past ? [".km-time .km-key > li", ".km-legend > li:has(.km-mark)"] : [".km-legend > li", ".km-key > li"];
    for (const item of lists.flatMap((list) => [...panel.querySelectorAll(list)])) {
      const mark = item.querySelector(".km-swatch");
      if (item.getClientRects().length && mark) found.set(item.textContent.trim(), mark);
    }
    return [...found];
  }

  function swatch(mark, x, y) {
    const kind = kurilmap.markKind(mark);
    if (kind) return kurilmap.markShape(kind, x + 13, y + 8);
    const copy = mark.cloneNode(true);
    for (const [name, value] of Object.entries({ x, y })) copy.setAttribute(name, value);
    return copy;
  }

  function legend(paper, rows, heading) {
    if (!rows.length) return;
    paper.line(heading, { weight: 600, fill: SOFT, size: 12 });
    const inner = paper.width - 2 * PAD, columns = Math.max(1, Math.floor(inner / COLUMN)), wide = inner / columns;
    for (let i = 0; i < rows.length; i += columns) {
      const heights = rows.slice(i, i + columns).map(([label, mark], n) => {
        const x = PAD + n * wide;
        paper.nodes.push(swatch(mark, x, paper.y));
        return Math.max(16, paper.put(label, { x: x + KEY, room: wide - KEY - 10 }));
      });
      paper.down(Math.max(...heights) + GAP);
    }
  }

  /** The whole sheet as an SVG element. */
  kurilmap.drawnSheet = function (map) {
    const { panel, data } = map.kurilmapPanel, shown = kurilmap.shown(map), both = maps(map);
    const family = getComputedStyle(document.body).fontFamily;
    const width = both.all[0].getSize().x * (both.level ? both.all.length : 1);
    const paper = sheet(width, data.cite.lang, family);
    heads(paper, map, shown);
    paper.down(6);
    drawMaps(paper, both, shown.scenarios);
    paper.down(10);
    legend(paper, entries(panel, shown.key === "state"), data.words.legend);
    paper.down(5);
    for (const one of shown.scenarios) if (one.cutNote) paper.line(one.cutNote, { size: 11.5, fill: SOFT });
    const foot = { size: 11, fill: SOFT };
    for (const line of data.foot) paper.line(line, foot);
    const at = kurilmap.addressOfPage();
    if (at) paper.line(at, foot);
    paper.down(PAD - GAP);
    const defs = [...document.querySelectorAll(".km-defs > defs")].map((node) => node.cloneNode(true));
    return svg("svg", { width: width * SCALE, height: paper.y * SCALE, viewBox: `0 0 ${width} ${paper.y}`, lang: data.cite.lang }, ...defs,
      svg("rect", { width, height: paper.y, fill: "#fff" }), ...paper.nodes);
  };

  // XML has no place for these, and a name may hold them.
  const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

  /** The view as a PNG file. */
  kurilmap.picture = async function (map) {
    const drawing = kurilmap.drawnSheet(map), picture = new Image();
    const written = new XMLSerializer().serializeToString(drawing).replace(unfit, "");
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(written)}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = ["width", "height"].map((side) => Math.round(drawing.getAttribute(side)));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("The browser made no picture.");
    return blob;
  };
})();
