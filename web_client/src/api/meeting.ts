/** The calls about the child's plan for their own meeting. Fetched with the screens that need them. */
import { ask } from './request';
import type { ChairLook, Job, Stage } from './types';

export type Who = {
  id: string;
  called: string;
  name: string;
  chair: ChairLook | null;
  job: Job;
};
/** Somebody of my circle, and what they are to me. */
export type InMyCircle = Who & { kind: string };

export const LEVELS = [0, 1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];
export type Wanted = 'yes' | 'part' | 'no';
export type WantedPerson = {
  person_id: string;
  wanted: Wanted;
  /** The parts of the agenda that they are there for; null while that is open. */
  items: string[] | null;
  /** Only the reviewing officer ever sees it. */
  reason: string | null;
};
export const PLACES = ['home', 'school', 'office', 'outside', 'other'] as const;
export const TIMES = ['after_school', 'weekend', 'morning', 'afternoon', 'evening'] as const;
export const WAYS_TO_MEET = ['in_person', 'video', 'both'] as const;
export const BREAKS = ['none', 'one', 'often'] as const;
export type From = 'wish' | 'last_time' | 'must' | 'mine' | 'added';
export type AgendaItem = {
  id: string;
  from: From;
  /** The wish, the decision or the added matter that it is about, or the key of what must be covered. */
  of: string | null;
  words: string | null;
  /** "me", "officer", or the id of a person. */
  lead: string;
  minutes: number | null;
  without_me: boolean;
  not_while: string[];
  /** Not to be talked about with everyone: for the reviewing officer alone. */
  private: boolean;
};
export type GroundRule = { key: string } | { words: string };
export type MeetingPlan = {
  level: Level;
  people: WantedPerson[];
  ask_for: { id: string; who: string; why: string | null }[];
  supporter: { person_id: string | null; who: string | null } | null;
  /** Clockwise from me. */
  seats: string[];
  beside_me: string[];
  place: { where: (typeof PLACES)[number] | null; words: string | null };
  when: { times: (typeof TIMES)[number][]; words: string | null };
  minutes: number | null;
  how: (typeof WAYS_TO_MEET)[number] | null;
  breaks: (typeof BREAKS)[number] | null;
  snacks: string | null;
  agenda: AgendaItem[];
  ground_rules: GroundRule[];
  /** Only the lines that were changed, by agenda id, "welcome" or "goodbye". */
  script: Record<string, string>;
};

export type Said = 'yes' | 'partly' | 'no';
export type RequestAnswer = {
  request: string;
  answer: Said;
  reason: string | null;
  by: Who;
  at: string;
  /** What was asked has changed since. */
  asked_anew: boolean;
};
/** What the reviewing officer added to the agenda. */
export type AddedMatter = {
  id: string;
  words: string;
  by: Who;
  added_at: string;
  is_new: boolean;
};
export type SavedPlan = { revision: number; plan: MeetingPlan | null };
export type MeetingFacts = SavedPlan & {
  circle: InMyCircle[];
  wishes: { id: string; words: string }[];
  last_time: { id: string; words: string }[];
  /** What this review must cover, by key. */
  matters: string[];
  added: AddedMatter[];
  answers: RequestAnswer[];
  officer: Who | null;
  stage: Stage;
};
export type Covered = {
  matter: string;
  /** Where the law says so, and whether that was read in the law itself. */
  source: string;
  confirmed: boolean;
  by: string[];
};
export type AskedOfOfficer = {
  request: string;
  about: Who | null;
  /** What the child says of it. */
  words: string[];
  answer: RequestAnswer | null;
};
export type OfficerMeeting = MeetingFacts & {
  covered: Covered[];
  requests: AskedOfOfficer[];
};

export const meetingApi = {
  mine: (reviewId: string) => ask<MeetingFacts>('GET', `/api/my/reviews/${reviewId}/meeting-plan`),
  save: (reviewId: string, plan: MeetingPlan, revision: number, keepalive = false) =>
    ask<MeetingFacts>('PUT', `/api/my/reviews/${reviewId}/meeting-plan`, {
      body: { plan },
      ifMatch: revision,
      keepalive,
    }),
  seen: (reviewId: string, addedId: string) =>
    ask<void>('POST', `/api/my/reviews/${reviewId}/meeting-plan/added/${addedId}/seen`),
  ofChild: (reviewId: string) =>
    ask<OfficerMeeting>('GET', `/api/reviews/${reviewId}/meeting-plan`),
  /** @param revision Of the plan that was read: what the child changed since is not answered unseen. */
  answer: (
    reviewId: string,
    request: string,
    said: { answer: Said; reason: string | null },
    revision: number,
  ) =>
    ask<unknown>('PUT', `/api/reviews/${reviewId}/meeting-plan/answers/${request}`, {
      body: said,
      ifMatch: revision,
    }),
  add: (reviewId: string, addedId: string, words: string) =>
    ask<unknown>('PUT', `/api/reviews/${reviewId}/meeting-plan/added/${addedId}`, {
      body: { words },
    }),
  takeOut: (reviewId: string, addedId: string) =>
    ask<unknown>('DELETE', `/api/reviews/${reviewId}/meeting-plan/added/${addedId}`),
};
