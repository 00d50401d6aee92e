// Targets and their accuracies as texts.
const trained = (value, target) => minus(value.toFixed(target.digits)) + target.unit;
const datasetNames = { cifar10: "CIFAR-10", cifar100: "CIFAR-100" };
const datasetName = (dataset) => datasetNames[dataset] ?? dataset;
const targetName = (target) =>
  `${datasetName(target.dataset)} ${target.split} ${target.metric} after ${target.epochs} epoch${target.epochs === 1 ? "" : "s"}`;
// Short, but never the same for two targets.
function targetLabel(target) {
  const same = (key) => data.targets.filter((other) => key(other) === key(target)).length > 1;
  const name = datasetName(target.dataset);
  if (!same((item) => item.dataset)) return name;
  const exact = `${name} ${target.split}, ${target.epochs} epochs`;
  return same((item) => `${item.dataset} ${item.split} ${item.epochs}`) ? `${exact}, ${target.metric}` : exact;
}
