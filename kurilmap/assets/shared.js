// What the layers of a page share, and numbers written as letters: kurilmap/layers/shared.py writes both.
(function () {
  "use strict";
  const LAST = 64, MORE = 16, PLAIN = 14;
  const VALUES = new Int16Array(128);
  for (let code = 33, value = 0; code < 127; code++) {
    if (!"\"'\\`<>&$%#{}()".includes(String.fromCharCode(code))) VALUES[code] = value++;
  }
  const entries = [];  // as they were written
  const done = new WeakSet();
  let texts = {}, read = [];

  /** Numbers from letters: those of `LAST` and above go before one that ends a number. */
  function numbers(letters) {
    const found = [];
    for (let i = 1, n = 0; i < letters.length; i++) {
      const value = VALUES[letters.charCodeAt(i)];
      if (value >= LAST) n = n * MORE + value - LAST + 1;
      else {
        n = n * LAST + value;
        found.push(n % 2 ? -(n + 1) / 2 : n / 2);
        n = 0;
      }
    }
    return found;
  }

  /** What the letters stand for: whole numbers, or points by their steps, or by the changes of these. */
  function decoded(letters) {
    const kind = VALUES[letters.charCodeAt(0)], found = numbers(letters);
    if (kind === PLAIN) return found;
    const scale = 10 ** (kind >> 1), changes = kind % 2, points = [];
    for (let i = 0, x = 0, y = 0, dx = 0, dy = 0; i < found.length; i += 2) {
      dx = found[i] + (changes ? dx : 0);
      dy = found[i + 1] + (changes ? dy : 0);
      points.push([(x += dx) / scale, (y += dy) / scale]);
    }
    return points;
  }

  function entry(number) {
    if (read[number] === undefined) read[number] = typeof entries[number] === "string" ? decoded(entries[number]) : opened(entries[number]);
    return read[number];
  }

  function stretch([number, start, count]) {
    const whole = entry(number);
    return Array.from({ length: count }, (_, i) => whole[(start + i) % whole.length]);
  }

  function runs(flat) {
    const items = [];
    for (let i = 0; i < flat.length; i += 2) for (let n = 0; n < flat[i + 1]; n++) items.push(flat[i]);
    return items;
  }

  /** A text by its number, or what stands for the language among values for each. */
  const spoken = (value) => (Array.isArray(value) ? opened(value[Object.keys(texts).indexOf(kurilmap.lang)]) : texts[kurilmap.lang][value]);

  function opened(value) {
    if (Array.isArray(value)) return value.map(opened);
    if (value === null || typeof value !== "object") return value;
    if ("~" in value) return typeof value["~"] === "number" ? entry(value["~"]) : stretch(value["~"]);
    if ("~r" in value) return runs(value["~r"]);
    if ("~l" in value) return spoken(value["~l"]);
    const plain = {};
    for (const key of Object.keys(value)) {
      // A name that the data itself gives must not reach the prototype.
      const own = key[0] === "~" ? key.slice(1) : key, found = opened(value[key]);
      if (own === "__proto__") Object.defineProperty(plain, own, { value: found, enumerable: true, configurable: true, writable: true });
      else plain[own] = found;
    }
    return plain;
  }

  /** Take what is shared, which is read when it is first wanted: outlines and sources, the texts of each language, and the one to begin with. */
  kurilmap.share = function (list, spokenTexts, lang) {
    entries.push(...list);
    texts = spokenTexts;
    // A link may ask for another language than the page's first.
    const [, asked] = /(?:^#|&)lang=(\w+)/.exec(location.hash) || [];
    kurilmap.first = lang;
    kurilmap.lang = Object.hasOwn(texts, asked || "") ? asked : lang;
  };

  /** Read in another language from now on; returns whether it is one, and another. */
  kurilmap.hear = function (lang) {
    if (!Object.hasOwn(texts, lang) || lang === kurilmap.lang) return false;
    kurilmap.lang = lang;
    // Points and numbers are the same in every language.
    read = read.map((value, number) => (typeof entries[number] === "string" ? value : undefined));
    return true;
  };

  /** Data as Python had it; what has been opened before stays as it is. */
  kurilmap.open = function (data) {
    if (done.has(data)) return data;
    const plain = opened(data);
    done.add(plain);
    return plain;
  };
})();
