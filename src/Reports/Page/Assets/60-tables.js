// The other tables, the protocol cards, settings.
function proxyCard(proxy) {
  const line = (name, text) => (text ? [el("dt", null, name), el("dd", null, text)] : []);
  const entry = el("details", null, el("summary", null, proxy.id, el("span", null, proxy.title)));
  entry.addEventListener("toggle", () => entry.childElementCount > 1 || entry.append(el("div", { class: "body" }, el("dl", { class: "card" },
    line("Formula", el("code", null, proxy.formula)), line("Direction", `${proxy.lower ? "lower" : "higher"} is better`),
    line("Label budget", String(proxy.budget ?? "not stated")), line("Cost", proxy.cost), line("Version", String(proxy.version)),
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
