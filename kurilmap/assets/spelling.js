// One key for all the ways in which a name is written: kurilmap/geodata/spelling.py, with its tables.
(function () {
  "use strict";

  function words(name, tables) {
    const plain = name.normalize("NFKC").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
    const kept = [...plain].map((char) => (tables.apostrophes.includes(char) ? "" : /[\p{L}\p{N}]/u.test(char) ? char : " ")).join("");
    return kept.trim() ? kept.split(" ") : [];
  }

  function withoutEnding(word, tables) {
    const ending = tables.endings.find((one) => word.endsWith(one) && word !== one);
    return ending ? word.slice(0, -ending.length) : word;
  }

  function fold(text, tables) {
    const latin = [...text].map((char) => (Object.hasOwn(tables.letters, char) ? tables.letters[char] : char)).join("");
    return tables.rules.reduce((key, [pattern, replacement]) => key.replace(new RegExp(pattern, "gu"), replacement), latin);
  }

  /** The keys of a name: without the words that say what it is, and with them. */
  kurilmap.keys = function (name, tables) {
    const all = words(name, tables);
    const bare = all.filter((word) => !tables.generic.includes(word)).map((word) => withoutEnding(word, tables));
    return [...new Set([bare, all].map((some) => fold(some.join(""), tables)).filter(Boolean))];
  };

  const ascii = (text) => !/[^\0-\x7f]/.test(text);

  function rank(key, asked, tables) {
    if (key === asked) return 0;
    if (key.startsWith(asked) && (asked.length > 1 || !ascii(asked))) return 1;
    if (key.length > 3 && asked.startsWith(key) && new RegExp(`^(?:${tables.adjective})$`, "u").test(asked.slice(key.length))) return 2;
    return asked.length >= 3 && key.includes(asked) ? 3 : null;
  }

  const KINDS = ["group", "island", "low-tide elevation", "settlement", "cape", "light", "peak", "strait"];

  /** What a name can mean, the best match first. */
  kurilmap.found = function (name, data) {
    const asked = kurilmap.keys(name, data.tables);
    const hits = [];
    data.entries.forEach((entry, place) => {
      let best = null;
      for (const key of entry.keys) {
        for (const other of asked) {
          const value = rank(key, other, data.tables);
          if (value !== null && (!best || value < best[0] || (value === best[0] && key.length < best[1]))) best = [value, key.length];
        }
      }
      if (best) hits.push({ entry, order: [best[0], KINDS.indexOf(entry.kind), best[1], place] });
    });
    const compare = (a, b) => a.order.map((value, i) => value - b.order[i]).find((difference) => difference !== 0) || 0;
    return hits.sort(compare).map((hit) => hit.entry);
  };

  const pairs = (key) => new Set([...`^${key}$`].slice(1).map((char, i) => [...`^${key}$`][i] + char));

  /** The entries whose names are most like one that nothing has. */
  kurilmap.nearest = function (name, data, count) {
    const [asked] = kurilmap.keys(name, data.tables);
    if (!asked) return [];
    const own = pairs(asked);
    const alike = (key) => {
      const other = pairs(key);
      return (2 * [...own].filter((pair) => other.has(pair)).length) / (own.size + other.size);
    };
    return data.entries.map((entry, place) => ({ entry, place, like: Math.max(...entry.keys.map(alike)) }))
      .filter((one) => one.like >= 0.4).sort((a, b) => b.like - a.like || a.place - b.place).slice(0, count).map((one) => one.entry);
  };
})();
