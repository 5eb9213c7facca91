/** Every reason for being on today's list is a sentence, and every row leads to the step that helps. */

import { mark, nextStep, whyInWords } from '@client/today/reasons';
import { expect, test } from 'vitest';

const child = { id: 'c', called: 'Amara', name: 'Amara Okafor' };

test.each([
  [{ code: 'unsafe', days: 0, date: null }, 'The child does not feel safe.', 'Not safe'],
  [
    { code: 'message_late', days: 2, date: '2026-11-18' },
    'A message is 2 working days past the promised day.',
    '2 working days late',
  ],
  [
    { code: 'request_waiting', days: 1, date: '2026-11-20' },
    'Something asked of you has waited 1 day.',
    null,
  ],
  [{ code: 'request_waiting', days: 0, date: null }, 'Something was asked of you today.', null],
  [
    { code: 'speak_alone', days: 6, date: '2026-11-30' },
    'Speak in private before the review, due by Monday 30 November.',
    '6 working days left',
  ],
  [
    { code: 'not_safe', days: 1, date: '2026-11-20' },
    'Replying to the phone is not safe. Talk in person.',
    null,
  ],
  [
    { code: 'overdue', days: 3, date: '2026-11-18' },
    'The review was due by Wednesday 18 November.',
    '3 days late',
  ],
  [
    { code: 'overdue', days: 1, date: '2026-11-20' },
    'The review was due by Friday 20 November.',
    '1 day late',
  ],
  [
    { code: 'planned_late', days: 2, date: '2026-11-20' },
    'The meeting is planned after the last lawful day, Friday 20 November.',
    '2 days too late',
  ],
  [{ code: 'views_unread', days: 0, date: '2026-11-21' }, 'New words came in today.', 'Unread'],
  [
    { code: 'views_unread', days: 4, date: '2026-11-17' },
    'New words have waited 4 days for you.',
    'Unread',
  ],
  [
    { code: 'no_child_views', days: 6, date: '2026-11-30' },
    'Nothing from the child yet.',
    '6 working days left',
  ],
  [{ code: 'not_planned', days: 0, date: '2026-11-21' }, 'The review has no date yet.', 'Last day'],
  [{ code: 'not_reached', days: 2, date: null }, '2 people have not been reached.', null],
  [
    { code: 'manager_disagrees', days: 1, date: '2026-11-20' },
    'A team manager does not agree with a decision. You see to it.',
    null,
  ],
  [
    { code: 'adjourned', days: 6, date: '2026-11-30' },
    'The review was adjourned, and goes on by Monday 30 November.',
    '6 working days left',
  ],
  [{ code: 'something_new', days: null, date: null }, 'This review needs a look.', null],
])('%o', (why, sentence, days) => {
  expect(whyInWords(why)).toBe(sentence);
  expect(mark(why)).toBe(days);
});

test.each([
  ['unsafe', '/inbox'],
  ['message_late', '/inbox'],
  ['request_waiting', '/inbox'],
  ['speak_alone', '/children/c'],
  ['not_safe', '/children/c'],
  ['overdue', '/reviews/r/plan'],
  ['views_unread', '/reviews/r/summary'],
  ['not_signed_in', '/children/c/cards/c'],
  ['no_child_views', '/children/c'],
  ['participation_unconfirmed', '/reviews/r/summary'],
])('%s leads to %s', (code, to) => {
  expect(nextStep({ child, review_id: 'r', why: [{ code, days: 1, date: null }] }).to).toBe(to);
});

test('without a review the row leads to the child', () => {
  expect(nextStep({ child, review_id: null, why: [] }).to).toBe('/children/c');
});
