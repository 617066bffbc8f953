// "Compare with": which scenario stands beside the chosen one on a second map, or none. The store knows it.
kurilmap.pairing = function (map, partition, data) {
  "use strict";
  const { el } = kurilmap, state = kurilmap.stateOf(map), { words } = data.beside;
  const select = el("select", {}, el("option", { value: "" }, words.nothing),
    data.scenarios.map((one) => el("option", { value: one.id }, `${one.title} (${one.note})`)));
  const box = el("label", { class: "km-field km-with" }, el("span", {}, words.with), select);
  select.addEventListener("change", () => state.set({ beside: select.value || null }, "reader"));
  let pair = null;

  function update(id) {
    const known = partition.scenarios.has(id) ? id : null;
    select.value = known || "";
    if (!known && pair) pair.remove();
    if (!known) pair = null;
    else if (!pair) pair = kurilmap.beside(map, partition, { shown: known, words });
    else if (pair.shown() !== known) pair.choose(known);
  }

  state.on((now, changed, by) => {
    if (!changed.has("beside")) return;
    update(now.beside);
    if (pair && by === "reader") pair.bringIntoSight();
  });
  return { box, update };
};
