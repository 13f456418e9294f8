// The panel: one figure with all its columns, and what the reviewer says of it.

let opened = null;

const wide = matchMedia("(min-width: 64rem)");

function showPanel(span, ...children) {
  const panel = byId("panel");
  opened = span;
  panel.replaceChildren(...children, make("p", { class: "announcement unseen", role: "status" }));
  if (!panel.open) {
    if (wide.matches) panel.show();
    else panel.showModal();
  }
  document.body.classList.add("opened");
  panel.scrollTop = 0;
  markOpened(span);
  byId("panel-heading").focus({ preventScroll: true });
}

function closePanel() {
  const panel = byId("panel");
  if (panel.open) panel.close();
}

function panelClosed() {
  document.body.classList.remove("opened");
  markOpened(null);
  const mark = opened && findMark(opened);
  opened = null;
  mark?.focus({ preventScroll: true });
}

function makePanelBar(words, ...buttons) {
  return make("div", { class: "panel-bar" }, make("p", {}, words),
    make("div", {}, buttons, makeButton("Close", closePanel)));
}

function openFigure(figure) {
  const { article } = figure;
  const place = article.figures.indexOf(figure);
  const step = (by, label) => makeButton(label, () => openFigure(article.figures[place + by]), {
    disabled: !article.figures[place + by], "aria-label": by < 0 ? "Previous figure" : "Next figure",
  });
  showPanel(figure.id,
    makePanelBar(`Figure ${place + 1} of ${article.figures.length}`, step(-1, "←"), step(1, "→")),
    make("h2", { id: "panel-heading", tabindex: "-1" }, `“${figure.cells.quote}”`),
    make("p", { class: "measured" }, describeFigure(figure.cells)),
    makeEvidence(figure),
    makeDoubts(figure),
    make("section", { id: "decision", "aria-label": "Your decision" }, makeDecision(figure)),
    makeColumns(figure));
}

function describeFigure(cells) {
  const number = cells.bound === "range" ? `${cells.low}–${cells.high}` : cells.value;
  const bound = cells.bound === "exact" || cells.bound === "range" ? "" : cells.bound.replaceAll("_", " ");
  return [bound, number, cells.unit, cells.per && `per ${cells.per}`,
    cells.change && `(${cells.change})`].filter(Boolean).join(" ") + (cells.measured ? `: ${cells.measured}` : "");
}

function makeEvidence(figure) {
  const parts = partSentence(figure);
  return parts ? make("blockquote", {}, parts[0], make("mark", { class: `kind-${figure.cells.kind}` }, parts[1]), parts[2]) : "";
}

function makeDoubts(figure) {
  const review = figure.cells.review;
  if (review !== "automatic") return make("p", { class: "calm" }, `A person has reviewed it: ${review}.`);
  if (!figure.doubts.length) return make("p", { class: "calm" }, "Nothing speaks for a second look.");
  return make("section", { class: "doubts" }, make("h3", {}, "Why it needs a look"),
    make("ul", {}, figure.doubts.map(({ words, points }) =>
      make("li", {}, make("b", { title: count(points, "point") }, String(points), make("span", { class: "unseen" }, points === 1 ? " point: " : " points: ")), make("span", {}, words)))));
}

function makeDecision(figure) {
  const note = noteOf(figure);
  if (figure.article.state === "changed") return make("p", { class: "calm" }, "Nothing can be noted while the article’s text is another.");
  if (note) return makeNoted(note, () => { refresh(); openFigure(figure); },
    makeButton("Next in doubt", () => stepDoubt(figure), { class: "quiet strong" }));
  const review = figure.cells.review;
  return [
    make("div", { class: "acts decide" },
      makeButton(make("span", {}, make("b", { "aria-hidden": "true" }, "✓ "), "Confirm"), () => confirmFigure(figure), {
        class: "quiet good", disabled: review !== "automatic",
      }),
      makeButton(make("span", {}, make("b", { "aria-hidden": "true" }, "✎ "), "Correct"), () => openCorrecting(figure, null)),
      makeButton(make("span", {}, make("b", { "aria-hidden": "true" }, "✕ "), "Reject"), () => openRejecting(figure), { class: "quiet bad" })),
  ];
}

