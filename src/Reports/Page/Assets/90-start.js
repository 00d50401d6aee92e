// The ranking stands at once, everything else as soon as its numbers are inflated.
async function start() {
  buildControls();
  buildRanking();
  buildProvenance();
  performance.mark("ranking");
  if (typeof DecompressionStream === "undefined") {
    return document.querySelector("main").prepend(el("p", { class: "note" }, "This browser is too old to unpack the architectures, tables and figures; the ranking is complete."));
  }
  await unpackNumbers();
  buildScatter();
  await buildTables();
  await buildFigures();
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}

start();
