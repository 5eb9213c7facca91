/** A child is found in a caseload by any part of a name, with or without accents, or by case number. */
import type { CaseloadRow } from '@client/api';
import { counted, EVERYONE, found, is } from '@client/caseload/finding';

function a_child(facts: Partial<CaseloadRow>): CaseloadRow {
  return {
    id: facts.name ?? 'id',
    called: facts.name?.split(' ')[0] ?? 'Sam',
    name: 'Sam Jones',
    case_number: '100200',
    age: 10,
    band: '8_to_11',
    due_by: '2026-12-10',
    overdue: false,
    working_days_left: 14,
    starts_at: null,
    stage: 'open_for_views',
    review_id: 'r',
    child_views: false,
    out_of_area: false,
    legal_status: 'C2',
    reviewing_officer: null,
    ...facts,
  };
}
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
  const rows = [a_child({ name: 'Siân O’Neill-Wŷn' }), a_child({ name: 'Ben Ashworth', case_number: 'CH/40712' })];
  expect(names(found(rows, { ...EVERYONE, words }))).toEqual(expected);
});

test('the review that is due first stands first, and a child without one last', () => {
  const rows = [
    a_child({ name: 'Later', due_by: '2027-01-10' }),
    a_child({ name: 'None', due_by: null, working_days_left: null }),
    a_child({ name: 'Late', due_by: '2026-11-01', overdue: true }),
  ];
  expect(names(found(rows, EVERYONE))).toEqual(['Late', 'Later', 'None']);
});

test('sorting the other way keeps children of the same age in the order of their names', () => {
  const rows = [a_child({ name: 'B', age: 9 }), a_child({ name: 'A', age: 9 }), a_child({ name: 'C', age: 12 })];
  expect(names(found(rows, { ...EVERYONE, sort: { key: 'age', down: true } }))).toEqual(['C', 'A', 'B']);
});

test('filters count what they would show', () => {
  const rows = [
    a_child({ overdue: true, working_days_left: 0, child_views: true }),
    a_child({ working_days_left: 20 }),
    a_child({ working_days_left: 21, out_of_area: true }),
  ];
  expect(counted(rows)).toEqual({ overdue: 1, due_soon: 1, no_views: 1, not_planned: 2, out_of_area: 1 });
});

test('a manager, who is not told whose views are in, has none in "no views yet"', () => {
  expect(is(a_child({ child_views: null }), 'no_views')).toBe(false);
});

test('filters, ages, officers and words hold together', () => {
  const rows = [
    a_child({ name: 'Ana Lee', out_of_area: true, band: '12_to_15', reviewing_officer: { id: 'p', name: 'Priya' } }),
    a_child({ name: 'Ana Roy', out_of_area: true, reviewing_officer: { id: 'p', name: 'Priya' } }),
    a_child({ name: 'Ana Fox', out_of_area: true, band: '12_to_15' }),
  ];
  const wanted = { ...EVERYONE, words: 'ana', filter: 'out_of_area' as const, band: '12_to_15' };
  expect(names(found(rows, { ...wanted, officer: 'p' }))).toEqual(['Ana Lee']);
  expect(names(found(rows, { ...wanted, officer: 'nobody' }))).toEqual(['Ana Fox']);
});

test('1,500 children are searched within a blink', () => {
  const rows = Array.from({ length: 1500 }, (_, n) => a_child({ name: `Child Number${n}`, case_number: String(n) }));
  found(rows, EVERYONE);
  const before = performance.now();
  for (const words of ['n', 'nu', 'num', 'numb', 'number1']) found(rows, { ...EVERYONE, words });
  expect((performance.now() - before) / 5).toBeLessThan(50);
});
