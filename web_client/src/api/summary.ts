/** The participation summary of a review, as the reviewing officer reads it. */
import type { Audience, ChairLook, Face, Helper, Job, Reason, Skip, Stage } from './types';

export type Person = {
  person_id: string;
  name: string;
  called: string;
  job: Job;
  kind: string | null;
};

/** One answer, everywhere the same. */
export type Line = {
  contribution_id: string;
  answer_id: string;
  shared_at: string;
  language: string;
  form: string;
  form_version: number;
  topic: string;
  topic_title: string;
  question: string;
  kind: 'face' | 'choice' | 'choices' | 'words';
  ask: string;
  skip: Skip | null;
  face: Face | null;
  choices: { key: string; say: string }[];
  words: string | null;
  helper_words: string | null;
  audience: Audience;
  not_people: { person_id: string; name: string }[];
  wish: boolean;
};
export type TopicLines = { topic: string; title: string; lines: Line[] };
export type SharedWhole = {
  id: string;
  person: Person;
  form: string;
  form_version: number;
  language: string;
  is_observation: boolean;
  helper: Helper | null;
  shared_at: string;
  withdrawn_at: string | null;
  replaced_by: string | null;
  lines: Line[];
};
export type Evidence = {
  code: string;
  at: string | null;
  contribution_id: string | null;
  answer_id: string | null;
  choice: string | null;
};
export type Participation = {
  /** England: it goes into the statutory return. Wales: a local figure. */
  in_return: boolean;
  proposed: string;
  /** It holds if the child does not come, which is not known yet. */
  if_not: boolean;
  evidence: Evidence[];
  if_they_come: { did: 'spoke' | 'spoken_for' | 'symbols' | 'nothing'; code: string }[];
  may_be: string[];
  confirmed: {
    code: string;
    proposed: string;
    reason: string | null;
    by: { person_id: string; name: string };
    at: string;
    before_meeting: boolean;
  } | null;
};
export type AskedPerson = {
  person: Person;
  state: 'answered' | 'asked' | 'not_reached' | 'not_yet_asked';
  invited_at: string | null;
  answered_at: string | null;
  attempts: { id: string; at: string; how: string; reached: boolean; note: string | null }[];
};
export type FaceThenAndNow = {
  topic: string;
  title: string;
  question: string;
  ask: string;
  now: Line | null;
  before: Line | null;
};
/** What a child brought to the review out of a message, word for word. */
export type Brought = {
  wish_id: string;
  message_id: string;
  asks: 'wish' | 'agenda';
  words: string;
  language: string;
  written_at: string;
};
export type SummaryFacts = {
  review: {
    id: string;
    kind: string;
    sequence: number | null;
    stage: Stage;
    due_by: string | null;
    reason: Reason | null;
    meets_at: string | null;
    held_on: string | null;
  };
  child: {
    id: string;
    called: string;
    name: string;
    age: number;
    band: string;
    language: string;
    chair: ChairLook | null;
    nation: 'england' | 'wales';
    /** It is not safe to reply on their phone: read before all else. */
    not_safe_since: string | null;
  };
  own_words: TopicLines[];
  wishes: Line[];
  wishes_before: Line[];
  /** Out of messages between reviews, by the child's own choice. */
  brought: Brought[];
  taking_part: Line[];
  not_openly: Line[];
  faces: FaceThenAndNow[];
  others: { topic: string; title: string; entries: { person: Person; lines: Line[] }[] }[];
  /** Matters of the law on the child's form that nobody has said anything on. */
  not_spoken_of: { topic: string; title: string }[];
  differences: {
    topic: string;
    title: string;
    entries: { person: Person; says: Line; words: Line[] }[];
  }[];
  observations: {
    contribution_id: string;
    person: Person;
    shared_at: string;
    topics: TopicLines[];
  }[];
  asked: AskedPerson[];
  participation: Participation;
  contributions: Record<string, SharedWhole>;
  earlier: {
    review_id: string;
    kind: string;
    sequence: number | null;
    held_on: string;
    code: string | null;
    confirmed: boolean;
  }[];
};
/** How everybody wants to take part, for the plan; reading it marks nothing read. */
export type TakingPart = {
  taking_part: Line[];
  not_openly: Line[];
  others: { person: Person; lines: Line[] }[];
};
