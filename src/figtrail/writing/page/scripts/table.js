// The table of figures. Rows stand in blocks; of many blocks only those near the window are made,
// and the space of the others is kept free. Heights are measured, so that rows may be of any.

const BLOCK = 12;
const WHOLE = 200; // So many rows are all made: then the browser's own search finds them too.
const MOST_PRINTED = 1000;
const MARGIN = 500; // Pixels above and below the window for which rows are made.

const columns = [
  { name: "number", label: "Figure", sort: "number" },
  { name: "measured", label: "What it measures", sort: "measured" },
  { name: "period", label: "Period", sort: "period" },
  { name: "place", label: "Place", sort: "place" },
  { name: "speaker", label: "Who said it", sort: "speaker" },
  { name: "article", label: "Article", sort: "article" },
];

const rows = { shown: [], blocks: [], heights: [], height: 60 * BLOCK, first: 0, last: 0, all: false };
const above = make("tbody", { class: "room", "aria-hidden": "true" });
const below = make("tbody", { class: "room", "aria-hidden": "true" });

function buildTable(sorted) {
  const head = make("thead", { role: "rowgroup" }, make("tr", { role: "row", "aria-rowindex": 1 },
    columns.map((column) => make("th", { scope: "col", role: "columnheader", "data-sort": column.sort },
      make("button", { type: "button", onclick: () => sorted(column.sort) }, column.label,
        make("span", { class: "arrow", "aria-hidden": "true" }))))));
  byId("table").append(head, above, below);
  byId("table").addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-figure]");
    if (!row || event.target.closest("a") || String(getSelection())) return;
    location.hash = row.dataset.figure;
  });
  addEventListener("scroll", scheduleRows, { passive: true });
  addEventListener("resize", () => { rows.heights.fill(0); scheduleRows(); });
  whenPrinting(showPrinted);
}

function showFigures(shown) {
  rows.shown = shown;
  rows.blocks.forEach((block) => block && block.remove());
  const count = Math.ceil(shown.length / BLOCK);
  rows.blocks = new Array(count).fill(null);
  rows.heights = new Array(count).fill(0);
  rows.all = shown.length <= WHOLE;
  byId("table").setAttribute("aria-rowcount", shown.length + 1);
  byId("table").hidden = !shown.length;
  for (const heading of byId("table").querySelectorAll("th[data-sort]")) {
    const chosen = heading.dataset.sort === state.sort;
    heading.setAttribute("aria-sort", chosen ? (state.down ? "descending" : "ascending") : "none");
  }
  placeRows();
}

let scheduled = false;
function scheduleRows() {
  if (scheduled || rows.all) return;
  scheduled = true;
  requestAnimationFrame(() => { scheduled = false; placeRows(); });
}

function placeRows() {
  const count = rows.blocks.length;
  let first = 0;
  let last = count;
  if (!rows.all) {
    const top = above.getBoundingClientRect().top;
    first = blockAt(-top - MARGIN);
    last = Math.min(count, blockAt(innerHeight - top + MARGIN) + 1);
  }
  const held = document.activeElement ? document.activeElement.closest("tbody[data-block]") : null;
  rows.blocks.forEach((block, index) => {
    // The block that holds the focus stays, or the keyboard would lose its place.
    if (block && (index < first || index >= last) && block !== held) dropBlock(index);
  });
  for (let index = first; index < last; index += 1) if (!rows.blocks[index]) addBlock(index);
  measureBlocks();
  setRoom(above, sumHeights(0, first, held));
  setRoom(below, sumHeights(last, count, held));
}

function heightOf(index) {
  return rows.heights[index] || rows.height;
}

function blockAt(offset) {
  let index = 0;
  let height = 0;
  while (index < rows.blocks.length - 1 && height + heightOf(index) <= offset) {
    height += heightOf(index);
    index += 1;
  }
  return index;
}

function sumHeights(from, to, held) {
  let height = 0;
  for (let index = from; index < to; index += 1) if (rows.blocks[index] !== held || !held) height += heightOf(index);
  return height;
}

function setRoom(room, height) {
  const row = room.firstChild;
  if (!height) room.replaceChildren();
  else if (row) row.style.height = `${height}px`;
  else {
    const made = make("tr", {}, make("td", { colspan: columns.length }));
    made.style.height = `${height}px`;
    room.append(made);
  }
}

