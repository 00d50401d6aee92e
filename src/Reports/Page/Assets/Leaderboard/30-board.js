// The ranked table: mean ranks over the chosen tasks, among the proxies that the filters leave.
Object.assign(state, {
  budget: 5, cost: Infinity, tasks: new Set(data.tasks.keys()), detail: "spaces", own: [], order: { key: "mean", down: false }, open: new Set(),
});
const two = (value) => minus(value.toFixed(2));
const chosenTasks = () => [...data.tasks.keys()].filter((t) => state.tasks.has(t));
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Tasks in groups of one space, in order.
function spacesOf(tasks) {
  const groups = new Map();
  for (const t of tasks) groups.set(data.tasks[t].space, [...(groups.get(data.tasks[t].space) ?? []), t]);
  return [...groups.values()];
}

// What counts as one: a space, its tasks averaged first, or each task.
const blocksOf = (tasks) => (data.unit === "spaces" ? spacesOf(tasks) : tasks.map((t) => [t]));

function median(values) {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length === 0 ? null : sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

// Median over the chosen spaces of what an architecture takes.
const costOf = (row, tasks) => (row.own ? null : median(spacesOf(tasks).map(([first]) => row.ms[first])));

// Rank of each value, 1 for the highest, equal ones by their mean rank.
function ranksFromTop(values) {
  return values.map((value) => values.reduce((rank, other) => rank + (other > value ? 1 : other === value ? 0.5 : 0), 0.5));
}

function boardRows() {
  const tasks = chosenTasks();
  const rows = [...data.proxies, ...state.own].map((row) => ({ ...row, cost: costOf(row, tasks), rank: null, place: null }))
    .filter((row) => row.own || (row.proxy.budget <= state.budget && (state.cost === Infinity || (row.cost !== null && row.cost <= state.cost))));
  const complete = rows.filter((row) => tasks.length > 0 && tasks.every((t) => row.tau[t] !== null));
  const blocks = blocksOf(tasks);
  for (const row of complete) row.blocks = blocks.map((block) => mean(block.map((t) => row.tau[t])));
  const ranks = blocks.map((_, b) => ranksFromTop(complete.map((row) => row.blocks[b])));
  complete.forEach((row, i) => {
    row.rank = mean(ranks.map((block) => block[i]));
    row.mean = mean(row.blocks);
  });
  complete.sort((a, b) => compare(a.rank, b.rank) || compare(b.mean, a.mean) || compare(a.id, b.id)).forEach((row, i) => (row.place = i + 1));
  return rows;
}

// Intervals are of mean ranks among all proxies over all tasks, and of no others.
const isWhole = (rows) => state.tasks.size === data.tasks.length && rows.filter((row) => !row.own).length === data.proxies.length
  && rows.every((row) => !row.own || row.place === null);

function boardColumns(whole) {
  const tasks = chosenTasks();
  const interval = (row) => (whole && !row.own && row.interval[1] !== null ? `[${two(row.interval[1])}, ${two(row.interval[2])}]` : "–");
  const isByTask = state.detail === "tasks";
  const groups = isByTask ? tasks.map((t) => [t]) : spacesOf(tasks);
  return [
    { key: "place", heading: "#", number: true, of: (row) => row.place, text: (row) => (row.place === null ? "–" : String(row.place)) },
    { key: "id", heading: "proxy", of: (row) => row.id, text: (row) => row.id },
    { key: "mean", heading: "mean rank", number: true, of: (row) => row.rank, text: (row) => (row.rank === null ? "–" : two(row.rank)), below: whole ? interval : null },
    { key: "interval", heading: `${data.level} interval`, number: true, wide: true, of: (row) => (whole && !row.own ? row.interval[1] : null), text: interval },
    { key: "budget", heading: "labels", number: true, of: (row) => row.proxy?.budget ?? null, text: (row) => String(row.proxy?.budget ?? "–") },
    { key: "ms", heading: "ms/arch", number: true, of: (row) => row.cost, text: (row) => milliseconds(row.cost) },
    ...groups.map((group) => {
      const [first] = group;
      const heading = isByTask ? data.tasks[first].dataset : data.tasks[first].space;
      const value = (row) => (group.every((t) => row.tau[t] !== null) ? mean(group.map((t) => row.tau[t])) : null);
      const isPart = (row) => row.own && group.some((t) => row.n[t] < data.tasks[t].n);
      return {
        key: `tau${first}`, group: isByTask ? `τ-b ${data.tasks[first].space}` : "τ-b", number: true, down: true, heading, of: value,
        // Long names of spaces may break, so that the columns stay narrow.
        head: heading.split(/(?<=[_-])|(?=bench)/).flatMap((part, i) => (i === 0 ? [part] : [el("wbr"), part])),
        text: (row) => three(value(row)),
        note: (row) => (isPart(row) && value(row) !== null ? `n ${[...new Set(group.map((t) => grouped(row.n[t])))].join(", ")}` : null),
      };
    }),
  ];
}

function sorted(rows, columns) {
  const column = columns.find((item) => item.key === state.order.key) ?? columns[2];
  const sign = state.order.down ? -1 : 1;
  return rows.sort((one, other) => {
    const [a, b] = [column.of(one), column.of(other)];
    if (a === null || b === null) return (a === null) - (b === null) || compare(one.place ?? Infinity, other.place ?? Infinity);
    return sign * compare(a, b) || compare(one.place ?? Infinity, other.place ?? Infinity);
  });
}

function boardCard(row, columns) {
  const line = (name, content) => (content ? [el("dt", null, name), el("dd", null, content)] : []);
  const { proxy } = row;
  const about = row.own ? line("Scores", `of ${row.file}, read in this browser`) : [
    line("Proxy", proxy.title), line("Formula", proxy.formula && el("code", null, proxy.formula)),
    line("Paper", el("a", { href: proxy.link, rel: "noopener" }, proxy.paper.replace(`, ${proxy.link}`, ""))),
    line("Direction", `${proxy.lower ? "lower" : "higher"} is better`), line("Label budget", budgetNames[proxy.budget]), line("Cost", proxy.cost),
  ].flat();
  const scores = el("table", null, chosenTasks().map((t) => el("tr", null, el("td", null, data.tasks[t].name),
    el("td", { class: "number" }, three(row.tau[t])), el("td", { class: "number dim" }, `n ${grouped(row.own ? row.n[t] : data.tasks[t].n)}`))));
  return el("tr", { class: "card-row" }, el("td", { colspan: columns.length }, el("div", null, el("dl", { class: "card" }, about, line("τ-b", scores)))));
}

function boardRow(row, columns) {
  const key = row.key ?? row.id;
  const isOpen = state.open.has(key);
  const toggle = () => {
    if (isOpen) state.open.delete(key);
    else state.open.add(key);
    showBoard();
    byId("board-table").querySelector(`[data-key="${CSS.escape(key)}"] button`).focus();
  };
  const tag = row.own ? "own" : row.proxy.counting ? "count" : row.proxy.aggregate ? "aggregate" : null;
  const name = el("button", { type: "button", "aria-expanded": String(isOpen), "aria-label": `${row.id}: formula, paper and τ-b on each task`, onclick: toggle }, breakable(row.id));
  const cells = columns.map((column) => column.key === "id"
    ? el("td", { class: "name" }, name, tag && el("span", { class: row.own ? "tag mine" : "tag", style: tag === "count" ? "color:var(--orange)" : null }, tag))
    : el("td", { class: `${column.number ? "number" : ""} ${column.wide ? "wide dim" : ""}` }, column.text(row),
      column.below ? el("span", { class: "below" }, column.below(row)) : null,
      column.note?.(row) ? el("div", { class: "dim small" }, column.note(row)) : null));
  const line = el("tr", { "data-key": key, class: row.own ? "own" : null, "data-tau": JSON.stringify(row.tau), "data-n": row.own ? JSON.stringify(row.n) : null }, cells);
  return isOpen ? [line, boardCard(row, columns)] : [line];
}

function boardHead(columns) {
  const sort = (order) => {
    state.order = order;
    showBoard();
    byId("board-table").querySelector(`[data-sort="${order.key}"]`).focus();
  };
  const head = [el("tr", null, columns.map((column) => sortButton(column, state.order, sort)))];
  // The others have a cell each, for some of them are not shown in a small window.
  const groups = [];
  for (const { group, wide } of columns) {
    if (group && group === groups.at(-1).group) groups.at(-1).columns++;
    else groups.push({ group, wide, columns: 1 });
  }
  head.unshift(el("tr", { class: "groups" }, groups.map((item) => el("th", {
    colspan: item.columns, scope: item.group ? "colgroup" : null, class: item.group ? "first" : item.wide ? "wide" : null,
  }, item.group ?? null))));
  return el("thead", null, head);
}

function boardNote(rows, whole) {
  if (state.tasks.size === 0) return "No task is chosen, so nothing is ranked; tick one above.";
  const unranked = rows.filter((row) => row.place === null).map((row) => row.id);
  const part = state.own.some((row) => row.n.some((n, t) => state.tasks.has(t) && n > 0 && n < data.tasks[t].n));
  return [
    whole ? "" : `Mean ranks are among the ${grouped(rows.length - unranked.length)} proxies shown, over ${grouped(state.tasks.size)} of ${grouped(data.tasks.length)} tasks; intervals are there only for all proxies over all tasks.`,
    unranked.length > 0 ? `Without a rank, for want of a τ-b on every chosen task: ${unranked.join(", ")}.` : "",
    part ? "Where n stands below a τ-b, it is over so many of the task's architectures, and the others' over all." : "",
  ].filter(Boolean).join(" ");
}

function showBoard() {
  const rows = boardRows();
  const whole = isWhole(rows);
  const columns = boardColumns(whole);
  const shown = sorted(rows, columns);
  const empty = el("tr", null, el("td", { colspan: columns.length, class: "dim" }, "No proxy is left by the filters."));
  byId("board-table").replaceChildren(el("table", { "aria-labelledby": "board-title" }, boardHead(columns),
    el("tbody", null, shown.length > 0 ? shown.flatMap((row) => boardRow(row, columns)) : empty)));
  byId("board-note").textContent = boardNote(rows, whole);
  board = {
    id: "leaderboard", caption: `${byId("board-note").textContent} ${data.caption}`.trim(), columns: columns.map((column) => (column.group ? `${column.group}: ${column.heading}` : column.heading)),
    numbers: columns.map((column) => Boolean(column.number)), rows: shown.map((row) => columns.map((column) => column.text(row))),
  };
}

// The table as it is shown, to be copied.
let board = null;

function buildBoard() {
  byId("about").textContent = data.answer;
  byId("board-caption").textContent = `${data.caption} ms/arch: median over architectures of the time of one, then over search spaces, on the machines of the runs. A name opens formula and paper.`;
  byId("board-tools").append(...copyButtons(() => board));
  onChange((what) => what.theme || showBoard());
  showBoard();
}
