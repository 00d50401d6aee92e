// The ranked table, whose middle column is the dot plot: one row a proxy, lines through all rows.
const measureName = { rho: "Spearman ρ", tau: "Kendall τ-b" };
// Of the other datasets' points: square, triangles, diamond, cross, pentagon, plus, star.
const shapes = [
  "M-3.5 -3.5h7v7h-7z", "M0 -4.5L4.5 3.5H-4.5z", "M0 -4.5L4.5 0L0 4.5L-4.5 0z", "M0 4.5L4.5 -3.5H-4.5z",
  "M-4 -2.5L-2.5 -4L0 -1.5L2.5 -4L4 -2.5L1.5 0L4 2.5L2.5 4L0 1.5L-2.5 4L-4 2.5L-1.5 0z", "M0 -4.5L4.3 -1.4L2.6 3.6H-2.6L-4.3 -1.4z",
  "M-1.2 -4.5h2.4v3.3h3.3v2.4h-3.3v3.3h-2.4v-3.3h-3.3v-2.4h3.3z", "M0 -5L1.4 -1.6L5 -1.5L2.2 .8L3.1 4.3L0 2.3L-3.1 4.3L-2.2 .8L-5 -1.5L-1.4 -1.6z",
];
const narrow = matchMedia("(max-width: 760px)");
let order = { key: "rank", down: false };

const rankingColumns = () => [
  { key: "rank", heading: "#", number: true, of: (row) => row.rank, text: (row) => String(row.rank) },
  { key: "id", heading: "proxy", of: (row) => row.id, text: (row) => row.id },
  { key: "point", heading: measureName[state.measure], short: state.measure === "rho" ? "ρ" : "τ-b", number: true, down: true, of: (row) => row.value[0], text: (row) => three(row.value[0]), below: (row) => span(row.value) },
  { key: "low", heading: `${data.level} interval`, number: true, wide: true, down: true, of: (row) => row.value[1], text: (row) => span(row.value) },
  { key: "gain", heading: "gain", number: true, wide: true, down: true, of: (row) => row.gain?.[0] ?? null, text: (row) => signed(row.gain?.[0] ?? null) },
  { key: "gainLow", heading: `${data.level} interval`, number: true, wide: true, down: true, of: (row) => row.gain?.[1] ?? null, text: (row) => span(row.gain, signed) },
  { key: "budget", heading: "labels", number: true, wide: true, of: (row) => row.proxy.budget, text: (row) => String(row.proxy.budget ?? "–") },
  { key: "undefined", heading: "undefined", number: true, wide: true, of: (row) => row.undefined, text: (row) => grouped(row.undefined) },
  { key: "ms", heading: "ms/arch", number: true, wide: true, of: (row) => row.ms, text: (row) => milliseconds(row.ms) },
];

function rankingRows() {
  const gain = state.measure === "rho" ? "gainRho" : "gainTau";
  const rows = state.population.ranking.map((item) => ({
    id: item.id, proxy: proxyOf.get(item.id), value: item[state.measure], gain: item[gain], undefined: item.undefined, ms: item.ms, item,
  }));
  rows.sort((a, b) => (b.value[0] ?? -2) - (a.value[0] ?? -2) || (a.id < b.id ? -1 : 1));
  rows.forEach((row, i) => (row.rank = i + 1));
  const column = rankingColumns().find((item) => item.key === order.key);
  const sign = order.down ? -1 : 1;
  return rows.filter((row) => `${row.id} ${row.proxy.title}`.toLowerCase().includes(state.filter))
    .sort((a, b) => {
      const [first, second] = [column.of(a), column.of(b)];
      if (first === null || second === null) return (first === null) - (second === null);
      return first < second ? -sign : first > second ? sign : a.rank - b.rank;
    });
}

// The axis starts where nine of ten proxies begin; what lies lower is marked at its edge.
function scale() {
  const lows = state.population.ranking.map((item) => item[state.measure][1] ?? item[state.measure][0]).filter((value) => value !== null)
    .sort((a, b) => a - b);
  const from = Math.min(0.8, Math.floor((lows[Math.floor(lows.length / 10)] ?? 0) * 5 - 0.05) / 5);
  const at = (value) => `${(4 + (92 * (Math.max(value, from) - from)) / (1 - from)).toFixed(3)}%`;
  const ticks = [];
  for (let i = Math.round(from * 5); i <= 5; i++) ticks.push(i / 5);
  return { at, ticks, from };
}

