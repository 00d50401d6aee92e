// Draws Vega-Lite specifications: JSON {"modules": folder, "figures": [{"specification", "svg", "png"}, ...]} on standard
// input, where "modules" is the node_modules folder of package.json; writes the files named. Exit code 1 and one line on
// standard error where a figure fails.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const pixelRatio = 2;
const family = 'DejaVu Sans';

const request = JSON.parse(readFileSync(0, 'utf8'));
const load = (...path) => import(pathToFileURL(join(request.modules, ...path)).href);
const require = createRequire(join(request.modules, 'package.json'));
const vega = await load('vega', 'build', 'vega.module.js');
const { compile } = await load('vega-lite', 'build', 'index.js');
const { Resvg } = require('@resvg/resvg-js');
const opentype = require('opentype.js');

const files = { normal: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' };
const paths = Object.values(files).map(file => join(request.modules, 'dejavu-fonts-ttf', 'ttf', file));
const [normal, bold] = paths.map(path => opentype.loadSync(path));

// Without a canvas vega guesses how wide a text is; legends and axes need the widths of the font that is drawn.
vega.textMetrics.width = (item, text) => {
    const font = item.fontWeight === 'bold' || item.fontWeight >= 600 ? bold : normal;
    return font.getAdvanceWidth(String(text ?? ''), item.fontSize ?? 11);
};

const quiet = { level: () => quiet, error: text => { throw new Error(text); }, warn: () => quiet, info: () => quiet, debug: () => quiet };

for (const { specification, svg, png } of request.figures) {
    try {
        const view = new vega.View(vega.parse(compile(specification, { logger: quiet }).spec), { renderer: 'none' });
        const drawing = await view.toSVG();
        view.finalize();
        writeFileSync(svg, drawing);
        writeFileSync(png, new Resvg(drawing, {
            fitTo: { mode: 'zoom', value: pixelRatio },
            font: { fontFiles: paths, loadSystemFonts: false, defaultFontFamily: family },
            background: '#ffffff',
        }).render().asPng());
    } catch (fault) {
        console.error(`${svg}: ${String(fault.message ?? fault).split('\n')[0]}`);
        process.exit(1);
    }
}
