// What layers say beside the map: each layer that has a section puts it at the top of the panel.
kurilmap.sections = function (map, data, layers) {
  "use strict";
  const own = [...(map.kurilmapSections || []), ...layers.map((entry) => entry.layer)];
  return own.filter((layer) => layer && layer.section).map((layer) => layer.section(map, data));
};