// The same architectures under another target, or nothing where that has no such part.
const correlations = (target) => target.populations.find((item) => item.id === state.population.id)?.ranking ?? [];
const baselineRow = () => state.population.ranking.find((item) => item.id === state.population.baseline);
const ceilingValue = () => state.target.ceiling?.[state.measure === "rho" ? 0 : 1] ?? null;
const tone = (proxy) => `var(--${proxy.counting ? "orange" : proxy.aggregate ? "green" : "accent"})`;

function guides({ at, ticks }, height) {
  const line = (value, attributes) => svg("line", { x1: at(value), x2: at(value), y1: 0, y2: height, ...attributes });
  const lines = ticks.map((tick) => line(tick, { stroke: tick === 0 ? "var(--line)" : "var(--faint)", "stroke-width": 1 }));
  const [base, ceiling] = [baselineRow()?.[state.measure][0] ?? null, ceilingValue()];
  if (base !== null && base >= ticks[0]) lines.push(line(base, { stroke: "var(--orange)", "stroke-width": 1.25 }));
  if (ceiling !== null) lines.push(line(ceiling, { stroke: "var(--soft)", "stroke-width": 1.25, "stroke-dasharray": "4 3" }));
  return lines;
}

function dots(row, axis) {
  // As high as a row of the style sheet.
  const height = narrow.matches ? 40 : 27.5;
  const middle = height / 2;
  const marks = guides(axis, height);
  data.targets.forEach((target, i) => {
    const other = target === state.target ? null : correlations(target).find((item) => item.id === row.id)?.[state.measure][0] ?? null;
    if (other !== null && other >= axis.from) {
      marks.push(svg("svg", { x: axis.at(other), y: middle, overflow: "visible" },
        svg("path", { d: shapes[i % shapes.length], fill: "var(--paper)", stroke: "var(--soft)", "stroke-width": 1.1 })));
    }
  });
  const [point, low, high] = row.value;
  if (low !== null && high !== null && point >= axis.from) {
    marks.push(svg("line", { x1: axis.at(low), x2: axis.at(high), y1: middle, y2: middle, stroke: tone(row.proxy), "stroke-width": 2.5, "stroke-linecap": "round" }));
  }
  if (point !== null && point < axis.from) {
    marks.push(svg("path", { d: `M6 ${middle - 4}V${middle + 4}L0 ${middle}Z`, fill: tone(row.proxy) }), svg("text", { x: 10, y: middle + 4 }, three(point)));
  } else if (point !== null) marks.push(svg("circle", { cx: axis.at(point), cy: middle, r: 4.5, fill: tone(row.proxy), stroke: "var(--paper)", "stroke-width": 1 }));
  return svg("svg", { height, "aria-hidden": "true" }, marks);
}

function axisHead({ at, ticks }) {
  return svg("svg", { height: 18, role: "img", "aria-label": `${measureName[state.measure]} axis` }, ticks.map((tick, i) =>
    svg("text", { x: at(tick), y: 13, "text-anchor": "middle", class: i % 2 === ticks.length % 2 ? "spare" : null }, minus(tick.toFixed(1)))));
}

function rankingTip(row) {
  const line = (name, text) => el("tr", null, el("td", null, name), el("td", null, text));
  return [
    el("strong", null, row.id), el("div", null, row.proxy.title),
    el("table", null,
      line("Spearman ρ", `${three(row.item.rho[0])} ${span(row.item.rho)}`), line("Kendall τ-b", `${three(row.item.tau[0])} ${span(row.item.tau)}`),
      data.targets.filter((target) => target !== state.target).map((target) => {
        const other = correlations(target).find((item) => item.id === row.id);
        return other ? line(targetLabel(target), `${state.measure === "rho" ? "ρ" : "τ"} ${three(other[state.measure][0])}`) : null;
      }),
      row.gain ? line("gain", `${signed(row.gain[0])} ${span(row.gain, signed)} over ${state.population.baseline}`) : null,
      line("cost", `${milliseconds(row.ms)} ms an architecture`)),
  ];
}

