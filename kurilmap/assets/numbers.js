// Measures in the panel, as Python worked them out: of the chosen scenario, of two beside one another, of several.
(function () {
  "use strict";
  const { el, text } = kurilmap;

  const cells = (values) => values.map((value) => el("td", {}, text(value)));
  const heads = (values) => el("thead", {}, el("tr", {}, values.map((head) => el("th", { scope: "col" }, head))));

  /** Tables with a column a scenario, to fold out: computed in one table, published in another. */
  kurilmap.numbersTable = function (given, data, open) {
    return el("details", { class: "km-numbers", open: open ? "" : null }, el("summary", {}, given.title), given.tables.map((table) => [
      el("p", { class: "km-label" }, table.caption),
      el("table", { class: "km-table" }, heads(table.heads),
        el("tbody", {}, table.rows.map(([measure, holder, ...values]) => el("tr", {},
          el("th", { scope: "row" }, text(measure), el("br"), el("span", { class: "km-note" }, text(holder))), cells(values))))),
      el("p", { class: "km-note" }, table.note),
    ]), kurilmap.citations(given.cited, given.sources, data.words));
  };

  /** Of all scenarios of a page, the columns of some, for numbersTable; a row that says nothing of them is left out. */
  kurilmap.numbersOf = function (given, ids, names) {
    const columns = ids.map((id) => given.ids.indexOf(id));
    const tables = given.tables.map((table) => ({
      ...table, heads: [table.heads[0], ...names],
      rows: table.rows.map(([measure, holder, ...values]) => [measure, holder, ...columns.map((n) => (n < 0 ? "" : values[n]))])
        .filter(([, , ...values]) => values.some(Boolean)),
    }));
    return { ...given, tables: tables.filter((table) => table.rows.length) };
  };

  /** What one scenario comes to beside its land: a line a measure, a column a holder. */
  kurilmap.scenarioNumbers = function (given, scenario, words) {
    const n = given.ids.indexOf(scenario.id);
    if (n < 0) return [];
    return given.tables.map(({ caption, wide, rows, note, heads: [first] }) => {
      const found = rows.filter(([, , ...values]) => values[n]).map(([measure, holder, ...values]) => [measure, holder, values[n]]);
      const holders = [...new Set(found.map(([, holder]) => holder))], measures = [...new Set(found.map(([measure]) => measure))];
      const at = (measure, holder) => (found.find((row) => row[0] === measure && row[1] === holder) || ["", "", ""])[2];
      if (!found.length) return null;
      // Long texts stand below one another, short figures side by side.
      const figures = wide
        ? measures.map((measure) => [el("p", { class: "km-figure" }, text(measure)),
            el("dl", {}, holders.filter((holder) => at(measure, holder)).map((holder) => [el("dt", {}, holder), el("dd", {}, text(at(measure, holder)))]))])
        : el("table", { class: "km-table" }, heads([first, ...holders]), el("tbody", {}, measures.map((measure) =>
            el("tr", {}, el("th", { scope: "row" }, text(measure)), cells(holders.map((holder) => at(measure, holder)))))));
      return el("div", { class: "km-figures" }, el("p", { class: "km-label" }, caption), figures, el("p", { class: "km-note" }, note),
        wide ? el("details", {}, el("summary", {}, words.sources), kurilmap.citations(given.cited, given.sources, words)) : null);
    }).filter(Boolean);
  };
})();
