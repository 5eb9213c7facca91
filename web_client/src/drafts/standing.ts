/** What a person shared with a review and neither replaced nor took back. Pure. */
import type { Contribution, MyReview } from '../api';

const OBSERVATION = 'observation';

/** The one that counts, for their own form or, when `review.form` says so, for their observation. */
export function lastShared(
  review: Pick<MyReview, 'id' | 'form'>,
  contributions: Contribution[],
): Contribution | null {
  const observed = review.form === OBSERVATION;
  const mine = contributions.filter(
    one =>
      one.review_id === review.id && (one.form === OBSERVATION) === observed && !one.withdrawn_at,
  );
  const replaced = new Set(mine.map(one => one.replaces));
  const standing = mine.filter(one => !replaced.has(one.id));
  return standing.sort((one, other) => (one.shared_at < other.shared_at ? 1 : -1))[0] ?? null;
}
