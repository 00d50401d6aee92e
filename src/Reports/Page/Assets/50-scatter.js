// Score against accuracy, one point an architecture, drawn on a canvas.
const margin = { left: 52, right: 14, top: 10, bottom: 40 };
const gutter = 26;
const cloud = { points: [], hovered: -1, pinned: -1, ready: false };

// Average ranks, 1 for the lowest.
function ranks(values) {
  const sorted = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const result = new Float64Array(values.length);
  for (let i = 0; i < sorted.length;) {
    let end = i;
    while (end < sorted.length && values[sorted[end]] === values[sorted[i]]) end++;
    for (let j = i; j < end; j++) result[sorted[j]] = (i + end + 1) / 2;
    i = end;
  }
  return result;
}

function niceTicks(low, high, count) {
  const step0 = (high - low || 1) / count;
  const power = 10 ** Math.floor(Math.log10(step0));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((value) => value >= step0 * 0.8);
  const ticks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) ticks.push(i * step);
  return ticks;
}

// Linear, or logarithmic to both sides of zero where a few scores are far larger than most.
function valueAxis(values) {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  const [typical, largest] = [sizes[sizes.length >> 1] || sizes.find((size) => size > 0) || 1, sizes.at(-1) || 1];
  if (largest / typical < 50) return { map: (value) => value, ticks: (low, high) => niceTicks(low, high, 6).map((tick) => [tick, scoreText(tick)]) };
  const some = sizes.filter((size) => size > 0);
  const unit = Math.max(some[Math.floor(some.length / 20)], values.some((value) => value < 0) ? typical / 100 : 0);
  const map = (value) => Math.sign(value) * Math.log10(1 + Math.abs(value) / unit);
  const ticks = (low, high) => {
    const powers = [];
    for (let power = Math.ceil(Math.log10(unit)); power <= Math.log10(largest); power++) powers.push(power);
    const thin = Math.ceil(powers.length / 6);
    const sizes = powers.filter((_, i) => i % thin === 0).map((power) => 10 ** power);
    return [...sizes.map((size) => -size), 0, ...sizes].map((tick) => [map(tick), tick === 0 ? "0" : minus(`${tick < 0 ? "-" : ""}1e${Math.round(Math.log10(Math.abs(tick)))}`)])
      .filter(([place]) => place >= low - 1e-9 && place <= high + 1e-9);
  };
  return { map, ticks };
}

const runOf = () => data.runs[state.target.run];

function preparePoints() {
  const { scores } = runOf().column.get(state.proxy);
  const rows = state.population.members;
  const accuracy = rows.map((row) => state.target.accuracy[row]);
  const lower = proxyOf.get(state.proxy).lower;
  const score = rows.map((row) => scores[row]);
  const byRank = byId("axes").value === "rank";
  const oriented = score.map((value) => (Number.isNaN(value) ? -Infinity : lower ? -value : value));
  let [x, y] = [ranks(oriented), ranks(accuracy)];
  let axis = { ticks: (low, high) => niceTicks(low, high, 5).map((tick) => [tick, grouped(tick)]) };
  if (!byRank) {
    const defined = score.filter((value) => !Number.isNaN(value));
    axis = valueAxis(defined.length > 0 ? defined : [0]);
    [x, y] = [score.map(axis.map), accuracy];
  }
  const extent = (values) => values.reduce(([low, high], value) => (Number.isFinite(value) ? [Math.min(low, value), Math.max(high, value)] : [low, high]), [Infinity, -Infinity]);
  const known = byRank ? [1, rows.length] : extent(x.filter((_, i) => accuracy[i] >= cloud.floor));
  // Where a few trained badly, the rest is a thin line at the top; the lowest tenth can be left out.
  cloud.floor = byId("axes").value === "upper" ? [...accuracy].sort((a, b) => a - b)[Math.floor(accuracy.length / 10)] : -Infinity;
  cloud.points = rows.map((row, i) => ({ row, x: Number.isNaN(score[i]) ? null : x[i], y: y[i], accuracy: accuracy[i], score: score[i] }))
    .filter((point) => point.accuracy >= cloud.floor);
  cloud.x = widen(known[0] <= known[1] ? known : [0, 1]);
  cloud.y = widen(byRank ? [1, rows.length] : extent(y.filter((value) => value >= cloud.floor)));
  cloud.xTicks = axis.ticks(...cloud.x);
  cloud.yTicks = niceTicks(...cloud.y, 5).map((tick) => [tick, byRank ? grouped(tick) : scoreText(tick)]);
  cloud.gutter = cloud.points.some((point) => point.x === null) ? gutter : 0;
  cloud.xTitle = byRank ? `rank by ${state.proxy} (best at the right)` : `${state.proxy}${lower ? " (lower is better)" : ""}`;
  cloud.yTitle = byRank ? "rank by accuracy (best at the top)" : `${datasetName(state.target.dataset)} ${state.target.metric}${state.target.unit ? " (%)" : ""}`;
  cloud.path = cloud.points.map((_, i) => i).sort((a, b) => cloud.points[a].accuracy - cloud.points[b].accuracy);
}

