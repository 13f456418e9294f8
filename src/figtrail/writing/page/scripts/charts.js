// What is stated of one measure at one place, over time. A bound is drawn as a bound: an open end
// is an arrow, an approximation a broken ring, a range a bar, a period a line as long as it lasts.

const HEIGHT = 300;
const EDGE = { top: 34, right: 28, bottom: 34, left: 62 };
const WHISKER = 30;
const upward = new Set(["over", "at_least"]);
const downward = new Set(["under", "at_most", "nearly"]);
const excluding = new Set(["over", "under", "nearly"]);

function gatherSeries() {
  const levels = figures.filter((figure) => !figure.change && (figure.measure || figure.measured));
  const groups = groupBy(levels, (figure) => JSON.stringify([
    figure.measure ? `=${figure.measure}` : foldText(figure.measured),
    figure.place || figure.placeLabel, figure.kind, figure.unit, figure.per, figure.per_quantity]));
  const official = groupBy(content.reference, (row) => JSON.stringify([row.measure, row.place, row.unit]));
  const series = [];
  for (const group of groups.values()) {
    const [one] = group;
    const reference = one.measure
      ? official.get(JSON.stringify([one.measure, one.place, one.unit])) || [] : [];
    const dated = group.filter((figure) => figure.period_start && levelOf(figure) !== null);
    const periods = new Set(dated.map((figure) => figure.period));
    const told = one.measure ? group.length > 1 || reference.length > 0 : periods.size > 1;
    if (!told) continue;
    series.push({
      one, group, reference, dated, undated: group.filter((figure) => !figure.period_start),
      drawn: dated.length + reference.length > 1 && periods.size + reference.length > 1,
      label: one.measureLabel || capitalise(one.measured),
    });
  }
  return series.sort((a, b) => b.drawn - a.drawn || b.dated.length - a.dated.length
    || b.group.length - a.group.length || a.one.rank - b.one.rank);
}

// The number at which a figure is drawn: of a range its middle.
function levelOf(figure) {
  if (figure.out_of !== null && figure.kind === "ratio") return figure.share;
  if (figure.bound === "range") return figure.low === null || figure.high === null ? null : (figure.low + figure.high) / 2;
  return figure.value;
}

function describePoint(figure) {
  const status = figure.status === "observed" ? null : figure.status;
  return [figure.said, status, figure.when, figure.speaker, figure.article].filter(Boolean).join(", ");
}

function makeChart(series, width) {
  const { one, dated, reference } = series;
  const starts = [...dated, ...reference.map(datedReference)];
  const first = Math.min(...starts.map((row) => dayNumber(row.period_start)));
  const last = Math.max(...starts.map((row) => dayNumber(row.period_end)));
  const room = Math.max(120, (last - first) * 0.06);
  const values = [...dated.flatMap((figure) => (figure.bound === "range" ? [figure.low, figure.high] : [levelOf(figure)])),
    ...reference.map((row) => row.value)];
  const ticks = valueTicks(values);
  const x = makeScale(first - room, last + room, EDGE.left, width - EDGE.right);
  const y = makeScale(ticks[0], ticks[ticks.length - 1], HEIGHT - EDGE.bottom, EDGE.top);
  series.from = ticks[0];
  const chart = draw("svg", { class: "chart", viewBox: `0 0 ${width} ${HEIGHT}`, role: "group",
    "aria-label": `${series.label}, ${one.placeLabel || "no place"}: ${countNoun(dated.length, "dated figure")}` });
  drawAxes(chart, { ticks, x, y, width, one, years: yearTicks(first - room, last + room, (width - 90) / 52) });
  if (reference.length) drawOfficial(chart, reference, x, y);
  drawPoints(chart, dated, x, y, width);
  return chart;
}

function drawAxes(chart, { ticks, x, y, width, one, years }) {
  const axes = draw("g", { class: "axes", "aria-hidden": "true" });
  for (const tick of ticks) {
    axes.append(draw("line", { x1: EDGE.left, x2: width - EDGE.right, y1: y(tick), y2: y(tick), class: tick === 0 ? "nought" : "" }),
      draw("text", { x: EDGE.left - 8, y: y(tick) + 4, "text-anchor": "end" }, sayTick(tick, one)));
  }
  for (const year of years) {
    const at = x(yearStart(year));
    axes.append(draw("line", { x1: at, x2: at, y1: HEIGHT - EDGE.bottom, y2: HEIGHT - EDGE.bottom + 5, class: "year" }),
      draw("text", { x: at, y: HEIGHT - EDGE.bottom + 20, "text-anchor": "middle" }, String(year)));
  }
  chart.append(axes);
}

