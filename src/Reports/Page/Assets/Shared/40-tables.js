// Tables of the report: opened when asked for, sorted, filtered, copied.
const tableTitles = {
  datasets: "Correlation with every dataset", paired: "Each proxy against each other, paired",
  populations: "Correlation by population", rungs: "What the table's other accuracies predict", top: "Top of the ranking",
  coverage: "Coverage and undefined scores", gain: "Gain over counting", redundancy: "Redundancy between proxies",
  stability: "Stability of aggregates", spread: "Spread over seeds", printed: "Beside printed figures", das_w: "Weights of DAS's two atoms",
  leaderboard: "Leaderboard with gains over counting", tests: "Tests of ranks", tasks: "What was compared", left_out: "Proxies left out",
  cards: "All cards in one table", published: "Published scores", agreement: "Agreement with published scores",
};

function tableTitle(id) {
  if (tableTitles[id]) return tableTitles[id];
  const words = id.replaceAll("_", " ").replace(/^ranked /, "ranking, ").replace(/^size /, "skill at equal size, ");
  return words[0].toUpperCase() + words.slice(1);
}

function sortButton(column, current, sort) {
  const state = current.key === column.key ? (current.down ? "descending" : "ascending") : null;
  return el("th", { scope: "col", "aria-sort": state, class: `${column.number ? "number" : ""} ${column.wide ? "wide" : ""}` },
    el("button", {
      type: "button", "data-sort": column.key, class: column.number ? "number" : null,
      onclick: () => sort({ key: column.key, down: current.key === column.key ? !current.down : Boolean(column.down) }),
    }, column.short ? [el("span", { class: "long" }, column.heading.slice(0, -column.short.length)), column.short] : column.head ?? column.heading));
}

function cellKey(text, number) {
  if (!number) return text.toLowerCase();
  const value = Number.parseFloat(text.replace(/^[[<(]/, "").replace(/^[+]/, "").replace(/\u2212/g, "-").replace(/(\d),(?=\d{3})/g, "$1"));
  return Number.isNaN(value) ? null : value;
}

function tableRows(view) {
  const { table, filter, key, down } = view;
  const rows = table.rows.filter((row) => row.some((cell) => cell.toLowerCase().includes(filter)));
  if (key === null) return rows;
  const sign = down ? -1 : 1;
  const keys = new Map(rows.map((row) => [row, cellKey(row[key], table.numbers[key])]));
  return rows.sort((one, other) => {
    const [a, b] = [keys.get(one), keys.get(other)];
    if (a === null || b === null) return (a === null) - (b === null);
    return a < b ? -sign : a > b ? sign : 0;
  });
}

// What neighbouring columns have in common stands once above them.
function tableHead(table, view, sort) {
  const groups = table.groups ?? table.columns.map(() => "");
  const shown = table.columns.map((heading, i) => (groups[i] === "" ? heading : heading.slice(groups[i].length + 2)));
  const columns = shown.map((heading, i) => ({ key: i, heading, number: table.numbers[i], down: table.numbers[i] }));
  const cells = columns.map((column, i) => {
    const cell = sortButton(column, view, sort);
    if (groups[i] !== "" && groups[i] !== groups[i - 1]) cell.classList.add("first");
    return cell;
  });
  const rows = [el("tr", null, cells)];
  if (groups.some((group) => group !== "")) {
    const spans = [];
    groups.forEach((group, i) => (i > 0 && group === groups[i - 1] ? spans.at(-1).columns++ : spans.push({ group, columns: 1 })));
    rows.unshift(el("tr", { class: "groups" }, spans.map(({ group, columns }) => el("th", {
      colspan: columns, scope: group === "" ? null : "colgroup", class: group === "" ? null : "first",
    }, group === "" ? null : el("span", null, group)))));
  }
  return el("thead", null, rows);
}

// Cells of a matrix where a row meets its own column, with the interval beside it.
const isDiagonal = (table, row, i) => i > 0 && (table.columns[i] === row[0] || (table.columns[i] === "" && table.columns[i - 1] === row[0]));

function tableBody(table) {
  const view = { table, filter: "", key: null, down: false };
  const box = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": tableTitle(table.id) });
  // A long first column would leave no room beside it.
  const isWide = table.columns.length > 6 && !table.numbers[0] && table.rows.every((row) => row[0].length <= 28);
  const show = (focus) => {
    const sort = ({ key, down }) => {
      Object.assign(view, { key, down });
      show(key);
    };
    box.replaceChildren(el("table", { class: isWide ? "pinned" : null },
      tableHead(table, view, sort),
      el("tbody", null, tableRows(view).map((row) => el("tr", null,
        row.map((cell, i) => el("td", {
          class: `${table.numbers[i] ? "number" : cell.length > 40 ? "text" : ""} ${isDiagonal(table, row, i) ? "diagonal" : ""}`,
        }, table.numbers[i] ? minus(cell.replace(/, -/, ", \u2212")) : cell)))))));
    if (focus !== undefined) box.querySelector(`[data-sort="${focus}"]`).focus();
  };
  const filter = el("input", {
    type: "search", placeholder: "filter", "aria-label": `Filter ${tableTitle(table.id)}`, spellcheck: "false",
    oninput: (event) => {
      view.filter = event.target.value.trim().toLowerCase();
      show();
    },
  });
  show();
  return el("div", { class: "body" },
    el("div", { class: "tools", style: "margin-bottom:.5rem" }, filter, copyButtons(() => ({ ...table, rows: tableRows(view) }))),
    box, el("p", { class: "caption" }, table.caption));
}

function tableEntry(table) {
  const size = `${grouped(table.rows.length)} row${table.rows.length === 1 ? "" : "s"}`;
  const entry = el("details", { id: `table-${table.id}` }, el("summary", null, tableTitle(table.id), el("span", null, size)));
  entry.addEventListener("toggle", () => entry.open && entry.childElementCount === 1 && entry.append(tableBody(table)), { once: false });
  return entry;
}
