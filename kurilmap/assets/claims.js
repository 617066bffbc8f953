// What one party claims: its hatch over no fill, so that it never looks like possession.
kurilmap.claim = function (data, partition) {
  "use strict";
  return new kurilmap.Group(function (map) {
    kurilmap.definePatterns(data.looks);
    const pane = kurilmap.pane(map, "km-claims", 410);
    // The outlines are the partition's own, and the pointer falls through to its pieces, whose popups tell both claims.
    return [L.polygon(partition.outlines(), {
      renderer: L.svg({ pane, padding: 0.5 }), pane, interactive: false, stroke: false, smoothFactor: 0.3,
      fillColor: `url(#km-claim-${data.party})`, fillOpacity: 1, className: `km-claim km-claim-${data.party}`,
    }), ...kurilmap.drawLines(map, data)];
  }, data.labels);
};
