// The sign of a figure in a chart, and its label. A bound is drawn as a bound: an open end is an
// arrow, an approximation a broken ring, a range a bar, a period a line as long as it lasts.

const WHISKER = 30;
const upward = new Set(["over", "at_least"]);
const downward = new Set(["under", "at_most", "nearly"]);
const excluding = new Set(["over", "under", "nearly"]);

// `y` places the ends of a range.
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

// How far a sign reaches, as a box that labels and other signs keep out of.
function boxSign(figure, at, level) {
  return { left: at - 9, right: at + 9,
    top: level - (upward.has(figure.bound) ? WHISKER : 9), bottom: level + (downward.has(figure.bound) ? WHISKER : 9) };
}

function overlap(one, other) {
  return one.right >= other.left && one.left <= other.right && one.bottom >= other.top && one.top <= other.bottom;
}

let pen = null;
function widthOf(words) {
  if (!pen) {
    pen = document.createElement("canvas").getContext("2d");
    pen.font = `600 13px ${getComputedStyle(document.documentElement).getPropertyValue("--sans")}`;
  }
  return pen.measureText(words).width + 2;
}

// A label goes where it hides no other label or sign, and crosses no line if that can be helped;
// where there is no such place it is left out, as the number is in the table under the chart too.
function drawLabels(labels, taken, lines) {
  const layer = draw("g", { class: "labels", "aria-hidden": "true" });
  const boxes = [...taken];
  for (const { words, at, level, beside, kind, shy, bounds } of labels) {
    const size = widthOf(words);
    const tries = [[at + 12, level - 9, "start"], [at - 12, level - 9, "end"], [at + 12, level + 18, "start"],
      [at - 12, level + 18, "end"], [at, level - 14, "middle"], [at, level + 24, "middle"], [at + 14, level + 4.5, "start"], [at - 14, level + 4.5, "end"]];
    if (beside) tries.unshift(tries[6]);
    const places = tries.map(([left, base, anchor]) => {
      const from = anchor === "start" ? left : anchor === "end" ? left - size : left - size / 2;
      return { left, base, anchor, box: { left: from, right: from + size, top: base - 12, bottom: base + 4 } };
    });
    const inside = places.filter(({ box }) => box.left > bounds.left && box.right < bounds.right
      && box.top > bounds.top && box.bottom < bounds.bottom && !boxes.some((other) => overlap(box, other)));
    const place = inside.find(({ box }) => !lines.some((other) => overlap(box, other))) || (shy ? null : inside[0]);
    if (place) {
      boxes.push(place.box);
      layer.append(draw("text", { x: place.left, y: place.base, "text-anchor": place.anchor, class: kind }, words));
    }
  }
  return layer;
}
