// What every map of ours has around its layers: first view, zoom buttons, scale, credit.
(function () {
  "use strict";

  /** Show a rectangle, and show it again when the frame changes before the reader has moved. */
  function frame(map, bounds) {
    const fit = () => bounds && map.fitBounds(bounds, { animate: false, padding: [6, 6] });
    let touched = false;
    map.getContainer().addEventListener("pointerdown", () => { touched = true; });
    map.getContainer().addEventListener("wheel", () => { touched = true; }, { passive: true });
    map.getContainer().addEventListener("keydown", () => { touched = true; });
    map.on("kurilmapmoved", () => { touched = true; });
    // Whether the view is the reader's; and back to the first one.
    map.kurilmapTouched = () => touched;
    const first = [map.getCenter(), map.getZoom()];
    map.on("kurilmaphome", () => {
      touched = false;
      if (bounds) fit();
      else map.setView(...first, { animate: false });
    });
    const least = map.getMinZoom();
    // A view larger than the reach would be moved to its middle, away from what the reader looks at.
    const limit = () => {
      if (map.options.maxBounds) map.setMinZoom(Math.max(least, map.getBoundsZoom(map.options.maxBounds, true)));
    };
    limit();
    fit();
    const known = map.getSize();
    const observer = new ResizeObserver(() => {
      const box = map.getContainer();
      if (box.clientWidth === known.x && box.clientHeight === known.y) return;
      [known.x, known.y] = [box.clientWidth, box.clientHeight];
      map.invalidateSize({ animate: false });
      limit();
      if (!touched) fit();
    });
    observer.observe(map.getContainer());
    map.on("unload", () => observer.disconnect());
  }

  /** What every map of ours has: a name for screen readers, scale, credit, first view. Only the map that leads has tools. */
  kurilmap.dress = function (map, written, bounds) {
    const { words } = kurilmap.open(written);
    map.kurilmapWords = words;
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", words.label);
    const add = (control) => {
      control.addTo(map);
      kurilmap.leave(() => control.remove());
    };
    if (map.zoomControl) map.zoomControl.remove();
    if (map.options.zoomControl) add(L.control.zoom({ zoomInTitle: words["zoom-in"], zoomOutTitle: words["zoom-out"] }));
    if (map.attributionControl) {
      // Leaflet's own prefix carries a flag.
      map.attributionControl.setPrefix("Leaflet").addAttribution(words.attribution);
      kurilmap.leave(() => map.attributionControl.removeAttribution(words.attribution));
    }
    // On a narrow map the islands reach the left corner.
    const position = kurilmap.narrow(map) ? "bottomright" : "bottomleft";
    // A bar takes half of this at least, which is room for its text in each language.
    add(new kurilmap.Scale({ maxWidth: 180, words, position }));
    if (!map.kurilmapLed) {
      add(new kurilmap.Toolbar({ buttons: [kurilmap.measuring(map, words), kurilmap.fullScreen(map, words)] }));
      add(new kurilmap.Where({ words, position }));
    }
    kurilmap.followPopups(map, words);
    const skip = document.querySelector(`.km-skip[href="#${map.getContainer().id}_panel"]`);
    if (skip) skip.textContent = words.skip;
    // The view is the reader's: it is not framed again in another language.
    if (!map.kurilmapFramed) frame(map, bounds);
    map.kurilmapFramed = true;
  };
})();
