// The leaderboard stands at once; architectures and tables follow as soon as they are inflated.
function protocolCard(run) {
  return el("details", null, el("summary", null, run.space, el("span", null, run.brief)), el("div", { class: "body" },
    el("dl", { class: "card" }, run.facts.map(([name, text]) => [el("dt", null, name), el("dd", null, text)]).flat()), el("pre", null, run.command)));
}

async function start() {
  buildTheme();
  buildFilters();
  buildBoard();
  byId("protocol-list").append(...data.runs.map(protocolCard));
  if (typeof DecompressionStream === "undefined") {
    byId("own").replaceChildren(el("p", { class: "note" }, "This browser is too old to unpack the architectures, so scores of your own cannot be read; the leaderboard is complete."));
    return;
  }
  const read = await unpack("numbers-pack");
  data.sets = data.sets.map(read);
  for (const task of data.tasks) task.place = read(task.place);
  buildOwn();
  byId("table-list").append(...(await unpackJson("tables-pack")).map(tableEntry));
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}

start();
