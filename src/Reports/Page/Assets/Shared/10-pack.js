// The head is read at once; what is many lies in packs that are inflated when they are needed.
const data = JSON.parse(document.getElementById("data").textContent);

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

// A reader of places in a pack of numbers.
async function unpack(id) {
  const block = await inflate(id);
  return ([kind, from, bytes]) => readers[kind](block, from, bytes);
}

// What is shown; every part draws itself anew when it changes.
const state = {};
const listeners = [];
const onChange = (listener) => listeners.push(listener);
function change(what) {
  Object.assign(state, what);
  for (const listener of listeners) listener(what);
}
