/** The calls about a review's record: what is known beside what its officer writes. */
import { ask } from './request';
import type { Audience, ChairLook, Face, Job, Reason, Skip, Stage } from './types';

export const HEADINGS = [
  'review',
  'attendance',
  'participation',
  'last_decisions',
  'topics',
  'wishes',
  'decisions',
  'plan_and_rights',
  'disagreements',
  'next',
  'distribution',
] as const;
export type Heading = (typeof HEADINGS)[number];
export const CAME = ['whole', 'part', 'no', 'not_asked'] as const;
export type Came = (typeof CAME)[number];
export const WAYS_THERE = ['in_person', 'video', 'phone'] as const;
export type WayThere = (typeof WAYS_THERE)[number];
export const MATTER_STATES = ['talked_about', 'not_needed', 'later'] as const;
export type MatterState = (typeof MATTER_STATES)[number];
export const RIGHTS = ['advocate', 'complaint', 'court'] as const;
export type Right = (typeof RIGHTS)[number];
export const SPOKE = ['yes', 'refused', 'not_appropriate', 'no'] as const;
export type Spoke = (typeof SPOKE)[number];
export const PLAN_QUALITIES = ['good', 'needs_work', 'out_of_date', 'not_there'] as const;
export type PlanQuality = (typeof PLAN_QUALITIES)[number];

export type AttendanceRow = {
  person_id: string | null;
  who_words: string | null;
  part_id: string | null;
  came: Came;
  how: WayThere | null;
  why_words: string | null;
};
export type Monitoring = {
  late_words: string | null;
  spoke_alone: Spoke | null;
  spoke_alone_words: string | null;
  care_plan_quality: PlanQuality | null;
  care_plan_words: string | null;
  concerns: string | null;
  good_practice: string | null;
};
/** What the officer writes; all that is saved. */
export type RecordContent = {
  written: Partial<Record<Heading, string>>;
  attendance: AttendanceRow[];
  covered: Record<string, { state: MatterState; words: string | null }>;
  rights: Right[];
  monitoring: Monitoring;
};

export type Whom = {
  person_id: string;
  name: string;
  called: string;
  job: Job;
  kind: string | null;
};
/** One thing that is known, with its source; words are as they were said. */
export type KnownLine = {
  id: string;
  source: string;
  fact: string;
  source_id: string | null;
  about: Whom | null;
  /** Somebody without an account, whom it is about. */
  who_words: string | null;
  said_by: Whom | null;
  at: string | null;
  on: string | null;
  value: string | null;
  ask: string | null;
  words: string | null;
  helper: string | null;
  helper_words: string | null;
  face: Face | null;
  skip: Skip | null;
  choices: { key: string; say: string }[];
  language: string | null;
  topic: string | null;
  topic_title: string | null;
  matter: string | null;
  audience: Audience | null;
  not_people: { person_id: string; name: string }[];
  wish_id: string | null;
};
export type RecordBy = { person_id: string; name: string; at: string };
export type RecordSection = { key: Heading; lines: KnownLine[]; written: string | null };
export type Attended = Omit<AttendanceRow, 'person_id' | 'came'> & {
  person: Whom | null;
  /** null: the officer has not said yet. */
  came: Came | null;
  sent_views: boolean;
};
export type MatterOfLaw = {
  matter: string;
  source: string;
  confirmed: boolean;
  state: MatterState | null;
  words: string | null;
};
export type Addendum = { id: string; words: string; by: RecordBy };
export type RecordFacts = {
  child: {
    id: string;
    called: string;
    name: string;
    age: number;
    band: string;
    language: string;
    chair: ChairLook | null;
    nation: 'england' | 'wales';
    not_safe_since: string | null;
  };
  review: {
    id: string;
    kind: string;
    sequence: number | null;
    stage: Stage;
    due_by: string | null;
    reason: Reason | null;
    meets_at: string | null;
    held_on: string | null;
    on_time: boolean | null;
    parts: { id: string; title: string; how: string; starts_at: string | null }[];
  };
  revision: number;
  saved: RecordBy | null;
  signed: RecordBy | null;
  sections: RecordSection[];
  attendance: Attended[];
  covered: MatterOfLaw[];
  rights: Right[];
  monitoring: Monitoring;
  /** What stops a signature, each thing by its key. */
  missing: string[];
  addenda: Addendum[];
};
export type SavedRecord = { revision: number; saved: RecordBy; missing: string[] };
export type RecordVersion = { revision: number; saved: RecordBy };
/** What stands there when somebody else was quicker. */
export type RecordNow = {
  revision: number;
  content: RecordContent;
  by: string | null;
  at: string | null;
};

export const recordApi = {
  ofReview: (reviewId: string) => ask<RecordFacts>('GET', `/api/reviews/${reviewId}/record`),
  save: (reviewId: string, content: RecordContent, revision: number, keepalive = false) =>
    ask<SavedRecord>('PUT', `/api/reviews/${reviewId}/record`, {
      body: { content },
      ifMatch: revision,
      keepalive,
    }),
  versions: (reviewId: string) =>
    ask<{ versions: RecordVersion[] }>('GET', `/api/reviews/${reviewId}/record/versions`),
  version: (reviewId: string, revision: number) =>
    ask<RecordVersion & { content: RecordContent }>(
      'GET',
      `/api/reviews/${reviewId}/record/versions/${revision}`,
    ),
  sign: (reviewId: string, revision: number) =>
    ask<RecordFacts>('POST', `/api/reviews/${reviewId}/record/sign`, { ifMatch: revision }),
  add: (reviewId: string, addendumId: string, words: string) =>
    ask<Addendum>('PUT', `/api/reviews/${reviewId}/record/addenda/${addendumId}`, {
      body: { words },
    }),
};
