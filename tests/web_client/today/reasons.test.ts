/** Every reason for being on today's list is a sentence, and every row leads to the step that helps. */
import { mark, nextStep, whyInWords } from '@client/today/reasons';

const child = { id: 'c', called: 'Amara', name: 'Amara Okafor' };

test.each([
  [{ code: 'overdue', days: 3, date: '2026-11-18' }, 'The review is 3 days late. It was due by Wednesday 18 November.'],
  [{ code: 'overdue', days: 1, date: '2026-11-20' }, 'The review is 1 day late. It was due by Friday 20 November.'],
  [{ code: 'views_unread', days: 0, date: '2026-11-21' }, 'New words came in today.'],
  [{ code: 'views_unread', days: 4, date: '2026-11-17' }, 'New words have waited 4 days for you.'],
  [{ code: 'no_child_views', days: 6, date: '2026-11-30' }, 'Nothing from the child yet, and 6 working days to go.'],
  [{ code: 'not_planned', days: 9, date: '2026-12-03' }, 'No date yet, and 9 working days to go.'],
  [{ code: 'not_reached', days: 2, date: null }, '2 people have not been reached.'],
  [{ code: 'something_new', days: null, date: null }, 'This review needs a look.'],
])('%o', (why, sentence) => {
  expect(whyInWords(why)).toBe(sentence);
});

test.each([
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

test('only the urgent is marked with days', () => {
  expect(mark({ code: 'overdue', days: 2, date: null })).toBe('2 days late');
  expect(mark({ code: 'not_reached', days: 2, date: null })).toBeNull();
});
