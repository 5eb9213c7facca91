/** The calls about a review's days: begin, hold, adjourn and postpone it. Fetched with the desk's screens. */
import { ask } from './request';

export type Paper = 'decisions' | 'care_plan' | 'record' | 'given_to_all';
export type PaperLine = {
  key: Paper;
  by: string;
  done_at: string | null;
  /** Working days; below nought when it is past, null when it is done. */
  days_left: number | null;
  confirmed: boolean;
};
export const LATE_REASONS = [
  'child_not_ready',
  'sickness',
  'officer_not_available',
  'worker_not_available',
  'told_late',
  'papers_not_ready',
  'family_not_available',
  'placement_changed',
  'court',
  'other',
] as const;
export type LateReason = (typeof LATE_REASONS)[number];
export type Postponement = {
  id: string;
  review_id: string;
  child_id: string;
  child_name: string;
  child_called: string;
  due_by: string | null;
  to_on: string;
  why: string;
  words_to_child: string;
  asked_by: string;
  asked_at: string;
  answer: 'yes' | 'no' | null;
  answer_words: string | null;
  answered_by: string | null;
  answered_at: string | null;
};
export type ReviewClock = {
  review_id: string;
  child_id: string;
  called: string;
  kind: string;
  stage: string;
  due_by: string | null;
  met_on: string | null;
  held_on: string | null;
  completed_on: string | null;
  adjourned: { on: string; until: string; why: string } | null;
  adjourn_until_at_most: string | null;
  postponed_to: string | null;
  postponement: Postponement | null;
  late: { reason: LateReason; words: string | null } | null;
  lines: PaperLine[];
  midpoint_on: string | null;
  next_due_by: string | null;
};
export type Holding = {
  held_on: string;
  completed_on: string;
  late_reason: LateReason | null;
  late_words: string | null;
};

export const holding = {
  clock: (reviewId: string) => ask<ReviewClock>('GET', `/api/reviews/${reviewId}/clock`),
  begin: (reviewId: string) => ask<ReviewClock>('POST', `/api/reviews/${reviewId}/begin`),
  hold: (reviewId: string, body: Holding) =>
    ask<ReviewClock>('POST', `/api/reviews/${reviewId}/hold`, { body }),
  adjourn: (reviewId: string, until: string, why: string) =>
    ask<ReviewClock>('POST', `/api/reviews/${reviewId}/adjourn`, { body: { until, why } }),
  carePlanUpdated: (reviewId: string) =>
    ask<void>('POST', `/api/reviews/${reviewId}/care-plan-updated`),
  postpone: (
    reviewId: string,
    id: string,
    body: { to_on: string; why: string; words_to_child: string },
  ) => ask<Postponement>('PUT', `/api/reviews/${reviewId}/postponements/${id}`, { body }),
  postponements: () => ask<{ waiting: Postponement[] }>('GET', '/api/postponements'),
  answer: (id: string, answer: 'yes' | 'no', words: string | null) =>
    ask<Postponement>('POST', `/api/postponements/${id}/answer`, { body: { answer, words } }),
};
