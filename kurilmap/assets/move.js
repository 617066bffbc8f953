// The moving cut: two sliders, and what they make of the scenario, on the map and in the panel, frame by frame.
(function () {
  "use strict";
  const { el } = kurilmap;
  const QUIET = 350;  // milliseconds without a move before the result is read out

  /** The file of the reader's own scenario: as kurilmap.scenarios.moved makes it. */
  function ownFile(told, cut) {
    const { file, cuts } = told, below = (other) => other.startsWith(`${cut.unit}/`), own = (other) => other === cut.unit;
    const without = (table) => Object.fromEntries(Object.entries(table || {}).filter(([unit]) => !own(unit)));
    const kept = (file.cut || []).filter((rule) => !own(rule.unit))
      .map((rule) => (rule.share === "equal" && cuts[rule.unit] ? { ...rule, share: cuts[rule.unit].solved } : rule));
    const right = (file.right || []).map((each) => ({ ...each, units: each.units.filter((unit) => !own(unit) && !below(unit)) }));
    const rule = { unit: cut.unit, share: cut.share, holder: cut.holder, rest: cut.rest, side: cut.side };
    if (cut.bearing !== null) rule.bearing = cut.bearing;
    return {
      ...file, holders: without(file.holders), administers: without(file.administers),
      cut: [...kept.filter((each) => below(each.unit)), ...kept.filter((each) => !below(each.unit)), rule],
      right: right.filter((each) => each.units.length),
    };
  }

  /** What the panel tells of the reader's own scenario. */
  function ownTold(data, base, shown, note) {
    const { words, verbs, holders } = data, told = data.scenarios[base.id], { cut, total } = shown;
    const rows = data.order.filter((holder) => shown.totals[holder]).map((holder) => {
      const fraction = shown.totals[holder] / total, verb = verbs[holder];
      const [area, share] = [kurilmap.area(shown.totals[holder], words), kurilmap.percent(fraction, words)];
      return { holder, name: holders[holder], verb, label: verb, mark: "", area, share, fraction, sentence: kurilmap.fillIn(words.sentence, { verb, area, share }) };
    });
    const { rights, verbs: marked = {} } = told.cuts[cut.unit] || {};
    // The map's key tells stripes and dots apart; the table does not.
    const key = data.order.filter((holder) => shown.held[holder]).flatMap((holder) => Object.entries(shown.held[holder]).filter(([, area]) => area)
      .map(([mark, area]) => ({ holder, mark, label: marked[holder + mark] || verbs[holder], fraction: area / total })));
    return {
      id: told.file.id, title: told.title, own: words.leaves, kind: words.kind, rows, key, rights: rights || [], total: kurilmap.area(total, words),
      whole: kurilmap.percent(1, words), summary: "", cutNote: note, sources: [],
    };
  }

  /**
   * The part of the panel with the sliders. tell(told, settled) shows what a moved cut comes to; settled is false while
   * it still moves. Returns {box, update(scenario, cut), line(scenario, cut)}.
   */
  kurilmap.mover = function (map, partition, data, tell) {
    const state = kurilmap.stateOf(map), { words } = data, live = new kurilmap.Live(partition, data);
    let [base, unit, frame, quiet, shown] = [null, null, 0, 0, null];
    const start = () => data.scenarios[base.id].cuts[unit];

    const slider = (id, label, attributes) => {
      const name = `km-${id}-${L.Util.stamp(map)}`, input = el("input", { type: "range", id: name, ...attributes });
      const value = el("output", { for: name });
      return { input, value, row: el("div", { class: "km-slider" }, el("label", { for: name }, label), value, input) };
    };
    const share = slider("share", words.share, { min: 0.1, max: 99.9, step: 0.1 });
    const bearing = slider("bearing", words.bearing, { step: 1 });
    const units = el("select", { "aria-label": words.unit });
    const reset = el("button", { type: "button", class: "km-button", hidden: "" }, words.reset);
    const says = el("p", { class: "km-note", role: "status" });
    const name = () => data.scenarios[base.id].file.id;
    const file = kurilmap.handover({
      title: words.file, note: words.fileNote, type: "application/toml", name: () => `${name()}.toml`,
      value: () => (shown ? kurilmap.toml(ownFile(data.scenarios[base.id], shown.cut)) : ""),
    }, words);
    file.box.hidden = true;
    const box = el("section", { class: "km-section km-mover", hidden: "" }, el("h2", {}, words.heading),
      data.any ? el("label", { class: "km-field" }, el("span", {}, words.unit), units) : null, share.row, bearing.row, says, reset, file.box);

    const part = () => (shown ? shown.part : start().solved);
    /** The bearing as the slider has it: within a quarter turn of where the cut began, so that no side changes over. */
    const turns = (degrees) => {
      const begun = start().azimuth;
      return degrees - 180 * Math.round((degrees - begun) / 180);
    };
    const angle = (cut) => (cut && cut.bearing !== null ? cut.bearing : start().azimuth);
    const degrees = (value) => kurilmap.fillIn(words.degrees, { value: Math.round(((value % 180) + 180) % 180) % 180 });

    function describe(cut) {
      const { side } = kurilmap.ellipsoid.turned(start(), cut ? cut.bearing : null), percent = kurilmap.percent(part(), words);
      const equal = (cut && cut.share !== null ? cut.share : start().share) === "equal";
      share.value.textContent = equal ? kurilmap.fillIn(words.equal, { share: percent }) : percent;
      bearing.value.textContent = degrees(angle(cut));
      const said = { share: percent, unit: data.units[unit].name, side: data.sides[side], bearing: degrees(angle(cut)) };
      share.input.setAttribute("aria-valuetext", kurilmap.fillIn(words.shareText, said));
      bearing.input.setAttribute("aria-valuetext", said.bearing);
      return kurilmap.fillIn(words.note, said);
    }

    /** Put the sliders where the cut is; the one that a reader holds is there already. */
    function place(cut) {
      const put = (input, value) => { if (document.activeElement !== input || Math.abs(input.value - value) > input.step) input.value = value; };
      put(share.input, 100 * part());
      put(bearing.input, turns(angle(cut)));
    }

    function draw() {
      frame = 0;
      const { cut } = state.get();
      if (!base || !cut) return;
      const before = shown;
      shown = live.show(base, cut) || before;
      says.textContent = shown === before && before ? words.impossible : "";
      const note = describe(cut);
      place(cut);
      if (shown) tell(ownTold(data, base, shown, note), false);
      clearTimeout(quiet);
      quiet = setTimeout(settle, QUIET);
    }

    function settle() {
      quiet = 0;
      if (!shown) return;
      live.settle();
      file.refresh();
      tell(null, true);
    }

    const own = (on) => {
      reset.hidden = file.box.hidden = !on;
      if (on) return;
      cancelAnimationFrame(frame);
      clearTimeout(quiet);
      [frame, shown] = [0, null];
      live.hide();
    };

    function move(change) {
      const now = state.get().cut || { unit, share: null, bearing: null };
      state.set({ cut: { ...now, ...change } }, "reader");
    }

    share.input.addEventListener("input", () => move({ share: +(share.input.value / 100).toFixed(4) }));
    bearing.input.addEventListener("input", () => move({ bearing: ((bearing.input.value % 180) + 180) % 180 }));
    reset.addEventListener("click", () => {
      state.set({ cut: null }, "reader");
      share.input.focus();
    });
    units.addEventListener("change", () => state.set({ cut: { unit: units.value, share: null, bearing: null } }, "reader"));

    /** Stand ready to move the cut of a unit: its sliders begin where the scenario has it. */
    function ready(which) {
      unit = which;
      units.value = which;
      bearing.input.min = Math.ceil(start().azimuth - 90);
      bearing.input.max = Math.floor(start().azimuth + 90);
    }

    return {
      box,

      /** Follow the state: scenario and cut. Returns whether a cut of the reader's own is shown. */
      update(scenario, cut) {
        const cuts = scenario && data.scenarios[scenario.id] ? data.scenarios[scenario.id].cuts : {}, known = Object.keys(cuts);
        box.hidden = !known.length;
        if (!known.length) {
          own(false);
          return false;
        }
        if (!base || base.id !== scenario.id) {
          own(false);
          base = scenario;
          units.replaceChildren(...known.map((each) => el("option", { value: each }, data.units[each].name)));
          ready(known.find((each) => cuts[each].documented) || known[known.length - 1]);
        }
        if (cut && cut.unit !== unit && cuts[cut.unit]) {
          shown = null;
          ready(cut.unit);
        }
        const moves = Boolean(cut && cuts[cut.unit]);
        own(moves);
        if (moves) frame = frame || requestAnimationFrame(draw);
        else {
          describe(null);
          place(null);
          says.textContent = "";
        }
        return moves;
      },

      /** Show a line that somebody drew; returns what it comes to, or null. */
      line(scenario, cut) {
        // What stripes and dots would mean is known of cuts of these units only.
        if (scenario.marks && !data.scenarios[scenario.id].cuts[cut.unit]) return null;
        const shownLine = live.show(scenario, cut);
        return shownLine && ownTold(data, scenario, shownLine, words.noteDrawn);
      },
    };
  };
})();
