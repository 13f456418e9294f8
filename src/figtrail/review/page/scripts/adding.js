// Adding a figure that was missed: from words selected in the article, or typed.

let selected = null;

// The words selected in the article, as a span of its text; null where none are.
function readSelection() {
  const selection = getSelection();
  if (!current || current.state !== "here" || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const first = findParagraph(range.startContainer), last = findParagraph(range.endContainer);
  if (!first) return null;
  const start = measureTo(first, range.startContainer, range.startOffset);
  // A selection that reaches beyond its paragraph ends with it.
  const end = last === first ? measureTo(first, range.endContainer, range.endOffset)
    : Number(first.dataset.start) + first.textContent.length;
  const span = trimSpan(current.text, start, end);
  return span.start < span.end ? span : null;
}

function findParagraph(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element?.closest("#text p[data-start]");
}

function measureTo(paragraph, node, offset) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  return Number(paragraph.dataset.start) + range.toString().length;
}

function followSelection() {
  const span = readSelection();
  if (!span) {
    // A tap on the button takes the selection away before it arrives.
    setTimeout(() => { if (!readSelection()) hideSelected(); }, 300);
    return;
  }
  selected = span;
  const words = current.text.slice(span.start, span.end);
  byId("selected-words").textContent = `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}”`;
  byId("selected").hidden = false;
}

function hideSelected() {
  selected = null;
  byId("selected").hidden = true;
}

function addSelected() {
  const span = selected;
  getSelection().removeAllRanges();
  hideSelected();
  if (span) openAdding(span);
}

// Everywhere that words stand in the article.
function findWords(text, words) {
  const found = [];
  for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

// Asks for the words of the figure where none are selected; then for its columns.
function openAdding(span) {
  if (span) {
    openAddForm(span, null);
    return;
  }
  const input = make("input", { type: "text", id: "field-words", autocomplete: "off", "aria-describedby": "error-words words-hint" });
  const choice = make("div", { class: "choice" });
  const form = make("form", { class: "fields", novalidate: true },
    make("div", { class: "row whole" }, make("label", { for: "field-words" }, "The number’s words, exactly as they stand in the article"), input,
      make("p", { class: "given", id: "words-hint" }, "Such as “1,064” or “three out of four”. They can be selected in the article, too."),
      make("p", { class: "wrong", id: "error-words" })),
    make("div", { class: "acts" }, make("button", { type: "submit", class: "quiet strong" }, "Find them"), makeButton("Cancel", closePanel)), choice);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = input.value.trim(), found = findWords(current.text, words);
    showWrong(form, new Map(found.length ? [] : [["words", words ? "These words don’t stand in the article." : "Fill this in."]]));
    if (found.length === 1) openAddForm({ start: found[0], end: found[0] + words.length }, null);
    else choice.replaceChildren(...found.map((at) => makePlace(at, at + words.length)));
    if (found.length > 1) choice.firstChild.focus();
  });
  showPanel(null, makePanelBar("Add a figure"),
    make("h2", { id: "panel-heading", tabindex: "-1" }, "Add a figure that was missed"), form);
  input.focus();
}

function makePlace(start, end) {
  const { text } = current;
  // Cut at blanks, so that no word is halved.
  const before = text.slice(Math.max(0, start - 40), start).replace(/^\S*\s+/, "").replace(/\s+/g, " ");
  const after = text.slice(end, end + 40).replace(/\s+\S*$/, "").replace(/\s+/g, " ");
  return makeButton(["… ", before, make("b", {}, text.slice(start, end)), after, " …"],
    () => openAddForm({ start, end }, null), { class: "quiet place" });
}

function openAddForm({ start, end }, older) {
  const { text } = current;
  const quote = text.slice(start, end);
  const points = [toPoints(text, start), toPoints(text, end)];
  const heading = make("h2", { id: "panel-heading", tabindex: "-1" }, `Add “${quote}”`);
  const misplaced = explainMisplaced(current, points);
  if (misplaced) {
    showPanel(null, makePanelBar("Add a figure"), heading,
      make("p", { class: "notice warn", role: "alert" }, `It can’t be added: ${misplaced}.`));
    return;
  }
  const cells = older ? Object.fromEntries(older.changes.map(({ field, corrected }) => [field, corrected])) : {};
  const made = makeForm({
    start: { ...guessCells(quote), ...cells }, given: new Map(), reason: older ? older.reason : "It was missed", label: "Note: add",
    done: (filled, reason) => { noteAdded(current, { start, end, points, quote }, filled, reason); return null; },
    cancel: closePanel,
  });
  showPanel(null, makePanelBar("Add a figure"), heading, make("blockquote", {}, ...showAround(text, start, end)), made.form);
  made.focus(made.form.querySelector("#field-value").value ? "unit" : "value");
}

function showAround(text, start, end) {
  const { start: first, end: last } = listParagraphs(text).find((part) => part.start <= start && start < part.end) || { start, end };
  const before = text.slice(Math.max(first, start - 160), start), after = text.slice(end, Math.min(last, end + 160));
  return [start - 160 > first ? "… " : "", before, make("mark", {}, text.slice(start, end)), after, end + 160 < last ? " …" : ""];
}

const DEFAULTS = { bound: "exact", status: "observed", quoted: "false" };

function noteAdded(article, { start, end, points, quote }, cells, reason) {
  const range = cells.bound === "range";
  const changes = correctable.map((field) => field.name)
    .filter((name) => cells[name] && cells[name] !== DEFAULTS[name])
    .filter((name) => range || (name !== "low" && name !== "high"))
    .map((field) => ({ field, expected: "", corrected: cells[field] }));
  askReviewer(() => {
    const note = {
      action: "add", reason, changes, source: article.source_id, sha256: article.sha256,
      points, units: [start, end], quote,
    };
    putNote(note);
    refresh();
    openAdded(note);
    announce(`Noted: add “${quote}”.`);
  });
}

function openAdded(note) {
  const span = note.points.join("-");
  showPanel(span, makePanelBar("Added figure"),
    make("h2", { id: "panel-heading", tabindex: "-1" }, `“${note.quote}”`),
    make("blockquote", {}, ...showAround(current.text, ...note.units)),
    makeNoted(note, () => { refresh(); closePanel(); }, makeButton("Change it", () => {
      openAddForm({ start: note.units[0], end: note.units[1] }, findNote(note.source, note.points));
    })));
}
