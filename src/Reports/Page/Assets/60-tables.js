// Every other table of the report: opened when asked for, sorted, filtered, copied.
const tableTitles = {
  populations: "Correlation by population", rungs: "What the table's other accuracies predict", top: "Top of the ranking",
  coverage: "Coverage and undefined scores", gain: "Gain over counting", redundancy: "Redundancy between proxies",
  stability: "Stability of aggregates", spread: "Spread over seeds", printed: "Beside printed figures", das_w: "Weights of DAS's two atoms",
  cards: "All cards in one table", published: "Published scores", agreement: "Agreement with published scores",
};

function tableTitle(id) {
  if (tableTitles[id]) return tableTitles[id];
  const words = id.replaceAll("_", " ").replace(/^ranked /, "ranking, ").replace(/^size /, "skill at equal size, ");
  return words[0].toUpperCase() + words.slice(1);
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

function tableBody(table) {
  const view = { table, filter: "", key: null, down: false };
  const box = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": tableTitle(table.id) });
  const show = (focus) => {
    const columns = table.columns.map((heading, i) => ({ key: i, heading, number: table.numbers[i], down: table.numbers[i] }));
    const sort = ({ key, down }) => {
      Object.assign(view, { key, down });
      show(key);
    };
    box.replaceChildren(el("table", null,
      el("thead", null, el("tr", null, columns.map((column) => sortButton(column, view, sort)))),
      el("tbody", null, tableRows(view).map((row) => el("tr", null,
        row.map((cell, i) => el("td", { class: table.numbers[i] ? "number" : cell.length > 40 ? "text" : "" }, table.numbers[i] ? minus(cell.replace(/, -/, ", \u2212")) : cell)))))));
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

function proxyCard(proxy) {
  const line = (name, text) => (text ? [el("dt", null, name), el("dd", null, text)] : []);
  const entry = el("details", null, el("summary", null, proxy.id, el("span", null, proxy.title)));
  entry.addEventListener("toggle", () => entry.childElementCount > 1 || entry.append(el("div", { class: "body" }, el("dl", { class: "card" },
    line("Formula", el("code", null, proxy.formula)), line("Direction", `${proxy.lower ? "lower" : "higher"} is better`),
    line("Label budget", String(proxy.budget)), line("Cost", proxy.cost), line("Version", String(proxy.version)),
    line("Checked against", proxy.reference), line("Paper", proxy.paper), line("Notes", proxy.notes)))));
  return entry;
}

async function buildTables() {
  const tables = await unpackJson("tables-pack");
  const show = () => {
    const own = tables[data.targets.indexOf(state.target)];
    byId("table-list").replaceChildren(...own.filter((table) => table.id !== "cards").map(tableEntry));
    byId("card-list").replaceChildren(...own.filter((table) => table.id === "cards").map(tableEntry), ...data.proxies.map(proxyCard));
  };
  onChange((what) => what.target && show());
  show();
}

function buildProvenance() {
  const show = () => {
    byId("provenance-list").replaceChildren(...state.target.provenance.flatMap(([name, text]) => [el("dt", null, name), el("dd", null, text)]));
    byId("command").textContent = state.target.command;
  };
  onChange((what) => what.target && show());
  show();
}
