/** A number that nobody checked for six months may ring nowhere. */
import { HELP_LINES, helpLinesFor } from '@client/ui/help_lines';
import { expect, test } from 'vitest';

const SIX_MONTHS_MS = 183 * 86_400_000;

test.each(HELP_LINES)('$name was checked within six months', ({ checked_on }) => {
  expect(Date.now() - new Date(checked_on).getTime()).toBeLessThan(SIX_MONTHS_MS);
});

test.each(HELP_LINES)('$name can be reached by phone or text', ({ phone, text }) => {
  expect(phone ?? text?.number).toMatch(/^[\d ]+$/);
});

test('Meic is for Wales, and nobody is left without Childline and 999', () => {
  const keys = (nation: 'england' | 'wales' | null) => helpLinesFor(nation).map(line => line.key);
  expect(keys('england')).not.toContain('meic');
  expect(keys('wales')).toContain('meic');
  for (const nation of ['england', 'wales', null] as const) {
    expect(keys(nation)).toEqual(
      expect.arrayContaining(['emergency', 'childline', 'samaritans', 'shout']),
    );
  }
});

test.each(HELP_LINES)('$name says where its number was read', ({ source }) => {
  expect(source).toMatch(/^[a-z.]+\.[a-z]+/);
});
