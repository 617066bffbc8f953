// The ellipsoid, and directions on it: what cuts and drawings are computed with, as in kurilmap.geodesy.
kurilmap.ellipsoid = (function () {
  "use strict";
  const A = 6378137, F = 1 / 298.257223563, E2 = F * (2 - F), E = Math.sqrt(E2), RAD = Math.PI / 180;
  const LONGEST = 500;  // metres
  const SIDES = ["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"];
  const FARTHEST = 80;  // degrees: nearer to the line itself, a side says nothing

  /** Earth-centred coordinates of a point of the ellipsoid. */
  function centred(lon, lat) {
    const sin = Math.sin(lat * RAD), n = A / Math.sqrt(1 - E2 * sin * sin), flat = n * Math.cos(lat * RAD);
    return [flat * Math.cos(lon * RAD), flat * Math.sin(lon * RAD), n * (1 - E2) * sin];
  }

  /** The point of the ellipsoid, in degrees, that a ray from its centre meets. */
  const surface = ([x, y, z]) => [Math.atan2(y, x) / RAD, Math.atan2(z, (1 - E2) * Math.hypot(x, y)) / RAD];

  /** The area between the equator and a latitude, by radian of longitude. */
  function band(lat) {
    const sin = Math.sin(lat * RAD);
    return (A * A * (1 - E2) / 2) * (sin / (1 - E2 * sin * sin) + Math.atanh(E * sin) / E);
  }

  /**
   * The plane that touches the ellipsoid at a point, seen from the Earth's centre: great ellipses are straight
   * in it, which keep to the geodesics within a metre over these islands, and azimuths are true at the point.
   */
  function plane(lon, lat) {
    const [sl, cl, sp, cp] = [Math.sin(lon * RAD), Math.cos(lon * RAD), Math.sin(lat * RAD), Math.cos(lat * RAD)];
    const up = [cp * cl, cp * sl, sp], east = [-sl, cl, 0], north = [-sp * cl, -sp * sl, cp];
    const at = centred(lon, lat), dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    const height = dot(at, up), foot = dot(at, north);
    return {
      project([x, y]) {
        const point = centred(x, y), scale = height / dot(point, up);
        return [scale * dot(point, east), scale * dot(point, north) - foot];
      },
      unproject: ([x, y]) => surface(at.map((value, i) => value + x * east[i] + y * north[i])),
    };
  }

  /** Points along the way between two points, with vertices at most 500 m apart, both ends among them. */
  function geodesic(from, to) {
    const [a, b] = [centred(...from), centred(...to)];
    const steps = Math.max(1, Math.ceil(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / LONGEST));
    const between = Array.from({ length: steps - 1 }, (_, i) => surface(a.map((value, j) => value + ((b[j] - value) * (i + 1)) / steps)));
    return [from, ...between, to];
  }

  /** An angle from -180 to 180 degrees. */
  const wrapped = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;
  const apart = (one, other) => Math.abs(wrapped(one - other));
  const azimuth = (side) => SIDES.indexOf(side) * 45;
  /** The direction square to a line at a bearing that is nearer to another direction. */
  const towards = (bearing, near) =>
    [(bearing + 90) % 360, (bearing + 270) % 360].find((each) => Math.cos((each - near) * RAD) >= 0);
  /** Which compass words tell the side that lies in a direction. */
  const sidesAt = (direction) => SIDES.filter((side) => apart(direction, azimuth(side)) < FARTHEST);

  /** The direction of the side that a cut takes, and its name, once a cut {azimuth, side} has turned to a bearing. */
  function turned(cut, bearing) {
    const before = towards(cut.azimuth, azimuth(cut.side));
    if (bearing === null) return { direction: before, side: cut.side };
    const direction = towards(bearing, before), [best] = [...SIDES].sort((a, b) => apart(direction, azimuth(a)) - apart(direction, azimuth(b)));
    return { direction, side: apart(direction, azimuth(cut.side)) < FARTHEST ? cut.side : best };
  }

  return { A, F, RAD, LONGEST, SIDES, azimuth, band, geodesic, plane, sidesAt, towards, turned, wrapped };
})();