const widen = ([low, high]) => [low - (high - low || 1) * 0.02, high + (high - low || 1) * 0.02];

function place() {
  const { clientWidth: width, clientHeight: height } = byId("plot");
  const [left, right, bottom] = [margin.left + cloud.gutter, width - margin.right, height - margin.bottom];
  const across = (value) => left + ((value - cloud.x[0]) / (cloud.x[1] - cloud.x[0])) * (right - left);
  const up = (value) => bottom - ((value - cloud.y[0]) / (cloud.y[1] - cloud.y[0])) * (bottom - margin.top);
  cloud.points.forEach((point, i) => {
    // Undefined scores stand in a strip of their own, spread so that they can be told apart.
    point.px = point.x === null ? margin.left + 5 + ((i * 7919) % 97) / 97 * (gutter - 12) : across(point.x);
    point.py = up(point.y);
  });
  return { width, height, left, right, bottom, across, up };
}

function drawCloud() {
  if (!cloud.ready) return;
  const canvas = byId("plot").querySelector("canvas");
  const { width, height, left, right, bottom, across, up } = place();
  const ratio = devicePixelRatio || 1;
  Object.assign(canvas, { width: width * ratio, height: height * ratio });
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  pen.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  const [soft, faint, line] = [colour("soft"), colour("faint"), colour("line")];
  pen.lineWidth = 1;
  const stroke = (tint, x1, y1, x2, y2) => {
    pen.strokeStyle = tint;
    pen.beginPath();
    pen.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
    pen.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
    pen.stroke();
  };
  pen.fillStyle = soft;
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  for (const [tick, text] of cloud.yTicks) {
    stroke(faint, margin.left, up(tick), right, up(tick));
    pen.fillText(text, margin.left - 7, up(tick));
  }
  pen.textAlign = "center";
  let end = -Infinity;
  for (const [tick, text] of cloud.xTicks) {
    stroke(faint, across(tick), margin.top, across(tick), bottom);
    const half = pen.measureText(text).width / 2;
    if (across(tick) - half > end + 6) {
      pen.fillText(text, across(tick), bottom + 12);
      end = across(tick) + half;
    }
  }
  stroke(line, margin.left, bottom, right, bottom);
  if (cloud.gutter) {
    stroke(line, left - 4, margin.top, left - 4, bottom);
    pen.save();
    pen.translate(margin.left + 10, margin.top + 4);
    pen.rotate(-Math.PI / 2);
    pen.textAlign = "right";
    pen.fillText("undefined", 0, 0);
    pen.restore();
  }
  pen.fillText(cloud.xTitle, (left + right) / 2, height - 9);
  pen.save();
  pen.translate(10, (margin.top + bottom) / 2);
  pen.rotate(-Math.PI / 2);
  pen.fillText(cloud.yTitle, 0, 0);
  pen.restore();
  drawPoints(pen);
}

