/** Every text in every language: English as written, Welsh with its six plurals, nothing lost. */
import {
  formatClock,
  formatDay,
  formatList,
  formatShortDate,
  formatTime,
  need,
  speak,
  t,
  tn,
  tq,
} from '@client/words';
import { dayOf, daysBetween } from '@client/words/dates';
import { mendWelsh } from '@client/words/welsh';
import { afterEach, describe, expect, test, vi } from 'vitest';

vi.mock('virtual:catalogs', () => ({
  languages: [
    { code: 'en', name: 'English', dir: 'ltr', plurals: ['one', 'other'] },
    {
      code: 'cy',
      name: 'Cymraeg',
      dir: 'ltr',
      plurals: ['zero', 'one', 'two', 'few', 'many', 'other'],
    },
    { code: 'ar', name: 'العربية', dir: 'rtl', plurals: ['other'] },
  ],
  loaders: {
    'cy/shared': async () => ({
      default: {
        Hello: 'Helô',
        'Hello {name}': 'Helô {name}',
        '{n} dog': ['dim ci', '{n} ci', '{n} gi', '{n} chi', '{n} chi!', '{n} o gŵn'],
      },
    }),
    'cy/child': async () => ({ default: { 'My chair': 'Fy nghadair' } }),
  },
}));

afterEach(() => speak('en'));

describe('English', () => {
  test('is what was written', () => {
    expect(t('Hello')).toBe('Hello');
    expect(t('Hello {name}', { name: 'Sam' })).toBe('Hello Sam');
    expect([0, 1, 2].map(n => tn('{n} dog', '{n} dogs', n))).toEqual(['0 dogs', '1 dog', '2 dogs']);
  });

  test('a name with braces or dollars stays as it is', () => {
    expect(t('Hello {name}', { name: '{n} $& $1' })).toBe('Hello {n} $& $1');
  });
});

describe('Welsh', () => {
  test('counts dogs in six ways', async () => {
    await speak('cy');
    const said = [0, 1, 2, 3, 4, 6, 7].map(n => tn('{n} dog', '{n} dogs', n));
    expect(said).toEqual(['dim ci', '1 ci', '2 gi', '3 chi', '4 o gŵn', '6 chi!', '7 o gŵn']);
  });

  test('a part of the app brings its words when it is needed', async () => {
    await speak('cy');
    expect(t('My chair')).toBe('My chair');
    await need('child');
    expect(t('My chair')).toBe('Fy nghadair');
    expect(t('Hello')).toBe('Helô');
  });

  test('what has no translation yet stands in English', async () => {
    await speak('cy');
    expect(t('Not yet')).toBe('Not yet');
    expect(tq('Not yet')).toBe('Not yet');
    expect(tq(null)).toBeNull();
  });

  test('dates speak it too', async () => {
    await speak('cy');
    expect(formatDay('2026-03-03')).toBe('Dydd Mawrth 3 Mawrth');
    expect(formatShortDate('2026-12-10')).toBe('10 Rhag');
    expect(formatClock('2026-06-30T15:30:00Z')).toBe('4:30yh');
    expect(formatTime('2026-06-30T15:30:00Z')).toBe('16:30');
    expect(formatList(['Sam', 'Alex'])).toBe('Sam ac Alex');
    expect(formatList(['Sam', 'Alex', 'Priya'])).toBe('Sam, Alex a Priya');
  });
});

test.each([
  ['Rhannwyd ar Dydd Mawrth 3 Mawrth.', 'Rhannwyd ar ddydd Mawrth 3 Mawrth.'],
  ['Erbyn Dydd Iau', 'Erbyn dydd Iau'],
  ['Diolch. Dydd Sul 1 Mai', 'Diolch. Dydd Sul 1 Mai'],
  ['Dydd Sul', 'Dydd Sul'],
  ['wedi’i rannu (Dydd Gwener 20 Tachwedd)', 'wedi’i rannu (dydd Gwener 20 Tachwedd)'],
])('a day in a Welsh sentence: %s', (before, after) => {
  expect(mendWelsh(before)).toBe(after);
});

test('the page takes the direction of its language', async () => {
  await speak('ar');
  expect(document.documentElement.dir).toBe('rtl');
  await speak('en');
  expect(document.documentElement.dir).toBe('ltr');
  expect(document.documentElement.lang).toBe('en');
});

test('an unknown language is English', async () => {
  await speak('xx');
  expect(document.documentElement.lang).toBe('en');
});

test('days and times are those of the United Kingdom, wherever the phone is', () => {
  expect(dayOf('2026-06-30T23:30:00Z')).toBe('2026-07-01');
  expect(formatTime('2026-06-30T15:30:00Z')).toMatch(/16:30|4:30/);
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
});
