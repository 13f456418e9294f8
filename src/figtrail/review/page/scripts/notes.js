// What the reviewer notes: kept in the browser, written as lines of corrections.csv.
//
// A note is { action, source, sha256, points: [start, end], quote, reason, changes } with changes as
// { field, expected, corrected }. Each span has one note at most.

const STORE = `figtrail review ${content.name} ${location.pathname}`;
const shelf = { author: "", date: "", notes: [] };
const told = { kept: true, saved: true };
const REASON = "Read again in the article";

function loadNotes() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORE) || "{}");
    shelf.author = String(stored.author || "");
    shelf.date = String(stored.date || "");
    shelf.notes = Array.isArray(stored.notes) ? stored.notes.filter(isNote) : [];
    localStorage.setItem(STORE, JSON.stringify(shelf));
  } catch {
    told.kept = false;
  }
}

function isNote(note) {
  return Boolean(note) && Array.isArray(note.points) && Array.isArray(note.changes)
    && [note.action, note.source, note.quote, note.reason].every((part) => typeof part === "string");
}

function keepNotes() {
  told.saved = shelf.notes.length === 0;
  try {
    localStorage.setItem(STORE, JSON.stringify(shelf));
  } catch {
    told.kept = false;
  }
}

function sameSpan(note, source, points) {
  return note.source === source && note.points[0] === points[0] && note.points[1] === points[1];
}

function findNote(source, points) {
  return shelf.notes.find((note) => sameSpan(note, source, points)) || null;
}

function noteOf(figure) {
  return findNote(figure.article.source_id, figure.points);
}

function putNote(note) {
  shelf.notes = shelf.notes.filter((other) => !sameSpan(other, note.source, note.points));
  shelf.notes.push(note);
  keepNotes();
}

function dropNote(note) {
  shelf.notes = shelf.notes.filter((other) => other !== note);
  keepNotes();
}

function figureAt(article, points) {
  return article.figures.find((figure) =>
    figure.points[0] === points[0] && figure.points[1] === points[1]) || null;
}

// Why publishing would refuse the note, now that the package is as it is; null where it fits.
function explainMisfit(note) {
  const article = articleById.get(note.source);
  if (!article) return "the article is not in the package any more";
  if (article.sha256 !== note.sha256 || article.state === "changed") return "the article has changed";
  if (note.action === "add") return explainMisplaced(article, note.points);
  const figure = figureAt(article, note.points);
  if (!figure) return "no figure stands there any more";
  if (note.action === "confirm" && figure.cells.review !== "automatic") return `it is ${figure.cells.review} already`;
  const moved = note.changes.find(({ field, expected }) => (figure.cells[field] || "") !== expected);
  return moved ? `its ${moved.field} is another now` : null;
}

// Why a figure can't be added at a span; null where it can.
function explainMisplaced(article, points) {
  const meets = (span) => span[0] < points[1] && points[0] < span[1];
  // In the very place of a figure nothing is added: that is a correction.
  const figure = figureAt(article, points) || article.figures.find((other) =>
    meets(other.points) && noteOf(other)?.action !== "reject");
  if (figure) return `the figure “${figure.cells.quote}” stands there: correct it, or reject it first`;
  const other = shelf.notes.find((note) => note.action === "add" && note.source === article.source_id
    && !sameSpan(note, note.source, points) && meets(note.points));
  if (other) return `you have added “${other.quote}” there`;
  const added = content.corrections.find((row) => row.action === "add"
    && row.source_id === article.source_id && Number(row.char_start) === points[0]
    && Number(row.char_end) === points[1]);
  return added ? "build/corrections.csv adds a figure there already: change its lines" : null;
}

// Why a figure can't be rejected: codes are corrected last, and need the figure.
function explainKept(figure) {
  const row = content.corrections.find((other) => other.action === "correct"
    && fieldByName.get(other.field)?.code && other.source_id === figure.article.source_id
    && Number(other.char_start) === figure.points[0] && Number(other.char_end) === figure.points[1]);
  return row ? `build/corrections.csv corrects its ${row.field}: take that line out and publish first` : null;
}

function listFitting() {
  return shelf.notes.filter((note) => !explainMisfit(note));
}

// Figures that go must be gone before others are added in their place.
const TURN = { reject: 0, confirm: 1, correct: 1, add: 2 };

function listRows() {
  const rows = [];
  for (const note of listFitting().sort((one, other) => TURN[one.action] - TURN[other.action])) {
    const common = {
      action: note.action, source_id: note.source, char_start: String(note.points[0]),
      char_end: String(note.points[1]), quote: note.quote,
      reason: note.reason, author: shelf.author, date: shelf.date,
    };
    const changes = note.changes.length ? note.changes : [{}];
    for (const change of changes) rows.push(nameAnew({ ...common, ...change }));
  }
  return rows;
}

// Ids follow from what a line says: one that says what an older line said needs an id of its own.
function nameAnew(row) {
  const keys = ["action", "source_id", "char_start", "char_end", "field", "expected"];
  const twin = content.corrections.some((other) =>
    keys.every((key) => (other[key] || "") === (row[key] || "")));
  if (!twin) return row;
  const parts = ["again", content.corrections.length, row.source_id, row.char_start, row.field];
  return { ...row, correction_id: parts.filter((part) => part !== undefined).join("-") };
}

// RFC 4180, with the line ends of the other files of a publication.
function writeCell(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writeLines(rows) {
  return rows.map((row) =>
    `${content.columns.map((column) => writeCell(row[column] || "")).join(",")}\n`).join("");
}

function writeFile() {
  return `${content.columns.join(",")}\n${writeLines(listRows())}`;
}
