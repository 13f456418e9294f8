// The charts of all series: a card for each, with its values as a table, and the legend.

function makeSeries(series) {
  const { one, reference, beside, listed } = series;
  const unit = one.measure && content.measures[one.measure].unit ? content.measures[one.measure].unit : one.counted;
  const card = make("figure", { class: "series" },
    make("figcaption", {}, make("h3", {}, series.label, one.placeLabel ? make("span", {}, ` ${one.placeLabel}`) : null),
      make("p", { class: "about" }, [unit ? capitalise(unit) + (one.measure ? content.measures[one.measure].per || "" : "") : null,
        countNoun(series.group.length, "statement"),
        reference.length ? countNoun(reference.length, "official value") : null].filter(Boolean).join(" · "), make("span", { class: "scale" }))));
  if (series.drawn) {
    const place = make("div", { class: "drawing" });
    card.append(place, make("p", { class: "readout", "aria-hidden": "true" }, "\u00a0"));
    drawNear(place, series);
  }
  // Beside a narrow chart there is no room for labels: there the list has what is drawn as well.
  card.append(listUndated(beside, "undated where-narrow"), listUndated(listed, "undated"));
  if (series.drawn) card.append(makeValues(series));
  return card;
}

function listUndated(undated, name) {
  if (!undated.length) return "";
  return make("div", { class: name }, make("h4", {}, "Without a date"),
    make("ul", {}, undated.map((figure) => make("li", {}, linkStatement(figure)))));
}

function linkStatement(figure) {
  return [make("a", { href: addressOf(figure) }, figure.said),
    make("span", {}, ` ${[figure.status === "observed" ? null : figure.status, figure.article].filter(Boolean).join(", ")}`)];
}

// A crowded chart is drawn only while it is near the window: thousands of points slow down the rest.
const drawings = new Set();
let printingCharts = false;

function drawNear(place, series) {
  let width = 0;
  let near = series.dated.length <= MOST_APART;
  const kept = near;
  const redraw = () => {
    const now = Math.max(280, Math.round(place.clientWidth));
    if (!near && !printingCharts) {
      if (!width || place.contains(document.activeElement)) return;
      place.style.minHeight = `${place.offsetHeight}px`;
      place.replaceChildren();
      width = 0;
      return;
    }
    if (now === width || !place.isConnected) return;
    width = now;
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.figure : null;
    place.replaceChildren(makeChart(series, width));
    const note = place.parentElement.querySelector(".scale");
    note.textContent = series.from ? ` · The scale starts at ${sayTick(series.from, series.one)}` : "";
    if (focused) place.querySelector(`[data-figure="${focused}"]`).focus();
  };
  new ResizeObserver(redraw).observe(place);
  if (!kept) new IntersectionObserver(([entry]) => { near = entry.isIntersecting; redraw(); }, { rootMargin: "800px" }).observe(place);
  drawings.add(redraw);
  const tell = (event) => {
    const point = event.target.closest("[data-figure]");
    const official = event.target.closest(".official rect");
    const readout = place.nextElementSibling;
    readout.textContent = point ? describePoint(figureById.get(point.dataset.figure))
      : official ? official.textContent : "\u00a0";
  };
  place.addEventListener("pointerover", tell);
  place.addEventListener("focusin", tell);
}

function makeValues(series) {
  const details = make("details", { class: "values" }, make("summary", {}, "The values as a table"));
  details.addEventListener("toggle", () => {
    if (details.childElementCount === 1) details.append(makeValueTable(series));
  });
  return details;
}

function makeValueTable({ dated, beside, reference }) {
  const lines = [
    ...[...dated, ...beside].map((figure) => [figure.period_start || "~", figure.when || "No date", make("a", { href: addressOf(figure) }, figure.said), figure.article]),
    ...reference.map((row) => {
      const address = webAddress(row.url);
      const name = `${row.publisher}${row.vintage ? ` (${row.vintage})` : ""}`;
      return [datedReference(row).period_start, row.when, row.said, ["Official: ", address ? make("a", { href: address, rel: "noopener external" }, name) : name]];
    }),
  ].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  return make("table", {}, make("thead", {}, make("tr", {}, ["Period", "Value", "Who states it"].map((label) => make("th", { scope: "col" }, label)))),
      make("tbody", {}, lines.map(([, when, said, who]) => make("tr", {}, make("td", {}, when), make("td", {}, said), make("td", {}, who)))));
}

function buildLegend(allSeries) {
  const drawn = allSeries.filter((series) => series.drawn).flatMap((series) => [...series.dated, ...series.beside]);
  const sample = (figure) => drawSample(draw("g", { class: "stated" },
    drawSign({ status: "observed", ...figure }, { at: 22, level: figure.level || 22, from: 22, to: 22, ...figure }, (end) => end)));
  const bounds = [
    ["exact", {}, "exact"], ["about", {}, "about"],
    ["over", { level: 36 }, "more than"], ["at_least", { level: 36 }, "at least"],
    ["under", { level: 8 }, "less than"], ["at_most", { level: 8 }, "up to"], ["nearly", { level: 8 }, "nearly"],
    ["range", { low: 36, high: 8 }, "from … to"],
  ].map(([bound, at, words]) => [(figure) => figure.bound === bound, { bound, ...at }, words]);
  const entries = [...bounds,
    [(figure) => figure.status !== "observed", { bound: "exact", status: "planned" }, "not observed: planned, forecast or supposed"],
    [(figure) => figure.period_start !== figure.period_end, { bound: "exact", from: 4, to: 40 }, "over a period"],
  ];
  const list = byId("legend");
  for (const [used, figure, words] of entries) {
    if (drawn.some(used)) list.append(make("li", {}, sample(figure), words));
  }
  if (allSeries.some((series) => series.drawn && series.reference.length)) {
    list.append(make("li", {}, drawSample(draw("g", { class: "official" },
      draw("line", { x1: 2, y1: 26, x2: 42, y2: 18 }), draw("rect", { x: 17, y: 17, width: 10, height: 10 }))), "official value"));
  }
}

function drawSample(sign) {
  return draw("svg", { viewBox: "0 0 44 44", width: 30, height: 30, "aria-hidden": "true", class: "chart" }, sign);
}

function buildCharts() {
  const allSeries = gatherSeries();
  buildLegend(allSeries);
  fillInSteps(byId("chart-list"), allSeries, 8, makeSeries, "No measure has several figures.");
  whenPrinting((printing) => {
    printingCharts = printing;
    for (const redraw of drawings) redraw();
  });
}
