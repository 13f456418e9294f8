// The trail of one figure: from the number back to the sentence, the article, and what was checked.

const boundWords = {
  exact: "Exact", about: "About", over: "More than", at_least: "At least", under: "Less than",
  at_most: "Up to", nearly: "Nearly", range: "From … to …",
};

const boundMeanings = {
  exact: "stated as it is",
  about: "an approximation: the words set no ends",
  over: "a lower end, which is not reached itself, and no upper one",
  at_least: "a lower end, and no upper one",
  under: "an upper end, which is not reached itself, and no lower one",
  at_most: "an upper end, and no lower one",
  nearly: "an upper end, almost reached",
  range: "anything from the lower to the upper end",
};

const periodBases = {
  stated: "stated in the same sentence",
  context: "from other sentences of the article",
  document: "worked out with the date of the article",
};

const reviewMeanings = {
  automatic: "Found and read by rules; nobody has looked at it yet",
  confirmed: "A person has looked at it and confirmed it",
  corrected: "A person has corrected it",
  added: "A person has added it",
};

const relationWords = {
  changes_from: ["Changes from", "Is the level before"],
  changes_to: ["Changes to", "Is the level after"],
  restates: ["States again", "Is stated again as"],
  is_part_of: ["Is part of", "Has as a part"],
  is_average_of: ["Shares out", "Is shared out as"],
  is_average_over: ["Shared among", "Share"],
};

const derived = new Set(["said", "when", "counted"]);
const ownColumns = Object.keys(content.figures).filter((name) => !derived.has(name));

// What had the focus when the trail was opened: the dialog itself gives it back.
let opener = null;

function openTrail(figure) {
  const dialog = byId("trail");
  dialog.replaceChildren(makeTrail(figure));
  document.body.classList.add("reading");
  if (!dialog.open) {
    opener = document.activeElement;
    dialog.returnValue = "";
    dialog.showModal();
  }
  dialog.scrollTop = 0;
  byId("trail-heading").focus();
}

// Puts the focus where reading goes on: on what opened the trail, or, where nothing did or the
// reader went on to another figure, on the row of the figure.
function leaveTrail(figure) {
  const row = opener ? opener.closest("tr[data-figure]") : null;
  const elsewhere = row && row.dataset.figure !== figure.figure_id;
  if (!opener || opener === document.body || !opener.isConnected || elsewhere) revealFigure(figure);
  opener = null;
}

function makeTrail(figure) {
  return make("article", { class: "trail" },
    makeTrailBar(figure),
    make("header", {},
      make("h2", { id: "trail-heading", tabindex: -1 }, figure.said),
      make("p", { class: "trail-measured" }, figure.measured || figure.measureLabel || figure.counted)),
    makeEvidence(figure),
    makeReading(figure),
    makeRelations(figure),
    makeOwnChecks(figure),
    makeAddress(figure),
    makeAllColumns(figure),
    make("p", { class: "announcement unseen", role: "status" }));
}

function makeTrailBar(figure) {
  const rank = rows.shown.indexOf(figure);
  const step = (label, other) => (other
    ? make("a", { class: "quiet", href: addressOf(other), rel: label === "Next" ? "next" : "prev" }, label)
    : make("span", { class: "quiet off", "aria-hidden": "true" }, label));
  return make("div", { class: "trail-bar" },
    rank >= 0 ? make("p", {}, `Figure ${(rank + 1).toLocaleString("en-GB")} of ${rows.shown.length.toLocaleString("en-GB")}`)
      : make("p", {}, "Not among the figures chosen"),
    make("div", {}, rank >= 0 ? [step("Previous", rows.shown[rank - 1]), step("Next", rows.shown[rank + 1])] : null,
      make("button", { type: "button", class: "close", onclick: () => byId("trail").close() }, "Close")));
}

// Offsets count code points; a JavaScript string counts UTF-16 units.
function markSentence(figure) {
  const points = Array.from(figure.sentence);
  const start = figure.char_start - figure.sentence_start;
  const end = figure.char_end - figure.sentence_start;
  return [points.slice(0, start).join(""), make("mark", {}, points.slice(start, end).join("")),
    points.slice(end).join("")];
}

