// The figures: drawn when the report was made, in the page's own colours, so that they follow light and dark by themselves.
// What leaves the page takes the font and the colours of white paper along.
function standAlone(drawing) {
  const copied = drawing.cloneNode(true);
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = byId("figure-font").textContent;
  copied.prepend(style);
  copied.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return copied.outerHTML.replace(/var\(--(\w+)\)/g, (whole, name) => data.paper[name] ?? whole);
}

function save(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const saveSvg = (figure, box) => save(new Blob([standAlone(box.firstChild)], { type: "image/svg+xml" }), `${figure.id}.svg`);

async function savePng(figure, box) {
  const { width, height } = box.firstChild.viewBox.baseVal;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standAlone(box.firstChild))}`;
  await picture.decode();
  const canvas = el("canvas", { width: 2 * width, height: 2 * height });
  canvas.getContext("2d").drawImage(picture, 0, 0, 2 * width, 2 * height);
  canvas.toBlob((blob) => save(blob, `${figure.id}.png`));
}

async function buildFigures() {
  const figures = await unpackJson("figures-pack");
  if (figures.length === 0) return byId("figures").remove();
  for (const figure of figures) {
    const box = el("div", { class: "drawing", tabindex: 0, role: "group", "aria-label": `${figure.title}, to be scrolled where it is wider than the window` });
    box.innerHTML = figure.svg;
    const tool = (name, act) => el("button", { type: "button", onclick: act }, name);
    byId("figure-list").append(el("figure", { id: `figure-${figure.id}` },
      el("div", { class: "heading" }, el("h3", null, figure.title),
        el("div", { class: "tools" }, tool("Copy data", () => copy(figure.csv, "CSV")),
          tool("SVG", () => saveSvg(figure, box)), tool("PNG", () => savePng(figure, box)))),
      box, el("figcaption", { class: "caption" }, figure.caption)));
  }
}
