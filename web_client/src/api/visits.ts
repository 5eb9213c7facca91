/** The calls about visits, and what happened between two reviews. Fetched with the desk's screens. */
import type { Note, OfficerMessage, Who } from './inbox';
import { ask } from './request';

export type HowMet = 'in_person' | 'video' | 'phone';
export type SpokeAlone = 'yes' | 'refused' | 'not_appropriate';
export type VisitFacts = {
  planned_at: string | null;
  how: HowMet;
  done_on: string | null;
  spoke_alone: SpokeAlone | null;
  why: string | null;
  wants_recorded: string | null;
  review_id: string | null;
  request_id: string | null;
};
export type Visit = VisitFacts & { id: string; officer: Who; revision: number };
export type Visits = {
  visits: Visit[];
  must_speak_alone_before: string | null;
  spoken_alone: string | null;
};
export type BetweenRequest = {
  id: string;
  kind: 'visit' | 'advocate' | 'sooner';
  words: string | null;
  asked_at: string;
  answer: 'yes' | 'no' | null;
  answered_by: Who | null;
  answered_at: string | null;
  reason: string | null;
};
export type BetweenUnsafe = {
  id: string;
  words: string | null;
  said_at: string;
  acknowledged: { by: Who; at: string } | null;
  closed_at: string | null;
  what_was_done: string | null;
};
export type BetweenReviews = {
  since: string;
  messages: OfficerMessage[];
  notes: Note[];
  requests: BetweenRequest[];
  visits: Visit[];
  unsafe: BetweenUnsafe[];
  reply_times: { answered: number; median_working_days: number | null; waiting: number };
};

export const visitsApi = {
  visits: (childId: string) => ask<Visits>('GET', `/api/children/${childId}/visits`),
  keep: (childId: string, id: string, visit: VisitFacts, revision: number) =>
    ask<Visit>('PUT', `/api/children/${childId}/visits/${id}`, {
      body: visit,
      ifMatch: revision,
    }),
  between: (childId: string) =>
    ask<BetweenReviews>('GET', `/api/children/${childId}/between-reviews`),
};
