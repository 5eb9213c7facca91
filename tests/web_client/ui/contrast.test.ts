/** Text can be read: 7:1 in every theme, 3:1 for the edges of controls. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

type Tokens = Record<string, string>;
const css = readFileSync(resolve(process.cwd(), 'src/ui/theme/tokens.css'), 'utf8');
const light = tokens(':root');
const dark = { ...light, ...tokens(':root[data-theme="dark"]') };
const strong = { ...light, ...tokens(':root[data-contrast="strong"]') };
const strongDark = {
  ...dark,
  ...tokens(':root[data-contrast="strong"]'),
  ...tokens(':root[data-contrast="strong"][data-theme="dark"]'),
};
const THEMES = { light, dark, strong, 'strong dark': strongDark };
const TEXT: [string, string][] = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'sunk'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'surface'],
  ['ink-soft', 'sunk'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'sunk'],
  ['on-accent', 'accent'],
  ['on-accent-soft', 'accent-soft'],
  ['on-glow', 'glow-soft'],
  ['on-blush', 'blush'],
  ['stop', 'surface'],
  ['stop', 'paper'],
  ['on-stop', 'stop'],
  ['on-stop-soft', 'stop-soft'],
  ['on-good-soft', 'good-soft'],
  ['paper', 'ink'],
];

describe.each(Object.entries(THEMES))('%s', (_name, theme) => {
  test.each(TEXT)('%s on %s', (front, back) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(7);
  });

  test.each(['paper', 'surface'])('the edge of a control on %s', back => {
    expect(contrast(theme, 'edge', back)).toBeGreaterThanOrEqual(3);
  });

  test.each(['paper', 'surface', 'sunk'])('the focus ring on %s', back => {
    expect(contrast(theme, 'focus', back)).toBeGreaterThanOrEqual(3);
  });
});

function tokens(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(found => [
      found[1] ?? '',
      found[2] ?? '',
    ]),
  );
}

function contrast(theme: Tokens, front: string, back: string): number {
  const [high, low] = [lightOf(theme[front]), lightOf(theme[back])].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function lightOf(colour: string | undefined): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt((colour ?? '').slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
