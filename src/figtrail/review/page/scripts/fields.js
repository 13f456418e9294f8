// What a column of a figure may hold, by the same rules by which publishing takes corrections.

const BOUNDS_LOW = new Set(["over", "at_least"]);
const BOUNDS_HIGH = new Set(["under", "at_most", "nearly"]);
const INTERVAL = ["value", "bound", "low", "high"];

// Columns from which publishing makes a code anew.
const CODED_FROM = {
  measure: ["measured", "kind", "unit", "change", "per", "per_quantity"],
  place: ["place_text"],
};

// Thousands may be typed with commas; what is written has none.
function tidyCell(field, cell) {
  const tidied = cell.trim();
  return field.type === "number" && /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(tidied)
    ? tidied.replaceAll(",", "") : tidied;
}

// What is wrong with a cell, in words; null where it can be published.
function explainCell(field, cell) {
  if (cell === "") return field.required ? "Fill this in." : null;
  if (field.type === "number") return explainNumber(cell);
  if (field.enum.length && !field.enum.includes(cell)) return `Use one of ${field.enum.join(", ")}.`;
  if (field.name === "period") return explainPeriod(cell);
  if (field.pattern && !new RegExp(`^(?:${field.pattern})$`).test(cell)) {
    return "Use a currency’s code such as GBP, or a lower-case singular noun without blanks.";
  }
  return null;
}

function explainNumber(cell) {
  if (!/^-?\d+(\.\d+)?$/.test(cell)) return "Write a plain number such as 1064 or 49.4.";
  const digits = cell.replace(/[-.]/g, "").replace(/^0+/, "");
  return digits.length > 15 ? "Write at most 15 digits." : null;
}

function explainPeriod(cell) {
  const wanted = "Write it as 2019, 2019-03, 2019-03-31 or 2018-04-01/2019-03-31.";
  if (!new RegExp(fieldByName.get("period").pattern).test(cell)) return wanted;
  const days = cell.split("/");
  if (!days.every(isDay)) return wanted;
  return days.length === 2 && days[0] > days[1] ? "The first day must not come after the last." : null;
}

function isDay(text) {
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  const found = new Date(Date.UTC(2000, month - 1, day));
  found.setUTCFullYear(year, month - 1, day);
  return year > 0 && found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

// The low and high that follow from a value and a bound; a range has its own.
function followInterval(value, bound) {
  if (bound === "exact") return [value, value];
  return [BOUNDS_LOW.has(bound) ? value : "", BOUNDS_HIGH.has(bound) ? value : ""];
}

// What is wrong with the cells of a figure together: a map from field to words.
function explainCells(cells) {
  const wrong = new Map();
  for (const field of correctable) {
    const words = explainCell(field, cells[field.name] || "");
    if (words) wrong.set(field.name, words);
  }
  if (cells.bound === "range") {
    for (const name of ["low", "high"]) if (!cells[name]) wrong.set(name, "A range needs both ends.");
    if (!wrong.size && Number(cells.low) > Number(cells.high)) wrong.set("high", "The high end is below the low one.");
  } else if (!cells.value) {
    wrong.set("value", "Fill this in.");
  }
  return wrong;
}

// The cells with the value, low and high that their bound allows.
function settleCells(cells) {
  if (cells.bound === "range") return { ...cells, value: "" };
  const [low, high] = followInterval(cells.value || "", cells.bound);
  return { ...cells, low, high };
}

// The columns in which a figure is to be changed, as lines of a correction need them.
function listChanges(figure, cells) {
  const changed = correctable.map((field) => field.name)
    .filter((name) => !sameCell(name, figure.cells[name] || "", cells[name] || ""));
  const follows = changed.some((name) => name === "value" || name === "bound")
    && cells.bound !== "range" && !hasOwnInterval(figure);
  return changed
    .filter((name) => !(follows && (name === "low" || name === "high")))
    .map((field) => ({ field, expected: figure.cells[field] || "", corrected: cells[field] || "" }));
}

function sameCell(name, one, other) {
  if (one === other) return true;
  return fieldByName.get(name).type === "number" && one !== "" && other !== "" && Number(one) === Number(other);
}

// Low and high don't follow by themselves where an older correction has set them.
function hasOwnInterval(figure) {
  return content.corrections.some((row) => (row.field === "low" || row.field === "high")
    && row.source_id === figure.article.source_id
    && Number(row.char_start) === figure.points[0] && Number(row.char_end) === figure.points[1]);
}

// A code that can't be corrected yet, since its words are corrected in the same go.
function explainCodes(changes) {
  const wrong = new Map();
  const names = new Set(changes.map((change) => change.field));
  for (const [code, words] of Object.entries(CODED_FROM)) {
    const word = words.find((name) => names.has(name));
    if (names.has(code) && word) {
      wrong.set(code, `Publishing makes the code anew from ${word}: correct that, publish, then look at the code.`);
    }
  }
  return wrong;
}

// A first guess at what selected words state, to be looked at by whoever adds them.
function guessCells(quote) {
  const match = /^([£$€])?\s?(-?\d[\d,]*(?:\.\d+)?)\s?(k|m|bn|million|billion|thousand)?\b\s?(%|per cent|percent)?/i.exec(quote.trim());
  const cells = { bound: "exact", kind: "count", status: "observed", quoted: "false" };
  if (/%|per ?cent/i.test(quote)) Object.assign(cells, { kind: "percentage", unit: "percent" });
  if (!match) return cells;
  const [, currency, digits, scale] = match;
  const zeros = { k: 3, thousand: 3, m: 6, million: 6, bn: 9, billion: 9 }[(scale || "").toLowerCase()] || 0;
  cells.value = shiftDigits(digits.replaceAll(",", ""), zeros);
  if (currency) Object.assign(cells, { kind: "money", unit: { "£": "GBP", "$": "USD", "€": "EUR" }[currency] });
  return cells;
}

// Moving the point in the text keeps every digit as it was written.
function shiftDigits(text, zeros) {
  const [whole, part = ""] = text.split(".");
  const moved = part.padEnd(zeros, "0");
  const after = moved.slice(zeros).replace(/0+$/, "");
  const before = `${whole}${moved.slice(0, zeros)}`.replace(/^(-?)0+(?=\d)/, "$1");
  return after ? `${before}.${after}` : before;
}
