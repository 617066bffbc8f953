// Text that a reader takes along: to read, to copy, to save as a file. And a scenario's own text.
(function () {
  "use strict";
  const { el } = kurilmap;

  /**
   * Copy what stands in a text field, and return whether that was done; a frame may forbid the clipboard, but not the
   * copying of a selection. Where it forbids both, the text stays selected.
   */
  kurilmap.copyField = async function (field) {
    const before = document.activeElement;
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      field.focus();
      field.select();
      const done = document.execCommand("copy");
      if (done && before) before.focus();
      return done;
    }
  };

  /** Hand a file over. */
  kurilmap.saveFile = function (name, blob) {
    const url = URL.createObjectURL(blob);
    const link = el("a", { href: url, download: name, hidden: "" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  };

  /** A part of the panel that folds out: {title, note, name, type, value} with value() the text and name() the file's. */
  kurilmap.handover = function ({ title, note, name, type, value }, words) {
    const field = el("textarea", { class: "km-file", readonly: "", rows: 8, spellcheck: "false", "aria-label": title });
    const status = el("span", { role: "status", class: "km-note" });
    const button = (label, act) => {
      const node = el("button", { type: "button", class: "km-button" }, label);
      node.addEventListener("click", act);
      return node;
    };
    const box = el("details", { class: "km-handover" }, el("summary", {}, title), note ? el("p", { class: "km-note" }, note) : null, field,
      el("div", { class: "km-buttons" },
        button(words.copy, async () => {
          status.textContent = (await kurilmap.copyField(field)) ? words.copied : words.selected;
        }),
        button(words.download, () => kurilmap.saveFile(name(), new Blob([field.value], { type }))), status));
    const fill = () => { if (box.open) field.value = value(); };
    box.addEventListener("toggle", fill);
    return { box, refresh() { status.textContent = ""; fill(); } };
  };

  // JSON's strings are TOML's, but for what TOML does not take raw.
  const quoted = (value) => JSON.stringify(value).replace(/[\u007f]/g, "\\u007f");
  const key = (name) => (/^[A-Za-z0-9_-]+$/.test(name) ? name : quoted(name));

  function inline(value) {
    if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
    if (value && typeof value === "object") return `{ ${Object.entries(value).map(pair).join(", ")} }`;
    // A share or bearing is a number with a point.
    if (typeof value === "number") return Number.isInteger(value) ? `${value}.0` : String(value);
    return quoted(value);
  }

  const pair = ([name, value]) => `${key(name)} = ${inline(value)}`;
  const lines = (table) => Object.entries(table).map((each) => `${pair(each)}\n`).join("");

  /** The text of a scenario file. */
  kurilmap.toml = function ({ id, kind, date, precision, title, holders, administers, cut, right }) {
    const list = (name, tables) => (tables || []).map((table) => `\n[[${name}]]\n${lines(table)}`).join("");
    const table = (name, entries) => (entries && Object.keys(entries).length ? `\n[${name}]\n${lines(entries)}` : "");
    return `${lines({ id, kind })}date = ${date}\n${precision ? lines({ precision }) : ""}${table("title", title)}${table("holders", holders) || "\n[holders]\n"}`
      + table("administers", administers) + list("cut", cut) + list("right", right);
  };
})();