function makeEvidence(figure) {
  const { source } = figure;
  const link = webAddress(figure.link);
  return make("section", { class: "evidence", "aria-label": "The sentence" },
    figure.sentence
      ? make("blockquote", {}, make("p", {}, markSentence(figure)))
      : make("p", { class: "notice" }, "This publication quotes the numbers alone. Here the article says: ", make("mark", {}, figure.quote)),
    make("p", { class: "source" },
      source.title ? make("cite", {}, source.title) : null,
      make("span", {}, [source.publisher, source.when || "date unknown"].filter(Boolean).join(", ")),
      source.published_basis ? make("small", {}, `Date ${source.published_basis}`) : null),
    link ? make("p", {}, make("a", { class: "go", href: link, rel: "noopener external" },
      "Open the article at these words", make("span", { "aria-hidden": "true" }, " ↗"))) : null);
}

function term(name, ...said) {
  const given = said.flat().filter(Boolean);
  return given.length ? [make("dt", {}, name), make("dd", {}, given)] : [];
}

function aside(text) {
  return text ? make("small", {}, text) : null;
}

function makeReading(figure) {
  const measure = figure.measure ? content.measures[figure.measure] : null;
  const bases = [figure.period_text ? `“${figure.period_text}”` : null, periodBases[figure.period_basis]];
  return make("dl", { class: "facts" },
    term("Measure", measure ? measure.label : null, measure && measure.description ? aside(capitalise(measure.description)) : null),
    term("Counted in", figure.counted),
    term("Place", figure.placeLabel,
      figure.place_text && figure.place_text !== figure.placeLabel ? aside(`“${figure.place_text}”`) : null),
    term("Period", figure.when || "No date is stated, and none is guessed", aside(bases.filter(Boolean).join(", "))),
    term("Who said it", figure.speaker || "The article itself", aside(figure.speaker_text ? `“${figure.speaker_text}”` : "")),
    term("Status", capitalise(figure.status)),
    term("Bound", boundWords[figure.bound], aside(boundMeanings[figure.bound])),
    figure.change ? term("Change", figure.change === "increase" ? "The size of an increase, not a level" : "The size of a decrease, not a level") : [],
    term("Review", reviewMeanings[figure.review]));
}

function linkFigure(figure, more) {
  return make("a", { href: addressOf(figure), class: "to-figure" },
    make("b", {}, figure.said), ` ${figure.measured || figure.measureLabel || ""}`,
    make("small", {}, [figure.when, more ? figure.article : null].filter(Boolean).join(", ")));
}

function makeRelations(figure) {
  const own = (relationsOf.get(figure.figure_id) || [])
    .map((relation) => [relationWords[relation.kind][0], relation.other_figure_id]);
  const others = (relationsTo.get(figure.figure_id) || [])
    .map((relation) => [relationWords[relation.kind][1], relation.figure_id]);
  const all = [...own, ...others];
  if (!all.length) return null;
  return make("section", { class: "ties" }, make("h3", {}, "Related figures"),
    make("ul", {}, all.map(([words, id]) => {
      const other = figureById.get(id);
      return make("li", {}, make("span", { class: "tie" }, words), linkFigure(other, other.source_id !== figure.source_id));
    })));
}

function makeOwnChecks(figure) {
  const ids = [...new Set((partsOfFigure.get(figure.figure_id) || []).map((part) => part.check_id))];
  if (!ids.length) return null;
  const own = ids.map((id) => checkById.get(id));
  own.sort((a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict));
  return make("section", { class: "own-checks" }, make("h3", {}, "Checks"),
    make("ul", {}, own.map((check) => make("li", {},
      make("p", { class: "check-head" }, makeVerdict(check.verdict), make("span", {}, checkKinds[check.kind])),
      make("p", {}, check.said)))));
}

function makeAddress(figure) {
  const address = location.href.split("#")[0] + addressOf(figure);
  const field = make("input", { type: "text", readonly: true, id: "trail-address", value: address, onfocus: () => field.select() });
  return make("section", { class: "address" },
    make("label", { for: "trail-address" }, "Address of this figure"),
    make("div", {}, field, make("button", { type: "button", class: "quiet", onclick: () => copyText(address, "Address copied") }, "Copy")));
}

function sayCell(name, value) {
  if (name === "link" && webAddress(value)) return make("a", { href: value, rel: "noopener external" }, value);
  if (name === "fact" && value) return make("a", { href: `#${value}` }, value);
  return String(value);
}

function makeAllColumns(figure) {
  return make("details", { class: "all-columns" }, make("summary", {}, "All columns"),
    make("table", {},
      make("thead", {}, make("tr", {}, ["Column", "Value"].map((label) => make("th", { scope: "col" }, label)))),
      make("tbody", {}, ownColumns.map((name) => make("tr", {},
        make("th", { scope: "row" }, make("code", {}, name), make("small", {}, content.fields[name].description)),
        make("td", {}, figure[name] === null ? dash("empty") : sayCell(name, figure[name])))))));
}
