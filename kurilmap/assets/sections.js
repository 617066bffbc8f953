// What layers say beside the map: each layer that has a section puts it at the top of the panel.

/** Let a layer that no reader switches have a section too. */
kurilmap.addSection = function (map, layer) {
  "use strict";
  map.kurilmapSections = [...(map.kurilmapSections || []), layer];
  kurilmap.leave(() => { map.kurilmapSections = map.kurilmapSections.filter((each) => each !== layer); });
};

kurilmap.sections = function (map, data, layers) {
  "use strict";
  const own = [...(map.kurilmapSections || []), ...layers.map((entry) => entry.layer)];
  return own.filter((layer) => layer && layer.section).map((layer) => layer.section(map, data));
};
