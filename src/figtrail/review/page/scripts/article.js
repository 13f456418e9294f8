// The list of articles, and one article in full with its figures marked in place.

let current = null;

const noted = {
  confirm: { sign: "✓", word: "noted: confirm" },
  correct: { sign: "✎", word: "noted: correct" },
  reject: { sign: "✕", word: "noted: reject" },
  add: { sign: "+", word: "noted: add" },
};

function listAdded(article) {
  return shelf.notes.filter((note) => note.action === "add" && note.source === article.source_id
    && !explainMisfit(note));
}

function isOpen(figure) {
  return figure.score > 0 && !noteOf(figure);
}

function showList() {
  const words = byId("find-article").value.trim().toLowerCase();
  const found = articles.filter((article) =>
    `${article.name} ${article.publisher || ""} ${article.source_id}`.toLowerCase().includes(words));
  if (byId("order").value === "doubt") found.sort((one, other) => other.score - one.score);
  byId("article-count").textContent = found.length === articles.length
    ? `(${articles.length})` : `(${found.length} of ${articles.length})`;
  byId("article-list").replaceChildren(...found.map((article) => make("li", {}, makeEntry(article))));
}

function makeEntry(article) {
  const open = article.figures.filter(isOpen).length;
  const notes = shelf.notes.filter((note) => note.source === article.source_id).length;
  const facts = [
    count(article.figures.length, "figure"),
    open && `${open} in doubt`,
    notes && `${notes} noted`,
    article.state === "missing" && "text not at hand",
    article.state === "changed" && "text has changed",
  ];
  return make("button", {
    type: "button", class: "entry", "aria-current": article === current && "true",
    onclick: () => { openArticle(article); byId("article").focus(); },
  }, make("span", { class: "entry-name" }, article.name),
  make("small", {}, facts.filter(Boolean).join(" · ")));
}

function openArticle(article) {
  if (current !== article) closePanel();
  current = article;
  hideSelected();
  if (!matchMedia("(min-width: 64rem)").matches) byId("articles").open = false;
  showList();
  showArticle();
  scrollTo(0, 0);
}

function showArticle() {
  const article = current;
  byId("article").replaceChildren(
    makeHead(article),
    article.state === "here" ? makeText(article) : makeSentences(article));
}

function makeHead(article) {
  const address = webAddress(article.url);
  const open = article.figures.filter(isOpen).length;
  return make("header", { class: "head" },
    make("h2", {}, article.name),
    make("p", { class: "about" }, [article.publisher, article.published, article.source_id]
      .filter(Boolean).join(" · "), address && [" · ", make("a", { href: address, rel: "noreferrer" }, "as published")]),
    makeStateNotice(article),
    makeLegend(article),
    make("div", { class: "acts" },
      open ? makeButton(`Next in doubt (${open} left)`, () => stepDoubt(null)) : "",
      article.state === "here" ? makeButton("Add a figure that was missed", () => openAdding(null)) : ""));
}

function makeStateNotice(article) {
  if (article.state === "here") return "";
  const words = article.state === "missing"
    ? "The article’s text is not at hand: its figures stand below in the sentences that were published. What was missed can’t be seen here. Give the folder of the articles with --seeds."
    : "The article has changed since it was read, and its figures may stand elsewhere now. Publish again and make this page anew: until then nothing can be noted here.";
  return make("p", { class: "notice warn", role: "note" },
    make("strong", {}, article.state === "missing" ? "Text not at hand. " : "Text has changed. "), words);
}

function makeLegend(article) {
  const counts = new Map();
  for (const figure of article.figures) counts.set(figure.cells.kind, (counts.get(figure.cells.kind) || 0) + 1);
  const items = Object.entries(kinds).filter(([kind]) => counts.has(kind)).map(([kind, { sign, word }]) =>
    make("li", {}, make("span", { class: `sample kind-${kind}`, "aria-hidden": "true" }, sign), ` ${word} `,
      make("b", {}, String(counts.get(kind)))));
  if (article.figures.some((figure) => figure.score)) {
    items.push(make("li", {}, make("span", { class: "sample plain", "aria-hidden": "true" }, "?"), " in doubt"));
  }
  return items.length ? make("ul", { class: "legend", "aria-label": "Kinds of figures in this article" }, items)
    : make("p", { class: "about" }, "No figure was found in this article.");
}

function makeText(article) {
  const text = make("div", { class: "text", id: "text", lang: "en" });
  const spans = [
    ...article.figures.map((figure) => ({ start: figure.start, end: figure.end, figure })),
    ...listAdded(article).map((note) => ({ start: note.units[0], end: note.units[1], note })),
  ].sort((one, other) => one.start - other.start || one.end - other.end);
  for (const { start, end } of listParagraphs(article.text)) {
    const paragraph = make("p", { "data-start": String(start) });
    let at = start;
    for (const span of spans.filter((other) => other.start >= start && other.start < end)) {
      const from = Math.max(span.start, at), to = Math.max(from, Math.min(span.end, end));
      paragraph.append(article.text.slice(at, from), makeMark(span, article.text.slice(from, to)));
      at = to;
    }
    paragraph.append(article.text.slice(at, end));
    text.append(paragraph);
  }
  return text;
}

function makeSentences(article) {
  return make("ul", { class: "text sentences" }, article.figures.map((figure) => {
    const [before, quote, after] = partSentence(figure) || ["", figure.cells.quote, ""];
    return make("li", {}, before, makeMark({ figure }, quote), after);
  }));
}

function makeMark({ figure, note }, words) {
  const kind = figure ? figure.cells.kind : note.changes.find((change) => change.field === "kind").corrected;
  const own = figure ? noteOf(figure) : note;
  const review = figure && figure.cells.review !== "automatic" ? figure.cells.review : null;
  const state = own ? noted[own.action].sign : review ? "✓" : figure.score ? "?" : "";
  const said = own ? noted[own.action].word : review || (figure.score ? "in doubt" : "");
  const act = () => (figure ? openFigure(figure) : openAdded(note));
  return make("mark", {
    class: `figure kind-${kind} ${own ? `noted-${own.action}` : ""}`, role: "button", tabindex: "0",
    "data-sign": kinds[kind]?.sign, "data-state": state, "data-span": figure ? figure.id : note.points.join("-"),
    "aria-label": [words, kind, said].filter(Boolean).join(", "),
    onclick: () => { if (getSelection().isCollapsed) act(); },
    onkeydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    },
  }, words);
}

function findMark(span) {
  return document.querySelector(`mark[data-span="${CSS.escape(span)}"]`);
}

function markOpened(span) {
  for (const mark of document.querySelectorAll("mark.opened")) mark.classList.remove("opened");
  const mark = span && findMark(span);
  if (!mark) return;
  mark.classList.add("opened");
  const box = mark.getBoundingClientRect();
  if (box.top < 120 || box.bottom > innerHeight - 80) mark.scrollIntoView({ block: "center" });
}

// The figure in doubt that follows one, in this article or else the next; null begins at the top.
function stepDoubt(figure) {
  const all = articles.flatMap((article) => article.figures);
  const first = figure ? all.indexOf(figure) + 1 : Math.max(0, all.indexOf(current.figures[0]));
  const next = [...all.slice(first), ...all.slice(0, first)].find(isOpen);
  if (!next) {
    announce("No figure is in doubt any more.");
    return;
  }
  if (next.article !== current) openArticle(next.article);
  openFigure(next);
}
