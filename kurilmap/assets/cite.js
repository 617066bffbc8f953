// The page taken along: a citation of what it shows, the code that embeds it, a picture of it.
(function () {
  "use strict";
  const { el } = kurilmap;

  /** Where the page stands on the web, with what the reader has chosen; null for a file, or a page in a frame of its text. */
  function address() {
    const { protocol, origin, pathname, search, hash } = window.location;
    return /^https?:$/.test(protocol) ? origin + pathname + search + hash : null;
  }

  kurilmap.addressOfPage = address;

  const day = (now, { form, months }) => kurilmap.fillIn(form, { day: now.getDate(), month: months[now.getMonth()], year: now.getFullYear() });

  /** The sentence that says what is shown; empty where nothing is chosen. */
  function shownText(shown, sentences) {
    if (!shown.key) return "";
    const [a, b] = shown.scenarios.map((one) => one.title);
    return kurilmap.fillIn(sentences[shown.key], { when: shown.when, title: shown.title, a, b });
  }

  function citation(map, data, now) {
    const { sentences, date } = data.cite, at = address();
    const opened = kurilmap.fillIn(at ? sentences.openedat : sentences.opened, { address: at, date: day(now, date) });
    const { made, outlines, text } = sentences;
    return kurilmap.fillIn(text, { title: data.title, shown: shownText(kurilmap.shown(map), sentences), made, outlines, opened }).replace(/ {2,}/g, " ");
  }

  const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  const tex = (value) => value.replace(/[\\{}%&$#_~^]/g, (sign) => TEX[sign] || `\\${sign}`).replace(/\s+/g, " ").trim();
  // A field of an address is taken as it stands, so that a brace or a backslash would end it.
  const texAddress = (value) => value.replace(/[\\{}]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

  function bibtex(map, data, now) {
    const { sentences, language } = data.cite, at = address(), shown = kurilmap.shown(map);
    const two = (value) => String(value).padStart(2, "0");
    const fields = [
      ["title", `{${tex(data.title)}}`],
      // A bibliography ends what it prints with a stop of its own.
      ["howpublished", tex(sentences.made.replace(/[.。]$/, ""))],
      ["note", tex(kurilmap.fillIn(sentences.note, { shown: shownText(shown, sentences), outlines: sentences.outlines }).replace(/[.。]$/, ""))],
      ["language", language],
      at ? ["url", texAddress(at)] : null,
      ["urldate", `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`],
    ].filter(Boolean);
    const lines = fields.map(([name, value]) => `  ${name} = {${value}},\n`);
    return `@misc{kurilmap-${shown.id},\n${lines.join("")}}\n`;
  }

  const attribute = (value) => value.replace(/[&"<>]/g, (sign) => ({ "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" })[sign]);

  /** The code that embeds the page, and the name of the file that must stand beside the page that has the code, if one must. */
  function embedding(map, data) {
    const { protocol, pathname, hash } = window.location, saved = protocol === "file:";
    const own = saved ? pathname.split("/").pop() : `${kurilmap.fileName(map, data)}.html`;
    const src = address() || own + hash;
    const code = `<iframe src="${attribute(src)}" title="${attribute(data.title)}" width="100%" height="600" style="border:0" loading="lazy" allow="fullscreen; clipboard-write"></iframe>\n`;
    if (address()) return { code, note: "" };
    let file = own;
    try {
      file = decodeURIComponent(own);
    } catch {
      // A name that is no text in UTF-8 is told as the address has it.
    }
    return { code, note: kurilmap.fillIn(saved ? data.cite.words.embedfile : data.cite.words.embedunsaved, { file }) };
  }

  /** What a file of this page is called: by what is shown and in which language. */
  kurilmap.fileName = (map, data) => `kurilmap-${kurilmap.shown(map).id}-${data.cite.lang}`;

  /** The section of the panel. */
  kurilmap.citing = function (map, data) {
    const { words } = data.cite;
    const field = el("textarea", { class: "km-file", readonly: "", rows: 6, spellcheck: "false", hidden: "" });
    const status = el("p", { role: "status", class: "km-note" }), note = el("p", { class: "km-note", hidden: "" });
    const form = el("select", { "aria-label": words.form }, el("option", { value: "text" }, words.plain), el("option", { value: "bibtex" }, "BibTeX"));

    /** Nothing old stays beside a new choice. */
    function clear() {
      [field.hidden, note.hidden, status.textContent] = [true, true, ""];
    }

    async function give(label, value, says) {
      [field.hidden, field.value, note.hidden, note.textContent, status.textContent] = [false, value, !says, says, ""];
      field.setAttribute("aria-label", label);
      status.textContent = (await kurilmap.copyField(field)) ? words.copied : words.selected;
    }

    async function keep() {
      clear();
      picture.setAttribute("aria-disabled", "true");
      status.textContent = words.making;
      const name = `${kurilmap.fileName(map, data)}.png`;
      try {
        kurilmap.saveFile(name, await kurilmap.picture(map));
        status.textContent = kurilmap.fillIn(words.saved, { file: name });
      } catch {
        status.textContent = words.failed;
      }
      picture.removeAttribute("aria-disabled");
    }

    const button = (label, act) => {
      const node = el("button", { type: "button", class: "km-button" }, label);
      node.addEventListener("click", () => { if (!node.hasAttribute("aria-disabled")) act(); });
      return node;
    };
    const cite = button(words.citation, () => give(words.citation, (form.value === "bibtex" ? bibtex : citation)(map, data, new Date()), ""));
    const embed = button(words.embed, () => {
      const { code, note: says } = embedding(map, data);
      return give(words.embed, code, says);
    });
    const picture = button(words.picture, keep);

    form.addEventListener("change", clear);
    kurilmap.stateOf(map).on(clear);
    for (const layer of [...(map.kurilmapSections || []), ...map.kurilmapPanel.layers.map((entry) => entry.layer)]) {
      if (layer.shownAs) kurilmap.watch(layer, "go", clear);
    }
    return el("section", { class: "km-section km-citing" }, el("h2", {}, words.heading),
      el("div", { class: "km-buttons" }, cite, form), el("div", { class: "km-buttons" }, embed, picture), status, note, field);
  };
})();
