// Kendall's τ-b with ties on both sides, by pairs counted as whole numbers: the sorting takes O(n log n), as in Knight's algorithm.
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const pairsOf = (count) => (count * (count - 1)) / 2;

// Pairs within runs of neighbours that are the same.
function tiedPairs(count, isSame) {
  let [pairs, run] = [0, 1];
  for (let i = 1; i <= count; i++) {
    if (i < count && isSame(i - 1, i)) run++;
    else {
      pairs += pairsOf(run);
      run = 1;
    }
  }
  return pairs;
}

// Sorts by merging and counts the pairs that stood the wrong way round; equal ones do not.
function sortCounting(values) {
  let [from, to, swaps] = [values, new Float64Array(values.length), 0];
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      for (let left = start, right = middle, place = start; place < end; place++) {
        if (left < middle && (right >= end || from[left] <= from[right])) to[place] = from[left++];
        else {
          swaps += middle - left;
          to[place] = from[right++];
        }
      }
    }
    [from, to] = [to, from];
  }
  return { sorted: from, swaps };
}

// Of scores, the higher the better, with -Infinity for undefined ones, and accuracies, or their places in order; null where either side is all equal or there are fewer than two.
function tauB(scores, accuracies) {
  const count = scores.length;
  const order = Array.from({ length: count }, (_, i) => i)
    .sort((a, b) => compare(scores[a], scores[b]) || compare(accuracies[a], accuracies[b]));
  const [x, y] = [order.map((i) => scores[i]), Float64Array.from(order, (i) => accuracies[i])];
  const tiedScores = tiedPairs(count, (i, j) => x[i] === x[j]);
  const tiedInBoth = tiedPairs(count, (i, j) => x[i] === x[j] && y[i] === y[j]);
  const { sorted, swaps } = sortCounting(y);
  const tiedAccuracies = tiedPairs(count, (i, j) => sorted[i] === sorted[j]);
  const all = pairsOf(count);
  if (count < 2 || tiedScores === all || tiedAccuracies === all) return null;
  const difference = all - tiedScores - tiedAccuracies + tiedInBoth - 2 * swaps;
  return Math.max(-1, Math.min(1, difference / Math.sqrt((all - tiedScores) * (all - tiedAccuracies))));
}