function addBlock(index) {
  const block = make("tbody", { role: "rowgroup", "data-block": index });
  for (let rank = index * BLOCK; rank < Math.min(rows.shown.length, (index + 1) * BLOCK); rank += 1) {
    block.append(makeRow(rows.shown[rank], rank));
  }
  const next = rows.blocks.slice(index + 1).find(Boolean) || below;
  next.before(block);
  rows.blocks[index] = block;
}

function dropBlock(index) {
  rows.heights[index] = rows.blocks[index].offsetHeight;
  rows.blocks[index].remove();
  rows.blocks[index] = null;
}

function measureBlocks() {
  if (rows.all) return;
  let total = 0;
  let count = 0;
  rows.blocks.forEach((block, index) => {
    if (!block) return;
    rows.heights[index] = block.offsetHeight;
    total += block.childElementCount === BLOCK ? rows.heights[index] : 0;
    count += block.childElementCount === BLOCK ? 1 : 0;
  });
  if (count) rows.height = total / count;
}

function makeRow(figure, rank) {
  const cell = (column, ...children) =>
    make("td", { role: "cell", class: `cell-${column}` }, children);
  const notes = [];
  if (figure.status !== "observed") notes.push(make("span", { class: "tag" }, capitalise(figure.status)));
  const verdict = figure.verdicts.find((found) => found !== "context");
  if (verdict) notes.push(makeVerdict(verdict));
  const measured = figure.measured || figure.measureLabel || figure.counted || "";
  return make("tr", { role: "row", "data-figure": figure.figure_id, "aria-rowindex": rank + 2 },
    cell("number",
      make("a", { href: addressOf(figure), class: "number" }, figure.said),
      notes.length ? make("span", { class: "notes" }, notes) : null),
    cell("measured", make("span", { class: "measured" }, measured),
      figure.measureLabel && foldText(figure.measureLabel) !== foldText(measured)
        ? make("span", { class: "coded" }, figure.measureLabel) : null),
    cell("period", figure.when || (figure.period_text ? make("span", { class: "words" }, `“${figure.period_text}”`) : make("span", { class: "none" }, "undated"))),
    cell("place", figure.placeLabel || dash("no place")),
    cell("speaker", figure.speaker || make("span", { class: "own" }, "the article")),
    cell("article", make("span", { class: "title" }, figure.source.title || figure.source.publisher || figure.source_id),
      make("span", { class: "dated" }, [figure.source.title ? figure.source.publisher : null, figure.source.when].filter(Boolean).join(", "))));
}

function dash(meaning) {
  return make("span", { class: "none" }, make("span", { "aria-hidden": "true" }, "–"),
    make("span", { class: "unseen" }, meaning));
}

// Scrolls to a figure's row, and puts the focus on it.
function revealFigure(figure) {
  const rank = rows.shown.indexOf(figure);
  if (rank < 0) {
    byId("figures").focus();
    return;
  }
  const index = Math.floor(rank / BLOCK);
  if (!rows.blocks[index]) {
    const top = above.getBoundingClientRect().top + scrollY + sumHeights(0, index, null);
    scrollTo({ top: top - innerHeight / 3 });
    placeRows();
  }
  const row = rows.blocks[index] && rows.blocks[index].children[rank % BLOCK];
  if (!row) return;
  row.scrollIntoView({ block: "center" });
  row.querySelector("a").focus({ preventScroll: true });
}

function showPrinted(printing) {
  if (rows.shown.length <= WHOLE || printing === rows.printing) return;
  rows.printing = printing;
  const shown = rows.full || rows.shown;
  const notice = byId("print-notice");
  if (printing) {
    rows.full = shown;
    const printed = shown.slice(0, MOST_PRINTED);
    showFigures(printed);
    rows.all = true;
    placeRows();
    notice.textContent = `The first ${countNoun(printed.length, "figure")} of ${shown.length.toLocaleString("en-GB")}.`;
    notice.hidden = printed.length === shown.length;
  } else {
    rows.full = null;
    notice.hidden = true;
    showFigures(shown);
  }
}
