// Rings of points on the flat map: which way they run, and whether they cross themselves.
kurilmap.rings = (function () {
  "use strict";

  /** Twice the signed area: positive where the points run counter-clockwise. */
  const turn = (ring) => ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);

  /** Whether the way from a to b crosses that from c to d. */
  function crosses([ax, ay], [bx, by], [cx, cy], [dx, dy]) {
    const side = (px, py, qx, qy, rx, ry) => (qx - px) * (ry - py) - (qy - py) * (rx - px);
    return side(ax, ay, bx, by, cx, cy) > 0 !== side(ax, ay, bx, by, dx, dy) > 0 && side(cx, cy, dx, dy, ax, ay) > 0 !== side(cx, cy, dx, dy, bx, by) > 0;
  }

  /** Whether two edges of a ring that are no neighbours cross. */
  function knotted(ring) {
    const at = (i) => ring[i % ring.length];
    return ring.some((from, i) => ring.slice(i + 2).some((other, j) => (i + j + 3) % ring.length !== i && crosses(from, at(i + 1), other, at(i + j + 3))));
  }

  return { turn, crosses, knotted };
})();
