/** A visit while it is written, and what is still wrong with it. Pure. */
import type { HowMet, SpokeAlone, Visit, VisitFacts } from '../api/visits';
import { momentInUk } from '../desk/uk_time';
import { dayOf, formatTime, t } from '../words';

export const LONGEST = 4_000;

/** Every field as the form holds it. */
export type VisitDraft = {
  day: string;
  time: string;
  how: HowMet;
  doneOn: string;
  alone: SpokeAlone | null;
  why: string;
  recorded: string;
};
export type Faults = { planned?: string; done?: string; alone?: string; why?: string };

export function draftOf(visit: Visit | null): VisitDraft {
  return {
    day: visit?.planned_at ? dayOf(visit.planned_at) : '',
    time: visit?.planned_at ? formatTime(visit.planned_at) : '',
    how: visit?.how ?? 'in_person',
    doneOn: visit?.done_on ?? '',
    alone: visit?.spoke_alone ?? null,
    why: visit?.why ?? '',
    recorded: visit?.wants_recorded ?? '',
  };
}

export function factsOf(draft: VisitDraft, visit: Visit | null, review: string | null): VisitFacts {
  const done = draft.doneOn !== '';
  return {
    planned_at: draft.day && draft.time ? momentInUk(draft.day, draft.time) : null,
    how: draft.how,
    done_on: draft.doneOn || null,
    spoke_alone: done ? draft.alone : null,
    why: done && draft.alone !== 'yes' ? draft.why.trim() || null : null,
    wants_recorded: done ? draft.recorded.trim() || null : null,
    review_id: visit?.review_id ?? review,
    request_id: visit?.request_id ?? null,
  };
}

export function faultsOf(draft: VisitDraft, today: string): Faults {
  const faults: Faults = {};
  if (Boolean(draft.day) !== Boolean(draft.time)) {
    faults.planned = t('Please give a day and a time.');
  }
  if (!draft.day && !draft.doneOn) faults.planned = t('Please give a day and a time.');
  if (draft.doneOn > today) faults.done = t('This day is still to come.');
  if (draft.doneOn && !draft.alone) faults.alone = t('Please choose one.');
  if (draft.doneOn && draft.alone && draft.alone !== 'yes' && !draft.why.trim()) {
    faults.why = t('Please say why.');
  }
  return faults;
}
