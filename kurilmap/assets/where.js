// The coordinates under the pointer; for the keyboard, those of the middle of the map.
(function () {
  "use strict";

  /** Degrees and minutes, as the page's language writes them: the sentence's key is the hemisphere. */
  function angle(value, [plus, minus], words) {
    const tenths = Math.round(Math.abs(value) * 600), degrees = Math.floor(tenths / 600);
    const minutes = kurilmap.number((tenths % 600) / 10, 1, words).padStart(4, "0");
    return kurilmap.fillIn(words.tool[value < 0 ? minus : plus], { degrees, minutes });
  }

  kurilmap.Where = L.Control.extend({
    onAdd(map) {
      this._box = L.DomUtil.create("div", "km-where");
      this._box.hidden = true;
      // The pointer itself tells a reader of the screen nothing: the box is for the eye.
      this._box.setAttribute("aria-hidden", "true");
      map.on("mousemove click", this._at, this).on("mouseout", this._hide, this).on("move", this._middle, this);
      return this._box;
    },

    onRemove(map) {
      map.off("mousemove click", this._at, this).off("mouseout", this._hide, this).off("move", this._middle, this);
    },

    _at({ latlng }) {
      const { lat, lng } = latlng.wrap(), { words } = this.options;
      this._box.textContent = `${angle(lat, ["north", "south"], words)}${words.tool.and}${angle(lng, ["east", "west"], words)}`;
      this._box.hidden = false;
    },

    _middle() {
      const box = this._map.getContainer();
      if (document.activeElement === box && (box.matches(":focus-visible") || box.classList.contains("km-drawing"))) this._at({ latlng: this._map.getCenter() });
      else this._hide();
    },

    _hide() { this._box.hidden = true; },
  });
})();
