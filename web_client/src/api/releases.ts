/** The calls about what is given to whom. Fetched with the screens that need them. */
import { ask } from './request';
import type { Person } from './summary';
import type { Face, Stage } from './types';

/** One line as its recipient sees it; without a name there is no question either. */
export type GivenLine = {
  said_by: string | null;
  title: string | null;
  ask: string | null;
  face: string | null;
  choices: string[];
  words: string | null;
  language: string;
  /** Of the record, where it is a piece of it. */
  heading?: string | null;
  /** Who does it, and by when, where it is a decision. */
  who?: string | null;
  by_on?: string | null;
};
export type Given = {
  officer: string;
  words: string | null;
  language: string;
  lines: GivenLine[];
};
export type GivenOnce = { id: string; released_at: string; given: Given };
export type ReleaseState = 'waiting' | 'released' | 'sent_back' | 'taken_back';
export type ReleaseStanding = {
  id: string;
  person_id: string;
  state: ReleaseState;
  needs_second: boolean;
  made_by_id: string;
  made_at: string;
  decided_at: string | null;
  released_at: string | null;
};
export type Recipients = {
  review_id: string;
  stage: Stage;
  child: Person;
  is_split: boolean;
  people: Person[];
  releases: ReleaseStanding[];
};
export type Passable = {
  answer_id: string;
  shared_at: string;
  topic: string;
  title: string;
  ask: string;
  face: Face | null;
  choices: { key: string; say: string }[];
  words: string | null;
  language: string;
  person: Person;
  can_be_named: boolean;
  can_go_unnamed: boolean;
};
export type MayPass = { person: Person; lines: Passable[]; given: GivenOnce[] };
export type Picked = { answer_id: string; named: boolean };
export type Wanted = { lines: Picked[]; words: string | null };
export type WhyStopped =
  | 'address'
  | 'postcode'
  | 'school'
  | 'phone'
  | 'carer'
  | 'person'
  | 'copied';
/** Words that must not go out: in which line, or in the officer's own words (null). */
export type Found = {
  why: WhyStopped;
  words: string;
  line: number | null;
  start: number;
  end: number;
  term: string | null;
  author: string | null;
};
export type ReleasePreview = {
  given: Given;
  words_before: boolean;
  lines_before: boolean[];
  findings: Found[];
  needs_second: boolean;
  fingerprint: string;
};
export type ReleaseSeen = {
  release: ReleaseStanding;
  child_id: string;
  names: Record<string, string>;
  given: Given;
  words_before: boolean;
  lines_before: boolean[];
  findings: Found[];
  reason: string | null;
  note: string | null;
  may_decide: boolean;
};
export type WaitingRelease = {
  id: string;
  review_id: string;
  child_id: string;
  child_name: string;
  person_name: string;
  made_by_name: string;
  made_at: string;
};
type Confirmed = Wanted & { person_id: string; fingerprint: string; reason: string | null };

export const releasesApi = {
  recipients: (reviewId: string) => ask<Recipients>('GET', `/api/reviews/${reviewId}/recipients`),
  mayPass: (reviewId: string, personId: string) =>
    ask<MayPass>('GET', `/api/reviews/${reviewId}/recipients/${personId}`),
  preview: (reviewId: string, personId: string, wanted: Wanted) =>
    ask<ReleasePreview>('POST', `/api/reviews/${reviewId}/recipients/${personId}/preview`, {
      body: wanted,
    }),
  release: (reviewId: string, releaseId: string, release: Confirmed) =>
    ask<ReleaseStanding>('PUT', `/api/reviews/${reviewId}/releases/${releaseId}`, {
      body: release,
    }),
  view: (reviewId: string, releaseId: string) =>
    ask<ReleaseSeen>('GET', `/api/reviews/${reviewId}/releases/${releaseId}`),
  answer: (reviewId: string, releaseId: string, agrees: boolean, note: string | null) =>
    ask<ReleaseStanding>('POST', `/api/reviews/${reviewId}/releases/${releaseId}/answer`, {
      body: { agrees, note },
    }),
  takeBack: (reviewId: string, releaseId: string) =>
    ask<ReleaseStanding>('POST', `/api/reviews/${reviewId}/releases/${releaseId}/take-back`),
  waiting: () => ask<{ waiting: WaitingRelease[] }>('GET', '/api/waiting-releases'),
  sharedWithMe: (reviewId: string) =>
    ask<{ shared: GivenOnce[] }>('GET', `/api/my/reviews/${reviewId}/shared`),
  sharedAsPdf: (reviewId: string) =>
    ask<Blob>('GET', `/api/my/reviews/${reviewId}/shared.pdf`, { asFile: true }),
};
