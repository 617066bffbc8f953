// The scale: kilometres (or metres) above, nautical miles below, with the units as the page's language writes them.
(function () {
  "use strict";
  /** The largest round number that is no larger. */
  function round(value) {
    const ten = 10 ** Math.floor(Math.log10(value));
    return [5, 3, 2, 1].find((lead) => lead * ten <= value) * ten;
  }

  kurilmap.Scale = L.Control.Scale.extend({
    _addScales(options, name, box) {
      this._bars = [L.DomUtil.create("div", name, box), L.DomUtil.create("div", name, box)];
    },

    _updateScales(metres) {
      const { words } = this.options;
      const widest = [metres < 1000 ? ["m", 1] : ["km", 1000], ["nm", kurilmap.MILE]];
      widest.forEach(([unit, size], i) => {
        const value = round(metres / size), digits = Math.max(0, -Math.floor(Math.log10(value)));
        this._updateScale(this._bars[i], `${kurilmap.number(value, digits, words)} ${words.units[unit]}`, (value * size) / metres);
      });
    },
  });
})();