// What was noted of a figure, and the way back.
function makeNoted(note, changed, further) {
  const reason = make("input", { type: "text", id: "noted-reason", value: note.reason, autocomplete: "off" });
  reason.addEventListener("change", () => {
    const words = reason.value.trim();
    if (words) putNote({ ...note, reason: words });
    else reason.value = note.reason;
    refresh();
  });
  return make("div", { class: `noted noted-${note.action}` },
    make("p", {}, make("strong", {}, `${noted[note.action].sign} Noted: ${note.action}`)),
    note.changes.length ? makeChanges(note) : "",
    make("label", { for: "noted-reason" }, "Reason"), reason,
    make("div", { class: "acts" },
      makeButton("Take it back", () => { dropNote(findNote(note.source, note.points)); changed(); }),
      further));
}

function makeChanges(note) {
  return make("ul", { class: "changes" }, note.changes.map(({ field, expected, corrected }) =>
    make("li", {}, `${fieldByName.get(field).title}: `, expected && make("del", {}, expected), expected ? " → " : "",
      make("ins", {}, corrected || "empty"))));
}

function makeColumns(figure) {
  const allowed = figure.article.state !== "changed" && !noteOf(figure);
  const doubtful = new Set(figure.doubts.map((doubt) => doubt.field));
  const rows = content.fields.map((field) => {
    const cell = figure.cells[field.name];
    const label = cell && nameCode(field.name, cell);
    return make("tr", { class: doubtful.has(field.name) && "doubtful" },
      make("th", { scope: "row", title: field.description }, field.title),
      make("td", {}, cell === undefined ? make("span", { class: "none" }, "–") : cell, label && make("small", {}, ` ${label}`)),
      make("td", {}, allowed && field.correctable && makeButton("✎", () => openCorrecting(figure, field.name), {
        class: "pen", "aria-label": `Correct ${field.title}`, title: `Correct ${field.title}`,
      })));
  });
  return make("section", { class: "columns-of" }, make("h3", { id: "columns-heading" }, "All columns"),
    make("table", { "aria-labelledby": "columns-heading" },
      make("colgroup", {}, make("col", { class: "names" }), make("col"), make("col", { class: "pens" })),
      make("thead", { class: "unseen" }, make("tr", {}, ["Column", "Content", "Correct"].map((words) => make("th", { scope: "col" }, words)))),
      make("tbody", {}, rows)));
}

function makeNote(figure, action, reason, changes) {
  return {
    action, reason, changes, source: figure.article.source_id, sha256: figure.article.sha256,
    points: figure.points, quote: figure.cells.quote,
  };
}

function noteFigure(figure, action, reason, changes) {
  askReviewer(() => {
    putNote(makeNote(figure, action, reason, changes));
    refresh();
    openFigure(figure);
    announce(`Noted: ${action} “${figure.cells.quote}”.`);
  });
}

function confirmFigure(figure) {
  noteFigure(figure, "confirm", REASON, []);
}

function openRejecting(figure) {
  const kept = explainKept(figure);
  if (kept) {
    byId("decision").append(make("p", { class: "notice warn", role: "alert" }, `It can’t be rejected: ${kept}.`));
    return;
  }
  const input = make("input", { type: "text", id: "field-reason", autocomplete: "off", "aria-describedby": "error-reason" });
  const form = make("form", { class: "fields", novalidate: true },
    make("div", { class: "row why" }, make("label", { for: "field-reason" }, "Why is it no figure?"), input,
      make("p", { class: "wrong", id: "error-reason" })),
    make("div", { class: "acts" }, make("button", { type: "submit", class: "quiet strong" }, "Note: reject"),
      makeButton("Cancel", () => openFigure(figure))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const reason = input.value.trim();
    if (reason) noteFigure(figure, "reject", reason, []);
    else showWrong(form, new Map([["reason", "Say why: the reason is published with the correction."]]));
  });
  byId("decision").replaceChildren(form);
  input.focus();
}

function openCorrecting(figure, name) {
  const given = new Map();
  for (const { field, words } of figure.doubts) if (field) given.set(field, [given.get(field), words].filter(Boolean).join("; "));
  const done = (cells, reason) => {
    const changes = listChanges(figure, cells);
    if (!changes.length) return [["reason", "Nothing is changed: change a column, or confirm the figure."]];
    const wrong = explainCodes(changes);
    if (wrong.size) return wrong;
    noteFigure(figure, "correct", reason, changes);
    return null;
  };
  const made = makeForm({
    start: figure.cells, given, reason: "", label: "Note: correct", done, cancel: () => openFigure(figure),
  });
  showPanel(figure.id, makePanelBar("Correct a figure"),
    make("h2", { id: "panel-heading", tabindex: "-1" }, `Correct “${figure.cells.quote}”`),
    makeEvidence(figure), made.form);
  if (name) made.focus(name);
}
