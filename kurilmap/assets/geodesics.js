// Distance, bearing and area on the ellipsoid between points that a reader sets: [lon, lat] in degrees, metres.
kurilmap.geodesics = (function () {
  "use strict";
  const A = 6378137, F = 1 / 298.257223563, B = A * (1 - F);
  const { RAD, band, geodesic } = kurilmap.ellipsoid;
  const NEAR = 1e-12, MOST = 200;

  /**
   * Length of the geodesic and the azimuth at its start: the inverse problem, after T. Vincenty, Survey Review 23 (1975),
   * 88-93. Null near the far side of the Earth, where his series has no end; no map of ours reaches that.
   */
  function inverse([lonA, latA], [lonB, latB]) {
    const reduced = (lat) => Math.atan((1 - F) * Math.tan(lat * RAD)), [u, v] = [reduced(latA), reduced(latB)];
    const [su, cu, sv, cv] = [Math.sin(u), Math.cos(u), Math.sin(v), Math.cos(v)];
    const apart = ((((lonB - lonA + 180) % 360) + 360) % 360 - 180) * RAD;
    for (let step = 0, lambda = apart; step < MOST; step++) {
      const sl = Math.sin(lambda), cl = Math.cos(lambda);
      const sin = Math.hypot(cv * sl, cu * sv - su * cv * cl), cos = su * sv + cu * cv * cl, sigma = Math.atan2(sin, cos);
      if (!sin) return { length: 0, azimuth: 0 };
      const alpha = (cu * cv * sl) / sin, square = 1 - alpha * alpha, middle = square ? cos - (2 * su * sv) / square : 0;
      const c = (F / 16) * square * (4 + F * (4 - 3 * square));
      const next = apart + (1 - c) * F * alpha * (sigma + c * sin * (middle + c * cos * (2 * middle * middle - 1)));
      if (Math.abs(next - lambda) > NEAR) {
        lambda = next;
        continue;
      }
      const p = (square * (A * A - B * B)) / (B * B);
      const k = 1 + (p / 16384) * (4096 + p * (p * (320 - 175 * p) - 768)), q = (p / 1024) * (256 + p * (p * (74 - 47 * p) - 128));
      const more = q * sin * (middle + (q / 4) * (cos * (2 * middle * middle - 1) - (q / 6) * middle * (4 * sin * sin - 3) * (4 * middle * middle - 3)));
      return { length: B * k * (sigma - more), azimuth: (Math.atan2(cv * sl, cu * sv - su * cv * cl) / RAD + 360) % 360 };
    }
    return null;
  }

  /** Square metres inside a ring, its edges the ways that the map draws. */
  function area(ring) {
    let sum = 0;
    ring.forEach((from, i) => geodesic(from, ring[(i + 1) % ring.length]).forEach(([lon, lat], n, way) => {
      if (n) sum += ((lon - way[n - 1][0]) * RAD * (band(lat) + band(way[n - 1][1]))) / 2;
    }));
    return Math.abs(sum);
  }

  return { inverse, area };
})();