const spans = new Map();
function datedReference(row) {
  if (!spans.has(row.reference_id)) spans.set(row.reference_id, spanPeriod(row.period));
  return spans.get(row.reference_id);
}

function spanPeriod(period) {
  const [start, end = start] = period.split("/");
  const year = Number(end.slice(0, 4));
  const month = Number(end.slice(5, 7)) || 12;
  const lastDay = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { period_start: start + "-01-01".slice(start.length - 4), period_end: end.length < 10 ? lastDay : end };
}

function middleOf(row) {
  return (dayNumber(row.period_start) + dayNumber(row.period_end)) / 2;
}

function drawOfficial(chart, reference, x, y) {
  const points = reference.map((row) => ({ row, at: x(middleOf(datedReference(row))), level: y(row.value) }));
  points.sort((a, b) => a.at - b.at);
  const layer = draw("g", { class: "official", "aria-hidden": "true" });
  layer.append(draw("polyline", { points: points.map((point) => `${point.at},${point.level}`).join(" ") }));
  for (const { row, at, level } of points) {
    layer.append(draw("rect", { x: at - 4.5, y: level - 4.5, width: 9, height: 9 },
      draw("title", {}, `Official: ${row.said}, ${row.when}, ${row.publisher}`)));
  }
  chart.append(layer);
}

function drawPoints(chart, dated, x, y, width) {
  const taken = new Map();
  const points = dated.map((figure) => {
    const at = x(middleOf(figure));
    const level = y(levelOf(figure));
    const place = `${Math.round(at / 6)},${Math.round(level / 6)}`;
    const before = taken.get(place) || 0;
    taken.set(place, before + 1);
    return { figure, at: at + before * 15, level, from: x(dayNumber(figure.period_start)), to: x(dayNumber(figure.period_end)) };
  });
  points.sort((a, b) => a.at - b.at);
  const layer = draw("g", { class: "stated", role: "list" });
  for (const point of points) {
    layer.append(draw("g", { role: "listitem" }, draw("a", { href: addressOf(point.figure), "aria-label": describePoint(point.figure),
      class: point.figure.status === "observed" ? "observed" : "not-observed", "data-figure": point.figure.figure_id },
      drawSign(point.figure, point, y))));
  }
  chart.append(layer, drawLabels(points, width));
}

// The sign of one figure; `y` places the ends of a range.
function drawSign(figure, { at, level, from, to }, y) {
  const signs = [draw("circle", { class: "reach", cx: at, cy: level, r: 13 })];
  if (to - from > 12) signs.push(draw("path", { class: "lasting", d: `M${from} ${level}H${to}M${from} ${level - 4}v8M${to} ${level - 4}v8` }));
  if (figure.bound === "range") {
    const [low, high] = [y(figure.low), y(figure.high)];
    signs.push(draw("path", { class: "range", d: `M${at - 6} ${low}h12M${at - 6} ${high}h12M${at} ${low}V${high}` }));
  }
  const way = upward.has(figure.bound) ? -1 : downward.has(figure.bound) ? 1 : 0;
  if (way) {
    const tip = level + way * WHISKER;
    signs.push(draw("path", { class: "whisker", d: `M${at} ${level + way * 6}V${tip}M${at - 5} ${tip - way * 6}L${at} ${tip}L${at + 5} ${tip - way * 6}` }));
  }
  if (figure.bound === "about") signs.push(draw("circle", { class: "ring", cx: at, cy: level, r: 9.5 }));
  const hollow = excluding.has(figure.bound) ? "dot hollow" : "dot";
  signs.push(figure.status === "observed"
    ? draw("circle", { class: hollow, cx: at, cy: level, r: 5 })
    : draw("path", { class: hollow, d: `M${at} ${level - 6.5}L${at + 6.5} ${level}L${at} ${level + 6.5}L${at - 6.5} ${level}Z` }));
  return signs;
}

