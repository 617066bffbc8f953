// Pointer and keyboard: what lies under the one, what the other can reach.
(function () {
  "use strict";

  // Room for the zoom buttons beside, and for the attribution below.
  const narrow = window.innerWidth <= 700;
  kurilmap.POPUP = {
    maxWidth: narrow ? 250 : 300, autoPanPaddingTopLeft: [narrow ? 48 : 10, 10], autoPanPaddingBottomRight: [10, 30],
  };

  /**
   * Tell what lies under the pointer, in the map's one tooltip. Leaflet's own tooltips make each
   * path a stop of the Tab key, and there are hundreds.
   */
  kurilmap.hover = function (path, content) {
    path.on("mouseover mousemove", (event) => {
      const map = path._map;
      if (!map) return;
      map.kurilmapTip = map.kurilmapTip || L.tooltip({ className: "km-tip", offset: [12, 0] });
      const tip = map.kurilmapTip;
      if (tip.kurilmapPath !== path || event.type === "mouseover") tip.setContent(content());
      tip.kurilmapPath = path;
      tip.setLatLng(event.latlng).openOn(map);
    });
    path.on("mouseout remove", () => {
      const map = path._map || path._mapToAdd;
      if (map && map.kurilmapTip) map.closeTooltip(map.kurilmapTip);
    });
    return path;
  };

  /** Make a path a stop of the Tab key that Enter and Space open. */
  kurilmap.reachable = function (path, label) {
    path.on("add", () => {
      const node = path.getElement();
      for (const [name, value] of Object.entries({ tabindex: 0, role: "button" })) node.setAttribute(name, value);
      if (label) node.setAttribute("aria-label", label);
      node.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        path.openPopup();
      });
    });
    return path;
  };

  /** Take the focus into a popup that was opened from something with the focus, and back when it closes. */
  kurilmap.followPopups = function (map, words) {
    let opener = null;
    kurilmap.watch(map, "popupopen", (event) => {
      const box = event.popup.getElement();
      const button = box.querySelector(".leaflet-popup-close-button");
      if (button) {
        button.setAttribute("aria-label", words.close);
        button.title = words.close;
      }
      opener = map.getContainer().contains(document.activeElement) ? document.activeElement : null;
      if (!opener || opener === map.getContainer()) return;
      box.setAttribute("tabindex", "-1");
      box.focus({ preventScroll: true });
      box.addEventListener("keydown", (key) => {
        if (key.key === "Escape") map.closePopup();
      });
    });
    kurilmap.watch(map, "popupclose", (event) => {
      if (opener && opener.isConnected && event.popup.getElement().contains(document.activeElement)) opener.focus({ preventScroll: true });
      opener = null;
    });
  };
})();
