// What the page is about. The head is read at once; what is many lies in packs that are inflated when they are needed.
const data = JSON.parse(document.getElementById("data").textContent);
const proxyOf = new Map(data.proxies.map((proxy) => [proxy.id, proxy]));

async function inflate(id) {
  const text = document.getElementById(id).textContent;
  if (text === "") return null;
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).arrayBuffer();
}

async function unpackJson(id) {
  const bytes = await inflate(id);
  return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
}

const readers = {
  text: (block, from, bytes) => new TextDecoder().decode(new Uint8Array(block, from, bytes)).split("\n"),
  f4: (block, from, bytes) => new Float32Array(block, from, bytes / 4),
  f8: (block, from, bytes) => new Float64Array(block, from, bytes / 8),
  u1: (block, from, bytes) => new Uint8Array(block, from, bytes),
  bits: (block, from, bytes) => new Uint8Array(block, from, bytes),
};

// Replaces every place in the head by the numbers that lie there.
async function unpackNumbers() {
  const block = await inflate("numbers-pack");
  const read = ([kind, from, bytes]) => readers[kind](block, from, bytes);
  for (const run of data.runs) {
    run.architectures = read(run.architectures);
    run.column = new Map();
    for (const column of run.columns) {
      column.scores = read(column.scores);
      column.reason = column.reason && read(column.reason);
      run.column.set(column.id, column);
    }
  }
  for (const target of data.targets) {
    target.accuracy = read(target.accuracy);
    for (const population of target.populations) {
      const bits = read(population.rows);
      population.members = [];
      for (let row = 0; row < target.accuracy.length; row++) {
        if (bits[row >> 3] & (1 << (row & 7))) population.members.push(row);
      }
    }
  }
}

// What is shown; every part draws itself anew when it changes.
const state = { target: data.targets[0], population: data.targets[0].populations[0], measure: "rho", filter: "", proxy: null };
const listeners = [];
const onChange = (listener) => listeners.push(listener);
function change(what) {
  Object.assign(state, what);
  for (const listener of listeners) listener(what);
}