function rankingRow(row, axis, columns) {
  const tag = row.proxy.counting ? el("span", { class: "tag", style: "color:var(--orange)" }, "count")
    : row.proxy.aggregate ? el("span", { class: "tag" }, "aggregate") : null;
  const name = el("button", {
    type: "button", "aria-label": `${row.id}: show its scatter plot`,
    onclick: () => { change({ proxy: row.id }); byId("scatter").scrollIntoView({ block: "start" }); },
    onfocus: (event) => event.target.matches(":focus-visible") && showTip(rankingTip(row), event.target.getBoundingClientRect().right, event.target.getBoundingClientRect().bottom),
    onblur: hideTip,
  }, breakable(row.id), tag);
  const cell = (column) => el("td", { class: `${column.number ? "number" : ""} ${column.wide ? "wide dim" : ""}` }, column.text(row),
    column.below ? el("span", { class: "below" }, column.below(row)) : null);
  return el("tr", {
    "data-proxy": row.id, "aria-selected": row.id === state.proxy,
    onmousemove: (event) => showTip(rankingTip(row), event.clientX, event.clientY), onmouseleave: hideTip,
  }, cell(columns[0]), el("td", { class: "name" }, name), el("td", { class: "dots" }, dots(row, axis)), columns.slice(2).map(cell));
}

function showRanking() {
  const [columns, rows, axis] = [rankingColumns(), rankingRows(), scale()];
  const sort = (next) => {
    order = next;
    showRanking();
    byId("ranking-table").querySelector(`[data-sort="${next.key}"]`).focus();
  };
  const head = columns.map((column) => sortButton(column, order, sort));
  const empty = el("tr", null, el("td", { colspan: columns.length + 1, class: "dim" }, "No proxy matches the filter."));
  byId("ranking-table").replaceChildren(el("table", { "aria-labelledby": "ranking-title" },
    el("thead", null, el("tr", null, head.slice(0, 2), el("th", { class: "dots", scope: "col" }, axisHead(axis)), head.slice(2))),
    el("tbody", null, rows.length > 0 ? rows.map((row) => rankingRow(row, axis, columns)) : empty)));
  byId("ranking-caption").textContent = state.population.caption;
  showLegend();
}

function showLegend() {
  const mark = (...marks) => svg("svg", { width: 26, height: 14, "aria-hidden": "true" }, marks);
  const dot = (name) => mark(svg("line", { x1: 3, x2: 23, y1: 7, y2: 7, stroke: `var(--${name})`, "stroke-width": 2.5 }), svg("circle", { cx: 13, cy: 7, r: 4.5, fill: `var(--${name})` }));
  const rule = (attributes) => mark(svg("line", { x1: 13, x2: 13, y1: 0, y2: 14, "stroke-width": 1.5, ...attributes }));
  const entry = (picture, text) => el("span", null, picture, text);
  const base = baselineRow()?.[state.measure][0] ?? null;
  const { from } = scale();
  const isLeftOfAxis = state.population.ranking.some((item) => item[state.measure][0] !== null && item[state.measure][0] < from);
  const kinds = state.population.ranking.map((item) => proxyOf.get(item.id));
  byId("ranking-legend").replaceChildren(...[
    entry(dot("accent"), `proxy, ${data.level} interval`),
    kinds.some((proxy) => proxy.aggregate && !proxy.counting) ? entry(dot("green"), "aggregate of proxies") : null,
    kinds.some((proxy) => proxy.counting) ? entry(dot("orange"), "counts the graph only") : null,
    base === null ? null : entry(rule({ stroke: "var(--orange)" }), `best count, ${state.population.baseline} ${three(base)}`),
    ceilingValue() === null ? null : entry(rule({ stroke: "var(--soft)", "stroke-dasharray": "4 3" }), `noise ceiling ${three(ceilingValue())}`),
    isLeftOfAxis ? entry(mark(svg("path", { d: "M17 3V11L11 7Z", fill: "var(--accent)" })), "left of the axis, with its value") : null,
    ...data.targets.map((target, i) => target === state.target ? null : entry(mark(svg("g", { transform: "translate(13 7)" },
      svg("path", { d: shapes[i % shapes.length], fill: "none", stroke: "var(--soft)", "stroke-width": 1.2 }))), targetLabel(target))),
  ].filter(Boolean));
}

const shownRanking = () => ({
  id: `ranked_${state.population.id}`, caption: state.population.caption, columns: rankingColumns().map((column) => column.heading),
  numbers: rankingColumns().map((column) => Boolean(column.number)), rows: rankingRows().map((row) => rankingColumns().map((column) => column.text(row))),
});

function boldBest() {
  const rows = rankingRows();
  const best = Math.min(...rows.map((row) => row.rank));
  return (row, column) => column === 2 && rows[row].rank === best;
}

function buildRanking() {
  byId("ranking-tools").append(...copyButtons(shownRanking, boldBest));
  onChange((what) => what.theme || showRanking());
  narrow.addEventListener("change", showRanking);
  showRanking();
}
