// Which figures are shown, and in which order.

const EMPTY = "∅";

// A browser styles every option of a closed list again and again: a longer list than this holds
// its options only while it has the focus.
const MOST_CHOICES = 150;

const filters = [
  { name: "measure", label: "Measure", value: (figure) => figure.measure,
    show: (code) => content.measures[code].label, none: "No code" },
  { name: "place", label: "Place", value: (figure) => figure.placeLabel, none: "Not stated" },
  { name: "kind", label: "Kind", value: (figure) => figure.kind, show: capitalise },
  { name: "status", label: "Status", value: (figure) => figure.status, show: capitalise },
  { name: "speaker", label: "Speaker", value: (figure) => figure.speaker,
    none: "The article itself" },
  { name: "verdict", label: "Verdict", values: (figure) => figure.verdicts,
    show: (verdict) => verdicts[verdict].word, none: "Not checked", order: verdictOrder },
  { name: "article", label: "Article", value: (figure) => figure.source_id,
    show: (id) => sources.get(id).title || nameUntitled(sources.get(id)) },
];

const sortings = [
  { name: "text", label: "Order of the articles", key: (figure) => figure.rank },
  { name: "number", label: "Number", key: (figure) => figure.value ?? figure.low ?? figure.high },
  { name: "measured", label: "What is measured",
    key: (figure) => figure.measureLabel || figure.measured, words: true },
  { name: "period", label: "Period", key: (figure) => figure.period_start },
  { name: "place", label: "Place", key: (figure) => figure.placeLabel, words: true },
  { name: "speaker", label: "Who said it", key: (figure) => figure.speaker, words: true },
  { name: "article", label: "Date of the article",
    key: (figure) => figure.source.published_earliest },
];

const state = { q: "", fact: false, sort: "text", down: false };
for (const filter of filters) state[filter.name] = "";

function valuesOf(filter, figure) {
  if (filter.values) {
    const values = filter.values(figure);
    return values.length ? values : [EMPTY];
  }
  const value = filter.value(figure);
  return [value === null || value === undefined || value === "" ? EMPTY : value];
}

// Case, accents and the shape of quotation marks and dashes don't matter to a search.
function foldText(text) {
  const folded = text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, "-");
  return /[^\x00-\x7f]/.test(folded) ? folded.normalize("NFD").replace(/[\u0300-\u036f]/g, "") : folded;
}

function haystackOf(figure) {
  if (figure.haystack === undefined) {
    figure.haystack = foldText([
      figure.said, figure.quote, figure.measured, figure.measureLabel, figure.placeLabel,
      figure.when, figure.period_text, figure.speaker, figure.sentence, figure.article,
      figure.source.publisher, figure.figure_id,
    ].filter(Boolean).join("\n"));
  }
  return figure.haystack;
}

function findFigures() {
  const terms = foldText(state.q).split(/\s+/).filter(Boolean);
  const chosen = filters.filter((filter) => state[filter.name] !== "");
  return orderFigures(state.sort, state.down).filter((figure) =>
    (!state.fact || figure.fact === figure.figure_id)
    && chosen.every((filter) => valuesOf(filter, figure).includes(state[filter.name]))
    && (!terms.length || terms.every((term) => haystackOf(figure).includes(term))));
}

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });
const orders = new Map();

// All figures in one order, found once: then a search has nothing to sort.
function orderFigures(name, down) {
  const known = orders.get(`${name},${down}`);
  if (known) return known;
  const sorting = sortings.find((candidate) => candidate.name === name);
  const ranks = sorting.words ? rankWords(sorting) : null;
  const keyed = figures.map((figure) => {
    const key = sorting.key(figure) ?? null;
    return { figure, key: ranks && key !== null ? ranks.get(key) : key };
  });
  const filled = keyed.filter((pair) => pair.key !== null);
  filled.sort((one, other) => {
    if (one.key === other.key) return one.figure.rank - other.figure.rank;
    return (one.key < other.key) === down ? 1 : -1;
  });
  // What is empty stands last, whichever way the rest is sorted.
  const ordered = [...filled, ...keyed.filter((pair) => pair.key === null)].map((pair) => pair.figure);
  orders.set(`${name},${down}`, ordered);
  return ordered;
}

