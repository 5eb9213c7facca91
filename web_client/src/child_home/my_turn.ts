/** The one thing I can do now for my review. Pure: what is known comes in. */
import type { Contribution, MyReview } from '../api';

export type MyTurn =
  | 'not_yet' // the review is far away, nobody was asked
  | 'start'
  | 'carry_on'
  | 'on_its_way' // shared here, waiting for a signal
  | 'stopped' // it did not go and needs me
  | 'shared'
  | 'changing' // shared before, and a new version begun
  | 'closed' // the meeting came before I said anything
  | 'heard'; // the meeting came, and my words were there

export type WrittenHere = { state: string; hasWords: boolean };

export function myTurn(
  review: MyReview,
  shared: Contribution | null,
  here: WrittenHere | null,
): MyTurn {
  if (here?.state === 'waiting_to_send') return 'on_its_way';
  if (here?.state === 'needs_attention') return 'stopped';
  if (!review.can_share) {
    if (shared) return 'heard';
    return review.stage === 'planned' ? 'not_yet' : 'closed';
  }
  const writing = here?.hasWords === true && here.state !== 'shared';
  if (shared) return writing ? 'changing' : 'shared';
  if (here?.state === 'shared') return 'shared';
  return writing ? 'carry_on' : 'start';
}

/** The review that home is about: the first that is not over. */
export function theReview(reviews: MyReview[]): MyReview | undefined {
  const mine = reviews.filter(review => review.child.is_me && !review.ended_on);
  return mine.find(review => review.stage !== 'shared' && review.stage !== 'closed') ?? mine[0];
}
