// What each side says, side by side, and the third voice: text alone, in a fold of the panel.
(function () {
  "use strict";
  const { el, text } = kurilmap;

  function sources(ids, data, whose) {
    return el("details", {}, el("summary", {}, whose ? `${data.words.sources}: ${whose}` : data.words.sources), kurilmap.citations(ids, data.sources, data.words));
  }

  function pairs(list) {
    return el("ul", { class: "km-pairs" }, list.map(([head, said]) => el("li", {}, el("b", {}, text(head)), " ", text(said))));
  }

  function parting(one, data) {
    return el("div", { class: "km-parting" }, el("h3", {}, one.question), el("p", {}, text(one.common)),
      el("div", { class: "km-beside" }, one.answers.map((answer) => el("p", { "data-party": answer.party }, text(answer.text)))),
      sources(one.sources, data));
  }

  function claim(one, data) {
    return el("div", { "data-party": one.party }, el("h3", {}, one.title), el("p", {}, text(one.argument)),
      el("p", { class: "km-label" }, data.words.documents), pairs(one.documents));
  }

  function voice(one, data) {
    return el("div", { class: "km-voice" }, el("h3", {}, one.title), el("p", {}, text(one.argument)), el("p", {}, text(one.homeland)),
      el("p", { class: "km-label" }, data.words.statements), pairs(one.statements),
      el("p", { class: "km-label" }, data.words.names), pairs(one.names.map(([where, latin]) => [`${where}:`, latin])),
      sources(one.sources, data));
  }

  const Readings = L.LayerGroup.extend({
    initialize(data) {
      L.LayerGroup.prototype.initialize.call(this);
      this.data = data;
    },

    onAdd(map) {
      kurilmap.addSection(map, this);
      L.LayerGroup.prototype.onAdd.call(this, map);
    },

    section() {
      const { data } = this;
      return el("section", { class: "km-section km-readings" }, el("details", {}, el("summary", {}, data.words.heading),
        el("p", { class: "km-label" }, data.words.parting), data.partings.map((one) => parting(one, data)),
        el("div", { class: "km-beside" }, data.claims.map((one) => claim(one, data))),
        // Below both columns: a column is too narrow for a list of sources.
        data.claims.map((one) => sources(one.sources, data, one.title)),
        data.voices.map((one) => voice(one, data))));
    },
  });

  kurilmap.readings = (data) => new Readings(data);
})();
