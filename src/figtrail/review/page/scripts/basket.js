// What was noted so far, who noted it, and the file to take away.

function showBasket() {
  const fitting = listFitting(), rows = listRows();
  const misfits = shelf.notes.map((note) => [note, explainMisfit(note)]).filter(([, words]) => words);
  byId("basket-button").textContent = `Noted: ${fitting.length}`;
  byId("reviewer-button").textContent = shelf.author ? `${shelf.author}, ${shelf.date}` : "Who reviews?";
  byId("basket-content").replaceChildren(...[
    fitting.length ? makeTaking(rows) : make("p", { class: "calm" },
      "Nothing yet. Choose a figure in the article to confirm, correct or reject it; select words to add a figure that was missed."),
    make("ul", { class: "notes" }, fitting.map((note) => make("li", {}, makeNoteLink(note)))),
    misfits.length ? makeMisfits(misfits) : "",
  ].filter(Boolean));
}

function makeTaking(rows) {
  return make("div", { class: "taking" },
    make("div", { class: "acts" },
      makeButton("Download corrections.csv", () => take(() => saveFile(writeFile(), "corrections.csv"), "Downloaded"), { class: "quiet strong", id: "download" }),
      makeButton("Copy the lines", () => take(() => copyText(writeLines(listRows())), "Copied"), { id: "copy" })),
    make("p", { class: "calm" }, `${count(rows.length, "line")}. Put them at the end of `, make("code", {}, "build/corrections.csv"),
      " (a new file as it is, without its first line in one that has lines), then ", make("code", {}, "figtrail publish"), "."));
}

function take(act, said) {
  askReviewer(() => {
    act();
    told.saved = true;
    announce(`${said}: ${count(listRows().length, "line")}.`);
  });
}

function makeNoteLink(note) {
  const article = articleById.get(note.source);
  const open = () => {
    if (current !== article) openArticle(article);
    const figure = figureAt(article, note.points);
    if (note.action === "add") openAdded(note);
    else openFigure(figure);
  };
  return [
    make("button", { type: "button", class: `note noted-${note.action}`, onclick: open },
      make("span", {}, make("b", { "aria-hidden": "true" }, `${noted[note.action].sign} `), `${note.action} “${note.quote}”`),
      make("small", {}, article.name)),
    note.changes.length ? makeChanges(note) : "",
    make("p", { class: "reason" }, note.reason),
  ];
}

function makeMisfits(misfits) {
  return make("div", { class: "misfits" }, make("h3", {}, "No longer fitting"),
    make("p", { class: "calm" }, "The package has changed since these were noted. They are not downloaded."),
    make("ul", { class: "notes" }, misfits.map(([note, words]) =>
      make("li", {}, `${note.action} “${note.quote}”: ${words}. `))),
    makeButton("Clear them", () => {
      misfits.forEach(([note]) => dropNote(note));
      refresh();
      byId("basket-heading").focus();
    }));
}

// Name and day stand in every line; they are asked for once, and kept.
function askReviewer(then) {
  if (shelf.author && shelf.date) {
    then();
    return;
  }
  openReviewer(then);
}

function openReviewer(then) {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const author = make("input", { type: "text", id: "field-author", autocomplete: "name", value: shelf.author, "aria-describedby": "error-author" });
  const date = make("input", { type: "date", id: "field-date", value: shelf.date || today, "aria-describedby": "error-date" });
  const dialog = byId("reviewer");
  const form = make("form", { class: "fields", novalidate: true },
    make("h2", { id: "reviewer-heading" }, "Who reviews?"),
    make("p", { class: "calm" }, "Every correction is published with its author and its day."),
    make("div", { class: "row" }, make("label", { for: "field-author" }, "Name"), author, make("p", { class: "wrong", id: "error-author" })),
    make("div", { class: "row" }, make("label", { for: "field-date" }, "Date"), date, make("p", { class: "wrong", id: "error-date" })),
    make("div", { class: "acts" }, make("button", { type: "submit", class: "quiet strong" }, "Go on"), makeButton("Cancel", () => dialog.close())));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = new Map();
    if (!author.value.trim()) wrong.set("author", "Fill this in.");
    if (!/^\d{4}-\d\d-\d\d$/.test(date.value)) wrong.set("date", "Give a day.");
    showWrong(form, wrong);
    if (wrong.size) return;
    shelf.author = author.value.trim();
    shelf.date = date.value;
    keepNotes();
    dialog.close();
    refresh();
    then?.();
  });
  dialog.replaceChildren(form);
  dialog.showModal();
  author.focus();
}
