/** A child's meeting is found by its place: no address on their phone holds an id. */
import { ownParts, partAt, reviewAhead, wayTo } from '@client/ui/meeting/own_parts';
import { expect, test } from 'vitest';
import { aReview } from '../world';

const [one] = aReview().parts;
const part = (id: string, starts_at: string | null) => ({ ...one, id, starts_at }) as never;
const review = aReview({
  parts: [
    part('p-afternoon', '2026-04-14T15:30:00Z'),
    part('p-morning', '2026-04-14T09:00:00Z'),
    part('p-open', null),
  ],
});
const at = (clock: string) => partAt(review, '', Date.parse(`2026-04-14T${clock}:00Z`))?.id;

test('a part of several has its own place; without one it is the part that is on or comes next', () => {
  const parts = ownParts(review);
  for (const each of parts) {
    expect(partAt(review, wayTo(each, parts).replace('/live/', ''))?.id).toBe(each.id);
  }
  expect([at('08:00'), at('09:44'), at('09:45'), at('23:00')]).toEqual([
    'p-morning',
    'p-morning',
    'p-afternoon',
    'p-afternoon',
  ]);
  expect(['0', '4', '1.5', '-1', 'p-open'].map(place => partAt(review, place))).toEqual(
    Array(5).fill(undefined),
  );
});

test('a review of one part, or of none, needs no place', () => {
  const none = aReview({ parts: [] });
  for (const each of [aReview(), none]) {
    const [only] = ownParts(each);
    expect(only && wayTo(only, ownParts(each))).toBe('/live');
  }
  expect(partAt(none, '')?.id).toBe(none.id);
});

test('the review that meets now comes before those that are planned', () => {
  const now = aReview({ id: 'r-now', stage: 'meeting' });
  expect(reviewAhead([aReview(), now])?.id).toBe('r-now');
  expect(reviewAhead([aReview({ ...now, ended_on: '2026-04-01' })])).toBeNull();
});
