// The search box: a combobox over all names, which moves the map to a place and opens its popup.
(function () {
  "use strict";
  const { el, text } = kurilmap;
  const MOST = 8;
  const ZOOMS = { settlement: 11, cape: 11.5, light: 12, peak: 10.5, strait: 9.5 };
  let boxes = 0;

  const here = (at, other) => at[0] === other[0] && at[1] === other[1];

  /** The pieces of a group, or of an island: of several rocks under one name, the first. */
  function pieces(partition, entry) {
    if (!partition || !["group", "island", "low-tide elevation"].includes(entry.kind)) return [];
    return partition.pieces.filter((piece) => piece.u === entry.id || piece.i === entry.id);
  }

  /** Open what a reader would open by a click on the place. */
  function open(map, entry, partition, layers) {
    const own = pieces(partition, entry);
    const piece = own.find((one) => one.i === `${entry.id}/${entry.id}`) || own.find((one) => one.main) || own[0];
    const holder = layers.find((one) => (one.layer.points || []).some((point) => here(point.at, entry.at)));
    const mark = holder && holder.layer.getLayers().find((layer) => layer.getLatLng && here([layer.getLatLng().lng, layer.getLatLng().lat], entry.at));
    if (piece && piece.path) piece.path.openPopup([entry.at[1], entry.at[0]]);
    else if (mark) mark.openPopup();
    else L.popup(kurilmap.POPUP).setLatLng([entry.at[1], entry.at[0]]).setContent(kurilmap.card({ head: entry.name, second: entry.second }, {}, {})).openOn(map);
  }

  /** Move the map to a place; a layer that is switched off comes on with it. */
  function go(map, entry, partition, layers) {
    const holder = layers.find((one) => (one.layer.points || []).some((point) => here(point.at, entry.at)));
    if (holder && !map.hasLayer(holder.layer)) map.addLayer(holder.layer);
    map.closePopup();
    map.fire("kurilmapmoved");
    const land = pieces(partition, entry).map((piece) => piece.latLngs.flat(Infinity));
    const calm = { animate: false };
    if (land.length) map.fitBounds(L.latLngBounds(land.flat()), { ...calm, padding: [24, 24], maxZoom: 12 });
    else map.setView([entry.at[1], entry.at[0]], ZOOMS[entry.kind] || 10, calm);
    open(map, entry, partition, layers);
  }

  /** The box for the panel; data as kurilmap/layers/find.py makes it. */
  kurilmap.finder = function (map, data, partition, layers) {
    const words = data.words, id = `km-find${boxes++ || ""}`;
    const input = el("input", {
      type: "text", id, class: "km-find-input", role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`, placeholder: words.hint,
    });
    const list = el("ul", { id: `${id}-list`, class: "km-find-list", role: "listbox", "aria-label": words.label, hidden: "" });
    const status = el("p", { class: "km-find-status km-note", role: "status" });
    let shown = [], active = -1;

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function mark(next) {
      active = next;
      [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", list.children[active].id);
        list.children[active].scrollIntoView({ block: "nearest" });
      }
    }

    function choose(entry) {
      input.value = entry.name;
      close();
      status.replaceChildren(text(entry.name), `: ${entry.what}`);
      go(map, entry, partition, layers);
    }

    function show(entries) {
      shown = entries.slice(0, MOST);
      list.replaceChildren(...shown.map((entry, i) => {
        const item = el("li", { id: `${id}-${i}`, role: "option", "aria-selected": "false" },
          text(entry.name, { class: "km-find-name" }), el("span", { class: "km-note" }, entry.what, entry.second ? [" · ", text(entry.second)] : null));
        // The box keeps the focus: the list is under its arrows.
        item.addEventListener("mousedown", (event) => event.preventDefault());
        item.addEventListener("click", () => choose(entry));
        return item;
      }));
      list.hidden = !shown.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      mark(-1);
    }

    function look() {
      const asked = kurilmap.keys(input.value, data.tables);
      const found = asked.length ? kurilmap.found(input.value, data) : [];
      if (!asked.length || (!found.length && [...input.value.trim()].length < 2)) {
        show([]);
        status.textContent = "";
      } else if (found.length) {
        show(found);
        status.textContent = found.length === 1 ? words.one : words.many.replace("{count}", found.length);
      } else {
        const near = kurilmap.nearest(input.value, data, 3);
        show(near);
        status.textContent = near.length ? words.nearest : words.none;
      }
    }

    input.addEventListener("input", look);
    input.addEventListener("focus", () => { if (input.value && !shown.length) look(); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;  // Enter and the arrows are the input method's own
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        if (list.hidden) look();
        if (shown.length) mark(active < 0 ? (step > 0 ? 0 : shown.length - 1) : (active + step + shown.length) % shown.length);
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (list.hidden) look();
        if (shown.length) choose(shown[Math.max(active, 0)]);
      } else if (event.key === "Escape") {
        if (list.hidden) input.value = status.textContent = "";
        close();
      }
    });
    return el("div", { class: "km-find", role: "search" }, el("label", { for: id }, words.label), el("div", { class: "km-find-box" }, input, list), status);
  };
})();