// A label goes where it hides no other label or point; where there is no such place it is left out,
// as the number is under the chart as well.
function drawLabels(points, width) {
  const layer = draw("g", { class: "labels", "aria-hidden": "true" });
  const boxes = points.map(({ at, level, figure }) => ({
    left: at - 8, right: at + 8,
    top: level - (upward.has(figure.bound) ? WHISKER : 8), bottom: level + (downward.has(figure.bound) ? WHISKER : 8) }));
  for (const { figure, at, level } of points) {
    const size = figure.said.length * 7.4;
    const tries = [[at + 12, level - 9, "start"], [at - 12, level - 9, "end"], [at + 12, level + 18, "start"],
      [at - 12, level + 18, "end"], [at, level - 14, "middle"], [at, level + 24, "middle"]];
    for (const [left, base, anchor] of tries) {
      const from = anchor === "start" ? left : anchor === "end" ? left - size : left - size / 2;
      const box = { left: from, right: from + size, top: base - 12, bottom: base + 3 };
      const free = box.left > EDGE.left && box.right < width - 4 && box.top > 2 && box.bottom < HEIGHT - EDGE.bottom
        && boxes.every((other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom);
      if (free) {
        boxes.push(box);
        layer.append(draw("text", { x: left, y: base, "text-anchor": anchor }, figure.said));
        break;
      }
    }
  }
  return layer;
}

function makeSeries(series) {
  const { one, reference, undated } = series;
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
  if (undated.length) {
    card.append(make("div", { class: "undated" }, make("h4", {}, "Without a date"),
      make("ul", {}, undated.map((figure) => make("li", {}, linkStatement(figure))))));
  }
  if (series.drawn) card.append(makeValues(series));
  return card;
}

function linkStatement(figure) {
  return [make("a", { href: addressOf(figure) }, figure.said),
    make("span", {}, ` ${[figure.status === "observed" ? null : figure.status, figure.article].filter(Boolean).join(", ")}`)];
}

// A chart is drawn while it is near the window: thousands of points would slow down all the rest.
const drawings = new Set();
let printingCharts = false;

function drawNear(place, series) {
  let width = 0;
  let near = false;
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
    note.textContent = series.from ? ` · Scale from ${sayTick(series.from, series.one)}` : "";
    if (focused) place.querySelector(`[data-figure="${focused}"]`).focus();
  };
  new ResizeObserver(redraw).observe(place);
  new IntersectionObserver(([entry]) => { near = entry.isIntersecting; redraw(); }, { rootMargin: "800px" }).observe(place);
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

function makeValueTable({ dated, reference }) {
  const lines = [
    ...dated.map((figure) => [figure.period_start, figure.when, make("a", { href: addressOf(figure) }, figure.said), figure.article]),
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
  const drawn = allSeries.filter((series) => series.drawn).flatMap((series) => series.dated);
  const sample = (figure) => draw("svg", { viewBox: "0 0 44 44", width: 30, height: 30, "aria-hidden": "true", class: "chart" },
    draw("g", { class: "stated" }, drawSign({ status: "observed", ...figure }, { at: 22, level: figure.level || 22, from: 22, to: 22, ...figure }, (end) => end)));
  const entries = [
    [(figure) => figure.bound === "exact", { bound: "exact" }, "stated as it is"],
    [(figure) => upward.has(figure.bound), { bound: "over", level: 36 }, "more than, at least: open above"],
    [(figure) => downward.has(figure.bound), { bound: "under", level: 8 }, "less than, up to: open below"],
    [(figure) => figure.bound === "about", { bound: "about" }, "about"],
    [(figure) => figure.bound === "range", { bound: "range", low: 36, high: 8 }, "from … to"],
    [(figure) => figure.status !== "observed", { bound: "exact", status: "planned" }, "planned, forecast, targeted or supposed"],
    [(figure) => figure.period_start !== figure.period_end, { bound: "exact", from: 4, to: 40 }, "over a period"],
  ];
  const list = byId("legend");
  for (const [used, figure, words] of entries) {
    if (drawn.some(used)) list.append(make("li", {}, sample(figure), words));
  }
  if (allSeries.some((series) => series.drawn && series.reference.length)) {
    const square = draw("svg", { viewBox: "0 0 44 44", width: 30, height: 30, "aria-hidden": "true", class: "chart" },
      draw("g", { class: "official" }, draw("polyline", { points: "2,26 42,18" }), draw("rect", { x: 17, y: 17, width: 10, height: 10 })));
    list.append(make("li", {}, square, "official value"));
  }
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
