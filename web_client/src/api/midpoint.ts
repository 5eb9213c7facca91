/** The calls about the check half way between two reviews. Fetched with the desk's screens. */
import type { Who } from './inbox';
import { ask } from './request';

export const NEXT_STEPS = ['none', 'raise', 'early_review'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];
export type SaidSince = {
  id: string;
  words: string;
  language: string;
  start: string | null;
  written_at: string;
};
export type Checked = {
  decisions: string | null;
  wishes: string | null;
  child: string | null;
  concerns: string | null;
  action: NextStep;
};
export type PromisedDecision = {
  id: string;
  what: string;
  who: Who | null;
  who_words: string | null;
  by_on: string;
  state: 'waiting' | 'confirmed' | 'done' | 'not_done';
  days_over: number | null;
  progress: { id: string; by: Who; kind: string; words: string | null; at: string }[];
};
export type PromisedWish = {
  id: string;
  words: string | null;
  ask: string | null;
  answers: { id: string; answer: string; shared_at: string | null }[];
};
export type Midpoint = {
  child: Who;
  review_id: string;
  held_on: string;
  due_on: string | null;
  next_due_by: string | null;
  asked_at: string | null;
  answer: SaidSince | null;
  /** The newest first. */
  latest: SaidSince[];
  /** What is still to do comes first. */
  decisions: PromisedDecision[];
  wishes: PromisedWish[];
  done_at: string | null;
  done_by: Who | null;
  found: Checked | null;
  revision: number;
};

export const midpoint = {
  read: (childId: string) => ask<Midpoint>('GET', `/api/children/${childId}/midpoint`),
  check: (childId: string, found: Checked, revision: number) =>
    ask<Midpoint>('PUT', `/api/children/${childId}/midpoint`, { body: found, ifMatch: revision }),
};
