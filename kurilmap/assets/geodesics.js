// Distance, bearing and area on the ellipsoid between points that a reader sets: [lon, lat] in degrees, metres.
kurilmap.geodesics = (function () {
  "use strict";
  const { A, F, RAD, band, wrapped } = kurilmap.ellipsoid, B = A * (1 - F);
  const NEAR = 1e-12, MOST = 200;
  const STEP = 1000, LEAST = 16;  // metres, and steps to an edge: what lies between bends by less than a ten-millionth

  const reduced = (lat) => Math.atan((1 - F) * Math.tan(lat * RAD));

  /** What Vincenty's series have in common: the lengths of an arc on the sphere and on the ellipsoid. */
  function series(square) {
    const p = (square * (A * A - B * B)) / (B * B), c = (F / 16) * square * (4 + F * (4 - 3 * square));
    const k = 1 + (p / 16384) * (4096 + p * (p * (320 - 175 * p) - 768)), q = (p / 1024) * (256 + p * (p * (74 - 47 * p) - 128));
    const more = (sin, cos, middle) => q * sin * (middle + (q / 4) * (cos * (2 * middle * middle - 1) - (q / 6) * middle * (4 * sin * sin - 3) * (4 * middle * middle - 3)));
    const east = (alpha, sigma, sin, cos, middle) => (1 - c) * F * alpha * (sigma + c * sin * (middle + c * cos * (2 * middle * middle - 1)));
    return { k, more, east };
  }

  /**
   * Length of the geodesic and the azimuth at its start: the inverse problem, after T. Vincenty, Survey Review 23 (1975),
   * 88-93. Null near the far side of the Earth, where his series has no end; no map of ours reaches that.
   */
  function inverse([lonA, latA], [lonB, latB]) {
    const [u, v] = [reduced(latA), reduced(latB)], [su, cu, sv, cv] = [Math.sin(u), Math.cos(u), Math.sin(v), Math.cos(v)];
    const apart = wrapped(lonB - lonA) * RAD;
    for (let step = 0, lambda = apart; step < MOST; step++) {
      const sl = Math.sin(lambda), cl = Math.cos(lambda);
      const sin = Math.hypot(cv * sl, cu * sv - su * cv * cl), cos = su * sv + cu * cv * cl, sigma = Math.atan2(sin, cos);
      if (!sin) return { length: 0, azimuth: 0 };
      const alpha = (cu * cv * sl) / sin, square = 1 - alpha * alpha, middle = square ? cos - (2 * su * sv) / square : 0;
      const { k, more, east } = series(square), next = apart + east(alpha, sigma, sin, cos, middle);
      if (Math.abs(next - lambda) > NEAR) {
        lambda = next;
        continue;
      }
      return { length: B * k * (sigma - more(sin, cos, middle)), azimuth: (Math.atan2(cv * sl, cu * sv - su * cv * cl) / RAD + 360) % 360 };
    }
    return null;
  }

  /** The point at a distance along the geodesic that leaves a point at an azimuth: the direct problem, by the same series. */
  function direct([lon, lat], azimuth, length) {
    const u = reduced(lat), [su, cu, sa, ca] = [Math.sin(u), Math.cos(u), Math.sin(azimuth * RAD), Math.cos(azimuth * RAD)];
    const start = Math.atan2(su, cu * ca), alpha = cu * sa, { k, more, east } = series(1 - alpha * alpha), whole = length / (B * k);
    let sigma = whole, sin, cos, middle;
    for (let step = 0, last = NaN; step < MOST && !(Math.abs(sigma - last) < NEAR); step++) {
      [sin, cos, middle] = [Math.sin(sigma), Math.cos(sigma), Math.cos(2 * start + sigma)];
      [last, sigma] = [sigma, whole + more(sin, cos, middle)];
    }
    const up = su * cos + cu * sin * ca, flat = (1 - F) * Math.hypot(alpha, su * sin - cu * cos * ca);
    const lambda = Math.atan2(sin * sa, cu * cos - su * sin * ca) - east(alpha, sigma, sin, cos, middle);
    return [lon + lambda / RAD, Math.atan2(up, flat) / RAD];
  }

  /** Square metres inside a ring whose edges are geodesics. */
  function area(ring) {
    let sum = 0;
    ring.forEach((from, i) => {
      const { length, azimuth } = inverse(from, ring[(i + 1) % ring.length]);
      const steps = Math.max(LEAST, Math.ceil(length / STEP));
      let last = from;
      for (let n = 1; n <= steps; n++) {
        const next = n < steps ? direct(from, azimuth, (length * n) / steps) : ring[(i + 1) % ring.length];
        sum += (wrapped(next[0] - last[0]) * RAD * (band(next[1]) + band(last[1]))) / 2;
        last = next;
      }
    });
    return Math.abs(sum);
  }

  return { inverse, direct, area };
})();
