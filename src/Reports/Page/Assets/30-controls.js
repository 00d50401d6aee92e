// The choices above everything: dataset, architectures, correlation, filter, light or dark.
function buildControls() {
  byId("dataset").append(...data.targets.map((target, i) => el("option", { value: i }, targetLabel(target))));
  byId("dataset").addEventListener("change", (event) => {
    const target = data.targets[event.target.value];
    const population = target.populations.find((item) => item.id === state.population.id) ?? target.populations[0];
    change({ target, population });
  });
  byId("population").addEventListener("change", (event) =>
    change({ population: state.target.populations[event.target.value] }));
  byId("measure").addEventListener("change", (event) => change({ measure: event.target.value }));
  byId("filter").addEventListener("input", (event) => change({ filter: event.target.value.trim().toLowerCase() }));
  byId("filter").form.addEventListener("submit", (event) => event.preventDefault());
  onChange((what) => what.target && showPopulations());
  onChange((what) => (what.target || what.population) && showAbout());
  showPopulations();
  showAbout();
  buildTheme();
}

function showPopulations() {
  byId("population").replaceChildren(...state.target.populations.map((population, i) =>
    el("option", { value: i, selected: population === state.population }, `${population.id.replaceAll("_", " ")} (${grouped(population.n)})`)));
}

function showAbout() {
  const { target, population } = state;
  const elsewhere = target.scored === target.dataset ? "" : ` Networks were scored as built for ${datasetName(target.scored)}.`;
  byId("about").textContent =
    `Rank correlation with ${targetName(target)}. ${grouped(population.n)} architectures: ${population.title}.${elsewhere}`;
}
