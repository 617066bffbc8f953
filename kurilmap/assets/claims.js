// What one party claims: its hatch over no fill, so that it never looks like possession.
kurilmap.claim = function (data, partition) {
  "use strict";
  return new kurilmap.Group(function (map, avoid) {
    kurilmap.definePatterns(data.looks);
    const pane = kurilmap.pane(map, "km-claims", 410);
    // The outlines are the partition's own, and the pointer falls through to its pieces.
    const hatch = L.polygon(partition.outlines(), {
      renderer: L.svg({ pane, padding: 0.5 }), pane, interactive: false, stroke: false, smoothFactor: 0.3,
      fillColor: `url(#km-claim-${data.party})`, fillOpacity: 1, className: `km-claim km-claim-${data.party}`,
    });
    // Two hatches over a fill cannot be read: while a scenario is shown, only the claimed lines stay.
    const step = () => {
      const node = hatch.getElement();
      if (node) node.style.display = partition.chosen ? "none" : "";
    };
    hatch.on("add", step);
    partition.on("choose", step);
    return [hatch, ...kurilmap.drawLines(map, avoid, data)];
  }, data.labels);
};
