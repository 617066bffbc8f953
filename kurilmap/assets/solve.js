// Cuts of land, solved in the page as kurilmap.geodesy solves them: a straight line of a plane in which geodesics
// are straight, set where the wanted area lies on its side. Areas are the ellipsoid's.
kurilmap.solve = (function () {
  "use strict";
  const { RAD, LONGEST, azimuth, band, plane, towards } = kurilmap.ellipsoid;
  const TOLERANCE = 0.5;  // square metres

  /** Outlines of one island from the pieces that it was written in: edges that two of them share go out. */
  function join(polygons) {
    const rings = polygons.flat();
    if (polygons.length === 1) return rings;
    const edges = new Map(), key = (a, b) => `${a} ${b}`;
    for (const ring of rings) {
      ring.forEach((point, i) => {
        const next = ring[(i + 1) % ring.length];
        if (!edges.delete(key(next, point))) edges.set(key(point, next), [point, next]);
      });
    }
    const from = new Map([...edges.values()].map(([a, b]) => [String(a), [a, b]]));
    const joined = [];
    while (from.size) {
      let [start, edge] = from.entries().next().value;
      const ring = [];
      while (edge) {
        ring.push(edge[0]);
        from.delete(start);
        start = String(edge[1]);
        edge = from.get(start);
      }
      joined.push(ring);
    }
    return joined;
  }

  /** Twice the area to the left of a run of points: radians of longitude, area below. */
  function swept(lon, below) {
    let sum = 0;
    for (let i = 1; i < lon.length; i++) sum -= (lon[i] - lon[i - 1]) * (below[i] + below[i - 1]);
    return sum;
  }
  const sweptBy = (points) => swept(points.map(([lon]) => lon * RAD), points.map(([, lat]) => band(lat)));

  /** An island in a plane: each ring as degrees, as metres, and as what its area is summed from. */
  function measured({ id, rings }, flat) {
    const each = rings.map((points) => {
      const lon = points.map((point) => point[0] * RAD), below = points.map((point) => band(point[1]));
      return { points, flat: points.map(flat.project), lon: [...lon, lon[0]], below: [...below, below[0]] };
    });
    return { id, rings: each, area: each.reduce((sum, ring) => sum + swept(ring.lon, ring.below), 0) / 2 };
  }

  /** Where the line u = offset crosses an island, ordered along it: two by two the line is on land. */
  function crossings(island, offset, back) {
    const found = [];
    island.rings.forEach((ring, r) => {
      for (let i = 0, n = ring.u.length; i < n; i++) {
        const j = i + 1 === n ? 0 : i + 1, leaves = ring.u[i] < offset;
        if (leaves === ring.u[j] < offset) continue;
        const v = ring.v[i] + ((ring.v[j] - ring.v[i]) * (offset - ring.u[i])) / (ring.u[j] - ring.u[i]);
        found.push({ r, i, v, leaves, point: back(offset, v) });
      }
    });
    found.sort((a, b) => a.v - b.v);
    for (let k = 0; k < found.length; k += 2) {
      const [a, b] = [found[k], found[k + 1]], steps = Math.max(1, Math.ceil((b.v - a.v) / LONGEST));
      a.way = Array.from({ length: steps - 1 }, (_, step) => back(offset, a.v + ((b.v - a.v) * (step + 1)) / steps));
      b.way = [...a.way].reverse();
      [a.mate, b.mate] = [b, a];
    }
    return found;
  }

  /** The area of an island nearer than the offset, and how long the line runs on it. */
  function near(island, offset, back) {
    if (island.high < offset) return [island.area, 0];
    if (island.low >= offset) return [0, 0];
    let [twice, length] = [0, 0];
    for (const { u, lon, below } of island.rings) {
      for (let i = 0, n = u.length; i < n; i++) {
        if (u[i] < offset && u[i + 1 === n ? 0 : i + 1] < offset) twice -= (lon[i + 1] - lon[i]) * (below[i + 1] + below[i]);
      }
    }
    for (const at of crossings(island, offset, back)) {
      const { points } = island.rings[at.r];
      if (at.leaves) {
        twice += sweptBy([points[at.i], at.point, ...at.way, at.mate.point]);
        length += Math.abs(at.mate.v - at.v);
      } else {
        twice += sweptBy([at.point, points[(at.i + 1) % points.length]]);
      }
    }
    return [twice / 2, length];
  }

  /** The rings on one side of the line: along the shore to a crossing, along the line to its mate, and so on. */
  function side(island, found, offset, isNear) {
    const rings = island.rings
      .filter((ring, r) => (ring.u[0] < offset) === isNear && !found.some((at) => at.r === r))
      .map((ring) => ring.points);
    const open = new Set(found.filter((at) => at.leaves !== isNear));
    while (open.size) {
      const [first] = open, ring = [];
      for (let at = first; open.delete(at);) {
        const { points } = island.rings[at.r], n = points.length;
        const ahead = (other) => (other.i - at.i + n) % n || n;
        const next = found.filter((other) => other.r === at.r && other !== at).reduce((a, b) => (ahead(a) < ahead(b) ? a : b));
        ring.push(at.point);
        for (let k = 1; k <= ahead(next); k++) ring.push(points[(at.i + k) % n]);
        ring.push(next.point, ...next.way);
        at = next.mate;
      }
      rings.push(ring);
    }
    return rings;
  }

  /** The land that one cut divides: islands [{id, rings}], in the plane around a point. */
  function region(islands, at) {
    const flat = plane(...at), land = islands.map((island) => measured(island, flat));
    const total = land.reduce((sum, island) => sum + island.area, 0);

    /** Turn the land so that u grows away from the side taken, and v along the line. */
    function turnTo(direction) {
      const [nx, ny] = [-Math.sin(direction * RAD), -Math.cos(direction * RAD)];
      for (const island of land) {
        [island.low, island.high] = [Infinity, -Infinity];
        for (const ring of island.rings) {
          ring.u = ring.flat.map(([x, y]) => x * nx + y * ny);
          ring.v = ring.flat.map(([x, y]) => y * nx - x * ny);
          for (const u of ring.u) {
            if (u < island.low) island.low = u;
            if (u > island.high) island.high = u;
          }
        }
      }
      return { turn: ([x, y]) => [x * nx + y * ny, y * nx - x * ny], back: (u, v) => flat.unproject([u * nx - v * ny, u * ny + v * nx]) };
    }

    /** The offset of the line with an area on its near side: Newton's steps inside a bracket that only shrinks. */
    function offsetOf(target, back) {
      let low = Math.min(...land.map((island) => island.low)), high = Math.max(...land.map((island) => island.high));
      let offset = low + ((high - low) * target) / total;
      for (let step = 0; step < 100; step++) {
        let [area, length] = [0, 0];
        for (const island of land) {
          const [part, chord] = near(island, offset, back);
          area += part;
          length += chord;
        }
        const missing = target - area;
        if (Math.abs(missing) < TOLERANCE || high - low < 1e-7) break;
        if (missing > 0) low = offset;
        else high = offset;
        offset += missing / length;
        if (!(low < offset && offset < high)) offset = (low + high) / 2;
      }
      return offset;
    }

    /** What the line at an offset makes of the land. */
    function split(direction, offset, back) {
      const parts = land.map((island) => {
        const found = island.high < offset || island.low >= offset ? [] : crossings(island, offset, back);
        const whole = island.high < offset ? "near" : "far";
        return {
          id: island.id, area: near(island, offset, back)[0], total: island.area, found,
          whole: found.length ? null : whole,
          near: found.length ? side(island, found, offset, true) : [],
          far: found.length ? side(island, found, offset, false) : [],
        };
      });
      const found = parts.flatMap((part) => part.found);
      return {
        direction, offset, parts, total, area: parts.reduce((sum, part) => sum + part.area, 0),
        lines: found.filter((at) => at.v < at.mate.v).map((at) => [at.point, ...at.way, at.mate.point]),
        reach: [Math.min(...found.map((at) => at.v)), Math.max(...found.map((at) => at.v))],
      };
    }

    return {
      total,

      /** The cut that has an area on the side in a direction; null where it would leave a side without land. */
      byArea(target, direction) {
        if (!(target >= 1 && target <= total - 1)) return null;
        const { back } = turnTo(direction);
        return split(direction, offsetOf(target, back), back);
      },

      /** What a line that was solved in this plane makes of this land. */
      along({ direction, offset }) { return split(direction, offset, turnTo(direction).back); },

      /** The cut along a straight line between two points; null where it does not go all the way through the land. */
      byLine(from, to, side) {
        const [a, b] = [flat.project(from), flat.project(to)];
        const bearing = Math.atan2(b[0] - a[0], b[1] - a[1]) / RAD;
        const direction = towards((bearing + 360) % 360, azimuth(side)), { turn, back } = turnTo(direction);
        const [[offset, start], [, end]] = [turn(a), turn(b)];
        const result = split(direction, offset, back), [low, high] = [Math.min(start, end), Math.max(start, end)];
        if (!result.lines.length || result.reach[0] < low || result.reach[1] > high) return null;
        return result;
      },
    };
  }

  return { join, region };
})();
