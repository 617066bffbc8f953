// A Leaflet layer that is drawn when first shown, and brings and takes its labels with it.
kurilmap.Group = L.LayerGroup.extend({
  /** draw(map, avoid) returns the Leaflet layers; avoid(latLngs, weight) keeps labels off lines; labels as in labels.js. */
  initialize(draw, labels) {
    L.LayerGroup.prototype.initialize.call(this);
    this._draw = draw;
    // A label is placed on one map: a layer on a second map has labels of its own.
    this._labels = (labels || []).map((label) => ({ ...label }));
    this._avoided = [];
  },

  onAdd(map) {
    if (this._draw) {
      const avoid = (latLngs, weight) => this._avoided.push({ latLngs: latLngs.flat(Infinity), weight });
      const layers = this._draw(map, avoid);
      this._draw = null;
      for (const layer of layers) this.addLayer(layer);
    }
    L.LayerGroup.prototype.onAdd.call(this, map);
    kurilmap.labels(map).put(this._labels, this._avoided);
  },

  onRemove(map) {
    // A map that goes away takes its label placer first.
    if (map.kurilmapLabels) map.kurilmapLabels.drop(this._labels, this._avoided);
    L.LayerGroup.prototype.onRemove.call(this, map);
  },
});

/** Make a layer, which keeps what it is made of, so that a second map can have the same. */
kurilmap.make = function (factory, written, ...needs) {
  const data = kurilmap.open(written);
  const layer = kurilmap[factory](data, ...needs);
  layer.recipe = { factory, data, needs };
  return layer;
};
