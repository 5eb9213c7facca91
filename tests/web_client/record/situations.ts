/** The record of Amara's review, as the server tells of it. */
import type { Heading, KnownLine, RecordContent, RecordFacts, Whom } from '@client/api/records';
import { HEADINGS } from '@client/api/records';
import { AMARA, REVIEW } from '../world';

export const CHILD: Whom = {
  person_id: AMARA,
  name: 'Amara Jones',
  called: 'Amara',
  job: 'child',
  kind: 'child',
};
export const ZOFIA = { person_id: 'z1', name: 'Zofia Nowak', at: '2026-03-16T16:00:00Z' };

export function aLine(more: Partial<KnownLine>): KnownLine {
  return {
    id: 'answer:1',
    source: 'contribution',
    fact: 'said',
    source_id: 'c1',
    about: null,
    who_words: null,
    said_by: CHILD,
    at: '2026-03-14T12:00:00Z',
    on: null,
    value: null,
    ask: 'How is school?',
    words: null,
    helper: null,
    helper_words: null,
    face: null,
    skip: null,
    choices: [],
    language: 'en',
    topic: 'school',
    topic_title: 'School',
    matter: 'school',
    audience: 'everyone_at_my_review',
    not_people: [],
    wish_id: null,
    ...more,
  };
}

export function aRecord(
  more: Partial<RecordFacts> = {},
  written: Partial<Record<Heading, string>> = {},
  lines: Partial<Record<Heading, KnownLine[]>> = {},
): RecordFacts {
  return {
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
    review: {
      id: REVIEW,
      kind: 'looked_after',
      sequence: 2,
      stage: 'writing_up',
      due_by: '2026-03-20',
      reason: null,
      meets_at: null,
      held_on: '2026-03-15',
      on_time: true,
      parts: [],
    },
    revision: 1,
    saved: ZOFIA,
    signed: null,
    sections: HEADINGS.map(key => ({
      key,
      lines: lines[key] ?? [],
      written: written[key] ?? null,
    })),
    attendance: [
      {
        person: CHILD,
        who_words: null,
        part_id: null,
        came: null,
        how: null,
        why_words: null,
        sent_views: true,
      },
    ],
    covered: [
      { matter: 'school', source: 'Sch 7 para 6', confirmed: true, state: null, words: null },
    ],
    rights: [],
    monitoring: aContent().monitoring,
    missing: ['attendance.child', 'covered.school'],
    addenda: [],
    ...more,
  };
}

export function aContent(more: Partial<RecordContent> = {}): RecordContent {
  return {
    written: {},
    attendance: [],
    covered: {},
    rights: [],
    monitoring: {
      late_words: null,
      spoke_alone: null,
      spoke_alone_words: null,
      care_plan_quality: null,
      care_plan_words: null,
      concerns: null,
      good_practice: null,
    },
    ...more,
  };
}
