// What is ranked: label budget, cost, and the tasks by tick boxes.
const budgetNames = [
  "0: structure alone", "1: random weights and input", "2: images without labels", "3: images with labels", "4: chosen by looking at accuracies", "5: reads accuracies",
];

function tick(text, attributes, act) {
  const box = el("input", { type: "checkbox", onchange: () => act(box.checked), ...attributes });
  return { box, label: el("label", { class: attributes.class }, box, text) };
}

function spaceTicks(tasks) {
  const choose = (places, isOn) => {
    const chosen = new Set(state.tasks);
    for (const t of places) chosen[isOn ? "add" : "delete"](t);
    change({ tasks: chosen });
  };
  const { space } = data.tasks[tasks[0]];
  const whole = tick(tasks.length > 1 ? space : data.tasks[tasks[0]].name, { class: "space", "data-space": space }, (isOn) => choose(tasks, isOn));
  const parts = tasks.length > 1 ? tasks.map((t) => tick(data.tasks[t].dataset, { "data-task": t }, (isOn) => choose([t], isOn))) : [];
  const show = () => {
    const count = tasks.filter((t) => state.tasks.has(t)).length;
    whole.box.checked = count === tasks.length;
    whole.box.indeterminate = count > 0 && count < tasks.length;
    parts.forEach(({ box }, i) => (box.checked = state.tasks.has(tasks[i])));
  };
  onChange((what) => what.tasks && show());
  show();
  return el("div", null, whole.label, parts.map(({ label }) => label));
}

function buildFilters() {
  byId("budget").append(...budgetNames.map((name, i) => el("option", { value: i, selected: i === 5 }, name)));
  byId("budget").addEventListener("change", (event) => change({ budget: Number(event.target.value) }));
  byId("cost").addEventListener("input", (event) => change({ cost: event.target.value === "" ? Infinity : Number(event.target.value) }));
  byId("cost").form.addEventListener("submit", (event) => event.preventDefault());
  byId("detail-of").addEventListener("change", (event) => change({ detail: event.target.value }));
  byId("tasks").append(...spacesOf([...data.tasks.keys()]).map(spaceTicks));
}
