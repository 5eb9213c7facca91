/** What the officer wrote, taken out of the whole record; and one thing of it changed. */
import type {
  AttendanceRow,
  Attended,
  Heading,
  MatterState,
  Monitoring,
  RecordContent,
  RecordFacts,
} from '../api/records';
import { rowKey } from './merging';

export function contentOf(facts: RecordFacts): RecordContent {
  return {
    written: Object.fromEntries(
      facts.sections.flatMap(({ key, written }) => (written ? [[key, written]] : [])),
    ),
    attendance: facts.attendance.flatMap(row => (row.came ? [asRow(row, row.came)] : [])),
    covered: Object.fromEntries(
      facts.covered.flatMap(({ matter, state, words }) =>
        state ? [[matter, { state, words }]] : [],
      ),
    ),
    rights: facts.rights,
    monitoring: facts.monitoring,
  };
}

export function asRow(row: Attended, came: AttendanceRow['came']): AttendanceRow {
  return {
    person_id: row.person?.person_id ?? null,
    who_words: row.who_words,
    part_id: row.part_id,
    came,
    how: row.how,
    why_words: row.why_words,
  };
}

/** Words as they are kept: none instead of only spaces. */
export function orNone(words: string): string | null {
  return words.trim() === '' ? null : words;
}

export function withWritten(content: RecordContent, key: Heading, words: string): RecordContent {
  const { [key]: _, ...others } = content.written;
  return {
    ...content,
    written: orNone(words) === null ? others : { ...content.written, [key]: words },
  };
}

export function withRow(content: RecordContent, row: AttendanceRow): RecordContent {
  const there = content.attendance.some(one => rowKey(one) === rowKey(row));
  return {
    ...content,
    attendance: there
      ? content.attendance.map(one => (rowKey(one) === rowKey(row) ? row : one))
      : [...content.attendance, row],
  };
}

export function withoutRow(content: RecordContent, row: AttendanceRow): RecordContent {
  const attendance = content.attendance.filter(one => rowKey(one) !== rowKey(row));
  return { ...content, attendance };
}

export function withMatter(
  content: RecordContent,
  matter: string,
  told: { state: MatterState; words: string | null } | null,
): RecordContent {
  const { [matter]: _, ...others } = content.covered;
  return { ...content, covered: told ? { ...content.covered, [matter]: told } : others };
}

export function withMonitoring(content: RecordContent, told: Partial<Monitoring>): RecordContent {
  return { ...content, monitoring: { ...content.monitoring, ...told } };
}
