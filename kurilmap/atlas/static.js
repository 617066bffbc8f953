// The language of a static page. Radio buttons and the style sheet show it; here it is kept in the address, which a link
// to the page or Back may change, and told to the browser.
(function () {
  "use strict";
  const root = document.documentElement, first = root.lang;
  const part = (lang) => document.querySelector(`header > .in-${lang}`);

  /** Show a language that the page has. */
  function show(lang) {
    document.getElementById(`lang-${lang}`).checked = true;
    root.lang = lang;
    document.title = part(lang).querySelector("h1").textContent;
  }

  /** What the address asks for: a language by name, or a place that stands in one. */
  function follow() {
    const [, named] = /(?:^#|&)lang=(\w+)/.exec(location.hash) || [];
    if (named) return show(part(named) ? named : first);
    const place = document.getElementById(location.hash.slice(1)), within = place && place.closest("[data-lang]");
    if (!within) return location.hash ? undefined : show(first);
    show(within.dataset.lang);
    return place.scrollIntoView();
  }

  for (const input of document.querySelectorAll("input[name=lang]")) {
    input.addEventListener("change", () => {
      show(input.value);
      const address = input.value === first ? location.href.split("#")[0] : `#lang=${input.value}`;
      try {
        history.pushState(null, "", address);
      } catch {
        // In a frame that has no address of its own nothing else is lost.
      }
    });
  }
  window.addEventListener("hashchange", follow);
  window.addEventListener("popstate", follow);
  // A browser that goes back may have kept another choice than the address.
  window.addEventListener("pageshow", follow);
})();
