// A Leaflet layer that is drawn when first shown, and brings and takes its labels with it.
kurilmap.Group = L.LayerGroup.extend({
  /** draw(map) returns the Leaflet layers; labels as in labels.js. */
  initialize(draw, labels) {
    L.LayerGroup.prototype.initialize.call(this);
    this._draw = draw;
    this._labels = labels || [];
  },

  onAdd(map) {
    if (this._draw) {
      const layers = this._draw(map);
      this._draw = null;
      for (const layer of layers) this.addLayer(layer);
    }
    L.LayerGroup.prototype.onAdd.call(this, map);
    kurilmap.labels(map).put(this._labels);
  },

  onRemove(map) {
    kurilmap.labels(map).drop(this._labels);
    L.LayerGroup.prototype.onRemove.call(this, map);
  },
});
