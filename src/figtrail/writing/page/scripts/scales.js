// Where values and days stand in a chart.

const DAY = 86400000;

function dayNumber(text) {
  return Date.parse(`${text}T00:00:00Z`) / DAY;
}

function yearStart(year) {
  return Date.UTC(year, 0, 1) / DAY;
}

function yearOf(day) {
  return new Date(day * DAY).getUTCFullYear();
}

function makeScale(from, to, start, end) {
  const size = to - from || 1;
  return (value) => start + ((value - from) / size) * (end - start);
}

// Round numbers that span the values, about `count` of them.
function roundTicks(low, high, count) {
  const raw = (high - low || Math.abs(high) || 1) / count;
  const size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * size).find((candidate) => candidate >= raw);
  const ticks = [];
  for (let at = Math.floor(low / step); at <= Math.ceil(high / step); at += 1) {
    ticks.push(Number((at * step).toPrecision(12)));
  }
  return ticks;
}

// From nought where that leaves the values apart, else around them.
function valueTicks(values) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const fromNought = low >= 0 && low < high * 0.6;
  const room = (high - low) * 0.15 || Math.abs(high) * 0.1 || 1;
  const end = high + room;
  return roundTicks(fromNought ? 0 : low < 0 ? low - room : Math.max(0, low - room), end, 4);
}

function yearTicks(first, last, most) {
  const years = [];
  const from = yearOf(first);
  const to = yearOf(last) + 1;
  const step = [1, 2, 5, 10, 20, 50, 100].find((candidate) => (to - from) / candidate <= most) || 200;
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    if (yearStart(year) >= first && yearStart(year) <= last) years.push(year);
  }
  return years;
}

function sayTick(value, figure) {
  const compact = { notation: "compact", maximumFractionDigits: 2 };
  const short = Math.abs(value) >= 1e6;
  if (figure.kind === "money" && /^[A-Z]{3}$/.test(figure.unit)) {
    try {
      return new Intl.NumberFormat("en-GB", { style: "currency", currency: figure.unit, currencyDisplay: "narrowSymbol", maximumFractionDigits: 2, minimumFractionDigits: 0, ...(short ? compact : {}) }).format(value);
    } catch {
      // A code that is no currency today is written as any number.
    }
  }
  const number = new Intl.NumberFormat("en-GB", short ? compact : { maximumFractionDigits: 6 }).format(value);
  return figure.unit === "percent" ? `${number}%` : number;
}
