/** Cuts the typeface down to what we use: `node tooling/fonts.mjs`. Its output is kept in src/ui/theme/fonts. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const SOURCE = here('../node_modules/@fontsource-variable/atkinson-hyperlegible-next');
const TARGET = here('../src/ui/theme/fonts');
const WEIGHTS = { wght: { min: 400, max: 760, default: 400 } };

const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}‘’“”–—…•−×→←↑↓€™ıŒœ‹›`;
const extended = range(0x100, 0x17f); // ŵ and ŷ of Welsh, and the names of most of Europe

await cut('latin', latin);
await cut('latin-ext', extended);
copyFileSync(`${SOURCE}/LICENSE`, `${TARGET}/LICENSE`);

async function cut(name, text) {
  const file = `${SOURCE}/files/atkinson-hyperlegible-next-${name}-wght-normal.woff2`;
  const font = await subsetFont(readFileSync(file), text, {
    targetFormat: 'woff2',
    variationAxes: WEIGHTS,
  });
  writeFileSync(`${TARGET}/${name}.woff2`, font);
  console.log(name, font.length);
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) =>
    String.fromCharCode(from + index),
  ).join('');
}
