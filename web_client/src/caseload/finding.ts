/** Finding children in a caseload: searching as one types, filters and sorting. */
import type { CaseloadRow } from '../api';

export const FILTERS = ['overdue', 'due_soon', 'no_views', 'not_planned', 'out_of_area'] as const;
export type Filter = (typeof FILTERS)[number];
export type SortKey = 'due' | 'name' | 'age' | 'stage' | 'views' | 'officer';
export type Sort = { key: SortKey; down: boolean };
export type Wanted = {
  words: string;
  filter: Filter | null;
  band: string | null;
  officer: string | null;
  sort: Sort;
};

export const EVERYONE: Wanted = {
  words: '',
  filter: null,
  band: null,
  officer: null,
  sort: { key: 'due', down: false },
};
/** A review is soon when it is due within so many working days. */
export const SOON = 20;

/** What waits to be read first. */
const WORDS: CaseloadRow['child_words'][] = ['new', 'none', 'shown', 'read', null];
const STAGES = ['planned', 'open_for_views', 'ready', 'meeting', 'writing_up', 'shared', 'closed'];

/** The children that are wanted, in the wanted order. */
export function found(rows: CaseloadRow[], wanted: Wanted): CaseloadRow[] {
  const words = wordsOf(wanted.words);
  return rows
    .filter(row => passes(row, wanted) && words.every(word => has(row, word)))
    .sort(inOrder(wanted.sort));
}

/** How many children each filter would show. */
export function counted(rows: CaseloadRow[]): Record<Filter, number> {
  const counts = { overdue: 0, due_soon: 0, no_views: 0, not_planned: 0, out_of_area: 0 };
  for (const row of rows) for (const filter of FILTERS) if (is(row, filter)) counts[filter] += 1;
  return counts;
}

export function is(row: CaseloadRow, filter: Filter): boolean {
  switch (filter) {
    case 'overdue':
      return row.overdue;
    case 'due_soon':
      return isSoon(row);
    case 'no_views':
      return row.child_words === 'none' && (row.overdue || isSoon(row));
    case 'not_planned':
      return row.starts_at === null && (row.overdue || isSoon(row));
    case 'out_of_area':
      return row.out_of_area === true;
  }
}

function isSoon(row: CaseloadRow): boolean {
  return !row.overdue && row.working_days_left !== null && row.working_days_left <= SOON;
}

function passes(row: CaseloadRow, { filter, band, officer }: Wanted): boolean {
  return (
    (filter === null || is(row, filter)) &&
    (band === null || row.band === band) &&
    (officer === null || (row.reviewing_officer?.id ?? 'nobody') === officer)
  );
}

/** Without accents, capitals, apostrophes: "Siân O’Neill-Wŷn" is found by "sian oneill wyn". */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’‘`]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function wordsOf(text: string): string[] {
  return plain(text).split(' ').filter(Boolean);
}

const remembered = new WeakMap<CaseloadRow, string>();

function has(row: CaseloadRow, word: string): boolean {
  const text =
    remembered.get(row) ?? ` ${plain(`${row.name} ${row.called}`)} ${plain(row.case_number)}`;
  remembered.set(row, text);
  return text.includes(` ${word}`) || (/\d/.test(word) && plain(row.case_number).includes(word));
}

function inOrder({ key, down }: Sort): (one: CaseloadRow, other: CaseloadRow) => number {
  const turn = down ? -1 : 1;
  return (one, other) => turn * compared(one, other, key) || byName(one, other);
}

function compared(one: CaseloadRow, other: CaseloadRow, key: SortKey): number {
  switch (key) {
    case 'name':
      return byName(one, other);
    case 'age':
      return one.age - other.age;
    case 'due':
      return (one.due_by ?? '9999').localeCompare(other.due_by ?? '9999');
    case 'stage':
      return STAGES.indexOf(one.stage ?? '') - STAGES.indexOf(other.stage ?? '');
    case 'views':
      return WORDS.indexOf(one.child_words) - WORDS.indexOf(other.child_words);
    case 'officer':
      return collator.compare(
        one.reviewing_officer?.name ?? '',
        other.reviewing_officer?.name ?? '',
      );
  }
}

const collator = new Intl.Collator('en-GB');

function byName(one: CaseloadRow, other: CaseloadRow): number {
  return collator.compare(one.name, other.name);
}
