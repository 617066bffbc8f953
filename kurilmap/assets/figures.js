// Areas and shares as kurilmap.telling writes them; words: {group, point, km2, percent}.
(function () {
  "use strict";

  function number(value, digits, words) {
    const unit = 10 ** -digits;
    const [whole, part] = (Math.round(value / unit) * unit).toFixed(Math.max(digits, 0)).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, words.group);
    return part ? grouped + words.point + part : grouped;
  }

  kurilmap.number = number;
  kurilmap.MILE = 1852;  // metres to a nautical mile

  /** An area as the page's language writes it, rounded to what an outline of ±0.5 % supports. */
  kurilmap.area = function (squareMetres, words) {
    const value = squareMetres / 1e6;
    const digits = value ? -Math.round(Math.log10(0.005 * value)) : 0;
    return `${number(value, digits, words)}\u00a0${words.km2}`;
  };

  /** A share in per cent, to a tenth; a whole has no decimals. */
  kurilmap.percent = (fraction, words) => number(100 * fraction, fraction === 1 ? 0 : 1, words) + words.percent;

  /** A sentence with what stands in its {braces}. */
  kurilmap.fillIn = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (brace, name) => (name in values ? values[name] : brace));
})();
