// The articles and figures of the page, and positions in their text.
//
// The package counts Unicode code points, a browser UTF-16 units: every position here is in units,
// and `toPoints` turns it into what a correction says.

const content = JSON.parse(byId("content").textContent);
const articles = content.articles;
const articleById = new Map(articles.map((article) => [article.source_id, article]));
const fieldByName = new Map(content.fields.map((field) => [field.name, field]));
const correctable = content.fields.filter((field) => field.correctable);
const figureById = new Map();

const kinds = {
  count: { sign: "#", word: "count" },
  money: { sign: "¤", word: "money" },
  percentage: { sign: "%", word: "percentage" },
  ratio: { sign: "÷", word: "ratio" },
  rate: { sign: "/", word: "rate" },
  duration: { sign: "h", word: "duration" },
  measurement: { sign: "m", word: "measurement" },
  score: { sign: "★", word: "score" },
};

function toPoints(text, units) {
  return Array.from(text.slice(0, units)).length;
}

function listUnits(text) {
  // Only where characters beyond the basic plane stand in the text do the two counts differ.
  if (!/[\ud800-\udbff]/.test(text)) return null;
  const units = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  units.push(unit);
  return units;
}

// What an article without a title is called: its first line, without the sign of a heading.
function openingWords(text) {
  const line = (text || "").trim().split(/[\r\n]/)[0].replace(/^#+\s+/, "");
  return line.length > 60 ? `${line.slice(0, 60).replace(/\s+\S*$/, "")} …` : line;
}

function prepare(article) {
  const units = article.text === null ? null : listUnits(article.text);
  for (const figure of article.figures) {
    const { cells } = figure;
    figure.article = article;
    figure.id = cells.figure_id;
    figure.doubts = figure.doubts || [];
    figure.score = figure.score || 0;
    figure.points = [Number(cells.char_start), Number(cells.char_end)];
    figure.start = units ? units[figure.points[0]] : figure.points[0];
    figure.end = units ? units[figure.points[1]] : figure.points[1];
    figureById.set(figure.id, figure);
  }
  article.name = article.title || openingWords(article.text) || article.source_id;
  article.score = article.figures.reduce((sum, figure) => sum + figure.score, 0);
}

articles.forEach(prepare);

// Paragraphs are parted by empty lines; each is given without the blanks around it.
function listParagraphs(text) {
  const paragraphs = [];
  let start = 0;
  for (const part of text.split(/(\n\s*\n)/)) {
    const span = trimSpan(text, start, start + part.length);
    if (span.start < span.end) paragraphs.push(span);
    start += part.length;
  }
  return paragraphs;
}

// Blanks as Python strips them from the cells of a corrections file.
const BLANK = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

function trimSpan(text, start, end) {
  while (start < end && BLANK.test(text[start])) start += 1;
  while (end > start && BLANK.test(text[end - 1])) end -= 1;
  return { start, end };
}

// The sentence of a figure as it is published, parted at the figure; null where none is.
function partSentence(figure) {
  const { sentence, sentence_start, char_start, quote } = figure.cells;
  if (sentence === undefined) return null;
  const characters = Array.from(sentence);
  const start = Number(char_start) - Number(sentence_start);
  const end = start + Array.from(quote).length;
  return [characters.slice(0, start).join(""), quote, characters.slice(end).join("")];
}

function nameCode(field, cell) {
  const list = { measure: "measures", place: "places", unit: "units", per: "units" }[field];
  const found = list && content.codes[list].find(([code]) => code === cell);
  return found && found[1] !== cell ? found[1] : null;
}
