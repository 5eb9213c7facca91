/** What the desk is told: children, reviews and what was said, as true situations. */
import type {
  CaseloadRow,
  ChildFacts,
  Line,
  Participation,
  Person,
  PlannedReview,
  PlanPart,
  SummaryFacts,
  TodayFacts,
} from '@client/api';
import { AMARA, REVIEW } from '../world';

export const FROM_AMARA = 'e1';
export const FROM_JOAN = 'e2';

export const amara: Person = {
  person_id: AMARA,
  name: 'Amara Jones',
  called: 'Amara',
  job: 'child',
  kind: null,
};
export const joan: Person = {
  person_id: 'joan',
  name: 'Joan Smith',
  called: 'Joan',
  job: 'carer',
  kind: 'foster_carer',
};
export const dad: Person = {
  person_id: 'dad',
  name: 'Daniel Jones',
  called: 'Daniel',
  job: 'parent',
  kind: 'father',
};

export function said(more: Partial<Line> = {}): Line {
  return {
    contribution_id: FROM_AMARA,
    answer_id: `a ${more.topic ?? 'home'} ${more.ask ?? more.words ?? ''}`,
    shared_at: '2026-11-17T18:42:00Z',
    language: 'en',
    form: 'child_12_to_15',
    form_version: 1,
    topic: 'home',
    topic_title: 'Where I live',
    question: 'home.words',
    kind: 'words',
    ask: 'What would you change?',
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

export const PROPOSED: Participation = {
  in_return: true,
  proposed: 'PN6',
  if_not: true,
  evidence: [
    {
      code: 'shared_views',
      at: '2026-11-17T18:42:00Z',
      contribution_id: FROM_AMARA,
      answer_id: null,
      choice: null,
    },
    {
      code: 'attendance_not_known',
      at: null,
      contribution_id: null,
      answer_id: null,
      choice: null,
    },
  ],
  if_they_come: [
    { did: 'spoke', code: 'PN1' },
    { did: 'nothing', code: 'PN4' },
  ],
  may_be: ['PN1', 'PN4', 'PN6', 'PN7'],
  confirmed: null,
};

export function aSummary(more: Partial<SummaryFacts> = {}): SummaryFacts {
  const lock = said({ words: 'A lock on my drawer', wish: true });
  const face = said({
    ask: 'How is it where you live?',
    question: 'home.face',
    kind: 'face',
    face: 'sad',
  });
  const dads = said({
    topic: 'safe',
    topic_title: 'Feeling safe',
    ask: 'Do you feel safe?',
    words: 'Dad’s friend messages me.',
    audience: 'only_my_iro',
  });
  const joans = said({
    contribution_id: FROM_JOAN,
    ask: 'How settled are they with you?',
    words: 'Sleep has slipped since the baby came.',
    form: 'carer',
  });
  const before = {
    ...face,
    answer_id: 'then',
    face: 'happy' as const,
    shared_at: '2026-05-12T17:00:00Z',
  };
  return {
    review: {
      id: REVIEW,
      kind: 'looked_after',
      sequence: 4,
      stage: 'open_for_views',
      due_by: '2026-12-02',
      reason: null,
      meets_at: '2026-11-26T16:00:00Z',
      held_on: null,
    },
    child: {
      id: AMARA,
      called: 'Amara',
      name: 'Amara Jones',
      age: 13,
      band: '12_to_15',
      language: 'en',
      chair: null,
      nation: 'england',
      not_safe_since: null,
    },
    own_words: [
      { topic: 'home', title: 'Where I live', lines: [face, lock] },
      { topic: 'safe', title: 'Feeling safe', lines: [dads] },
    ],
    wishes: [lock],
    wishes_before: [],
    brought: [],
    taking_part: [
      said({
        topic: 'meeting',
        topic_title: 'My review meeting',
        ask: 'When is good for you?',
        choices: [{ key: 'after_school', say: 'After school' }],
      }),
    ],
    not_openly: [dads],
    faces: [
      {
        topic: 'home',
        title: 'Where I live',
        question: 'home.face',
        ask: face.ask,
        now: face,
        before,
      },
    ],
    others: [{ topic: 'home', title: 'Where I live', entries: [{ person: joan, lines: [joans] }] }],
    not_spoken_of: [
      { topic: 'health', title: 'Feeling well' },
      { topic: 'plan', title: 'My plan' },
    ],
    differences: [],
    observations: [],
    asked: [
      {
        person: dad,
        state: 'not_reached',
        invited_at: '2026-11-03T09:00:00Z',
        answered_at: null,
        attempts: [
          {
            id: 't1',
            at: '2026-11-10T10:00:00Z',
            how: 'phone',
            reached: false,
            note: 'Number not in use.',
          },
        ],
      },
      {
        person: amara,
        state: 'answered',
        invited_at: '2026-11-03T09:00:00Z',
        answered_at: '2026-11-17T18:42:00Z',
        attempts: [],
      },
      {
        person: joan,
        state: 'answered',
        invited_at: '2026-11-03T09:00:00Z',
        answered_at: '2026-11-15T18:42:00Z',
        attempts: [],
      },
    ],
    participation: PROPOSED,
    contributions: {
      [FROM_AMARA]: {
        id: FROM_AMARA,
        person: amara,
        form: 'child_12_to_15',
        form_version: 1,
        language: 'en',
        is_observation: false,
        helper: { name: 'Margaret', who: 'carer' },
        shared_at: '2026-11-17T18:42:00Z',
        withdrawn_at: null,
        replaced_by: null,
        lines: [face, lock, dads],
      },
    },
    earlier: [],
    ...more,
  };
}

export const PART: PlanPart = {
  id: 'p1',
  title: 'Review meeting',
  how: 'in_person',
  starts_at: '2026-11-26T16:00:00Z',
  minutes: 45,
  place: 'Elm House',
  video_link: null,
  agenda: [],
  people: [AMARA],
  told_where: [],
};

export function aPlan(more: Partial<PlannedReview> = {}): PlannedReview {
  const asked = { part_ids: [], attempts: [] };
  return {
    id: REVIEW,
    child: { id: AMARA, called: 'Amara', name: 'Amara Jones', chair: null },
    kind: 'looked_after',
    sequence: 4,
    stage: 'open_for_views',
    due_by: '2026-12-02',
    reason: null,
    revision: 3,
    parts: [PART],
    invitations: [
      { ...amara, ...asked, kind: 'child', walled_from: [], knows_home: true, state: 'answered' },
      { ...joan, ...asked, walled_from: [], knows_home: true, state: 'answered' },
      { ...dad, ...asked, walled_from: [], knows_home: false, state: 'asked' },
    ],
    ...more,
  };
}

export function aCaseloadRow(more: Partial<CaseloadRow> = {}): CaseloadRow {
  return {
    id: more.name ?? 'id',
    called: more.name?.split(' ')[0] ?? 'Sam',
    name: 'Sam Jones',
    case_number: '100200',
    age: 10,
    band: '8_to_11',
    due_by: '2026-12-10',
    overdue: false,
    working_days_left: 14,
    starts_at: null,
    stage: 'open_for_views',
    review_id: 'r',
    child_words: 'none',
    out_of_area: false,
    legal_status: 'C2',
    reviewing_officer: null,
    ...more,
  };
}

export function aToday(more: Partial<TodayFacts> = {}): TodayFacts {
  const child = { id: AMARA, called: 'Amara', name: 'Amara Jones' };
  return {
    on: '2026-11-21',
    urgent: [
      {
        child,
        not_safe_to_reply: false,
        review_id: REVIEW,
        why: [
          { code: 'overdue', days: 3, date: '2026-11-18' },
          { code: 'no_child_views', days: 0, date: null },
        ],
      },
    ],
    coming: [
      {
        child: { id: 'c2', called: 'Siân', name: 'Siân Wyn' },
        not_safe_to_reply: false,
        review_id: 'r2',
        stage: 'open_for_views',
        due_by: '2026-12-02',
        starts_at: '2026-11-26T16:00:00Z',
        working_days_left: 8,
        child_views: true,
        others_in: 2,
        others_asked: 5,
      },
      {
        child: { id: 'c3', called: 'Kai', name: 'Kai Evans' },
        not_safe_to_reply: false,
        review_id: 'r3',
        stage: 'planned',
        due_by: '2026-12-11',
        starts_at: null,
        working_days_left: 15,
        child_views: false,
        others_in: 0,
        others_asked: 0,
      },
    ],
    readings: [],
    counts: { children: 118, urgent: 1, coming: 2 },
    ...more,
  };
}

export function aChild(more: Partial<ChildFacts> = {}): ChildFacts {
  return {
    id: AMARA,
    called: 'Amara',
    name: 'Amara Jones',
    case_number: '401883',
    born_on: '2013-02-09',
    age: 13,
    band: '12_to_15',
    band_suggested: '12_to_15',
    language: 'en',
    chair: null,
    sign_in_name: 'brave-otter-42',
    has_signed_in: true,
    phone: null,
    nation: 'england',
    care_started_on: '2023-04-17',
    legal_status: 'V2',
    out_of_area: true,
    reviewing_officer: null,
    circle: [
      { ...joan, parental_responsibility: false, has_signed_in: true },
      { ...dad, parental_responsibility: true, has_signed_in: false },
    ],
    reviews: [
      {
        id: REVIEW,
        kind: 'looked_after',
        sequence: 2,
        stage: 'open_for_views',
        due_by: '2026-12-02',
        reason: {
          code: 'second_months',
          counted_from: '2026-09-02',
          amount: 3,
          unit: 'months',
          skipped: [],
          stricter: false,
        },
        meets_at: null,
        held_on: null,
        participation_code: null,
        code_confirmed: false,
      },
      {
        id: 'held',
        kind: 'looked_after',
        sequence: 1,
        stage: 'closed',
        due_by: '2026-09-01',
        reason: null,
        meets_at: null,
        held_on: '2026-09-02',
        participation_code: 'PN6',
        code_confirmed: false,
      },
    ],
    ...more,
  };
}
