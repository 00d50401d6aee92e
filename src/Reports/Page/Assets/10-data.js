// What the page is about: one run or several, against one target or several.
const proxyOf = new Map(data.proxies.map((proxy) => [proxy.id, proxy]));

// Replaces every place in the head by the numbers that lie there.
async function unpackNumbers() {
  const read = await unpack("numbers-pack");
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

Object.assign(state, { target: data.targets[0], population: data.targets[0].populations[0], measure: "rho", filter: "", proxy: null });
