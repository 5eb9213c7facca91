/** A number that nobody checked for six months may ring nowhere. */
import { aboutHelpLine, councilLine, HELP_LINES, helpLinesFor } from '@client/ui/help_lines';
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

const HOURS = /day or night|any time|morning|midnight|Monday|Friday|\d ?[ap]m/i;

test.each(HELP_LINES)('$name tells hours only where its page does, and then the same', line => {
  const said = aboutHelpLine(line.key);
  if (line.hours === null) expect(said).not.toMatch(HOURS);
  else if (line.hours !== 'always') {
    expect(line.hours).toEqual({ from: '08:00', until: '24:00' });
    expect(said).toContain('From 8 in the morning until midnight.');
  } else if (line.key !== 'emergency') expect(said).toMatch(/day or night|at any time/i);
});

test.each(HELP_LINES)('$name says who it is for', ({ key, who_for }) => {
  const said = aboutHelpLine(key);
  expect(said).not.toBe('');
  if (who_for === 'in_care') expect(said).toMatch(/children in care and care leavers/);
  if (who_for === 'under_25') expect(said).toMatch(/young people/);
});

test('day and night somebody of each nation can be rung and somebody can be texted', () => {
  for (const nation of ['england', 'wales'] as const) {
    const always = helpLinesFor(nation).filter(line => line.hours === 'always');
    expect(always.some(line => line.phone && line.who_for !== 'in_care')).toBe(true);
    expect(always.some(line => line.text)).toBe(true);
  }
});

test('nothing is said of the hours of a council’s own line', () => {
  expect(councilLine('01632 960 123')?.hours).toBeNull();
});
