// The panel beside the map: choice of scenario, who would hold what, layers, legend, sources.
(function () {
  "use strict";
  const { el, text } = kurilmap;

  const swatchOf = (item) => item.mark
    ? el("span", { class: `km-swatch km-mark km-mark-${item.mark}`, "aria-hidden": "true" })
    : item.line ? kurilmap.lineSwatch(item.line) : kurilmap.swatch(item.fill, item.stroke);

  function section(title, ...children) {
    return el("section", { class: "km-section" }, el("h2", {}, title), ...children);
  }

  function bar(rows, looks) {
    return el("div", { class: "km-bar", "aria-hidden": "true" }, rows.map((row) => {
      const part = kurilmap.svg("svg", { height: 18, class: "km-bar-part" },
        kurilmap.svg("rect", { width: "100%", height: "100%", fill: kurilmap.fill(looks, row.holder, row.mark) }));
      part.style.width = `${100 * row.fraction}%`;
      return part;
    }));
  }

  function table(scenario, words) {
    return el("table", { class: "km-table" },
      el("thead", {}, el("tr", {}, [words.holder, words.area, words.share].map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, scenario.rows.map((row) => el("tr", { "data-holder": row.holder },
        el("th", { scope: "row" }, kurilmap.swatch(`url(#km-fill-${row.holder})`), " ", row.name),
        el("td", {}, row.area), el("td", {}, row.share)))),
      el("tfoot", {}, el("tr", {}, el("th", { scope: "row" }, words.total), el("td", {}, scenario.total), el("td", {}, scenario.whole))));
  }

  function told(scenario, data, open) {
    const words = data.words;
    const pairs = [[words.by, scenario.by], [words.date, scenario.date], [words.kind, scenario.kind],
      [words.conditions, scenario.conditions]].filter(([, value]) => value);
    return el("details", { class: "km-told", open: open ? "" : null }, el("summary", {}, words.details),
      el("dl", {}, pairs.map(([term, value]) => [el("dt", {}, term), el("dd", {}, text(value))])),
      kurilmap.citations(scenario.sources, data.sources, words));
  }

  /** Where the page is one of a folder, the way to its index, in the language that is shown. */
  function home({ home: index }) {
    const lang = kurilmap.lang === kurilmap.first ? "" : `#lang=${kurilmap.lang}`;
    return index ? el("a", { class: "km-home", href: index.href + lang }, index.text) : null;
  }

  /** What is read out when the choice changes: the one thing that people look for. */
  function answer(scenario, data) {
    if (!scenario) return [el("p", {}, data.words.noneNote)];
    return [
      el("p", { class: "km-chosen" }, text(scenario.title)),
      scenario.own ? el("p", { class: "km-own" }, scenario.own) : null,
      el("ul", { class: "km-says" }, scenario.rows.map((row) => el("li", {}, row.sentence))),
    ];
  }

  function result(scenario, data) {
    const words = data.words;
    if (!scenario) return [];
    return [
      bar(scenario.key, data.looks),
      table(scenario, words),
      kurilmap.rightsList(scenario, words),
      el("p", { class: "km-note" }, words.rounding),
      scenario.own ? el("p", { class: "km-own" }, text(scenario.cutNote)) : null,
      scenario.own && data.numbers ? el("p", { class: "km-note" }, words.ownOnly) : null,
    ];
  }

  /** The rest of what is told of a documented scenario. */
  function rest(scenario, data) {
    if (!scenario || scenario.own) return [];
    return [
      scenario.summary ? el("p", {}, text(scenario.summary)) : null,
      scenario.cutNote ? el("p", { class: "km-own" }, text(scenario.cutNote)) : null,
      told(scenario, data, true),
      ...(data.numbers ? kurilmap.scenarioNumbers(data.numbers, scenario, data.words) : []),
    ];
  }

  function published(data) {
    const words = data.words;
    return el("details", {}, el("summary", {}, words.publishedCaption),
      el("table", { class: "km-table" },
        el("thead", {}, el("tr", {}, el("td"), [words.area, words.areaPublished].map((head) => el("th", { scope: "col" }, head)))),
        el("tbody", {}, data.published.rows.map(([name, ...values]) =>
          el("tr", {}, el("th", { scope: "row" }, text(name)), values.map((value) => el("td", {}, value)))))),
      el("p", { class: "km-note" }, data.published.note),
      kurilmap.citations(data.published.sources, data.sources, words));
  }

  function layerRow(map, entry, data) {
    const input = el("input", { type: "checkbox" });
    input.checked = map.hasLayer(entry.layer);
    input.addEventListener("change", () => (input.checked ? map.addLayer(entry.layer) : map.removeLayer(entry.layer)));
    kurilmap.watch(map, "layeradd layerremove", (event) => {
      if (event.layer === entry.layer) input.checked = map.hasLayer(entry.layer);
    });
    return el("li", {}, el("label", {}, input, text(entry.name)), about(entry, data));
  }

  /** What a layer is, how it was made, and its sources, to fold out. */
  function about(entry, data) {
    const told = entry.about || {};
    return (told.text || []).length
      ? el("details", {}, el("summary", { "aria-label": `${data.words.about}: ${entry.name}` }, data.words.about),
          told.text.map((line) => el("p", {}, text(line))), kurilmap.citations(told.sources, data.sources, data.words))
      : null;
  }

  /** The layers to switch, and below them what is always on the map. */
  function layerList(map, layers, data) {
    return [
      el("ul", { class: "km-layers" }, layers.map((entry) => layerRow(map, entry, data))),
      data.fixed.length ? el("p", { class: "km-label" }, data.words.always) : null,
      data.fixed.length ? el("ul", { class: "km-layers km-fixed-layers" }, data.fixed.map((entry) => el("li", {}, text(entry.name), about(entry, data)))) : null,
    ];
  }

  /** tell: of a scenario that is shown, what the panel tells of it. */
  function legend(map, partition, layers, data, tell) {
    const items = new Map();
    const add = (item) => items.set(item.label, item);
    if (partition && map.hasLayer(partition)) {
      const scenario = partition.chosen;
      // Beside another map, one legend tells of both.
      const shown = [scenario, partition.other && partition.other.chosen].filter(Boolean);
      for (const row of shown.map(tell).filter(Boolean).flatMap((each) => each.key)) add({ fill: kurilmap.fill(data.looks, row.holder, row.mark), label: row.label });
      if (!scenario && !partition.viewed && !layers.some((entry) => (entry.about || {}).claim && map.hasLayer(entry.layer))) add({ fill: "#fff", label: data.words.undecided });
      if (shown.some((each) => each.cuts.length || each.split)) add({ line: data.cutLook, label: data.words.constructed });
      if (partition.outline && shown.length > 1) add(partition.outline);
    }
    for (const entry of layers) {
      // The hatch of a claim is not drawn while a scenario is.
      const drawn = (item) => !item.hatch || !(partition && partition.chosen);
      // A layer that follows the choice tells for itself what is drawn.
      const items = entry.layer.legendItems ? entry.layer.legendItems() : (entry.about || {}).legend || [];
      if (map.hasLayer(entry.layer)) items.filter(drawn).forEach(add);
    }
    return [...items.values()].map((item) => el("li", {}, swatchOf(item), " ", text(item.label)));
  }

  kurilmap.panelParts = { bar, told, section };

  /** Fill the panel; partition may be null, given: the layers that data.layers tells of ({name, key, about, at}). */
  kurilmap.panel = function (map, id, written, partition, given) {
    const data = kurilmap.open(written);
    const layers = data.layers.map((entry) => ({ ...entry, layer: given[entry.at] }));
    const panel = document.getElementById(id);
    kurilmap.definePatterns(data.looks);
    const told = el("div", { class: "km-result", "aria-live": "polite" });
    const shown = el("div", { class: "km-result" }), more = el("div", { class: "km-result" });
    const says = section(data.words.summary, more);
    const [aside, course] = [data.words.hatchNote, data.words.course].map((note) => el("p", { class: "km-note" }, note));
    const key = el("ul", { class: "km-legend" });
    const state = kurilmap.stateOf(map);
    let own = null;
    const claimed = () => layers.some((entry) => (entry.about || {}).claim && map.hasLayer(entry.layer));

    /** What is told of a scenario that is shown: of a cut of the reader's own, what it comes to. */
    const toldOf = (scenario) => scenario && (scenario.split ? own : data.scenarios.find((one) => one.id === scenario.id));

    function choose(scenarioId) {
      const scenario = data.scenarios.find((one) => one.id === scenarioId);
      map.closePopup();
      own = null;
      partition.choose(scenarioId);
      choices.show(scenarioId);
      if (data.tab && document.querySelectorAll("h1").length === 1) {
        document.title = scenario ? kurilmap.fillIn(data.tab, { scenario: scenario.title }) : data.title;
      }
      tell(scenario);
      redraw();
    }

    function tell(scenario) {
      told.removeAttribute("aria-busy");
      told.replaceChildren(...answer(scenario, data).filter(Boolean));
      shown.replaceChildren(...result(scenario, data).filter(Boolean));
      more.replaceChildren(...rest(scenario, data).filter(Boolean));
      says.hidden = !more.firstChild;
    }

    /** Show what a cut of the reader's own comes to; while it moves, nothing is read out. */
    function tellOwn(scenario, settled) {
      let begun = false;
      if (scenario) {
        const labels = (one) => one && one.key.map((row) => row.label).join();
        const before = labels(own);
        begun = !own;
        own = scenario;
        tell(own);
        if (labels(own) !== before) redraw();
      }
      if (!settled) told.setAttribute("aria-busy", "true");
      else told.removeAttribute("aria-busy");
      if (own) map.fire("kurilmapown", { settled, begun });
    }

    function redraw() {
      key.replaceChildren(...legend(map, partition, layers, data, toldOf));
      aside.hidden = !(partition && partition.chosen && claimed());
      course.hidden = !layers.some((entry) => map.hasLayer(entry.layer) && ((entry.about || {}).legend || []).some((item) => item.line));
    }

    const chooses = partition && data.scenarios.length;
    const choices = chooses ? kurilmap.choice(map, data, kurilmap.numberOf(map)) : null;
    const pairing = chooses && data.beside ? kurilmap.pairing(map, partition, data) : null;
    const tools = chooses && data.tools
      ? kurilmap.tools(map, partition, data.tools, data.cutLook, { tell: tellOwn, restore: () => choose(state.get().scenario) }) : [];
    if (chooses && !data.tools) state.on((now, changed) => { if (changed.has("scenario")) choose(now.scenario); });

    const around = [data.find ? kurilmap.finder(map, data.find, partition, layers) : null, ...kurilmap.sections(map, data, layers)];
    const [mover, ...others] = tools;
    const answers = chooses ? section(data.words.result, told, shown) : null;
    const chooser = [choices && choices.box, pairing && pairing.box];
    // Where a page begins with a scenario, the choice comes before all else; so it does in a notebook's low frame, the
    // sliders beside it.
    const chosen = data.bridge ? [...chooser, mover, answers, says, ...others] : [...chooser, answers, mover, chooses && says, ...others];
    if (kurilmap.lang !== kurilmap.first && !map.kurilmapPanel) document.title = data.title;
    panel.classList.toggle("km-exploring", Boolean(data.bridge));

    panel.replaceChildren(...[
      el("div", { class: "km-top" }, home(data), data.languages && !data.bridge ? kurilmap.languages(map, data.languages) : null),
      el("h1", {}, el("bdi", {}, kurilmap.breakable(data.title, /(?<=[、：]|[,:] )/u))),
      ...(data.bridge || data.tab ? [...chosen, ...around] : [...around, ...chosen]),
      ...layers.map((entry) => entry.layer.panelSection && entry.layer.panelSection()),
      section(data.words.legend, key, course, aside),
      layers.length || data.fixed.length ? section(data.words.layers, ...layerList(map, layers, data).filter(Boolean)) : null,
      data.published ? section(data.words.published, published(data)) : null,
      (data.proposals || []).length ? el("section", { class: "km-section" }, kurilmap.proposals(data)) : null,
      el("footer", {}, data.foot.map((line) => el("p", {}, line))),
    ].filter(Boolean));
    kurilmap.watch(map, "layeradd layerremove", (event) => {
      if (event.layer === partition || layers.some((entry) => entry.layer === event.layer)) redraw();
    });
    map.kurilmapPanel = { panel, data, redraw, partition, layers, told: toldOf };
    panel.querySelector("footer").before(kurilmap.citing(map, data));
    kurilmap.followMap(map, layers);
    // What the address says comes before what the page begins with; both only once, whatever the language.
    const languages = data.languages && !data.bridge ? data.languages.all.map(([lang]) => lang) : [];
    kurilmap.address(map, chooses ? data.chosen : null, { partition: chooses ? partition : null, tools: data.tools, layers, languages });
    if (!chooses) redraw();
    else if (!partition.chosen) choose(state.get().scenario);
    if (pairing) pairing.update(state.get().beside);
    if (chooses && data.bridge) kurilmap.bridge(map, data.bridge);
    // The live map takes the place of the still picture in one and the same frame.
    const sketch = map.getContainer().querySelector(".km-sketch");
    if (sketch) sketch.remove();
  };
})();
