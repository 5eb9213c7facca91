import { surprise } from '@client/my_chair/surprise';
import { expect, it } from 'vitest';

const NOW = { shape: 'stool', colour: 'teal', pattern: 'plain' } as const;

it.each([0, 0.5, 0.999])('is another chair in every way (%s)', chance => {
  const found = surprise(NOW, () => chance);
  expect(found.shape).not.toBe(NOW.shape);
  expect(found.colour).not.toBe(NOW.colour);
  expect(found.pattern).not.toBe(NOW.pattern);
});
