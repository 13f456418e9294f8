// The published tables, unpacked: one object a row, and what ties the rows to each other.

const content = JSON.parse(document.getElementById("content").textContent);

function unpackRows(columns) {
  const names = Object.keys(columns);
  const cells = names.map((name) => {
    const column = columns[name];
    if (Array.isArray(column)) return column;
    return column.codes.map((code) => (code < 0 ? null : column.values[code]));
  });
  const count = names.length ? cells[0].length : 0;
  return Array.from({ length: count }, (_, index) => {
    const row = {};
    for (let place = 0; place < names.length; place += 1) row[names[place]] = cells[place][index];
    return row;
  });
}

function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    const value = typeof key === "function" ? key(row) : row[key];
    const group = groups.get(value);
    if (group) group.push(row);
    else groups.set(value, [row]);
  }
  return groups;
}

const figures = unpackRows(content.figures);
const sources = new Map(content.sources.map((source) => [source.source_id, source]));
const figureById = new Map(figures.map((figure) => [figure.figure_id, figure]));
const relations = unpackRows(content.relations);
const relationsOf = groupBy(relations, "figure_id");
const relationsTo = groupBy(relations, "other_figure_id");
const checks = unpackRows(content.checks);
const checkById = new Map(checks.map((check) => [check.check_id, check]));
const parts = unpackRows(content.check_figures);
const partsOfCheck = groupBy(parts, "check_id");
const partsOfFigure = groupBy(parts, "figure_id");
const referenceById = new Map(content.reference.map((row) => [row.reference_id, row]));

// What verdicts mean, worst first. The sign never stands alone: the word goes with it.
const verdicts = {
  inconsistent: { sign: "✕", word: "Doesn’t add up", long: "the article’s own numbers don’t fit" },
  differs: { sign: "≠", word: "Differs", long: "from another article or an official value" },
  consistent: { sign: "✓", word: "Agrees", long: "the numbers fit" },
  context: { sign: "○", word: "Shown beside", long: "for comparison, without a verdict" },
};
const verdictOrder = Object.keys(verdicts);

const checkKinds = {
  percent_change: "Percentage change",
  difference: "Difference",
  rate: "Rate",
  share: "Share",
  sum: "Sum",
  conversion: "Conversion",
  restatement: "Same fact, stated again",
  series: "Series over time",
  reference: "Official statistic",
};

for (const figure of figures) {
  const source = sources.get(figure.source_id);
  const found = new Set();
  for (const part of partsOfFigure.get(figure.figure_id) || []) {
    found.add(checkById.get(part.check_id).verdict);
  }
  figure.verdicts = verdictOrder.filter((verdict) => found.has(verdict));
  figure.measureLabel = figure.measure ? content.measures[figure.measure].label : null;
  figure.placeLabel = figure.place ? content.places[figure.place] : figure.place_text;
  figure.article = source.title || nameUntitled(source);
  figure.source = source;
}
figures.forEach((figure, index) => { figure.rank = index; });

// An article without a known headline is called by its publisher and date.
function nameUntitled(source) {
  if (!source.publisher) return source.source_id;
  return source.when ? `${source.publisher}, ${source.when}` : `${source.publisher} (${source.source_id})`;
}

function capitalise(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function addressOf(figure) {
  return `#${figure.figure_id}`;
}

function countNoun(number, noun) {
  return `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;
}
