// The choice of the page's language.
(function () {
  "use strict";
  const { el } = kurilmap;

  /** data: {label, all: [[lang, its own name], …]}. */
  kurilmap.languages = function (map, data) {
    const state = kurilmap.stateOf(map);
    const buttons = data.all.map(([lang, name]) => {
      const button = el("button", { type: "button", lang, class: "km-lang", "aria-pressed": String(lang === kurilmap.lang) }, name);
      button.addEventListener("click", () => state.set({ lang }, "reader"));
      return button;
    });
    document.documentElement.lang = kurilmap.lang;
    state.set({ lang: kurilmap.lang }, "page");
    state.on((now, changed) => {
      if (changed.has("lang") && now.lang) kurilmap.speak(now.lang);
    });
    return el("div", { class: "km-langs", role: "group", "aria-label": data.label }, buttons);
  };
})();
