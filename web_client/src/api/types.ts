/** What travels between the client and the server. */

export type Job =
  | 'child'
  | 'carer'
  | 'parent'
  | 'professional'
  | 'social_worker'
  | 'reviewing_officer'
  | 'service_manager'
  | 'administrator';

export const SHAPES = ['stool', 'armchair', 'rocker', 'beanbag', 'throne', 'swing'] as const;
export const COLOURS = [
  'teal',
  'coral',
  'marigold',
  'plum',
  'sky',
  'moss',
  'rose',
  'slate',
] as const;
export const PATTERNS = ['plain', 'dots', 'stripes', 'stars', 'waves', 'patch'] as const;
export type ChairLook = {
  shape: (typeof SHAPES)[number];
  colour: (typeof COLOURS)[number];
  pattern: (typeof PATTERNS)[number];
};

export type Me = {
  id: string;
  name: string;
  called: string;
  job: Job;
  language: string;
  chair: ChairLook | null;
  sign_in_name: string | null;
  council: {
    name: string;
    nation: 'england' | 'wales';
    languages: string[];
    review_word: string | null;
    /** The number out of hours, as it is dialled. */
    duty_line?: string | null;
  };
  notices?: SignInNotice[];
};
/** Told once to whoever comes in after a card opened their account. */
export type SignInNotice = {
  id: string;
  what: 'came_in_by_card' | 'factors_dropped';
  at: string;
  by: string | null;
};
/** What staff are asked for after their password. */
export type SecondStep = {
  person_id: string;
  called: string;
  language: string;
  ways: ('passphrase' | 'code' | 'passkey' | 'recovery_code' | 'council')[];
  must_enrol: boolean;
};

export type CardLook = {
  called: string;
  job: Job;
  council_name: string;
  language: string;
  sign_in_name: string | null;
  offered_passphrase: string;
  /** A card for a younger child offers four pictures first. */
  offers_pictures: boolean;
};
export type IssuedCard = {
  words: string[];
  link: string;
  qr: { size: number; path: string };
  expires_at: string;
  called: string;
  sign_in_name: string | null;
};

// --- reviews ---
export type Stage =
  | 'planned'
  | 'open_for_views'
  | 'ready'
  | 'meeting'
  | 'writing_up'
  | 'shared'
  | 'closed';
export type How = 'in_person' | 'video' | 'phone';
export type ReviewPart = {
  id: string;
  title: string;
  how: How;
  starts_at: string | null;
  minutes: number | null;
  place: string | null;
  video_link: string | null;
  agenda: string[];
  /** Where it is would say where the child lives: this person's IRO tells them. */
  ask_where: boolean;
};
export type ReviewPerson = {
  id: string;
  name: string;
  called: string;
  job: Job;
  kind: string | null;
  chair?: ChairLook | null;
  /** Has a seat in the review; null while nobody has said. */
  coming?: boolean | null;
};
export type MyReview = {
  id: string;
  child: { id: string; called: string; chair: ChairLook | null; is_me: boolean };
  stage: Stage;
  form: string;
  form_version: number;
  /** The version of the observation form, when this person may write one about this child. */
  observation?: number | null;
  /** The child and the reviewing officer only: a reason may tell of adoption. */
  due_by?: string | null;
  reason?: Reason | null;
  views_close_on: string | null;
  parts: ReviewPart[];
  reviewing_officer: { id: string; name: string; called: string; chair: ChairLook | null } | null;
  circle: ReviewPerson[];
  days_to_go: number | null;
  can_share: boolean;
  /** Held later than it was to be, and what the IRO says of it. */
  moved?: { to_on: string; words: string } | null;
  /** The day from which the review was not needed any more. */
  ended_on?: string | null;
};
export type Reason = {
  code: string;
  counted_from: string | null;
  amount: number;
  unit: 'working_days' | 'days' | 'weeks' | 'months';
  skipped: string[];
  stricter: boolean;
  /** Why it was brought forward, when it was. */
  trigger?: string | null;
  source?: string;
  confirmed?: boolean;
};
export type Attempt = {
  id?: string;
  at: string;
  how: string;
  reached: boolean;
  note: string | null;
};
export type Invitation = {
  person_id: string;
  name: string;
  called: string;
  job: Job;
  kind: string | null;
  part_ids: string[];
  /** Parents and carers across a wall, whom they would meet in one part. */
  walled_from: string[];
  /** Where the child lives, and so where any part is. */
  knows_home: boolean;
  state: 'not_yet_asked' | 'asked' | 'not_reached' | 'answered';
  attempts: Attempt[];
};
export type PlannedReview = {
  id: string;
  child: { id: string; called: string; name?: string; chair?: ChairLook | null };
  kind: string;
  sequence: number | null;
  stage: Stage;
  due_by: string | null;
  reason: Reason | null;
  parts: PlanPart[];
  invitations: Invitation[];
  revision: number;
};
export type PlanPart = Omit<ReviewPart, 'ask_where'> & {
  people: string[];
  /** Those of them who are told where it is, although they may not know where the child lives. */
  told_where: string[];
};

// --- what people say ---
export type Audience = 'everyone_at_my_review' | 'my_iro_and_social_worker' | 'only_my_iro';
export type Face = 'happy' | 'ok' | 'sad';
export type Skip = 'dont_know' | 'dont_want_to_say';
export type AnswerFacts = {
  skip: Skip | null;
  face: Face | null;
  choices: string[];
  words: string | null;
  helper_words: string | null;
  audience: Audience;
  not_people: string[];
  wish: boolean;
};
export type Helper = { name: string; who: string };
export type DraftContent = {
  form: string;
  form_version: number;
  language: string;
  helper: Helper | null;
  answers: Record<string, AnswerFacts>;
  /** Words for the same question from another device, kept until the person chooses. */
  other_words?: Record<string, AnswerFacts[]>;
};
export type DraftOnServer = { content: DraftContent | null; revision: number };
export type ContributionAnswer = AnswerFacts & { id: string; question: string };
export type NewContribution = {
  review_id: string;
  form: string;
  form_version: number;
  language: string;
  helper: Helper | null;
  replaces: string | null;
  answers: ContributionAnswer[];
};
export type Contribution = NewContribution & {
  id: string;
  /** Its words are not told: this child wants no trace of them on their phone. */
  hidden?: boolean;
  shared_at: string;
  withdrawn_at: string | null;
  read_by: { name: string; called: string; job: Job; first_read_at: string }[];
};

// --- the desk ---
export type * from './desk';
export type * from './summary';
