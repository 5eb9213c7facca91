/** Which meeting of mine an address is about: my review, and its parts by their place. Pure. */
import type { MyReview, ReviewPart } from '../../api';
import { standsAt } from '../places';

type Part = Pick<ReviewPart, 'id' | 'title' | 'starts_at' | 'minutes'>;
const LASTS_MIN = 60; // one that says no length

/** My own review that is still to come, first of all the one that is on. */
export function reviewAhead(reviews: MyReview[]): MyReview | null {
  const mine = reviews.filter(review => review.child.is_me && !review.ended_on);
  return (
    mine.find(review => review.stage === 'meeting') ??
    mine.find(review => review.stage !== 'shared' && review.stage !== 'closed') ??
    null
  );
}

/** The parts that I have a seat in; a review without parts is one itself. */
export function ownParts({ id, parts }: MyReview): Part[] {
  return parts.length > 0 ? parts : [{ id, title: '', starts_at: null, minutes: null }];
}

/** The address of one of these parts. */
export function wayTo(part: Part, parts: Part[]): string {
  return parts.length > 1 ? `/live/${parts.indexOf(part) + 1}` : '/live';
}

/** @param place As in the address; without one it is the part that is on or comes next. */
export function partAt(review: MyReview, place: string, now = Date.now()): Part | undefined {
  const parts = ownParts(review);
  if (place) return standsAt(parts, place);
  const timed = parts
    .filter(part => part.starts_at)
    .sort((one, other) => startOf(one) - startOf(other));
  return timed.find(part => endOf(part) > now) ?? timed.at(-1) ?? parts[0];
}

const startOf = (part: Part) => Date.parse(part.starts_at ?? '');
const endOf = (part: Part) => startOf(part) + (part.minutes ?? LASTS_MIN) * 60_000;
