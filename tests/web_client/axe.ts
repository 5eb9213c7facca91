/** The check that each screen's test ends with. Contrast needs a real browser and is checked there. */
import axe from 'axe-core';
import { expect } from 'vitest';

export async function expectNoBarriers(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(one => one.html).join(' ')}`),
  ).toEqual([]);
}
