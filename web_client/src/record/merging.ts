/** Two officers' versions of one record brought together field by field, so that neither loses a line. */
import type { AttendanceRow, Heading, RecordContent } from '../api/records';

/** A record as a flat list of what can be changed by itself. */
type Fields = Map<string, unknown>;

/** One field that both changed, each to something else. */
export type Clash = { field: string; mine: unknown; theirs: unknown };

export function fieldsOf(content: RecordContent): Fields {
  const fields: Fields = new Map();
  for (const [key, words] of Object.entries(content.written)) fields.set(`written.${key}`, words);
  for (const row of content.attendance) fields.set(`attendance.${rowKey(row)}`, row);
  for (const [key, told] of Object.entries(content.covered)) fields.set(`covered.${key}`, told);
  for (const right of content.rights) fields.set(`rights.${right}`, right);
  for (const [key, said] of Object.entries(content.monitoring)) {
    if (said !== null) fields.set(`monitoring.${key}`, said);
  }
  return fields;
}

/** Somebody in one part of the review. */
export function rowKey(row: Pick<AttendanceRow, 'person_id' | 'who_words' | 'part_id'>): string {
  return [row.person_id ?? row.who_words, row.part_id].join('|');
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether two records say the same, in whatever order it was written. */
export function isSameRecord(one: RecordContent, other: RecordContent): boolean {
  const here = fieldsOf(one);
  const there = fieldsOf(other);
  return here.size === there.size && [...here].every(([key, said]) => isSame(said, there.get(key)));
}

/**
 * Both versions in one: what only one of us changed since `base` is taken as it is.
 * Where both did, theirs stands, since it is saved, and the clash is shown beside it until I choose.
 */
export function mergedRecord(
  base: RecordContent,
  mine: RecordContent,
  theirs: RecordContent,
): { content: RecordContent; clashes: Clash[] } {
  const [was, here, there] = [fieldsOf(base), fieldsOf(mine), fieldsOf(theirs)];
  const fields: Fields = new Map(there);
  const clashes: Clash[] = [];
  for (const field of new Set([...was.keys(), ...here.keys(), ...there.keys()])) {
    const [old, my, their] = [was.get(field), here.get(field), there.get(field)];
    if (isSame(my, old) || isSame(my, their)) continue;
    if (isSame(their, old)) put(fields, field, my);
    else clashes.push({ field, mine: my, theirs: their });
  }
  return { content: recordOf(fields, mine), clashes };
}

/** The record with one field as it was chosen. */
export function withChoice(content: RecordContent, field: string, said: unknown): RecordContent {
  const fields = fieldsOf(content);
  put(fields, field, said);
  return recordOf(fields, content);
}

/** Their words, then mine under them: nothing is thrown away. */
export function bothWords({ mine, theirs }: Clash): string | null {
  if (typeof mine !== 'string' || typeof theirs !== 'string') return null;
  return `${theirs.trimEnd()}\n\n${mine.trimStart()}`;
}

function put(fields: Fields, field: string, said: unknown): void {
  if (said === undefined) fields.delete(field);
  else fields.set(field, said);
}

function recordOf(fields: Fields, like: RecordContent): RecordContent {
  const content: RecordContent = {
    written: {},
    attendance: [],
    covered: {},
    rights: [],
    monitoring: emptied(like.monitoring),
  };
  for (const [field, said] of fields) {
    const [part = '', key = ''] = [field.split('.')[0], field.slice(field.indexOf('.') + 1)];
    if (part === 'written') content.written[key as Heading] = said as string;
    if (part === 'attendance') content.attendance.push(said as AttendanceRow);
    if (part === 'covered') content.covered[key] = said as RecordContent['covered'][string];
    if (part === 'rights') content.rights.push(said as RecordContent['rights'][number]);
    if (part === 'monitoring') Object.assign(content.monitoring, { [key]: said });
  }
  return content;
}

function emptied(monitoring: RecordContent['monitoring']): RecordContent['monitoring'] {
  const empty = Object.keys(monitoring).map(key => [key, null]);
  return Object.fromEntries(empty) as RecordContent['monitoring'];
}
