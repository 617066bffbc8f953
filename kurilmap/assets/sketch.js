// The still picture of a map, until the live one is drawn: as large as that will be.
(function () {
  "use strict";
  const sketch = document.currentScript.previousElementSibling;
  // A link may ask for another scenario, language or place.
  if (location.hash.length > 1) return sketch.remove();
  for (const svg of sketch.querySelectorAll("[data-zoom]")) {
    const box = svg.parentNode.getBoundingClientRect(), { width, height } = svg.viewBox.baseVal;
    // As Leaflet fits a view (dress.js): in steps of a quarter, six pixels from the edge.
    const zoom = Number(svg.dataset.zoom), most = Math.log2(Math.min((box.width - 12) / width, (box.height - 12) / height));
    if (!Number.isFinite(most)) continue;
    const factor = 2 ** (Math.floor((zoom + most) * 4) / 4 - zoom);
    svg.style.width = `${width * factor}px`;
    svg.style.height = `${height * factor}px`;
  }
})();