function drawPoints(pen) {
  const many = cloud.points.length > 3000;
  const size = many ? 2.2 : 5;
  pen.globalAlpha = many ? 0.4 : 0.6;
  for (const undefinedOnes of [false, true]) {
    pen.fillStyle = colour(undefinedOnes ? "red" : "accent");
    for (const point of cloud.points) {
      if ((point.x === null) !== undefinedOnes) continue;
      if (many) pen.fillRect(point.px - size / 2, point.py - size / 2, size, size);
      else {
        pen.beginPath();
        pen.arc(point.px, point.py, size / 2, 0, 7);
        pen.fill();
      }
    }
  }
  pen.globalAlpha = 1;
  for (const [index, width] of [[cloud.pinned, 2.5], [cloud.hovered, 2]]) {
    const point = cloud.points[index];
    if (!point) continue;
    pen.strokeStyle = colour("ink");
    pen.fillStyle = colour("red");
    pen.lineWidth = width;
    pen.beginPath();
    pen.arc(point.px, point.py, 5.5, 0, 7);
    pen.fill();
    pen.stroke();
  }
}

function nearest(x, y) {
  let [best, least] = [-1, 24 ** 2];
  cloud.points.forEach((point, i) => {
    const distance = (point.px - x) ** 2 + (point.py - y) ** 2;
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

// Place from the best, over the architectures shown; undefined scores are worst.
function placeOf(id, row) {
  const { scores } = runOf().column.get(id);
  const lower = proxyOf.get(id).lower;
  if (Number.isNaN(scores[row])) return null;
  return 1 + state.population.members.reduce((count, other) => count + (lower ? scores[other] < scores[row] : scores[other] > scores[row]), 0);
}

const accuracies = (row) => data.targets.filter((target) => target.run === state.target.run)
  .map((target) => el("tr", null, el("td", null, `${datasetName(target.dataset)} ${target.metric}`), el("td", { class: "number" }, trained(target.accuracy[row], target))));

function reasonOf(id, row) {
  const column = runOf().column.get(id);
  return column.reasons ? column.reasons[column.reason[row]] : "";
}

function scoreLine(point) {
  const position = placeOf(state.proxy, point.row);
  return position === null ? `undefined: ${reasonOf(state.proxy, point.row)}` : `${scoreText(point.score)} (${grouped(position)} of ${grouped(state.population.n)})`;
}

const architectureText = (row) => el("code", null, runOf().architectures[row].replace(/\+/g, "+\u200b"));

function pointTip(point) {
  return [architectureText(point.row), el("table", null, accuracies(point.row),
    el("tr", null, el("td", null, state.proxy), el("td", { class: "number" }, scoreLine(point))))];
}

function showDetail(index) {
  const point = cloud.points[index];
  byId("detail").replaceChildren(...(point ? pointDetail(point) : proxyDetail()));
}

function pointDetail(point) {
  const ids = [...state.population.ranking.map((item) => item.id)].filter((id) => runOf().column.has(id));
  return [
    el("h3", null, "Architecture"), architectureText(point.row),
    el("table", null, accuracies(point.row)),
    el("table", null, ids.map((id) => {
      const position = placeOf(id, point.row);
      return el("tr", { "aria-selected": id === state.proxy }, el("td", null, id === state.proxy ? el("strong", null, id) : id),
        el("td", { class: "number", title: position === null ? reasonOf(id, point.row) : null }, scoreText(runOf().column.get(id).scores[point.row])),
        el("td", { class: "number dim" }, position === null ? "–" : `#${grouped(position)}`));
    })),
    el("p", { class: "dim small" }, `Scores over everything scored; # is the place among the ${grouped(state.population.n)} chosen.`),
  ];
}

function proxyDetail() {
  const proxy = proxyOf.get(state.proxy);
  const item = state.population.ranking.find((row) => row.id === state.proxy);
  return [
    el("h3", null, proxy.id), el("p", null, proxy.title), el("p", null, el("code", null, proxy.formula)),
    item ? el("p", null, `ρ ${three(item.rho[0])} ${span(item.rho)}`, el("br"), `τ-b ${three(item.tau[0])} ${span(item.tau)}`) : null,
    el("p", { class: "dim" }, `${proxy.lower ? "Lower" : "Higher"} is better. Label budget ${proxy.budget ?? "not stated"}. ${proxy.paper.split(", http")[0]}.`),
  ].filter(Boolean);
}

function hover(index, x, y) {
  if (index !== cloud.hovered) {
    cloud.hovered = index;
    drawCloud();
    showDetail(index >= 0 ? index : cloud.pinned);
  }
  if (index < 0) hideTip();
  else showTip(pointTip(cloud.points[index]), x, y, true);
}

function stepPoint(event) {
  const at = cloud.path.indexOf(cloud.pinned);
  const last = cloud.path.length - 1;
  const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 50, PageDown: -50 }[event.key];
  const next = event.key === "Home" ? 0 : event.key === "End" ? last : step ? Math.min(last, Math.max(0, at < 0 ? (step > 0 ? 0 : last) : at + step)) : null;
  if (event.key === "Escape") unpin();
  if (next === null || last < 0) return;
  event.preventDefault();
  cloud.pinned = cloud.path[next];
  const box = byId("plot").getBoundingClientRect();
  const point = cloud.points[cloud.pinned];
  drawCloud();
  showDetail(cloud.pinned);
  showTip(pointTip(point), box.left + point.px, box.top + point.py);
}

function unpin() {
  cloud.pinned = cloud.hovered = -1;
  hideTip();
  drawCloud();
  showDetail(-1);
}

function showScatterLegend() {
  const mark = (tint, radius, ring) => svg("svg", { width: 16, height: 14, "aria-hidden": "true" },
    svg("circle", { cx: 8, cy: 7, r: radius, fill: `var(--${tint})`, stroke: ring ? "var(--ink)" : "none", "stroke-width": 2 }));
  const entry = (picture, text) => el("span", null, picture, text);
  byId("scatter-legend").replaceChildren(...[
    entry(mark("accent", 3), "architecture"),
    cloud.gutter ? entry(mark("red", 3), "undefined score, ranked worst") : null,
    entry(mark("red", 5, true), "its numbers are shown"),
  ].filter(Boolean));
}

function showScatter() {
  if (!cloud.ready) return;
  const ids = state.population.ranking.map((item) => item.id).filter((id) => runOf().column.has(id));
  if (!ids.includes(state.proxy)) state.proxy = ids.find((id) => !proxyOf.get(id).counting) ?? ids[0];
  byId("proxy").replaceChildren(...ids.map((id) => el("option", { value: id, selected: id === state.proxy }, id)));
  cloud.hovered = cloud.pinned = -1;
  preparePoints();
  drawCloud();
  showDetail(-1);
  showScatterLegend();
  byId("scatter-caption").textContent = `${state.proxy} against ${targetName(state.target)}, n = ${grouped(state.population.n)}: ${state.population.title}. `
    + (cloud.floor > 0 ? `Not shown: ${grouped(state.population.n - cloud.points.length)} below ${trained(cloud.floor, state.target)}. ` : "")
    + (cloud.gutter ? "Undefined scores stand in the strip at the left and rank worst." : "");
}

function buildScatter() {
  const plot = byId("plot");
  plot.append(el("canvas", { "aria-hidden": "true" }));
  cloud.ready = true;
  byId("proxy").addEventListener("change", (event) => change({ proxy: event.target.value }));
  byId("axes").addEventListener("change", showScatter);
  plot.addEventListener("mousemove", (event) => hover(nearest(event.offsetX, event.offsetY), event.clientX, event.clientY));
  plot.addEventListener("mouseleave", () => hover(-1));
  plot.addEventListener("click", (event) => {
    cloud.pinned = nearest(event.offsetX, event.offsetY);
    drawCloud();
    showDetail(cloud.pinned);
  });
  plot.addEventListener("keydown", stepPoint);
  plot.addEventListener("blur", hideTip);
  new ResizeObserver(drawCloud).observe(plot);
  onChange((what) => (what.theme ? drawCloud() : what.target || what.population || what.proxy ? showScatter() : null));
  showScatter();
}
