// The proposals that are told in words only, folded below the rest of the panel.
kurilmap.proposals = function (data) {
  "use strict";
  const { el, text } = kurilmap;
  const words = data.words;
  const one = (proposal) => el("li", {},
    el("p", { class: "km-proposal" }, el("strong", {}, text(proposal.title)), " ", el("span", { class: "km-note" }, text(proposal.when))),
    el("p", {}, text(proposal.text)),
    el("dl", {}, [[words.by, proposal.by], [words.why, proposal.why]].map(([term, value]) => [el("dt", {}, term), el("dd", {}, text(value))])),
    kurilmap.citations(proposal.sources, data.sources, words));
  return el("details", { class: "km-proposals" }, el("summary", {}, words.proposals),
    el("p", { class: "km-note" }, words.proposalsLead), el("ul", {}, data.proposals.map(one)));
};
