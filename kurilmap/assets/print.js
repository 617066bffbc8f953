// A page that goes to paper: its maps take the sheet's form, and what is folded in is told.
(function () {
  "use strict";
  const maps = [];
  L.Map.addInitHook(function () { maps.push(this); });
  let undo = [], views = [];

  /** The same view on the sheet; Leaflet must be told of the size, which print.css gives. */
  function fit(map) {
    const box = map.getContainer(), page = box.closest(".km-page");
    if (!map._loaded || !page) return;
    const before = [map.getCenter(), map.getZoom()], bounds = map.getBounds(), sized = box.getAttribute("style");
    const two = page.classList.contains("km-two"), snap = map.options.zoomSnap;
    box.style.width = two ? "356px" : "718px";
    box.style.height = two ? "300px" : "430px";
    map.invalidateSize({ animate: false });
    undo.push(() => {
      if (sized === null) box.removeAttribute("style");
      else box.setAttribute("style", sized);
      map.invalidateSize({ animate: false }).setView(...before, { animate: false });
    });
    // The second of two goes where the first does.
    if (box.classList.contains("km-second")) return;
    views.push(() => {
      map.options.zoomSnap = 0;
      map.fitBounds(bounds, { animate: false });
      map.options.zoomSnap = snap;
    });
  }

  window.addEventListener("beforeprint", () => {
    for (const told of document.querySelectorAll(".km-told:not([open])")) {
      told.open = true;
      undo.push(() => { told.open = false; });
    }
    views = [];
    maps.forEach(fit);
    views.forEach((view) => view());
    for (const map of maps) if (map._loaded && map.kurilmapLabels) map.kurilmapLabels._place();
  });
  window.addEventListener("afterprint", () => {
    undo.forEach((each) => each());
    undo = [];
  });
})();
