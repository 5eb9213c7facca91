/** True situations for the screens' tests, and a server that answers them. */

import type {
  AnswerFacts,
  Contribution,
  ContributionAnswer,
  Job,
  Me,
  MyReview,
  ReviewPerson,
} from '@client/api';
import { vi } from 'vitest';

export const REVIEW = '11111111-1111-4111-8111-111111111111';
export const AMARA = 'c0000000-0000-4000-8000-000000000001';
export const PRIYA = {
  id: 'a0000000-0000-4000-8000-000000000001',
  name: 'Priya Shah',
  called: 'Priya',
  chair: null,
};

export function aPerson(job: Job, more: Partial<Me> = {}): Me {
  return {
    id: job === 'child' ? AMARA : 'd0000000-0000-4000-8000-000000000001',
    name: 'Amara Jones',
    called: 'Amara',
    job,
    language: 'en',
    chair: { shape: 'swing', colour: 'plum', pattern: 'stars' },
    sign_in_name: 'brave-otter-42',
    council: { name: 'Elmshire', nation: 'england', languages: ['en', 'cy'], review_word: null },
    ...more,
  };
}

export function someone(called: string, more: Partial<ReviewPerson> = {}): ReviewPerson {
  return {
    id: `b0000000-0000-4000-8000-${called.toLowerCase().padStart(12, '0')}`,
    name: `${called} Smith`,
    called,
    job: 'carer',
    kind: 'foster_carer',
    chair: null,
    coming: null,
    ...more,
  };
}

/** Amara's own review, open, in twelve days' time unless `parts` says otherwise. */
export function aReview(more: Partial<MyReview> = {}): MyReview {
  return {
    id: REVIEW,
    child: { id: AMARA, called: 'Amara', chair: null, is_me: true },
    stage: 'open_for_views',
    form: 'child_12_to_15',
    form_version: 1,
    observation: null,
    due_by: '2026-04-30',
    reason: null,
    views_close_on: null,
    parts: [
      {
        id: 'p1',
        title: 'Review',
        how: 'in_person',
        starts_at: '2026-04-14T15:30:00Z',
        minutes: 45,
        place: 'Elm House',
        video_link: null,
        agenda: [],
        ask_where: false,
      },
    ],
    reviewing_officer: PRIYA,
    circle: [someone('Joan')],
    days_to_go: 12,
    can_share: true,
    ...more,
  };
}

/** The same review as an adult who was asked is told of it. */
export function askedTo(form: string, more: Partial<MyReview> = {}): MyReview {
  return aReview({
    form,
    child: { id: AMARA, called: 'Amara', chair: null, is_me: false },
    circle: [],
    due_by: null,
    ...more,
  });
}

export function anAnswer(question: string, more: Partial<AnswerFacts> = {}): ContributionAnswer {
  return {
    id: `e0000000-0000-4000-8000-${question}`,
    question,
    skip: null,
    face: null,
    choices: [],
    words: null,
    helper_words: null,
    audience: 'everyone_at_my_review',
    not_people: [],
    wish: false,
    ...more,
  };
}

export function shared(more: Partial<Contribution> = {}): Contribution {
  return {
    id: 'f0000000-0000-4000-8000-000000000001',
    review_id: REVIEW,
    form: 'child_12_to_15',
    form_version: 1,
    language: 'en',
    helper: null,
    replaces: null,
    shared_at: '2026-04-01T10:00:00Z',
    withdrawn_at: null,
    read_by: [],
    answers: [],
    ...more,
  };
}

type Sent = { method: string; path: string; body: unknown };
type Answers = Record<string, unknown | ((sent: Sent, until?: AbortSignal | null) => unknown)>;

/** Answers by "METHOD /path"; anything else is not found. Returns what was sent. */
export function serve(answers: Answers): Sent[] {
  const seen: Sent[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string, options: RequestInit = {}) => {
      const method = options.method ?? 'GET';
      const body = typeof options.body === 'string' ? JSON.parse(options.body) : null;
      const sent = { method, path, body };
      seen.push(sent);
      const found = answers[`${method} ${path}`];
      if (found === undefined) return json({ code: 'not_found', status: 404 }, 404);
      const value = typeof found === 'function' ? found(sent, options.signal) : found;
      return value instanceof Response ? value : json(value);
    }),
  );
  return seen;
}

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}
