// One chart: axes, official values, and a point for each figure. Figures without a date stand in a
// column of their own beside the years, at their height.

const HEIGHT = 300;
const EDGE = { top: 34, right: 6, bottom: 34 };
const COLUMN = 30; // The width of a column of undated figures.
const GAP = 18; // Between the years and the undated figures.
const MOST_APART = 60; // Of more figures than these each is a mere dot, without a label.

function makeChart(series, width) {
  const { one, dated, reference, beside } = series;
  const values = [...[...dated, ...beside].flatMap((figure) => (figure.bound === "range" ? [figure.low, figure.high] : [levelOf(figure)])),
    ...reference.map((row) => row.value)];
  const ticks = valueTicks(values);
  const y = makeScale(ticks[0], ticks[ticks.length - 1], HEIGHT - EDGE.bottom, EDGE.top);
  const left = Math.max(...ticks.map((tick) => sayTick(tick, one).length)) * 7.5 + 12;
  const besidePoints = placeBeside(beside, y);
  const room = besideRoom(besidePoints, width);
  const right = width - EDGE.right - (room ? room + GAP : 0);
  const days = [...dated, ...reference.map(datedReference)];
  const first = Math.min(...days.map((row) => dayNumber(row.period_start)));
  const last = Math.max(...days.map((row) => dayNumber(row.period_end)));
  const spare = Math.max(120, (last - first) * 0.06);
  const x = makeScale(first - spare, last + spare, left, right);
  series.from = ticks[0];
  const chart = draw("svg", { class: "chart", viewBox: `0 0 ${width} ${HEIGHT}`, role: "group",
    "aria-label": `${series.label}, ${one.placeLabel || "no place"}: ${countNoun(dated.length + beside.length, "figure")}` });
  if (room) drawLane(chart, besidePoints, right + GAP, room);
  drawAxes(chart, { ticks, x, y, left, right: width - EDGE.right, one, years: yearTicks(first - spare, last + spare, (right - left) / 48) });
  const squares = placeOfficial(reference, x, y);
  if (squares.length) drawOfficial(chart, squares);
  const crowded = dated.length > MOST_APART;
  const points = [...placeDated(dated, x, y, crowded), ...besidePoints];
  drawPoints(chart, points, y, crowded);
  if (crowded) return chart;
  const bounds = { left, right: width - 2, top: 2, bottom: HEIGHT - EDGE.bottom };
  chart.append(labelPoints(points, squares, bounds, right + 4));
  return chart;
}

function drawAxes(chart, { ticks, x, y, left, right, one, years }) {
  const axes = draw("g", { class: "axes", "aria-hidden": "true" });
  for (const tick of ticks) {
    axes.append(draw("line", { x1: left, x2: right, y1: y(tick), y2: y(tick), class: tick === 0 ? "nought" : "" }),
      draw("text", { x: left - 8, y: y(tick) + 4, "text-anchor": "end" }, sayTick(tick, one)));
  }
  for (const year of years) {
    const at = x(yearStart(year));
    axes.append(draw("line", { x1: at, x2: at, y1: HEIGHT - EDGE.bottom, y2: HEIGHT - EDGE.bottom + 5, class: "year" }),
      draw("text", { x: at, y: HEIGHT - EDGE.bottom + 20, "text-anchor": "middle" }, String(year)));
  }
  chart.append(axes);
}

// Figures at one place are set a little apart where there are few.
function placeDated(dated, x, y, crowded) {
  const taken = new Map();
  const points = dated.map((figure) => {
    const at = x(middleOf(figure));
    const level = y(levelOf(figure));
    const place = `${Math.round(at / 6)},${Math.round(level / 6)}`;
    const before = taken.get(place) || 0;
    taken.set(place, before + 1);
    return { figure, at: at + (crowded ? 0 : before * 15), level, from: x(dayNumber(figure.period_start)), to: x(dayNumber(figure.period_end)) };
  });
  return points.sort((a, b) => a.at - b.at);
}

// Each undated figure goes into the first column in which it touches no other.
function placeBeside(beside, y) {
  const points = [];
  for (const figure of beside) {
    const level = y(levelOf(figure));
    const box = boxSign(figure, 0, level);
    let column = 0;
    while (points.some((point) => point.column === column
      && overlap({ ...box, top: box.top - 8, bottom: box.bottom + 8 }, boxSign(point.figure, 0, point.level)))) column += 1;
    points.push({ figure, level, column, beside: true });
  }
  return points.sort((a, b) => a.column - b.column || a.level - b.level);
}

