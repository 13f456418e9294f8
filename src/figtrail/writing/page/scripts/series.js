// What is stated of one measure at one place, put together as a series over time.

const MOST_UNDATED = 6; // So many figures without a date are drawn; more of them are listed.

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
    const gathered = gatherGroup(group, reference);
    if (gathered) series.push(gathered);
  }
  return series.sort((a, b) => b.drawn - a.drawn || b.dated.length - a.dated.length
    || b.group.length - a.group.length || a.one.rank - b.one.rank);
}

// Words alone may mean several things: without a code a series needs several periods.
function gatherGroup(group, reference) {
  const [one] = group;
  const dated = group.filter((figure) => figure.period_start && levelOf(figure) !== null);
  const periods = new Set(dated.map((figure) => figure.period));
  const told = one.measure ? group.length > 1 || reference.length > 0 : periods.size > 1;
  if (!told) return null;
  const drawn = dated.length + reference.length > 1 && periods.size + reference.length > 1;
  const undated = group.filter((figure) => !figure.period_start);
  undated.sort((a, b) => ((a.source.published_earliest || "9") < (b.source.published_earliest || "9") ? -1 : 1));
  const beside = drawn ? undated.filter((figure) => levelOf(figure) !== null).slice(0, MOST_UNDATED) : [];
  return {
    one, group, reference, dated, drawn, beside,
    listed: undated.filter((figure) => !beside.includes(figure)),
    label: one.measureLabel || capitalise(one.measured),
  };
}

// The number at which a figure is drawn: of a range its middle.
function levelOf(figure) {
  if (figure.out_of !== null && figure.kind === "ratio") return figure.share;
  if (figure.bound === "range") return figure.low === null || figure.high === null ? null : (figure.low + figure.high) / 2;
  return figure.value;
}

function describePoint(figure) {
  const status = figure.status === "observed" ? null : figure.status;
  return [figure.said, status, figure.when || "no date stated", figure.speaker, figure.article].filter(Boolean).join(", ");
}

// A denominator that the heading of the chart names already isn't said again at each point.
function labelOf(figure) {
  const per = figure.measure ? content.measures[figure.measure].per : "";
  return per && figure.said.endsWith(per) ? figure.said.slice(0, -per.length) : figure.said;
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
