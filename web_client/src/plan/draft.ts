/** A plan while it is being written: its parts as form fields, what is wrong with them, and what changed meanwhile. */
import type { How, PlanPart } from '../api';
import { momentInUk } from '../desk/uk_time';
import { lettersOver } from '../ui';
import { dayOf, formatTime, todayHere } from '../words';

/** One part as the form holds it: every field is text. */
export type PartDraft = {
  id: string;
  title: string;
  how: How;
  day: string;
  /** The day that is planned already: it may be over. */
  day_was: string;
  time: string;
  minutes: string;
  place: string;
  video_link: string;
  /** One line for each point. */
  agenda: string;
  people: string[];
  told_where: string[];
};
/** How many letters the server takes (reviews/schemas.py). */
export const LONGEST = { title: 120, place: 500, video_link: 2000 } as const;
export const AGENDA = { lines: 20, letters: 200 } as const;
export type PartFault =
  | 'too_long'
  | 'title'
  | 'past'
  | 'day_without_time'
  | 'time_without_day'
  | 'minutes'
  | 'link'
  | 'name_in_link'
  | 'hidden_title'
  | 'hidden_place'
  | 'hidden_link'
  | 'agenda';

export function draftOf(part: PlanPart): PartDraft {
  return {
    id: part.id,
    title: part.title ?? '',
    how: part.how,
    day: part.starts_at ? dayOf(part.starts_at) : '',
    day_was: part.starts_at ? dayOf(part.starts_at) : '',
    time: part.starts_at ? formatTime(part.starts_at) : '',
    minutes: part.minutes === null ? '' : String(part.minutes),
    place: part.place ?? '',
    video_link: part.video_link ?? '',
    agenda: part.agenda.join('\n'),
    people: [...part.people],
    told_where: [...part.told_where],
  };
}

export function newPart(id: string, title: string, people: string[]): PartDraft {
  return {
    id,
    title,
    how: 'in_person',
    day: '',
    day_was: '',
    time: '',
    minutes: '45',
    place: '',
    video_link: '',
    agenda: '',
    people,
    told_where: [],
  };
}

export function partOf(draft: PartDraft): PlanPart {
  return {
    id: draft.id,
    title: draft.title.trim(),
    how: draft.how,
    starts_at: draft.day && draft.time ? momentInUk(draft.day, draft.time) : null,
    minutes: draft.minutes.trim() ? Number(draft.minutes) : null,
    place: draft.how === 'in_person' ? draft.place.trim() || null : null,
    video_link: draft.how === 'video' ? draft.video_link.trim() || null : null,
    agenda: linesOf(draft.agenda),
    people: [...draft.people],
    told_where: draft.told_where.filter(id => draft.people.includes(id)),
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}

export function faultsOf(draft: PartDraft, today = todayHere()): PartFault[] {
  const faults: PartFault[] = [];
  const sent = partOf(draft);
  if (keysOf(LONGEST).some(field => lettersOver(sent[field], LONGEST[field]))) {
    faults.push('too_long');
  }
  if (!draft.title.trim()) faults.push('title');
  if (draft.day && draft.day !== draft.day_was && draft.day < today) faults.push('past');
  if (draft.day && !draft.time) faults.push('day_without_time');
  if (draft.time && !draft.day) faults.push('time_without_day');
  const minutes = Number(draft.minutes);
  if (draft.minutes.trim() && !(Number.isInteger(minutes) && minutes >= 5 && minutes <= 480))
    faults.push('minutes');
  if (HIDDEN.test(draft.title)) faults.push('hidden_title');
  if (sent.place && HIDDEN.test(sent.place)) faults.push('hidden_place');
  if (sent.video_link) faults.push(...faultsOfLink(sent.video_link));
  const lines = linesOf(draft.agenda);
  if (lines.length > AGENDA.lines || lines.some(line => lettersOver(line, AGENDA.letters)))
    faults.push('agenda');
  return faults;
}

/** Control characters, and marks that turn the direction of what follows (reviews/rules/clean.py). */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function faultsOfLink(link: string): PartFault[] {
  if (HIDDEN.test(link)) return ['hidden_link'];
  if (!/^https:\/\/[^\s\\/]+/i.test(link) || /\s/.test(link)) return ['link'];
  const host = link.slice('https://'.length).split(/[/?#]/, 1)[0] ?? '';
  return host.includes('@') ? ['name_in_link'] : [];
}

const keysOf = Object.keys as <Key extends string>(facts: Record<Key, unknown>) => Key[];

/** Whether the parts say the same, whatever the order of their people. */
export function isSame(ones: PlanPart[], others: PlanPart[]): boolean {
  return key(ones) === key(others);
}

function key(parts: PlanPart[]): string {
  return JSON.stringify(
    parts.map(part => [
      part.id,
      part.title || null,
      part.how,
      part.starts_at && new Date(part.starts_at).getTime(),
      part.minutes,
      part.place || null,
      part.video_link || null,
      part.agenda,
      [...part.people].sort(),
      [...part.told_where].sort(),
    ]),
  );
}
