// The choice of a scenario: one list of radios, in the order of their dates or under headings by kind.
(function () {
  "use strict";
  const { el, text } = kurilmap;

  /** Scroll a long choice, and nothing around it, to an option that is out of sight. */
  function bringIntoSight(label) {
    const list = label.closest(".km-options"), [frame, box] = [list, label].map((node) => node.getBoundingClientRect());
    if (box.top < frame.top || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - (frame.height - box.height) / 2;
  }

  /** Two buttons of which one is pressed; the keyboard goes through the list as the eye does. */
  function orders(words, state) {
    const button = (order, label) => {
      const node = el("button", { type: "button", class: "km-button", "data-order": order }, label);
      node.addEventListener("click", () => state.set({ order }, "reader"));
      return node;
    };
    const both = [button("date", words.byDate), button("kind", words.byKind)];
    return {
      box: el("div", { class: "km-order", role: "group", "aria-label": words.order }, both),
      show(order) { for (const node of both) node.setAttribute("aria-pressed", String(node.dataset.order === order)); },
    };
  }

  /**
   * The choice of a map, suffix telling it from another's in the document. Returns {box, show(id)}; what the reader
   * picks, and the order, go into the store.
   */
  kurilmap.choice = function (map, data, suffix) {
    const state = kurilmap.stateOf(map), { words, scenarios } = data;
    const option = (id, title, note) => {
      const input = el("input", { type: "radio", name: `km-scenario${suffix}`, value: id, id: `km-choice${suffix}-${id}` });
      input.addEventListener("change", () => state.set({ scenario: id === "none" ? null : id }, "reader"));
      return el("label", { for: input.id }, input,
        el("span", {}, text(title, { class: "km-title" }), note ? el("span", { class: "km-note" }, note) : null));
    };
    const none = option("none", words.none), options = scenarios.map(({ id, title, note }) => option(id, title, note));
    const list = el("div", { class: "km-options" });
    // Headings help where there are several to tell apart.
    const kinds = (data.kinds || []).filter((kind) => scenarios.some((one) => one.kind === kind));
    const order = kinds.length > 1 && scenarios.length > 3 ? orders(words, state) : null;

    function group(kind, i) {
      const id = `km-kind${suffix}-${i}`;
      return el("div", { role: "group", "aria-labelledby": id, class: "km-kind" }, el("p", { id, class: "km-kind-name" }, kind),
        options.filter((_, n) => scenarios[n].kind === kind));
    }

    function arrange(by) {
      const focused = list.contains(document.activeElement) ? document.activeElement : null;
      list.replaceChildren(none, ...(by === "kind" && order ? kinds.map(group) : options));
      if (order) order.show(by);
      if (focused) focused.focus({ preventScroll: true });
      const chosen = list.querySelector("input:checked");
      if (chosen) bringIntoSight(chosen.closest("label"));
    }

    arrange(state.get().order);
    state.on((now, changed) => { if (changed.has("order")) arrange(now.order); });
    return {
      box: el("fieldset", { class: "km-choice" }, el("legend", {}, words.scenarios), order && order.box, list),

      show(id) {
        const input = list.querySelector(`input[value="${CSS.escape(id || "none")}"]`);
        input.checked = true;
        bringIntoSight(input.closest("label"));
      },
    };
  };
})();
