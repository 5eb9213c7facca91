/** A child is found in a caseload by any part of a name, with or without accents, or by case number. */
import type { CaseloadRow } from '@client/api';
import { counted, EVERYONE, found, is } from '@client/caseload/finding';
import { expect, test } from 'vitest';
import { aCaseloadRow } from '../desk/situations';

const names = (rows: CaseloadRow[]) => rows.map(row => row.name);

test.each([
  ['sian', ['Siân O’Neill-Wŷn']],
  ['oneill wyn', ['Siân O’Neill-Wŷn']],
  ['wyn SI', ['Siân O’Neill-Wŷn']],
  ['4071', ['Ben Ashworth']],
  ['ash b', ['Ben Ashworth']],
  ['worth', []],
  ['  ', ['Ben Ashworth', 'Siân O’Neill-Wŷn']],
])('searching for "%s"', (words, expected) => {
  const rows = [
    aCaseloadRow({ name: 'Siân O’Neill-Wŷn' }),
    aCaseloadRow({ name: 'Ben Ashworth', case_number: 'CH/40712' }),
  ];
  expect(names(found(rows, { ...EVERYONE, words }))).toEqual(expected);
});

test('the review that is due first stands first, and a child without one last', () => {
  const rows = [
    aCaseloadRow({ name: 'Later', due_by: '2027-01-10' }),
    aCaseloadRow({ name: 'None', due_by: null, working_days_left: null }),
    aCaseloadRow({ name: 'Late', due_by: '2026-11-01', overdue: true }),
  ];
  expect(names(found(rows, EVERYONE))).toEqual(['Late', 'Later', 'None']);
});

test('sorting the other way keeps children of the same age in the order of their names', () => {
  const rows = [
    aCaseloadRow({ name: 'B', age: 9 }),
    aCaseloadRow({ name: 'A', age: 9 }),
    aCaseloadRow({ name: 'C', age: 12 }),
  ];
  expect(names(found(rows, { ...EVERYONE, sort: { key: 'age', down: true } }))).toEqual([
    'C',
    'A',
    'B',
  ]);
});

test('filters count what they would show', () => {
  const rows = [
    aCaseloadRow({ overdue: true, working_days_left: 0, child_words: 'read' }),
    aCaseloadRow({ working_days_left: 20 }),
    aCaseloadRow({ working_days_left: 21, out_of_area: true }),
  ];
  expect(counted(rows)).toEqual({
    overdue: 1,
    due_soon: 1,
    no_views: 1,
    not_planned: 2,
    out_of_area: 1,
  });
});

test('a manager, who is not told whose views are in, has none in "no views yet"', () => {
  expect(is(aCaseloadRow({ child_words: null }), 'no_views')).toBe(false);
});

test('a child whose ways are shown by others is not without words', () => {
  const due = { overdue: true, working_days_left: -2 };
  expect(is(aCaseloadRow({ ...due, child_words: 'none' }), 'no_views')).toBe(true);
  for (const child_words of ['shown', 'new', 'read'] as const) {
    expect(is(aCaseloadRow({ ...due, child_words }), 'no_views')).toBe(false);
  }
});

test('filters, ages, officers and words hold together', () => {
  const rows = [
    aCaseloadRow({
      name: 'Ana Lee',
      out_of_area: true,
      band: '12_to_15',
      reviewing_officer: { id: 'p', name: 'Priya' },
    }),
    aCaseloadRow({
      name: 'Ana Roy',
      out_of_area: true,
      reviewing_officer: { id: 'p', name: 'Priya' },
    }),
    aCaseloadRow({ name: 'Ana Fox', out_of_area: true, band: '12_to_15' }),
  ];
  const wanted = { ...EVERYONE, words: 'ana', filter: 'out_of_area' as const, band: '12_to_15' };
  expect(names(found(rows, { ...wanted, officer: 'p' }))).toEqual(['Ana Lee']);
  expect(names(found(rows, { ...wanted, officer: 'nobody' }))).toEqual(['Ana Fox']);
});

test('1,500 children are searched within a blink', () => {
  const rows = Array.from({ length: 1500 }, (_, n) =>
    aCaseloadRow({ name: `Child Number${n}`, case_number: String(n) }),
  );
  found(rows, EVERYONE);
  const before = performance.now();
  for (const words of ['n', 'nu', 'num', 'numb', 'number1']) found(rows, { ...EVERYONE, words });
  expect((performance.now() - before) / 5).toBeLessThan(50);
});