// Words are ranked once: collation is too slow to be done at each comparison.
function rankWords(sorting) {
  const words = [...new Set(figures.map(sorting.key))].filter((word) => word !== null);
  words.sort(collator.compare);
  return new Map(words.map((word, rank) => [word, rank]));
}

// What is searched and sorted is put together while the page is idle, so that the first search and
// the first click on a heading are quick too.
function prepareSearch(from = 0) {
  const to = Math.min(figures.length, from + 1000);
  for (let index = from; index < to; index += 1) haystackOf(figures[index]);
  if (to < figures.length) setTimeout(prepareSearch, 0, to);
  else setTimeout(prepareOrders, 0, sortings.flatMap(({ name }) => [[name, false], [name, true]]));
}

function prepareOrders([[name, down], ...others]) {
  orderFigures(name, down);
  if (others.length) setTimeout(prepareOrders, 0, others);
  else performance.mark("prepared");
}

function countChosen() {
  return filters.filter((filter) => state[filter.name] !== "").length + (state.fact ? 1 : 0);
}

// The state as an address: '#?kind=money&q=care'.
function writeState() {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value !== "" && value !== false && !(name === "sort" && value === "text")) {
      address.set(name, value === true ? "yes" : value);
    }
  }
  const written = address.toString();
  return written ? `#?${written}` : "";
}

function readState(hash) {
  const address = new URLSearchParams(hash.startsWith("#?") ? hash.slice(2) : "");
  for (const name of Object.keys(state)) {
    const value = address.get(name) || "";
    state[name] = typeof state[name] === "boolean" ? value === "yes" : value;
  }
  if (!sortings.some((sorting) => sorting.name === state.sort)) state.sort = "text";
}

function buildFilters(changed) {
  const place = byId("choices");
  for (const filter of filters) {
    const counts = new Map();
    for (const figure of figures) {
      for (const value of valuesOf(filter, figure)) counts.set(value, (counts.get(value) || 0) + 1);
    }
    const name = (value) => (value === EMPTY ? filter.none : filter.show ? filter.show(value) : value);
    const values = [...counts.keys()].filter((value) => value !== EMPTY);
    if (filter.order) values.sort((a, b) => filter.order.indexOf(a) - filter.order.indexOf(b));
    else values.sort((a, b) => collator.compare(name(a), name(b)));
    if (counts.has(EMPTY)) values.push(EMPTY);
    const select = make("select", { id: `filter-${filter.name}`, name: filter.name });
    const offer = (offered) => {
      const chosen = state[filter.name];
      select.replaceChildren(make("option", { value: "" }, "All"),
        ...offered.map((value) => make("option", { value }, `${name(value)} (${counts.get(value)})`)));
      select.value = chosen;
    };
    select.addEventListener("change", () => changed(filter.name, select.value));
    filter.select = select;
    filter.known = counts;
    filter.offerChosen = () => offer(values.filter((value) => value === state[filter.name]));
    if (values.length > MOST_CHOICES) {
      select.addEventListener("focus", () => offer(values));
      select.addEventListener("blur", filter.offerChosen);
    } else {
      filter.offerChosen = () => {};
      offer(values);
    }
    place.append(make("div", {}, make("label", { for: select.id }, filter.label), select));
  }
  const fact = make("input", { type: "checkbox", id: "filter-fact", name: "fact" });
  fact.addEventListener("change", () => changed("fact", fact.checked));
  place.append(make("div", { class: "tick" }, fact, make("label", { for: fact.id }, "Each fact once")));
}

function showState() {
  byId("query").value = state.q;
  byId("sort").value = `${state.sort}${state.down ? ",down" : ""}`;
  byId("filter-fact").checked = state.fact;
  for (const filter of filters) {
    const { select } = filter;
    if (!filter.known.has(state[filter.name])) state[filter.name] = "";
    if (document.activeElement !== select) filter.offerChosen();
    select.value = state[filter.name];
    select.parentElement.classList.toggle("chosen", select.value !== "");
  }
}
