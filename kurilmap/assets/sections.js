// What layers say beside the map: each layer that has a section puts it at the top of the panel.

/** Let a layer that no reader switches have a section too. */
kurilmap.addSection = function (map, layer) {
  "use strict";
  map.kurilmapSections = [...(map.kurilmapSections || []), layer];
  kurilmap.leave(() => { map.kurilmapSections = map.kurilmapSections.filter((each) => each !== layer); });
};

/** The layers that the panel may tell of: those with a section that no reader switches, then those in the list. */
kurilmap.toldLayers = (map, layers) => [...(map.kurilmapSections || []), ...layers.map((entry) => entry.layer)].filter(Boolean);

kurilmap.sections = (map, data, layers) =>
  kurilmap.toldLayers(map, layers).filter((layer) => layer.section).map((layer) => layer.section(map, data));
