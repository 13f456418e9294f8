// Puts the page together, and follows its address.

let written = "";

// What the trail is closed with where the address left its figure, not the reader.
const byTheAddress = "by the address";

function refresh() {
  const found = findFigures();
  showFigures(found);
  const all = figures.length.toLocaleString("en-GB");
  byId("result-count").textContent = found.length === figures.length
    ? `All ${all} figures` : found.length
      ? `${found.length.toLocaleString("en-GB")} of ${all} figures` : `None of the ${all} figures fits. Take a filter away, or search for fewer words.`;
  const chosen = countChosen();
  byId("filter-count").textContent = chosen ? `(${chosen} chosen)` : "";
  byId("clear").hidden = !chosen && !state.q;
  byId("sort").parentElement.hidden = !found.length;
}

function change(name, value) {
  state[name] = value;
  showState();
  refresh();
  keepState();
}

function keepState() {
  written = writeState();
  try {
    history.replaceState(null, "", location.pathname + location.search + written);
  } catch {
    // A viewer that forbids it shows the page all the same; only the address stays as it was.
  }
}

function sortBy(name) {
  const down = state.sort === name && !state.down;
  state.sort = name;
  change("down", down);
}

function followAddress() {
  const id = decodeURIComponent(location.hash.slice(1));
  const dialog = byId("trail");
  const figure = figureById.get(id);
  if (figure) {
    openTrail(figure);
    return;
  }
  if (/^f-[a-z0-9]+$/.test(id)) announce("No figure of this publication has that address.");
  if (dialog.open) dialog.close(byTheAddress);
  if (location.hash.startsWith("#?")) {
    readState(location.hash);
    written = location.hash;
    showState();
    refresh();
    byId("figures").scrollIntoView();
    byId("figures").focus({ preventScroll: true });
  }
}

// The browser tells of a closing when it is over: by then the address may have gone on to a figure,
// and to write another one would throw away the steps that the reader can go forward to.
function closeTrail() {
  const dialog = byId("trail");
  if (dialog.open) return;
  document.body.classList.remove("reading");
  if (dialog.returnValue === byTheAddress) return;
  const figure = figureById.get(decodeURIComponent(location.hash.slice(1)));
  if (!figure) return;
  try {
    history.pushState(null, "", location.pathname + location.search + written);
  } catch {
    location.hash = written;
  }
  leaveTrail(figure);
}

function buildSorting() {
  const select = byId("sort");
  for (const sorting of sortings) {
    select.append(make("option", { value: sorting.name }, sorting.label),
      sorting.name === "text" ? "" : make("option", { value: `${sorting.name},down` }, `${sorting.label}, reversed`));
  }
  select.addEventListener("change", () => {
    const [name, down] = select.value.split(",");
    state.sort = name;
    change("down", down === "down");
  });
}

function start() {
  buildFilters(change);
  buildSorting();
  buildTable(sortBy);
  readState(location.hash);
  written = writeState();
  showState();
  refresh();
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("query").addEventListener("input", () => change("q", byId("query").value));
  byId("clear").addEventListener("click", () => {
    readState("");
    change("q", "");
    byId("query").focus();
  });
  const wide = matchMedia("(min-width: 48rem)");
  const unfold = () => { byId("more-filters").open = wide.matches || countChosen() > 0; };
  wide.addEventListener("change", unfold);
  unfold();
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => copyText(byId(button.dataset.copy).textContent, "Copied"));
  }
  const dialog = byId("trail");
  dialog.addEventListener("close", closeTrail);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  addEventListener("hashchange", followAddress);
  buildCharts();
  buildChecks();
  buildArticles();
  if (location.hash) followAddress();
  setTimeout(prepareSearch);
}

start();
