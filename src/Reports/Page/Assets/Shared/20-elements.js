// Small tools: elements, numbers as texts, the tip, and copying.
const byId = (id) => document.getElementById(id);

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

const el = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
const svg = (name, attributes, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

// A name that may break after an underscore.
const breakable = (name) => name.split(/(?<=_)/).flatMap((part, i) => (i === 0 ? [part] : [el("wbr"), part]));

const minus = (text) => text.replace("-", "\u2212");
const three = (value) => (value === null ? "–" : minus(value.toFixed(3)));
const signed = (value) => (value === null ? "–" : (value > 0 ? "+" : "") + minus(value.toFixed(3)));
const span = (interval, format = three) => (interval === null ? "–" : `[${format(interval[1])}, ${format(interval[2])}]`);
const milliseconds = (ms) => (ms === null || ms === undefined ? "–" : ms.toFixed(ms >= 10 ? 0 : ms >= 0.1 ? 1 : 2));
const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

function scoreText(value) {
  if (Number.isNaN(value)) return "undefined";
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-3)) return minus(value.toExponential(3).replace("e+", "e"));
  return minus(String(Number(value.toPrecision(6))));
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function showTip(content, x, y, isPoint = false) {
  const tip = byId("tip");
  tip.classList.toggle("point", isPoint);
  tip.replaceChildren(...content);
  tip.hidden = false;
  const { width, height } = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(6, x + 16 + width > innerWidth - 6 ? x - width - 12 : x + 16)}px`;
  tip.style.top = `${Math.max(6, Math.min(y + 14, innerHeight - height - 6))}px`;
}

function hideTip() {
  byId("tip").hidden = true;
}

let toastEnd = 0;
function toast(text) {
  const node = byId("toast");
  node.textContent = text;
  node.classList.add("shown");
  clearTimeout(toastEnd);
  toastEnd = setTimeout(() => node.classList.remove("shown"), 1800);
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Where a page opened from a file may not use the clipboard directly.
    const area = el("textarea", { readonly: true, style: "position:fixed;opacity:0" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) return toast("The browser refused to copy");
  }
  toast(`Copied as ${what}`);
}

const latexSigns = {
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "_": "\\_", "%": "\\%", "&": "\\&", "#": "\\#", "$": "\\$", "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}", "ρ": "$\\rho$", "τ": "$\\tau$", "σ": "$\\sigma$", "Σ": "$\\Sigma$", "\u2212": "$-$", "–": "--", "±": "$\\pm$",
  "≤": "$\\le$", "≥": "$\\ge$", "→": "$\\to$", "½": "$\\frac12$", "√": "$\\surd$", "|": "$|$", "<": "$<$", ">": "$>$", "…": "\\dots{}",
  "·": "$\\cdot$", "×": "$\\times$", "∞": "$\\infty$", "−": "$-$",
};
const latexText = (text) => text.replace(/^-(?=[\d.])/, "\u2212").replace(/([[ ])-(?=[\d.])/g, "$1\u2212")
  .replace(/[\\{}_%&#$~^ρτσΣ\u2212–±≤≥→½√|<>…·×∞]/g, (sign) => latexSigns[sign]);

// table: { id, caption, columns, numbers, rows } of texts; bold(row, column) marks what stands out.
function latex(table, bold = () => false) {
  const line = (cells) => `  ${cells.join(" & ")} \\\\`;
  return [
    "\\begin{table}", "\\centering", `\\caption{${latexText(table.caption)}}`, `\\label{tab:${table.id}}`,
    `\\begin{tabular}{${table.numbers.map((number) => (number ? "r" : "l")).join("")}}`, "  \\toprule",
    line(table.columns.map(latexText)), "  \\midrule",
    ...table.rows.map((row, i) => line(row.map((cell, j) => (bold(i, j) ? `\\textbf{${latexText(cell)}}` : latexText(cell))))),
    "  \\bottomrule", "\\end{tabular}", "\\end{table}", "",
  ].join("\n");
}

function csv(table) {
  const field = (text) => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return [table.columns, ...table.rows].map((row) => row.map((cell) => field(cell.replace(/\u2212/g, "-"))).join(",")).join("\n") + "\n";
}

const copyButtons = (table, bold) => [
  el("button", { type: "button", "data-copy": "latex", onclick: () => copy(latex(table(), bold?.()), "LaTeX") }, "Copy LaTeX"),
  el("button", { type: "button", "data-copy": "csv", onclick: () => copy(csv(table()), "CSV") }, "Copy CSV"),
];
