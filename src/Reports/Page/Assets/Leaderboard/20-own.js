// One's own scores from a CSV file. What is wrong with a file is thrown as one sentence.
class FileFault extends Error {}

// Lines of fields; quotes as in RFC 4180.
function parseCsv(text) {
  const lines = [];
  let [fields, field, quoted, begun] = [[], "", false, false];
  const endField = () => {
    fields.push(field);
    [field, begun] = ["", false];
  };
  const endLine = () => {
    endField();
    if (fields.length > 1 || fields[0] !== "") lines.push(fields);
    fields = [];
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (sign === '"' && !begun) [quoted, begun] = [true, true];
    else if (sign === ",") endField();
    else if (sign === "\n") endLine();
    else if (sign !== "\r") [field, begun] = [field + sign, true];
  }
  endLine();
  return lines;
}

function scoreColumns(file, heading) {
  const place = heading.indexOf("architecture");
  if (place < 0) throw new FileFault(`${file} has no column 'architecture'; head the column of architectures so.`);
  const columns = heading.map((title, i) => ({ title, i })).filter(({ i }) => i !== place);
  if (columns.length === 0) throw new FileFault(`${file} has no column of scores; add one headed 'name:higher' or 'name:lower'.`);
  for (const column of columns) {
    const parts = /^(.+):(higher|lower)$/i.exec(column.title);
    if (!parts) throw new FileFault(`Column '${column.title}' of ${file} does not say which end is good; head it '${column.title || "name"}:higher' or '${column.title || "name"}:lower'.`);
    [column.name, column.end] = [parts[1], parts[2].toLowerCase()];
  }
  const twice = columns.find((column, i) => columns.findIndex((other) => other.name === column.name) < i);
  if (twice) throw new FileFault(`${file} has two columns '${twice.name}'; give each a name of its own.`);
  return { place, columns };
}

// Turned so that the higher is the better; undefined ones rank worst.
function orientedScore(file, line, text, column) {
  if (/^(nan|undefined|[+-]?inf(inity)?)?$/i.test(text)) return -Infinity;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new FileFault(`Line ${line} of ${file}: '${text}' in column '${column.title}' is no number; leave the field empty for an undefined score.`);
  return column.end === "lower" ? -value : value;
}

// The file's proxies: scores of the architectures it lists.
function readScores(file, text) {
  const [heading, ...lines] = parseCsv(text.replace(/^\ufeff/, "")).map((fields) => fields.map((field) => field.trim()));
  if (!heading) throw new FileFault(`${file} is empty; give a file of scores.`);
  const { place, columns } = scoreColumns(file, heading);
  const rowOf = new Map();
  lines.forEach((fields, i) => {
    if (fields.length !== heading.length) throw new FileFault(`Line ${i + 2} of ${file} has ${fields.length} fields, and the first has ${heading.length}; write one for each column.`);
    if (rowOf.has(fields[place])) throw new FileFault(`${file} lists '${fields[place]}' twice; keep one of the two lines.`);
    rowOf.set(fields[place], i);
  });
  return { rowOf, proxies: columns.map((column) => ({ name: column.name, scores: lines.map((fields, i) => orientedScore(file, i + 2, fields[column.i], column)) })) };
}

// A row of the leaderboard for each of the file's proxies, with τ-b on each task over the architectures that both have.
function ownRows(file, text) {
  const { rowOf, proxies } = readScores(file, text);
  const matches = data.tasks.map((task) => {
    const both = [];
    data.sets[task.set].forEach((architecture, i) => rowOf.has(architecture) && both.push([i, rowOf.get(architecture)]));
    return both;
  });
  if (matches.every((both) => both.length === 0)) {
    throw new FileFault(`None of the ${grouped(rowOf.size)} architectures of ${file} is among those of the tasks here; write them as in ${data.sets[0][0]}.`);
  }
  return proxies.map(({ name, scores }) => ({
    id: name, key: `${file}/${name}`, file, own: true, proxy: null, ms: null,
    n: matches.map((both) => both.length),
    tau: data.tasks.map((task, t) => tauB(matches[t].map(([, row]) => scores[row]), matches[t].map(([i]) => task.place[i]))),
  }));
}

function matchText(row) {
  const found = data.tasks.map((task, t) => [task, row.n[t]]).filter(([, n]) => n > 0);
  return found.map(([task, n]) => `${task.name} ${grouped(n)} of ${grouped(task.n)}`).join(", ");
}

async function takeFiles(files) {
  const [told, faults] = [[], []];
  let { own } = state;
  for (const file of files) {
    try {
      const rows = ownRows(file.name, await file.text());
      own = [...own.filter((row) => row.file !== file.name), ...rows];
      told.push(`${file.name}: ${rows.map((row) => row.id).join(", ")}; architectures found: ${matchText(rows[0])}.`);
    } catch (fault) {
      if (!(fault instanceof FileFault)) throw fault;
      faults.push(fault.message);
    }
  }
  byId("own-message").textContent = [...faults, ...told].join(" ");
  byId("own-message").classList.toggle("wrong", faults.length > 0);
  change({ own });
}

// Those on which every row of one's own has a τ-b.
const ownTasks = () => [...data.tasks.keys()].filter((t) => state.own.length > 0 && state.own.every((row) => row.tau[t] !== null));

function buildOwn() {
  const input = byId("own-file");
  input.addEventListener("change", async () => {
    await takeFiles([...input.files]);
    // The same file can be chosen again after it was changed.
    input.value = "";
  });
  byId("own-remove").addEventListener("click", () => {
    byId("own-message").textContent = "";
    change({ own: [] });
  });
  byId("own-tasks").addEventListener("click", () => {
    change({ tasks: new Set(ownTasks()) });
    byId("board").scrollIntoView({ block: "start" });
  });
  onChange((what) => {
    if (!what.own) return;
    byId("own-remove").hidden = state.own.length === 0;
    byId("own-tasks").hidden = ownTasks().length === 0 || ownTasks().length === data.tasks.length;
  });
  byId("own-examples").append(...data.sets.map((set, i) => {
    const task = data.tasks.find((item) => item.set === i);
    return el("div", null, el("span", { class: "dim" }, `${task.space}, ${grouped(set.length)} architectures, as in`), el("code", null, set[0]));
  }));
}
