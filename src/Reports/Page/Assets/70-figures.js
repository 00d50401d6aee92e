// The figures: drawn by the packed library when they come into view, and again when light and dark change.
const library = { parts: null, embed: null };

async function loadLibrary() {
  library.parts ??= (async () => {
    for (const { code } of await unpackJson("library-pack")) {
      const script = document.createElement("script");
      script.textContent = code;
      document.head.append(script);
    }
  })();
  await library.parts;
  return globalThis.vegaEmbed;
}

// A figure comes in the colours of white paper; these take the page's in their place.
const paperColours = { "#222222": "ink", "#ffffff": "paper", "#e6e6e6": "faint", "#888888": "line", "#cccccc": "line" };

function figureSpecification(figure) {
  const own = (text) => (Object.hasOwn(paperColours, text) ? colour(paperColours[text]) : text);
  const specification = JSON.parse(JSON.stringify(figure.specification), (name, value) => (typeof value === "string" ? own(value) : value));
  delete specification.title; // the heading above has it
  Object.assign(specification.config ??= {}, { background: "transparent", font: getComputedStyle(document.body).fontFamily });
  return specification;
}

async function drawFigure(figure, box) {
  try {
    const embed = await loadLibrary();
    const actions = { export: { svg: true, png: true }, source: false, compiled: false, editor: false };
    const result = await embed(box, figureSpecification(figure), {
      renderer: "svg", actions, downloadFileName: figure.id, mode: "vega-lite",
    });
    box.dataset.drawn = "";
    box.querySelector("svg")?.setAttribute("aria-label", figure.title);
    return result;
  } catch (fault) {
    box.replaceChildren(el("p", { class: "note" }, `The figure could not be drawn: ${fault.message}`));
    return null;
  }
}

async function buildFigures() {
  const figures = await unpackJson("figures-pack");
  if (figures.length === 0) return byId("figures").remove();
  const hasLibrary = byId("library-pack").textContent !== "";
  if (!hasLibrary) {
    byId("figure-list").append(el("p", { class: "note" },
      `The ${figures.length} figures are not drawn: this zcbench was built without Vega. Set up with node and npm at hand (./bench setup), then make the report again.`));
  }
  const drawn = new Map();
  const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
    seen.unobserve(entry.target);
    drawn.set(entry.target, drawFigure(entry.target.figure, entry.target));
  }), { rootMargin: "300px" });
  for (const figure of figures) {
    const box = el("div", { class: "drawing" });
    box.figure = figure;
    byId("figure-list").append(el("figure", { id: `figure-${figure.id}` },
      el("div", { class: "heading" }, el("h3", null, figure.title),
        el("div", { class: "tools" }, el("button", { type: "button", onclick: () => copy(figure.csv, "CSV") }, "Copy data"))),
      hasLibrary ? box : null, el("figcaption", { class: "caption" }, figure.caption)));
    if (hasLibrary) seen.observe(box);
  }
  onChange((what) => what.theme && drawn.forEach(async (result, box) => {
    (await result)?.finalize();
    drawn.set(box, drawFigure(box.figure, box));
  }));
}

async function buildLicences() {
  const show = el("details", null, el("summary", null, "Licences of the drawing library"));
  if (byId("library-pack").textContent === "") return;
  byId("licences").append(show);
  show.addEventListener("toggle", async () => {
    if (show.childElementCount > 1) return;
    for (const { name, licence } of await unpackJson("library-pack")) show.append(el("h3", null, name), el("pre", null, licence));
  });
}