// On a wide chart there is room for the labels beside the last column as well.
function besideRoom(points, width) {
  if (!points.length) return 0;
  const columns = (Math.max(...points.map((point) => point.column)) + 1) * COLUMN;
  const words = Math.max(...points.map((point) => widthOf(labelOf(point.figure))));
  return Math.max(64, columns + (width >= 440 ? Math.min(words, 150) + 8 : 0));
}

function drawLane(chart, points, start, room) {
  for (const point of points) {
    point.at = start + (point.column + 0.5) * COLUMN;
    point.from = point.at;
    point.to = point.at;
  }
  chart.append(draw("g", { class: "lane", "aria-hidden": "true" },
    draw("rect", { x: start, y: EDGE.top - 10, width: room, height: HEIGHT - EDGE.bottom - EDGE.top + 10 }),
    draw("text", { x: start + room / 2, y: HEIGHT - EDGE.bottom + 20, "text-anchor": "middle" }, "no date")));
}

function placeOfficial(reference, x, y) {
  const squares = reference.map((row) => ({ row, at: x(middleOf(datedReference(row))), level: y(row.value) }));
  return squares.sort((a, b) => a.at - b.at);
}

// The line is broken where a year or more of the values is missing.
function drawOfficial(chart, squares) {
  const layer = draw("g", { class: "official", "aria-hidden": "true" });
  const steps = squares.slice(1).map((square, index) => square.at - squares[index].at);
  const usual = steps.filter((step) => step > 1).sort((a, b) => a - b)[Math.floor(steps.length / 4)] || Infinity;
  squares.slice(1).forEach((square, index) => {
    const before = squares[index];
    layer.append(draw("line", { x1: before.at, y1: before.level, x2: square.at, y2: square.level,
      class: steps[index] > usual * 1.6 ? "missing" : "" }));
  });
  for (const { row, at, level } of squares) {
    layer.append(draw("rect", { x: at - 4, y: level - 4, width: 8, height: 8 },
      draw("title", {}, `Official: ${row.said}, ${row.when}, ${row.publisher}`)));
  }
  chart.append(layer);
}

function drawPoints(chart, points, y, crowded) {
  const layer = draw("g", { class: crowded ? "stated crowded" : "stated", role: "list" });
  for (const point of points) {
    layer.append(draw("g", { role: "listitem" }, draw("a", { href: addressOf(point.figure), "aria-label": describePoint(point.figure),
      class: point.figure.status === "observed" ? "observed" : "not-observed", "data-figure": point.figure.figure_id },
      drawSign(point.figure, point, y))));
  }
  chart.append(layer);
}

// What has a date is labelled within the years, which end at `end`; what has none beyond them.
function labelPoints(points, squares, bounds, end) {
  const labels = points.map(({ figure, at, level, beside }) => ({
    words: labelOf(figure), at, level, beside, kind: beside ? "beside" : null,
    bounds: beside ? { ...bounds, left: end } : { ...bounds, right: points.some((point) => point.beside) ? end : bounds.right } }));
  const lasting = points.filter(({ from, to }) => to - from > 12)
    .map(({ from, to, level }) => ({ left: from, right: to, top: level - 4, bottom: level + 4 }));
  const lines = [...lasting, ...squares.map(({ at, level }) => ({ left: at - 4, right: at + 4, top: level - 4, bottom: level + 4 }))];
  squares.slice(1).forEach((square, index) => {
    const before = squares[index];
    for (let part = 0.05; part < 1; part += 0.05) {
      const at = before.at + (square.at - before.at) * part;
      const level = before.level + (square.level - before.level) * part;
      lines.push({ left: at, right: at, top: level, bottom: level });
    }
  });
  const last = squares[squares.length - 1];
  if (last) labels.push({ words: "official", at: last.at, level: last.level, kind: "official-label", shy: true, bounds: { ...bounds, right: end } });
  return drawLabels(labels, points.map(({ figure, at, level }) => boxSign(figure, at, level)), lines);
}
